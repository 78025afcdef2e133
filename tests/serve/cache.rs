//! What a client has already is not sent again.

use super::client::{Answer, Request};
use super::running::{Server, asking, until};

fn again(server: &Server, target: &str, tag: &str) -> Answer {
    Request::new("GET", target).header("If-None-Match", tag).send(server.address)
}

#[test]
fn the_same_question_to_the_same_graph_is_answered_once() {
    let server = Server::start(&[]);
    let target = asking("SELECT * { ?a ?b ?c } LIMIT 2");
    let tag = server.get(&target).has_status(200).header("etag").unwrap().to_owned();
    let unchanged = again(&server, &target, &tag).has_status(304);
    assert!(unchanged.body.is_empty() && unchanged.header("etag") == Some(&tag));
    again(&server, &asking("SELECT * { ?a ?b ?c } LIMIT 3"), &tag).has_status(200);
    let csv = Request::new("GET", &target).header("If-None-Match", &tag).header("Accept", "text/csv");
    csv.send(server.address).has_status(200);
}

#[test]
fn what_changes_by_itself_and_what_fails_has_no_tag() {
    let server = Server::start(&[]);
    assert_eq!(server.ask("SELECT (NOW() AS ?now) {}").has_status(200).header("etag"), None);
    assert_eq!(server.ask("SELECT (RAND() AS ?n) {}").has_status(200).header("etag"), None);
    assert_eq!(server.ask("nonsense").has_status(400).header("etag"), None);
}

#[test]
fn the_api_is_asked_anew_when_the_graph_is_another() {
    let server = Server::start(&[]);
    until("the API is ready", || server.get("/api/blocs").status == 200);
    let tag = server.get("/api/blocs").header("etag").unwrap().to_owned();
    again(&server, "/api/blocs", &tag).has_status(304);
    again(&server, "/api/blocs", "\"other\"").has_status(200);
}
