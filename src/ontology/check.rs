//! Runs the examples and counterexamples of the relation files.

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::expectation::Expectation;
use super::{Example, Ontology, Problem, Relation};
use crate::model::Document;
use crate::pipeline;

/// Every example whose claims of its relation are not exactly those that it lists, or are although it is pending, in the
/// order of relations and then of their files: first the examples, then the counterexamples.
///
/// Claims that do not parse are left out here: [`super::validate`] reports them.
pub fn check(ontology: &Ontology) -> Vec<Problem> {
    let cases: Vec<(&Relation, &Example)> = ontology.relations.iter().flat_map(cases).collect();
    let problems = cases.par_iter().map(|(relation, example)| run(ontology, relation, example));
    problems.collect::<Vec<_>>().into_iter().flatten().collect()
}

fn cases(relation: &Relation) -> impl Iterator<Item = (&Relation, &Example)> {
    relation.examples.iter().chain(&relation.counterexamples).map(move |example| (relation, example))
}

fn run(ontology: &Ontology, relation: &Relation, example: &Example) -> Option<Problem> {
    let parsed = example.claims.iter().filter_map(|claim| claim.parse::<Expectation>().ok());
    let expected: BTreeSet<Expectation> = parsed.map(|claim| ordered(relation, claim)).collect();
    let found = found(ontology, relation, example);
    let (cause, fix) = match (agree(&expected, &found), &example.pending) {
        (true, None) | (false, Some(_)) => return None,
        (true, Some(_)) => (format!("“{}”: is read rightly now", example.text), "remove `pending`"),
        (false, None) => (
            format!("“{}”: expected {}, found {}", example.text, list(&expected), list(&found)),
            "change the frames, or the example if it is wrong",
        ),
    };
    Some(Problem::new(ontology.sources.words(&relation.file(), &example.text), cause, fix))
}

fn found(ontology: &Ontology, relation: &Relation, example: &Example) -> BTreeSet<Expectation> {
    let document = Document {
        id: String::from("example"),
        text: example.text.clone(),
        language: Some(example.language.clone()),
        ..Document::default()
    };
    let claims =
        pipeline::claims(&document, ontology).into_iter().filter(|claim| claim.relation == relation.id);
    let claims = claims.map(|claim| Expectation {
        subject: claim.subject.actor.id.clone(),
        relation: claim.relation,
        object: claim.object.actor.id.clone(),
        status: Some(claim.status),
    });
    claims.map(|claim| ordered(relation, claim)).collect()
}

/// The claim with the actors of a symmetric relation in one order.
fn ordered(relation: &Relation, mut claim: Expectation) -> Expectation {
    if relation.symmetric && claim.subject > claim.object {
        std::mem::swap(&mut claim.subject, &mut claim.object);
    }
    claim
}

/// Each expected claim is found, with its status if it has one, and each found one is expected.
fn agree(expected: &BTreeSet<Expectation>, found: &BTreeSet<Expectation>) -> bool {
    let meets = |want: &Expectation, have: &Expectation| {
        (&want.subject, &want.object) == (&have.subject, &have.object)
            && want.status.is_none_or(|status| Some(status) == have.status)
    };
    expected.iter().all(|want| found.iter().any(|have| meets(want, have)))
        && found.iter().all(|have| expected.iter().any(|want| meets(want, have)))
}

fn list(claims: &BTreeSet<Expectation>) -> String {
    if claims.is_empty() {
        return String::from("nothing");
    }
    claims.iter().map(|claim| format!("`{claim}`")).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn relation() -> Relation {
        toml::from_str(crate::ontology::samples::SUPPORTS).unwrap()
    }

    fn set(claims: &[&str]) -> BTreeSet<Expectation> {
        claims.iter().map(|claim| claim.parse().unwrap()).collect()
    }

    #[test]
    fn statuses_count_only_where_they_are_given() {
        let found = set(&["a supports b [planned]"]);
        assert!(agree(&set(&["a supports b"]), &found));
        assert!(agree(&set(&["a supports b [planned]"]), &found));
        assert!(!agree(&set(&["a supports b [asserted]"]), &found));
    }

    #[test]
    fn both_too_few_and_too_many_disagree() {
        let one = set(&["a supports b"]);
        let two = set(&["a supports b", "a supports c"]);
        assert!(!agree(&one, &two));
        assert!(!agree(&two, &one));
        assert!(agree(&set(&[]), &set(&[])));
        assert!(!agree(&set(&[]), &one));
    }

    #[test]
    fn a_symmetric_claim_reads_both_ways() {
        let mut relation = relation();
        relation.symmetric = true;
        let claim: Expectation = "b supports a".parse().unwrap();
        assert_eq!(ordered(&relation, claim.clone()).to_string(), "a supports b");
        relation.symmetric = false;
        assert_eq!(ordered(&relation, claim).to_string(), "b supports a");
    }

    #[test]
    fn an_example_that_fails_says_what_was_expected_and_found() {
        let mut relation = relation();
        relation.examples[0].text = String::from("?");
        let ontology = Ontology { relations: vec![relation], ..Ontology::default() };
        let problems = check(&ontology);
        assert_eq!(problems.len(), 1);
        let cause = "“?”: expected `iran supports syria`, found nothing";
        let fix = "(change the frames, or the example if it is wrong)";
        assert_eq!(problems[0].to_string(), format!("relations/supports.toml: {cause} {fix}"));
    }

    #[test]
    fn a_pending_example_must_fail() {
        let mut relation = relation();
        relation.examples[0].pending = Some(String::from("why"));
        relation.examples[0].text = String::from("?");
        let mut ontology = Ontology { relations: vec![relation], ..Ontology::default() };
        assert!(check(&ontology).is_empty());
        ontology.relations[0].examples[0].claims.clear();
        let problems = check(&ontology);
        assert!(problems[0].to_string().contains("is read rightly now"), "{problems:?}");
    }
}
