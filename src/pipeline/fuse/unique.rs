//! Sorts documents and claims, and drops what is there twice.

use std::cmp::Ordering;

use serde::Serialize;

use crate::model::{Claim, Document};

/// Documents sorted by id, one for each id.
pub fn documents(mut documents: Vec<Document>) -> Vec<Document> {
    documents.sort_by(|a, b| a.id.cmp(&b.id).then_with(|| record(a).cmp(&record(b))));
    documents.dedup_by(|next, kept| next.id == kept.id);
    documents
}

/// Claims sorted by document, sentence, subject, relation and object, one for each evidence id.
pub fn claims(mut claims: Vec<Claim>) -> Vec<Claim> {
    claims.sort_by(|a, b| a.evidence.cmp(&b.evidence).then_with(|| precedence(a, b)));
    claims.dedup_by(|next, kept| next.evidence == kept.evidence);
    sort(&mut claims);
    claims
}

/// Puts claims in the order of document, sentence, subject, relation and object.
pub fn sort(claims: &mut [Claim]) {
    claims.sort_by(|a, b| a.place().cmp(&b.place()));
}

/// Which of two records of the same evidence is kept: the greater status, as the annotation guidelines have
/// it, then the surer one; the record itself settles what is left, so that the input's order never does.
fn precedence(a: &Claim, b: &Claim) -> Ordering {
    b.status
        .cmp(&a.status)
        .then_with(|| b.confidence.total_cmp(&a.confidence))
        .then_with(|| record(a).cmp(&record(b)))
}

/// The record as it is written; only compared where everything else is equal.
fn record(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}
