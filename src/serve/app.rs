//! All that the server answers, behind the checks that hold for everything.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Request, State as Extracted};
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};

use super::{State, api, health, page, sparql};

/// What every answer says to browsers, unless it says so itself.
const HEADERS: [(HeaderName, &str); 5] = [
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "no-referrer"),
    (header::CONTENT_SECURITY_POLICY, "default-src 'none'; frame-ancestors 'none'"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
];

/// All that the server answers.
pub(super) fn app(state: Arc<State>) -> Router {
    Router::new()
        .merge(health::router())
        .merge(sparql::router())
        .merge(api::router())
        .merge(page::router())
        .layer(middleware::from_fn_with_state(state.clone(), guard))
        .with_state(state)
}

/// Sends away who calls the server by a name that is not its own, and adds the headers.
async fn guard(Extracted(state): Extracted<Arc<State>>, request: Request, next: Next) -> Response {
    let is_called = state.hosts.is_called(request.headers(), request.uri());
    let mut response = if is_called { next.run(request).await } else { misdirected() };
    for (name, value) in HEADERS {
        response.headers_mut().entry(name).or_insert(HeaderValue::from_static(value));
    }
    response
}

fn misdirected() -> Response {
    let text = "this server does not go by that name: call it localhost or 127.0.0.1 with its port, \
                or start it with --allow-host NAME\n";
    (StatusCode::MISDIRECTED_REQUEST, text).into_response()
}
