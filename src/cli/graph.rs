//! Graph folders that a command reads.

use std::borrow::Cow;
use std::path::Path;

use crate::model::Graph;
use crate::ontology::Ontology;
use crate::pipeline::publish::{Vocabulary, folder};
use crate::pipeline::{fuse, grade};
use crate::store::{self, Prefixes, Store};

/// The RDF of a folder.
pub(super) fn store(path: &Path) -> anyhow::Result<Store> {
    let vocabulary = Vocabulary::new(&folder::manifest(path)?.options.base)?;
    Ok(store::open(path, Prefixes::new(vocabulary.prefixes()))?)
}

/// The scored graph of a folder, and the ontology with the threshold and the weights of media that the folder was built with.
pub(super) fn load(path: &Path, ontology: Cow<'static, Ontology>) -> anyhow::Result<(Graph, Ontology)> {
    let (manifest, documents, claims) = folder::read(path)?;
    let mut ontology = ontology.into_owned();
    ontology.scoring.threshold = manifest.threshold;
    ontology.scoring.publishers = manifest.publishers;
    let graph = grade::grade(fuse::fuse(documents, claims, &ontology), &ontology);
    Ok((graph, ontology))
}
