//! `explain`: the sentences, the score, and hints where there is no such edge.

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
