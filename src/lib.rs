//! aliansi: a sourced, scored knowledge graph of actors and alliances, from news.
//!
//! [`pipeline`] holds the eight stages in alphabetical order, [`model`] the data that passes between them,
//! [`ontology`] all that they know. [`store`] asks a finished graph in SPARQL, [`eval`] scores claims against
//! gold, [`serve`] answers over HTTP, [`analytics`] reads a graph as a signed network, [`gaps`] tells what the ontology lacks, [`syntax`] tags and parses with models of its own, [`desk`] takes what people decide, [`memory`] counts what a thread holds, [`cli`] is the command line.

pub mod analytics;
pub mod cli;
pub mod desk;
mod digest;
pub mod eval;
pub mod gaps;
pub mod memory;
pub mod model;
pub mod ontology;
pub mod pipeline;
pub mod serve;
mod spelling;
pub mod store;
pub mod syntax;
pub mod words;
