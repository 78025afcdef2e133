//! Who is pointed to by those who are pointed to.

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::adjacency::Adjacency;

/// How [`pagerank`] goes about it. The default is NetworkX's.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct PageRankOptions {
    /// Probability, 0 to 1, of following a link in place of jumping anywhere.
    pub damping: f64,
    /// It has converged when the scores change by less than this times the number of nodes, summed.
    pub tolerance: f64,
    /// Steps after which it ends, converged or not.
    pub steps: usize,
}

impl Default for PageRankOptions {
    fn default() -> Self {
        Self { damping: 0.85, tolerance: 1e-6, steps: 100 }
    }
}

/// Scores by PageRank.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct PageRank {
    /// By node; they sum to 1.
    pub scores: Vec<f64>,
    /// How many steps were made.
    pub steps: usize,
    /// Whether the tolerance was met.
    pub converged: bool,
}

/// The stationary distribution of a walk that follows links by their weight and jumps anywhere with probability
/// 1 − damping, or where no link leads on. Page, Brin, Motwani & Winograd (1999), “The PageRank citation ranking”, Stanford; as
/// NetworkX defines it.
///
/// `links` are (from, to, weight) between nodes below `nodes`, weights 0 or more; parallel links add up. Signs are the caller's:
/// give the size of a tie for attention, its `plus` for friendship. O(m) a step, in parallel over nodes; equal for any number of
/// threads.
///
/// # Panics
/// If a link names a node that is not there.
pub fn pagerank(nodes: usize, links: &[(usize, usize, f64)], options: PageRankOptions) -> PageRank {
    let incoming = Adjacency::reversed(nodes, links);
    let outgoing = strengths(nodes, links);
    let mut rank = PageRank { scores: vec![1.0 / nodes as f64; nodes], ..PageRank::default() };
    while !rank.converged && rank.steps < options.steps {
        let next = step(&incoming, &outgoing, &rank.scores, options.damping);
        let change: f64 = next.iter().zip(&rank.scores).map(|(new, old)| (new - old).abs()).sum();
        rank.converged = change < nodes as f64 * options.tolerance || nodes == 0;
        rank.scores = next;
        rank.steps += 1;
    }
    rank
}

/// The sum of the weights of each node's links.
fn strengths(nodes: usize, links: &[(usize, usize, f64)]) -> Vec<f64> {
    let mut strengths = vec![0.0; nodes];
    for &(from, _, weight) in links {
        strengths[from] += weight;
    }
    strengths
}

fn step(incoming: &Adjacency, outgoing: &[f64], scores: &[f64], damping: f64) -> Vec<f64> {
    let nodes = scores.len() as f64;
    let stuck: f64 =
        scores.iter().zip(outgoing).filter(|(_, out)| **out == 0.0).map(|(score, _)| score).sum();
    let anywhere = (damping * stuck + 1.0 - damping) / nodes;
    let shares: Vec<f64> = scores.iter().zip(outgoing).map(|(score, out)| score / out).collect();
    let arrives = |node: usize| {
        let through = incoming.of(node).iter().filter(|(_, weight)| *weight > 0.0);
        through.map(|&(from, weight)| weight * shares[from]).sum::<f64>()
    };
    (0..scores.len()).into_par_iter().map(|node| damping * arrives(node) + anywhere).collect()
}
