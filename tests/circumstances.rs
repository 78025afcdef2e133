//! Sentences with the circumstances of their claims, in `tests/circumstances/LANGUAGE/PART.md`: a sentence, and after it a line
//! for each claim, `- SUBJECT RELATION OBJECT: VALUE`. The part (`when`, `contexts`, `via`, `others`) is that of the file.
//! Every document is published on Thursday, 12 June 2025.
#![allow(clippy::unwrap_used)] // a test that panics fails

use std::path::{Path, PathBuf};

use aliansi::model::{Actor, Claim, Document, View, When};
use aliansi::ontology::Ontology;
use aliansi::pipeline;
use serde::Serialize;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/circumstances")
}

fn claims(text: &str, language: &str, published: Option<&str>, ontology: &Ontology) -> Vec<Claim> {
    let document = Document {
        id: "test".to_owned(),
        text: text.to_owned(),
        language: Some(language.to_owned()),
        published: published.map(|date| date.parse().unwrap()),
        ..Document::default()
    };
    pipeline::claims(&document, ontology)
}

/// Checks the cases of a part in both languages.
fn check(part: &str, show: impl Fn(&Claim) -> String) {
    let ontology = Ontology::shipped();
    let (mut cases, mut wrong) = (0, Vec::new());
    for language in ["id", "en"] {
        let file = std::fs::read_to_string(folder().join(language).join(format!("{part}.md"))).unwrap();
        let mut found = Vec::new();
        for line in file.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let Some(expected) = line.strip_prefix("- ") else {
                found = claims(line, language, Some("2025-06-12"), ontology);
                wrong.extend(found.is_empty().then(|| format!("{line}\n  no claim")));
                continue;
            };
            cases += 1;
            let shown: Vec<String> =
                found.iter().map(|claim| format!("{}: {}", triple(claim), show(claim))).collect();
            let right = shown.iter().any(|shown| shown == expected);
            wrong.extend(
                (!right).then(|| format!("expected {expected}\n  found {}", shown.join("\n        "))),
            );
        }
    }
    assert!(cases > 0 && wrong.is_empty(), "{} of {cases} are wrong:\n{}", wrong.len(), wrong.join("\n"));
}

fn triple(claim: &Claim) -> String {
    format!("{} {} {}", claim.subject.actor.id, claim.relation, claim.object.actor.id)
}

fn word(value: impl Serialize) -> String {
    serde_json::to_value(value).unwrap().as_str().unwrap().to_owned()
}

/// `from..to precision basis phase`, or `none`.
fn when(claim: &Claim) -> String {
    let Some(When { from, to, precision, basis, phase }) = &claim.when else { return "none".to_owned() };
    let (from, to) = [from, to].map(|date| date.as_ref().map_or("?", |date| date.as_str())).into();
    format!("{from}..{to} {} {} {}", word(precision), word(basis), word(phase))
}

fn or_none(words: Vec<String>) -> String {
    if words.is_empty() { "none".to_owned() } else { words.join(", ") }
}

#[test]
fn times_are_those_of_the_clause() {
    check("when", when);
}

#[test]
fn contexts_are_told_by_words_of_the_clause() {
    check("contexts", |claim| or_none(claim.contexts.clone()));
}

#[test]
fn a_cited_medium_is_no_speaker() {
    let id = |actor: &Actor| actor.id.clone();
    check("via", |claim| {
        let via = claim.via.clone().unwrap_or("none".to_owned());
        claim.attributed_to.as_ref().map_or(via.clone(), |speaker| format!("{via} by {}", id(speaker)))
    });
}

#[test]
fn others_take_part_in_a_role() {
    let other = |other: &aliansi::model::Other| format!("{} {}", other.role, other.actor.id);
    check("others", |claim| or_none(claim.others.iter().map(other).collect()));
}

#[test]
fn without_a_publication_only_what_the_text_dates_is_known() {
    let ontology = Ontology::shipped();
    let when_of = |text: &str, published| when(&claims(text, "id", published, ontology)[0]);
    assert_eq!(when_of("Tahun lalu, Israel menyerang Iran.", None), "none");
    assert_eq!(
        when_of("Tahun lalu, Israel menyerang Iran.", Some("2025")),
        "2024..2024 year published holds"
    );
    assert_eq!(when_of("Kemarin, Israel menyerang Iran.", Some("2025-06")), "none");
    assert_eq!(when_of("Pada 2022, Israel menyerang Iran.", None), "2022..2022 year text holds");
    assert_eq!(when_of("Selama Perang Dingin, Rusia mendukung Iran.", None), "1947..1991 era text past");
}

/// An edge that only tells of history is no plain edge; one that ended before the report is none either.
#[test]
fn history_earns_no_plain_edge() {
    let ontology = Ontology::shipped();
    let plain = |text: &str| {
        let claims = claims(text, "id", Some("2025-06-12"), ontology);
        let documents =
            vec![Document { id: "test".to_owned(), text: text.to_owned(), ..Document::default() }];
        let graph = pipeline::grade::grade(
            pipeline::fuse::fuse((documents, claims).into(), &View::default(), ontology),
            ontology,
        );
        let plain: Vec<bool> = graph.edges().map(|(_, edge, _)| edge.plain).collect();
        plain
    };
    assert_eq!(plain("Rusia mendukung Iran."), [true]);
    assert_eq!(plain("Rusia mendukung Iran sejak 1979."), [true]);
    assert_eq!(plain("Rusia mendukung Iran selama Perang Dingin."), [false]);
    assert_eq!(plain("Rusia mendukung Iran hingga 2020."), [false]);
    assert_eq!(plain("Iran adalah bekas sekutu Rusia."), [false]);
    assert_eq!(plain("Rusia mendukung Iran selama Perang Dingin. Rusia mendukung Iran."), [true]);
}

/// Ids do not depend on circumstances.
#[test]
fn circumstances_change_no_claim_id() {
    let ontology = Ontology::shipped();
    let claim = |published| claims("Tahun lalu, Israel menyerang Iran.", "id", published, ontology).remove(0);
    let (dated, undated) = (claim(Some("2025-06-12")), claim(None));
    assert_ne!(dated.when, undated.when);
    assert_eq!((dated.claim, dated.evidence), (undated.claim, undated.evidence));
}
