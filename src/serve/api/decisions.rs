//! `POST /api/decisions`
//!
//! Only where the server was started for it, only from the server's own page, and only about evidence as it is shown.

use std::sync::Arc;
use std::time::Duration;

use axum::body::Bytes;
use axum::extract::{FromRequest, Request, State as Shared};
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use axum::{Extension, Json};
use serde::{Deserialize, Serialize};
use tokio::sync::Mutex;
use tokio::task::spawn_blocking;

use super::problem::Problem;
use crate::desk::{self, Desk, DeskError, Recorded};
use crate::model::{Claim, Correction, Decision, Graph, Level, Ruling};
use crate::pipeline::publish::PublishError;
use crate::serve::{Graphs, Snapshot, State, is_own_origin};

/// So long a decision waits for others, here or in another process.
const PATIENCE: Duration = Duration::from_secs(5);
/// Longest name of who decides, and longest reason, in characters.
const LONGEST: [usize; 2] = [200, desk::LONGEST_TEXT];

/// Whose turn it is to decide: one at a time, also in taking up what was written.
#[derive(Clone, Default)]
pub(super) struct Turn(Arc<Mutex<()>>);

/// What a person decides.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Wish {
    decision: Kind,
    /// Evidence id, whole.
    evidence: String,
    /// The claim that the evidence was shown with: if it states another by now, nothing is decided.
    claim: Option<String>,
    /// What a correction changes.
    set: Option<Correction>,
    /// An actor whose id is new is meant, though another is called nearly so.
    #[serde(default)]
    new_actor: bool,
    by: Option<String>,
    why: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Kind {
    Reject,
    Confirm,
    Correct,
}

/// What the folder holds after it.
#[derive(Debug, Serialize)]
struct Decided {
    /// Decisions in all.
    decisions: usize,
    /// Hash of the folder.
    graph: String,
    /// Ids of actors that nobody knew before.
    new_actors: Vec<String>,
}

/// Takes a decision.
pub(super) async fn decide(
    Shared(state): Shared<Arc<State>>,
    Extension(turn): Extension<Turn>,
    request: Request,
) -> Result<Response, Problem> {
    check(&state, request.headers(), request.uri())?;
    let body = tokio::time::timeout(state.limits.patience, Bytes::from_request(request, &())).await;
    let body = body.map_err(|_| slow())?.map_err(unread)?;
    let wish: Wish = serde_json::from_slice(&body)
        .map_err(|cause| Problem::bad_request(format!("the body is no decision: {cause}"), HINT))?;
    wish.check()?;
    let turn = tokio::time::timeout(PATIENCE, turn.0.lock_owned()).await;
    let turn = turn.map_err(|_| busy("another decision is being written"))?;
    // The work goes on when the client is gone: the folder is never left half written.
    let work = move || {
        let decided = record(&state, wish);
        drop(turn);
        decided
    };
    let decided = spawn_blocking(work).await.map_err(|cause| super::failed(&cause.to_string()))??;
    Ok(Json(decided).into_response())
}

/// What a decision looks like.
const HINT: &str =
    r#"write {"decision": "reject", "evidence": ID, "by": NAME, "why": REASON}; see /api/openapi.json"#;

/// Whether the server takes decisions, and from whom this one is.
fn check(state: &State, headers: &HeaderMap, uri: &Uri) -> Result<(), Problem> {
    let forbidden = |detail: &str, hint: &str| Problem::new(StatusCode::FORBIDDEN, "Forbidden", detail, hint);
    if !state.edit {
        let hint =
            "start it with `aliansi serve --edit`, or decide with `aliansi reject`, `confirm` and `correct`";
        return Err(forbidden("this server takes no decisions", hint));
    }
    if !is_own_origin(headers, uri) {
        let hint = "send the header `Origin` with the address of this server, as its page does";
        return Err(forbidden("the request does not come from the server's own page", hint));
    }
    let kind = headers.get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    if !kind.split(';').next().is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/json")) {
        let (title, detail) = ("Unsupported media type", format!("`{kind}` is not read here"));
        let hint = "send JSON with Content-Type: application/json";
        return Err(Problem::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, title, detail, hint));
    }
    Ok(())
}

impl Wish {
    fn check(&self) -> Result<(), Problem> {
        let is_correction = self.decision == Kind::Correct;
        let changes = self.set.as_ref().is_some_and(|set| *set != Correction::default());
        if is_correction != changes {
            let hint =
                "give `set` with at least one field for `correct`, and none for `reject` and `confirm`";
            return Err(Problem::bad_request("the decision and `set` do not fit", hint));
        }
        for ((name, text), longest) in [("by", &self.by), ("why", &self.why)].into_iter().zip(LONGEST) {
            if text.as_ref().is_some_and(|text| text.chars().count() > longest) {
                let detail = format!("`{name}` is longer than {longest} characters");
                return Err(Problem::bad_request(detail, "say it in fewer words"));
            }
        }
        Ok(())
    }
}

/// Writes a decision down, and serves the folder as it is then.
fn record(state: &State, wish: Wish) -> Result<Decided, Problem> {
    let (mut decisions, mut new_actors) = (0, Vec::new());
    let snapshot = state.changed(|shown| {
        let recorded = written(shown, wish)?;
        (decisions, new_actors) = (recorded.decisions, recorded.new_actors.clone());
        let opened = Snapshot::open(&shown.path, shown.ontology.clone());
        Ok(opened.map_err(|cause| super::failed(&cause.to_string()))?.knowing(recorded.levels))
    })?;
    Ok(Decided { decisions, graph: snapshot.hash.clone(), new_actors })
}

/// Writes a decision down that is about evidence as it is shown.
fn written(shown: &Snapshot, wish: Wish) -> Result<Recorded, Problem> {
    let before = shown.graphs().map_err(|cause| super::failed(&cause))?;
    let known = find(before.at(Level::Actor).0, &wish.evidence).ok_or_else(|| absent(&wish.evidence))?;
    if wish.claim.as_ref().is_some_and(|claim| !states(before, known, claim)) {
        return Err(changed(&wish.evidence));
    }
    let mut desk = Desk::open(&shown.path, shown.ontology.clone(), PATIENCE).map_err(problem)?;
    desk.new_actors = wish.new_actor;
    if find(&desk.graph, &wish.evidence) != Some(known) {
        return Err(changed(&wish.evidence));
    }
    let decision = wish.decision(&desk).map_err(problem)?;
    desk.record(&[decision]).map_err(problem)
}

impl Wish {
    fn decision(self, desk: &Desk) -> Result<Decision, DeskError> {
        let target = desk.target(&self.evidence)?;
        let ruling = match (self.decision, self.set) {
            (Kind::Reject, _) => Ruling::Reject(target),
            (Kind::Confirm, _) => Ruling::Confirm(target),
            (Kind::Correct, set) => {
                let set = Box::new(desk.correction(&target, set.unwrap_or_default())?);
                Ruling::Correct { target, set }
            }
        };
        let text =
            |text: Option<String>| text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
        Ok(Decision { ruling, by: text(self.by), at: desk::today(), why: text(self.why) })
    }
}

/// A piece of evidence as it is decided, or where it was rejected as the text gave it.
fn find<'g>(graph: &'g Graph, evidence: &str) -> Option<&'g Claim> {
    graph.claims.iter().chain(graph.originals.iter()).find(|claim| claim.evidence == evidence)
}

/// Whether a piece of evidence states the claim with an id, by itself or as that of its edge at some level.
fn states(graphs: &Graphs, claim: &Claim, id: &str) -> bool {
    let of_edge = |level| {
        let (graph, tables) = (graphs.at(level).0, graphs.tables(level));
        let at = graphs.pieces().claim(&graph.claims, &claim.evidence);
        let edge = at.and_then(|at| tables.edge_of(at)).map(|edge| &graph.network[edge]);
        edge.is_some_and(|edge| edge.claim == id)
    };
    claim.claim == id || [Level::Actor, Level::State].into_iter().any(of_edge)
}

fn problem(error: DeskError) -> Problem {
    let detail = error.to_string();
    match error {
        DeskError::Folder(PublishError::Busy(_)) => busy(&detail),
        DeskError::Unknown(_) | DeskError::NoId(_) | DeskError::Several(_) | DeskError::Unmatched(_) => {
            conflict(detail)
        }
        DeskError::Ontology(_) => {
            let hint = "start the server with --ontology DIR, the ontology that the folder was built with";
            Problem::new(StatusCode::CONFLICT, "Another ontology", detail, hint)
        }
        DeskError::Name(_) | DeskError::Field(_) | DeskError::Loop(_) => {
            Problem::bad_request(detail, "mend `set`")
        }
        DeskError::Folder(_) | DeskError::Record(_) => super::failed(&detail),
    }
}

fn unread(rejection: axum::extract::rejection::BytesRejection) -> Problem {
    let hint = "a decision is a few hundred bytes";
    Problem::new(rejection.status(), "The body cannot be read", rejection.body_text(), hint)
}

fn absent(evidence: &str) -> Problem {
    let hint = "take the `evidence` of /api/edges/{claim}; ids have 32 hexadecimal digits";
    Problem::not_found(format!("there is no evidence `{evidence}`"), hint)
}

fn changed(evidence: &str) -> Problem {
    conflict(format!("the evidence `{evidence}` is no more as it was shown"))
}

fn conflict(detail: String) -> Problem {
    Problem::new(StatusCode::CONFLICT, "Conflict", detail, "ask for the evidence again, and decide anew")
}

fn slow() -> Problem {
    Problem::new(
        StatusCode::REQUEST_TIMEOUT,
        "Too slow",
        "the body did not come in time",
        "nothing was written: send it at once",
    )
}

fn busy(detail: &str) -> Problem {
    let hint = "nothing was written: try again in a moment";
    Problem::new(StatusCode::SERVICE_UNAVAILABLE, "Busy", detail, hint)
}
