//! `reject`, `confirm`, `correct`, `alias`, `claim`: what a person decides, and that it outlives a build.

use super::run::{Place, Ran};

const EDGE: [&str; 3] = ["iran", "supports", "syria"];

fn explain(place: &Place, edge: [&str; 3]) -> Ran {
    place.run(["explain", "--graph", "graph"].iter().chain(&edge))
}

/// The ids of the evidence of an edge, as `explain` prints them.
fn evidence(place: &Place, edge: [&str; 3]) -> Vec<String> {
    let shown = explain(place, edge).succeeds().out;
    shown.lines().filter_map(|line| line.rsplit_once(", evidence ")).map(|(_, id)| id.to_owned()).collect()
}

fn decide(place: &Place, words: &[&str]) -> Ran {
    let [command, rest @ ..] = words else { panic!("no command") };
    let rest = rest.iter().copied();
    let who = ["--by", "Sri", "--at", "2026-03-01"];
    place.run([*command, "--graph", "graph"].into_iter().chain(rest).chain(who))
}

fn bytes(place: &Place, file: &str) -> Vec<u8> {
    std::fs::read(place.path(&format!("graph/{file}"))).unwrap()
}

#[test]
fn rejected_evidence_stays_rejected_after_a_build_and_comes_back_when_confirmed() {
    let place = Place::with_graph();
    let ids = evidence(&place, EDGE);
    assert_eq!(ids.len(), 2);
    decide(&place, &["reject", &ids[0], &ids[1], "--why", "both are quiz questions"]).succeeds();
    let claims = bytes(&place, "claims.jsonl");
    explain(&place, EDGE).ends_with(1, &["no actor `syria`"]);
    let decided: Vec<_> =
        ["graph.ttl", "graph.json", "decisions.jsonl"].map(|file| bytes(&place, file)).into();
    place.run(["build", "news", "-o", "graph"]).succeeds();
    let rebuilt: Vec<_> =
        ["graph.ttl", "graph.json", "decisions.jsonl"].map(|file| bytes(&place, file)).into();
    assert!(decided == rebuilt, "a build applies the decisions again");
    assert!(claims == bytes(&place, "claims.jsonl"), "what the texts gave is kept");
    decide(&place, &["confirm", &ids[0]]).succeeds();
    let shown = explain(&place, EDGE).succeeds().out;
    assert!(shown.contains("confidence 1.00"), "{shown}");
    let lines = String::from_utf8(bytes(&place, "decisions.jsonl")).unwrap();
    assert_eq!(lines.lines().count(), 3, "the file is only appended to");
    assert!(lines.lines().all(|line| line.contains(r#""by":"Sri""#)), "{lines}");
}

#[test]
fn a_decision_survives_a_moved_file() {
    let place = Place::with_graph();
    let ids = evidence(&place, EDGE);
    decide(&place, &["reject", &ids[0], &ids[1]]).succeeds();
    std::fs::rename(place.path("news/dua.txt"), place.path("news/moved.txt")).unwrap();
    let built = place.run(["build", "news", "-o", "graph"]).succeeds();
    assert!(built.err.contains("0 warnings"), "{}", built.err);
    explain(&place, EDGE).ends_with(1, &[]);
}

#[test]
fn what_no_longer_matches_is_listed_and_kept() {
    let place = Place::with_graph();
    let ids = evidence(&place, EDGE);
    decide(&place, &["reject", &ids[0]]).succeeds();
    std::fs::remove_file(place.path("news/satu.txt")).unwrap();
    std::fs::remove_file(place.path("news/dua.txt")).unwrap();
    place.write("news/tiga.txt", "Jerman mendukung Prancis.\n");
    let built = place.run(["build", "news", "-o", "graph"]).succeeds();
    assert!(built.err.contains("decision 1: nothing in the texts matches it any more"), "{}", built.err);
    assert!(!bytes(&place, "decisions.jsonl").is_empty());
}

#[test]
fn fields_are_corrected_and_marked_in_exports() {
    let place = Place::with_graph();
    let ids = evidence(&place, EDGE);
    decide(&place, &["correct", &ids[0], "object=Rusia", "status=alleged"]).succeeds();
    let shown = explain(&place, ["iran", "supports", "russia"]).succeeds().out;
    assert!(shown.contains("alleged"), "{shown}");
    let turtle = String::from_utf8(bytes(&place, "graph.ttl")).unwrap();
    assert!(turtle.contains(r#"al:edited "corrected""#) && turtle.contains(r#"al:editedBy "Sri""#));
}

#[test]
fn a_wrong_field_status_or_id_names_what_is_possible() {
    let place = Place::with_graph();
    let id = &evidence(&place, EDGE)[0];
    let hints = [
        (vec!["correct", id, "state=denied"], "no field `state`: give subject, relation"),
        (vec!["correct", id, "status=true"], "no status `true`: give asserted"),
        (vec!["correct", id, "subject=Iran dan Irak"], "give an id in kebab case"),
        (vec!["reject", "123"], "is no evidence id"),
        (vec!["reject", "0123456789"], "no evidence `0123456789` in the graph"),
        (vec!["alias", "Wakanda", "iran"], "nothing was written"),
    ];
    for (words, hint) in hints {
        let ran = decide(&place, &words).ends_with(1, &[]);
        assert!(ran.err.contains(hint), "{words:?}: {}", ran.err);
    }
    assert!(!place.path("graph/decisions.jsonl").exists());
}

#[test]
fn a_name_can_be_given_to_another_actor_and_taken_back() {
    let place = Place::with_graph();
    decide(&place, &["alias", "Suriah", "syria-opposition"]).succeeds();
    explain(&place, ["iran", "supports", "syria-opposition"]).succeeds();
    decide(&place, &["alias", "Suriah", "syria"]).succeeds();
    explain(&place, EDGE).succeeds();
    decide(&place, &["alias", "--merge", "syria", "iraq"]).succeeds();
    explain(&place, ["iran", "supports", "iraq"]).succeeds();
    decide(&place, &["alias", "--merge", "syria", "syria"]).succeeds();
    explain(&place, EDGE).succeeds();
}

#[test]
fn a_claim_can_be_added_with_its_source() {
    let place = Place::with_graph();
    let source =
        ["--source", "https://example.org/1", "--publisher", "Harian Contoh", "--published", "2026-02-01"];
    let claim = ["claim", "iran", "visits", "Rusia", "--quote", "Utusan Teheran terbang ke Moskow."];
    decide(&place, &[&claim[..], &source[..]].concat()).succeeds();
    let shown = explain(&place, ["iran", "visits", "russia"]).succeeds().out;
    assert!(shown.contains("Utusan Teheran terbang") && shown.contains("Harian Contoh"), "{shown}");
    let claims = bytes(&place, "claims.jsonl");
    assert!(!String::from_utf8(claims).unwrap().contains("Utusan"), "the texts gave no such claim");

    let id = &evidence(&place, ["iran", "visits", "russia"])[0];
    decide(&place, &["reject", id]).succeeds();
    explain(&place, ["iran", "visits", "russia"]).ends_with(1, &["visits"]);
}

#[test]
fn a_folder_of_another_ontology_is_refused() {
    let place = Place::with_graph();
    let id = &evidence(&place, EDGE)[0];
    let manifest = String::from_utf8(bytes(&place, "manifest.json")).unwrap();
    let (before, after) = manifest.split_once(r#""ontology": ""#).unwrap();
    place.write("graph/manifest.json", &format!(r#"{before}"ontology": "ffff{}"#, &after[4..]));
    let ran = decide(&place, &["reject", id]).ends_with(1, &[]);
    assert!(ran.err.contains("another ontology") && ran.err.contains("aliansi build"), "{}", ran.err);
}
