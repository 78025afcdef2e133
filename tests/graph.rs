//! `fuse` and `grade`: what becomes an edge, and how sure it is.
#![allow(clippy::unwrap_used)] // a test that panics fails

#[path = "graph/deciding.rs"]
mod deciding;
#[path = "publish/fixture.rs"]
mod fixture;
#[path = "graph/fusing.rs"]
mod fusing;
#[path = "graph/grading.rs"]
mod grading;
#[path = "graph/opposing.rs"]
mod opposing;
#[path = "graph/properties.rs"]
mod properties;
#[path = "graph/viewing.rs"]
mod viewing;
#[path = "publish/writers.rs"]
mod writers;
