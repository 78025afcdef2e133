//! The strongest part of a network.

use petgraph::graph::NodeIndex;

use super::{Selection, Tie};
use crate::model::Graph;

/// The ties with the highest scores among the actors with the highest sums of scores, in their old order; the actor that the
/// selection is around is always one of them. Equal scores keep the order of ids.
pub fn strongest<'g>(ties: &[Tie<'g>], graph: &Graph, selection: &Selection) -> Vec<Tie<'g>> {
    let scores: Vec<f64> = ties.iter().map(Tie::score).collect();
    let kept = strongest_actors(ties, &scores, graph, selection);
    let is_kept = |at: NodeIndex| kept[at.index()];
    let is_among = |&at: &usize| is_kept(ties[at].source_index) && is_kept(ties[at].target_index);
    let mut among: Vec<usize> = (0..ties.len()).filter(is_among).collect();
    among.sort_by(|&a, &b| scores[b].total_cmp(&scores[a]));
    among.truncate(selection.ties);
    among.sort_unstable();
    among.into_iter().map(|at| ties[at]).collect()
}

/// By node, whether it is one of the strongest.
fn strongest_actors(ties: &[Tie], scores: &[f64], graph: &Graph, selection: &Selection) -> Vec<bool> {
    let nodes = graph.network.node_count();
    let mut sums: Vec<Option<f64>> = vec![None; nodes];
    for (tie, score) in ties.iter().zip(scores) {
        for node in [tie.source_index, tie.target_index] {
            *sums[node.index()].get_or_insert(0.0) += score;
        }
    }
    if let Some(centre) = selection.centre(graph) {
        sums[centre.index()] = Some(f64::INFINITY);
    }
    let mut ranking: Vec<(usize, f64)> =
        sums.into_iter().enumerate().filter_map(|(node, sum)| Some((node, sum?))).collect();
    ranking.sort_by(|(_, a), (_, b)| b.total_cmp(a));
    let mut kept = vec![false; nodes];
    ranking.into_iter().take(selection.actors).for_each(|(node, _)| kept[node] = true);
    kept
}
