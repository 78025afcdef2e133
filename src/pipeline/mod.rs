//! Seven stages, in alphabetical order, each a folder with one entry function:
//!
//! | stage | takes → gives |
//! |---|---|
//! | [`acquire`] | paths → documents |
//! | [`analyze`] | document → sentences of tokens |
//! | [`detect`] | sentences → mentions of actors |
//! | [`extract`] | sentences, mentions → claims |
//! | [`fuse`] | documents, claims → graph |
//! | [`grade`] | graph → scored graph |
//! | [`publish`] | scored graph → bytes |
//!
//! [`claims`] runs the three in the middle over one document.

pub mod acquire;
pub mod analyze;
pub mod detect;
pub mod extract;
pub mod fuse;
pub mod grade;
pub mod publish;

use crate::model::{Claim, Document};
use crate::ontology::Ontology;

/// Every claim of one document, in the order of its sentences.
pub fn claims(document: &Document, ontology: &Ontology) -> Vec<Claim> {
    let sentences = analyze::analyze(document, ontology);
    let mentions = detect::detect(document, &sentences, ontology);
    extract::extract(document, &sentences, &mentions, ontology)
}
