//! Which sentences get a tree of the shipped model, and of which words.

use super::hand::{Read, unparsed};
use aliansi::model::{Binder, Token};
use aliansi::ontology::Ontology;
use aliansi::pipeline::{self, analyze};

fn parse(text: &str) -> Read {
    let mut read = unparsed(text);
    analyze::parse(&read.document, &mut read.sentences, &read.mentions, Ontology::shipped());
    read
}

fn has_tree(text: &str) -> bool {
    parse(text).sentences[0].tokens.iter().any(|token| token.head.is_some())
}

fn token<'r>(read: &'r Read, form: &str) -> (usize, &'r Token) {
    read.sentences[0].tokens.iter().enumerate().find(|(_, token)| token.form == form).unwrap()
}

#[test]
fn two_actors_and_a_cue_are_worth_a_tree() {
    assert!(has_tree("Iran mendukung Suriah."));
    assert!(!has_tree("Iran mendukung usulan."), "one actor");
    assert!(!has_tree("Iran jauh dari Suriah."), "no cue");
    assert!(has_tree("Iran mendukung usulan itu."), "one actor, and a word that points back to another");
}

#[test]
fn every_sentence_is_judged_by_its_own_mentions() {
    let read = parse("Iran jauh. Iran mendukung Suriah. Rusia mendukung usulan. Rusia menyerang Ukraina.");
    let roots = |tokens: &[Token]| tokens.iter().filter(|token| token.relation == "root").count();
    let roots: Vec<usize> = read.sentences.iter().map(|sentence| roots(&sentence.tokens)).collect();
    assert_eq!(roots, [0, 1, 0, 1]);
}

#[test]
fn a_name_of_several_words_is_one_word_to_the_parser() {
    let read = parse("Uni Emirat Arab mendukung Arab Saudi.");
    let (first, _) = token(&read, "uni");
    for at in [first + 1, first + 2] {
        let token = &read.sentences[0].tokens[at];
        assert_eq!((token.head, token.relation.as_str()), (Some(first as u32), "flat:name"));
    }
    assert_eq!(token(&read, "uni").1.relation, "nsubj");
}

#[test]
fn a_title_is_no_part_of_the_name() {
    let read = parse("Presiden Rusia Vladimir Putin mendukung Iran.");
    let (title, _) = token(&read, "presiden");
    let (name, _) = token(&read, "vladimir");
    let surname = token(&read, "putin").1;
    assert!(title < name);
    assert_eq!((surname.head, surname.relation.as_str()), (Some(name as u32), "flat:name"));
}

#[test]
fn a_language_without_a_model_keeps_its_sentences() {
    let ontology = Ontology::shipped().clone().without_models();
    let mut read = unparsed("Iran mendukung Suriah.");
    let before = read.sentences.clone();
    analyze::parse(&read.document, &mut read.sentences, &read.mentions, &ontology);
    assert_eq!(read.sentences, before);
}

#[test]
fn the_pipeline_parses() {
    let document = unparsed("Iran mendukung Suriah.").document;
    let claims = pipeline::claims(&document, Ontology::shipped());
    assert_eq!(claims[0].binder, Binder::Both);
}
