//! How each actor stands in the whole graph: its bloc and its rank.

use std::collections::BTreeMap;

use petgraph::graph::NodeIndex;

use crate::analytics::{
    BlocOptions, PageRankOptions, SignedNetwork, Weights, blocs_of_parts, pagerank, ties,
};
use crate::model::{Graph, Levels};

/// How each actor of a graph stands, so that a part of it is coloured and sized as the whole is.
#[derive(Debug, Clone, Default)]
pub struct Standing {
    blocs: Vec<Option<usize>>,
    ranks: Vec<f64>,
}

impl Standing {
    /// How the actors of a graph stand; `states` is the same material at the level of states, from which blocs are taken: an
    /// official is of the bloc of his state. Blocs are those of `aliansi blocs --all-actors`.
    pub fn of(graph: &Graph, states: &Graph) -> Self {
        Self::with(graph, states, &blocs(states))
    }

    /// The same for the graphs of both levels, whose blocs are the same.
    pub fn of_levels(levels: &Levels) -> [Self; 2] {
        let blocs = blocs(&levels.states);
        [&levels.actors, &levels.states].map(|graph| Self::with(graph, &levels.states, &blocs))
    }

    fn with(graph: &Graph, states: &Graph, blocs: &BTreeMap<String, usize>) -> Self {
        let bloc = |at: NodeIndex| blocs.get(states.representative(&graph.network[at].actor.id)).copied();
        Self { blocs: graph.network.node_indices().map(bloc).collect(), ranks: ranks(graph) }
    }

    /// The bloc of a node, 0 the greatest; none for whom no tie joins to another.
    pub fn bloc(&self, at: NodeIndex) -> Option<usize> {
        self.blocs.get(at.index()).copied().flatten()
    }

    /// PageRank of a node, 0 to 1.
    pub fn rank(&self, at: NodeIndex) -> f64 {
        self.ranks.get(at.index()).copied().unwrap_or_default()
    }
}

/// The bloc of each actor that has company in one.
fn blocs(states: &Graph) -> BTreeMap<String, usize> {
    let network = SignedNetwork::of_ties(&ties(states, &Weights::plover(), |_| true), 0.0);
    let found = blocs_of_parts(&network, BlocOptions::default());
    let company = found.blocs.into_iter().filter(|bloc| bloc.actors.len() > 1).enumerate();
    company.flat_map(|(nth, bloc)| bloc.actors.into_iter().map(move |actor| (actor, nth))).collect()
}

/// PageRank along plain edges, both ways where the relation is symmetric, by the size of their weight.
fn ranks(graph: &Graph) -> Vec<f64> {
    let mut links = Vec::new();
    for edge in graph.network.raw_edges().iter().filter(|edge| edge.weight.plain) {
        let (from, to, weight) = (edge.source().index(), edge.target().index(), edge.weight.weight);
        links.push((from, to, weight));
        if edge.weight.symmetric {
            links.push((to, from, weight));
        }
    }
    pagerank(graph.network.node_count(), &links, PageRankOptions::default()).scores
}
