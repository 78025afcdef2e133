//! Blocs fall into the parts that hold together by themselves.

use std::collections::BTreeMap;

use super::moving::Layers;

/// Parts within blocs: every node begins alone, and one that is still alone joins the part of its bloc where it gains most, if it gains.
/// So what is drawn together later can still come apart.
pub(super) fn refined(layers: &Layers, blocs: &[usize]) -> Vec<usize> {
    let mut parts: Vec<usize> = (0..layers.len()).collect();
    let mut strengths = layers.strengths.clone();
    let mut is_alone = vec![true; layers.len()];
    for node in 0..layers.len() {
        if !is_alone[node] {
            continue;
        }
        let mut to: BTreeMap<usize, f64> = BTreeMap::new();
        for &(end, weight) in layers.ends.of(node).iter().filter(|(end, _)| blocs[*end] == blocs[node]) {
            *to.entry(parts[end]).or_default() += weight;
        }
        let gain = |(part, weight): (usize, f64)| (part, layers.gain(node, weight, strengths[part]));
        let gains = to.into_iter().map(gain).filter(|(_, gain)| *gain > layers.least);
        let best = gains.reduce(|best, next| if next.1 > best.1 { next } else { best });
        if let Some((part, _)) = best {
            (0..2).for_each(|layer| strengths[part][layer] += layers.strengths[node][layer]);
            parts[node] = part;
            // A part is named after the node that was alone in it.
            is_alone[part] = false;
        }
    }
    parts
}
