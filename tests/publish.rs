//! The writers of `publish`: goldens, and what readers get back.
//!
//! `ALIANSI_BLESS=1 cargo test --test publish` rewrites the goldens.
#![allow(clippy::unwrap_used)] // a test that panics fails

mod bless;
#[path = "publish/diagram.rs"]
mod diagram;
#[path = "publish/extremes.rs"]
mod extremes;
#[path = "publish/fixture.rs"]
mod fixture;
#[path = "publish/folder.rs"]
mod folder;
#[path = "publish/gexf.rs"]
mod gexf;
#[path = "publish/golden.rs"]
mod golden;
#[path = "publish/hostile.rs"]
mod hostile;
#[path = "publish/killing.rs"]
mod killing;
#[path = "publish/layout.rs"]
mod layout;
#[path = "publish/mermaid.rs"]
mod mermaid;
#[path = "publish/rdf.rs"]
mod rdf;
#[path = "publish/readers.rs"]
mod readers;
#[path = "publish/report.rs"]
mod report;
#[path = "publish/schema.rs"]
mod schema;
#[path = "publish/shapes.rs"]
mod shapes;
#[path = "publish/tables.rs"]
mod tables;
#[path = "publish/writers.rs"]
mod writers;
