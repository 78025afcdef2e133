//! Reduces a network, cuts it into blocks, and bounds each.

use std::collections::BTreeMap;

use super::super::adjacency::Adjacency;
use super::blocks::blocks;
use super::descent::descend;
use super::kernel::kernel;
use super::packing::packed;
use super::parity::Parity;
use super::search::search;
use super::{Edge, FrustrationOptions};

/// Blocks with more actors are only bounded: the exact search would not come far.
const SEARCHED: usize = 400;

/// What is known so far of a network, block by block.
pub(super) struct Solver {
    /// Who is on whose side in the best partition that was found.
    pub(super) parity: Parity,
    /// What every partition frustrates.
    pub(super) lower: f64,
    /// The budget is what is left of it.
    pub(super) options: FrustrationOptions,
}

/// A block with its actors numbered from 0.
pub(super) struct Block {
    /// The actors by their numbers.
    actors: Vec<usize>,
    /// Edges between the numbers.
    pub(super) edges: Vec<Edge>,
    /// The same by actor.
    pub(super) adjacency: Adjacency,
}

/// Sums of weights that differ by less are equal: rounding of the order of 10⁻¹⁵ adds up.
pub(super) fn slack(total: f64) -> f64 {
    1e-9 * total
}

impl Solver {
    /// Contracts, cuts into blocks, and goes on with each; a block that nothing makes smaller is bounded.
    pub(super) fn solve(&mut self, edges: Vec<Edge>) {
        let kernel = kernel(edges, &mut self.parity);
        self.lower += kernel.cost;
        if kernel.edges.is_empty() {
            return;
        }
        let whole = Block::new(kernel.edges);
        let mut parts = blocks(whole.actors.len(), &whole.edges);
        if parts.len() == 1 {
            return self.bound(&whole);
        }
        parts.sort_by_key(Vec::len);
        for part in parts {
            let named = |(a, b, weight): Edge| (whole.actors[a], whole.actors[b], weight);
            self.solve(part.into_iter().map(named).collect());
        }
    }

    fn bound(&mut self, block: &Block) {
        let (mut sides, mut upper) = descend(block, self.options.starts, self.options.seed);
        let mut lower = packed(block);
        let slack = slack(block.edges.iter().map(|edge| edge.2.abs()).sum());
        if upper - lower > slack && block.actors.len() <= SEARCHED {
            let found = search(block, (sides, upper), slack, &mut self.options.budget);
            (sides, upper) = found.best;
            lower = lower.max(found.lower);
        }
        self.lower += lower.min(upper);
        for (at, &actor) in block.actors.iter().enumerate() {
            self.parity.join(block.actors[0], actor, sides[at] == sides[0]);
        }
    }
}

impl Block {
    pub(super) fn new(edges: Vec<Edge>) -> Self {
        let numbers: BTreeMap<usize, usize> =
            edges.iter().flat_map(|edge| [(edge.0, 0), (edge.1, 0)]).collect();
        let actors: Vec<usize> = numbers.into_keys().collect();
        let number = |actor: usize| actors.partition_point(|known| *known < actor);
        let edges: Vec<Edge> =
            edges.into_iter().map(|(a, b, weight)| (number(a), number(b), weight)).collect();
        let adjacency = Adjacency::undirected(actors.len(), &edges);
        Self { actors, edges, adjacency }
    }

    /// How many actors there are.
    pub(super) fn len(&self) -> usize {
        self.actors.len()
    }

    /// What a partition frustrates.
    pub(super) fn cost(&self, sides: &[bool]) -> f64 {
        let frustrated = |edge: &&Edge| (edge.2 > 0.0) != (sides[edge.0] == sides[edge.1]);
        self.edges.iter().filter(frustrated).map(|edge| edge.2.abs()).sum()
    }
}
