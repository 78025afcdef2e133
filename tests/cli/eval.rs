//! `eval`: figures of texts and of a graph folder.

use serde_json::{Value, json};

use super::run::{Place, Ran};

fn gold(doc: &str, relation: &str) -> String {
    let claim = json!({"s": "iran", "p": relation, "o": "syria", "status": "asserted", "by": null});
    json!({"doc": doc, "sent": 0, "text": "Iran mendukung Suriah.", "claims": [claim]}).to_string()
}

fn place() -> Place {
    let place = Place::with_graph();
    place.write("gold.jsonl", &format!("{}\n{}\n", gold("satu", "supports"), gold("dua", "opposes")));
    place
}

fn of_graph(place: &Place, options: &[&str]) -> Ran {
    place.run(["eval", "gold.jsonl", "--graph", "graph"].iter().chain(options))
}

#[test]
fn texts_and_their_graph_have_the_same_figures() {
    let place = place();
    let texts =
        place.run(["eval", "gold.jsonl", "news", "--format", "json"]).ends_with(0, &["not scored"]).out;
    assert_eq!(texts, of_graph(&place, &["--format", "json"]).succeeds().out);
    let figures: Value = serde_json::from_str(&texts).unwrap();
    assert_eq!((&figures["claim"]["precision"], &figures["claim"]["required"]), (&json!(0.5), &json!(2)));
}

#[test]
fn errors_are_listed_with_their_sentence() {
    let out = of_graph(&place(), &["--errors"]).succeeds().out;
    let errors =
        "[dua:0] Iran mendukung Suriah.\n    missed: iran opposes syria\n    wrong: iran supports syria";
    assert!(out.contains(errors), "{out}");
}

#[test]
fn figures_are_broken_down_on_request() {
    let place = place();
    let figures = |options: &[&str]| of_graph(&place, options).succeeds().out;
    let json: Value = serde_json::from_str(&figures(&["--breakdown", "--format", "json"])).unwrap();
    let supports = &json["by"]["relation"][1];
    assert_eq!(
        (&supports["name"], &supports["right"], &supports["named"]),
        (&json!("supports"), &json!(1), &json!(1))
    );
    assert_eq!(json["by"]["voice"][0]["name"], "active");
    assert!(figures(&["--breakdown"]).contains("construction"));
    assert!(figures(&["--format", "markdown"]).contains("\n### By construction\n"));
    assert!(!figures(&[]).contains("construction"));
}

#[test]
fn rollups_and_synonyms_are_read() {
    let place = place();
    place.write("table.json", r#"{"syria": "iran"}"#);
    let out = of_graph(&place, &["--rollup", "table.json", "--format", "json"]).succeeds().out;
    assert_eq!(serde_json::from_str::<Value>(&out).unwrap()["state"]["required"], 0);
    place.write("table.json", "[]");
    of_graph(&place, &["--same", "table.json"]).ends_with(1, &["table.json:1", "JSON object"]);
}

#[test]
fn a_bad_gold_line_is_named() {
    let place = place();
    place.write("gold.jsonl", "{\"doc\": \"satu\"}\n");
    place.run(["eval", "gold.jsonl", "news"]).ends_with(1, &["gold.jsonl:1", "claims"]);
    place.run(["eval", "gone.jsonl", "news"]).ends_with(1, &["gone.jsonl"]);
}
