//! What part of a graph the user wants to see.

use std::collections::VecDeque;

use petgraph::graph::NodeIndex;

use super::Tie;
use crate::analytics::is_state;
use crate::model::{Graph, Status};
use crate::ontology::Scoring;
use crate::pipeline::publish::Options;

/// What part of a graph a network file or a diagram shows. The default is all plain edges.
#[derive(Debug, Clone, PartialEq)]
pub struct Selection {
    /// Also edges that are not plain but have evidence of these statuses.
    pub statuses: Vec<Status>,
    /// Relations; all if empty.
    pub relations: Vec<String>,
    /// Who belongs to whom as well (`structural` in `ontology/scoring.toml`), unless `relations` says it.
    pub structural: bool,
    /// Only ties between states.
    pub states: bool,
    /// An actor, and those within so many hops of it along ties in either direction.
    pub around: Option<(String, usize)>,
    /// Only ties that a text puts so with at least this probability, 0 to 1 ([`Tie::confidence`]).
    pub confidence: f64,
    /// Only ties with at least so many independent origins ([`Tie::origins`]).
    pub origins: usize,
    /// At most so many actors.
    pub actors: usize,
    /// At most so many ties.
    pub ties: usize,
}

impl Default for Selection {
    fn default() -> Self {
        Self {
            statuses: Vec::new(),
            relations: Vec::new(),
            structural: true,
            states: false,
            around: None,
            confidence: 0.0,
            origins: 0,
            actors: usize::MAX,
            ties: usize::MAX,
        }
    }
}

impl Selection {
    /// What the diagrams of a graph folder show: the strongest ties between states.
    pub fn diagram(options: &Options) -> Self {
        Self {
            statuses: options.statuses.clone(),
            structural: options.structural,
            states: true,
            actors: options.nodes,
            ties: options.edges,
            ..Self::default()
        }
    }

    /// The ties of a graph that fit, in its order, however many there are.
    pub(super) fn ties<'g>(&self, graph: &'g Graph, scoring: &Scoring) -> Vec<Tie<'g>> {
        let near = self.around.as_ref().map(|(_, hops)| self.near(graph, *hops, scoring));
        let is_near = |at: NodeIndex| near.as_ref().is_none_or(|near| near[at.index()]);
        let ties = self.fitting(graph, scoring);
        ties.filter(|tie| is_near(tie.source_index) && is_near(tie.target_index)).collect()
    }

    fn fitting<'g>(&self, graph: &'g Graph, scoring: &Scoring) -> impl Iterator<Item = Tie<'g>> {
        let ties = graph.network.raw_edges().iter().filter_map(|edge| Tie::of(graph, edge, &self.statuses));
        ties.filter(move |tie| self.shows(tie, scoring))
    }

    fn shows(&self, tie: &Tie, scoring: &Scoring) -> bool {
        let relation = &tie.edge.relation;
        let wanted = if self.relations.is_empty() {
            self.structural || !scoring.structural.contains(relation)
        } else {
            self.relations.contains(relation)
        };
        wanted && self.is_sure(tie) && (!self.states || is_state(tie.source) && is_state(tie.target))
    }

    fn is_sure(&self, tie: &Tie) -> bool {
        (self.confidence == 0.0 || tie.confidence() >= self.confidence)
            && (self.origins == 0 || tie.origins() >= self.origins)
    }

    /// The actor in the middle, if the graph has it.
    pub(super) fn centre(&self, graph: &Graph) -> Option<NodeIndex> {
        let (actor, _) = self.around.as_ref()?;
        graph.position(actor)
    }

    /// By node, whether it is within so many hops of the centre.
    fn near(&self, graph: &Graph, hops: usize, scoring: &Scoring) -> Vec<bool> {
        let nodes = graph.network.node_count();
        let mut neighbours = vec![Vec::new(); nodes];
        for tie in self.fitting(graph, scoring) {
            neighbours[tie.source_index.index()].push(tie.target_index);
            neighbours[tie.target_index.index()].push(tie.source_index);
        }
        let mut near = vec![false; nodes];
        let mut next: VecDeque<(NodeIndex, usize)> =
            self.centre(graph).map(|at| (at, 0)).into_iter().collect();
        while let Some((at, distance)) = next.pop_front() {
            if !std::mem::replace(&mut near[at.index()], true) && distance < hops {
                next.extend(neighbours[at.index()].iter().map(|&other| (other, distance + 1)));
            }
        }
        near
    }
}
