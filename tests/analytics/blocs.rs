//! Blocs against exhaustive search and leidenalg (`references.py`).

use aliansi::analytics::{BlocOptions, SignedNetwork, blocs, signed_modularity};
use proptest::prelude::*;
use serde::Deserialize;

use crate::exhaustive::{each_partition, frustrated};
use crate::networks::{highland_tribes, planted, references, small};

/// The best partition that leidenalg finds in fifty runs.
#[derive(Deserialize)]
pub struct Reference {
    network: String,
    resolution: f64,
    modularity: f64,
    parts: Vec<usize>,
}

#[test]
fn the_highland_tribes_are_three_blocs() {
    // Three clusters: Hage & Harary (1983), “Structural models in anthropology”, p. 56–60; the members as in the README of signnet.
    let found = blocs(&highland_tribes(), BlocOptions::default());
    let tribes = |numbers: &[usize]| numbers.iter().map(|n| format!("tribe-{n:02}")).collect::<Vec<_>>();
    let expected = [tribes(&[3, 4, 6, 7, 8, 11, 12]), tribes(&[5, 9, 10, 13, 14]), tribes(&[1, 2, 15, 16])];
    assert_eq!(found.blocs.iter().map(|bloc| bloc.actors.clone()).collect::<Vec<_>>(), expected);
}

#[test]
fn they_are_no_worse_than_those_of_leidenalg() {
    for reference in references().blocs {
        let network = if reference.network == "planted" { planted() } else { highland_tribes() };
        let theirs = signed_modularity(&network, &reference.parts, reference.resolution);
        assert!((theirs - reference.modularity).abs() < 1e-10, "{theirs} and not {}", reference.modularity);
        let options = BlocOptions { resolution: reference.resolution, starts: 50, seed: 1 };
        let ours = blocs(&network, options).modularity;
        assert!(
            ours >= theirs - 1e-9,
            "{} at {}: {ours} < {theirs}",
            reference.network,
            reference.resolution
        );
    }
}

fn best(network: &SignedNetwork, resolution: f64) -> f64 {
    let mut best = f64::NEG_INFINITY;
    each_partition(network.len(), |parts| best = best.max(signed_modularity(network, parts, resolution)));
    best
}

#[test]
fn what_is_told_of_blocs_adds_up() {
    let network = planted();
    let found = blocs(&network, BlocOptions::default());
    let within: f64 = found.blocs.iter().map(|bloc| bloc.plus_within).sum();
    let beyond: f64 = found.blocs.iter().map(|bloc| bloc.plus_beyond).sum();
    let plus: f64 = network.edges.iter().map(|edge| edge.2.max(0.0)).sum();
    assert!((within + beyond / 2.0 - plus).abs() < 1e-9);
    assert!((frustrated(&network, &found.of_actor) - found.frustration).abs() < 1e-9);
    assert_eq!(found.modularity, signed_modularity(&network, &found.of_actor, 1.0));
    let sizes: Vec<usize> = found.blocs.iter().map(|bloc| bloc.actors.len()).collect();
    assert!(sizes.is_sorted_by(|a, b| a >= b) && sizes.iter().sum::<usize>() == network.len());
    assert_eq!(found, blocs(&network, BlocOptions::default()));
}

#[test]
fn without_edges_everyone_is_alone() {
    let network = SignedNetwork::new(vec![String::from("a"), String::from("b")], []);
    let found = blocs(&network, BlocOptions::default());
    assert_eq!((found.of_actor, found.modularity), (vec![0, 1], 0.0));
    assert!(blocs(&SignedNetwork::default(), BlocOptions::default()).blocs.is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn small_networks_get_the_best_of_all_partitions(
        network in small(8, &[0.0, 0.0, 1.0, -1.0, 2.0, -0.5]),
        resolution in prop::sample::select(&[0.5, 1.0, 1.7][..]),
    ) {
        let found = blocs(&network, BlocOptions { resolution, ..BlocOptions::default() });
        let best = best(&network, resolution);
        prop_assert!((found.modularity - best).abs() < 1e-9, "{} of {best}", found.modularity);
    }
}
