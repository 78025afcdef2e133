//! The frustration index, its bounds and its certificates.

use aliansi::analytics::{Frustration, FrustrationOptions, SignedNetwork, frustration};
use proptest::prelude::*;

use crate::exhaustive::{frustrated, frustration_index};
use crate::networks::{highland_tribes, planted, references, small};

/// That the camps prove the upper bound, and the bounds stand in order.
fn certified(network: &SignedNetwork, found: &Frustration) {
    let camps: Vec<usize> = found.camps.iter().map(|&camp| camp.into()).collect();
    assert!((frustrated(network, &camps) - found.upper).abs() < 1e-9);
    let listed: f64 = found.frustrated.iter().map(|&edge| network.edges[edge].2.abs()).sum();
    assert!((listed - found.upper).abs() < 1e-9);
    assert!(found.lower <= found.upper && (0.0..=1.0).contains(&found.balance));
}

#[test]
fn the_highland_tribes_are_seven_edges_from_balance() {
    let network = highland_tribes();
    let found = frustration(&network, FrustrationOptions::default());
    certified(&network, &found);
    // The README of signnet (Schoch) gives a balance of 0.7586207 by frustration, which is 1 − 2 · 7 / 58.
    assert_eq!((found.exact, found.upper, found.frustrated.len()), (true, 7.0, 7));
    assert!((found.balance - 0.7586207).abs() < 1e-7);
}

#[test]
fn it_is_that_of_integer_programming() {
    let [by_weight, by_number] = references().frustration;
    for (network, index) in [(planted(), by_weight), (planted().unweighted(), by_number)] {
        let found = frustration(&network, FrustrationOptions::default());
        certified(&network, &found);
        assert!(found.exact && (found.upper - index).abs() < 1e-5, "{} and not {index}", found.upper);
    }
}

#[test]
fn without_a_budget_the_index_is_bounded() {
    let network = complete(24);
    let options = FrustrationOptions { budget: 0, ..FrustrationOptions::default() };
    let (bounds, index) =
        (frustration(&network, options), frustration(&network, FrustrationOptions::default()));
    certified(&network, &bounds);
    assert!(index.exact && !bounds.exact);
    assert!(bounds.lower <= index.upper && index.upper <= bounds.upper);
}

/// A complete network whose signs follow no pattern.
fn complete(actors: usize) -> SignedNetwork {
    let pairs = (0..actors).flat_map(|a| (a + 1..actors).map(move |b| (a, b)));
    let sign = |a: usize, b: usize| if (a * a + 7 * b + a * b) % 5 < 2 { -1.0 } else { 1.0 };
    let names = (0..actors).map(|actor| actor.to_string()).collect();
    SignedNetwork::new(names, pairs.map(|(a, b)| (a, b, sign(a, b))))
}

#[test]
fn balanced_networks_have_no_frustration_at_any_size() {
    let actors = 3_000;
    let camp = |actor: usize| actor * 7 / 3 % 2;
    let ends = (0..actors).flat_map(|a| [(a, (a * 3 + 1) % actors), (a, (a * 5 + 2) % actors)]);
    let edges = ends.map(|(a, b)| (a, b, if camp(a) == camp(b) { 1.5 } else { -2.5 }));
    let network = SignedNetwork::new((0..actors).map(|actor| actor.to_string()).collect(), edges);
    let found = frustration(&network, FrustrationOptions::default());
    certified(&network, &found);
    assert_eq!((found.exact, found.upper, found.balance), (true, 0.0, 1.0));
}

#[test]
fn a_network_without_edges_is_balanced() {
    for actors in [0, 3] {
        let network = SignedNetwork::new((0..actors).map(|actor| actor.to_string()).collect(), []);
        let found = frustration(&network, FrustrationOptions::default());
        assert_eq!((found.exact, found.upper, found.balance, found.camps), (true, 0.0, 1.0, vec![0; actors]));
    }
}

proptest! {
    #[test]
    fn sparse_and_weighted_it_is_that_of_exhaustive_search(network in small(11, &[0.0, 0.0, 0.0, 1.0, -1.0, 2.5, -0.7])) {
        let found = frustration(&network, FrustrationOptions::default());
        certified(&network, &found);
        prop_assert!(found.exact);
        prop_assert!((found.upper - frustration_index(&network)).abs() < 1e-9);
    }

    #[test]
    fn dense_it_is_that_of_exhaustive_search(network in small(10, &[0.0, 1.0, -1.0, -1.0])) {
        let found = frustration(&network, FrustrationOptions { starts: 1, ..FrustrationOptions::default() });
        certified(&network, &found);
        prop_assert!(found.exact);
        prop_assert_eq!(found.upper, frustration_index(&network));
    }

    #[test]
    fn bounds_hold_without_a_search(network in small(10, &[0.0, 1.0, -1.0, 3.0, -2.0])) {
        let found = frustration(&network, FrustrationOptions { budget: 0, starts: 1, seed: 3 });
        certified(&network, &found);
        let index = frustration_index(&network);
        prop_assert!(found.lower <= index + 1e-9 && index <= found.upper + 1e-9);
    }
}
