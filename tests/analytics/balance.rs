//! Triads, their census, and what they would be by chance.

use aliansi::analytics::{Census, SignedNetwork, TriadKind, against_shuffled, census, triads};
use proptest::prelude::*;

use crate::networks::{highland_tribes, small};

/// Every triad by trying all threes: actors and the number of foes.
fn by_trying(network: &SignedNetwork) -> Vec<([usize; 3], usize)> {
    let weight =
        |a: usize, b: usize| network.edges.iter().find(|edge| (edge.0, edge.1) == (a, b)).map(|edge| edge.2);
    let mut found = Vec::new();
    for a in 0..network.len() {
        for b in a + 1..network.len() {
            for c in b + 1..network.len() {
                if let (Some(x), Some(y), Some(z)) = (weight(a, b), weight(a, c), weight(b, c)) {
                    found.push(([a, b, c], [x, y, z].iter().filter(|weight| **weight < 0.0).count()));
                }
            }
        }
    }
    found
}

#[test]
fn the_census_of_the_highland_tribes() {
    // The README of signnet (Schoch) gives a balance of 0.8676471 by triangles, which is 59 / 68.
    let census = census(&highland_tribes());
    assert_eq!((census.total(), census.balanced()), (68, Some(59.0 / 68.0)));
    let friends_and_foes = Census { friends: 19, torn: 2, allied: 40, foes: 7 };
    assert_eq!(census, friends_and_foes);
    assert_eq!(census.weakly_balanced(), Some(66.0 / 68.0));
}

#[test]
fn triads_come_the_strongest_first_with_their_actors() {
    let network: SignedNetwork = "a,b,3\nb,c,2\na,c,-4\nc,d,5\nb,d,6\na,d,-1".parse().unwrap();
    let torn = triads(&network, |kind| !kind.is_balanced(), 10);
    let seen: Vec<_> =
        torn.iter().map(|triad| (triad.actors.join(""), triad.weights, triad.strength)).collect();
    let expected =
        [(String::from("abc"), [3.0, -4.0, 2.0], 2.0), (String::from("abd"), [3.0, -1.0, 6.0], 1.0)];
    assert_eq!(seen, expected);
    assert!(torn.iter().all(|triad| triad.kind == TriadKind::Torn));
    assert_eq!(triads(&network, |_| true, 1)[0].strength, 2.0);
    assert_eq!(serde_json::to_value(torn[0].kind).unwrap(), "++-");
}

#[test]
fn shuffled_signs_have_the_share_that_counting_gives() {
    let network = highland_tribes();
    let found = against_shuffled(&network, Census::balanced, 4_000, 5).unwrap();
    // 29 friends and 29 foes: C(29,3) + 29 · C(29,2) of C(58,3) threes.
    let expected = (3654.0 + 29.0 * 406.0) / 30856.0;
    assert!((found.expected - expected).abs() < 1e-12);
    let error = found.deviation / (found.samples as f64).sqrt();
    assert!((found.mean - found.expected).abs() < 4.0 * error, "{} and not {expected}", found.mean);
    assert!(found.z.unwrap() > 3.0 && found.p_more < 0.01 && found.p_less > 0.99);
    assert_eq!(Some(found), against_shuffled(&network, Census::balanced, 4_000, 5));
}

#[test]
fn without_triads_there_is_nothing_to_compare() {
    let network: SignedNetwork = "a,b,1\nb,c,-1".parse().unwrap();
    assert_eq!(census(&network).balanced(), None);
    assert!(against_shuffled(&network, Census::balanced, 10, 0).is_none());
    let same: SignedNetwork = "a,b,1\nb,c,1\na,c,1".parse().unwrap();
    let found = against_shuffled(&same, Census::balanced, 10, 0).unwrap();
    assert_eq!((found.mean, found.z, found.p_more), (1.0, None, 1.0));
}

proptest! {
    #[test]
    fn the_census_is_that_of_trying_all_threes(network in small(12, &[0.0, 1.5, -0.5])) {
        let tried = by_trying(&network);
        let count = |foes: usize| tried.iter().filter(|triad| triad.1 == foes).count() as u64;
        let expected = Census { friends: count(0), torn: count(1), allied: count(2), foes: count(3) };
        prop_assert_eq!(census(&network), expected);
        let mut listed: Vec<_> = triads(&network, |_| true, usize::MAX).into_iter().map(|triad| triad.actors).collect();
        listed.sort();
        let named = tried.iter().map(|triad| triad.0.map(|actor| network.actors[actor].clone()));
        prop_assert_eq!(listed, named.collect::<Vec<_>>());
    }
}
