//! Whether the server lives, and with which graph.

use std::sync::Arc;

use axum::extract::State as Extracted;
use axum::routing::get;
use axum::{Json, Router};
use serde::Serialize;

use super::State;

/// Whether the server lives, and with which graph.
#[derive(Serialize)]
struct Health {
    status: &'static str,
    version: &'static str,
    graph: String,
    /// Whether the API has its graphs; SPARQL is answered before.
    ready: bool,
}

pub(super) fn router() -> Router<Arc<State>> {
    Router::new().route("/health", get(health))
}

async fn health(Extracted(state): Extracted<Arc<State>>) -> Json<Health> {
    let snapshot = state.served.now();
    Json(Health {
        status: "ok",
        version: env!("CARGO_PKG_VERSION"),
        graph: snapshot.hash.clone(),
        ready: snapshot.graphs_now().is_some(),
    })
}
