//! A graph folder over HTTP: SPARQL, a small JSON API, and the page that explores it.
//!
//! [`Snapshot`] is what the folder held at one moment; [`Served`] hands out the newest.

pub mod api;
mod graphs;
mod snapshot;
mod state;

pub use graphs::Graphs;
pub use snapshot::{OpenError, Served, Snapshot};
pub use state::State;
