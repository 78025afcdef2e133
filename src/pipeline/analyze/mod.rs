//! Document → sentences of tokens.
use crate::model::{Document, Sentence};
use crate::ontology::Ontology;
/// Splits, tokenises, analyses.
pub fn analyze(_document: &Document, _ontology: &Ontology) -> Vec<Sentence> {
    Vec::new()
}
