//! The graph as RDF statements, made once for every RDF writer.
//!
//! A plain edge is a triple `actor rel:RELATION actor` (both ways round where the relation is symmetric, so
//! that a query need not know on which side an actor stands). Claims, evidence, documents, actors and
//! relations are nodes with IRIs made of ids and hashes; there are no blank nodes. What a document is and
//! says stands in a graph named after the document, all else in the default graph.
//!
//! With RDF 1.2 a claim is also the reifier of the triple that it is about: `claim:X rdf:reifies <<( s p o )>>`.

mod actor;
mod block;
mod claim;
mod dataset;
mod description;
mod edge;
mod evidence;
mod format;
mod vocabulary;

pub use block::blocks;
pub use format::RdfFormat;
pub use vocabulary::{Vocabulary, XSD, prefixed};

use std::cell::Cell;
use std::rc::Rc;

use oxigraph::model::Quad;

use super::Options;
use crate::model::Graph;
use crate::ontology::Ontology;

/// Every statement once, in one order: what the data set is, plain edges by subject, relation and object, what
/// describes relations, actors and claims, then each document and its evidence, and the number of triples at the
/// end. Statements about one subject stand together, but for the data set, and so do those of one graph.
pub fn statements<'g>(
    graph: &'g Graph,
    ontology: &'g Ontology,
    vocabulary: &'g Vocabulary,
) -> impl Iterator<Item = Quad> + 'g {
    made(graph, ontology, vocabulary, false)
}

/// The statements that a file with these options holds.
pub fn chosen<'g>(
    graph: &'g Graph,
    ontology: &'g Ontology,
    vocabulary: &'g Vocabulary,
    options: &Options,
) -> impl Iterator<Item = Quad> + 'g {
    made(graph, ontology, vocabulary, options.rdf12)
}

fn made<'g>(
    graph: &'g Graph,
    ontology: &'g Ontology,
    vocabulary: &'g Vocabulary,
    reifies: bool,
) -> impl Iterator<Item = Quad> + 'g {
    let count = Rc::new(Cell::new(0));
    let seen = count.clone();
    dataset::description(graph, ontology, vocabulary)
        .into_iter()
        .chain(edge::plain(graph, vocabulary, reifies))
        .chain(actor::relations(graph, ontology, vocabulary))
        .chain(actor::actors(graph, ontology, vocabulary))
        .chain(claim::claims(graph, vocabulary, reifies))
        .chain(evidence::by_document(graph, vocabulary))
        .inspect(move |_| seen.set(seen.get() + 1))
        .chain(std::iter::once_with(move || dataset::size(count.get(), vocabulary)))
}
