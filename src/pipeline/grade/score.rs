//! Confidence of several pieces of evidence together.

use std::collections::BTreeMap;

use super::origin::{self, Origin};
use crate::model::{Claim, Graph, Score};

/// Noisy-or over independent origins: 1 − Π(1 − cᵢ), where cᵢ is the confidence of the surest evidence of
/// origin i, so that one origin that repeats itself counts once. 0 to 1, rounded to four decimals; nothing
/// gives 0. Pearl (1988), Probabilistic Reasoning in Intelligent Systems, §4.3.2.
pub fn score(graph: &Graph, evidence: &[&Claim]) -> Score {
    let mut surest: BTreeMap<Origin, f64> = BTreeMap::new();
    for (origin, claim) in origin::origins(graph, evidence).into_iter().zip(evidence) {
        let confidence = surest.entry(origin).or_default();
        *confidence = confidence.max(probability(claim.confidence));
    }
    let doubt: f64 = surest.values().map(|confidence| 1.0 - confidence).product();
    Score { confidence: rounded(1.0 - doubt), origins: surest.len() }
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
