//! The SPARQL 1.1 Protocol at `/sparql`.
//!
//! Queries alone: updates and `SERVICE` are refused. An answer is written as it is found, in a format that the request accepts.
//! A query that takes too long is ended: with 503 if its answer has not begun, else the answer breaks off, which HTTP tells
//! from an end.

mod answer;
mod description;
mod evaluation;
mod negotiation;
mod refusal;
mod request;

use std::sync::Arc;

use axum::Router;
use axum::extract::{Request, State as Extracted};
use axum::http::request::Parts;
use axum::http::uri::Authority;
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::any;
use oxigraph::model::NamedNode;
use tokio::runtime::Handle;
use tokio::sync::oneshot;
use tokio::time::{Instant, timeout_at};

use super::freshness::Tag;
use super::{Snapshot, State, hosts};
use answer::{Head, Pace, Wanted, Writer};
use evaluation::Question;
use negotiation::{Accept, GRAPHS};
use refusal::Refusal;
use request::Asked;

/// The methods of the endpoint.
const METHODS: &str = "GET, HEAD, POST, OPTIONS";

/// Where the page lets a person write a query.
const EDITOR: &str = "/?tab=sparql";

/// Names of functions that answer anew each time.
const FICKLE: [&str; 4] = ["now", "rand", "uuid", "bnode"];

pub(super) fn router() -> Router<Arc<State>> {
    Router::new().route("/sparql", any(endpoint))
}

async fn endpoint(Extracted(state): Extracted<Arc<State>>, request: Request) -> Response {
    match *request.method() {
        Method::OPTIONS => (StatusCode::NO_CONTENT, [(header::ALLOW, METHODS)]).into_response(),
        Method::GET | Method::HEAD | Method::POST => {
            let mut response = respond(&state, request).await.unwrap_or_else(Refusal::into_response);
            response.headers_mut().insert(header::VARY, HeaderValue::from_static("accept"));
            response
        }
        ref other => Refusal::Method(other.clone()).into_response(),
    }
}

async fn respond(state: &Arc<State>, request: Request) -> Result<Response, Refusal> {
    let (parts, body) = request.into_parts();
    let asked = request::read(&parts, body, &state.limits).await?;
    let snapshot = state.served.now();
    let tag = tag(&parts, &asked, &snapshot);
    if let Some(unchanged) = tag.as_ref().and_then(|tag| tag.unchanged(&parts.headers)) {
        return Ok(unchanged);
    }
    let accept = Accept::of(&parts.headers);
    let Asked { query: Some(query), scope } = asked else { return described(&parts, &accept, &snapshot) };
    let question = Question { query, scope, accept, rows: state.limits.rows };
    let response = answered(state, snapshot, question).await?;
    Ok(match tag {
        Some(tag) => tag.put_on(response),
        None => response,
    })
}

/// Waits for a turn, then for the beginning of the answer.
async fn answered(
    state: &Arc<State>,
    snapshot: Arc<Snapshot>,
    mut question: Question,
) -> Result<Response, Refusal> {
    let limits = &state.limits;
    let deadline = Instant::now() + limits.timeout;
    let turn = state.queue.turn(limits.timeout).await.ok_or(Refusal::Busy)?;
    question.scope.memory = limits.memory;
    let wanted = Wanted(question.scope.cancellation.clone());
    let (sender, head) = oneshot::channel();
    let writer = Writer::new(sender, Pace { deadline, patience: limits.patience, clock: Handle::current() });
    tokio::task::spawn_blocking(move || {
        evaluation::answer(&snapshot, &question, writer);
        drop(turn);
    });
    let head: Head = match timeout_at(deadline, head).await {
        Err(_) => return Err(Refusal::Timeout(limits.timeout)),
        Ok(Err(_)) => return Err(Refusal::Lost),
        Ok(Ok(head)) => head?,
    };
    Ok(head.into_response(wanted, deadline))
}

/// The name of the answer, where the same question to the same graph gets the same.
fn tag(parts: &Parts, asked: &Asked, snapshot: &Snapshot) -> Option<Tag> {
    let query = asked.query.as_deref().filter(|_| parts.method != Method::POST)?;
    let small = query.to_lowercase();
    if FICKLE.iter().any(|name| small.contains(name)) {
        return None;
    }
    let accept = parts.headers.get_all(header::ACCEPT).iter().filter_map(|value| value.to_str().ok());
    let graphs = |graphs: &[NamedNode]| graphs.iter().map(NamedNode::as_str).collect::<Vec<_>>().join(" ");
    let scope = [graphs(&asked.scope.default_graphs), graphs(&asked.scope.named_graphs)];
    Some(Tag::of(
        [snapshot.hash.as_str(), query].into_iter().chain(scope.iter().map(String::as_str)).chain(accept),
    ))
}

/// Nothing was asked: a person gets to where queries are written, a program what the endpoint is.
fn described(parts: &Parts, accept: &Accept, snapshot: &Snapshot) -> Result<Response, Refusal> {
    if accept.prefers_html(&GRAPHS) {
        return Ok(Redirect::to(EDITOR).into_response());
    }
    let refusal = || Refusal::Unacceptable(negotiation::names(&GRAPHS));
    let (format, name) = accept.choose(&GRAPHS).ok_or_else(refusal)?;
    let dataset = NamedNode::new(format!("{}graph", snapshot.manifest.options.base)).ok();
    let body = description::write(&address(parts), dataset, format)?;
    Ok(([(header::CONTENT_TYPE, negotiation::content_type(name))], body).into_response())
}

/// The endpoint as the client calls it.
fn address(parts: &Parts) -> String {
    let called = hosts::authority(&parts.headers, &parts.uri);
    format!("http://{}/sparql", called.as_ref().map_or("localhost", Authority::as_str))
}
