//! Analytics over networks of 10,000, 100,000 and 1,000,000 edges.
//!
//! `cargo bench --bench analytics -- --file EDGES.csv` instead times each analysis once on a network of lines `ACTOR,ACTOR,WEIGHT`
//! and prints seconds as JSON: what `benches/against_networkx.py` compares with NetworkX.
#![allow(clippy::unwrap_used)] // a benchmark that panics fails

use std::collections::BTreeMap;
use std::hint::black_box;
use std::time::Instant;

use aliansi::analytics::random::Random;
use aliansi::analytics::{
    BetweennessOptions, BlocOptions, Census, FrustrationOptions, PageRankOptions, PredictOptions,
    SignedNetwork, against_shuffled, betweenness, blocs, census, frustration, inferences, pagerank,
};
use criterion::{BenchmarkId, Criterion, Throughput};

/// An analysis with its name.
type Analysis = (&'static str, fn(&SignedNetwork));

const ANALYSES: [Analysis; 8] = [
    ("pagerank", |network| {
        drop(black_box(pagerank(network.len(), &attention(network), PageRankOptions::default())))
    }),
    ("betweenness, 64 pivots", |network| drop(black_box(between(network, Some(64), false)))),
    ("weighted betweenness, 64 pivots", |network| drop(black_box(between(network, Some(64), true)))),
    ("census", |network| drop(black_box(census(network).total().to_string()))),
    ("10 shuffles", |network| {
        drop(black_box(against_shuffled(network, Census::balanced, 10, 1).map(Box::new)))
    }),
    ("blocs, 4 starts", |network| {
        drop(black_box(blocs(network, BlocOptions { starts: 4, ..BlocOptions::default() })));
    }),
    ("frustration, bounds", |network| {
        let options = FrustrationOptions { budget: 0, starts: 1, seed: 1 };
        drop(black_box(frustration(network, options)));
    }),
    ("inferences", |network| {
        drop(black_box(inferences(network, PredictOptions { degree: 200, ..PredictOptions::default() })));
    }),
];

/// Both ways along each tie, by its size.
fn attention(network: &SignedNetwork) -> Vec<(usize, usize, f64)> {
    let both = |&(a, b, weight): &(usize, usize, f64)| [(a, b, weight.abs()), (b, a, weight.abs())];
    network.edges.iter().flat_map(both).collect()
}

fn between(network: &SignedNetwork, pivots: Option<usize>, weighted: bool) -> Vec<f64> {
    let options = BetweennessOptions { pivots, weighted, seed: 1, ..BetweennessOptions::default() };
    betweenness(network.len(), &network.edges, options).scores
}

/// About `edges` edges among a twentieth as many actors, whose degrees fall by a power law, in ten camps whose signs are right in
/// four of five cases.
fn generated(edges: usize, seed: u64) -> SignedNetwork {
    let actors = edges / 20;
    let mut random = Random::new(seed);
    let mut actor = || ((actors as f64) * random.unit().powi(3)) as usize;
    let pairs: Vec<_> = (0..edges).map(|_| (actor(), actor())).collect();
    let mut random = Random::new(seed + 1);
    let edge = |(a, b): (usize, usize)| {
        let right = random.unit() < 0.8;
        let size = 0.5 + 9.5 * random.unit();
        (a, b, if (a % 10 == b % 10) == right { size } else { -size })
    };
    let edges: Vec<_> = pairs.into_iter().map(edge).collect();
    SignedNetwork::new((0..actors).map(|actor| format!("actor-{actor:06}")).collect(), edges)
}

fn scale(criterion: &mut Criterion) {
    for edges in [10_000, 100_000, 1_000_000] {
        let network = generated(edges, 1);
        let mut group = criterion.benchmark_group("analytics");
        group.sample_size(10).throughput(Throughput::Elements(network.edges.len() as u64));
        for (name, analysis) in ANALYSES {
            group
                .bench_function(BenchmarkId::new(name, edges), |bencher| bencher.iter(|| analysis(&network)));
        }
        group.finish();
    }
}

/// Seconds of each analysis, and of exact betweenness if the network is small.
fn timed(network: &SignedNetwork) -> BTreeMap<&'static str, f64> {
    let small = (network.len() <= 5_000).then_some((
        "betweenness",
        (|network| {
            drop(black_box(between(network, None, false)));
        }) as fn(&SignedNetwork),
    ));
    let seconds = |(name, analysis): Analysis| {
        let start = Instant::now();
        analysis(network);
        (name, start.elapsed().as_secs_f64())
    };
    ANALYSES.into_iter().chain(small).map(seconds).collect()
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if let Some(at) = arguments.iter().position(|argument| argument == "--file") {
        let network: SignedNetwork = std::fs::read_to_string(&arguments[at + 1]).unwrap().parse().unwrap();
        println!("{}", serde_json::to_string(&timed(&network)).unwrap());
    } else if let Some(at) = arguments.iter().position(|argument| argument == "--once") {
        let edges = arguments[at + 1].parse().unwrap();
        println!("{}", serde_json::to_string_pretty(&timed(&generated(edges, 1))).unwrap());
    } else {
        let mut criterion = Criterion::default().configure_from_args();
        scale(&mut criterion);
        criterion.final_summary();
    }
}
