//! `explain`: the sentences, the score, and hints where there is no such edge.

use super::dated::{dated, json};
use super::run::{Place, Ran};

fn explain(triple: [&str; 3]) -> Ran {
    Place::with_graph().run(["explain", "--graph", "graph"].iter().chain(&triple))
}

fn shows(ran: Ran, words: &[&str]) {
    let ran = ran.succeeds();
    for word in words {
        assert!(ran.out.contains(word), "`{word}` is not in:\n{}", ran.out);
    }
}

#[test]
fn an_edge_is_traced_to_sentences_offsets_and_frames() {
    let sources = ["“Iran mendukung Suriah.”", "satu.txt:0-22", "dua.txt:0-22", "frame supports/id/"];
    shows(explain(["iran", "supports", "syria"]), &sources);
    shows(explain(["iran", "supports", "syria"]), &["plain edge: confidence", "= 1 − (1 − "]);
}

#[test]
fn it_says_which_analysis_gave_which_role() {
    let place = Place::with_graph();
    let explained = |binders: [&str; 2]| {
        let path = place.path("graph/claims.jsonl");
        let lines = std::fs::read_to_string(&path).unwrap();
        let claims = lines.lines().map(|line| {
            let mut claim: serde_json::Value = serde_json::from_str(line).unwrap();
            claim["subject"]["binder"] = binders[0].into();
            claim["object"]["binder"] = binders[1].into();
            format!("{claim}\n")
        });
        std::fs::write(path, claims.collect::<String>()).unwrap();
        place.run(["explain", "--graph", "graph", "iran", "supports", "syria"])
    };
    shows(
        place.run(["explain", "--graph", "graph", "iran", "supports", "syria"]),
        &["roles by tree and chunks"],
    );
    shows(explained(["chunk", "chunk"]), &["roles by chunks"]);
    shows(explained(["tree", "chunk"]), &["subject by tree, object by chunks"]);
    shows(explained(["title", "both"]), &["subject by title, object by tree and chunks"]);
}

#[test]
fn names_and_labels_will_do() {
    shows(explain(["Iran", "mendukung", "Suriah"]), &["iran supports syria"]);
}

#[test]
fn it_says_why_an_edge_is_not_plain() {
    let reason = "no plain edge: only third parties say it, 1 of the 2";
    shows(explain(["ukraine", "attacks", "belarus"]), &[reason, "by russia"]);
    shows(explain(["germany", "supports", "iran"]), &["no plain edge: no text asserts it (only negated)"]);
}

#[test]
fn an_unknown_actor_is_answered_with_near_ones() {
    let unknown = explain(["irn", "supports", "syria"]);
    unknown.ends_with(1, &["no actor `irn`", "did you mean iran (Iran)?", "aliansi query"]);
    explain(["Ukrania", "attacks", "belarus"]).ends_with(1, &["did you mean ukraine (Ukraine)?"]);
    explain(["iran", "suports", "syria"]).ends_with(1, &["no relation `suports`", "supports"]);
}

#[test]
fn a_missing_edge_is_answered_with_those_between_the_two() {
    explain(["syria", "attacks", "iran"]).ends_with(1, &["no text", "iran supports syria"]);
}

#[test]
fn an_edge_of_states_tells_whose_claims_it_is_made_of() {
    let edge = |level| ["explain", "--graph", "graph", "--level", level, "russia", "supports", "syria"];
    let place = dated();
    shows(
        place.run(edge("state")),
        &["made of", "vladimir-putin supports syria: 1 time", "russia supports syria: 1 time"],
    );
    assert!(!place.run(edge("actor")).succeeds().out.contains("made of"));
}

#[test]
fn contradictions_fulfilment_times_and_edits_are_shown() {
    let place = dated();
    place.write(
        "links.jsonl",
        concat!(
            r#"{"id": "a", "published": "2025-02-01", "text": "Iran akan menyerang Irak."}"#,
            "\n",
            r#"{"id": "b", "published": "2025-03-01", "text": "Iran menyerang Irak pada 2 Maret 2025. Iran mendukung Irak. Iran mengecam Irak. Iran menolak mendukung Mesir."}"#,
            "\n"
        ),
    );
    place.run(["build", "links.jsonl", "-o", "links"]).succeeds();
    let explain =
        |relation: &str| place.run(["explain", "--graph", "links", "iran", relation, "iraq"]).succeeds();
    let attack = explain("attacks");
    let id = attack.out.lines().find_map(|line| line.rsplit_once(", evidence ")).unwrap().1.to_owned();
    shows(
        attack,
        &["fulfilled: what was planned was asserted later", "reported from 2025-02-01 to 2025-03-01"],
    );
    shows(explain("attacks"), &["dated by the texts 2025-03-02"]);
    shows(explain("supports"), &["contradicted by iran ", "“Iran "]);
    place.run(["confirm", "--graph", "links", &id, "--by", "Sri", "--at", "2026-03-01"]).succeeds();
    shows(explain("attacks"), &["confirmed by Sri, 2026-03-01"]);
}

#[test]
fn the_same_is_told_as_json() {
    let place = dated();
    let edge = ["explain", "--graph", "graph", "--level", "state", "russia", "supports", "syria"];
    let told = json(&place, &edge);
    assert_eq!((told["plain"].as_bool(), told["made_of"].as_array().unwrap().len()), (Some(true), 2));
    let pieces = told["evidence"].as_array().unwrap();
    assert_eq!((pieces.len(), &pieces[0]["side"], &pieces[0]["counts"]), (2, &"author".into(), &true.into()));
    let doubts: f64 = told["origins"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| 1.0 - it["confidence"].as_f64().unwrap())
        .product();
    assert!((1.0 - doubts - told["confidence"].as_f64().unwrap()).abs() < 1e-3, "{told}");
}

#[test]
fn it_shows_what_the_confidence_of_evidence_is_made_of() {
    let place = Place::with_graph();
    let explained = || place.run(["explain", "--graph", "graph", "iran", "supports", "syria"]).succeeds().out;
    let out = explained();
    let line = out.lines().find(|line| line.contains("log-odds:")).unwrap();
    assert!(line.contains("frame reliable at 0."), "{line}");
    let sum: f64 =
        line.split(", ").map(|part| part.rsplit(' ').next().unwrap().parse::<f64>().unwrap()).sum();
    let confidence = format!("confidence {:.2}", 1.0 / (1.0 + (-sum).exp()));
    assert!(out.contains(&confidence), "{confidence} is not in:\n{out}");
    let path = place.path("graph/claims.jsonl");
    let lines = std::fs::read_to_string(&path).unwrap();
    std::fs::write(&path, lines.replace("\"confidence\":0.", "\"confidence\":0.1")).unwrap();
    assert!(explained().contains("by other weights than today's"));
}
