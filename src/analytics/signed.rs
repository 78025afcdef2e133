//! A network of friends and foes.

use std::collections::BTreeMap;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::ties::Tie;

/// An undirected network whose edges weigh more than 0 between friends and less between foes.
///
/// Made by [`SignedNetwork::new`], its edges are sorted pairs (a, b) with a < b, each once, none of weight 0.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct SignedNetwork {
    /// Ids of the actors; edges name them by their place here.
    pub actors: Vec<String>,
    /// Smaller actor, greater actor, weight.
    pub edges: Vec<(usize, usize, f64)>,
}

/// A line of a network file is none.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("line {line}: `{text}` is no edge: write ACTOR,ACTOR,WEIGHT with a finite number as weight")]
pub struct ParseNetworkError {
    /// Number of the line, from 1.
    pub line: usize,
    /// The line.
    pub text: String,
}

impl SignedNetwork {
    /// The network of some edges: edges between one pair are summed, loops, sums of 0 and edges whose weight is no number left
    /// out. O(m log m).
    ///
    /// # Panics
    /// If an edge names an actor that is not there.
    pub fn new(actors: Vec<String>, edges: impl IntoIterator<Item = (usize, usize, f64)>) -> Self {
        let ordered = |(a, b, weight): (usize, usize, f64)| (a.min(b), a.max(b), weight);
        let mut edges: Vec<_> = edges.into_iter().map(ordered).collect();
        assert!(edges.iter().all(|edge| edge.1 < actors.len()), "an edge names an actor that is not there");
        edges.retain(|&(a, b, weight)| a != b && weight.is_finite());
        edges.sort_by_key(|&(a, b, _)| (a, b));
        edges.dedup_by(|next, kept| {
            let same = (next.0, next.1) == (kept.0, kept.1);
            kept.2 += if same { next.2 } else { 0.0 };
            same
        });
        edges.retain(|edge| edge.2 != 0.0);
        Self { actors, edges }
    }

    /// The network of the ties whose net is at least `threshold` in size. Every actor of a tie is in it, sorted by id, also one
    /// whose ties are all too weak. O(t log t).
    pub fn of_ties(ties: &[Tie], threshold: f64) -> Self {
        let strong = |tie: &&Tie| tie.net.abs() >= threshold;
        let ids = ties.iter().flat_map(|tie| [tie.a.as_str(), tie.b.as_str()]);
        let places = places(ids);
        let edges: Vec<_> = ties.iter().filter(strong).map(|t| edge(&places, &t.a, &t.b, t.net)).collect();
        Self::new(places.into_keys().map(str::to_owned).collect(), edges)
    }

    /// The number of actors.
    pub fn len(&self) -> usize {
        self.actors.len()
    }

    /// Whether there are no actors.
    pub fn is_empty(&self) -> bool {
        self.actors.is_empty()
    }

    /// The same network with weights of 1 and −1: for counts of edges in place of sums of weights.
    pub fn unweighted(&self) -> Self {
        let edges = self.edges.iter().map(|&(a, b, weight)| (a, b, weight.signum())).collect();
        Self { actors: self.actors.clone(), edges }
    }
}

/// Lines of `ACTOR,ACTOR,WEIGHT`; empty lines and lines that begin with `#` are passed over. Actors come out sorted.
impl FromStr for SignedNetwork {
    type Err = ParseNetworkError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let lines = text.lines().enumerate().map(|(at, line)| (at + 1, line.trim()));
        let lines = lines.filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
        let parsed = lines.map(|(line, text)| {
            fields(text).ok_or_else(|| ParseNetworkError { line, text: text.to_owned() })
        });
        let rows = parsed.collect::<Result<Vec<_>, _>>()?;
        let places = places(rows.iter().flat_map(|&(a, b, _)| [a, b]));
        let edges: Vec<_> = rows.iter().map(|&(a, b, weight)| edge(&places, a, b, weight)).collect();
        Ok(Self::new(places.into_keys().map(str::to_owned).collect(), edges))
    }
}

fn fields(line: &str) -> Option<(&str, &str, f64)> {
    let (a, rest) = line.split_once(',')?;
    let (b, weight) = rest.split_once(',')?;
    let weight: f64 = weight.trim().parse().ok()?;
    weight.is_finite().then(|| (a.trim(), b.trim(), weight))
}

fn places<'a>(ids: impl Iterator<Item = &'a str>) -> BTreeMap<&'a str, usize> {
    let mut places: BTreeMap<&str, usize> = ids.map(|id| (id, 0)).collect();
    places.values_mut().enumerate().for_each(|(at, place)| *place = at);
    places
}

fn edge(places: &BTreeMap<&str, usize>, a: &str, b: &str, weight: f64) -> (usize, usize, f64) {
    (places[a], places[b], weight)
}
