//! Scales of `weights/`: relations that there are, numbers in range, signs as the relations have them.

use super::add_or_write;
use crate::ontology::{Ontology, Problem};
use crate::spelling::nearest;

pub(super) fn problems(ontology: &Ontology) -> Vec<Problem> {
    let weights =
        ontology.weights.iter().flat_map(|(scale, table)| table.iter().map(move |row| (scale, row)));
    let fault = |(scale, (relation, weight)): (&String, (&String, &f64))| {
        let (cause, fix) = fault(ontology, relation, *weight)?;
        let place = ontology.sources.words(&format!("weights/{scale}.toml"), &format!("{relation} ="));
        Some(Problem::new(place, cause, fix))
    };
    weights.filter_map(fault).collect()
}

/// What is wrong with the weight of a relation, and what to do.
fn fault(ontology: &Ontology, relation: &str, weight: f64) -> Option<(String, String)> {
    let Some(known) = ontology.relation(relation) else {
        let near = nearest(relation, ontology.relations.iter().map(|known| known.id.as_str()));
        return Some((format!("`{relation}` is no relation"), add_or_write("the relation", near)));
    };
    if !(-10.0..=10.0).contains(&weight) {
        return Some((format!("{relation} = {weight} is out of range"), String::from("write -10 to 10")));
    }
    let agrees = f64::from(known.sign) * weight > 0.0;
    let cause = || format!("{relation} = {weight} contradicts the sign {}", known.sign);
    (!agrees).then(|| (cause(), String::from("give it the sign of its relation; leave it out if that is 0")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ontology::Ontology;

    fn causes(rows: &[(&str, f64)]) -> Vec<String> {
        let mut ontology = Ontology::shipped().clone();
        let Some(table) = ontology.weights.values_mut().next() else { return Vec::new() };
        table.extend(rows.iter().map(|(relation, weight)| ((*relation).to_owned(), *weight)));
        problems(&ontology).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_shipped_scale_weighs_every_signed_relation() {
        let ontology = Ontology::shipped();
        assert!(!ontology.weights.is_empty() && problems(ontology).is_empty());
        for (scale, table) in &ontology.weights {
            let signed = ontology.relations.iter().filter(|relation| relation.sign != 0);
            let lacks: Vec<_> = signed.filter(|relation| !table.contains_key(&relation.id)).collect();
            assert!(lacks.is_empty(), "{scale} lacks {lacks:?}");
        }
    }

    #[test]
    fn every_fault_is_named() {
        let found = causes(&[("attack", -3.0), ("attacks", -30.0), ("supports", -1.0), ("leads", 1.0)]);
        let expected = [
            "`attack` is no relation (add the relation, or write `attacks`)",
            "attacks = -30 is out of range (write -10 to 10)",
            "leads = 1 contradicts the sign 0",
            "supports = -1 contradicts the sign 1",
        ];
        assert_eq!(found.len(), expected.len(), "{found:?}");
        for cause in expected {
            assert!(found.iter().any(|line| line.contains(cause)), "{cause} in {found:?}");
        }
    }
}
