//! The SPARQL 1.1 Protocol at `/sparql`.
//!
//! Queries alone: updates and `SERVICE` are refused. An answer is written as it is found, in a format that the request accepts.
//! A query that takes too long is ended: with 503 if its answer has not begun, else the answer breaks off, which HTTP tells
//! from an end.

mod answer;
mod evaluation;
mod negotiation;
mod refusal;
mod request;

use std::sync::Arc;

use axum::Router;
use axum::extract::{Request, State as Extracted};
use axum::http::{Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::any;
use tokio::runtime::Handle;
use tokio::sync::oneshot;
use tokio::time::{Instant, timeout_at};

use super::State;
use answer::{Head, Pace, Wanted, Writer};
use evaluation::Question;
use negotiation::Accept;
use refusal::Refusal;
use request::Asked;

/// The methods of the endpoint.
const METHODS: &str = "GET, HEAD, POST, OPTIONS";

pub(super) fn router() -> Router<Arc<State>> {
    Router::new().route("/sparql", any(endpoint))
}

async fn endpoint(Extracted(state): Extracted<Arc<State>>, request: Request) -> Response {
    match *request.method() {
        Method::OPTIONS => (StatusCode::NO_CONTENT, [(header::ALLOW, METHODS)]).into_response(),
        Method::GET | Method::HEAD | Method::POST => {
            respond(&state, request).await.unwrap_or_else(Refusal::into_response)
        }
        ref other => Refusal::Method(other.clone()).into_response(),
    }
}

async fn respond(state: &Arc<State>, request: Request) -> Result<Response, Refusal> {
    let (parts, body) = request.into_parts();
    let Asked { query, scope } = request::read(&parts, body, &state.limits).await?;
    let Some(query) = query else { return Err(Refusal::NoQuery) };
    let question = Question { query, scope, accept: Accept::of(&parts.headers), rows: state.limits.rows };
    answered(state, question).await
}

/// Waits for a turn, then for the beginning of the answer.
async fn answered(state: &Arc<State>, question: Question) -> Result<Response, Refusal> {
    let limits = &state.limits;
    let deadline = Instant::now() + limits.timeout;
    let turn = state.queue.turn(limits.timeout).await.ok_or(Refusal::Busy)?;
    let wanted = Wanted(question.scope.cancellation.clone());
    let (sender, head) = oneshot::channel();
    let writer = Writer::new(sender, Pace { deadline, patience: limits.patience, clock: Handle::current() });
    let snapshot = state.served.now();
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
