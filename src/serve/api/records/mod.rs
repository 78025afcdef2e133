//! What the API answers, as it is in JSON.

mod evidence;

use std::collections::BTreeMap;

use petgraph::graph::NodeIndex;
use serde::Serialize;

use super::sight::Sight;
use super::tables::Pair;
use crate::model::{ActorKind, Status};
use crate::pipeline::publish::network::EdgeRecord;

pub(super) use evidence::Evidence;

/// An actor by its id and what people call it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub(super) struct Named<'s> {
    pub id: &'s str,
    pub label: &'s str,
}

/// What a list says of an actor.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct ActorSummary<'s> {
    pub id: &'s str,
    pub label: &'s str,
    pub kind: ActorKind,
    pub country: Option<&'s str>,
    /// 0 the greatest.
    pub bloc: Option<usize>,
    /// PageRank, 0 to 1.
    pub rank: f64,
    /// With how many others it has a tie.
    pub ties: usize,
}

/// An actor that was sought.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct FoundActor<'s> {
    #[serde(flatten)]
    pub actor: ActorSummary<'s>,
    /// The name by which it was found, if that is not its label.
    pub matched: Option<&'s str>,
}

/// An edge.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct Edge<'s> {
    pub claim: &'s str,
    pub source: &'s str,
    pub target: &'s str,
    #[serde(flatten)]
    pub record: EdgeRecord<'s>,
    /// Pieces of evidence by status.
    pub statuses: &'s BTreeMap<Status, usize>,
    pub edited: bool,
}

/// An edge with what its actors are called.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct LabelledEdge<'s> {
    #[serde(flatten)]
    pub edge: Edge<'s>,
    pub source_label: &'s str,
    pub target_label: &'s str,
}

/// Enough of another edge to name it.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub(super) struct EdgeRef<'s> {
    pub claim: &'s str,
    pub source: &'s str,
    pub relation: &'s str,
    pub target: &'s str,
}

/// The sums of the plain edges between two actors.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub(super) struct TieRecord<'s> {
    pub a: Named<'s>,
    pub b: Named<'s>,
    pub friendly: f64,
    pub hostile: f64,
    /// Friendly less hostile.
    pub net: f64,
    pub edges: usize,
}

impl<'s> TieRecord<'s> {
    /// The ties of a pair as `a`, one of the two, has them.
    pub fn of(sight: &'s Sight, a: NodeIndex, pair: &Pair) -> Self {
        Self {
            a: sight.node(a),
            b: sight.node(pair.other(a)),
            friendly: rounded(pair.friendly),
            hostile: rounded(pair.hostile),
            net: rounded(pair.net()),
            edges: pair.edges,
        }
    }
}

/// Four decimals, and no negative zero.
pub(super) fn rounded(value: f64) -> f64 {
    (value * 1e4).round() / 1e4 + 0.0
}
