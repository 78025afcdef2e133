//! What requests look up, made once with the graphs, so that none has to go through all claims.
//!
//! Tables hold indices into the graph that they were made of and are only used together with it.

mod balance;
mod pairs;
mod pieces;
mod search;

use std::collections::BTreeMap;
use std::sync::OnceLock;

use petgraph::graph::{EdgeIndex, NodeIndex};

use crate::model::{Edge, Graph};
use crate::ontology::Ontology;
use crate::pipeline::publish::network::Standing;

pub(in crate::serve) use balance::Balance;
pub(in crate::serve) use pairs::{Pair, Pairs};
pub(in crate::serve) use pieces::{Pieces, Signs};
pub(in crate::serve) use search::{Found, Names};

/// What is looked up in the graph of one level.
pub(in crate::serve) struct Tables {
    /// Edges in the order of their claim ids.
    by_claim: Vec<EdgeIndex>,
    /// By claim, the edge that it is evidence of.
    edge_of: Vec<Option<EdgeIndex>>,
    /// How actors stand to each other.
    pub pairs: Pairs,
    /// By what actors are found.
    pub names: Names,
    /// By relation, how many plain edges there are.
    pub relations: BTreeMap<String, usize>,
    balance: OnceLock<Balance>,
}

impl Tables {
    /// The tables of a graph; `actors` is the same at the level of actors.
    pub fn of(graph: &Graph, actors: &Graph, standing: &Standing, ontology: &Ontology) -> Self {
        Self {
            by_claim: by_claim(graph),
            edge_of: edge_of(graph),
            pairs: Pairs::of(graph),
            names: Names::of(graph, actors, standing, ontology),
            relations: relations(graph),
            balance: OnceLock::new(),
        }
    }

    /// The edge of a claim id. Binary search.
    pub fn edge(&self, graph: &Graph, claim: &str) -> Option<EdgeIndex> {
        let id = |at: &EdgeIndex| graph.network[*at].claim.as_str();
        self.by_claim.binary_search_by(|at| id(at).cmp(claim)).ok().map(|at| self.by_claim[at])
    }

    /// The edge that a claim is evidence of; none of what happens inside one state.
    pub fn edge_of(&self, claim: usize) -> Option<EdgeIndex> {
        self.edge_of.get(claim).copied().flatten()
    }

    /// How balanced the ties are, reckoned at the first call, which takes seconds for 50,000 actors.
    pub fn balance(&self, graph: &Graph) -> &Balance {
        self.balance.get_or_init(|| Balance::of(graph, &self.pairs))
    }
}

fn by_claim(graph: &Graph) -> Vec<EdgeIndex> {
    let mut edges: Vec<EdgeIndex> = graph.network.edge_indices().collect();
    edges.sort_by(|a, b| graph.network[*a].claim.cmp(&graph.network[*b].claim));
    edges
}

fn edge_of(graph: &Graph) -> Vec<Option<EdgeIndex>> {
    let mut edge_of = vec![None; graph.claims.len()];
    for at in graph.network.edge_indices() {
        for &claim in &graph.network[at].evidence {
            edge_of[claim] = Some(at);
        }
    }
    edge_of
}

fn relations(graph: &Graph) -> BTreeMap<String, usize> {
    let mut relations: BTreeMap<&str, usize> = BTreeMap::new();
    for (_, edge, _) in graph.edges().filter(|(_, edge, _)| edge.plain) {
        *relations.entry(&edge.relation).or_default() += 1;
    }
    relations.into_iter().map(|(id, edges)| (id.to_owned(), edges)).collect()
}

/// The edges at an actor, each once, with whether it is the subject.
pub(in crate::serve) fn edges_at(
    graph: &Graph,
    at: NodeIndex,
) -> impl Iterator<Item = (EdgeIndex, &Edge, bool)> {
    use petgraph::Direction::{Incoming, Outgoing};
    use petgraph::visit::EdgeRef;
    let directed = move |direction| graph.network.edges_directed(at, direction);
    let out = directed(Outgoing).map(|edge| (edge.id(), edge.weight(), true));
    let into = directed(Incoming).filter(move |edge| edge.source() != at);
    out.chain(into.map(|edge| (edge.id(), edge.weight(), false)))
}
