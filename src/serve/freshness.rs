//! What a client has already need not be sent again (RFC 9110, 13.1.2).

use std::sync::Arc;

use axum::extract::{Request, State as Extracted};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::State;
use crate::digest;

/// The name of an answer: answers of one name say the same.
pub(super) struct Tag(String);

impl Tag {
    /// The tag of an answer that is made of nothing but the parts.
    pub(super) fn of<'a>(parts: impl IntoIterator<Item = &'a str>) -> Self {
        let version = [env!("CARGO_PKG_VERSION")];
        Self(format!("W/\"{}\"", digest::hex(version.into_iter().chain(parts))))
    }

    /// 304, if the client has the answer.
    pub(super) fn unchanged(&self, headers: &HeaderMap) -> Option<Response> {
        let values = headers.get_all(header::IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok());
        let mut tags =
            values.flat_map(|value| value.split(',')).map(|tag| tag.trim().trim_start_matches("W/"));
        let own = self.0.trim_start_matches("W/");
        tags.any(|tag| tag == own || tag == "*")
            .then(|| self.put_on(StatusCode::NOT_MODIFIED.into_response()))
    }

    /// The answer with its tag; one that says that there is none gets no tag.
    pub(super) fn put_on(&self, mut response: Response) -> Response {
        let is_answer = response.status().is_success() || response.status() == StatusCode::NOT_MODIFIED;
        if let Some(tag) = HeaderValue::from_str(&self.0).ok().filter(|_| is_answer) {
            response.headers_mut().insert(header::ETAG, tag);
            response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
        }
        response
    }
}

/// Answers of the API change with the graph alone, and with what the server was started with.
pub(super) async fn of_the_graph(
    Extracted(state): Extracted<Arc<State>>,
    request: Request,
    next: Next,
) -> Response {
    if ![Method::GET, Method::HEAD].contains(request.method()) {
        return next.run(request).await;
    }
    let tag = Tag::of([state.served.now().hash.as_str(), if state.edit { "edit" } else { "read" }]);
    match tag.unchanged(request.headers()) {
        Some(unchanged) => unchanged,
        None => tag.put_on(next.run(request).await),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_known_again_among_others_and_weak_or_not() {
        let tag = Tag::of(["graph", "query"]);
        let is_unchanged = |value: &str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::IF_NONE_MATCH, value.parse().unwrap());
            tag.unchanged(&headers).is_some()
        };
        assert!(is_unchanged(&tag.0));
        assert!(is_unchanged(&format!("\"other\", {}", tag.0.trim_start_matches("W/"))));
        assert!(is_unchanged("*"));
        assert!(!is_unchanged("\"other\""));
        assert!(!is_unchanged(&Tag::of(["graphq", "uery"]).0));
        assert!(tag.unchanged(&HeaderMap::new()).is_none());
    }

    #[test]
    fn what_is_no_answer_has_no_tag() {
        let tag = Tag::of(["graph"]);
        assert!(!tag.put_on(StatusCode::BAD_REQUEST.into_response()).headers().contains_key(header::ETAG));
        assert!(tag.put_on(StatusCode::OK.into_response()).headers().contains_key(header::ETAG));
    }
}
