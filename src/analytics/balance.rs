//! Triads: are the friends of friends friends, and the foes of friends foes?

use serde::{Deserialize, Serialize};

use super::signed::SignedNetwork;
use super::triangles::{Triangle, Triangles};

/// The signs of three actors who are all tied to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum TriadKind {
    /// Three friends; balanced.
    #[serde(rename = "+++")]
    Friends,
    /// Two foes with a friend in common; balanced in no sense.
    #[serde(rename = "++-")]
    Torn,
    /// Two friends with a foe in common; balanced.
    #[serde(rename = "+--")]
    Allied,
    /// Three foes; balanced in Davis's sense alone.
    #[serde(rename = "---")]
    Foes,
}

impl TriadKind {
    const ALL: [Self; 4] = [Self::Friends, Self::Torn, Self::Allied, Self::Foes];

    /// The product of the signs is positive: Cartwright & Harary (1956), “Structural balance: a generalization of Heider's
    /// theory”, Psychological Review 63.
    pub fn is_balanced(self) -> bool {
        matches!(self, Self::Friends | Self::Allied)
    }

    /// Not exactly one sign is negative: Davis (1967), “Clustering and structural balance in graphs”, Human Relations 20.
    pub fn is_weakly_balanced(self) -> bool {
        self != Self::Torn
    }
}

/// How many triads of each kind a network has.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Census {
    /// `+++`
    pub friends: u64,
    /// `++-`
    pub torn: u64,
    /// `+--`
    pub allied: u64,
    /// `---`
    pub foes: u64,
}

impl Census {
    /// All triads.
    pub fn total(&self) -> u64 {
        self.friends + self.torn + self.allied + self.foes
    }

    /// The number of one kind.
    pub fn of(&self, kind: TriadKind) -> u64 {
        match kind {
            TriadKind::Friends => self.friends,
            TriadKind::Torn => self.torn,
            TriadKind::Allied => self.allied,
            TriadKind::Foes => self.foes,
        }
    }

    /// The share, 0 to 1, that is balanced after Cartwright and Harary; none without triads.
    pub fn balanced(&self) -> Option<f64> {
        self.share(TriadKind::is_balanced)
    }

    /// The share, 0 to 1, that is balanced after Davis; none without triads.
    pub fn weakly_balanced(&self) -> Option<f64> {
        self.share(TriadKind::is_weakly_balanced)
    }

    fn share(&self, is_in: fn(TriadKind) -> bool) -> Option<f64> {
        let inside: u64 =
            TriadKind::ALL.into_iter().filter(|&kind| is_in(kind)).map(|kind| self.of(kind)).sum();
        (self.total() > 0).then(|| inside as f64 / self.total() as f64)
    }

    pub(super) fn of_counts([friends, torn, allied, foes]: [u64; 4]) -> Self {
        Self { friends, torn, allied, foes }
    }
}

/// Three actors who are all tied to each other.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Triad {
    /// Ids in the order of the network.
    pub actors: [String; 3],
    /// Weights between the first and the second, the first and the third, the second and the third.
    pub weights: [f64; 3],
    /// The signs.
    pub kind: TriadKind,
    /// The size of the weakest weight: a triad is as strong as its weakest tie.
    pub strength: f64,
}

/// Counts the triads. O(m^1.5), over all cores.
pub fn census(network: &SignedNetwork) -> Census {
    let negative: Vec<bool> = network.edges.iter().map(|edge| edge.2 < 0.0).collect();
    let triangles = Triangles::new(network.len(), &network.edges);
    let counted = triangles.fold(
        |counts: &mut [u64; 4], triangle| counts[foes(&negative, triangle)] += 1,
        |sum, more| std::array::from_fn(|kind| sum[kind] + more[kind]),
    );
    Census::of_counts(counted)
}

/// The same on one core, with the signs apart from the network.
pub(super) fn count(triangles: &Triangles, negative: &[bool]) -> Census {
    let mut counts = [0; 4];
    triangles.each(|triangle| counts[foes(negative, triangle)] += 1);
    Census::of_counts(counts)
}

fn foes(negative: &[bool], triangle: Triangle) -> usize {
    triangle.into_iter().filter(|&edge| negative[edge]).count()
}

/// The triads of the kinds that `wanted` admits, the strongest first, equally strong ones in the order of their actors; at most
/// `limit` of them. O(m^1.5 + t log t) for t triads.
pub fn triads(network: &SignedNetwork, wanted: impl Fn(TriadKind) -> bool, limit: usize) -> Vec<Triad> {
    let mut found = Vec::new();
    Triangles::new(network.len(), &network.edges).each(|triangle| {
        let weights = triangle.map(|edge| network.edges[edge].2);
        if wanted(kind(weights)) {
            found.push(placed(network, triangle));
        }
    });
    let strength = |&(_, weights): &Placed| weights.into_iter().map(f64::abs).fold(f64::INFINITY, f64::min);
    found.sort_by(|a, b| strength(b).total_cmp(&strength(a)).then(a.0.cmp(&b.0)));
    found.truncate(limit);
    let triad = |found: Placed| Triad {
        actors: found.0.map(|actor| network.actors[actor].clone()),
        weights: found.1,
        kind: kind(found.1),
        strength: strength(&found),
    };
    found.into_iter().map(triad).collect()
}

/// Actors in ascending order, weights as in [`Triad`].
type Placed = ([usize; 3], [f64; 3]);

fn placed(network: &SignedNetwork, triangle: Triangle) -> Placed {
    let mut edges = triangle.map(|edge| network.edges[edge]);
    // Sorted pairs of three actors a < b < c are (a, b), (a, c), (b, c).
    edges.sort_by_key(|&(a, b, _)| (a, b));
    ([edges[0].0, edges[0].1, edges[1].1], edges.map(|edge| edge.2))
}

fn kind(weights: [f64; 3]) -> TriadKind {
    TriadKind::ALL[weights.into_iter().filter(|weight| *weight < 0.0).count()]
}
