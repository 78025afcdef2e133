//! Who stands between others.

mod paths;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use self::paths::Paths;
use super::adjacency::Adjacency;
use super::random::Random;

/// How [`betweenness`] goes about it. The default is exact, undirected and unweighted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
pub struct BetweennessOptions {
    /// Edges lead one way only.
    pub directed: bool,
    /// An edge is 1 / |weight| long in place of 1: strong ties are short.
    pub weighted: bool,
    /// Paths from so many nodes alone, drawn by `seed`; absent, or as many as there are: from all.
    pub pivots: Option<usize>,
    /// Decides which nodes are pivots.
    pub seed: u64,
}

/// Scores by betweenness.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Betweenness {
    /// By node: the share, 0 to 1, of the shortest paths between pairs of other nodes that go through it.
    pub scores: Vec<f64>,
    /// From how many nodes paths were followed.
    pub pivots: usize,
    /// With a probability of 95 % no score is further than this from the exact one (Hoeffding's inequality over all nodes);
    /// 0 where paths from all nodes were followed.
    pub error: f64,
}

/// Parts into which the sources are cut: their sums are added in order, so that threads change no digit.
const PARTS: usize = 64;

/// The share of shortest paths through each node: Brandes (2001), “A faster algorithm for betweenness centrality”, Journal of
/// Mathematical Sociology 25, normalised as NetworkX does it. With pivots: Brandes & Pich (2007), “Centrality estimation in
/// large networks”; a pivot's own score comes from the other pivots.
///
/// `edges` are (from, to, weight) between nodes below `nodes`; parallel edges are several paths. Weights count by their size,
/// and one of 0 is no edge.
/// O(pivots × m), weighted O(pivots × m log n), over all cores; memory O(m + 64 n).
///
/// # Panics
/// If an edge names a node that is not there.
pub fn betweenness(nodes: usize, edges: &[(usize, usize, f64)], options: BetweennessOptions) -> Betweenness {
    let adjacency = if options.directed {
        Adjacency::directed(nodes, edges)
    } else {
        Adjacency::undirected(nodes, edges)
    };
    let sources = sources(nodes, options);
    let sums = dependencies(&adjacency, &sources, options.weighted);
    let exact = sources.len() == nodes;
    let mut is_source = vec![false; nodes];
    sources.iter().for_each(|&source| is_source[source] = true);
    let score = |(sum, own): (f64, bool)| scaled(sum, nodes, sources.len() - usize::from(own));
    let scores = sums.into_iter().zip(is_source).map(score).collect();
    let error = if exact { 0.0 } else { error(nodes, sources.len()) };
    Betweenness { scores, pivots: sources.len(), error }
}

/// The nodes from which paths are followed, sorted.
fn sources(nodes: usize, options: BetweennessOptions) -> Vec<usize> {
    let mut sources: Vec<usize> = (0..nodes).collect();
    if let Some(pivots) = options.pivots.filter(|&pivots| pivots < nodes) {
        Random::new(options.seed).shuffle(&mut sources);
        sources.truncate(pivots);
        sources.sort_unstable();
    }
    sources
}

/// By node, how many shortest paths from the sources go through it.
fn dependencies(adjacency: &Adjacency, sources: &[usize], weighted: bool) -> Vec<f64> {
    let size = sources.len().div_ceil(PARTS).max(1);
    let part = |sources: &[usize]| {
        let mut paths = Paths::new(adjacency.len());
        let mut sums = vec![0.0; adjacency.len()];
        for &source in sources {
            paths.follow(adjacency, source, weighted);
            paths.add_dependencies(source, &mut sums);
        }
        sums
    };
    let parts: Vec<Vec<f64>> = sources.par_chunks(size).map(part).collect();
    let mut total = vec![0.0; adjacency.len()];
    for part in parts {
        total.iter_mut().zip(part).for_each(|(sum, more)| *sum += more);
    }
    total
}

/// A sum over the sources other than the node itself, as the share of their paths to the nodes that are left.
fn scaled(sum: f64, nodes: usize, others: usize) -> f64 {
    let pairs = others * nodes.saturating_sub(2);
    if pairs == 0 { 0.0 } else { sum / pairs as f64 }
}

/// Each pivot gives a node a number from 0 to 1 whose mean over all is the score, so for k pivots and n nodes
/// P(some error > ε) ≤ 2n · exp(−2kε²); solved for 5 %. Hoeffding (1963), also for draws without replacement (§ 6).
fn error(nodes: usize, pivots: usize) -> f64 {
    let others = pivots.saturating_sub(1).max(1) as f64;
    ((2.0 * nodes as f64 / 0.05).ln() / (2.0 * others)).sqrt().min(1.0)
}
