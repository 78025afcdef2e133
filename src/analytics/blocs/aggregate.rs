//! Parts become the nodes of a smaller network.

use super::super::adjacency::Adjacency;
use super::moving::Layers;

/// Parts numbered from 0 in the order of their first nodes.
pub(super) fn numbered(parts: &[usize]) -> Vec<usize> {
    let mut number = vec![usize::MAX; parts.iter().max().map_or(0, |last| last + 1)];
    let mut next = 0;
    let name = |&part: &usize| {
        if number[part] == usize::MAX {
            (number[part], next) = (next, next + 1);
        }
        number[part]
    };
    parts.iter().map(name).collect()
}

/// The network of the parts, and the bloc of each: `fine` and `coarse` are numbered parts and the blocs that they lie in.
/// What is within a part is left out, since it stays there; strengths count it.
pub(super) fn aggregate(layers: &Layers, fine: &[usize], coarse: &[usize]) -> (Layers, Vec<usize>) {
    let count = fine.iter().max().map_or(0, |last| last + 1);
    let mut strengths = vec![[0.0; 2]; count];
    let mut blocs = vec![0; count];
    for (node, &part) in fine.iter().enumerate() {
        blocs[part] = coarse[node];
        (0..2).for_each(|layer| strengths[part][layer] += layers.strengths[node][layer]);
    }
    let ends = Adjacency::undirected(count, &edges(layers, fine, count));
    (Layers { ends, strengths, scale: layers.scale, least: layers.least }, blocs)
}

/// Edges between parts, each once, sorted.
fn edges(layers: &Layers, fine: &[usize], count: usize) -> Vec<(usize, usize, f64)> {
    let mut edges = Vec::new();
    let mut to = vec![0.0; count];
    let mut is_touched = vec![false; count];
    for (part, nodes) in members(fine, count).iter().enumerate() {
        let mut touched = Vec::new();
        for &(end, weight) in nodes.iter().flat_map(|&node| layers.ends.of(node)) {
            let end = fine[end];
            if end > part {
                to[end] += weight;
                if !std::mem::replace(&mut is_touched[end], true) {
                    touched.push(end);
                }
            }
        }
        touched.sort_unstable();
        for end in touched {
            edges.push((part, end, std::mem::take(&mut to[end])));
            is_touched[end] = false;
        }
    }
    edges
}

fn members(fine: &[usize], count: usize) -> Vec<Vec<usize>> {
    let mut members = vec![Vec::new(); count];
    fine.iter().enumerate().for_each(|(node, &part)| members[part].push(node));
    members
}
