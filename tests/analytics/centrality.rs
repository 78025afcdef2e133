//! PageRank and betweenness against NetworkX (`references.py`).

use aliansi::analytics::{BetweennessOptions, PageRankOptions, betweenness, pagerank};
use serde::Deserialize;

use crate::networks::{References, references};

/// What NetworkX says of one graph.
#[derive(Deserialize)]
pub struct Centralities {
    pagerank: Vec<f64>,
    weighted_pagerank: Vec<f64>,
    half_damped_pagerank: Vec<f64>,
    betweenness: Vec<f64>,
    weighted_betweenness: Vec<f64>,
    edges: Vec<(usize, usize, f64)>,
}

const EXACT: PageRankOptions = PageRankOptions { damping: 0.85, tolerance: 1e-15, steps: 1000 };

fn close(found: &[f64], expected: &[f64]) {
    assert_eq!(found.len(), expected.len());
    for (node, (found, expected)) in found.iter().zip(expected).enumerate() {
        assert!((found - expected).abs() < 1e-10, "node {node}: {found} and not {expected}");
    }
}

fn without_weights(edges: &[(usize, usize, f64)]) -> Vec<(usize, usize, f64)> {
    edges.iter().map(|&(a, b, _)| (a, b, 1.0)).collect()
}

fn both_ways(edges: &[(usize, usize, f64)]) -> Vec<(usize, usize, f64)> {
    edges.iter().flat_map(|&(a, b, weight)| [(a, b, weight), (b, a, weight)]).collect()
}

#[test]
fn pagerank_is_that_of_networkx() {
    let References { karate, digraph, .. } = references();
    for (graph, links) in [(&karate, both_ways(&karate.edges)), (&digraph, digraph.edges.clone())] {
        let nodes = graph.pagerank.len();
        let scores = |links: &[(usize, usize, f64)], damping: f64| {
            let rank = pagerank(nodes, links, PageRankOptions { damping, ..EXACT });
            assert!((rank.scores.iter().sum::<f64>() - 1.0).abs() < 1e-12);
            rank.scores
        };
        close(&scores(&without_weights(&links), 0.85), &graph.pagerank);
        close(&scores(&links, 0.85), &graph.weighted_pagerank);
        close(&scores(&links, 0.5), &graph.half_damped_pagerank);
    }
}

#[test]
fn pagerank_tells_whether_it_has_converged() {
    let links = both_ways(&references().karate.edges);
    let rank = pagerank(34, &links, PageRankOptions::default());
    assert!(rank.converged && rank.steps < 100);
    let cut = pagerank(34, &links, PageRankOptions { steps: 2, ..EXACT });
    assert_eq!((cut.converged, cut.steps), (false, 2));
    let alone = pagerank(3, &[], PageRankOptions::default());
    close(&alone.scores, &[1.0 / 3.0; 3]);
    assert!(pagerank(0, &[], PageRankOptions::default()).scores.is_empty());
}

#[test]
fn betweenness_is_that_of_networkx() {
    let References { karate, digraph, .. } = references();
    for (graph, directed) in [(&karate, false), (&digraph, true)] {
        let scores = |weighted: bool| {
            let options = BetweennessOptions { directed, weighted, ..BetweennessOptions::default() };
            betweenness(graph.betweenness.len(), &graph.edges, options)
        };
        close(&scores(false).scores, &graph.betweenness);
        close(&scores(true).scores, &graph.weighted_betweenness);
        assert_eq!(scores(false).error, 0.0);
    }
}

#[test]
fn pivots_estimate_within_their_bound() {
    let karate = references().karate;
    let mut sums = [0.0; 34];
    for seed in 0..200 {
        let options = BetweennessOptions { pivots: Some(17), seed, ..BetweennessOptions::default() };
        let found = betweenness(34, &karate.edges, options);
        assert_eq!(found.pivots, 17);
        let furthest =
            found.scores.iter().zip(&karate.betweenness).map(|(a, b)| (a - b).abs()).fold(0.0, f64::max);
        assert!(furthest > 0.0 && furthest <= found.error, "{furthest} is beyond {}", found.error);
        sums.iter_mut().zip(found.scores).for_each(|(sum, score)| *sum += score);
    }
    // Without bias: the mean of many estimates is the score.
    for (sum, expected) in sums.iter().zip(&karate.betweenness) {
        assert!((sum / 200.0 - expected).abs() < 0.01, "{} and not {expected}", sum / 200.0);
    }
}

#[test]
fn nobody_stands_between_two() {
    let found = betweenness(2, &[(0, 1, 3.0)], BetweennessOptions::default());
    assert_eq!(found.scores, [0.0, 0.0]);
}
