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

#[test]
fn confidence_is_set_against_what_is_right() {
    let place = place();
    let figures: Value =
        serde_json::from_str(&of_graph(&place, &["--format", "json"]).succeeds().out).unwrap();
    let stated = &figures["confidence"]["stated"];
    assert_eq!(
        (&stated["claims"], &stated["right"], &stated["brier_of_share"]),
        (&json!(2), &json!(0.5), &json!(0.25))
    );
    assert_eq!(stated["bins"][0]["claims"], 2, "two claims of one frame are equally sure");
    let sure = stated["bins"][0]["confidence"].as_f64().unwrap();
    let brier = (sure * sure + (1.0 - sure) * (1.0 - sure)) / 2.0;
    assert!((stated["brier"].as_f64().unwrap() - brier).abs() < 0.001, "{stated}");
    assert_eq!(figures["confidence"]["cross_fitted"]["claims"], 2);
    let table = of_graph(&place, &[]).succeeds().out;
    assert!(
        table.contains("confidence as stated: ECE 0.") && table.contains("cross-fitted over documents: "),
        "{table}"
    );
    let page = of_graph(&place, &["--format", "markdown"]).succeeds().out;
    assert!(page.contains("\n### Confidence\n") && page.contains("| as stated | 2 |"), "{page}");
}

#[test]
fn what_was_judged_becomes_an_ontology() {
    let place = place();
    std::fs::create_dir(place.path("mine")).unwrap();
    let learn = ["--reliability", "mine/reliability.toml"];
    of_graph(&place, &learn).ends_with(0, &["1 frame, 2 claims", "too few to fit weights"]);
    let file = std::fs::read_to_string(place.path("mine/reliability.toml")).unwrap();
    assert!(file.contains("#   gold.jsonl: 2 claims, 1 right") && !file.contains("[terms]"), "{file}");
    assert!(file.contains("= { right = 1, judged = 2, written = 0.9 }  # 0."), "{file}");
    let confidence = |options: &[&str]| {
        let out = place.run(["extract", "news/dua.txt"].iter().chain(options)).succeeds().out;
        let claim: Value = serde_json::from_str(out.lines().next().unwrap()).unwrap();
        claim["confidence"].as_f64().unwrap()
    };
    assert!(confidence(&["--ontology", "mine"]) < confidence(&[]), "half of its claims were wrong");
    of_graph(&place, &learn).succeeds();
    assert_eq!(std::fs::read_to_string(place.path("mine/reliability.toml")).unwrap(), file);
}

#[test]
fn several_gold_files_are_judged_apart_and_counted_together() {
    let place = place();
    place.write("more.jsonl", &format!("{}\n", gold("tiga", "supports")));
    place.write("news/tiga.txt", "Iran mendukung Suriah.\n");
    place
        .run(["eval", "gold.jsonl", "--gold", "more.jsonl", "news", "--reliability", "learnt.toml"])
        .ends_with(0, &["3 claims"]);
    let file = std::fs::read_to_string(place.path("learnt.toml")).unwrap();
    assert!(file.contains("#   gold.jsonl: 2 claims, 1 right\n#   more.jsonl: 1 claims, 1 right"), "{file}");
}
