//! What makes two claims the same, level by level.

use super::names::Names;
use super::record::{GoldClaim, Prediction};
use crate::model::Status;

/// How finely claims are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Level {
    /// Subject, relation, object.
    Claim,
    /// The same, and the status.
    Status,
    /// States and relation.
    State,
    /// Unordered states and the sign of the relation.
    Tie,
}

impl Level {
    /// From strict to coarse.
    pub(super) const ALL: [Self; 4] = [Self::Claim, Self::Status, Self::State, Self::Tie];

    /// On state and tie level, a relation between two actors of one state is no relation.
    pub(super) fn drops_loops(self) -> bool {
        matches!(self, Self::State | Self::Tie)
    }
}

/// Subject, relation (or sign), object, and the status on the level that compares it.
pub(super) type Key = (String, String, String, Option<Status>);

/// The keys of one claim on the four levels.
#[derive(Debug, Clone)]
pub(super) struct Keys([Key; 4]);

impl Keys {
    pub(super) fn of_gold(claim: &GoldClaim, names: &Names) -> Self {
        let pair = (names.id(&claim.s), names.id(&claim.o));
        let states = (names.state(&claim.s), names.state(&claim.o));
        Self::new(pair, states, &claim.p, claim.status)
    }

    pub(super) fn of_prediction(claim: &Prediction, names: &Names) -> Self {
        let pair = (names.id(&claim.subject.id), names.id(&claim.object.id));
        let states = (names.state_of(&claim.subject), names.state_of(&claim.object));
        Self::new(pair, states, &claim.relation, claim.status)
    }

    fn new(pair: (String, String), states: (String, String), relation: &str, status: Status) -> Self {
        let claim = directed(pair, relation);
        let status = (claim.0.clone(), claim.1.clone(), claim.2.clone(), Some(status));
        let (first, last) = sorted(states.clone());
        Self([claim, status, directed(states, relation), (first, sign(relation).to_owned(), last, None)])
    }

    pub(super) fn at(&self, level: Level) -> &Key {
        &self.0[level as usize]
    }
}

fn directed(pair: (String, String), relation: &str) -> Key {
    let (subject, object) = if SYMMETRIC.contains(&relation) { sorted(pair) } else { pair };
    (subject, relation.to_owned(), object, None)
}

fn sorted((a, b): (String, String)) -> (String, String) {
    if a > b { (b, a) } else { (a, b) }
}

/// The sign of a relation on the tie level; a relation of no list is hostile.
fn sign(relation: &str) -> &'static str {
    match relation {
        r if STRUCTURAL.contains(&r) => "s",
        r if NEUTRAL.contains(&r) => "0",
        r if FRIENDLY.contains(&r) => "+",
        _ => "-",
    }
}

// The lists belong to the way of measuring, not to the ontology: a changed sign or a new symmetric
// relation there must not move the figures of an older graph.

const SYMMETRIC: [&str; 8] = [
    "agrees-with",
    "allied-with",
    "at-war-with",
    "cooperates-with",
    "disputes-with",
    "meets",
    "partners-with",
    "trades-with",
];

const STRUCTURAL: [&str; 5] = ["affiliated-with", "leads", "member-of", "part-of", "represents"];

const NEUTRAL: [&str; 7] =
    ["depends-on", "deploys-to", "mediates", "meets", "requests", "visits", "withdraws-from"];

const FRIENDLY: [&str; 11] = [
    "agrees-with",
    "aids",
    "allied-with",
    "concedes-to",
    "cooperates-with",
    "partners-with",
    "praises",
    "recognizes",
    "supplies",
    "supports",
    "trades-with",
];
