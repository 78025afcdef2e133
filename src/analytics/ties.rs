//! Graph → one tie for each pair of actors.

use std::collections::BTreeMap;

use petgraph::graph::NodeIndex;
use serde::{Deserialize, Serialize};

use super::period::Period;
use super::weights::Weights;
use crate::model::{ActorKind, Edge, Graph, Node, Status};

/// How two actors stand to each other, friendly and hostile apart.
///
/// A pair that trades and threatens is no pair without a tie, so plus and minus are never only a difference.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Tie {
    /// Id of the actor with the smaller id.
    pub a: String,
    /// Id of the other.
    pub b: String,
    /// Sum, 0 or more, of the friendly plain edges between them; [`Tie::plus_ab`] + [`Tie::plus_ba`].
    pub plus: f64,
    /// Sum, 0 or more, of the hostile ones; [`Tie::minus_ab`] + [`Tie::minus_ba`].
    pub minus: f64,
    /// What `a` does for `b`. Half of what both do together (a symmetric relation) counts each way.
    pub plus_ab: f64,
    /// What `b` does for `a`.
    pub plus_ba: f64,
    /// What `a` does against `b`.
    pub minus_ab: f64,
    /// What `b` does against `a`.
    pub minus_ba: f64,
    /// `plus` − `minus`.
    pub net: f64,
    /// `plus` + `minus`.
    pub volume: f64,
    /// How much of what one side does the other returns in kind, 0 to 1: (min(`plus_ab`, `plus_ba`) + min(`minus_ab`,
    /// `minus_ba`)) × 2 / `volume`.
    pub reciprocity: f64,
    /// How much `net` changes from the earlier to the later half of the graph's period: what the later half brings minus what
    /// the earlier brought. An edge's weight is divided evenly between the dated texts that assert it. Absent without a
    /// dated text, or if the graph knows a single day.
    pub trend: Option<f64>,
    /// How many pieces of evidence the edges have.
    pub claims: usize,
    /// Claim ids of the edges that were summed, in the order of the graph.
    pub edges: Vec<String>,
}

/// Whether an actor is a state.
pub fn is_state(node: &Node) -> bool {
    node.actor.kind == ActorKind::State
}

/// The ties of a graded graph between the actors that `within` admits, sorted by `a`, then `b`. Only pairs with at least one
/// plain edge of a signed relation have a tie; see [`Weights::of`]. An actor has no tie to itself.
///
/// O(e log e + c) for e edges with c pieces of evidence.
pub fn ties(graph: &Graph, weights: &Weights, within: impl Fn(&Node) -> bool) -> Vec<Tie> {
    let period = Period::of(&graph.claims);
    let inside: Vec<bool> = graph.network.node_weights().map(within).collect();
    let mut ties: BTreeMap<(NodeIndex, NodeIndex), Tie> = BTreeMap::new();
    for edge in graph.network.raw_edges() {
        let ends = (edge.source().min(edge.target()), edge.source().max(edge.target()));
        let value = weights.of(&edge.weight);
        if value != 0.0 && ends.0 != ends.1 && inside[ends.0.index()] && inside[ends.1.index()] {
            let tie = ties.entry(ends).or_default();
            tie.take(&edge.weight, value, edge.source() == ends.0);
            tie.trend = added(tie.trend, change(graph, &edge.weight, value, period));
        }
    }
    ties.into_iter().map(|((a, b), tie)| tie.between(&graph.network[a], &graph.network[b])).collect()
}

impl Tie {
    /// Adds an edge of a signed weight, which leads from `a` to `b` or back.
    fn take(&mut self, edge: &Edge, value: f64, forth: bool) {
        let share = match (edge.symmetric, forth) {
            (true, _) => [0.5, 0.5],
            (false, true) => [1.0, 0.0],
            (false, false) => [0.0, 1.0],
        };
        let [ab, ba] = share.map(|share| share * value.abs());
        let (to_b, to_a) = if value > 0.0 {
            (&mut self.plus_ab, &mut self.plus_ba)
        } else {
            (&mut self.minus_ab, &mut self.minus_ba)
        };
        *to_b += ab;
        *to_a += ba;
        self.claims += edge.evidence.len();
        self.edges.push(edge.claim.clone());
    }

    /// The tie with its ends and with what follows from its sums.
    fn between(self, a: &Node, b: &Node) -> Self {
        let (plus, minus) = (self.plus_ab + self.plus_ba, self.minus_ab + self.minus_ba);
        let returned = self.plus_ab.min(self.plus_ba) + self.minus_ab.min(self.minus_ba);
        let volume = plus + minus;
        Self {
            a: a.actor.id.clone(),
            b: b.actor.id.clone(),
            plus,
            minus,
            net: plus - minus,
            volume,
            reciprocity: 2.0 * returned / volume,
            ..self
        }
    }
}

/// What an edge adds to the later half less what it adds to the earlier.
fn change(graph: &Graph, edge: &Edge, value: f64, period: Option<Period>) -> Option<f64> {
    let claims = edge.evidence.iter().map(|&at| &graph.claims[at]);
    let dates =
        claims.filter(|claim| claim.status == Status::Asserted).filter_map(|claim| claim.published.as_ref());
    let later: Vec<bool> = dates.filter_map(|date| period?.is_later(date)).collect();
    let steps: f64 = later.iter().map(|&later| if later { 1.0 } else { -1.0 }).sum();
    (!later.is_empty()).then(|| value * steps / later.len() as f64)
}

fn added(sum: Option<f64>, more: Option<f64>) -> Option<f64> {
    more.map_or(sum, |more| Some(sum.unwrap_or(0.0) + more))
}
