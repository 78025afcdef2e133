//! Models from end to end: training, files, analysis, the command line.
#![allow(clippy::single_range_in_vec_init)] // a list of one name

#[path = "syntax/treebank.rs"]
mod treebank;

#[path = "syntax/analysis.rs"]
mod analysis;
#[path = "syntax/command.rs"]
mod command;
#[path = "syntax/training.rs"]
mod training;
