//! Blocs: who holds together, against whom.

mod aggregate;
mod exhaustive;
mod leiden;
mod moving;
mod parts;
mod refine;

pub use parts::blocs_of_parts;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use self::moving::Layers;
use super::signed::SignedNetwork;

/// How [`blocs`] goes about it.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct BlocOptions {
    /// More than 0; above 1 gives more and smaller blocs, below 1 fewer and greater ones.
    pub resolution: f64,
    /// How many starts the search has, each with its own order of actors; the best result is taken. Fewer where the network is so
    /// great that they would take long: ten at a million edges.
    pub starts: usize,
    /// Decides the orders in which they go.
    pub seed: u64,
}

impl Default for BlocOptions {
    fn default() -> Self {
        Self { resolution: 1.0, starts: 50, seed: 0 }
    }
}

/// A network cut into blocs.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Blocs {
    /// By actor, its bloc, an index into `blocs`.
    pub of_actor: Vec<usize>,
    /// The blocs, the greatest first, equals by their first actor.
    pub blocs: Vec<Bloc>,
    /// Signed modularity.
    pub modularity: f64,
    /// Weight of friends between blocs and of foes within: what the blocs do not explain.
    pub frustration: f64,
}

/// Actors that hold together.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Bloc {
    /// Ids, in the order of the network.
    pub actors: Vec<String>,
    /// Summed weight of friendly edges within.
    pub plus_within: f64,
    /// Summed size of hostile edges within.
    pub minus_within: f64,
    /// Summed weight of friendly edges to others.
    pub plus_beyond: f64,
    /// Summed size of hostile edges to others.
    pub minus_beyond: f64,
}

/// Starts that go over more edges than this in sum are left out, but for the first.
const STEPS: usize = 10_000_000;

/// Cuts a network into blocs of high signed modularity.
///
/// Traag, Waltman & van Eck (2019), “From Louvain to Leiden: guaranteeing well-connected communities”, Scientific Reports 9: actors move
/// to the bloc where they gain most, blocs are refined, and what is left is moved again as a whole, until nothing gains; here greedily
/// throughout, and on [`signed_modularity`], as Traag & Bruggeman (2009), “Community detection in networks with positive and negative
/// links”, Physical Review E 80. An actor may also join a bloc that it has no edge to, where there are few blocs. Modularity is a
/// heuristic's objective: the optimum is not promised, but for up to nine actors, of whom all partitions are tried.
///
/// All but linear in m a start; starts run over all cores, and threads change nothing.
pub fn blocs(network: &SignedNetwork, options: BlocOptions) -> Blocs {
    if network.len() <= exhaustive::MOST {
        let parts = exhaustive::partition(network, options.resolution);
        let modularity = signed_modularity(network, &parts, options.resolution);
        return described(network, &parts, modularity);
    }
    let layers = Layers::new(network, options.resolution);
    let start = |nth: usize| leiden::partition(&layers, options.seed, nth as u64);
    let starts = options.starts.min(STEPS / network.edges.len().max(1)).max(1);
    let found: Vec<Vec<usize>> = (0..starts).into_par_iter().map(start).collect();
    let rated =
        found.into_iter().map(|parts| (signed_modularity(network, &parts, options.resolution), parts));
    // A later start must be clearly better: rounding is no reason.
    let best = rated.reduce(|best, next| if next.0 > best.0 + 1e-12 { next } else { best });
    let (modularity, parts) = best.unwrap_or_default();
    described(network, &parts, modularity)
}

/// The signed modularity of a partition: how much more friendship, and how much less enmity, there is within parts than by chance,
/// from −1 to 1; 0 without edges.
///
/// Q = 1/(2w⁺ + 2w⁻) · Σᵢⱼ [wᵢⱼ − γ (wᵢ⁺wⱼ⁺/2w⁺ − wᵢ⁻wⱼ⁻/2w⁻)] δ(cᵢ, cⱼ). Gómez, Jensen & Arenas (2009), “Analysis of community
/// structure in networks of correlated data”, Physical Review E 80, with the resolution γ of Reichardt & Bornholdt (2006). O(n + m).
///
/// # Panics
/// If there is an actor without a part.
pub fn signed_modularity(network: &SignedNetwork, of_actor: &[usize], resolution: f64) -> f64 {
    let parts = of_actor.iter().max().map_or(0, |last| last + 1);
    let mut within = 0.0;
    let mut strengths = vec![[0.0; 2]; parts];
    let mut total = [0.0; 2];
    for &(a, b, weight) in &network.edges {
        let layer = usize::from(weight < 0.0);
        strengths[of_actor[a]][layer] += weight.abs();
        strengths[of_actor[b]][layer] += weight.abs();
        total[layer] += 2.0 * weight.abs();
        within += if of_actor[a] == of_actor[b] { 2.0 * weight } else { 0.0 };
    }
    let by_chance = |layer: usize| {
        let squares: f64 = strengths.iter().map(|strength| strength[layer].powi(2)).sum();
        if total[layer] > 0.0 { squares / total[layer] } else { 0.0 }
    };
    let all = total[0] + total[1];
    if all > 0.0 { (within - resolution * (by_chance(0) - by_chance(1))) / all } else { 0.0 }
}

fn described(network: &SignedNetwork, parts: &[usize], modularity: f64) -> Blocs {
    let of_actor = ordered(parts);
    let mut blocs = vec![Bloc::default(); of_actor.iter().max().map_or(0, |last| last + 1)];
    for (actor, &bloc) in network.actors.iter().zip(&of_actor) {
        blocs[bloc].actors.push(actor.clone());
    }
    let mut frustration = 0.0;
    for &(a, b, weight) in &network.edges {
        let (a, b) = (of_actor[a], of_actor[b]);
        frustration += if (a == b) == (weight > 0.0) { 0.0 } else { weight.abs() };
        blocs[a].take(weight, a == b);
        if a != b {
            blocs[b].take(weight, false);
        }
    }
    Blocs { of_actor, blocs, modularity, frustration }
}

impl Bloc {
    fn take(&mut self, weight: f64, within: bool) {
        let sum = match (weight > 0.0, within) {
            (true, true) => &mut self.plus_within,
            (true, false) => &mut self.plus_beyond,
            (false, true) => &mut self.minus_within,
            (false, false) => &mut self.minus_beyond,
        };
        *sum += weight.abs();
    }
}

/// Parts numbered by their size, the greatest first, equals by their first actor.
fn ordered(parts: &[usize]) -> Vec<usize> {
    let mut sizes = vec![(0_usize, usize::MAX); parts.iter().max().map_or(0, |last| last + 1)];
    for (actor, &part) in parts.iter().enumerate() {
        sizes[part] = (sizes[part].0 + 1, sizes[part].1.min(actor));
    }
    let mut order: Vec<usize> = (0..sizes.len()).collect();
    order.sort_by_key(|&part| (usize::MAX - sizes[part].0, sizes[part].1));
    let mut place = vec![0; sizes.len()];
    order.iter().enumerate().for_each(|(at, &part)| place[part] = at);
    parts.iter().map(|&part| place[part]).collect()
}
