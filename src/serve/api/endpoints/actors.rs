//! `GET /api/actors`

use serde::Serialize;

use crate::serve::api::params::Params;
use crate::serve::api::problem::Problem;
use crate::serve::api::records::ActorSummary;
use crate::serve::api::sight::Sight;

/// The parameters of its own.
pub(in crate::serve::api) const PARAMS: [&str; 2] = ["q", "limit"];

/// Actors that are called so.
#[derive(Debug, Serialize)]
pub(in crate::serve::api) struct Actors<'s> {
    actors: Vec<ActorSummary<'s>>,
    /// How many there are without the limit.
    total: usize,
}

/// The actors that a text may mean, the best first; without one all, the highest rank first.
pub(in crate::serve::api) fn actors<'s>(sight: &'s Sight, params: &Params) -> Result<Actors<'s>, Problem> {
    let limit = params.number("limit", 1..=1000, 20)?;
    let names = &sight.tables().names;
    let Some(text) = params.text("q").filter(|text| !text.trim().is_empty()) else {
        let all = names.by_rank();
        let actors = all.iter().take(limit).map(|&at| sight.summary(at, None)).collect();
        return Ok(Actors { actors, total: all.len() });
    };
    let found = names.search(text, limit);
    let total = found.len();
    let summary = |found: crate::serve::api::tables::Found<'s>| {
        let label = sight.node(found.node).label;
        sight.summary(found.node, Some(found.name).filter(|name| *name != label))
    };
    Ok(Actors { actors: found.into_iter().take(limit).map(summary).collect(), total })
}
