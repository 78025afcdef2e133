//! Loading the shipped ontology, a folder, and a folder over the shipped one.

#![allow(clippy::unwrap_used)] // a failed step is a failed test

use std::fs;
use std::path::Path;

use aliansi::ontology::Ontology;
use tempfile::TempDir;

fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

fn repository() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/ontology"))
}

#[test]
fn the_binary_holds_what_the_folder_holds() {
    let shipped = Ontology::shipped();
    let folder = Ontology::from_dir(repository()).unwrap_or_else(|problems| panic!("{problems:#?}"));
    assert_eq!(shipped.hash, folder.hash);
    assert_eq!(shipped.hash.len(), 32);
    assert_eq!(shipped.actors, folder.actors);
    assert_eq!(shipped.relations, folder.relations);
    assert_eq!(shipped.languages, folder.languages);
    assert_eq!(shipped.codes, folder.codes);
}

#[test]
fn an_empty_overlay_changes_nothing() {
    let overlaid = Ontology::overlaid(folder(&[]).path()).unwrap();
    assert_eq!(overlaid.hash, Ontology::shipped().hash);
    assert_eq!(overlaid.actors, Ontology::shipped().actors);
}

#[test]
fn an_overlay_adds_an_actor_and_changes_the_hash() {
    let zembla = "[[actor]]\nid = \"zembla\"\nkind = \"state\"\nlabel = { en = \"Zembla\" }\n";
    let overlaid = Ontology::overlaid(folder(&[("actors/mine.toml", zembla)]).path()).unwrap();
    assert_eq!(overlaid.actor("zembla").unwrap().label["en"], "Zembla");
    assert_eq!(overlaid.actors.len(), Ontology::shipped().actors.len() + 1);
    assert_ne!(overlaid.hash, Ontology::shipped().hash);
}

#[test]
fn a_file_that_nothing_reads_is_a_fault() {
    let folder = folder(&[("scoring.toml", "threshold = 0.7\n"), ("languages/id/date.toml", "order = 1\n")]);
    let problems = Ontology::from_dir(folder.path()).unwrap_err();
    let messages: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(
        messages,
        ["languages/id/date.toml: nothing reads a file in this place (name it one of boilerplate.toml, \
          bylines.toml, citing.toml, dates.toml, grammar.toml, lexicon.toml, participants.toml, status.toml, \
          time.toml)"]
    );
}

#[test]
fn every_faulty_file_is_reported() {
    let folder = folder(&[
        ("actors/states.toml", "[[actor]]\nid = \"a\"\nkind = \"state\"\nlabel = {}\nname = \"A\"\n"),
        ("actors/roles.toml", "[[role]\n"),
        ("actor/mine.toml", ""),
    ]);
    let problems = Ontology::from_dir(folder.path()).unwrap_err();
    let messages: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(messages.len(), 3, "{messages:#?}");
    assert_eq!(
        messages[0],
        "actor/mine.toml: nothing reads a file in this place (move it to actors/, relations/, weights/ or languages/LANGUAGE/)"
    );
    assert!(messages[1].starts_with("actors/roles.toml:1: "), "{}", messages[1]);
    assert!(messages[2].starts_with("actors/states.toml:5: unknown field `name`"), "{}", messages[2]);
    assert!(messages[2].ends_with("(write `names`)"), "{}", messages[2]);
}

#[test]
fn a_folder_that_is_not_there_is_reported() {
    let problems = Ontology::from_dir(Path::new("no/such/folder")).unwrap_err();
    assert_eq!(problems.len(), 1);
    assert!(problems[0].to_string().starts_with("no/such/folder: "), "{}", problems[0]);
}
