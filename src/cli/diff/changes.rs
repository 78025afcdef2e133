//! What differs between two graphs.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::analytics::Tie;
use crate::cli::format::rounded;
use crate::model::Graph;

/// One of the two graphs.
pub(super) struct Side {
    pub(super) name: String,
    pub(super) graph: Graph,
    pub(super) ties: Vec<Tie>,
}

/// What differs between two graphs.
#[derive(Debug, Serialize)]
pub(super) struct Changes {
    /// How the earlier one is called.
    pub(super) before: String,
    /// How the later one is called.
    pub(super) after: String,
    /// Plain edges of the later graph alone, the heaviest first.
    pub(super) gained: Vec<Link>,
    /// Plain edges of the earlier graph alone, the heaviest first.
    pub(super) lost: Vec<Link>,
    /// Ties whose net changed its sign, the greatest change first.
    pub(super) flipped: Vec<Move>,
    /// All ties whose net changed, the greatest change first.
    pub(super) moved: Vec<Move>,
}

/// A plain edge.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Link {
    pub(super) subject: String,
    pub(super) relation: String,
    pub(super) object: String,
    pub(super) confidence: f64,
    pub(super) weight: f64,
}

/// The net of a pair in both graphs; 0 where it has no tie.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Move {
    pub(super) a: String,
    pub(super) b: String,
    pub(super) before: f64,
    pub(super) after: f64,
    pub(super) change: f64,
}

impl Changes {
    pub(super) fn new(before: Side, after: Side) -> Self {
        let (old, new) = (links(&before.graph), links(&after.graph));
        let moved = moves(&before.ties, &after.ties);
        let flipped = moved.iter().filter(|tie| tie.before * tie.after < 0.0).cloned().collect();
        Self {
            gained: beyond(&new, &old),
            lost: beyond(&old, &new),
            flipped,
            moved,
            before: before.name,
            after: after.name,
        }
    }
}

/// Subject, relation, object.
type Key = (String, String, String);

fn links(graph: &Graph) -> BTreeMap<Key, Link> {
    let plain = graph.edges().filter(|(_, edge, _)| edge.plain);
    let link = plain.map(|(source, edge, target)| {
        let link = Link {
            subject: source.actor.id.clone(),
            relation: edge.relation.clone(),
            object: target.actor.id.clone(),
            confidence: edge.confidence,
            weight: edge.weight,
        };
        ((link.subject.clone(), link.relation.clone(), link.object.clone()), link)
    });
    link.collect()
}

/// The links of one graph that the other has not.
fn beyond(these: &BTreeMap<Key, Link>, those: &BTreeMap<Key, Link>) -> Vec<Link> {
    let only = these.iter().filter(|(key, _)| !those.contains_key(*key));
    let mut links: Vec<Link> = only.map(|(_, link)| link.clone()).collect();
    links.sort_by(|a, b| b.weight.total_cmp(&a.weight));
    links
}

fn moves(before: &[Tie], after: &[Tie]) -> Vec<Move> {
    let (old, new) = (nets(before), nets(after));
    let pairs: BTreeSet<_> = old.keys().chain(new.keys()).copied().collect();
    let net = |nets: &BTreeMap<(&str, &str), f64>, pair| nets.get(pair).copied().unwrap_or(0.0);
    let moves = pairs.iter().map(|pair| {
        let (before, after) = (rounded(net(&old, pair)), rounded(net(&new, pair)));
        Move { a: pair.0.to_owned(), b: pair.1.to_owned(), before, after, change: rounded(after - before) }
    });
    let mut moves: Vec<Move> = moves.filter(|tie| tie.change != 0.0).collect();
    moves.sort_by(|x, y| y.change.abs().total_cmp(&x.change.abs()));
    moves
}

fn nets(ties: &[Tie]) -> BTreeMap<(&str, &str), f64> {
    ties.iter().map(|tie| ((tie.a.as_str(), tie.b.as_str()), tie.net)).collect()
}
