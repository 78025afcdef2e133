//! What all requests share.

use std::sync::{Arc, Mutex, PoisonError};

use super::hosts::Hosts;
use super::limits::Limits;
use super::queue::Queue;
use super::snapshot::{OpenError, Served, Snapshot};
use crate::ontology::Ontology;

/// What all requests share.
pub struct State {
    /// The graph folder as it is now.
    pub served: Served,
    /// Whether evidence may be rejected and corrected.
    pub edit: bool,
    /// How much a client may ask.
    pub limits: Limits,
    /// The queries that run, and those that wait.
    pub queue: Queue,
    /// By which names the server may be called.
    pub hosts: Hosts,
    /// What a folder is opened with.
    ontology: Ontology,
    reopening: Mutex<()>,
}

impl State {
    /// The state of a server that begins with a snapshot; `ontology` is what the folder is opened with when it has changed.
    pub fn new(snapshot: Snapshot, ontology: Ontology, hosts: Hosts, edit: bool, limits: Limits) -> Self {
        let queue = Queue::new(limits.queries, limits.waiting);
        Self {
            served: Served::new(snapshot),
            edit,
            limits,
            queue,
            hosts,
            ontology,
            reopening: Mutex::default(),
        }
    }

    /// Opens the folder again, makes its graphs, and serves it from then on. Takes as long as that takes: seconds for a million
    /// claims, in which requests are answered from what was served before.
    ///
    /// # Errors
    /// [`OpenError`] where the folder cannot be read; what was served before stays.
    pub fn reopen(&self) -> Result<Arc<Snapshot>, OpenError> {
        let _one_at_a_time = self.reopening.lock().unwrap_or_else(PoisonError::into_inner);
        let snapshot = Snapshot::open(&self.served.now().path, self.ontology.clone())?;
        snapshot.graphs().map_err(OpenError::Graphs)?;
        self.served.replace(snapshot);
        Ok(self.served.now())
    }
}
