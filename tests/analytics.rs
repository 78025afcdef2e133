//! Signed-network analytics against published results, reference implementations and exhaustive search.

#![allow(clippy::unwrap_used)] // a failed step is a failed test

#[path = "analytics/exhaustive.rs"]
mod exhaustive;
#[path = "analytics/frustration.rs"]
mod frustration;
#[path = "analytics/networks.rs"]
mod networks;
