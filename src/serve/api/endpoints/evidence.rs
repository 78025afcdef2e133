//! `GET /api/evidence` and `GET /api/evidence/{id}`

use serde::Serialize;

use super::edges;
use crate::model::{Claim, Edge};
use crate::serve::api::params::Params;
use crate::serve::api::problem::Problem;
use crate::serve::api::records::Evidence;
use crate::serve::api::sight::Sight;

/// The parameters of its own.
pub(in crate::serve::api) const PARAMS: [&str; 3] = ["claim", "limit", "offset"];

/// So many pieces come with their edge.
pub(super) const FIRST: usize = 50;

/// A part of the evidence of an edge.
#[derive(Debug, Serialize)]
pub(in crate::serve::api) struct Page<'s> {
    evidence: Vec<Evidence<'s>>,
    total: usize,
}

/// The evidence of the edge with a claim id, the asserted and the surest first.
pub(in crate::serve::api) fn evidence<'s>(sight: &'s Sight, params: &Params) -> Result<Page<'s>, Problem> {
    let claim = params.text("claim").ok_or_else(|| {
        Problem::bad_request("`claim` is missing", "give the claim id of an edge: /api/evidence?claim=ID")
    })?;
    let (limit, offset) =
        (params.number("limit", 1..=1000, FIRST)?, params.number("offset", 0..=usize::MAX, 0)?);
    let at = sight.edge_of_claim(claim).ok_or_else(|| edges::absent(claim))?;
    let edge = &sight.graph().network[at];
    Ok(Page { evidence: page(sight, edge, offset, limit), total: edge.evidence.len() })
}

/// A part of an edge's evidence.
pub(super) fn page<'s>(sight: &'s Sight, edge: &'s Edge, offset: usize, limit: usize) -> Vec<Evidence<'s>> {
    let claims = &sight.graph().claims;
    let mut pieces: Vec<&Claim> = edge.evidence.iter().map(|&at| &claims[at]).collect();
    pieces.sort_by(|a, b| a.status.cmp(&b.status).then(b.confidence.total_cmp(&a.confidence)));
    let shown = pieces.into_iter().skip(offset).take(limit);
    shown.map(|claim| Evidence::of(sight, claim, Some(&edge.claim))).collect()
}

/// The piece of evidence with the id of the path; one that a person rejected is told as the text gave it.
pub(in crate::serve::api) fn piece<'s>(sight: &'s Sight, params: &Params) -> Result<Evidence<'s>, Problem> {
    let graph = sight.graph();
    if let Some(at) = sight.graphs.pieces().claim(&graph.claims, &params.id) {
        let edge = sight.tables().edge_of(at).map(|edge| graph.network[edge].claim.as_str());
        return Ok(Evidence::of(sight, &graph.claims[at], edge));
    }
    let is_elsewhere =
        sight.whole.pieces().claim(&sight.whole.at(sight.level).0.claims, &params.id).is_some();
    let rejected = graph.originals.iter().find(|claim| claim.evidence == params.id);
    match rejected.filter(|_| !is_elsewhere) {
        Some(claim) => Ok(Evidence::rejected(sight, claim)),
        None => Err(absent(&params.id, is_elsewhere)),
    }
}

fn absent(id: &str, is_elsewhere: bool) -> Problem {
    let detail = format!("there is no evidence `{id}`");
    let hint = if is_elsewhere {
        "it is outside the window: leave out `from` and `to`"
    } else {
        "take the `evidence` of /api/edges/{claim}; ids have 32 hexadecimal digits"
    };
    Problem::not_found(detail, hint)
}
