//! Numbers of `scoring.toml` that mean something: shares from 0 to 1, spans and factors more than 0.

use crate::ontology::{Ontology, Problem};

const FILE: &str = "scoring.toml";

pub(super) fn problems(ontology: &Ontology) -> Vec<Problem> {
    let scoring = &ontology.scoring;
    let binder = &scoring.binder;
    let factors = [("agreed", binder.agreed), ("alone", binder.alone), ("differed", binder.differed)];
    let share = !(0.0..=1.0).contains(&scoring.threshold);
    let threshold = share.then(|| problem("threshold", scoring.threshold, "write 0 to 1"));
    let positive = factors.into_iter().chain(scoring.half_life.map(|days| ("half_life", days)));
    let wrong = positive.filter(|(_, number)| !(number.is_finite() && *number > 0.0));
    let wrong = wrong.map(|(key, number)| problem(key, number, "write a number greater than 0"));
    let parties = (scoring.third_parties == 0).then(|| problem("third_parties", 0.0, "write 1 or more"));
    let history =
        (scoring.history < 0).then(|| problem("history", scoring.history.into(), "write 0 or more years"));
    threshold.into_iter().chain(parties).chain(history).chain(wrong).collect()
}

fn problem(key: &str, number: f64, fix: &str) -> Problem {
    Problem::new((FILE, None), format!("{key} = {number} is out of range"), fix)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ontology::{BinderTrust, Scoring};

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
        let binder = BinderTrust { agreed: 1.0, alone: 0.0, differed: f64::NAN };
        let scoring = Scoring {
            threshold: 1.5,
            third_parties: 0,
            half_life: Some(-1.0),
            history: -2,
            binder,
            ..Scoring::default()
        };
        let found = causes(scoring);
        for key in [
            "threshold = 1.5",
            "third_parties = 0",
            "history = -2",
            "alone = 0",
            "differed = NaN",
            "half_life = -1",
        ] {
            assert!(found.iter().any(|cause| cause.contains(key)), "{key} in {found:?}");
        }
        assert_eq!(found.len(), 6);
    }
}
