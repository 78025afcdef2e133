//! How far a network is from two camps.

mod blocks;
mod descent;
mod kernel;
mod packing;
mod parity;
mod search;
mod solve;

use serde::{Deserialize, Serialize};

use self::parity::Parity;
use self::solve::Solver;
use super::signed::SignedNetwork;

/// An edge of a part of the network: two actors, signed weight.
type Edge = (usize, usize, f64);

/// How [`frustration`] goes about it.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct FrustrationOptions {
    /// How many steps the exact search may make in all; it ends the same on every machine.
    pub budget: u64,
    /// How many starts the search for a good partition has; fewer where the network is so great that they would take long.
    pub starts: usize,
    /// Decides where they start.
    pub seed: u64,
}

impl Default for FrustrationOptions {
    fn default() -> Self {
        Self { budget: 20_000_000, starts: 20, seed: 0 }
    }
}

/// The frustration index of a network, or bounds of it, with two camps that prove the upper one.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Frustration {
    /// Weight of the frustrated edges of the camps below: no less than the index.
    pub upper: f64,
    /// No more than the index.
    pub lower: f64,
    /// The two are one: `upper` is the index.
    pub exact: bool,
    /// By actor, which of two camps it is in; the first actor of each component is in camp 0.
    pub camps: Vec<u8>,
    /// Indices of the edges that the camps frustrate: friends apart and foes together.
    pub frustrated: Vec<usize>,
    /// 1 − 2 · `upper` / sum of all weights, from 0 to 1: 1 is balanced (Aref & Wilson 2018). 1 without edges.
    pub balance: f64,
}

/// The least weight of edges to take away (or to turn round) so that the rest falls into two camps with friends inside and
/// foes between. Weights count by size; for the number of edges give [`SignedNetwork::unweighted`].
///
/// Harary (1959), “On the measurement of structural balance”, Behavioral Science 4; Aref, Mason & Wilson (2020), “A modeling
/// and computational study of the frustration index in signed networks”, Networks 75. NP-hard in general, so:
///
/// 1. an edge that outweighs all others of one of its ends is never frustrated in some optimum, and is contracted (Lange, Andres
///    & Swoboda 2019); leaves, chains and trees go that way;
/// 2. the index is the sum of those of the biconnected components;
/// 3. of each, local search gives an upper bound (Kernighan & Lin 1970), edge-disjoint negative cycles a lower one;
/// 4. where they differ, a depth-first branch and bound with the optima of its own last part as bounds (Verfaillie, Lemaître &
///    Schiex 1996, “Russian doll search”) closes the gap, if it can within the budget.
///
/// Without step 4, O(starts · m log m + m^1.5); step 4 costs up to `budget` steps of a node's degree each.
pub fn frustration(network: &SignedNetwork, options: FrustrationOptions) -> Frustration {
    let mut solver = Solver { parity: Parity::new(network.len()), lower: 0.0, options };
    solver.solve(network.edges.clone());
    let camps = camps(&mut solver.parity, network.len());
    let is_frustrated = |at: &usize| {
        let (a, b, weight) = network.edges[*at];
        (weight > 0.0) == (camps[a] != camps[b])
    };
    let frustrated: Vec<usize> = (0..network.edges.len()).filter(is_frustrated).collect();
    let size =
        |edges: &mut dyn Iterator<Item = usize>| edges.fold(0.0, |sum, at| sum + network.edges[at].2.abs());
    let upper = size(&mut frustrated.iter().copied());
    let total = size(&mut (0..network.edges.len()));
    let exact = upper - solver.lower <= solve::slack(total);
    Frustration {
        upper,
        lower: if exact { upper } else { solver.lower },
        exact,
        balance: if total > 0.0 { 1.0 - 2.0 * upper / total } else { 1.0 },
        camps,
        frustrated,
    }
}

/// The camps, the first actor of each component being in camp 0.
fn camps(parity: &mut Parity, actors: usize) -> Vec<u8> {
    let mut of_root: Vec<Option<bool>> = vec![None; actors];
    let camp = |actor: usize| {
        let (root, same) = parity.find(actor);
        let first = *of_root[root].get_or_insert(same);
        u8::from(first != same)
    };
    (0..actors).map(camp).collect()
}
