//! Numbers of `scoring.toml` that mean something: shares from 0 to 1, spans and strengths more than 0.

use crate::ontology::{Ontology, Problem, Shrinkage};

const FILE: &str = "scoring.toml";

pub(super) fn problems(ontology: &Ontology) -> Vec<Problem> {
    let scoring = &ontology.scoring;
    let Shrinkage { all, language, relation, frame } = scoring.shrinkage;
    let strengths = [("all", all), ("language", language), ("relation", relation), ("frame", frame)];
    let shares = [("threshold", scoring.threshold), ("title", scoring.title)];
    let copies = [("sentence", scoring.copies.sentence), ("document", scoring.copies.document)];
    let publishers = scoring.publishers.iter().map(|(name, weight)| (name.as_str(), *weight));
    let shares = shares.into_iter().chain(copies).chain(publishers);
    let shares = shares.filter(|(_, share)| !(0.0..=1.0).contains(share));
    let shares = shares.map(|(key, share)| problem(key, share, "write 0 to 1"));
    let positive = strengths.into_iter().chain(scoring.half_life.map(|days| ("half_life", days)));
    let wrong = positive.filter(|(_, number)| !(number.is_finite() && *number > 0.0));
    let wrong = wrong.map(|(key, number)| problem(key, number, "write a number greater than 0"));
    let parties = (scoring.third_parties == 0).then(|| problem("third_parties", 0.0, "write 1 or more"));
    let history =
        (scoring.history < 0).then(|| problem("history", scoring.history.into(), "write 0 or more years"));
    shares.chain(parties).chain(history).chain(wrong).collect()
}

fn problem(key: &str, number: f64, fix: &str) -> Problem {
    Problem::new((FILE, None), format!("{key} = {number} is out of range"), fix)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ontology::Scoring;

    fn causes(scoring: Scoring) -> Vec<String> {
        let ontology = Ontology { scoring, ..Ontology::default() };
        problems(&ontology).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn the_default_is_sound() {
        assert!(causes(Scoring::default()).is_empty());
    }

    #[test]
    fn every_number_has_its_range() {
        let shrinkage = Shrinkage { language: 0.0, frame: f64::NAN, ..Shrinkage::default() };
        let scoring = Scoring {
            threshold: 1.5,
            third_parties: 0,
            half_life: Some(-1.0),
            title: -0.1,
            history: -2,
            shrinkage,
            ..Scoring::default()
        };
        let found = causes(scoring);
        for key in [
            "threshold = 1.5",
            "title = -0.1",
            "third_parties = 0",
            "history = -2",
            "language = 0",
            "frame = NaN",
            "half_life = -1",
        ] {
            assert!(found.iter().any(|cause| cause.contains(key)), "{key} in {found:?}");
        }
        assert_eq!(found.len(), 7);
    }
}
