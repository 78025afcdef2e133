//! What all requests share.

use std::fmt::Display;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use axum::http::HeaderValue;

use super::hosts::Hosts;
use super::limits::Limits;
use super::queue::Queue;
use super::signature::Signature;
use super::snapshot::{OpenError, Served, Snapshot};
use crate::ontology::Ontology;
use crate::pipeline::publish::folder;

/// The folder is looked at so often at most.
const LOOK: Duration = Duration::from_secs(1);

/// Where the server speaks to who runs it.
pub type Report = Box<dyn Fn(&dyn Display) + Send + Sync>;

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
    /// Where the server speaks to who runs it.
    pub report: Report,
    /// Whether it tells of every request; of queries it never does.
    pub log: bool,
    /// Origins whose pages may read answers; `*` is all.
    pub origins: Vec<HeaderValue>,
    /// What a folder is opened with.
    ontology: Ontology,
    began: Instant,
    /// Milliseconds since `began`.
    looked: AtomicU64,
    /// The signature of the folder that is served, or that could not be.
    seen: Mutex<Signature>,
}

impl State {
    /// The state of a server that begins with a snapshot; `ontology` is what the folder is opened with when it has changed.
    pub fn new(snapshot: Snapshot, ontology: Ontology, hosts: Hosts, edit: bool, limits: Limits) -> Self {
        Self {
            queue: Queue::new(limits.queries, limits.waiting),
            seen: Mutex::new(snapshot.signature.clone()),
            served: Served::new(snapshot),
            edit,
            limits,
            hosts,
            report: Box::new(|_| {}),
            log: false,
            origins: Vec::new(),
            ontology,
            began: Instant::now(),
            looked: AtomicU64::new(0),
        }
    }

    /// Opens the folder again, makes its graphs, and serves it from then on. Takes as long as that takes: seconds for a million
    /// claims, in which requests are answered from what was served before.
    ///
    /// # Errors
    /// [`OpenError`] where the folder cannot be read; what was served before stays.
    pub fn reopen(&self) -> Result<Arc<Snapshot>, OpenError> {
        self.reopen_as(self.seen())
    }

    /// Looks in the background whether the folder has changed, and serves it anew if it has. Most calls do nothing.
    pub fn look(self: &Arc<Self>) {
        let now = self.began.elapsed().as_millis() as u64;
        let looked = self.looked.load(Ordering::Relaxed);
        let is_due = now.saturating_sub(looked) >= LOOK.as_millis() as u64;
        if is_due && self.looked.compare_exchange(looked, now, Ordering::Relaxed, Ordering::Relaxed).is_ok() {
            let state = self.clone();
            tokio::task::spawn_blocking(move || state.follow());
        }
    }

    fn follow(&self) {
        // Who cannot have the lock at once finds somebody at work.
        let Ok(seen) = self.seen.try_lock() else { return };
        let snapshot = self.served.now();
        let signature = Signature::of(&snapshot.path);
        if *seen == signature {
            return;
        }
        match self.reopen_as(seen) {
            Ok(new) if new.hash != snapshot.hash => {
                (self.report)(&"the folder has changed and is served as it is now");
                new.store.unindexed().inspect(|why| (self.report)(why));
            }
            Ok(_) => {}
            Err(error) => (self.report)(&format_args!(
                "warning: the folder has changed and cannot be read, so it is served as it was: {error}"
            )),
        }
    }

    fn reopen_as(&self, mut seen: MutexGuard<'_, Signature>) -> Result<Arc<Snapshot>, OpenError> {
        let path = self.served.now().path.clone();
        *seen = Signature::of(&path);
        if folder::hash(&path)? == self.served.now().hash {
            return Ok(self.served.now());
        }
        let snapshot = Snapshot::open(&path, self.ontology.clone())?;
        snapshot.graphs().map_err(OpenError::Graphs)?;
        *seen = snapshot.signature.clone();
        self.served.replace(snapshot);
        Ok(self.served.now())
    }

    /// Serves the folder as `change` leaves it, which itself writes it and opens it again; nobody else takes it up meanwhile.
    ///
    /// # Errors
    /// Those of `change`; what was served before stays.
    pub(super) fn changed<E>(
        &self,
        change: impl FnOnce(&Snapshot) -> Result<Snapshot, E>,
    ) -> Result<Arc<Snapshot>, E> {
        let mut seen = self.seen();
        let snapshot = change(&self.served.now())?;
        *seen = snapshot.signature.clone();
        self.served.replace(snapshot);
        Ok(self.served.now())
    }

    fn seen(&self) -> MutexGuard<'_, Signature> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
