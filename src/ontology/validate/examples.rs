//! Every relation is tested, in each language that it has frames for.

use std::collections::BTreeSet;

use crate::ontology::expectation::Expectation;
use crate::ontology::{Example, Ontology, Problem, Relation};

pub(super) fn problems(ontology: &Ontology) -> Vec<Problem> {
    let relations = ontology.relations.iter();
    relations.flat_map(|relation| [untested(relation), malformed(ontology, relation)].concat()).collect()
}

fn untested(relation: &Relation) -> Vec<Problem> {
    let languages: BTreeSet<&str> = relation.frames.iter().map(|frame| frame.language.as_str()).collect();
    let tested = |examples: &[Example], language: &str| examples.iter().any(|one| one.language == language);
    let mut problems = Vec::new();
    for language in languages {
        for (key, examples) in
            [("example", &relation.examples), ("counterexample", &relation.counterexamples)]
        {
            if !tested(examples, language) {
                let cause = format!("frames, but no {key} in the language `{language}`");
                problems.push(Problem::new((relation.file(), None), cause, format!("add a [[{key}]]")));
            }
        }
    }
    problems
}

fn malformed(ontology: &Ontology, relation: &Relation) -> Vec<Problem> {
    let examples = relation.examples.iter().flat_map(|example| example_faults(ontology, relation, example));
    let needless = relation.counterexamples.iter().filter(|example| !example.claims.is_empty());
    let needless = needless.map(|example| {
        let fix = "remove `claims`, or make it an [[example]]";
        problem(ontology, relation, example, "a counterexample lists claims", fix)
    });
    let all = relation.examples.iter().chain(&relation.counterexamples);
    let foreign = all.filter(|example| !ontology.languages.contains_key(&example.language));
    let foreign = foreign.map(|example| {
        let fix = super::one_of(ontology.languages.keys().map(String::as_str));
        let cause = format!("no language `{}` is known", example.language);
        problem(ontology, relation, example, &cause, &format!("write {fix}"))
    });
    examples.chain(needless).chain(foreign).collect()
}

fn example_faults(ontology: &Ontology, relation: &Relation, example: &Example) -> Vec<Problem> {
    if example.claims.is_empty() {
        let fix = "list its claims, or make it a [[counterexample]]";
        return vec![problem(ontology, relation, example, "an example lists no claim", fix)];
    }
    let faults = example.claims.iter().filter_map(|claim| match claim.parse::<Expectation>() {
        Err(cause) => {
            let fix = "write `SUBJECT RELATION OBJECT`, and `[STATUS]` if it matters";
            Some(problem(ontology, relation, example, &format!("`{claim}` is no claim: {cause}"), fix))
        }
        Ok(expected) if expected.relation != relation.id => {
            let fix = format!("move it to relations/{}.toml", expected.relation);
            Some(problem(ontology, relation, example, &format!("`{claim}` is of another relation"), &fix))
        }
        Ok(_) => None,
    });
    faults.collect()
}

fn problem(ontology: &Ontology, relation: &Relation, example: &Example, cause: &str, fix: &str) -> Problem {
    Problem::new(
        ontology.sources.words(&relation.file(), &example.text),
        format!("“{}”: {cause}", example.text),
        fix,
    )
}

#[cfg(test)]
mod tests {
    use crate::ontology::samples::{SUPPORTS, changed, relation_messages};

    const CLAIMS: &str = "claims = [\"iran supports syria\"]";

    #[test]
    fn each_language_with_frames_has_examples() {
        let bare = &SUPPORTS[..SUPPORTS.find("[[example]]").unwrap()];
        assert_eq!(
            relation_messages(bare),
            [
                "relations/supports.toml: frames, but no counterexample in the language `id` (add a [[counterexample]])",
                "relations/supports.toml: frames, but no example in the language `id` (add a [[example]])",
            ]
        );
    }

    #[test]
    fn an_example_lists_claims_of_its_relation() {
        let here = "relations/supports.toml:16: “Iran mendukung Suriah.”: ";
        let none = "an example lists no claim (list its claims, or make it a [[counterexample]])";
        assert_eq!(changed(CLAIMS, ""), [format!("{here}{none}")]);
        let other = "`iran attacks syria` is of another relation (move it to relations/attacks.toml)";
        assert_eq!(changed(CLAIMS, "claims = [\"iran attacks syria\"]"), [format!("{here}{other}")]);
        let short = changed(CLAIMS, "claims = [\"iran supports\"]");
        assert!(short[0].starts_with(&format!("{here}`iran supports` is no claim: a claim has three parts")));
    }

    #[test]
    fn a_counterexample_lists_none() {
        let text = "text = \"Suriah tidur.\"";
        let message =
            "“Suriah tidur.”: a counterexample lists claims (remove `claims`, or make it an [[example]])";
        assert_eq!(
            changed(text, &format!("{text}\n{CLAIMS}")),
            [format!("relations/supports.toml:21: {message}")]
        );
    }

    #[test]
    fn an_example_is_in_a_known_language() {
        let added = SUPPORTS.to_owned() + "\n[[counterexample]]\nlanguage = \"xx\"\ntext = \"?\"\n";
        let message = "relations/supports.toml:25: “?”: no language `xx` is known (write `id`)";
        assert_eq!(relation_messages(&added), [message]);
    }
}
