//! `POST /api/decisions`.

use serde_json::{Value, json};

use crate::fable::fable;
use crate::server::Server;

/// The evidence that the evidence list of an edge begins with, and the edge's claim.
fn first(server: &Server, query: &str) -> (String, String) {
    let claim = server.json(&format!("/api/edges?{query}"))["edges"][0]["claim"].as_str().unwrap().to_owned();
    let edge = server.json(&format!("/api/edges/{claim}"));
    (edge["evidence"][0]["evidence"].as_str().unwrap().to_owned(), claim)
}

fn decisions(server: &Server) -> Vec<Value> {
    let text = std::fs::read_to_string(server.place.path("graph/decisions.jsonl")).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

const SANCTIONS: &str = "subject=san-theodoros&relation=sanctions";

#[test]
fn rejected_evidence_is_gone_and_comes_back_when_confirmed() {
    let server = Server::editing();
    let before = server.json("/api");
    let (evidence, claim) = first(&server, SANCTIONS);
    let wish = json!({"decision": "reject", "evidence": evidence, "claim": claim, "by": "Sri Utami", "why": "kutipan kuis"});
    let answer = server.decide(&wish);
    assert_eq!(answer.status, 200, "{}", answer.text());
    let decided = answer.json();
    assert_eq!(decided["decisions"], 1);
    assert_eq!(decided["graph"], server.json("/api")["graph"]);
    assert_ne!(decided["graph"], before["graph"]);
    server.problem(&format!("/api/edges/{claim}"), 404);
    assert_eq!(server.json("/api/network")["of"]["edges"], 7);
    let told = server.json(&format!("/api/evidence/{evidence}"));
    let verdict = &told["edits"][0];
    assert_eq!(
        (&verdict["kind"], &verdict["by"], &verdict["why"]),
        (&json!("rejected"), &json!("Sri Utami"), &json!("kutipan kuis"))
    );
    let written = &decisions(&server)[0];
    assert_eq!((&written["decision"], &written["by"]), (&json!("reject"), &json!("Sri Utami")));
    assert_eq!(written["quotation"]["subject"], "san-theodoros");
    let explained = server
        .place
        .run(["export", "--graph", "graph", "--ontology", "fable", "--format", "json"])
        .succeeds()
        .out;
    assert!(!explained.contains(&claim), "the folder is written anew");
    let answer = server.decide(&json!({"decision": "confirm", "evidence": evidence}));
    assert_eq!((answer.status, answer.json()["decisions"].clone()), (200, json!(2)));
    let edge = server.json(&format!("/api/edges/{claim}"));
    assert_eq!((&edge["edited"], &edge["evidence"][0]["confidence"]), (&json!(true), &json!(1.0)));
    assert_eq!(edge["evidence"][0]["edits"][0]["kind"], "confirmed");
}

#[test]
fn evidence_is_corrected() {
    let server = Server::editing();
    let (evidence, claim) = first(&server, SANCTIONS);
    let set =
        json!({"relation": "accuses", "object": "Szohod", "status": "denied", "denied_by": ["syldavia"]});
    let answer = server.decide(&json!({"decision": "correct", "evidence": evidence, "set": set, "by": "  "}));
    assert_eq!(answer.status, 200, "{}", answer.text());
    let piece = server.json(&format!("/api/evidence/{evidence}"));
    assert_eq!(
        (&piece["relation"], &piece["object"]["id"], &piece["status"]),
        (&json!("accuses"), &json!("borduria"), &json!("denied"))
    );
    assert_eq!(piece["denied_by"][0]["id"], "syldavia");
    assert_ne!(piece["claim"], claim.as_str());
    assert_eq!(decisions(&server)[0]["by"], Value::Null, "nobody is nobody");
    let again = server.decide(&json!({"decision": "confirm", "evidence": evidence, "claim": claim}));
    again.is_problem(409);
    assert_eq!(decisions(&server).len(), 1);
}

#[test]
fn what_is_decided_wrongly_is_refused_and_nothing_is_written() {
    let server = Server::editing();
    let (evidence, _) = first(&server, SANCTIONS);
    let before = server.place.contents("graph");
    let unknown = "0".repeat(32);
    let refused = [
        (json!({"decision": "reject", "evidence": unknown}), 404),
        (json!({"decision": "reject", "evidence": &evidence[..8]}), 404),
        (json!({"decision": "delete", "evidence": evidence}), 400),
        (json!({"decision": "reject"}), 400),
        (json!({"decision": "reject", "evidence": evidence, "colour": "red"}), 400),
        (json!({"decision": "reject", "evidence": evidence, "set": {"status": "denied"}}), 400),
        (json!({"decision": "correct", "evidence": evidence}), 400),
        (json!({"decision": "correct", "evidence": evidence, "set": {}}), 400),
        (json!({"decision": "correct", "evidence": evidence, "set": {"status": "maybe"}}), 400),
        (json!({"decision": "correct", "evidence": evidence, "set": {"relation": "suports"}}), 400),
        (json!({"decision": "correct", "evidence": evidence, "set": {"subject": "No Such Actor"}}), 400),
        (json!({"decision": "reject", "evidence": evidence, "why": "x".repeat(5000)}), 400),
        (json!({"decision": "reject", "evidence": evidence, "by": "é".repeat(201)}), 400),
        (json!([1]), 400),
    ];
    for (wish, status) in refused {
        let answer = server.decide(&wish);
        assert_eq!(answer.status, status, "{wish}: {}", answer.text());
        answer.is_problem(status);
    }
    assert!(
        server
            .decide(&json!({"decision": "correct", "evidence": evidence, "set": {"relation": "suports"}}))
            .text()
            .contains("supports")
    );
    assert_eq!(server.place.contents("graph"), before);
}

#[test]
fn fields_that_cannot_be_are_refused_and_nothing_is_written() {
    let server = Server::editing();
    let (evidence, _) = first(&server, SANCTIONS);
    let before = server.place.contents("graph");
    let when = |from: Value, to: Value| json!({"when": {"from": from, "to": to, "precision": "year", "basis": "text", "phase": "holds"}});
    let refused = [
        (json!({"contexts": ["diplomatik"]}), "did you mean diplomatic?"),
        (json!({"mode": "vote"}), "`sanctions` has no mode `vote`"),
        (when(json!("2026"), json!("2020")), "before it begins"),
        (when(Value::Null, Value::Null), "`when` has no date"),
        (json!({"item": "x".repeat(4001)}), "`item` is longer than 4000 characters"),
        (json!({"object": "San Theodoros"}), "both subject and object would be `san-theodoros`"),
        (json!({"object": "sildavia"}), "did you mean syldavia"),
        (
            json!({"others": [{"role": "boss", "actor": {"id": "Nobody", "label": "x", "kind": "state"}}]}),
            "others",
        ),
    ];
    for (set, detail) in refused {
        let problem =
            server.decide(&json!({"decision": "correct", "evidence": evidence, "set": set})).is_problem(400);
        assert!(problem["detail"].as_str().unwrap().contains(detail), "{set}: {problem}");
    }
    assert_eq!(server.place.contents("graph"), before);
}

#[test]
fn a_new_actor_is_insisted_on_and_told() {
    let server = Server::editing();
    let (evidence, _) = first(&server, SANCTIONS);
    let wish = json!({"decision": "correct", "evidence": evidence, "set": {"object": "sildavia"}, "new_actor": true});
    let answer = server.decide(&wish);
    assert_eq!(answer.status, 200, "{}", answer.text());
    assert_eq!(answer.json()["new_actors"], json!(["sildavia"]));
    let back = json!({"decision": "correct", "evidence": evidence, "set": {"object": "borduria"}});
    assert_eq!(server.decide(&back).json()["new_actors"], json!([]));
}

#[test]
fn null_clears_a_time_and_names_are_counted_in_characters() {
    let server = Server::editing();
    let (evidence, _) = first(&server, SANCTIONS);
    let when = json!({"from": "1979", "to": null, "precision": "year", "basis": "text", "phase": "begins"});
    for when in [when, Value::Null] {
        let wish = json!({"decision": "correct", "evidence": evidence, "set": {"when": when}, "by": "é".repeat(200)});
        let answer = server.decide(&wish);
        assert_eq!(answer.status, 200, "{}", answer.text());
        assert_eq!(server.json(&format!("/api/evidence/{evidence}"))["when"], when);
    }
}

#[test]
fn an_added_claim_that_was_rejected_is_told_and_confirmed_again() {
    let place = fable();
    let claim = ["claim", "--graph", "graph", "--ontology", "fable", "elbonia", "visits", "syldavia"];
    let quoted = ["--quote", "Utusan Elbonia terbang.", "--source", "x"];
    place.run(claim.iter().chain(&quoted)).succeeds();
    let server = Server::of(place, &["--edit"]);
    let (evidence, _) = first(&server, "relation=visits");
    let decide = |decision: &str| server.decide(&json!({"decision": decision, "evidence": evidence}));
    assert_eq!(decide("reject").status, 200);
    let told = server.json(&format!("/api/evidence/{evidence}"));
    assert_eq!((&told["edits"][0]["kind"], &told["subject"]["id"]), (&json!("rejected"), &json!("elbonia")));
    assert_eq!(decide("confirm").status, 200);
    assert_eq!(first(&server, "relation=visits").0, evidence);
}

#[test]
fn a_folder_of_another_ontology_takes_no_decision() {
    let place = fable();
    let manifest = std::fs::read_to_string(place.path("graph/manifest.json")).unwrap();
    let (before, after) = manifest.split_once(r#""ontology": ""#).unwrap();
    place.write("graph/manifest.json", &format!(r#"{before}"ontology": "ffff{}"#, &after[4..]));
    let server = Server::of(place, &["--edit"]);
    let (evidence, _) = first(&server, SANCTIONS);
    let problem = server.decide(&json!({"decision": "reject", "evidence": evidence})).is_problem(409);
    assert!(problem["hint"].as_str().unwrap().contains("--ontology"), "{problem}");
}

#[test]
fn only_the_servers_own_page_decides_and_only_in_json() {
    let server = Server::editing();
    let (evidence, _) = first(&server, SANCTIONS);
    let wish = json!({"decision": "reject", "evidence": evidence}).to_string();
    let own = server.origin();
    let json_type = ("Content-Type", "application/json");
    let post = |headers: &[(&str, &str)]| server.send("POST", "/api/decisions", headers, wish.as_bytes());
    post(&[json_type]).is_problem(403);
    post(&[json_type, ("Origin", "https://evil.example")]).is_problem(403);
    post(&[json_type, ("Origin", "null")]).is_problem(403);
    post(&[("Origin", &own)]).is_problem(415);
    post(&[("Content-Type", "text/plain"), ("Origin", &own)]).is_problem(415);
    post(&[("Content-Type", "application/x-www-form-urlencoded"), ("Origin", &own)]).is_problem(415);
    assert!(!server.place.path("graph/decisions.jsonl").exists());
    assert_eq!(post(&[("Content-Type", "application/json; charset=utf-8"), ("Origin", &own)]).status, 200);
}

#[test]
fn a_server_that_only_reads_takes_no_decision() {
    let server = Server::start();
    let (evidence, _) = first(&server, SANCTIONS);
    let problem = server.decide(&json!({"decision": "reject", "evidence": evidence})).is_problem(403);
    assert!(problem["hint"].as_str().unwrap().contains("--edit"), "{problem}");
    assert!(!server.place.path("graph/decisions.jsonl").exists());
}

#[test]
fn what_was_decided_elsewhere_meanwhile_is_no_more_as_shown() {
    let server = Server::editing();
    let (evidence, claim) = first(&server, SANCTIONS);
    let correct = ["correct", "--graph", "graph", "--ontology", "fable", &evidence, "relation=accuses"];
    server.place.run(correct).succeeds();
    server.decide(&json!({"decision": "reject", "evidence": evidence, "claim": claim})).is_problem(409);
    assert_eq!(decisions(&server).len(), 1);
}

#[test]
fn a_folder_that_another_process_changes_is_waited_for_but_not_for_ever() {
    let server = Server::editing();
    let (evidence, _) = first(&server, SANCTIONS);
    let held = aliansi::pipeline::publish::folder::Hold::take(&server.place.path("graph"), |_| {}).unwrap();
    let wish = json!({"decision": "reject", "evidence": evidence});
    let answer = server.decide(&wish);
    let problem = answer.is_problem(503);
    assert!(problem["detail"].as_str().unwrap().contains("another process"), "{problem}");
    assert!(answer.headers.contains("retry-after: 1"), "{}", answer.headers);
    assert_eq!(server.send("GET", "/api", &[], b"").status, 200, "who reads is not kept waiting");
    drop(held);
    assert_eq!(server.decide(&wish).status, 200);
}
