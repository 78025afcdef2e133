//! Confidence of several pieces of evidence together.

use std::collections::BTreeMap;

use super::origin::{Origin, Origins};
use crate::model::{Claim, Score};
use crate::ontology::Scoring;

/// What is left of a doubt by however much evidence.
const LEAST_DOUBT: f64 = 0.0001;

/// Noisy-or over independent origins: 1 − Π(1 − cᵢ), where cᵢ is the confidence of the surest evidence of
/// origin i, times its weight, so that one origin that repeats itself counts once. 0 to 1, rounded to four decimals, where
/// only a person's word gives 1; nothing gives 0. Pearl (1988), Probabilistic Reasoning in Intelligent Systems, §4.3.2.
pub fn score(origins: &Origins, evidence: &[&Claim], scoring: &Scoring) -> Score {
    let mut surest: BTreeMap<Origin, f64> = BTreeMap::new();
    for (origin, claim) in origins.of(evidence).into_iter().zip(evidence) {
        let confident = probability(claim.confidence) * weight(&origin, scoring);
        let confidence = surest.entry(origin).or_default();
        *confidence = confidence.max(confident);
    }
    let doubt: f64 = surest.values().map(|confidence| 1.0 - confidence).product();
    let most = if doubt > 0.0 { 1.0 - LEAST_DOUBT } else { 1.0 };
    Score { confidence: rounded(1.0 - doubt).min(most), origins: surest.len() }
}

/// How much an origin is worth, 0 to 1: what the user says of the medium, else 1.
pub fn weight(origin: &Origin, scoring: &Scoring) -> f64 {
    match origin {
        Origin::Medium(name) => scoring.publishers.get(name).copied().unwrap_or(1.0),
        Origin::Document(_) => 1.0,
    }
}

/// A probability that a claims file may have wrong: below 0 or no number is 0, above 1 is 1.
fn probability(confidence: f64) -> f64 {
    confidence.clamp(0.0, 1.0).max(0.0)
}

/// Four decimals.
pub fn rounded(value: f64) -> f64 {
    (value * 10_000.0).round() / 10_000.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_probability_is_brought_into_range() {
        assert_eq!([f64::NAN, -1.0, 0.3, 7.0].map(probability), [0.0, 0.0, 0.3, 1.0]);
    }
}
