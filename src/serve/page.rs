//! The page that explores the graph.

use std::sync::Arc;

use axum::Router;
use axum::response::Html;
use axum::routing::get;

use super::State;

/// The page and its assets.
pub fn router() -> Router<Arc<State>> {
    Router::new().route("/", get(|| async { Html(include_str!("page.html")) }))
}
