//! The strongest part of a network.

use std::collections::{BTreeMap, BTreeSet};

use super::super::network::Tie;

/// How much an edge matters in a diagram: its weight, times the number of origins that state it.
pub fn score(tie: &Tie) -> f64 {
    tie.edge.weight * tie.origins().max(1) as f64
}

/// The edges with the highest scores among the actors with the highest sums of scores, in their old order.
/// Equal scores keep the order of ids.
pub fn strongest<'g>(ties: &[Tie<'g>], nodes: usize, edges: usize) -> Vec<Tie<'g>> {
    let kept = strongest_actors(ties, nodes);
    let mut among: Vec<(usize, &Tie)> = ties
        .iter()
        .enumerate()
        .filter(|(_, tie)| kept.contains(tie.source.actor.id.as_str()))
        .filter(|(_, tie)| kept.contains(tie.target.actor.id.as_str()))
        .collect();
    among.sort_by(|(_, a), (_, b)| score(b).total_cmp(&score(a)));
    among.truncate(edges);
    among.sort_by_key(|(index, _)| *index);
    among.into_iter().map(|(_, tie)| *tie).collect()
}

fn strongest_actors<'g>(ties: &[Tie<'g>], nodes: usize) -> BTreeSet<&'g str> {
    let mut sums: BTreeMap<&str, f64> = BTreeMap::new();
    for tie in ties {
        for node in [tie.source, tie.target] {
            *sums.entry(&node.actor.id).or_default() += score(tie);
        }
    }
    let mut ranking: Vec<(&str, f64)> = sums.into_iter().collect();
    ranking.sort_by(|(_, a), (_, b)| b.total_cmp(a));
    ranking.into_iter().take(nodes).map(|(id, _)| id).collect()
}
