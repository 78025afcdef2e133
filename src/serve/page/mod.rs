//! The page that explores the graph, as `npm run build` in `web/` made it before the program was built.
//!
//! Its files are part of the program. Without them `/` says how to make them, and all else is served as ever.

use std::sync::Arc;

use axum::Router;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, Uri, header};
use axum::response::{Html, IntoResponse, Response};
use tower_http::compression::CompressionLayer;

use super::State;

// Their path, their type, a hash of what they hold, and that: `FILES`, sorted by path.
include!(concat!(env!("OUT_DIR"), "/page.rs"));

/// What the page shows comes from documents that anybody may have written, so it runs no script and asks no server but its own.
/// Sigma and the editor of queries style their elements by script, which needs no leave.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
                      font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; base-uri 'none'; form-action 'none'; \
                      frame-ancestors 'none'";
/// Names of assets hold a hash of what is in them.
const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// The page and its assets.
pub fn router() -> Router<Arc<State>> {
    Router::new().fallback(answer).layer(CompressionLayer::new())
}

async fn answer(method: Method, uri: Uri, headers: HeaderMap) -> Response {
    if ![Method::GET, Method::HEAD].contains(&method) {
        return (StatusCode::METHOD_NOT_ALLOWED, [(header::ALLOW, "GET, HEAD")]).into_response();
    }
    match file(uri.path()) {
        Some(file) => file.answer(&headers),
        // Whoever asks for a view of the page gets the page, which reads the address.
        None if !uri.path().contains('.') && !is_of_others(uri.path()) => page(&headers),
        None => (StatusCode::NOT_FOUND, "there is nothing here: the page is at /\n").into_response(),
    }
}

fn page(headers: &HeaderMap) -> Response {
    match file("/index.html") {
        Some(file) => file.answer(headers),
        None => Html(include_str!("unbuilt.html")).into_response(),
    }
}

/// Whether a path belongs to a program's interface, where a page would be taken for an answer.
fn is_of_others(path: &str) -> bool {
    ["/api", "/sparql", "/health", "/assets"]
        .iter()
        .any(|of| path.strip_prefix(of).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')))
}

/// A file of the page.
struct File {
    path: &'static str,
    media_type: &'static str,
    hash: &'static str,
    bytes: &'static [u8],
}

/// The file of a path, to the letter: nothing in a path leads elsewhere.
fn file(path: &str) -> Option<&'static File> {
    FILES.binary_search_by(|file| file.path.cmp(path)).ok().map(|at| &FILES[at])
}

impl File {
    fn answer(&self, headers: &HeaderMap) -> Response {
        let tag = format!("\"{}\"", self.hash);
        let caching = if self.path.starts_with("/assets/") { FOR_EVER } else { "no-cache" };
        let is_known =
            headers.get(header::IF_NONE_MATCH).is_some_and(|known| known.as_bytes() == tag.as_bytes());
        let mut response =
            if is_known { StatusCode::NOT_MODIFIED.into_response() } else { self.bytes.into_response() };
        let set: [(HeaderName, &str); 4] = [
            (header::CONTENT_TYPE, self.media_type),
            (header::CACHE_CONTROL, caching),
            (header::CONTENT_SECURITY_POLICY, POLICY),
            (header::ETAG, &tag),
        ];
        for (name, value) in set {
            HeaderValue::from_str(value).ok().and_then(|value| response.headers_mut().insert(name, value));
        }
        response
    }
}
