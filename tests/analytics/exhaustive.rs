//! Answers by trying everything.

use aliansi::analytics::SignedNetwork;

/// Weight of friends apart and foes together.
pub fn frustrated(network: &SignedNetwork, of_actor: &[usize]) -> f64 {
    let wrong =
        network.edges.iter().filter(|(a, b, weight)| (*weight > 0.0) != (of_actor[*a] == of_actor[*b]));
    wrong.map(|edge| edge.2.abs()).sum()
}

/// The frustration index by all 2ⁿ⁻¹ pairs of camps.
pub fn frustration_index(network: &SignedNetwork) -> f64 {
    let camps = |code: usize| (0..network.len()).map(|actor| code >> actor & 1).collect::<Vec<_>>();
    let costs = (0..1 << network.len().saturating_sub(1)).map(|code| frustrated(network, &camps(code)));
    costs.fold(f64::INFINITY, f64::min)
}

/// Calls `take` with every partition of so many actors, as the part of each.
pub fn each_partition(actors: usize, mut take: impl FnMut(&[usize])) {
    let mut parts = Vec::with_capacity(actors);
    grow(&mut parts, actors, 0, &mut take);
}

fn grow(parts: &mut Vec<usize>, actors: usize, used: usize, take: &mut impl FnMut(&[usize])) {
    if parts.len() == actors {
        return take(parts);
    }
    for part in 0..=used {
        parts.push(part);
        grow(parts, actors, used.max(part + 1), take);
        parts.pop();
    }
}
