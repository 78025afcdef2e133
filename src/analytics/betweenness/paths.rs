//! The shortest paths from one node, and what they owe to the nodes between.

use std::cmp::Ordering;
use std::collections::{BinaryHeap, VecDeque};

use super::super::adjacency::Adjacency;

/// Shortest paths from one source; its memory is used again for the next.
pub(super) struct Paths {
    /// Nodes that are reached, the nearest first.
    order: Vec<usize>,
    /// By node, how far it is; infinite until it is reached.
    distance: Vec<f64>,
    /// By node, how many shortest paths lead to it.
    count: Vec<f64>,
    /// By node, the nodes before it on shortest paths.
    before: Vec<Vec<usize>>,
    /// By node, whether its distance is final.
    settled: Vec<bool>,
    /// By node, what the paths beyond it owe to it.
    owed: Vec<f64>,
}

impl Paths {
    pub(super) fn new(nodes: usize) -> Self {
        Self {
            order: Vec::with_capacity(nodes),
            distance: vec![f64::INFINITY; nodes],
            count: vec![0.0; nodes],
            before: vec![Vec::new(); nodes],
            settled: vec![false; nodes],
            owed: vec![0.0; nodes],
        }
    }

    /// Follows all shortest paths from `source`.
    pub(super) fn follow(&mut self, adjacency: &Adjacency, source: usize, weighted: bool) {
        self.forget();
        self.distance[source] = 0.0;
        self.count[source] = 1.0;
        if weighted { self.by_length(adjacency, source) } else { self.by_steps(adjacency, source) }
    }

    /// Adds to each node what the paths to all nodes beyond it owe to it.
    pub(super) fn add_dependencies(&mut self, source: usize, sums: &mut [f64]) {
        for &node in self.order.iter().rev() {
            let share = (1.0 + self.owed[node]) / self.count[node];
            for &before in &self.before[node] {
                self.owed[before] += self.count[before] * share;
            }
            if node != source {
                sums[node] += self.owed[node];
            }
        }
    }

    /// Undoes the last source, in time that goes by what it reached.
    fn forget(&mut self) {
        for node in self.order.drain(..) {
            self.distance[node] = f64::INFINITY;
            self.count[node] = 0.0;
            self.before[node].clear();
            self.settled[node] = false;
            self.owed[node] = 0.0;
        }
    }

    fn by_steps(&mut self, adjacency: &Adjacency, source: usize) {
        let mut queue = VecDeque::from([source]);
        while let Some(node) = queue.pop_front() {
            self.order.push(node);
            let beyond = self.distance[node] + 1.0;
            for &(next, _) in adjacency.of(node).iter().filter(|(_, weight)| *weight != 0.0) {
                if self.distance[next].is_infinite() {
                    self.distance[next] = beyond;
                    queue.push_back(next);
                }
                if self.distance[next] == beyond {
                    self.count[next] += self.count[node];
                    self.before[next].push(node);
                }
            }
        }
    }

    /// Dijkstra (1959). A node whose distance falls forgets the longer paths to it.
    fn by_length(&mut self, adjacency: &Adjacency, source: usize) {
        let mut heap = BinaryHeap::from([Reached { distance: 0.0, node: source }]);
        while let Some(Reached { node, .. }) = heap.pop() {
            if std::mem::replace(&mut self.settled[node], true) {
                continue;
            }
            self.order.push(node);
            for &(next, weight) in adjacency.of(node).iter().filter(|(_, weight)| *weight != 0.0) {
                let beyond = self.distance[node] + 1.0 / weight.abs();
                if !self.settled[next] && beyond < self.distance[next] {
                    self.distance[next] = beyond;
                    self.count[next] = 0.0;
                    self.before[next].clear();
                    heap.push(Reached { distance: beyond, node: next });
                }
                if !self.settled[next] && beyond == self.distance[next] {
                    self.count[next] += self.count[node];
                    self.before[next].push(node);
                }
            }
        }
    }
}

/// A node on the heap; the nearest is the greatest, of equals the one with the smaller index.
#[derive(PartialEq)]
struct Reached {
    distance: f64,
    node: usize,
}

impl Eq for Reached {}

impl Ord for Reached {
    fn cmp(&self, other: &Self) -> Ordering {
        other.distance.total_cmp(&self.distance).then(other.node.cmp(&self.node))
    }
}

impl PartialOrd for Reached {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
