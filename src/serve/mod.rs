//! A graph folder over HTTP: SPARQL, a small JSON API, and the page that explores it.
//!
//! [`Snapshot`] is what the folder held at one moment; [`Served`] hands out the newest. [`State`] is what requests share,
//! [`serve`] answers them.

pub mod api;
mod app;
mod connection;
mod freshness;
mod graphs;
mod health;
mod hosts;
mod limits;
mod listen;
pub mod page;
mod queue;
mod signature;
mod snapshot;
mod sparql;
mod state;

pub use graphs::Graphs;
pub use hosts::{Hosts, is_own_origin};
pub use limits::Limits;
pub use listen::serve;
pub use queue::{Queue, Turn};
pub use snapshot::{OpenError, Served, Snapshot};
pub use state::{Report, State};
