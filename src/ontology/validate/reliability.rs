//! Counts and weights of `reliability.toml` that can be: no more right than judged, finite weights.

use crate::ontology::{Judged, Ontology, Problem};

const FILE: &str = "reliability.toml";
const FIX: &str = "make the file anew: aliansi eval GOLD.jsonl PATH… --reliability FILE";

pub(super) fn problems(ontology: &Ontology) -> Vec<Problem> {
    let reliability = &ontology.reliability;
    let possible = |judged: &Judged| judged.right <= judged.judged && (0.0..=1.0).contains(&judged.written);
    let wrong = reliability.frames.iter().filter(|(_, judged)| !possible(judged));
    let counts =
        wrong.map(|(frame, _)| Problem::new((FILE, None), format!("the counts of {frame} cannot be"), FIX));
    let finite = reliability.terms().weights().iter().all(|weight| weight.is_finite());
    let weights = (!finite).then(|| Problem::new((FILE, None), "a weight of [terms] is no number", FIX));
    counts.chain(weights).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ontology::{Reliability, Terms};

    fn count(frames: &[(u32, u32, f64)], every: f64) -> usize {
        let named =
            |(at, &(right, judged, written))| (format!("meets/id/{at}"), Judged { right, judged, written });
        let frames = frames.iter().enumerate().map(named).collect();
        let reliability = Reliability { terms: Some(Terms { every, ..Terms::default() }), frames };
        problems(&Ontology { reliability, ..Ontology::default() }).len()
    }

    #[test]
    fn what_cannot_have_been_counted_is_a_fault() {
        assert_eq!(count(&[(1, 2, 0.9), (0, 0, 0.5)], 0.1), 0);
        assert_eq!(count(&[(3, 2, 0.9), (1, 2, 1.5), (1, 2, f64::NAN)], 0.1), 3);
        assert_eq!(count(&[], f64::INFINITY), 1);
    }
}
