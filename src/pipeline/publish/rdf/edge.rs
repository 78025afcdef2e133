//! Plain edges: a triple each.

use oxigraph::model::vocab::rdf;
use oxigraph::model::{GraphName, NamedNode, Quad, Triple};

use super::vocabulary::Vocabulary;
use crate::model::Graph;

/// The plain edges, sorted by subject, relation and object; after each, if asked for, that its claim reifies it.
pub fn plain<'g>(
    graph: &'g Graph,
    vocabulary: &'g Vocabulary,
    reifies: bool,
) -> impl Iterator<Item = Quad> + 'g {
    let mut edges: Vec<(&str, &str, &str, &str)> = Vec::new();
    for (source, edge, target) in graph.edges().filter(|(_, edge, _)| edge.plain) {
        let (source, target) = (source.actor.id.as_str(), target.actor.id.as_str());
        edges.push((source, &edge.relation, target, &edge.claim));
        if edge.symmetric && source != target {
            edges.push((target, &edge.relation, source, &edge.claim));
        }
    }
    edges.sort_unstable();
    edges.into_iter().flat_map(move |(subject, relation, object, claim)| {
        let triple = triple(subject, relation, object, vocabulary);
        let reifier = reifies.then(|| reified(vocabulary.claim(claim), triple.clone()));
        std::iter::once(triple.in_graph(GraphName::DefaultGraph)).chain(reifier)
    })
}

/// The triple that a claim is about.
pub fn triple(subject: &str, relation: &str, object: &str, vocabulary: &Vocabulary) -> Triple {
    Triple::new(vocabulary.actor(subject), vocabulary.relation(relation), vocabulary.actor(object))
}

/// That a claim is the reifier of a triple.
fn reified(claim: NamedNode, triple: Triple) -> Quad {
    Quad::new(claim, rdf::REIFIES, triple, GraphName::DefaultGraph)
}
