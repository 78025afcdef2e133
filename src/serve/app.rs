//! All that the server answers, behind the checks that hold for everything.

use std::sync::Arc;
use std::time::Instant;

use axum::Router;
use axum::extract::{Request, State as Extracted};
use axum::http::{HeaderName, HeaderValue, Method, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use tower_http::compression::CompressionLayer;
use tower_http::cors::{AllowOrigin, Any, CorsLayer};

use super::{State, api, freshness, health, page, sparql};

/// What every answer says to browsers, unless it says otherwise itself.
const HEADERS: [(HeaderName, &str); 5] = [
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "no-referrer"),
    (header::CONTENT_SECURITY_POLICY, "default-src 'none'; frame-ancestors 'none'"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
];

/// All that the server answers.
pub(super) fn app(state: Arc<State>) -> Router {
    let api = api::router().layer(middleware::from_fn_with_state(state.clone(), freshness::of_the_graph));
    // Answers of the endpoint are not packed: that takes longer than sending them on one machine.
    let api = api.layer(CompressionLayer::new());
    let all = api.merge(page::router()).merge(health::router()).merge(sparql::router());
    let all = match cors(&state.origins) {
        Some(cors) => all.layer(cors),
        None => all,
    };
    all.layer(middleware::from_fn_with_state(state.clone(), guard)).with_state(state)
}

/// Pages of these origins may read answers. Changes stay with the server's own page, which the API sees to.
fn cors(origins: &[HeaderValue]) -> Option<CorsLayer> {
    let layer = CorsLayer::new().allow_methods([Method::GET, Method::HEAD, Method::POST]).allow_headers(Any);
    match origins {
        [] => None,
        origins if origins.iter().any(|origin| origin == "*") => Some(layer.allow_origin(Any)),
        origins => Some(layer.allow_origin(AllowOrigin::list(origins.iter().cloned()))),
    }
}

/// Sends away who calls the server by a name that is not its own, and adds the headers.
async fn guard(Extracted(state): Extracted<Arc<State>>, request: Request, next: Next) -> Response {
    state.look();
    let logged =
        state.log.then(|| (request.method().clone(), request.uri().path().to_owned(), Instant::now()));
    let is_called = state.hosts.is_called(request.headers(), request.uri());
    let mut response = if is_called { next.run(request).await } else { misdirected() };
    for (name, value) in HEADERS {
        response.headers_mut().entry(name).or_insert(HeaderValue::from_static(value));
    }
    if let Some((method, path, began)) = logged {
        let (status, took) = (response.status().as_u16(), began.elapsed().as_secs_f64() * 1000.0);
        // Written as a string of Rust, a path cannot end its line.
        (state.report)(&format_args!("{method} {path:?} {status} {took:.1} ms"));
    }
    response
}

fn misdirected() -> Response {
    let text = "this server does not go by that name: call it localhost or 127.0.0.1 with its port, \
                or start it with --allow-host NAME\n";
    (StatusCode::MISDIRECTED_REQUEST, text).into_response()
}
