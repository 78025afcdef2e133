//! `add`: what `build` of all texts gives, and what it refuses.

use std::io::{BufRead, BufReader};
use std::process::Stdio;

use aliansi::pipeline::publish::folder::Hold;

use super::run::Place;

/// Options that the manifest keeps.
const OPTIONS: [&str; 7] = [
    "--status",
    "denied,planned",
    "--threshold",
    "0.6",
    "--private-persons",
    "--base",
    "https://example.org/kb/",
];

fn more(place: &Place) {
    place.write("more/tiga.txt", "Presiden Jerman Budi Contoh mengecam Belarus.\n");
    place.write("more/empat.txt", "Tiongkok membantah mendukung Suriah. Iran akan mengunjungi Rusia.\n");
}

#[test]
fn adding_gives_the_bytes_of_building_all() {
    for options in [&OPTIONS[..], &["--no-trees"], &[]] {
        let place = Place::with_news();
        more(&place);
        let build = |folder: &str, paths: &[&str]| {
            place.run(["build", "-o", folder].iter().chain(options).chain(paths)).succeeds();
        };
        build("whole", &["news", "more"]);
        build("grown", &["news"]);
        place
            .run(["add", "--graph", "grown", "more", "--threads", "2"])
            .ends_with(0, &["2 documents added", "new sentences", "now 4 documents", "0 warnings"]);
        assert!(place.contents("grown") == place.contents("whole"), "{options:?}");
    }
}

#[test]
fn a_text_that_is_there_changes_nothing() {
    let place = Place::with_graph();
    let before = place.contents("graph");
    place
        .run(["add", "--graph", "graph", "news"])
        .ends_with(0, &["nothing new", "2 documents there already"]);
    assert_eq!(place.contents("graph"), before);
}

#[test]
fn another_text_under_an_id_needs_leave() {
    let place = Place::with_graph();
    let before = place.contents("graph");
    place.write("news/satu.txt", "Rusia mendukung Suriah.\n");
    place.run(["add", "--graph", "graph", "news"]).ends_with(1, &["another text", "satu.txt", "--replace"]);
    assert_eq!(place.contents("graph"), before);
    place
        .run(["add", "--graph", "graph", "news", "--replace"])
        .ends_with(0, &["0 documents added", "1 replaced", "1 there already"]);
    place.run(["build", "news", "-o", "whole"]).succeeds();
    assert_eq!(place.contents("graph"), place.contents("whole"));
}

#[test]
fn what_cannot_be_added_is_told_and_nothing_changes() {
    let place = Place::with_graph();
    place.write(
        "mine/actors/extra.toml",
        "[[actor]]\nid = \"borduria\"\nkind = \"state\"\nlabel.en = \"Borduria\"\nlabel.id = \"Borduria\"\n",
    );
    place.write("empty/photo.jpg", "\u{0}\u{1}");
    let before = place.contents("graph");
    let add = |arguments: &[&str]| place.run(["add", "--graph"].iter().chain(arguments));
    add(&["nowhere", "news"]).ends_with(1, &["cannot read", "nowhere"]);
    add(&["graph", "empty"]).ends_with(1, &["no document could be read from empty"]);
    add(&["graph", "news", "--ontology", "mine"])
        .ends_with(1, &["another ontology", "aliansi build graph/documents.jsonl -o graph"]);
    more(&place);
    place
        .run(["add", "--strict", "--graph", "graph", "more", "missing"])
        .ends_with(1, &["--strict", "not written"]);
    assert_eq!(place.contents("graph"), before);
    assert!(!place.path("nowhere").exists() && !place.path(".nowhere.aliansi").exists());
}

#[test]
fn a_graph_can_be_built_from_its_own_documents() {
    let place = Place::with_graph();
    let before = place.contents("graph");
    place.run(["build", "graph/documents.jsonl", "-o", "graph"]).succeeds();
    assert_eq!(place.contents("graph"), before);
}

#[test]
fn two_at_once_lose_nothing() {
    let place = Place::with_graph();
    more(&place);
    let add =
        |text: &str| place.command(["add", "--graph", "graph", text]).stderr(Stdio::null()).spawn().unwrap();
    let children = ["more/tiga.txt", "more/empat.txt"].map(add);
    for mut child in children {
        assert!(child.wait().unwrap().success());
    }
    place.run(["build", "news", "more", "-o", "whole"]).succeeds();
    assert_eq!(place.contents("graph"), place.contents("whole"));
}

#[test]
fn who_waits_says_for_whom() {
    let place = Place::with_graph();
    more(&place);
    let hold = Hold::take(&place.path("graph"), |_| {}).unwrap();
    let mut child =
        place.command(["add", "--graph", "graph", "more"]).stderr(Stdio::piped()).spawn().unwrap();
    let mut line = String::new();
    BufReader::new(child.stderr.as_mut().unwrap()).read_line(&mut line).unwrap();
    assert!(line.starts_with(&format!("waiting for process {}", std::process::id())), "{line}");
    assert!(child.try_wait().unwrap().is_none());
    drop(hold);
    assert!(child.wait().unwrap().success());
}
