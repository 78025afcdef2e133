//! Which edges network files show, and as what.

use crate::model::{Edge, Graph, Node, Polarity, Status};

/// An edge that a network file shows.
#[derive(Debug, Clone, Copy)]
pub struct Tie<'g> {
    /// Who does it.
    pub source: &'g Node,
    /// To whom.
    pub target: &'g Node,
    /// The edge itself.
    pub edge: &'g Edge,
    /// As what it is shown: asserted if plain.
    pub status: Status,
    /// A person decided something about its evidence.
    pub edited: bool,
}

impl Tie<'_> {
    /// How sure it is, 0 to 1, that a text puts it so.
    pub fn confidence(&self) -> f64 {
        self.edge.scores.get(&self.status).map_or(0.0, |score| score.confidence)
    }

    /// How many independent origins put it so.
    pub fn origins(&self) -> usize {
        self.edge.scores.get(&self.status).map_or(0, |score| score.origins)
    }

    /// −1, 0 or 1.
    pub fn sign(&self) -> i8 {
        sign(self.edge.polarity)
    }
}

/// −1, 0 or 1.
pub fn sign(polarity: Polarity) -> i8 {
    match polarity {
        Polarity::Negative => -1,
        Polarity::Neutral => 0,
        Polarity::Positive => 1,
    }
}

/// The edges that a network file shows, in the graph's order: the plain ones, and those that have evidence
/// of one of the statuses, shown as the one of them that is nearest to asserted.
pub fn ties<'g>(graph: &'g Graph, statuses: &[Status]) -> Vec<Tie<'g>> {
    graph
        .edges()
        .filter_map(|(source, edge, target)| {
            let edited = edge.evidence.iter().any(|&at| !graph.claims[at].edits.is_empty());
            Some(Tie { source, target, edge, status: shown_as(edge, statuses)?, edited })
        })
        .collect()
}

fn shown_as(edge: &Edge, statuses: &[Status]) -> Option<Status> {
    if edge.plain {
        return Some(Status::Asserted);
    }
    edge.statuses.keys().copied().find(|status| statuses.contains(status))
}

/// The actors of the edges, each once, in the order of their ids.
pub fn actors<'g>(ties: &[Tie<'g>]) -> Vec<&'g Node> {
    let mut nodes: Vec<&Node> = ties.iter().flat_map(|tie| [tie.source, tie.target]).collect();
    nodes.sort_by(|a, b| a.actor.id.cmp(&b.actor.id));
    nodes.dedup_by(|a, b| a.actor.id == b.actor.id);
    nodes
}
