//! `/api`, `/api/ties`, `/api/blocs`, `/api/timeline`.

use serde_json::json;

use crate::server::{Server, all};

#[test]
fn what_is_served_is_told_in_numbers() {
    let server = Server::start();
    let about = server.json("/api");
    assert_eq!((&about["documents"], &about["claims"]), (&json!(5), &json!(13)));
    assert_eq!(about["levels"]["state"], json!({"actors": 4, "edges": 8}));
    assert_eq!(about["levels"]["actor"], json!({"actors": 5, "edges": 10}), "the president is one more");
    assert_eq!((&about["from"], &about["to"]), (&json!("2025-01"), &json!("2026")));
    assert_eq!((&about["statuses"], &about["edit"]), (&json!(["asserted", "denied"]), &json!(false)));
    let supports = json!({"id": "supports", "polarity": "positive", "symmetric": false, "plover": "SUPPORT", "edges": 3});
    assert!(about["relations"].as_array().unwrap().contains(&supports), "{}", about["relations"]);
    assert_eq!(about["graph"], server.json("/health")["graph"]);
    assert_eq!(about["prefixes"]["actor"], "https://w3id.org/aliansi/actor/");
    assert!(about["notice"].as_str().unwrap().contains("not what is true"));
}

#[test]
fn a_window_counts_what_it_holds() {
    let server = Server::start();
    let about = server.json("/api?from=2025-02&to=2025-12");
    assert_eq!(about["claims"], 6);
    assert_eq!(about["levels"]["state"]["edges"], 5);
    assert_eq!(server.json("/api?from=2025-02&to=2025-12&undated=true")["claims"], 7);
    assert_eq!(server.json("/api?to=2020")["claims"], 0);
}

#[test]
fn ties_sum_up_friendly_and_hostile_edges() {
    let server = Server::start();
    let ties = server.json("/api/ties");
    assert_eq!(all(&ties["actors"], "id"), ["elbonia", "borduria", "syldavia", "san-theodoros"]);
    assert_eq!(ties["ties"].as_array().unwrap().len(), 5);
    let two = server.json("/api/ties?actors=syldavia,borduria,syldavia");
    assert_eq!(all(&two["actors"], "id"), ["syldavia", "borduria"]);
    let tie = &two["ties"][0];
    assert_eq!(
        (&tie["a"]["id"], &tie["b"]["id"], &tie["edges"]),
        (&json!("borduria"), &json!("syldavia"), &json!(2))
    );
    let supports = |ends: &str| {
        server.json(&format!("/api/edges?relation=supports&{ends}"))["edges"][0]["weight"].as_f64().unwrap()
    };
    let sum = supports("subject=borduria") + supports("subject=syldavia");
    assert!((tie["friendly"].as_f64().unwrap() - sum).abs() < 1e-4 && tie["hostile"] == 0.0, "{tie}");
    assert_eq!(tie["net"], tie["friendly"]);
    assert_eq!(two["ties"].as_array().unwrap().len(), 1);
}

#[test]
fn blocs_and_balance_are_those_of_the_commands() {
    let server = Server::start();
    let blocs = server.json("/api/blocs");
    let ids: Vec<Vec<&str>> =
        blocs["blocs"].as_array().unwrap().iter().map(|bloc| all(&bloc["actors"], "id")).collect();
    assert_eq!(
        ids,
        [["elbonia", "san-theodoros"], ["borduria", "syldavia"]]
            .map(|ids| ids.to_vec())
            .into_iter()
            .rev()
            .collect::<Vec<_>>()
    );
    assert_eq!(blocs["frustration"], json!({"lower": 0.0, "upper": 0.0, "exact": true, "balance": 1.0}));
    assert_eq!(blocs["triads"]["+--"], 2);
    assert_eq!(blocs["triads"]["balanced"], 1.0);
    let printed = server
        .place
        .run(["blocs", "--graph", "graph", "--ontology", "fable", "--format", "json"])
        .succeeds()
        .out;
    let printed: serde_json::Value = serde_json::from_str(&printed).unwrap();
    let mut commands: Vec<Vec<String>> = serde_json::from_value(
        printed["blocs"].as_array().unwrap().iter().map(|bloc| bloc["actors"].clone()).collect(),
    )
    .unwrap();
    let mut served: Vec<Vec<String>> =
        ids.iter().map(|ids| ids.iter().map(|id| (*id).to_owned()).collect()).collect();
    commands.iter_mut().chain(&mut served).for_each(|bloc| bloc.sort());
    assert_eq!(served, commands);
}

#[test]
fn evidence_is_counted_by_month_and_sign() {
    let server = Server::start();
    let months = |of: &str| server.json(&format!("/api/timeline{of}"))["months"].clone();
    let all = months("");
    assert_eq!(all[0], json!({"month": "2025-01", "positive": 1, "neutral": 0, "negative": 1}));
    assert_eq!(all.as_array().unwrap().len(), 4, "undated evidence is in no month");
    assert_eq!(
        months("?relation=sanctions"),
        json!([{"month": "2025-06", "positive": 0, "neutral": 0, "negative": 1}])
    );
    assert_eq!(months("?actor=san-theodoros").as_array().unwrap().len(), 2);
    let claim = server.json("/api/edges?subject=elbonia&relation=criticizes")["edges"][0]["claim"].clone();
    let claim = claim.as_str().unwrap();
    assert_eq!(months(&format!("?claim={claim}&actor=elbonia"))[0]["month"], "2026");
    assert_eq!(months(&format!("?claim={claim}&actor=borduria")), json!([]));
}
