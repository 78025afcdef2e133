//! Sentences and mentions → claims.
use crate::model::{Claim, Document, Mention, Sentence};
use crate::ontology::Ontology;
/// Binds frames to arguments.
pub fn extract(
    _document: &Document,
    _sentences: &[Sentence],
    _mentions: &[Mention],
    _ontology: &Ontology,
) -> Vec<Claim> {
    Vec::new()
}
