//! The layout of a network.

use super::{Body, Link, positions};
use crate::pipeline::publish::network::{Network, Shown, Tie, sign};

/// Radii of the least and of the greatest disc. Gephi scales places and sizes alike, so that these become 4 and 100.
const RADII: std::ops::RangeInclusive<f64> = 7.0..=36.0;
/// Least width of a letter, and its share of the disc's radius: readers draw labels 10 to 12 units high, Gephi's preview those of
/// great discs greater.
const LETTER: f64 = 6.0;
const LETTER_SHARE: f64 = 1.0;
/// Longer labels get no more room than this number of letters needs.
const LONG: usize = 30;
/// A hostile tie hardly draws two actors to each other, one that is neither does so by half.
const HOSTILE: f64 = 0.03;
const NEITHER: f64 = 0.5;
/// How the pull of a tie is bounded, the mean weight being 1.
const PULLS: std::ops::RangeInclusive<f64> = 0.3..=3.0;

/// Where the actors of a network stand and how great their discs are.
#[derive(Debug, Clone, PartialEq)]
pub struct Layout {
    /// Of each actor of the network.
    pub places: Vec<[f64; 2]>,
    /// Radius of each actor's disc: its area grows with the rank, from a least one.
    pub radii: Vec<f64>,
}

impl Layout {
    /// The layout of a network. Costs as [`positions`] do.
    pub fn of(network: &Network) -> Self {
        let radii = radii(network);
        let body =
            |(shown, &radius): (&Shown, &f64)| Body { radius, label: label(shown, radius), bloc: shown.bloc };
        let bodies: Vec<Body> = network.actors.iter().zip(&radii).map(body).collect();
        Self { places: positions(&bodies, &links(network)), radii }
    }
}

/// Half the width of a label, as far as the picture keeps room for it.
fn label(shown: &Shown, radius: f64) -> f64 {
    let letters = shown.node.actor.label.chars().take(LONG).count();
    letters as f64 * LETTER.max(LETTER_SHARE * radius) / 2.0
}

fn radii(network: &Network) -> Vec<f64> {
    let highest = network.actors.iter().map(|shown| shown.rank).fold(0.0, f64::max);
    let share = |rank: f64| if highest > 0.0 { rank / highest } else { 0.0 };
    let radius = |rank: f64| (share(rank).sqrt() * RADII.end()).max(*RADII.start());
    network.actors.iter().map(|shown| (radius(shown.rank) * 100.0).round() / 100.0).collect()
}

fn links(network: &Network) -> Vec<Link> {
    let sum: f64 = network.ties.iter().map(|tie| tie.edge.weight).sum();
    let mean = (sum / network.ties.len().max(1) as f64).max(f64::MIN_POSITIVE);
    network.ties.iter().map(|tie| Link { ends: [tie.from, tie.to], pull: pull(tie, mean) }).collect()
}

fn pull(tie: &Tie, mean: f64) -> f64 {
    let size = (tie.edge.weight / mean).clamp(*PULLS.start(), *PULLS.end());
    match sign(tie.edge.polarity) {
        1 => size,
        0 => NEITHER * size,
        _ => HOSTILE * size,
    }
}
