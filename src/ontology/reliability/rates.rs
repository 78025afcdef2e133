//! The reliability of a frame: what is written of it, corrected by what gold says of its like.

use rustc_hash::FxHashMap;

use super::{Judged, Reliability, Shrinkage};

/// No frame is surer than this, however often it was right.
const SUREST: f64 = 0.985;
/// No frame is less sure than this.
const LEAST: f64 = 0.05;

/// Judged claims, summed up by frame, relation and language, language, and all together.
#[derive(Debug, Clone, Default)]
pub struct Rates {
    sums: FxHashMap<String, Sum>,
    shrinkage: Shrinkage,
}

#[derive(Debug, Clone, Copy, Default)]
struct Sum {
    right: f64,
    judged: f64,
    /// Wrong claims that were to be expected by what is written of the frames.
    expected: f64,
}

impl Rates {
    /// Nothing judged yet.
    pub fn new(shrinkage: Shrinkage) -> Self {
        Self { sums: FxHashMap::default(), shrinkage }
    }

    /// The rates of what was learnt.
    pub fn of(reliability: &Reliability, shrinkage: Shrinkage) -> Self {
        let mut rates = Self::new(shrinkage);
        reliability.frames.iter().for_each(|(frame, judged)| rates.add(frame, *judged, 1.0));
        rates
    }

    /// Counts judged claims of a frame, `times` 1; −1 takes them out again.
    pub fn add(&mut self, frame: &str, judged: Judged, times: f64) {
        let count = f64::from(judged.judged);
        for key in groups(frame).into_iter().chain([frame]) {
            let sum = self.sums.entry(key.to_owned()).or_default();
            sum.right += times * f64::from(judged.right);
            sum.judged += times * count;
            sum.expected += times * count * (1.0 - judged.written);
        }
    }

    /// Probability, 0 to 1, that what a frame finds is right.
    ///
    /// Empirical Bayes from coarse to fine: the wrong claims of a group against those that were expected give a ratio,
    /// drawn towards the ratio of the group above (Gamma–Poisson); it corrects the error rate written of the frame, which
    /// is the prior of the frame's own share of right claims (Beta–binomial). What was never judged keeps its prior.
    pub fn reliability(&self, frame: &str, written: f64) -> f64 {
        let Shrinkage { all, language, relation, frame: own } = self.shrinkage;
        let drawn = |ratio: f64, (key, strength): (&str, f64)| {
            let sum = self.sum(key);
            (sum.judged - sum.right + strength * ratio) / (sum.expected + strength)
        };
        let ratio = groups(frame).into_iter().zip([all, language, relation]).fold(1.0, drawn);
        let prior = 1.0 - (1.0 - written) * ratio;
        let sum = self.sum(frame);
        ((sum.right + own * prior) / (sum.judged + own)).clamp(LEAST, SUREST)
    }

    fn sum(&self, key: &str) -> Sum {
        self.sums.get(key).copied().unwrap_or_default()
    }
}

/// All, the language, the relation in that language: "", "id", "supports/id" of "supports/id/back".
fn groups(frame: &str) -> [&str; 3] {
    let relation = frame.rsplit_once('/').map_or(frame, |(relation, _)| relation);
    let language = relation.rsplit_once('/').map_or("", |(_, language)| language);
    ["", language, relation]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judged(right: u32, judged: u32) -> Judged {
        Judged { right, judged, written: 0.9 }
    }

    fn rates(frames: &[(&str, u32, u32)]) -> Rates {
        let mut rates = Rates::new(Shrinkage::default());
        frames.iter().for_each(|(frame, right, all)| rates.add(frame, judged(*right, *all), 1.0));
        rates
    }

    #[test]
    fn what_was_never_judged_is_what_is_written() {
        assert!((rates(&[]).reliability("supports/id/back", 0.8) - 0.8).abs() < 1e-12);
    }

    #[test]
    fn errors_as_expected_change_nothing() {
        let rates = rates(&[("supports/id/back", 90, 100)]);
        for frame in ["supports/id/back", "supports/id/other", "meets/en/talk"] {
            assert!((rates.reliability(frame, 0.9) - 0.9).abs() < 1e-12, "{frame}");
        }
    }

    #[test]
    fn the_nearer_the_frame_the_more_it_is_moved() {
        let rates = rates(&[("supports/id/back", 20, 60)]);
        let of = |frame| rates.reliability(frame, 0.9);
        let order = ["supports/id/back", "supports/id/other", "meets/id/talk", "meets/en/talk"].map(of);
        assert!(order.is_sorted_by(|near, far| near < far), "{order:?}");
        assert!(order[3] < 0.9 && order[0] > 20.0 / 60.0, "{order:?}");
    }

    #[test]
    fn what_is_taken_out_again_leaves_no_trace() {
        let mut rates = rates(&[("supports/id/back", 5, 8)]);
        let before = rates.reliability("supports/id/back", 0.85);
        rates.add("supports/id/other", judged(1, 9), 1.0);
        rates.add("supports/id/other", judged(1, 9), -1.0);
        assert!((rates.reliability("supports/id/back", 0.85) - before).abs() < 1e-9);
    }

    #[test]
    fn nothing_is_certain() {
        let rates = rates(&[("a/id/good", 5000, 5000), ("b/id/bad", 0, 5000)]);
        assert_eq!(rates.reliability("a/id/good", 0.9), SUREST);
        assert_eq!(rates.reliability("b/id/bad", 0.0), LEAST);
    }
}
