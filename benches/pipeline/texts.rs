//! What is measured: the corpus of the repository, many times over.

use std::path::{Path, PathBuf};

use aliansi::model::{Claim, Document};
use aliansi::ontology::Ontology;
use aliansi::pipeline::{self, acquire};

/// How many copies of each document are read.
const COPIES: usize = 20;

/// The folder of the corpus.
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus")
}

/// Every document below the folder of the corpus.
pub fn acquired() -> Vec<Document> {
    acquire::acquire(&[folder()], &acquire::Options::default(), Ontology::shipped())
        .map(Result::unwrap)
        .collect()
}

/// Copies of the documents in a language, each with an id of its own.
pub fn documents(language: &str) -> Vec<Document> {
    let documents = acquired().into_iter().filter(|document| document.language.as_deref() == Some(language));
    let copy = |document: Document| {
        (0..COPIES).map(move |n| Document { id: format!("{n}/{}", document.id), ..document.clone() })
    };
    documents.flat_map(copy).collect()
}

/// How many words documents hold.
pub fn words(documents: &[Document]) -> u64 {
    documents.iter().map(|document| document.text.split_whitespace().count() as u64).sum()
}

/// The claims of documents.
pub fn claims(documents: &[Document]) -> Vec<Claim> {
    documents.iter().flat_map(|document| pipeline::claims(document, Ontology::shipped())).collect()
}
