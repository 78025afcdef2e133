//! `/api/edges`, `/api/edges/{claim}`, `/api/evidence`, `/api/evidence/{id}`.

use serde_json::{Value, json};

use crate::server::{Server, all};

fn triples(edges: &Value) -> Vec<String> {
    let word = |edge: &Value, field: &str| edge[field].as_str().unwrap().to_owned();
    let triple = |edge: &Value| ["source", "relation", "target"].map(|field| word(edge, field)).join(" ");
    edges["edges"].as_array().unwrap().iter().map(triple).collect()
}

fn claim_of(server: &Server, query: &str) -> String {
    server.json(&format!("/api/edges?{query}"))["edges"][0]["claim"].as_str().unwrap().to_owned()
}

#[test]
fn edges_are_picked_by_their_ends_and_relation_the_strongest_first() {
    let server = Server::start();
    let found = server.json("/api/edges?actor=borduria");
    assert_eq!(found["total"], 4);
    assert_eq!(triples(&found)[0], "borduria supports syldavia", "two origins");
    assert_eq!(found["edges"][2]["source_label"], "San Theodoros");
    assert_eq!(
        triples(&server.json("/api/edges?subject=elbonia&object=syldavia&relation=attacks,criticizes")),
        ["elbonia attacks syldavia", "elbonia criticizes syldavia"]
    );
    let page = server.json("/api/edges?limit=3&offset=6");
    assert_eq!((page["total"].as_u64(), triples(&page).len()), (Some(8), 2));
    assert_eq!(triples(&server.json("/api/edges?offset=6"))[..2], triples(&page)[..]);
    assert_eq!(server.json("/api/edges?actor=san-theodoros&from=2026")["total"], 0);
}

#[test]
fn a_status_adds_edges_that_are_not_plain() {
    let server = Server::start();
    let plain = server.json("/api/edges?relation=attacks");
    assert_eq!(plain["total"], 2, "what a party says of others is no plain edge");
    let more = server.json("/api/edges?relation=attacks&status=asserted");
    assert_eq!(more["total"], 3);
    let added =
        more["edges"].as_array().unwrap().iter().find(|edge| edge["source"] == "san-theodoros").unwrap();
    assert_eq!((&added["plain"], &added["status"]), (&json!(false), &json!("asserted")));
}

#[test]
fn an_edge_comes_with_its_evidence_marked() {
    let server = Server::start();
    let claim = claim_of(&server, "subject=borduria&relation=supports");
    let edge = server.json(&format!("/api/edges/{claim}"));
    assert_eq!(
        (&edge["statuses"], &edge["evidence_total"]),
        (&json!({"asserted": 3, "denied": 1}), &json!(4))
    );
    assert_eq!((&edge["origins"], &edge["contested"], &edge["sign"]), (&json!(2), &json!(true), &json!(1)));
    assert_eq!(edge["scores"]["asserted"]["confidence"], edge["confidence"]);
    assert_eq!(edge["months"], json!({"2025-01": 1, "2025-06": 1, "2026": 2}));
    let evidence = edge["evidence"].as_array().unwrap();
    let statuses = all(&edge["evidence"], "status");
    assert_eq!(statuses, ["asserted", "asserted", "asserted", "denied"]);
    let denied = &evidence[3];
    assert_eq!(denied["denied_by"], json!([{"id": "syldavia", "label": "Syldavia"}]));
    let by_president = evidence.iter().find(|piece| piece["subject"]["id"] == "igor-pletov").unwrap();
    assert_eq!(by_president["claim"], claim.as_str(), "the claim is that of the edge");
}

#[test]
fn the_sentence_is_cut_where_a_marking_begins_or_ends() {
    let server = Server::start();
    let claim = claim_of(&server, "subject=elbonia&object=borduria");
    let piece = server.json(&format!("/api/evidence?claim={claim}"))["evidence"][0].clone();
    let segments = piece["segments"].as_array().unwrap();
    let text: String = segments.iter().map(|segment| segment["text"].as_str().unwrap()).collect();
    assert_eq!(text, "Elbonia menyerang Borduria.");
    let role = |role: &str| {
        let has = |segment: &&Value| segment["roles"].as_array().unwrap().contains(&role.into());
        segments.iter().find(has).unwrap()["text"].as_str().unwrap()
    };
    assert_eq!(["subject", "cue", "object"].map(role), ["Elbonia", "menyerang", "Borduria"]);
}

#[test]
fn hostile_texts_stay_texts_and_addresses_are_of_the_web() {
    let server = Server::start();
    let claim = claim_of(&server, "subject=borduria&relation=supports");
    let answer = server.send("GET", &format!("/api/edges/{claim}"), &[], b"");
    assert!(answer.headers.contains("x-content-type-options: nosniff"), "{}", answer.headers);
    let first = &answer.json()["evidence"].as_array().unwrap().clone();
    let first = first.iter().find(|piece| piece["document"]["id"] == "satu").unwrap();
    assert_eq!(first["document"]["title"], "<script>alert(1)</script> & \"Poros\"");
    assert_eq!(first["document"]["url"], "https://example.org/satu");
    let claim = claim_of(&server, "subject=syldavia&relation=supports");
    let piece = &server.json(&format!("/api/edges/{claim}"))["evidence"][0];
    assert_eq!(
        (&piece["document"]["id"], &piece["document"]["url"]),
        (&json!("dua"), &Value::Null),
        "javascript: is no address"
    );
}

#[test]
fn a_piece_of_evidence_is_found_by_its_id_and_names_who_says_it() {
    let server = Server::start();
    let edges =
        server.json("/api/edges?subject=san-theodoros&object=elbonia&status=asserted&relation=attacks");
    let claim = edges["edges"][0]["claim"].as_str().unwrap();
    let listed = server.json(&format!("/api/evidence?claim={claim}&limit=1&offset=0"));
    let id = listed["evidence"][0]["evidence"].as_str().unwrap();
    let piece = server.json(&format!("/api/evidence/{id}"));
    assert_eq!(piece, listed["evidence"][0]);
    assert_eq!(piece["speaker"], json!({"id": "borduria", "label": "Borduria"}));
    assert_eq!(
        (&piece["relation"], &piece["language"], &piece["edits"]),
        (&json!("attacks"), &json!("id"), &json!([]))
    );
    assert_eq!(server.json(&format!("/api/evidence?claim={claim}&offset=1"))["evidence"], json!([]));
    let problem = server.problem(&format!("/api/evidence/{id}?from=2026"), 404);
    assert!(problem["hint"].as_str().unwrap().contains("outside the window"), "{problem}");
}

#[test]
fn what_is_not_there_is_not_found() {
    let server = Server::start();
    for target in
        ["/api/edges/0000", "/api/evidence/0000", "/api/evidence?claim=0000", "/api/timeline?claim=0000"]
    {
        server.problem(target, 404);
    }
}
