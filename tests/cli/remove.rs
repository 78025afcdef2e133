//! `remove`: what `build` without the documents gives, and what it refuses.

use proptest::prelude::*;

use super::run::Place;

#[test]
fn removing_undoes_adding() {
    let place = Place::with_graph();
    let before = place.contents("graph");
    place.write("more/tiga.txt", "Jerman mengecam Belarus. Rusia bertemu Iran.\n");
    place.write("more/empat.txt", "Tiongkok mendukung Suriah.\n");
    place.run(["add", "--graph", "graph", "more"]).succeeds();
    assert_ne!(place.contents("graph"), before);
    place
        .run(["remove", "--graph", "graph", "tiga.txt", "empat.txt"])
        .ends_with(0, &["2 documents removed", "now 2 documents"]);
    assert_eq!(place.contents("graph"), before);
}

#[test]
fn removing_gives_the_bytes_of_building_the_rest() {
    let place = Place::with_graph();
    place.run(["remove", "--graph", "graph", "dua.txt"]).ends_with(0, &["1 document removed"]);
    place.run(["build", "news/satu.txt", "-o", "rest"]).succeeds();
    assert_eq!(place.contents("graph"), place.contents("rest"));
}

#[test]
fn an_unknown_document_is_told_with_near_ones() {
    let place = Place::with_graph();
    let before = place.contents("graph");
    let ran = place
        .run(["remove", "--graph", "graph", "dua.txt", "stau.txt"])
        .ends_with(1, &["no document `stau.txt`", "did you mean satu.txt?", "nothing was removed"]);
    assert_eq!(place.contents("graph"), before);
    let query = ran.err.split('\'').nth(1).unwrap();
    let listed = place.run(["query", "--graph", "graph", "--format", "csv", query]).succeeds().out;
    assert!(listed.contains("satu.txt") && listed.contains("dua.txt"), "{listed}");
}

#[test]
fn the_last_document_stays() {
    let place = Place::with_graph();
    let before = place.contents("graph");
    place
        .run(["remove", "--graph", "graph", "dua.txt", "satu.txt"])
        .ends_with(1, &["no document", "delete the folder"]);
    assert_eq!(place.contents("graph"), before);
}

#[test]
fn a_decision_outlives_its_document() {
    let place = Place::with_graph();
    let claims = std::fs::read_to_string(place.path("graph/claims.jsonl")).unwrap();
    let claims: Vec<serde_json::Value> =
        claims.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let claim = claims.iter().find(|claim| claim["relation"] == "threatens-sanctions").unwrap();
    assert_eq!(claim["document"], "dua.txt");
    place
        .run(["reject", "--graph", "graph", claim["evidence"].as_str().unwrap(), "--at", "2026-01-01"])
        .succeeds();
    let rejected = place.contents("graph");
    place
        .run(["remove", "--graph", "graph", "dua.txt"])
        .ends_with(0, &["nothing in the texts matches it any more"]);
    place.run(["add", "--graph", "graph", "news/dua.txt"]).succeeds();
    assert_eq!(place.contents("graph"), rejected);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, failure_persistence: None, ..ProptestConfig::default() })]

    /// build A+B = build A, add B = build A+B+C, remove C, in whatever parts.
    #[test]
    fn every_way_to_the_same_documents_gives_the_same_bytes(
        parts in prop::collection::vec(0..3usize, 6),
    ) {
        let place = Place::with_news();
        let texts = [
            "Iran mendukung Suriah. Rusia mengecam Israel.", "Jerman mengecam Belarus.", "Rusia bertemu Iran.",
            "Iran mendukung Suriah.", "Tiongkok akan mengunjungi Rusia.", "Prancis tidak mendukung Iran.",
        ];
        for (at, (text, part)) in texts.iter().zip(&parts).enumerate() {
            place.write(&format!("{part}/{at}.txt"), text);
            place.write(&format!("{}/{at}.txt", if *part == 2 { "gone" } else { "kept" }), text);
        }
        let has = |part: &str| place.path(part).exists();
        prop_assume!(has("kept"));
        place.run(["build", "kept", "-o", "whole"]).succeeds();
        let first = if has("0") { "0" } else { "1" };
        place.run(["build", first, "-o", "grown"]).succeeds();
        for part in ["2", "1", "0"].into_iter().filter(|part| has(part)) {
            place.run(["add", "--graph", "grown", part]).succeeds();
        }
        let gone: Vec<String> = (0..6).filter(|at| parts[*at] == 2).map(|at| format!("{at}.txt")).collect();
        if !gone.is_empty() {
            place.run(["remove", "--graph", "grown"].into_iter().chain(gone.iter().map(String::as_str))).succeeds();
        }
        prop_assert!(place.contents("grown") == place.contents("whole"));
    }
}
