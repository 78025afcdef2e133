//! What network files and diagrams show: ties, the actors that they join, and how each of those stands.

mod record;
mod selection;
mod standing;
mod strongest;
mod tie;

pub use record::EdgeRecord;
pub(crate) use record::rank_rounded;
pub use selection::Selection;
pub use standing::Standing;
pub use tie::{Tie, sign};

use std::collections::BTreeMap;

use petgraph::graph::NodeIndex;

use super::Options;
use crate::model::{Graph, Node};
use crate::ontology::Scoring;

/// The part of a graph that a network file or a diagram shows.
#[derive(Debug, Clone)]
pub struct Network<'g> {
    /// The whole graph.
    pub graph: &'g Graph,
    /// The actors that ties join, in the order of their ids; a single one without ties where it was asked for.
    pub actors: Vec<Shown<'g>>,
    /// In the order of the graph.
    pub ties: Vec<Tie<'g>>,
    /// How many actors and ties there were before the selection cut the weaker ones off.
    pub of: Extent,
}

/// An actor that is shown.
#[derive(Debug, Clone, Copy)]
pub struct Shown<'g> {
    /// The actor.
    pub node: &'g Node,
    /// Its bloc in the whole graph, 0 the greatest; none for whom no friendly tie joins to another.
    pub bloc: Option<usize>,
    /// PageRank among all actors of the graph, 0 to 1; they sum to 1.
    pub rank: f64,
}

/// How great a network is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Extent {
    /// Actors.
    pub actors: usize,
    /// Ties.
    pub ties: usize,
}

impl<'g> Network<'g> {
    /// Everything that a network file of a graph folder shows.
    pub fn whole(graph: &'g Graph, standing: &Standing, options: &Options) -> Self {
        let selection = Selection { statuses: options.statuses.clone(), ..Selection::default() };
        Self::of(graph, standing, &selection, &Scoring::default())
    }

    /// What a selection leaves. O(e log e) for e edges.
    pub fn of(graph: &'g Graph, standing: &Standing, selection: &Selection, scoring: &Scoring) -> Self {
        let all = selection.ties(graph, scoring);
        let of = Extent { actors: ends(&all).len(), ties: all.len() };
        let kept = strongest::strongest(&all, graph, selection);
        let centre = selection.centre(graph);
        Self { graph, of, ..Self::among(graph, standing, kept, centre) }
    }

    fn among(
        graph: &'g Graph,
        standing: &Standing,
        mut ties: Vec<Tie<'g>>,
        centre: Option<NodeIndex>,
    ) -> Self {
        let mut nodes = ends(&ties);
        nodes.extend(centre.filter(|_| ties.is_empty()));
        let place: BTreeMap<NodeIndex, usize> =
            nodes.iter().enumerate().map(|(at, &node)| (node, at)).collect();
        for tie in &mut ties {
            *tie = tie.looked_through(graph);
            (tie.from, tie.to) = (place[&tie.source_index], place[&tie.target_index]);
        }
        let shown = |&at: &NodeIndex| Shown {
            node: &graph.network[at],
            bloc: standing.bloc(at),
            rank: standing.rank(at),
        };
        Self { graph, actors: nodes.iter().map(shown).collect(), ties, of: Extent::default() }
    }

    /// How much is shown.
    pub fn extent(&self) -> Extent {
        Extent { actors: self.actors.len(), ties: self.ties.len() }
    }

    /// Whether the selection cut weaker ties off.
    pub fn is_cut(&self) -> bool {
        self.extent() != self.of && self.of != Extent::default()
    }
}

/// The actors of ties, each once; nodes of a graph stand in the order of their ids.
fn ends(ties: &[Tie]) -> Vec<NodeIndex> {
    let mut nodes: Vec<NodeIndex> =
        ties.iter().flat_map(|tie| [tie.source_index, tie.target_index]).collect();
    nodes.sort_unstable();
    nodes.dedup();
    nodes
}
