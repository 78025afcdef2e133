//! The JSON API: what the graph knows of actors, edges, evidence, ties, blocs and time.
//!
//! An address is answered by one function of `endpoints`, which takes what is looked at (`sight`: a level, a window) and the
//! parameters, and gives a record that serialises. What all need is looked up in `tables`, made once with the graphs; graphs
//! within windows are kept in `views`. `openapi.json` describes it all.

mod decisions;
mod endpoints;
mod params;
mod problem;
mod records;
mod sight;
mod tables;
mod views;

use std::sync::Arc;

use axum::Extension;
use axum::extract::rejection::{PathRejection, QueryRejection};
use axum::extract::{Path, Query, State as Shared};
use axum::http::header::CONTENT_TYPE;
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, Router, get, post};
use serde::Serialize;
use tokio::task::spawn_blocking;

use self::endpoints::{about, actor, actors, blocs, edges, evidence, network, ties, timeline};
use self::params::Params;
use self::problem::Problem;
use self::sight::Sight;
use self::views::Views;
use super::State;

pub(super) use tables::{Pieces, Tables};

/// What an address answers: JSON, or why not.
type Answer = fn(&Sight, &Params) -> Result<Vec<u8>, Problem>;

/// The addresses under `/api`.
pub fn router() -> Router<Arc<State>> {
    Router::new()
        .route("/api", get(describe))
        .route(
            "/api/actors",
            looked_up(&actors::PARAMS, |sight, params| json(&actors::actors(sight, params)?)),
        )
        .route("/api/actors/{id}", looked_up(&[], |sight, params| json(&actor::actor(sight, params)?)))
        .route(
            "/api/network",
            looked_up(&network::PARAMS, |sight, params| json(&network::network(sight, params)?)),
        )
        .route("/api/edges", looked_up(&edges::PARAMS, |sight, params| json(&edges::edges(sight, params)?)))
        .route("/api/edges/{claim}", looked_up(&[], |sight, params| json(&edges::edge(sight, params)?)))
        .route(
            "/api/evidence",
            looked_up(&evidence::PARAMS, |sight, params| json(&evidence::evidence(sight, params)?)),
        )
        .route("/api/evidence/{id}", looked_up(&[], |sight, params| json(&evidence::piece(sight, params)?)))
        .route("/api/ties", looked_up(&ties::PARAMS, |sight, params| json(&ties::ties(sight, params)?)))
        .route("/api/blocs", looked_up(&[], |sight, _| json(&blocs::blocs(sight))))
        .route(
            "/api/timeline",
            looked_up(&timeline::PARAMS, |sight, params| json(&timeline::timeline(sight, params)?)),
        )
        .route("/api/decisions", post(decisions::decide))
        .route("/api/openapi.json", get(description))
        .route("/api/{*rest}", get(nothing))
        .method_not_allowed_fallback(not_allowed)
        .layer(Extension(Arc::<Views>::default()))
        .layer(Extension(decisions::Turn::default()))
}

/// What comes in with a request for something that is looked up.
type Asked =
    (Result<Option<Path<String>>, PathRejection>, Result<Query<Vec<(String, String)>>, QueryRejection>);

fn looked_up(known: &'static [&'static str], answer: Answer) -> MethodRouter<Arc<State>> {
    let handler = move |Shared(state): Shared<Arc<State>>,
                        Extension(views): Extension<Arc<Views>>,
                        asked: Asked| { answered(state, views, asked, known, answer) };
    get(handler)
}

async fn describe(
    Shared(state): Shared<Arc<State>>,
    Extension(views): Extension<Arc<Views>>,
    asked: Asked,
) -> Result<Response, Problem> {
    let edit: Answer = |sight, _| json(&about::about(sight, true));
    let read_only: Answer = |sight, _| json(&about::about(sight, false));
    let answer = if state.edit { edit } else { read_only };
    answered(state, views, asked, &[], answer).await
}

async fn answered(
    state: Arc<State>,
    views: Arc<Views>,
    (path, query): Asked,
    known: &[&'static str],
    answer: Answer,
) -> Result<Response, Problem> {
    let unreadable =
        |cause: String| Problem::bad_request(cause, "write the address in UTF-8, percent-encoded");
    let id = path.map_err(|cause| unreadable(cause.body_text()))?.map_or(String::new(), |Path(id)| id);
    let Query(given) = query.map_err(|cause| unreadable(cause.body_text()))?;
    let params = Params::read(id, given, known)?;
    let (level, window) = (params.level()?, params.window()?);
    let snapshot = state.served.now();
    let whole = views.whole(&snapshot)?;
    let graphs = views.within(&snapshot, &whole, window).await?;
    let sight = Sight { snapshot, graphs, whole, level };
    let body = spawn_blocking(move || answer(&sight, &params))
        .await
        .map_err(|cause| failed(&cause.to_string()))??;
    Ok(([(CONTENT_TYPE, "application/json")], body).into_response())
}

fn json(record: &impl Serialize) -> Result<Vec<u8>, Problem> {
    serde_json::to_vec(record).map_err(|cause| failed(&cause.to_string()))
}

fn failed(cause: &str) -> Problem {
    Problem::new(
        StatusCode::INTERNAL_SERVER_ERROR,
        "Internal error",
        cause,
        "report it with the address that you asked",
    )
}

/// The API's own description, in OpenAPI 3.1.
async fn description() -> Response {
    let text = include_str!("openapi.json").replacen("VERSION", env!("CARGO_PKG_VERSION"), 1);
    ([(CONTENT_TYPE, "application/json")], text).into_response()
}

async fn nothing(uri: Uri) -> Problem {
    Problem::not_found(format!("there is nothing at {}", uri.path()), "/api/openapi.json lists what there is")
}

async fn not_allowed(uri: Uri) -> Problem {
    let hint = if uri.path() == "/api/decisions" { "send it with POST" } else { "ask with GET" };
    let detail = format!("{} does not answer that method", uri.path());
    Problem::new(StatusCode::METHOD_NOT_ALLOWED, "Method not allowed", detail, hint)
}
