//! Small ontologies for tests.

use super::bundle::File;
use super::load::{assemble, whole_relation};
use super::parse::Format;
use super::{Ontology, overlay, validate};

/// Files from their paths and texts.
pub fn files(files: &[(&str, &str)]) -> Vec<File> {
    let file =
        |(path, text): &(&str, &str)| File { path: (*path).to_owned(), text: (*text).to_owned().into() };
    files.iter().map(file).collect()
}

/// The ontology that the files make.
pub fn ontology(texts: &[(&str, &str)]) -> Ontology {
    let (ontology, problems) = assemble(Format::Toml, files(texts), &whole_relation);
    assert!(problems.is_empty(), "{problems:#?}");
    ontology
}

/// The ontology that the first files make, with the others over it.
pub fn overlaid(base: &[(&str, &str)], top: &[(&str, &str)]) -> Ontology {
    let (overlaid, problems) = overlay::over(&ontology(base), files(top));
    assert!(problems.is_empty(), "{problems:#?}");
    overlaid
}

/// Messages of the problems of an ontology made of these files.
pub fn messages(texts: &[(&str, &str)]) -> Vec<String> {
    validate(&ontology(texts)).iter().map(ToString::to_string).collect()
}

/// Messages for an Indonesian grammar with one preposition, and one relation file.
pub fn relation_messages(relation: &str) -> Vec<String> {
    let grammar = "[words]\nADP = [\"terhadap\", \"dengan\"]\nPRON = [\"mereka\"]\n[lists]\n";
    messages(&[("languages/id/grammar.toml", grammar), ("relations/supports.toml", relation)])
}

/// Messages for [`SUPPORTS`] with a part of it replaced.
pub fn changed(from: &str, to: &str) -> Vec<String> {
    assert!(SUPPORTS.contains(from));
    relation_messages(&SUPPORTS.replace(from, to))
}

/// A sound relation file, to which a test adds or in which it replaces.
pub const SUPPORTS: &str = r#"id = "supports"
label = { en = "supports" }
definition = "The subject backs the object."
sign = 1
weight = 5.0

[[frame]]
name = "back"
language = "id"
verbs = ["mendukung"]
subject = ["subject"]
object = ["object"]

[[example]]
language = "id"
text = "Iran mendukung Suriah."
claims = ["iran supports syria"]

[[counterexample]]
language = "id"
text = "Suriah tidur."
"#;

#[test]
fn a_sound_ontology_has_no_problems() {
    assert_eq!(relation_messages(SUPPORTS), Vec::<String>::new());
}
