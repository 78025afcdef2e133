//! The binary as its users meet it: exit statuses, messages, outputs.
#![allow(clippy::unwrap_used)]

mod bless;
mod cli {
    pub mod add;
    pub mod balance;
    pub mod blocs;
    pub mod build;
    pub mod canned;
    pub mod cite;
    pub mod dated;
    pub mod decide;
    pub mod diff;
    pub mod eval;
    pub mod explain;
    pub mod export;
    pub mod extract;
    pub mod forget;
    pub mod gaps;
    pub mod query;
    pub mod remove;
    pub mod run;
    pub mod shell;
    pub mod show;
    pub mod ties;
    pub mod usage;
}
