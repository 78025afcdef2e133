//! Models in a folder over the shipped ontology.

use std::fs;

use aliansi::model::{Binder, Claim};
use aliansi::ontology::Ontology;
use aliansi::pipeline::{self, analyze};
use aliansi::syntax::{Analyzer, Model, train};
use tempfile::TempDir;

use super::hand::unparsed;
use crate::treebank;

/// The bytes of a small model of a made-up language that says it is of this one.
fn made_up(language: &str) -> Vec<u8> {
    let options = aliansi::syntax::Options { language: language.to_owned(), ..treebank::options(1) };
    train(&treebank::trees(40), &options, |_| ()).unwrap()
}

fn folder(path: &str, bytes: &[u8]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, bytes).unwrap();
    folder
}

fn overlaid(path: &str, bytes: &[u8]) -> Result<Ontology, String> {
    let overlaid = Ontology::overlaid(folder(path, bytes).path());
    overlaid.map_err(|problems| problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
}

/// The one fault of a folder with nothing but this model in it.
fn refusal(path: &str, bytes: &[u8]) -> String {
    overlaid(path, bytes).unwrap_err()
}

fn claims(ontology: &Ontology) -> Vec<Claim> {
    pipeline::claims(&unparsed("Iran mendukung Suriah.").document, ontology)
}

#[test]
fn a_model_of_a_folder_replaces_the_shipped_one_of_its_language() {
    let bytes = made_up("id");
    let ontology = overlaid("languages/id/syntax.model", &bytes).unwrap();
    assert_eq!(ontology.models.get("id"), Some(&Model::load(&bytes).unwrap()));
    assert_eq!(ontology.models.get("en"), Ontology::shipped().models.get("en"));
}

#[test]
fn it_is_the_one_that_parses() {
    let bytes = made_up("id");
    let ontology = overlaid("languages/id/syntax.model", &bytes).unwrap();
    let mut read = unparsed("Iran mendukung Suriah.");
    analyze::parse(&read.document, &mut read.sentences, &read.mentions, &ontology);
    let model = Model::load(&bytes).unwrap();
    let mut analyzer = Analyzer::new(&model);
    let words = analyzer.analyze(&["Iran", "mendukung", "Suriah", "."], &[]);
    let expected: Vec<_> = words.iter().map(|word| (word.head, model.label(word).to_owned())).collect();
    let tokens = read.sentences.remove(0).tokens.into_iter();
    assert_eq!(tokens.map(|token| (token.head, token.relation)).collect::<Vec<_>>(), expected);
}

#[test]
fn the_version_of_the_ontology_changes_with_its_model() {
    let plain = Ontology::overlaid(tempfile::tempdir().unwrap().path()).unwrap();
    let one = overlaid("languages/id/syntax.model", &made_up("id")).unwrap();
    let other = overlaid("languages/en/syntax.model", &made_up("en")).unwrap();
    assert_eq!(plain.hash, Ontology::shipped().hash);
    let hashes = [&plain.hash, &one.hash, &other.hash];
    assert!((0..3).all(|at| hashes[at] != hashes[(at + 1) % 3]), "{hashes:?}");
}

#[test]
fn without_models_chunks_bind_alone_and_the_version_says_so() {
    let without = Ontology::shipped().clone().without_models();
    assert_eq!(claims(Ontology::shipped())[0].binder, Binder::Both);
    let alone = claims(&without);
    assert_eq!((alone[0].binder, alone[0].subject.binder), (Binder::Chunk, Binder::Chunk));
    assert_ne!(without.hash, Ontology::shipped().hash);
}

#[test]
fn a_damaged_model_is_refused() {
    let mut bytes = made_up("id");
    *bytes.last_mut().unwrap() ^= 1;
    let refusal = refusal("languages/id/syntax.model", &bytes);
    assert!(refusal.starts_with("languages/id/syntax.model: damaged model: "), "{refusal}");
    assert!(refusal.contains("fetch or train it again"), "{refusal}");
}

#[test]
fn a_file_that_is_no_model_is_refused() {
    let refusal = refusal("languages/id/syntax.model", b"version https://example.org\n");
    assert!(refusal.starts_with("languages/id/syntax.model: no model of aliansi: "), "{refusal}");
    assert!(refusal.contains("aliansi model train"), "{refusal}");
}

#[test]
fn a_model_of_another_format_is_refused() {
    let mut bytes = made_up("id");
    bytes[8] = 9; // behind the mark
    let refusal = refusal("languages/id/syntax.model", &bytes);
    assert!(refusal.starts_with("languages/id/syntax.model: model of format 9, "), "{refusal}");
    assert!(refusal.contains("train it anew"), "{refusal}");
}

#[test]
fn a_model_of_another_language_is_refused() {
    let refusal = refusal("languages/id/syntax.model", &made_up("en"));
    let expected =
        "languages/id/syntax.model: the model is of the language `en` (move it to languages/en/syntax.model)";
    assert_eq!(refusal, expected);
}

#[test]
fn a_model_in_another_place_is_refused() {
    for path in ["syntax.model", "languages/syntax.model", "languages/id/my.model"] {
        let refusal = refusal(path, &made_up("id"));
        let expected = format!(
            "{path}: nothing reads a model in this place (move it to languages/LANGUAGE/syntax.model)"
        );
        assert_eq!(refusal, expected);
    }
}

#[test]
fn a_folder_by_itself_is_read_alike() {
    let problems = Ontology::from_dir(folder("languages/id/syntax.model", b"x").path()).unwrap_err();
    assert!(problems[0].to_string().contains("no model of aliansi"), "{problems:?}");
}
