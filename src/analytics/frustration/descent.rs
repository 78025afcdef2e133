//! Good partitions by local search: an upper bound of the frustration index.

use std::cmp::Ordering;
use std::collections::{BinaryHeap, VecDeque};

use super::super::random::Random;
use super::solve::Block;

/// Starts that take more steps than this in sum are left out, but for the first.
const STEPS: usize = 20_000_000;

/// Moves in a row that bring nothing after which a pass ends: in great networks the way back up is rarely found later.
const PATIENCE: usize = 1_000;

/// The best partition of some starts, and what it frustrates. The first start satisfies a spanning tree, each further one is the
/// best so far with a tenth of its actors, drawn by the seed, on the other side.
pub(super) fn descend(block: &Block, starts: usize, seed: u64) -> (Vec<bool>, f64) {
    let mut best = improved(block, spanning(block));
    let mut random = Random::new(seed);
    let affordable = starts.min(STEPS / block.edges.len().max(1));
    for _ in 1..affordable {
        let mut sides = best.0.clone();
        for _ in 0..block.len().div_ceil(10) {
            let at = random.below(sides.len());
            sides[at] = !sides[at];
        }
        let next = improved(block, sides);
        if next.1 < best.1 {
            best = next;
        }
    }
    best
}

/// Sides that satisfy every edge by which a breadth-first walk meets a new actor.
fn spanning(block: &Block) -> Vec<bool> {
    let mut sides: Vec<Option<bool>> = vec![None; block.len()];
    for root in 0..block.len() {
        let mut queue = VecDeque::from([(root, true)]);
        while let Some((actor, side)) = queue.pop_front() {
            if sides[actor].is_none() {
                sides[actor] = Some(side);
                queue.extend(block.adjacency.of(actor).iter().map(|&(end, w)| (end, side == (w > 0.0))));
            }
        }
    }
    sides.into_iter().map(|side| side.unwrap_or(true)).collect()
}

/// Passes until one brings nothing.
fn improved(block: &Block, mut sides: Vec<bool>) -> (Vec<bool>, f64) {
    let mut cost = block.cost(&sides);
    loop {
        pass(block, &mut sides);
        let next = block.cost(&sides);
        if next >= cost {
            return (sides, next);
        }
        cost = next;
    }
}

/// Moves every actor once, always the one that gains most, also at a loss, until all are moved or nothing has gained for
/// long, and goes back to the best that was met: Kernighan & Lin (1970), Fiduccia & Mattheyses (1982). O(m log m).
fn pass(block: &Block, sides: &mut [bool]) {
    let mut gains: Vec<f64> = (0..sides.len()).map(|actor| gain(block, sides, actor)).collect();
    let mut heap: BinaryHeap<Move> =
        gains.iter().enumerate().map(|(actor, &gain)| Move { gain, actor }).collect();
    let mut moved = Vec::with_capacity(sides.len());
    let mut is_moved = vec![false; sides.len()];
    let (mut sum, mut best, mut kept) = (0.0, 0.0, 0);
    while let Some(Move { gain, actor }) = heap.pop().filter(|_| moved.len() < kept + PATIENCE) {
        if is_moved[actor] || gain != gains[actor] {
            continue;
        }
        is_moved[actor] = true;
        sides[actor] = !sides[actor];
        moved.push(actor);
        sum += gain;
        if sum > best + 1e-12 {
            (best, kept) = (sum, moved.len());
        }
        for &(end, weight) in block.adjacency.of(actor).iter().filter(|(end, _)| !is_moved[*end]) {
            let satisfied = (weight > 0.0) == (sides[actor] == sides[end]);
            gains[end] += if satisfied { -2.0 } else { 2.0 } * weight.abs();
            heap.push(Move { gain: gains[end], actor: end });
        }
    }
    moved[kept..].iter().for_each(|&actor| sides[actor] = !sides[actor]);
}

/// What the other side would satisfy more.
fn gain(block: &Block, sides: &[bool], actor: usize) -> f64 {
    let satisfied = |end: usize, weight: f64| (weight > 0.0) == (sides[actor] == sides[end]);
    let ends = block.adjacency.of(actor).iter();
    ends.map(|&(end, weight)| if satisfied(end, weight) { -weight.abs() } else { weight.abs() }).sum()
}

/// The greatest gain first, of equals the actor with the smaller number.
#[derive(PartialEq)]
struct Move {
    gain: f64,
    actor: usize,
}

impl Eq for Move {}

impl Ord for Move {
    fn cmp(&self, other: &Self) -> Ordering {
        self.gain.total_cmp(&other.gain).then(other.actor.cmp(&self.actor))
    }
}

impl PartialOrd for Move {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
