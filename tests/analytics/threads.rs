//! The number of threads changes no digit.

use aliansi::analytics::*;

use crate::networks::planted;

/// All analyses of a network, as JSON.
fn everything(network: &SignedNetwork) -> String {
    let links: Vec<_> = network.edges.iter().map(|&(a, b, weight)| (a, b, weight.abs())).collect();
    let options =
        BetweennessOptions { weighted: true, pivots: Some(40), seed: 2, ..BetweennessOptions::default() };
    let results = (
        pagerank(network.len(), &links, PageRankOptions::default()),
        betweenness(network.len(), &network.edges, options),
        (census(network), triads(network, |_| true, 50)),
        against_shuffled(network, Census::weakly_balanced, 50, 3),
        frustration(network, FrustrationOptions::default()),
        blocs(network, BlocOptions::default()),
        inferences(network, PredictOptions::default()),
    );
    serde_json::to_string(&results).unwrap()
}

#[test]
fn one_thread_gives_what_several_give() {
    let network = planted();
    let with = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| everything(&network))
    };
    let alone = with(1);
    assert!(alone.len() > 1_000);
    assert_eq!(alone, with(4));
}
