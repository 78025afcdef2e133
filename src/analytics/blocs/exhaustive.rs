//! The best of all partitions, where there are few actors.

use super::signed_modularity;
use crate::analytics::SignedNetwork;

/// The most actors whose partitions are all tried: nine have 21,147.
pub const MOST: usize = 9;

/// The partition of highest signed modularity; of equals that of most parts, so that nobody is put with others for nothing, then
/// the first in the order of [`next`].
pub fn partition(network: &SignedNetwork, resolution: f64) -> Vec<usize> {
    let mut parts = vec![0; network.len()];
    let mut best = (signed_modularity(network, &parts, resolution), parts.clone());
    while next(&mut parts) {
        let modularity = signed_modularity(network, &parts, resolution);
        let finer = modularity > best.0 - 1e-12 && count(&parts) > count(&best.1);
        if modularity > best.0 + 1e-12 || finer {
            best = (modularity, parts.clone());
        }
    }
    best.1
}

fn count(parts: &[usize]) -> usize {
    parts.iter().max().map_or(0, |last| last + 1)
}

/// The next partition as a restricted growth string: each actor is in the part of one before it or in the next new one.
/// Knuth (2011), The Art of Computer Programming, volume 4A, §7.2.1.5.
fn next(parts: &mut [usize]) -> bool {
    for at in (1..parts.len()).rev() {
        let greatest = parts[..at].iter().max().copied().unwrap_or_default();
        if parts[at] <= greatest {
            parts[at] += 1;
            parts[at + 1..].fill(0);
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::next;

    #[test]
    fn there_are_as_many_partitions_as_bell_counted() {
        for (actors, bell) in [(1, 1), (2, 2), (3, 5), (4, 15), (7, 877)] {
            let mut parts = vec![0; actors];
            let mut count = 1;
            while next(&mut parts) {
                count += 1;
            }
            assert_eq!(count, bell, "{actors}");
        }
    }
}
