//! What the confidence of a claim is made of: terms that add up to its log-odds.

use serde::{Deserialize, Serialize};

use crate::model::{Agreement, Grounds, Status};

/// Weights of the terms of a confidence, in log-odds.
///
/// The default is what is thought before anything was judged, and what a fit is drawn towards.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Terms {
    /// Of every claim.
    pub every: f64,
    /// Times the log-odds of the frame's reliability.
    pub reliability: f64,
    /// One analysis found actors for both roles, the other did not.
    pub alone: f64,
    /// The two analyses found different actors.
    pub differed: f64,
    /// Times the logarithm of how surely the words of the less sure of the two actors mean it.
    pub actor: f64,
    /// The claim is denied or negated.
    pub denied: f64,
}

/// What a term is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Term {
    /// Every claim has it.
    Every,
    /// The frame's reliability.
    Reliability,
    /// One analysis alone.
    Alone,
    /// The analyses differ.
    Differed,
    /// The less sure of the two actors.
    Actor,
    /// Denied or negated.
    Denied,
}

impl Term {
    /// All terms, in the order of [`Terms::weights`].
    pub const ALL: [Self; 6] =
        [Self::Every, Self::Reliability, Self::Alone, Self::Differed, Self::Actor, Self::Denied];
}

impl Default for Terms {
    fn default() -> Self {
        Self { every: 0.0, reliability: 1.0, alone: 0.0, differed: -1.0, actor: 2.0, denied: 0.0 }
    }
}

impl Terms {
    /// The weights in the order of [`Term::ALL`].
    pub fn weights(&self) -> [f64; 6] {
        [self.every, self.reliability, self.alone, self.differed, self.actor, self.denied]
    }

    /// The terms with these weights, in the order of [`Term::ALL`].
    pub fn with_weights([every, reliability, alone, differed, actor, denied]: [f64; 6]) -> Self {
        Self { every, reliability, alone, differed, actor, denied }
    }

    /// What each term adds to the log-odds, in the order of [`Term::ALL`].
    pub fn parts(&self, grounds: &Grounds, status: Status) -> [f64; 6] {
        let values = values(grounds, status);
        let mut parts = self.weights();
        parts.iter_mut().zip(values).for_each(|(part, value)| *part *= value);
        parts
    }

    /// Probability, 0 to 1, that the text states a claim with these grounds.
    pub fn confidence(&self, grounds: &Grounds, status: Status) -> f64 {
        probability(self.parts(grounds, status).iter().sum())
    }
}

/// What the weights of the terms are multiplied by, in the order of [`Term::ALL`].
pub fn values(grounds: &Grounds, status: Status) -> [f64; 6] {
    let is = |holds: bool| f64::from(u8::from(holds));
    [
        1.0,
        log_odds(grounds.reliability),
        is(grounds.agreement == Some(Agreement::Alone)),
        is(grounds.agreement == Some(Agreement::Differed)),
        grounds.subject.min(grounds.object).clamp(0.01, 1.0).ln(),
        is(matches!(status, Status::Denied | Status::Negated)),
    ]
}

/// The probability of log-odds.
pub fn probability(log_odds: f64) -> f64 {
    1.0 / (1.0 + (-log_odds).exp())
}

fn log_odds(probability: f64) -> f64 {
    let probability = probability.clamp(0.001, 0.999);
    (probability / (1.0 - probability)).ln()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grounds() -> Grounds {
        Grounds { reliability: 0.9, agreement: Some(Agreement::Agreed), subject: 1.0, object: 1.0 }
    }

    #[test]
    fn with_nothing_against_it_a_claim_is_as_sure_as_its_frame() {
        let confidence = Terms::default().confidence(&grounds(), Status::Asserted);
        assert!((confidence - 0.9).abs() < 1e-12);
    }

    #[test]
    fn each_doubt_takes_off() {
        let of = |grounds: &Grounds| Terms::default().confidence(grounds, Status::Asserted);
        let differed = Grounds { agreement: Some(Agreement::Differed), ..grounds() };
        let pronoun = Grounds { object: 0.85, ..grounds() };
        let both = Grounds { object: 0.85, ..differed };
        assert!(of(&differed) < of(&grounds()) && of(&pronoun) < of(&grounds()));
        assert!(of(&both) < of(&differed).min(of(&pronoun)));
    }

    #[test]
    fn it_is_always_a_probability() {
        let terms = Terms { every: 900.0, ..Terms::default() };
        assert_eq!(terms.confidence(&grounds(), Status::Negated), 1.0);
        let nowhere = Grounds { reliability: 0.0, subject: 0.0, ..grounds() };
        let confidence = Terms::default().confidence(&nowhere, Status::Negated);
        assert!((0.0..0.01).contains(&confidence));
    }

    #[test]
    fn the_parts_add_up() {
        let terms = Terms { every: 0.3, ..Terms::default() };
        let sum: f64 = terms.parts(&grounds(), Status::Asserted).iter().sum();
        assert_eq!(probability(sum), terms.confidence(&grounds(), Status::Asserted));
        assert_eq!(Terms::with_weights(terms.weights()), terms);
    }
}
