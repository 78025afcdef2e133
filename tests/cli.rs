//! The binary as its users meet it: exit statuses, messages, outputs.
#![allow(clippy::unwrap_used)]

mod cli {
    pub mod add;
    pub mod build;
    pub mod decide;
    pub mod eval;
    pub mod explain;
    pub mod extract;
    pub mod forget;
    pub mod gaps;
    pub mod query;
    pub mod remove;
    pub mod run;
    pub mod usage;
}
