//! The graph as RDF statements, made once for every RDF writer.
//!
//! A plain edge is a triple `actor rel:RELATION actor` (both ways round where the relation is symmetric, so
//! that a query need not know on which side an actor stands). Claims, evidence, documents, actors and
//! relations are nodes with IRIs made of ids and hashes; there are no blank nodes. What a document is and
//! says stands in a graph named after the document, all else in the default graph.

mod actor;
mod claim;
mod description;
mod evidence;
mod vocabulary;

pub use vocabulary::Vocabulary;

use oxigraph::model::{GraphName, Quad};

use super::NOTICE;
use crate::model::Graph;
use crate::ontology::Ontology;
use description::{Description, text};
use vocabulary::{DCT, VOID, external};

/// Every statement, in one order: the notice, plain edges by subject, relation and object, then what
/// describes relations, actors, claims, documents and evidence. Statements about one subject stand together.
pub fn statements<'g>(
    graph: &'g Graph,
    ontology: &'g Ontology,
    vocabulary: &'g Vocabulary,
) -> impl Iterator<Item = Quad> + 'g {
    notice(ontology, vocabulary)
        .into_iter()
        .chain(plain_edges(graph, vocabulary))
        .chain(actor::relations(graph, ontology, vocabulary))
        .chain(actor::actors(graph, ontology, vocabulary))
        .chain(claim::claims(graph, vocabulary))
        .chain(evidence::documents(graph, vocabulary))
        .chain(evidence::evidence(graph, vocabulary))
}

fn notice(ontology: &Ontology, vocabulary: &Vocabulary) -> Vec<Quad> {
    Description::of(vocabulary.dataset())
        .a(external(VOID, "Dataset"))
        .with_each(&external(DCT, "description"), NOTICE.map(|(code, words)| text(words, Some(code))))
        .with(vocabulary.term("ontologyHash"), description::plain_text(&ontology.hash))
        .quads()
}

fn plain_edges(graph: &Graph, vocabulary: &Vocabulary) -> Vec<Quad> {
    let mut edges: Vec<(&str, &str, &str)> = Vec::new();
    for (source, edge, target) in graph.edges().filter(|(_, edge, _)| edge.plain) {
        let (source, target) = (source.actor.id.as_str(), target.actor.id.as_str());
        edges.push((source, &edge.relation, target));
        if edge.symmetric && source != target {
            edges.push((target, &edge.relation, source));
        }
    }
    edges.sort_unstable();
    let actor = |id| vocabulary.actor(id);
    let quad = |(s, p, o)| Quad::new(actor(s), vocabulary.relation(p), actor(o), GraphName::DefaultGraph);
    edges.into_iter().map(quad).collect()
}
