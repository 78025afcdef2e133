//! Moving, refining, drawing together, until nothing gains.

use std::borrow::Cow;

use super::super::random::Random;
use super::aggregate::{aggregate, numbered};
use super::moving::{Layers, Moving};
use super::refine::refined;

/// Rounds over the whole network at most; a few suffice.
const ROUNDS: usize = 20;

/// The part of each node that one start finds. The first start takes nodes in their order, each other in one that the seed decides.
pub(super) fn partition(layers: &Layers, seed: u64, nth: u64) -> Vec<usize> {
    let mut random = (nth > 0).then(|| Random::stream(seed, nth));
    let mut parts: Vec<usize> = (0..layers.len()).collect();
    for _ in 0..ROUNDS {
        let next = round(layers, &parts, random.as_mut());
        let settled = same(&parts, &next);
        parts = next;
        if settled {
            break;
        }
    }
    parts
}

/// One way up from the network to its blocs.
fn round(layers: &Layers, parts: &[usize], mut random: Option<&mut Random>) -> Vec<usize> {
    let mut level = Cow::Borrowed(layers);
    let mut node_of: Vec<usize> = (0..layers.len()).collect();
    let mut parts = parts.to_vec();
    loop {
        let mut moving = Moving::new(&level, parts);
        moving.settle(&order(level.len(), random.as_deref_mut()));
        let coarse = numbered(&moving.of_node);
        let count = coarse.iter().max().map_or(0, |last| last + 1);
        if count == level.len() {
            return node_of.iter().map(|&node| coarse[node]).collect();
        }
        let fine = numbered(&refined(&level, &coarse));
        let fine =
            if fine.iter().max().map_or(0, |last| last + 1) == level.len() { coarse.clone() } else { fine };
        let (next, above) = aggregate(&level, &fine, &coarse);
        node_of.iter_mut().for_each(|node| *node = fine[*node]);
        (level, parts) = (Cow::Owned(next), above);
    }
}

fn order(nodes: usize, random: Option<&mut Random>) -> Vec<usize> {
    let mut order: Vec<usize> = (0..nodes).collect();
    if let Some(random) = random {
        random.shuffle(&mut order);
    }
    order
}

/// Whether two partitions are one, whatever their numbers.
fn same(a: &[usize], b: &[usize]) -> bool {
    numbered(a) == numbered(b)
}
