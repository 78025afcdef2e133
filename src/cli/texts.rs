//! Texts that go into a graph folder: read, and searched for claims.

use std::path::PathBuf;

use rayon::prelude::*;

use super::console::Console;
use super::input::{self, Reading};
use crate::model::{ActorPool, Claim, Document};
use crate::ontology::Ontology;
use crate::pipeline::{self, acquire};

/// What was found in documents.
pub(super) struct Found {
    pub(super) sentences: usize,
    /// In the order of the documents.
    pub(super) claims: Vec<Claim>,
}

/// Every document, sorted by id; an error if there is none. The paths are read in one order, since it decides which of two
/// documents with one id keeps it.
pub(super) fn documents(
    paths: &[PathBuf],
    reading: &Reading,
    ontology: &Ontology,
    console: &Console,
) -> anyhow::Result<Vec<Document>> {
    let bar = console.progress("reading", None);
    let mut documents = Vec::new();
    for acquired in acquire::acquire(&input::in_one_order(paths), &reading.options(), ontology) {
        match acquired {
            Ok(document) => documents.push(document),
            Err(warning) => console.warn(&warning),
        }
        bar.set_position(documents.len() as u64);
    }
    console.progress_done();
    documents.sort_by(|a, b| a.id.cmp(&b.id));
    if documents.is_empty() { Err(input::nothing_read(paths)) } else { Ok(documents) }
}

/// The claims of documents.
pub(super) fn claims(
    documents: &[Document],
    reading: &Reading,
    ontology: &Ontology,
    console: &Console,
) -> anyhow::Result<Found> {
    let bar = console.progress("extracting claims", Some(documents.len()));
    let read = |document| {
        let reading = pipeline::read(document, ontology);
        bar.inc(1);
        reading
    };
    let readings: Vec<_> = reading.pool()?.install(|| documents.par_iter().map(read).collect());
    console.progress_done();
    let sentences = readings.iter().map(|reading| reading.sentences).sum();
    let mut claims: Vec<Claim> = readings.into_iter().flat_map(|reading| reading.claims).collect();
    let mut actors = ActorPool::default();
    claims.iter_mut().for_each(|claim| actors.share(claim));
    Ok(Found { sentences, claims })
}
