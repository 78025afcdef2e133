//! Signed-network analytics against published results, reference implementations and exhaustive search.

#![allow(clippy::unwrap_used)] // a failed step is a failed test

#[path = "analytics/balance.rs"]
mod balance;
#[path = "analytics/blocs.rs"]
mod blocs;
#[path = "analytics/centrality.rs"]
mod centrality;
#[path = "analytics/exhaustive.rs"]
mod exhaustive;
#[path = "publish/fixture.rs"]
mod fixture;
#[path = "analytics/frustration.rs"]
mod frustration;
#[path = "analytics/networks.rs"]
mod networks;
#[path = "analytics/predict.rs"]
mod predict;
#[path = "analytics/threads.rs"]
mod threads;
#[path = "analytics/ties.rs"]
mod ties;
