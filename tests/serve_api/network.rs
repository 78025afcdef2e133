//! `/api/network`.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::server::{Server, all};

#[test]
fn the_network_is_that_of_the_export_with_places() {
    let server = Server::start();
    let network = server.json("/api/network");
    assert_eq!((&network["of"], &network["cut"]), (&json!({"actors": 4, "edges": 8}), &json!(false)));
    let places = network["nodes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|node| ["x", "y"].map(|side| node[side].as_f64().unwrap()));
    let places: Vec<[f64; 2]> = places.collect();
    assert!(places.iter().flatten().all(|side| (-1.0..=1.0).contains(side)), "{places:?}");
    let apart: BTreeSet<String> = places.iter().map(|place| format!("{place:?}")).collect();
    assert_eq!(apart.len(), 4);
    let export = server.place.run([
        "export",
        "--graph",
        "graph",
        "--ontology",
        "fable",
        "--level",
        "state",
        "--format",
        "json",
    ]);
    let export: Value = serde_json::from_str(&export.succeeds().out).unwrap();
    for (served, written) in [("nodes", "nodes"), ("edges", "edges")] {
        assert_eq!(network[served].as_array().unwrap().len(), export[written].as_array().unwrap().len());
    }
    for (served, written) in
        network["edges"].as_array().unwrap().iter().zip(export["edges"].as_array().unwrap())
    {
        for field in [
            "claim",
            "source",
            "target",
            "relation",
            "sign",
            "confidence",
            "origins",
            "weight",
            "months",
            "status",
        ] {
            assert_eq!(served[field], written[field], "{field}");
        }
    }
    assert_eq!(server.json("/api/network"), network, "the same again");
}

#[test]
fn the_strongest_part_is_shown_when_it_is_cut() {
    let server = Server::start();
    let part = server.json("/api/network?actors=2");
    assert_eq!((part["nodes"].as_array().unwrap().len(), &part["cut"]), (2, &json!(true)));
    assert_eq!(part["of"], json!({"actors": 4, "edges": 8}));
    let ties = server.json("/api/network?ties=1");
    assert_eq!(ties["edges"].as_array().unwrap().len(), 1);
}

#[test]
fn it_is_filtered() {
    let server = Server::start();
    let edges = |query: &str| {
        let network = server.json(&format!("/api/network?{query}"));
        let relations: BTreeSet<String> =
            all(&network["edges"], "relation").into_iter().map(str::to_owned).collect();
        (network["edges"].as_array().unwrap().len(), relations.into_iter().collect::<Vec<_>>().join(" "))
    };
    assert_eq!(edges("relation=sanctions,attacks"), (3, "attacks sanctions".to_owned()));
    assert_eq!(edges("min_origins=2"), (1, "supports".to_owned()));
    assert_eq!(edges("min_confidence=0.95"), (1, "supports".to_owned()));
    assert_eq!(edges("around=san-theodoros&relation=sanctions,supports").0, 2);
    assert_eq!(edges("around=san-theodoros&relation=sanctions,supports&hops=2").0, 4);
    assert_eq!(edges("from=2026&around=san-theodoros").0, 0);
    assert_eq!(edges("status=asserted&relation=attacks").0, 3);
    assert_eq!(edges("level=actor").0, 10);
}

#[test]
fn an_actor_without_ties_stands_alone() {
    let server = Server::start();
    let network = server.json("/api/network?around=borduria&relation=criticizes");
    assert_eq!((all(&network["nodes"], "id"), &network["edges"]), (vec!["borduria"], &json!([])));
}

#[test]
fn a_window_is_reckoned_anew() {
    let server = Server::start();
    let edge = |query: &str| {
        let network = server.json(&format!("/api/network?relation=supports&{query}"));
        network["edges"].as_array().unwrap().iter().find(|edge| edge["source"] == "borduria").cloned()
    };
    assert_eq!(edge("").unwrap()["origins"], 2);
    assert_eq!(edge("from=2025-05&to=2025").unwrap()["origins"], 1, "one of them reported then");
    assert_eq!(edge("to=2024"), None);
    assert_eq!(edge("from=2025&undated=true").unwrap()["origins"], 2);
}
