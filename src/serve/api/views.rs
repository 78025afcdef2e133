//! Graphs within windows, made when they are asked for and kept for a while.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::task::spawn_blocking;

use super::problem::Problem;
use crate::model::{Level, Window};
use crate::serve::{Graphs, Snapshot};

/// So many views are kept.
const KEPT: usize = 4;
/// However few claims the graph has, views of so many in all are kept; else as many as the graph has.
const ROOM: usize = 200_000;
/// So long a request waits for its view before the client is told to ask again.
const PATIENCE: Duration = Duration::from_secs(5);

/// Graphs within windows, the last used last, and those that are being made.
#[derive(Default)]
pub(super) struct Views {
    kept: Mutex<Vec<View>>,
    /// Whoever makes a view has it: one at a time.
    turn: Arc<tokio::sync::Mutex<()>>,
    /// The folder's hash of which the whole graphs were last begun.
    begun: Mutex<Option<String>>,
}

struct View {
    /// Of the folder.
    hash: String,
    window: Window,
    graphs: Arc<Graphs>,
}

impl Views {
    /// The graphs of a snapshot, if they are made; else a problem that says when to ask again.
    pub fn whole(&self, snapshot: &Arc<Snapshot>) -> Result<Arc<Graphs>, Problem> {
        match snapshot.graphs_if_made() {
            Some(Ok(graphs)) => Ok(graphs.clone()),
            Some(Err(cause)) => Err(broken(cause)),
            None => {
                self.begin(snapshot);
                Err(Problem::in_the_making("the graphs are still being made of the folder"))
            }
        }
    }

    /// Has the graphs made, once a snapshot.
    fn begin(&self, snapshot: &Arc<Snapshot>) {
        let mut begun = self.begun.lock().unwrap_or_else(PoisonError::into_inner);
        if begun.as_ref() != Some(&snapshot.hash) {
            *begun = Some(snapshot.hash.clone());
            let snapshot = snapshot.clone();
            spawn_blocking(move || snapshot.graphs().map(drop));
        }
    }

    /// The graphs within a window, made now unless they are kept. Makes one at a time; a request that waits too long is told to ask
    /// again, while the making goes on.
    pub async fn within(
        self: &Arc<Self>,
        snapshot: &Arc<Snapshot>,
        whole: &Arc<Graphs>,
        window: Window,
    ) -> Result<Arc<Graphs>, Problem> {
        if window.is_open() {
            return Ok(whole.clone());
        }
        if let Some(known) = self.find(&snapshot.hash, &window) {
            return Ok(known);
        }
        let made = tokio::time::timeout(PATIENCE, self.make(snapshot, whole, window)).await;
        let waiting = || Problem::in_the_making("the graph of this span of time is still being made");
        made.map_err(|_| waiting())?
    }

    async fn make(
        self: &Arc<Self>,
        snapshot: &Arc<Snapshot>,
        whole: &Arc<Graphs>,
        window: Window,
    ) -> Result<Arc<Graphs>, Problem> {
        let turn = self.turn.clone().lock_owned().await;
        if let Some(known) = self.find(&snapshot.hash, &window) {
            return Ok(known);
        }
        let (views, snapshot, whole) = (self.clone(), snapshot.clone(), whole.clone());
        let work = move || {
            let graphs = Arc::new(whole.within(&window, &snapshot.ontology));
            views.keep(View { hash: snapshot.hash.clone(), window, graphs: graphs.clone() }, &whole);
            drop(turn);
            graphs
        };
        spawn_blocking(work).await.map_err(|cause| broken(&cause.to_string()))
    }

    /// A view that is kept; it is then the last used.
    fn find(&self, hash: &str, window: &Window) -> Option<Arc<Graphs>> {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.retain(|view| view.hash == hash);
        let at = kept.iter().position(|view| view.window == *window)?;
        let view = kept.remove(at);
        let graphs = view.graphs.clone();
        kept.push(view);
        Some(graphs)
    }

    fn keep(&self, view: View, whole: &Graphs) {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.push(view);
        let room = claims(whole).max(ROOM);
        while kept.len() > KEPT
            || kept.len() > 1 && kept.iter().map(|view| claims(&view.graphs)).sum::<usize>() > room
        {
            kept.remove(0);
        }
    }
}

fn claims(graphs: &Graphs) -> usize {
    graphs.at(Level::Actor).0.claims.len()
}

fn broken(cause: &str) -> Problem {
    let hint = "mend the folder, or build it anew; the server notices when it has changed";
    Problem::new(axum::http::StatusCode::INTERNAL_SERVER_ERROR, "The folder cannot be read", cause, hint)
}
