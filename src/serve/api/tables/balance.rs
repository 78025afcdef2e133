//! How balanced the ties of a graph are.

use super::Pairs;
use crate::analytics::{Census, Frustration, FrustrationOptions, census, frustration};
use crate::model::Graph;

/// The search for the frustration index makes at most so many steps: a request waits for it.
const BUDGET: u64 = 2_000_000;

/// How balanced the ties of a graph are.
pub(in crate::serve) struct Balance {
    /// How many triads of each kind there are.
    pub census: Census,
    /// How far the ties are from two camps.
    pub frustration: Frustration,
}

impl Balance {
    pub fn of(graph: &Graph, pairs: &Pairs) -> Self {
        let network = pairs.network(graph);
        let options = FrustrationOptions { budget: BUDGET, ..FrustrationOptions::default() };
        Self { census: census(&network), frustration: frustration(&network, options) }
    }
}
