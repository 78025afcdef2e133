//! `fuse` and `grade`: what becomes an edge, and how sure it is.
#![allow(clippy::unwrap_used)] // a test that panics fails

#[path = "publish/fixture.rs"]
mod fixture;
#[path = "graph/fusing.rs"]
mod fusing;
#[path = "graph/grading.rs"]
mod grading;
#[path = "graph/properties.rs"]
mod properties;
#[path = "publish/writers.rs"]
mod writers;
