//! Eight stages, in alphabetical order, each a folder with one entry function:
//!
//! | stage | takes → gives |
//! |---|---|
//! | [`acquire`] | paths → documents |
//! | [`analyze`] | document → sentences of tokens |
//! | [`detect`] | sentences → mentions of actors |
//! | [`extract`] | sentences, mentions → claims |
//! | [`forget`] | documents, claims → the same without whom people decided to forget |
//! | [`fuse`] | documents, claims → graph |
//! | [`grade`] | graph → scored graph |
//! | [`publish`] | scored graph → bytes |
//!
//! [`read`] runs the three in the middle over one document; [`claims`] gives its claims alone. Between `detect` and `extract`
//! it has [`analyze::parse`] grow the trees, for which names must be known.

pub mod acquire;
pub mod analyze;
pub mod detect;
pub mod extract;
pub mod forget;
pub mod fuse;
pub mod grade;
pub mod publish;

use crate::model::{Claim, Document, Levels, Material, Mention, Sentence, View};
use crate::ontology::Ontology;

/// What one document holds.
#[derive(Debug, Clone, Default)]
pub struct Reading {
    /// How many sentences it has.
    pub sentences: usize,
    /// Its claims, in the order of the sentences.
    pub claims: Vec<Claim>,
}

/// Analyses one document: its claims, and how many sentences they were sought in.
pub fn read(document: &Document, ontology: &Ontology) -> Reading {
    let (sentences, mentions) = analyzed(document, ontology);
    let claims = extract::extract(document, &sentences, &mentions, ontology);
    Reading { sentences: sentences.len(), claims }
}

/// The mentions of one document, without trees, which they do not need.
pub fn mentions(document: &Document, ontology: &Ontology) -> Vec<Mention> {
    detect::detect(document, &analyze::analyze(document, ontology), ontology)
}

/// The sentences of one document, those that can hold a claim with their trees, and its mentions of actors.
pub fn analyzed(document: &Document, ontology: &Ontology) -> (Vec<Sentence>, Vec<Mention>) {
    let mut sentences = analyze::analyze(document, ontology);
    let mentions = detect::detect(document, &sentences, ontology);
    analyze::parse(document, &mut sentences, &mentions, ontology);
    (sentences, mentions)
}

/// Every claim of one document, in the order of its sentences.
pub fn claims(document: &Document, ontology: &Ontology) -> Vec<Claim> {
    read(document, ontology).claims
}

/// Fuses and grades: the scored graphs of both levels.
pub fn graphs(material: Material, view: &View, ontology: &Ontology) -> Levels {
    grade::grade_levels(fuse::fuse_levels(material, view, ontology), ontology)
}
