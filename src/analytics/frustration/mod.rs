//! How far a network is from two camps.

use serde::{Deserialize, Serialize};

use super::signed::SignedNetwork;

/// How [`frustration`] goes about it.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct FrustrationOptions {
    /// How many steps the exact search may make in all; it ends the same on every machine.
    pub budget: u64,
    /// How many starts the search for a good partition has.
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
/// Harary (1959), “On the measurement of structural balance”, Behavioral Science 4.
pub fn frustration(network: &SignedNetwork, options: FrustrationOptions) -> Frustration {
    let _ = (network, options);
    todo!()
}
