//! What a graph folder held at one moment.

use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock, PoisonError, RwLock};

use thiserror::Error;

use super::Graphs;
use super::signature::Signature;
use crate::model::Levels;
use crate::ontology::Ontology;
use crate::pipeline;
use crate::pipeline::publish::{Manifest, PublishError, Vocabulary, folder};
use crate::store::{self, Prefixes, Store};

/// What a graph folder held at one moment. Cheap to open; the graphs are made when they are first asked for.
pub struct Snapshot {
    /// The folder.
    pub path: PathBuf,
    /// How the folder was built.
    pub manifest: Manifest,
    /// A hash of what the folder holds ([`folder::hash`]).
    pub hash: String,
    /// By what a change of the folder shows, from before it was read.
    pub(super) signature: Signature,
    /// The folder's RDF.
    pub store: Store,
    /// What is known of actors and relations, with the threshold and the worth of media that the folder was built with.
    pub ontology: Ontology,
    graphs: OnceLock<Result<Arc<Graphs>, String>>,
}

/// Why a folder cannot be served.
#[derive(Debug, Error)]
pub enum OpenError {
    /// The folder's files cannot be read.
    #[error(transparent)]
    Folder(#[from] PublishError),
    /// The base of the folder's IRIs is none.
    #[error("the folder's base IRI: {0}")]
    Base(std::io::Error),
    /// The folder's RDF cannot be read.
    #[error(transparent)]
    Store(#[from] store::OpenError),
    /// The folder's graphs cannot be made.
    #[error("{0}")]
    Graphs(String),
}

impl Snapshot {
    /// Opens a folder with an ontology, of which the folder's own threshold and worth of media take the place.
    ///
    /// # Errors
    /// [`OpenError`] where the folder is no graph folder or cannot be read.
    pub fn open(path: &Path, mut ontology: Ontology) -> Result<Self, OpenError> {
        let signature = Signature::of(path);
        let manifest = folder::manifest(path)?;
        let hash = folder::hash(path)?;
        if Signature::of(path) != signature {
            // It was written anew meanwhile: manifest and hash may be those of different folders.
            return Self::open(path, ontology);
        }
        let vocabulary = Vocabulary::new(&manifest.options.base).map_err(OpenError::Base)?;
        let store = store::open(path, Prefixes::new(vocabulary.prefixes()))?;
        ontology.scoring.threshold = manifest.threshold;
        ontology.scoring.publishers.clone_from(&manifest.publishers);
        Ok(Self {
            path: path.to_owned(),
            manifest,
            hash,
            signature,
            store,
            ontology,
            graphs: OnceLock::new(),
        })
    }

    /// The graphs, made at the first call, which takes seconds for a million claims; calls meanwhile wait.
    ///
    /// # Errors
    /// What is wrong with the folder's documents, claims or decisions.
    pub fn graphs(&self) -> Result<&Arc<Graphs>, String> {
        self.graphs
            .get_or_init(|| self.read().map_err(|error| error.to_string()))
            .as_ref()
            .map_err(Clone::clone)
    }

    /// The graphs, if they are made; an error if they cannot be.
    pub fn graphs_if_made(&self) -> Option<Result<&Arc<Graphs>, &str>> {
        self.graphs.get().map(|made| made.as_ref().map_err(String::as_str))
    }

    /// The graphs, if they are made.
    pub fn graphs_now(&self) -> Option<&Graphs> {
        self.graphs.get()?.as_deref().ok()
    }

    /// The snapshot with graphs that are known already: those that its folder was just written from.
    pub fn knowing(self, levels: Levels) -> Self {
        let graphs = OnceLock::from(Ok(Arc::new(Graphs::of(levels, &self.ontology))));
        Self { graphs, ..self }
    }

    fn read(&self) -> Result<Arc<Graphs>, PublishError> {
        let (manifest, material) = folder::read(&self.path)?;
        let levels = pipeline::graphs(material, &manifest.options.view(), &self.ontology);
        Ok(Arc::new(Graphs::of(levels, &self.ontology)))
    }
}

/// A folder as it is now; requests keep the snapshot that they began with.
pub struct Served(RwLock<Arc<Snapshot>>);

impl Served {
    /// Begins with a snapshot.
    pub fn new(snapshot: Snapshot) -> Self {
        Self(RwLock::new(Arc::new(snapshot)))
    }

    /// The newest snapshot.
    pub fn now(&self) -> Arc<Snapshot> {
        self.0.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Puts a newer snapshot in its place.
    pub fn replace(&self, snapshot: Snapshot) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(snapshot);
    }
}
