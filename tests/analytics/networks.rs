//! Networks that tests share: published ones, and random ones by proptest.

use aliansi::analytics::SignedNetwork;
use proptest::prelude::*;
use serde::Deserialize;

use crate::blocs::Reference;
use crate::centrality::Centralities;

/// Sixteen tribes of the Gahuku-Gama in the Eastern Highlands of New Guinea, 29 alliances (*rova*) and 29 enmities (*hina*): Read
/// (1954), “Cultures of the central highlands, New Guinea”, Southwestern Journal of Anthropology 10; as in Hage & Harary (1983),
/// “Structural models in anthropology”.
pub fn highland_tribes() -> SignedNetwork {
    include_str!("highland_tribes.csv").parse().unwrap()
}

/// A network of up to `most` actors without ids that mean anything, each pair tied with one of the weights.
pub fn small(most: usize, weights: &'static [f64]) -> impl Strategy<Value = SignedNetwork> {
    let pairs = |actors: usize| actors * (actors - 1) / 2;
    (2..=most)
        .prop_flat_map(move |actors| {
            let weight = prop::sample::select(weights);
            (Just(actors), prop::collection::vec(weight, pairs(actors)))
        })
        .prop_map(|(actors, weights)| {
            let pairs = (0..actors).flat_map(|a| (a + 1..actors).map(move |b| (a, b)));
            let edges = pairs.zip(weights).map(|((a, b), weight)| (a, b, weight));
            SignedNetwork::new((0..actors).map(|actor| format!("actor-{actor:02}")).collect(), edges)
        })
}

/// Sixty actors in four camps, signs being right in 85 of 100 cases; made by `references.py`.
pub fn planted() -> SignedNetwork {
    include_str!("planted.csv").parse().unwrap()
}

/// What other programs say of the networks; made by `references.py`.
#[derive(Deserialize)]
pub struct References {
    pub karate: Centralities,
    pub digraph: Centralities,
    pub blocs: Vec<Reference>,
    /// The frustration index of the planted network by weight and by number of edges.
    pub frustration: [f64; 2],
}

pub fn references() -> References {
    serde_json::from_str(include_str!("references.json")).unwrap()
}
