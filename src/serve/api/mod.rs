//! The JSON API: what the graph knows of actors, edges, evidence, ties, blocs and time.

use std::sync::Arc;

use axum::Router;

use super::State;

/// The API under `/api`.
pub fn router() -> Router<Arc<State>> {
    Router::new()
}
