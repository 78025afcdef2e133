//! `GET /api/edges` and `GET /api/edges/{claim}`

use std::collections::BTreeMap;

use petgraph::graph::EdgeIndex;
use serde::Serialize;

use super::evidence::{self, FIRST};
use crate::model::{Score, Status};
use crate::pipeline::publish::network::Tie;
use crate::serve::api::params::Params;
use crate::serve::api::problem::Problem;
use crate::serve::api::records::{EdgeRef, Evidence, LabelledEdge};
use crate::serve::api::sight::{Asked, Sight};
use crate::serve::api::tables::edges_at;

/// The parameters of its own.
pub(in crate::serve::api) const PARAMS: [&str; 7] =
    ["subject", "object", "actor", "relation", "status", "limit", "offset"];

/// A part of the edges that fit.
#[derive(Debug, Serialize)]
pub(in crate::serve::api) struct Edges<'s> {
    edges: Vec<LabelledEdge<'s>>,
    total: usize,
}

/// One edge with all that is known of it.
#[derive(Debug, Serialize)]
pub(in crate::serve::api) struct WholeEdge<'s> {
    #[serde(flatten)]
    edge: LabelledEdge<'s>,
    scores: &'s BTreeMap<Status, Score>,
    contradicted_by: Vec<EdgeRef<'s>>,
    fulfilled_by: Vec<EdgeRef<'s>>,
    /// The first pieces.
    evidence: Vec<Evidence<'s>>,
    evidence_total: usize,
}

/// Which edges are asked for.
struct Wanted {
    subject: Option<Asked>,
    object: Option<Asked>,
    actor: Option<Asked>,
    relations: Vec<String>,
    statuses: Vec<Status>,
}

/// The plain edges that fit, and with statuses those that have evidence of them; the strongest first.
pub(in crate::serve::api) fn edges<'s>(sight: &'s Sight, params: &Params) -> Result<Edges<'s>, Problem> {
    let wanted = Wanted {
        subject: sight.actor_of(params, "subject")?,
        object: sight.actor_of(params, "object")?,
        actor: sight.actor_of(params, "actor")?,
        relations: sight.relations(params)?,
        statuses: params.statuses("status")?,
    };
    let (limit, offset) =
        (params.number("limit", 1..=1000, 50)?, params.number("offset", 0..=usize::MAX, 0)?);
    let mut ties: Vec<(f64, Tie)> = wanted.ties(sight).into_iter().map(|tie| (tie.score(), tie)).collect();
    ties.sort_by(|a, b| b.0.total_cmp(&a.0));
    let edges = ties.iter().skip(offset).take(limit).map(|(_, tie)| sight.labelled(tie)).collect();
    Ok(Edges { edges, total: ties.len() })
}

impl Wanted {
    fn ties<'s>(&self, sight: &'s Sight) -> Vec<Tie<'s>> {
        let graph = sight.graph();
        let named = self.actor.or(self.subject).or(self.object);
        let candidates: Box<dyn Iterator<Item = EdgeIndex>> = match named {
            None => Box::new(graph.network.edge_indices()),
            Some(Asked::Absent) => Box::new(std::iter::empty()),
            Some(Asked::Here(at)) => Box::new(edges_at(graph, at).map(|(edge, ..)| edge)),
        };
        let mut fitting: Vec<EdgeIndex> = candidates.filter(|&at| self.fits(sight, at)).collect();
        fitting.sort_unstable();
        fitting.into_iter().filter_map(|at| sight.tie(at, &self.statuses)).collect()
    }

    fn fits(&self, sight: &Sight, at: EdgeIndex) -> bool {
        let (Some((source, target)), edge) =
            (sight.graph().network.edge_endpoints(at), &sight.graph().network[at])
        else {
            return false;
        };
        let is = |asked: Option<Asked>, node| asked.is_none_or(|asked| asked == Asked::Here(node));
        let joins = |subject, object| is(self.subject, subject) && is(self.object, object);
        let is_end = is(self.actor, source) || is(self.actor, target);
        let is_wanted = self.relations.is_empty() || self.relations.contains(&edge.relation);
        is_wanted && is_end && (joins(source, target) || edge.symmetric && joins(target, source))
    }
}

/// The edge with the claim id of the path.
pub(in crate::serve::api) fn edge<'s>(sight: &'s Sight, params: &Params) -> Result<WholeEdge<'s>, Problem> {
    let at = sight.edge_of_claim(&params.id).ok_or_else(|| absent(&params.id))?;
    let edge = &sight.graph().network[at];
    let statuses: Vec<Status> = edge.statuses.keys().copied().collect();
    let tie = sight.tie(at, &statuses).ok_or_else(|| absent(&params.id))?;
    let refs = |claims: &'s [String]| claims.iter().filter_map(|claim| edge_ref(sight, claim)).collect();
    Ok(WholeEdge {
        edge: sight.labelled(&tie),
        scores: &edge.scores,
        contradicted_by: refs(&edge.contradicted_by),
        fulfilled_by: refs(&edge.fulfilled_by),
        evidence: evidence::page(sight, edge, 0, FIRST),
        evidence_total: edge.evidence.len(),
    })
}

/// There is no edge with a claim id.
pub(super) fn absent(claim: &str) -> Problem {
    let hint = "take the `claim` of an edge of /api/network or /api/edges, at the same level and within the same window";
    Problem::not_found(format!("there is no edge `{claim}`"), hint)
}

fn edge_ref<'s>(sight: &'s Sight, claim: &str) -> Option<EdgeRef<'s>> {
    let at = sight.edge_of_claim(claim)?;
    let (source, target) = sight.graph().network.edge_endpoints(at)?;
    let edge = &sight.graph().network[at];
    Some(EdgeRef {
        claim: &edge.claim,
        source: sight.node(source).id,
        relation: &edge.relation,
        target: sight.node(target).id,
    })
}
