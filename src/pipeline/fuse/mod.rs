//! Documents and claims → graph.
use crate::model::{Claim, Document, Graph};
use crate::ontology::Ontology;
/// One edge for each (subject, relation, object).
pub fn fuse(_documents: Vec<Document>, _claims: Vec<Claim>, _ontology: &Ontology) -> Graph {
    Graph::default()
}
