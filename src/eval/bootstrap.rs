//! 95% intervals from resampling documents.

use super::count::Counts;

const ROUNDS: usize = 1000;

/// Fewer documents than this give no interval.
const LEAST_DOCUMENTS: usize = 5;

/// The 2.5th and 97.5th percentile of `part / whole` over 1000 resamplings of the documents, rounded to
/// three digits; `None` where there are fewer than five documents or nothing to divide by.
///
/// The generator is seeded with a constant, so that equal counts give equal intervals everywhere. Another
/// generator gives bounds that differ by the error of a thousand samples.
pub(super) fn interval(
    documents: &[(String, Counts)],
    ratio: fn(&Counts) -> (usize, usize),
) -> Option<[f64; 2]> {
    if documents.len() < LEAST_DOCUMENTS {
        return None;
    }
    let parts: Vec<_> = documents.iter().map(|(_, counts)| ratio(counts)).collect();
    let mut random = SplitMix(1);
    let mut shares: Vec<f64> = (0..ROUNDS).filter_map(|_| resample(&parts, &mut random)).collect();
    shares.sort_by(f64::total_cmp);
    let at = |quantile: f64| shares.get((shares.len() as f64 * quantile) as usize).copied();
    Some([super::report::rounded(at(0.025)?, 3), super::report::rounded(at(0.975)?, 3)])
}

fn resample(parts: &[(usize, usize)], random: &mut SplitMix) -> Option<f64> {
    let (part, whole) = parts
        .iter()
        .map(|_| parts[random.below(parts.len())])
        .fold((0, 0), |sum, pair| (sum.0 + pair.0, sum.1 + pair.1));
    (whole > 0).then(|| part as f64 / whole as f64)
}

/// SplitMix64 (Steele, Lea & Flood 2014).
struct SplitMix(u64);

impl SplitMix {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// Uniform below `bound`: the high half of the product with a random 64-bit number.
    fn below(&mut self, bound: usize) -> usize {
        ((u128::from(self.next()) * bound as u128) >> 64) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn documents(parts: &[(usize, usize)]) -> Vec<(String, Counts)> {
        let counts = |&(right, predicted): &(usize, usize)| Counts { right, predicted, ..Counts::default() };
        parts.iter().map(|part| (String::new(), counts(part))).collect()
    }

    fn precision(counts: &Counts) -> (usize, usize) {
        (counts.right, counts.predicted)
    }

    #[test]
    fn equal_documents_have_no_spread() {
        assert_eq!(interval(&documents(&[(1, 2); 5]), precision), Some([0.5, 0.5]));
    }

    #[test]
    fn too_little_to_resample_gives_none() {
        assert_eq!(interval(&documents(&[(1, 2); 4]), precision), None);
        assert_eq!(interval(&documents(&[(0, 0); 9]), precision), None);
    }

    #[test]
    fn bounds_enclose_the_share() {
        let many: Vec<_> = (0..40).map(|i| (usize::from(i % 4 != 0), 1)).collect();
        let [low, high] = interval(&documents(&many), precision).unwrap();
        assert!((0.55..0.70).contains(&low) && (0.80..0.93).contains(&high), "{low} {high}");
    }
}
