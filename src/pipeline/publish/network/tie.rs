//! An edge that a network file shows.

use petgraph::graph::NodeIndex;

use crate::model::{Edge, Graph, Node, Polarity, Status};

/// An edge that a network file shows.
#[derive(Debug, Clone, Copy)]
pub struct Tie<'g> {
    /// Who does it.
    pub source: &'g Node,
    /// To whom.
    pub target: &'g Node,
    /// Index of the source into [`Network::actors`](super::Network::actors).
    pub from: usize,
    /// Index of the target.
    pub to: usize,
    /// The edge itself.
    pub edge: &'g Edge,
    /// As what it is shown: asserted if plain.
    pub status: Status,
    /// A person decided something about its evidence; known of the ties of a network.
    pub edited: bool,
    /// Where the source stands in the graph.
    pub(super) source_index: NodeIndex,
    /// Where the target stands in the graph.
    pub(super) target_index: NodeIndex,
}

impl<'g> Tie<'g> {
    /// The edge between two nodes, if it is plain or has evidence of one of the statuses; then it is shown as the one of them
    /// that is nearest to asserted.
    pub(crate) fn of(
        graph: &'g Graph,
        edge: &'g petgraph::graph::Edge<Edge>,
        statuses: &[Status],
    ) -> Option<Self> {
        let (source_index, target_index, edge) = (edge.source(), edge.target(), &edge.weight);
        Some(Self {
            source: &graph.network[source_index],
            target: &graph.network[target_index],
            from: 0,
            to: 0,
            edge,
            status: shown_as(edge, statuses)?,
            edited: false,
            source_index,
            target_index,
        })
    }

    /// The tie with whether a person decided something about its evidence, for which all of that is looked at.
    pub(crate) fn looked_through(self, graph: &Graph) -> Self {
        let edited = self.edge.evidence.iter().any(|&at| !graph.claims[at].edits.is_empty());
        Self { edited, ..self }
    }

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

    /// How much it matters in a picture: its weight, times the number of origins that state it.
    pub fn score(&self) -> f64 {
        self.edge.weight * self.origins().max(1) as f64
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

fn shown_as(edge: &Edge, statuses: &[Status]) -> Option<Status> {
    if edge.plain {
        return Some(Status::Asserted);
    }
    edge.statuses.keys().copied().find(|status| statuses.contains(status))
}
