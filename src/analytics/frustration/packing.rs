//! Negative cycles that share no weight: every partition frustrates an edge of each, so their sum is a lower bound.

use std::collections::VecDeque;

use super::super::triangles::Triangles;
use super::solve::Block;

/// Longer cycles are sought if there are no more edges than this: each search goes over all of them.
const SOUGHT: usize = 5_000;

/// Lengths up to which cycles are packed before longer ones: short cycles take less from the rest.
const LENGTHS: [usize; 4] = [4, 5, 7, usize::MAX];

/// A lower bound of the frustration index: greedily, first all triangles, O(m^1.5), then, in small blocks, the shortest negative
/// cycle of each edge, O(m²). A cycle takes its least weight from each of its edges. Aref, Mason & Wilson (2020) use triangles in
/// the same way.
pub(super) fn packed(block: &Block) -> f64 {
    let mut packing =
        Packing { block, left: block.edges.iter().map(|edge| edge.2.abs()).collect(), sum: 0.0 };
    Triangles::new(block.len(), &block.edges).each(|triangle| {
        let negative = triangle.iter().filter(|edge| block.edges[**edge].2 < 0.0).count();
        if negative % 2 == 1 {
            packing.take(&triangle);
        }
    });
    if block.edges.len() <= SOUGHT {
        packing.longer();
    }
    packing.sum
}

struct Packing<'b> {
    block: &'b Block,
    /// By edge, the weight that no cycle has taken.
    left: Vec<f64>,
    sum: f64,
}

impl Packing<'_> {
    fn take(&mut self, cycle: &[usize]) {
        let least = cycle.iter().map(|&edge| self.left[edge]).fold(f64::INFINITY, f64::min);
        cycle.iter().for_each(|&edge| self.left[edge] -= least);
        self.sum += least;
    }

    fn longer(&mut self) {
        let edges_of = edges_of(self.block);
        for longest in LENGTHS {
            for edge in 0..self.left.len() {
                while let Some(cycle) = self.cycle(edge, longest, &edges_of) {
                    self.take(&cycle);
                }
            }
        }
    }

    /// The shortest negative cycle through an edge in what is left: a path between its ends whose sign is the opposite of its own,
    /// by breadth over pairs of an actor and the sign of the way there.
    fn cycle(&self, edge: usize, longest: usize, edges_of: &[Vec<usize>]) -> Option<Vec<usize>> {
        let (from, to, weight) = self.block.edges[edge];
        let goal = state(to, weight > 0.0);
        let mut by = vec![None; 2 * self.block.len()];
        let mut queue = VecDeque::from([(state(from, false), 1)]);
        while let Some((at, length)) = queue.pop_front().filter(|_| self.left[edge] > 0.0) {
            if at == goal {
                return Some(self.way_back(at, state(from, false), &by, edge));
            }
            let open = |next: &&usize| **next != edge && self.left[**next] > 0.0;
            for &next in edges_of[at / 2].iter().filter(open).filter(|_| length < longest) {
                let reached = self.across(at, next);
                if by[reached].is_none() && reached != state(from, false) {
                    by[reached] = Some(next);
                    queue.push_back((reached, length + 1));
                }
            }
        }
        None
    }

    /// Where an edge leads from an actor and a sign.
    fn across(&self, at: usize, edge: usize) -> usize {
        let (a, b, weight) = self.block.edges[edge];
        state(if a == at / 2 { b } else { a }, (at % 2 == 1) != (weight < 0.0))
    }

    /// The edges of the way from `start` to `at`, and the one that closes the cycle. One that the way goes over twice is named once.
    fn way_back(&self, mut at: usize, start: usize, by: &[Option<usize>], edge: usize) -> Vec<usize> {
        let mut cycle = vec![edge];
        while at != start {
            let Some(step) = by[at] else { break };
            cycle.push(step);
            at = self.across(at, step);
        }
        cycle.sort_unstable();
        cycle.dedup();
        cycle
    }
}

/// An actor with the sign of the way there: odd if it is negative.
fn state(actor: usize, negative: bool) -> usize {
    2 * actor + usize::from(negative)
}

fn edges_of(block: &Block) -> Vec<Vec<usize>> {
    let mut of = vec![Vec::new(); block.len()];
    for (at, &(a, b, _)) in block.edges.iter().enumerate() {
        of[a].push(at);
        of[b].push(at);
    }
    of
}
