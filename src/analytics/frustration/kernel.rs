//! Edges that some optimum satisfies are contracted until none is left.

use std::collections::{BTreeMap, VecDeque};

use super::Edge;
use super::parity::Parity;

/// Actors with more neighbours are not looked through for such an edge.
const MOST: usize = 256;

/// What is left of a network.
pub(super) struct Kernel {
    /// Edges that are left, between representatives of what was contracted.
    pub(super) edges: Vec<Edge>,
    /// Weight that every partition frustrates in what is gone: of edges that became parallel and contradict each other.
    pub(super) cost: f64,
}

/// Contracts every edge that outweighs all others of one of its ends, or as much as they do together; who belongs together goes
/// into `parity`. The smaller neighbourhood is added to the greater: O(m log² m).
pub(super) fn kernel(edges: Vec<Edge>, parity: &mut Parity) -> Kernel {
    let mut network = Contracting::new(edges);
    while let Some(node) = network.queue.pop_front() {
        if let Some((other, weight)) = network.dominant(node) {
            parity.join(node, other, weight > 0.0);
            network.contract(node, other, weight > 0.0);
        }
    }
    network.rest()
}

struct Contracting {
    /// By actor, its neighbours; empty once it is gone.
    ends: BTreeMap<usize, BTreeMap<usize, f64>>,
    /// Actors to be looked at.
    queue: VecDeque<usize>,
    cost: f64,
}

impl Contracting {
    fn new(edges: Vec<Edge>) -> Self {
        let mut ends: BTreeMap<usize, BTreeMap<usize, f64>> = BTreeMap::new();
        for (a, b, weight) in edges {
            ends.entry(a).or_default().insert(b, weight);
            ends.entry(b).or_default().insert(a, weight);
        }
        let queue = ends.keys().copied().collect();
        Self { ends, queue, cost: 0.0 }
    }

    /// The edge of an actor that outweighs its others.
    fn dominant(&self, node: usize) -> Option<(usize, f64)> {
        let own = self.ends.get(&node).filter(|own| own.len() <= MOST)?;
        let greatest = own.iter().max_by(|x, y| x.1.abs().total_cmp(&y.1.abs()).then(y.0.cmp(x.0)));
        let (&other, &weight) = greatest?;
        let others: f64 =
            own.iter().filter(|(node, _)| **node != other).map(|(_, weight)| weight.abs()).sum();
        (weight.abs() >= others).then_some((other, weight))
    }

    /// Makes one actor of two who are on the same side, or not.
    fn contract(&mut self, a: usize, b: usize, same: bool) {
        let (gone, kept) = if self.degree(a) <= self.degree(b) { (a, b) } else { (b, a) };
        for (end, weight) in self.ends.remove(&gone).unwrap_or_default() {
            self.entry(end).remove(&gone);
            if end != kept {
                self.add(kept, end, if same { weight } else { -weight });
                self.queue.push_back(end);
            }
        }
        self.queue.push_back(kept);
    }

    /// Adds an edge; as far as it contradicts one that is there, one of the two is frustrated anyway.
    fn add(&mut self, a: usize, b: usize, weight: f64) {
        let known = self.entry(a).get(&b).copied().unwrap_or(0.0);
        let sum = known + weight;
        if known * weight < 0.0 {
            self.cost += known.abs().min(weight.abs());
        }
        for (from, to) in [(a, b), (b, a)] {
            let own = self.entry(from);
            own.remove(&to);
            own.extend((sum != 0.0).then_some((to, sum)));
        }
    }

    fn entry(&mut self, node: usize) -> &mut BTreeMap<usize, f64> {
        self.ends.entry(node).or_default()
    }

    fn degree(&self, node: usize) -> usize {
        self.ends.get(&node).map_or(0, BTreeMap::len)
    }

    fn rest(self) -> Kernel {
        let pairs =
            self.ends.iter().flat_map(|(a, ends)| ends.iter().map(move |(b, weight)| (*a, *b, *weight)));
        Kernel { edges: pairs.filter(|(a, b, _)| a < b).collect(), cost: self.cost }
    }
}
