//! Edges between the same two actors that contradict each other, or of which one came true in the other.

use std::collections::BTreeMap;

use petgraph::graph::{EdgeIndex, NodeIndex};

use crate::model::{Claim, Edge, Graph, Status};
use crate::ontology::Ontology;

/// Two actors, whichever does the deed.
type Pair = (NodeIndex, NodeIndex);

/// Marks plain edges whose relations contradict each other as contested and names each at the other, and names the edges
/// by which what was planned or threatened came about later. O(e log e) for e edges, since few relations join any two actors.
pub fn link(graph: &mut Graph, ontology: &Ontology) {
    let mut pairs: BTreeMap<Pair, Vec<EdgeIndex>> = BTreeMap::new();
    for edge in graph.network.edge_indices() {
        let Some((source, target)) = graph.network.edge_endpoints(edge) else { continue };
        pairs.entry((source.min(target), source.max(target))).or_default().push(edge);
    }
    for edges in pairs.into_values() {
        for &one in &edges {
            let (contradicted, fulfilled) = links(graph, one, &edges, ontology);
            let edge = &mut graph.network[one];
            edge.contested |= !contradicted.is_empty();
            edge.contradicted_by = contradicted;
            edge.fulfilled_by = fulfilled;
        }
    }
}

/// Claim ids of what contradicts an edge, and of what it became, each sorted.
fn links(
    graph: &Graph,
    one: EdgeIndex,
    edges: &[EdgeIndex],
    ontology: &Ontology,
) -> (Vec<String>, Vec<String>) {
    let (mut contradicted, mut fulfilled) = (Vec::new(), Vec::new());
    let this = &graph.network[one];
    for &other in edges {
        let that = &graph.network[other];
        let same_doer = same_direction(graph, one, other);
        let both_plain = this.plain && that.plain;
        if both_plain && (same_doer || this.symmetric || that.symmetric) && contradict(this, that, ontology) {
            contradicted.push(that.claim.clone());
        }
        if same_doer && that.plain && comes_true(graph, this, that, ontology) {
            fulfilled.push(that.claim.clone());
        }
    }
    contradicted.sort();
    fulfilled.sort();
    (contradicted, fulfilled)
}

fn same_direction(graph: &Graph, one: EdgeIndex, other: EdgeIndex) -> bool {
    graph.network.edge_endpoints(one) == graph.network.edge_endpoints(other)
}

/// Whether the ontology says that of one of the relations about the other.
fn contradict(this: &Edge, that: &Edge, ontology: &Ontology) -> bool {
    let says = |one: &Edge, other: &Edge| {
        ontology.relation(&one.relation).is_some_and(|known| known.contradicts.contains(&other.relation))
    };
    says(this, that) || says(that, this)
}

/// Whether what is planned or threatened in `this` is asserted in `that` no earlier.
fn comes_true(graph: &Graph, this: &Edge, that: &Edge, ontology: &Ontology) -> bool {
    let threat = ontology.relation(&that.relation).and_then(|relation| relation.threatened_as.as_ref());
    let announced = if threat == Some(&this.relation) {
        first(graph, this, |claim| claim.status == Status::Asserted || claim.status == Status::Planned)
    } else if this.claim == that.claim {
        first(graph, this, |claim| claim.status == Status::Planned)
    } else {
        None
    };
    let done = reported(graph, that, |claim| claim.status == Status::Asserted).max();
    announced.zip(done).is_some_and(|(announced, done)| announced < done)
}

fn first<'g>(graph: &'g Graph, edge: &'g Edge, of: impl Fn(&Claim) -> bool + 'g) -> Option<&'g str> {
    reported(graph, edge, of).min()
}

/// The dates on which evidence of a kind was reported.
fn reported<'g>(
    graph: &'g Graph,
    edge: &'g Edge,
    of: impl Fn(&Claim) -> bool + 'g,
) -> impl Iterator<Item = &'g str> {
    let claims = edge.evidence.iter().map(|&index| &graph.claims[index]);
    claims
        .filter(move |claim| of(claim))
        .filter_map(|claim| claim.published.as_ref())
        .map(|date| date.as_str())
}
