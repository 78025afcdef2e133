//! Starting, following the folder, stopping.

use std::io::Write;
use std::net::TcpListener;
use std::time::Duration;

use super::client::{connect, read};
use super::running::{Server, asking, until};
use crate::run::Place;

#[test]
fn what_keeps_a_server_from_starting_is_said_with_the_next_step() {
    let place = Place::with_graph();
    place.run(["serve", "--graph", "nowhere"]).ends_with(1, &["nowhere"]);
    place.run(["serve", "--graph", "news"]).ends_with(1, &["manifest.json"]);
    place.run(["serve"]).ends_with(2, &["--graph"]);
    place.run(["serve", "--graph", "graph", "--timeout", "0"]).ends_with(2, &["seconds above 0"]);
    place.run(["serve", "--graph", "graph", "--cors", "desk"]).ends_with(2, &["scheme, host"]);
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    place.run(["serve", "--graph", "graph", "--port", &port]).ends_with(1, &["another program", "--port 0"]);
    place
        .run(["serve", "--graph", "graph", "--host", "192.0.2.1"])
        .ends_with(1, &["192.0.2.1", "--host 127.0.0.1"]);
}

#[test]
fn it_says_who_can_reach_it() {
    let server = Server::start(&[]);
    assert!(server.said().contains("this machine alone"), "{}", server.said());
}

#[test]
fn requests_are_told_only_if_wished_and_what_was_asked_never() {
    let server = Server::start(&["--log"]);
    server.ask("ASK { <http://secret.example/> ?b ?c }").has_status(200);
    until("it is told", || server.said().contains("GET \"/sparql\" 200"));
    assert!(!server.said().contains("secret"));
    let silent = Server::start(&[]);
    silent.lives();
    assert!(!silent.said().contains("/health"), "{}", silent.said());
}

#[test]
fn a_folder_that_is_built_again_is_taken_up() {
    let place = Place::with_graph();
    let server = Server::of(&place.path("graph"), &[]);
    let documents = |server: &Server| {
        let query = "SELECT (COUNT(DISTINCT ?d) AS ?n) { ?d a al:Document }";
        server.ask_for("text/csv", query).has_status(200).text().lines().nth(1).unwrap().trim().to_owned()
    };
    assert_eq!(documents(&server), "2");
    let before = server.get("/health").text();
    place.write("more/tiga.txt", "Iran mendukung Belarus.\n");
    place.run(["add", "more", "--graph", "graph"]).succeeds();
    until("the new document is there", || documents(&server) == "3");
    assert_ne!(server.get("/health").text(), before);
    until("it is told", || server.said().contains("has changed and is served as it is now"));
}

#[test]
fn a_folder_without_its_index_is_served_and_it_is_said() {
    let place = Place::with_graph();
    let server = Server::of(&place.path("graph"), &[]);
    assert!(!server.said().contains("graph.index"), "{}", server.said());
    std::fs::remove_file(place.path("graph/graph.index")).unwrap();
    let server = Server::of(&place.path("graph"), &[]);
    until("it is told", || server.said().contains("graph.index"));
    server.ask("ASK { ?a ?b ?c }").has_status(200);
}

#[test]
fn a_folder_that_breaks_is_served_as_it_was() {
    let place = Place::with_graph();
    let server = Server::of(&place.path("graph"), &[]);
    std::fs::write(place.path("graph/manifest.json"), "{").unwrap();
    until("it is told", || {
        server.lives();
        server.said().contains("cannot be read, so it is served as it was")
    });
    server.lives();
    let told = server.said().matches("served as it was").count();
    std::thread::sleep(Duration::from_millis(1200));
    server.lives();
    std::thread::sleep(Duration::from_millis(300));
    assert_eq!(server.said().matches("served as it was").count(), told, "it is told once");
}

#[cfg(unix)]
fn signal(server: &Server, name: &str) {
    let killed = std::process::Command::new("kill").args([name, &server.id().to_string()]).status().unwrap();
    assert!(killed.success());
}

#[cfg(unix)]
#[test]
fn either_signal_stops_it_with_success() {
    for name in ["-INT", "-TERM"] {
        let mut server = Server::start(&[]);
        server.lives();
        let mut idle = connect(server.address);
        signal(&server, name);
        assert!(server.ends_within(Duration::from_secs(4)).success(), "{name}");
        assert!(read(&mut idle).is_empty());
    }
}

#[cfg(unix)]
#[test]
fn what_runs_when_it_stops_may_end_and_what_does_not_end_is_cut_off() {
    let mut server = Server::start(&[]);
    let send = |query: &str| {
        let mut stream = connect(server.address);
        let head = format!("GET {} HTTP/1.1\r\nHost: {}\r\n\r\n", asking(query), server.address);
        stream.write_all(head.as_bytes()).unwrap();
        stream
    };
    let mut short = send("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d a al:Document }");
    let mut endless = send("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }");
    std::thread::sleep(Duration::from_millis(200));
    signal(&server, "-TERM");
    let answer = super::client::answer(&read(&mut short));
    assert!(answer.status == 200 && answer.is_whole);
    assert!(server.ends_within(Duration::from_secs(15)).success());
    assert!(read(&mut endless).is_empty());
}

#[cfg(unix)]
#[test]
fn a_second_signal_ends_it_at_once() {
    let mut server = Server::start(&[]);
    let mut endless = connect(server.address);
    let query = asking("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }");
    endless
        .write_all(format!("GET {query} HTTP/1.1\r\nHost: {}\r\n\r\n", server.address).as_bytes())
        .unwrap();
    std::thread::sleep(Duration::from_millis(200));
    signal(&server, "-INT");
    std::thread::sleep(Duration::from_millis(300));
    signal(&server, "-INT");
    assert_eq!(server.ends_within(Duration::from_secs(2)).code(), Some(130));
}
