//! What balance would expect of two actors who have no tie.

use std::collections::BTreeMap;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::adjacency::Adjacency;
use super::signed::SignedNetwork;

/// What a path over two foes says.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Theory {
    /// The foe of a foe is a friend: Cartwright & Harary (1956).
    #[default]
    Strong,
    /// The foe of a foe may be either: Davis (1967).
    Weak,
}

/// How [`inferences`] goes about it.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct PredictOptions {
    /// What a path over two foes says.
    pub theory: Theory,
    /// The least number of paths for the sign that is inferred.
    pub support: usize,
    /// How many inferences to give at most.
    pub limit: usize,
    /// An actor with more neighbours is no go-between: that all deal with it says little of any two of them.
    pub degree: usize,
}

impl Default for PredictOptions {
    fn default() -> Self {
        Self { theory: Theory::Strong, support: 2, limit: 100, degree: 1000 }
    }
}

/// What balance expects of two actors without a tie. Nobody states it: it is no claim, no edge and no evidence.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Inference {
    /// Id of the actor that stands first in the network.
    pub a: String,
    /// Id of the other.
    pub b: String,
    /// 1: they should be friends; −1: foes.
    pub sign: i8,
    /// How far the paths agree, above 0 and at most 1: |`plus` − `minus`| / (`plus` + `minus`).
    pub agreement: f64,
    /// Summed strength of the paths that say friends. A path is as strong as its weaker tie.
    pub plus: f64,
    /// Summed strength of the paths that say foes.
    pub minus: f64,
    /// How many paths say what is inferred.
    pub support: usize,
    /// How many say the opposite.
    pub against: usize,
    /// Every path that says something, in the order of the go-betweens.
    pub paths: Vec<Path>,
}

/// Two ties that lead from one actor to another.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Path {
    /// Id of the actor between them.
    pub through: String,
    /// Weights of the ties of the go-between to `a` and to `b`.
    pub weights: [f64; 2],
    /// What it says of `a` and `b`: the product of the signs.
    pub sign: i8,
}

/// What paths say of a pair.
#[derive(Debug, Clone, Copy, Default)]
struct Tally {
    plus: f64,
    minus: f64,
    friends: usize,
    foes: usize,
}

/// The ties that balance expects between actors that have none, by the paths over one common neighbour: those whose paths
/// weigh most for one side, |`plus` − `minus`|, come first, equals in the order of the network. Pairs whose paths cancel out are
/// left out.
///
/// Cartwright & Harary (1956); as a predictor, Chiang, Natarajan, Tewari & Dhillon (2011), “Exploiting longer cycles for link
/// prediction in signed networks”, CIKM (cycles of length 3). O(Σ d²) over the degrees d of go-betweens, over all cores.
pub fn inferences(network: &SignedNetwork, options: PredictOptions) -> Vec<Inference> {
    let adjacency = Adjacency::undirected(network.len(), &network.edges);
    let actors: Vec<usize> = (0..network.len()).collect();
    let mut best: Vec<Pair> = Vec::new();
    for some in actors.chunks(PART) {
        best.par_extend(some.par_iter().flat_map_iter(|&actor| of_actor(&adjacency, actor, options)));
        keep_best(&mut best, options.limit);
    }
    best.into_iter().map(|pair| inference(network, &adjacency, pair, options)).collect()
}

/// Two actors, the earlier first, with what paths say of them.
type Pair = (usize, usize, Tally);

/// So many actors' pairs are held at once.
const PART: usize = 4096;

/// The pairs that lean most, equals in the order of the network.
fn keep_best(pairs: &mut Vec<Pair>, limit: usize) {
    pairs.sort_by(|x, y| y.2.lean().abs().total_cmp(&x.2.lean().abs()).then((x.0, x.1).cmp(&(y.0, y.1))));
    pairs.truncate(limit);
}

/// The best pairs of an actor with a later one; no more than are wanted in all.
fn of_actor(adjacency: &Adjacency, a: usize, options: PredictOptions) -> Vec<Pair> {
    let mut tallies: BTreeMap<usize, Tally> = BTreeMap::new();
    for &(between, first) in
        adjacency.of(a).iter().filter(|(node, _)| adjacency.degree(*node) <= options.degree)
    {
        for &(b, second) in adjacency.of(between).iter().filter(|(b, _)| *b > a) {
            if let Some(sign) = said([first, second], options.theory) {
                tallies.entry(b).or_default().take(sign, first.abs().min(second.abs()));
            }
        }
    }
    for (tied, _) in adjacency.of(a) {
        tallies.remove(tied);
    }
    let clear = |tally: &Tally| tally.lean() != 0.0 && tally.support() >= options.support;
    let pairs = tallies.into_iter().filter(|(_, tally)| clear(tally));
    let mut pairs: Vec<_> = pairs.map(|(b, tally)| (a, b, tally)).collect();
    keep_best(&mut pairs, options.limit);
    pairs
}

/// The sign that two ties imply, if the theory has an answer.
fn said(weights: [f64; 2], theory: Theory) -> Option<i8> {
    match (weights.map(|weight| weight > 0.0), theory) {
        ([false, false], Theory::Weak) => None,
        ([first, second], _) => Some(if first == second { 1 } else { -1 }),
    }
}

impl Tally {
    fn take(&mut self, sign: i8, strength: f64) {
        let (sum, count) =
            if sign > 0 { (&mut self.plus, &mut self.friends) } else { (&mut self.minus, &mut self.foes) };
        *sum += strength;
        *count += 1;
    }

    fn lean(&self) -> f64 {
        self.plus - self.minus
    }

    fn support(&self) -> usize {
        if self.lean() > 0.0 { self.friends } else { self.foes }
    }
}

fn inference(
    network: &SignedNetwork,
    adjacency: &Adjacency,
    (a, b, tally): Pair,
    options: PredictOptions,
) -> Inference {
    Inference {
        a: network.actors[a].clone(),
        b: network.actors[b].clone(),
        sign: if tally.lean() > 0.0 { 1 } else { -1 },
        agreement: tally.lean().abs() / (tally.plus + tally.minus),
        plus: tally.plus,
        minus: tally.minus,
        support: tally.support(),
        against: tally.friends + tally.foes - tally.support(),
        paths: paths(network, adjacency, (a, b), options),
    }
}

fn paths(
    network: &SignedNetwork,
    adjacency: &Adjacency,
    (a, b): (usize, usize),
    options: PredictOptions,
) -> Vec<Path> {
    let to_b: BTreeMap<usize, f64> = adjacency.of(b).iter().copied().collect();
    let path = |&(between, first): &(usize, f64)| {
        let weights = [first, *to_b.get(&between)?];
        let sign = said(weights, options.theory).filter(|_| adjacency.degree(between) <= options.degree)?;
        Some(Path { through: network.actors[between].clone(), weights, sign })
    };
    adjacency.of(a).iter().filter_map(path).collect()
}
