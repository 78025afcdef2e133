//! What must hold of an ontology beyond its schema. One rule family a file.

mod actors;
mod examples;
mod frames;
mod ids;
mod names;
mod relations;
mod words;

use super::{Ontology, Problem};

/// Every broken rule, sorted by file and line. An ontology without problems can be worked with.
///
/// Lines are known where the ontology was read from a folder.
pub fn validate(ontology: &Ontology) -> Vec<Problem> {
    let rules = [
        ids::problems,
        names::problems,
        actors::problems,
        relations::problems,
        frames::problems,
        examples::problems,
        words::problems,
    ];
    let mut problems: Vec<Problem> = rules.iter().flat_map(|rule| rule(ontology)).collect();
    problems.sort();
    problems.dedup();
    problems
}

/// `a`, `b` or `c`, for the fix of a problem.
fn one_of<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    words.into_iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}

/// The fix for a reference to nothing, which may be a slip of the pen.
fn add_or_write(what: &str, near: Option<&str>) -> String {
    near.map_or_else(|| format!("add {what}"), |near| format!("add {what}, or write `{near}`"))
}

#[cfg(test)]
pub(super) mod broken {
    //! Small ontologies with one fault each.

    use crate::ontology::Ontology;
    use crate::ontology::bundle::File;
    use crate::ontology::load::{assemble, whole_relation};
    use crate::ontology::parse::Format;

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

    /// Messages of the problems of an ontology made of these files.
    pub fn messages(texts: &[(&str, &str)]) -> Vec<String> {
        super::validate(&ontology(texts)).iter().map(ToString::to_string).collect()
    }

    /// Messages for an Indonesian grammar with one preposition, and one relation file.
    pub fn relation_messages(relation: &str) -> Vec<String> {
        let grammar = "[words]\nADP = [\"terhadap\", \"dengan\"]\nPRON = [\"mereka\"]\n[lists]\n";
        messages(&[("languages/id/grammar.toml", grammar), ("relations/supports.toml", relation)])
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
}
