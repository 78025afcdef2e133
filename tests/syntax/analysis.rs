//! What an analyzer says of sentences.

use aliansi::model::Upos;
use aliansi::syntax::{Analyzer, Word};

use super::treebank::MODEL;

/// Head (0 for the root, else from 1) and relation of every word.
fn analyze(text: &str, names: &[std::ops::Range<usize>]) -> Vec<(usize, String)> {
    let forms: Vec<&str> = text.split(' ').collect();
    let mut analyzer = Analyzer::new(&MODEL);
    let show = |word: &Word| (word.head.map_or(0, |head| head as usize + 1), MODEL.label(word).to_owned());
    analyzer.analyze(&forms, names).iter().map(show).collect()
}

fn labels(found: &[(usize, String)]) -> Vec<(usize, &str)> {
    found.iter().map(|(head, label)| (*head, label.as_str())).collect()
}

#[test]
fn words_get_tags_heads_and_relations() {
    let mut analyzer = Analyzer::new(&MODEL);
    let words = analyzer.analyze(&["Bora", "dipetak", "Anda", "."], &[]);
    let verb = MODEL.tag(&words[1]);
    assert_eq!((verb.upos, verb.feature("Voice")), (Upos::Verb, Some("Pass")));
    let found = analyze("Bora dipetak Anda .", &[]);
    assert_eq!(labels(&found), [(2, "nsubj:pass"), (0, "root"), (2, "obj"), (2, "punct")]);
}

#[test]
fn names_of_the_caller_are_one_word_and_come_apart_again() {
    let found = analyze("Bora Uvu Wawa mempetak Eka Sanu .", &[0..3, 4..6]);
    let expected = [
        (4, "nsubj"),
        (1, "flat:name"),
        (1, "flat:name"),
        (0, "root"),
        (4, "obj"),
        (5, "flat:name"),
        (4, "punct"),
    ];
    assert_eq!(labels(&found), expected);
}

#[test]
fn senseless_names_are_not_heeded() {
    let plain = analyze("Bora mempetak Eka .", &[]);
    assert_eq!(analyze("Bora mempetak Eka .", &[1..1, 2..9]), plain);
    assert_eq!(analyze("Bora mempetak Eka .", &[0..1, 3..4]), plain);
    let first = analyze("Bora mempetak Eka .", &[0..2]);
    assert_eq!(analyze("Bora mempetak Eka .", &[0..2, 1..3]), first);
}

#[test]
fn no_words_are_no_fault() {
    assert!(Analyzer::new(&MODEL).analyze::<&str>(&[], &[]).is_empty());
    assert_eq!(Analyzer::new(&MODEL).analyze(&[""], &[]).len(), 1);
}

#[test]
fn a_list_of_a_thousand_words_is_one_tree() {
    let forms = ["Bora", "mempetak", "Eka", ","].repeat(250);
    let mut analyzer = Analyzer::new(&MODEL);
    let words = analyzer.analyze(&forms, &[10..12]);
    assert_eq!(words.len(), 1000);
    assert_eq!(words.iter().filter(|word| word.head.is_none()).count(), 1);
    let up = |at: &usize| words[*at].head.map(|head| head as usize);
    for start in 0..words.len() {
        assert!(std::iter::successors(Some(start), up).take(1001).count() <= 1000, "a circle above {start}");
    }
}

#[test]
fn an_analyzer_forgets_the_sentence_before() {
    let mut analyzer = Analyzer::new(&MODEL);
    analyzer.analyze(&["Bora", "Sanu", "dipetak", "Anda", "."], &[0..2]);
    let again = analyzer.analyze(&["Bora", "dipetak", "Anda", "."], &[]).to_vec();
    assert_eq!(again, Analyzer::new(&MODEL).analyze(&["Bora", "dipetak", "Anda", "."], &[]));
}
