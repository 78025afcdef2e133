//! Where a claim comes from in the end.

use std::collections::HashMap;

use crate::model::{Claim, Graph, kebab};

/// A source that counts once, however often it is repeated.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// A medium: the one that the text cites, else the one that the document was taken over from, else its
    /// publisher. Names are compared without regard to case, accents and punctuation.
    Medium(String),
    /// A document of which no medium is known.
    Document(String),
}

/// The origin of each piece of evidence, in order. A sentence that several origins share word for word is a
/// reprint, and belongs to the first of them in their order.
pub fn origins(graph: &Graph, evidence: &[&Claim]) -> Vec<Origin> {
    let mut first: HashMap<String, Origin> = HashMap::new();
    for claim in evidence {
        let origin = own_origin(graph, claim);
        first
            .entry(wording(&claim.text))
            .and_modify(|known| *known = origin.clone().min(known.clone()))
            .or_insert(origin);
    }
    evidence.iter().map(|claim| first[&wording(&claim.text)].clone()).collect()
}

fn own_origin(graph: &Graph, claim: &Claim) -> Origin {
    let document = graph.document(&claim.document);
    let medium = claim
        .via
        .as_deref()
        .or_else(|| document?.via.as_deref())
        .or_else(|| document?.publisher.as_deref())
        .map(kebab)
        .filter(|name| !name.is_empty());
    medium.map_or_else(|| Origin::Document(claim.document.clone()), Origin::Medium)
}

/// The words of a sentence, without what typesetting changes.
fn wording(sentence: &str) -> String {
    sentence.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}
