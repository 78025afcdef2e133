//! `aliansi serve` as its clients meet it: the binary, over TCP.
#![allow(clippy::unwrap_used)]

mod serve {
    pub mod cache;
    pub mod client;
    pub mod headers;
    pub mod hostile;
    pub mod limits;
    pub mod negotiation;
    pub mod protocol;
    pub mod running;
    pub mod start;
}

#[path = "cli/run.rs"]
#[allow(dead_code)]
mod run;
