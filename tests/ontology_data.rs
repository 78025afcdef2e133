//! The shipped ontology is sound, and what it knows stands in it alone.

#![allow(clippy::unwrap_used)] // a failed step is a failed test

mod literals;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use aliansi::ontology::Ontology;
use regex::Regex;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// The ontology of the repository, read from its folder so that problems name lines.
fn ontology() -> Ontology {
    Ontology::from_dir(&Path::new(ROOT).join("ontology")).unwrap_or_else(|problems| {
        let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
        panic!("{} problems:\n{}", lines.len(), lines.join("\n"))
    })
}

#[test]
fn the_shipped_ontology_has_no_problems() {
    assert!(!ontology().actors.is_empty());
}

#[test]
fn the_code_knows_no_actor_and_no_cue() {
    let aliases = aliases(Ontology::shipped());
    let cues = long_cues(Ontology::shipped());
    assert!(!aliases.is_empty() && !cues.is_empty());
    let known = |literal: &str| {
        literal.split(|c: char| !(c.is_alphanumeric() || " -'.".contains(c))).any(|part| {
            let part = part.trim();
            aliases.contains(part) || cues.contains(part.to_lowercase().as_str())
        })
    };
    let literals = literals::of_folder(&Path::new(ROOT).join("src"));
    let found = literals.iter().filter(|(_, literal)| known(literal));
    let found: Vec<String> = found.map(|(place, literal)| format!("{place}: {literal:?}")).collect();
    assert!(found.is_empty(), "move to ontology/:\n{}", found.join("\n"));
}

/// Names of actors that have at least four letters.
fn aliases(ontology: &Ontology) -> BTreeSet<&str> {
    let names = ontology.actors.iter().flat_map(|actor| actor.all_names().map(|(_, name)| name));
    names.filter(|name| name.chars().count() >= 4).collect()
}

/// Cues of several words.
fn long_cues(ontology: &Ontology) -> BTreeSet<&str> {
    let frames = ontology.relations.iter().flat_map(|relation| &relation.frames);
    frames.flat_map(|frame| frame.cues().1).map(String::as_str).filter(|cue| cue.contains(' ')).collect()
}

#[test]
fn the_schema_page_names_every_key() {
    let page = fs::read_to_string(Path::new(ROOT).join("ontology/README.md")).unwrap();
    let mut missing = Vec::new();
    for file in ["actors.rs", "languages.rs", "relations.rs"] {
        let code = fs::read_to_string(Path::new(ROOT).join("src/ontology").join(file)).unwrap();
        let keys = keys(&code);
        assert!(keys.len() > 3, "{file}: only {keys:?}");
        missing.extend(
            keys.into_iter().filter(|key| !is_explained(&page, key)).map(|key| format!("{file}: {key}")),
        );
    }
    assert!(missing.is_empty(), "ontology/README.md lacks:\n{}", missing.join("\n"));
}

/// Keys of the structs that refuse unknown ones.
fn keys(code: &str) -> Vec<String> {
    let structs = Regex::new(r"(?s)deny_unknown_fields\)\]\s*pub struct \w+ \{(.*?)\n\}").unwrap();
    let field = Regex::new(r#"(?:rename = "(\w+)"[^\n]*\n\s*)?pub (\w+):"#).unwrap();
    let bodies = structs.captures_iter(code).map(|found| found[1].to_owned()).collect::<Vec<_>>();
    let names = bodies.iter().flat_map(|body| field.captures_iter(body));
    names.map(|found| found.get(1).unwrap_or_else(|| found.get(2).unwrap()).as_str().to_owned()).collect()
}

/// The page shows the key as `key =`, as `` `key` `` or as a table's name.
fn is_explained(page: &str, key: &str) -> bool {
    let table = [format!("[{key}]"), format!("`{key}`")].iter().any(|form| page.contains(form));
    table || Regex::new(&format!(r"(?m)(^|[\s{{]){key} = ")).unwrap().is_match(page)
}
