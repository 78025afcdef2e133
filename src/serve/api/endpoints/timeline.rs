//! `GET /api/timeline`

use petgraph::graph::EdgeIndex;
use serde::Serialize;

use super::edges::absent;
use crate::model::Edge;
use crate::serve::api::params::Params;
use crate::serve::api::problem::Problem;
use crate::serve::api::sight::{Asked, Sight};
use crate::serve::api::tables::{Signs, edges_at};

/// The parameters of its own.
pub(in crate::serve::api) const PARAMS: [&str; 3] = ["actor", "claim", "relation"];

/// Evidence by month of report.
#[derive(Debug, Serialize)]
pub(in crate::serve::api) struct Timeline<'s> {
    months: Vec<Month<'s>>,
}

#[derive(Debug, Serialize)]
struct Month<'s> {
    /// A year where no month is known.
    month: &'s str,
    positive: usize,
    neutral: usize,
    negative: usize,
}

/// How much evidence was reported in each month: of an actor, of an edge, of relations, of all.
pub(in crate::serve::api) fn timeline<'s>(
    sight: &'s Sight,
    params: &Params,
) -> Result<Timeline<'s>, Problem> {
    let (actor, relations) = (sight.actor_of(params, "actor")?, sight.relations(params)?);
    let claim = match params.text("claim") {
        Some(claim) => Some(sight.edge_of_claim(claim).ok_or_else(|| absent(claim))?),
        None => None,
    };
    let network = &sight.graph().network;
    let is_asked = |at: EdgeIndex| relations.is_empty() || relations.contains(&network[at].relation);
    let edges =
        candidates(sight, actor, claim).filter(|&at| is_asked(at)).map(|at| -> &Edge { &network[at] });
    let months = sight.graphs.pieces().timeline(edges).into_iter();
    let month = |(month, signs): (&'s str, Signs)| Month {
        month,
        positive: signs.positive,
        neutral: signs.neutral,
        negative: signs.negative,
    };
    Ok(Timeline { months: months.map(month).collect() })
}

/// The edges of an actor, or one, or all.
fn candidates(
    sight: &Sight,
    actor: Option<Asked>,
    claim: Option<EdgeIndex>,
) -> Box<dyn Iterator<Item = EdgeIndex> + '_> {
    let graph = sight.graph();
    match (actor, claim) {
        (Some(Asked::Absent), _) => Box::new(std::iter::empty()),
        (Some(Asked::Here(at)), claim) => Box::new(
            edges_at(graph, at)
                .map(|(edge, ..)| edge)
                .filter(move |edge| claim.is_none_or(|claim| claim == *edge)),
        ),
        (None, Some(claim)) => Box::new(std::iter::once(claim)),
        (None, None) => Box::new(graph.network.edge_indices()),
    }
}
