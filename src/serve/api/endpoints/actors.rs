//! `GET /api/actors`

use petgraph::graph::NodeIndex;
use serde::Serialize;

use crate::serve::api::params::Params;
use crate::serve::api::problem::Problem;
use crate::serve::api::records::FoundActor;
use crate::serve::api::sight::Sight;
use crate::serve::api::tables::Found;

/// The parameters of its own.
pub(in crate::serve::api) const PARAMS: [&str; 2] = ["q", "limit"];

/// Actors that are called so.
#[derive(Debug, Serialize)]
pub(in crate::serve::api) struct Actors<'s> {
    actors: Vec<FoundActor<'s>>,
    /// How many there are without the limit.
    total: usize,
}

/// The actors that a text may mean, the best first; without one all, the highest rank first.
pub(in crate::serve::api) fn actors<'s>(sight: &'s Sight, params: &Params) -> Result<Actors<'s>, Problem> {
    let limit = params.number("limit", 1..=1000, 20)?;
    let names = &sight.tables().names;
    let Some(text) = params.text("q").filter(|text| !text.trim().is_empty()) else {
        let all = names.by_rank();
        let actor = |&at: &NodeIndex| FoundActor { actor: sight.summary(at), matched: None };
        let actors = all.iter().take(limit).map(actor).collect();
        return Ok(Actors { actors, total: all.len() });
    };
    let found = names.search(text);
    let total = found.len();
    let actor = |found: Found<'s>| {
        let label = sight.node(found.node).label;
        let matched = Some(found.name).filter(|name| *name != label);
        FoundActor { actor: sight.summary(found.node), matched }
    };
    Ok(Actors { actors: found.into_iter().take(limit).map(actor).collect(), total })
}
