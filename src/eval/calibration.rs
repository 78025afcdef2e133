//! Whether confidence means what it says: of claims at 0.8, 80 in 100 should be right.

use serde::Serialize;

use super::report::rounded;

const BINS: usize = 10;

/// How confidence and truth go together.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Calibration {
    /// Judged claims.
    pub claims: usize,
    /// Share of them that is right.
    pub right: f64,
    /// Expected calibration error: the mean distance of confidence and share of right claims over the bins, by their claims.
    pub ece: f64,
    /// Brier score: the mean of (confidence − right)².
    pub brier: f64,
    /// The Brier score of saying the same of every claim, the share of right ones.
    pub brier_of_share: f64,
    /// Ten bins of equal width that hold any claim, from 0 to 1.
    pub bins: Vec<Bin>,
}

/// Claims of like confidence.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Bin {
    /// The least confidence.
    pub from: f64,
    /// How many claims.
    pub claims: usize,
    /// Their mean confidence.
    pub confidence: f64,
    /// The share of them that is right.
    pub right: f64,
}

/// The calibration of pairs of a confidence and whether the claim is right. Figures have four digits.
pub(super) fn calibration(pairs: &[(f64, bool)]) -> Calibration {
    let mean = |value: &dyn Fn(f64, f64) -> f64| mean(pairs, value);
    let right = mean(&|_, right| right);
    let bins: Vec<Bin> = (0..BINS).filter_map(|at| bin(at, pairs)).collect();
    let apart = bins.iter().map(|bin| bin.claims as f64 * (bin.confidence - bin.right).abs());
    let ece = apart.sum::<f64>() / pairs.len().max(1) as f64;
    let digits = |value| rounded(value, 4);
    Calibration {
        claims: pairs.len(),
        right: digits(right),
        ece: digits(ece),
        brier: digits(mean(&|confidence, right| (confidence - right).powi(2))),
        brier_of_share: digits(right * (1.0 - right)),
        bins: bins.into_iter().map(Bin::shown).collect(),
    }
}

impl Bin {
    fn shown(self) -> Self {
        Self { confidence: rounded(self.confidence, 4), right: rounded(self.right, 4), ..self }
    }
}

fn bin(at: usize, pairs: &[(f64, bool)]) -> Option<Bin> {
    let of = |confidence: f64| ((confidence * BINS as f64) as usize).min(BINS - 1);
    let own: Vec<_> = pairs.iter().copied().filter(|(confidence, _)| of(*confidence) == at).collect();
    (!own.is_empty()).then(|| Bin {
        from: at as f64 / BINS as f64,
        claims: own.len(),
        confidence: mean(&own, &|confidence, _| confidence),
        right: mean(&own, &|_, right| right),
    })
}

fn mean(pairs: &[(f64, bool)], value: &dyn Fn(f64, f64) -> f64) -> f64 {
    let sum: f64 =
        pairs.iter().map(|&(confidence, right)| value(confidence, f64::from(u8::from(right)))).sum();
    sum / pairs.len().max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_right_as_often_as_it_says_has_no_error() {
        let pairs: Vec<_> = (0..10).map(|at| (0.8, at < 8)).collect();
        let found = calibration(&pairs);
        assert_eq!((found.claims, found.right, found.ece), (10, 0.8, 0.0));
        assert_eq!((found.brier, found.brier_of_share), (0.16, 0.16));
        assert_eq!(found.bins, [Bin { from: 0.8, claims: 10, confidence: 0.8, right: 0.8 }]);
    }

    #[test]
    fn certainty_that_is_wrong_costs_most() {
        let found = calibration(&[(1.0, false), (0.0, true)]);
        assert_eq!((found.ece, found.brier, found.bins.len()), (1.0, 1.0, 2));
        assert_eq!(found.bins[1].from, 0.9, "1 belongs to the last bin");
    }

    #[test]
    fn each_bin_weighs_by_its_claims() {
        let found = calibration(&[(0.95, true), (0.95, true), (0.95, true), (0.25, true)]);
        assert_eq!(found.ece, rounded((3.0 * 0.05 + 0.75) / 4.0, 4));
    }

    #[test]
    fn nothing_judged_is_no_error() {
        assert_eq!(calibration(&[]), Calibration::default());
    }
}
