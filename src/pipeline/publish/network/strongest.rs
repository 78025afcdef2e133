//! The strongest part of a network.

use std::collections::BTreeMap;

use petgraph::graph::NodeIndex;

use super::{Selection, Tie};
use crate::model::Graph;

/// The ties with the highest scores among the actors with the highest sums of scores, in their old order; the actor that the
/// selection is around is always one of them. Equal scores keep the order of ids.
pub fn strongest<'g>(ties: &[Tie<'g>], graph: &Graph, selection: &Selection) -> Vec<Tie<'g>> {
    let kept = strongest_actors(ties, graph, selection);
    let is_kept = |at: NodeIndex| kept.binary_search(&at).is_ok();
    let mut among: Vec<(usize, &Tie)> = ties
        .iter()
        .enumerate()
        .filter(|(_, tie)| is_kept(tie.source_index) && is_kept(tie.target_index))
        .collect();
    among.sort_by(|(_, a), (_, b)| b.score().total_cmp(&a.score()));
    among.truncate(selection.ties);
    among.sort_by_key(|(index, _)| *index);
    among.into_iter().map(|(_, tie)| *tie).collect()
}

/// Sorted.
fn strongest_actors(ties: &[Tie], graph: &Graph, selection: &Selection) -> Vec<NodeIndex> {
    let mut sums: BTreeMap<NodeIndex, f64> = BTreeMap::new();
    for tie in ties {
        for node in [tie.source_index, tie.target_index] {
            *sums.entry(node).or_default() += tie.score();
        }
    }
    if let Some(centre) = selection.centre(graph) {
        sums.insert(centre, f64::INFINITY);
    }
    let mut ranking: Vec<(NodeIndex, f64)> = sums.into_iter().collect();
    ranking.sort_by(|(_, a), (_, b)| b.total_cmp(a));
    let mut kept: Vec<NodeIndex> = ranking.into_iter().take(selection.actors).map(|(node, _)| node).collect();
    kept.sort_unstable();
    kept
}
