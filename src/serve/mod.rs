//! A graph folder over HTTP: SPARQL, a small JSON API, and the page that explores it.
//!
//! [`Snapshot`] is what the folder held at one moment; [`Served`] hands out the newest.

pub mod api;
mod snapshot;

pub use snapshot::{Graphs, OpenError, Served, Snapshot};
