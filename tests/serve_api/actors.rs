//! `/api/actors` and `/api/actors/{id}`.

use serde_json::{Value, json};

use crate::fable::fable;
use crate::server::Server;

#[test]
fn without_a_name_the_highest_rank_comes_first() {
    let server = Server::start();
    let found = server.json("/api/actors?limit=2");
    assert_eq!((found["total"].as_u64(), found["actors"].as_array().unwrap().len()), (Some(4), 2));
    let ranks: Vec<f64> = server.json("/api/actors")["actors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|actor| actor["rank"].as_f64().unwrap())
        .collect();
    assert!(ranks.is_sorted_by(|a, b| a >= b), "{ranks:?}");
    assert!((ranks.iter().sum::<f64>() - 1.0).abs() < 1e-4);
}

#[test]
fn actors_are_found_by_any_name_without_case_and_accents() {
    let server = Server::start();
    let found = |text: &str| {
        let found = server.json(&format!("/api/actors?q={text}"))["actors"].clone();
        let id_and_name =
            |actor: &Value| (actor["id"].as_str().unwrap().to_owned(), actor["matched"].clone());
        found.as_array().unwrap().iter().map(id_and_name).collect::<Vec<_>>()
    };
    let one = |id: &str, name: Value| vec![(id.to_owned(), name)];
    assert_eq!(found("BORDU"), one("borduria", Value::Null));
    assert_eq!(found("szoh"), one("borduria", json!("Szohod")), "its seat");
    assert_eq!(found("%C3%A9lbo"), one("elbonia", Value::Null), "an accent");
    assert_eq!(found("theo"), one("san-theodoros", Value::Null), "a later word");
    assert_eq!(found("ldav"), one("syldavia", Value::Null), "inside a word");
    assert_eq!(found("sildavia"), one("syldavia", Value::Null), "misspelt");
    assert_eq!(found("pletov"), one("borduria", json!("Igor Pletov")), "who acts for it");
    assert_eq!(found("qqqq"), []);
}

#[test]
fn an_actor_is_told_whole() {
    let server = Server::start();
    let actor = server.json("/api/actors/borduria");
    assert_eq!(
        (&actor["kind"], &actor["sector"], &actor["bloc"]),
        (&json!("state"), &json!("GOV"), &json!(0))
    );
    assert_eq!(actor["members"], json!([{"id": "igor-pletov", "label": "Igor Pletov"}]));
    assert_eq!(actor["friends"].as_array().unwrap().len(), 1);
    assert_eq!(actor["friends"][0]["b"]["id"], "syldavia");
    let foes: Vec<&str> =
        actor["foes"].as_array().unwrap().iter().map(|foe| foe["b"]["id"].as_str().unwrap()).collect();
    assert_eq!(foes, ["elbonia", "san-theodoros"], "the worst first");
    assert_eq!(actor["relations"][2], json!({"relation": "supports", "out": 1, "in": 1}));
    assert_eq!(actor["months"], json!({"2025-01": 2, "2025-03": 1, "2025-06": 2, "2026": 2}));
    let sum: f64 = actor["foes"].as_array().unwrap().iter().map(|foe| foe["hostile"].as_f64().unwrap()).sum();
    assert!((actor["standing"]["hostile"].as_f64().unwrap() - sum).abs() < 1e-3);
}

#[test]
fn an_official_is_an_actor_of_their_own_and_at_the_level_of_states_the_state() {
    let server = Server::start();
    assert_eq!(server.json("/api/actors/igor-pletov")["id"], "borduria");
    let own = server.json("/api/actors/igor-pletov?level=actor");
    assert_eq!(
        (&own["id"], &own["acts_for"], &own["ties"]),
        (&json!("igor-pletov"), &json!("borduria"), &json!(1))
    );
}

#[test]
fn who_is_not_there_has_near_ids_and_who_is_outside_the_window_is_told_so() {
    let server = Server::start();
    let problem = server.problem("/api/actors/bordurja", 404);
    assert_eq!(problem["hint"], "did you mean borduria?");
    let problem = server.problem("/api/actors/san-theodoros?from=2026", 404);
    assert!(problem["detail"].as_str().unwrap().contains("within the window"), "{problem}");
}

/// A server of a graph of one text.
fn of_text(text: &str) -> Server {
    let place = fable();
    let document = json!({"id": "a", "published": "2026-01-01", "text": text});
    place.write("one.jsonl", &(document.to_string() + "\n"));
    place.run(["build", "one.jsonl", "-o", "graph", "--ontology", "fable"]).succeeds();
    Server::of(place, &[])
}

#[test]
fn a_slash_in_an_id_is_percent_encoded() {
    let server = of_text("Mahasiswa Borduria mengecam Syldavia.");
    let students = server.json("/api/actors/borduria%2Fstudents?level=actor");
    assert_eq!((&students["id"], &students["kind"]), (&json!("borduria/students"), &json!("group")));
    server.problem("/api/actors/borduria/students", 404);
    let edges = server.json("/api/edges?level=actor&subject=borduria/students");
    assert_eq!(edges["total"], 1);
}

#[test]
fn private_persons_stay_private() {
    let server = of_text("Pengacara Karel Hovanov mengecam Syldavia.");
    let claims = std::fs::read_to_string(server.place.path("graph/claims.jsonl")).unwrap();
    assert!(claims.contains("\"karel-hovanov\""), "{claims}");
    for level in ["actor", "state"] {
        assert_eq!(server.json(&format!("/api/actors?level={level}&q=hovanov"))["total"], 0);
        let citizens = server.json(&format!("/api/actors/karel-hovanov?level={level}"));
        assert_eq!((&citizens["id"], &citizens["mentions"]), (&json!("citizens"), &json!({})));
        assert_eq!(citizens["members"], json!([]), "nobody is named");
        let edges = server.json(&format!("/api/edges?level={level}&subject=citizens"));
        let claim = edges["edges"][0]["claim"].as_str().unwrap();
        let evidence = &server.json(&format!("/api/evidence?level={level}&claim={claim}"))["evidence"][0];
        assert_eq!(evidence["subject"], json!({"id": "citizens", "label": "citizens"}));
    }
}
