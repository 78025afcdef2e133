//! Documents and claims → graph.
//!
//! The graph depends on the set of documents and claims alone, not on their order, so that adding and
//! removing documents gives what a new build would give.

mod actors;
mod edges;
mod unique;

use petgraph::graph::DiGraph;

use crate::model::{Claim, Document, Graph};
use crate::ontology::Ontology;

/// Makes one node of every actor that a claim names in any role, and one edge of every
/// (subject, relation, object), with all its evidence.
///
/// Claims with one evidence id count once; of two documents with one id the first in the order of their
/// records is kept (`acquire` gives unique ids). An edge of a symmetric relation runs from the smaller
/// actor id to the greater. Scores are left at nothing until [`grade`](crate::pipeline::grade).
/// Takes O(n log n) comparisons for n claims and copies no claim.
pub fn fuse(documents: Vec<Document>, claims: Vec<Claim>, ontology: &Ontology) -> Graph {
    let documents = unique::documents(documents);
    let claims = unique::claims(claims);
    let mut network = DiGraph::new();
    let positions = actors::add(&mut network, &claims, ontology);
    edges::add(&mut network, &claims, &positions, ontology);
    Graph { documents, claims, network }
}
