//! `forget`: what is gone, what stays, and that it does not come back.

use std::fs;

use super::run::Place;

/// A person in two texts, beside one with the same family name.
fn with_person() -> Place {
    let place = Place::with_news();
    place.write(
        "news/tiga.txt",
        "Menteri Luar Negeri Iran Budi Contoh mengunjungi Rusia.\n\nBudi Contoh mengecam Israel, dan Contoh pulang. \
         Contohnya tidak baik. Iran mendukung Suriah. Jerman mengecam Iran di depan Budi Contoh.\n",
    );
    place.write(
        "news/empat.txt",
        "BUDI CONTOH datang. Ani Contoh bertemu pendukung Budi Contoh. Rusia mendukung Suriah.\n",
    );
    place.run(["build", "news", "-o", "graph"]).succeeds();
    place
}

fn claims(place: &Place) -> Vec<serde_json::Value> {
    let text = fs::read_to_string(place.path("graph/claims.jsonl")).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn forget(place: &Place) {
    place
        .run(["forget", "--graph", "graph", "Budi Contoh", "--yes"])
        .ends_with(0, &["2 documents", "0 warnings"]);
}

#[test]
fn no_file_holds_the_name_and_no_claim_the_actor() {
    let place = with_person();
    assert!(claims(&place).iter().any(|claim| claim["subject"]["id"] == "budi-contoh"));
    forget(&place);
    for (file, bytes) in place.contents("graph") {
        let text = String::from_utf8_lossy(&bytes).to_lowercase();
        for name in ["budi contoh", "budi-contoh", "budi"] {
            assert!(!text.contains(name), "{name} in {}", file.display());
        }
    }
    let documents = fs::read_to_string(place.path("graph/documents.jsonl")).unwrap();
    for kept in ["Ani Contoh", "Contohnya", "dan ______ pulang", "Iran ___________ mengunjungi"] {
        assert!(documents.contains(kept), "{kept}: {documents}");
    }
}

#[test]
fn other_claims_keep_their_evidence_and_their_places() {
    let place = with_person();
    let before = claims(&place);
    forget(&place);
    let after = claims(&place);
    assert!(!after.is_empty() && after.len() < before.len());
    for claim in after {
        let old = before.iter().find(|old| old["evidence"] == claim["evidence"]).unwrap();
        assert_eq!(
            (&old["start"], &old["end"], &old["cue"]),
            (&claim["start"], &claim["end"], &claim["cue"])
        );
        assert_eq!(old["text"].as_str().unwrap().len(), claim["text"].as_str().unwrap().len());
    }
}

#[test]
fn who_was_forgotten_does_not_come_back() {
    let place = with_person();
    forget(&place);
    let forgotten = place.contents("graph");
    place.run(["build", "news", "-o", "graph"]).succeeds();
    assert_eq!(place.contents("graph"), forgotten);
    place
        .run(["add", "--graph", "graph", "news"])
        .ends_with(0, &["nothing new", "4 documents there already"]);
    place.write("later/lima.txt", "Presiden Prancis bertemu Menteri Luar Negeri Iran Budi Contoh.\n");
    place.run(["add", "--graph", "graph", "later"]).succeeds();
    let all = place.contents("graph");
    assert!(all.iter().all(|(_, bytes)| !String::from_utf8_lossy(bytes).contains("Budi")));
    place.run(["build", "news", "later", "-o", "graph"]).succeeds();
    assert_eq!(place.contents("graph"), all);
}

#[test]
fn decisions_that_name_the_actor_go_and_others_are_blanked() {
    let place = with_person();
    let evidence = |relation: &str, subject: &str| {
        let claims = claims(&place);
        let is_meant =
            |claim: &&serde_json::Value| claim["relation"] == relation && claim["subject"]["id"] == subject;
        claims.iter().find(is_meant).unwrap()["evidence"].as_str().unwrap().to_owned()
    };
    let (his, others) = (evidence("visits", "budi-contoh"), evidence("criticizes", "germany"));
    place.run(["confirm", "--graph", "graph", &his, &others, "--at", "2026-01-01"]).succeeds();
    place.run(["alias", "--graph", "graph", "Si Anu", "budi-contoh"]).ends_with(1, &["nothing was written"]);
    place.run(["forget", "--graph", "graph", "budi-contoh", "--yes"]).ends_with(0, &["1 decision dropped"]);
    let text = fs::read_to_string(place.path("graph/decisions.jsonl")).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    assert!(
        lines.len() == 2 && lines[0].contains(&others) && lines[0].contains("di depan ___________."),
        "{text}"
    );
    assert!(lines[1].starts_with(r#"{"decision":"forget","hash":""#), "{text}");
    place.run(["query", "--graph", "graph", "SELECT ?s { ?s rel:criticizes actor:iran }"]).succeeds();
}

#[test]
fn it_asks_first_and_knows_whom() {
    let place = with_person();
    let before = place.contents("graph");
    let forget = |name: &str| place.run(["forget", "--graph", "graph", name]);
    forget("Budi Contoh").ends_with(1, &["cannot be undone", "2 documents", "--yes"]);
    forget("Budi Contho").ends_with(1, &["nothing in graph names", "did you mean budi-contoh?"]);
    assert_eq!(place.contents("graph"), before);
}

#[test]
fn a_name_in_an_id_is_told() {
    let place = with_person();
    place.write("later/budi-contoh.txt", "Budi Contoh bertemu Rusia.\n");
    place.run(["add", "--graph", "graph", "later"]).succeeds();
    place.run(["forget", "--graph", "graph", "budi-contoh", "--yes"]).ends_with(
        0,
        &["the id of this document holds the name", "aliansi remove --graph graph budi-contoh.txt"],
    );
}

#[test]
fn those_with_a_part_of_the_name_stay_and_are_told() {
    let place = with_person();
    place.write("later/enam.txt", "Menteri Pertahanan Iran Ani Contoh mengunjungi Rusia.\n");
    place.run(["add", "--graph", "graph", "later"]).succeeds();
    place.run(["forget", "--graph", "graph", "budi-contoh", "--yes"]).ends_with(0, &["stay: ani-contoh;"]);
    assert!(claims(&place).iter().any(|claim| claim["subject"]["label"] == "Ani Contoh"));
}
