//! Sentences with the claims that they hold, in `tests/cases/LANGUAGE/*.md`, which a person can read and add to.
//! `tests/cases/README.md` says how they are written.
#![allow(clippy::unwrap_used)] // a test that panics fails

#[path = "cases/claim.rs"]
mod claim;
#[path = "cases/file.rs"]
mod file;
#[path = "cases/outcome.rs"]
mod outcome;

use std::collections::BTreeSet;

use aliansi::model::kebab;
use aliansi::ontology::Ontology;
use claim::Claim;
use file::Case;
use rayon::prelude::*;

/// Every case with what the program makes of it.
fn outcomes() -> Vec<outcome::Outcome> {
    let cases = file::every_case();
    assert!(!cases.is_empty(), "no case was found below tests/cases");
    cases.into_par_iter().map(|case| outcome::of(case, Ontology::shipped())).collect()
}

#[test]
fn every_case_gives_exactly_its_claims() {
    let outcomes = outcomes();
    let failed = outcomes.iter().filter(|outcome| outcome.case.pending.is_none() && !outcome.passes());
    let diffs: Vec<String> = failed.map(ToString::to_string).collect();
    let summary = format!("{} of {} cases fail", diffs.len(), outcomes.len());
    assert!(diffs.is_empty(), "{summary} (- missing, + unexpected):\n\n{}", diffs.join("\n"));
}

#[test]
fn pending_cases_still_fail() {
    let outcomes = outcomes();
    let passed = outcomes.iter().filter(|outcome| outcome.case.pending.is_some() && outcome.passes());
    let lines: Vec<String> =
        passed.map(|outcome| format!("{}: now passes, remove its pending line", outcome.case)).collect();
    assert!(lines.is_empty(), "\n{}", lines.join("\n"));
}

/// A slip of the pen would make a case fail for ever, which a pending one is meant to.
#[test]
fn cases_name_what_the_ontology_or_their_text_knows() {
    let ontology = Ontology::shipped();
    let mut unknown = Vec::new();
    for case in file::every_case() {
        let known = Known::of(&case, ontology);
        let strange = case.claims.iter().flat_map(Claim::names).filter(|name| !known.holds(name));
        unknown.extend(strange.map(|name| format!("{case}: nobody is called `{name}`")));
        let relations = case.claims.iter().map(|claim| &claim.relation);
        let strange = relations.filter(|relation| ontology.relation(relation).is_none());
        unknown.extend(strange.map(|relation| format!("{case}: `{relation}` is no relation")));
    }
    assert!(unknown.is_empty(), "\n{}", unknown.join("\n"));
}

#[test]
fn cases_of_a_file_have_names_of_their_own() {
    let mut names = BTreeSet::new();
    for case in file::every_case() {
        assert!(names.insert((case.file.clone(), case.name.clone())), "{case}: the name is taken");
    }
}

/// Whom a case may name.
struct Known<'a> {
    ontology: &'a Ontology,
    text: String,
}

impl<'a> Known<'a> {
    fn of(case: &Case, ontology: &'a Ontology) -> Self {
        Self { ontology, text: format!("-{}-", kebab(&case.text)) }
    }

    /// Actors of the ontology, people of the text, and groups and offices of both.
    fn holds(&self, id: &str) -> bool {
        match id.rsplit_once('/') {
            Some((owner, part)) => self.holds(owner) && self.is_part(part),
            None => self.ontology.actor(id).is_some() || self.is_part(id) || self.in_text(id),
        }
    }

    fn in_text(&self, id: &str) -> bool {
        self.text.contains(&format!("-{id}-"))
    }

    fn is_part(&self, part: &str) -> bool {
        let groups = self.ontology.groups.iter().map(|group| &group.id);
        let roles = self.ontology.roles.iter().map(|role| &role.id);
        groups.chain(roles).any(|id| id == part || format!("{id}s") == part)
    }
}
