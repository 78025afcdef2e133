//! Blocs: who holds together, against whom.

use serde::{Deserialize, Serialize};

use super::signed::SignedNetwork;

/// How [`blocs`] goes about it.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct BlocOptions {
    /// More than 0; above 1 gives more and smaller blocs, below 1 fewer and greater ones.
    pub resolution: f64,
    /// How many starts the search has; the best result is taken.
    pub starts: usize,
    /// Decides the orders in which they go.
    pub seed: u64,
}

impl Default for BlocOptions {
    fn default() -> Self {
        Self { resolution: 1.0, starts: 10, seed: 0 }
    }
}

/// A network cut into blocs.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Blocs {
    /// By actor, its bloc, an index into `blocs`.
    pub of_actor: Vec<usize>,
    /// The blocs, the greatest first, equals by their first actor.
    pub blocs: Vec<Bloc>,
    /// Signed modularity.
    pub modularity: f64,
    /// Weight of friends between blocs and of foes within: what the blocs do not explain.
    pub frustration: f64,
}

/// Actors that hold together.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Bloc {
    /// Ids, in the order of the network.
    pub actors: Vec<String>,
    /// Summed weight of friendly edges within.
    pub plus_within: f64,
    /// Summed size of hostile edges within.
    pub minus_within: f64,
    /// Summed weight of friendly edges to others.
    pub plus_beyond: f64,
    /// Summed size of hostile edges to others.
    pub minus_beyond: f64,
}

/// Cuts a network into blocs of high signed modularity.
pub fn blocs(network: &SignedNetwork, options: BlocOptions) -> Blocs {
    let _ = (network, options);
    todo!()
}

/// The signed modularity of a partition: Gómez, Jensen & Arenas (2009), “Analysis of community structure in networks of
/// correlated data”, Physical Review E 80.
pub fn signed_modularity(network: &SignedNetwork, of_actor: &[usize], resolution: f64) -> f64 {
    let _ = (network, of_actor, resolution);
    todo!()
}
