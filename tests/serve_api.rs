//! The JSON API of a server that runs: what each address answers, what is refused, how decisions are taken.
#![allow(clippy::unwrap_used)] // a test that panics fails

#[path = "serve_api/actors.rs"]
mod actors;
#[path = "serve_api/deciding.rs"]
mod deciding;
#[path = "serve_api/description.rs"]
mod description;
#[path = "serve_api/edges.rs"]
mod edges;
#[path = "serve_api/fable.rs"]
mod fable;
#[path = "serve_api/network.rs"]
mod network;
#[path = "serve_api/refusals.rs"]
mod refusals;
#[allow(dead_code)] // shared with the tests of the command line
#[path = "cli/run.rs"]
mod run;
#[path = "serve_api/server.rs"]
mod server;
#[path = "serve_api/summary.rs"]
mod summary;
