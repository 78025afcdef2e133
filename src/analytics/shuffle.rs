//! Is a network more balanced than its signs would be by chance?

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::balance::{Census, count};
use super::random::Random;
use super::signed::SignedNetwork;
use super::triangles::Triangles;

/// A share of balanced triads beside those of the same network with its signs dealt out anew.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Comparison {
    /// The share of the network itself.
    pub observed: f64,
    /// What the share is on average over all ways to deal out the signs, exactly.
    pub expected: f64,
    /// Mean of the samples.
    pub mean: f64,
    /// Standard deviation of the samples (n − 1).
    pub deviation: f64,
    /// (`observed` − `mean`) / `deviation`; none where all samples are alike.
    pub z: Option<f64>,
    /// Probability that chance gives at least as much, (1 + those that do) / (1 + samples): Phipson & Smyth (2010).
    pub p_more: f64,
    /// Probability that chance gives at most as much.
    pub p_less: f64,
    /// How many times the signs were dealt out.
    pub samples: usize,
}

/// Compares `share` of a network's triads (such as [`Census::balanced`]) with that of `samples` networks with the same edges
/// and as many negative ones, each way to deal out the signs being equally likely. None without triads or samples.
///
/// Leskovec, Huttenlocher & Kleinberg (2010), “Signed networks in social media”, CHI. O(samples × m^1.5), over all cores; the
/// samples follow from `seed`, whatever the number of threads.
pub fn against_shuffled(
    network: &SignedNetwork,
    share: fn(&Census) -> Option<f64>,
    samples: usize,
    seed: u64,
) -> Option<Comparison> {
    let negative: Vec<bool> = network.edges.iter().map(|edge| edge.2 < 0.0).collect();
    let triangles = Triangles::new(network.len(), &network.edges);
    let observed = share(&count(&triangles, &negative))?;
    let sample = |nth: usize| {
        let mut signs = negative.clone();
        Random::stream(seed, nth as u64).shuffle(&mut signs);
        share(&count(&triangles, &signs))
    };
    let shares: Vec<f64> = (0..samples).into_par_iter().filter_map(sample).collect();
    let expected = share(&expectation(&negative))?;
    (!shares.is_empty()).then(|| compare(observed, expected, &shares))
}

fn compare(observed: f64, expected: f64, shares: &[f64]) -> Comparison {
    let samples = shares.len();
    let mean = shares.iter().sum::<f64>() / samples as f64;
    let squares: f64 = shares.iter().map(|share| (share - mean).powi(2)).sum();
    let deviation = (squares / samples.saturating_sub(1).max(1) as f64).sqrt();
    let chance = |hits: usize| (1 + hits) as f64 / (1 + samples) as f64;
    Comparison {
        observed,
        expected,
        mean,
        deviation,
        z: (deviation > 1e-12).then(|| (observed - mean) / deviation),
        p_more: chance(shares.iter().filter(|share| **share >= observed).count()),
        p_less: chance(shares.iter().filter(|share| **share <= observed).count()),
        samples,
    }
}

/// A census in proportion to what a triad is on average: with p positive and n negative edges, three edges drawn without
/// putting back are k times negative in C(n, k) · C(p, 3 − k) ways.
fn expectation(negative: &[bool]) -> Census {
    let foes = negative.iter().filter(|negative| **negative).count() as u128;
    let friends = negative.len() as u128 - foes;
    let two = |of: u128| of * of.saturating_sub(1) / 2;
    let three = |of: u128| two(of) * of.saturating_sub(2) / 3;
    let ways = [three(friends), two(friends) * foes, friends * two(foes), three(foes)];
    // Halved until the sum surely fits: shares alone matter.
    let halvings = (128 - ways.iter().sum::<u128>().leading_zeros()).saturating_sub(63);
    Census::of_counts(ways.map(|ways| u64::try_from(ways >> halvings).unwrap_or(u64::MAX)))
}
