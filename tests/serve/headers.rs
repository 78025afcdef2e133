//! Who may call the server, and what answers say to browsers.

use super::client::Request;
use super::running::{Server, asking};

fn get(server: &Server, name: &str, value: &str) -> super::client::Answer {
    Request::new("GET", &asking("ASK {}")).header(name, value).send(server.address)
}

#[test]
fn a_name_that_is_not_the_servers_is_sent_away() {
    let server = Server::start(&["--allow-host", "graph.example"]);
    let port = server.address.port();
    for own in [
        format!("localhost:{port}"),
        format!("127.0.0.1:{port}"),
        format!("[::1]:{port}"),
        "graph.example".into(),
    ] {
        get(&server, "Host", &own).has_status(200);
    }
    for foreign in ["evil.example", "localhost", "localhost:1", "localhost.evil.example", ""] {
        get(&server, "Host", foreign).refuses(421, &["--allow-host"]);
    }
    let absolute = Request::new("GET", "http://evil.example/health").send(server.address);
    absolute.refuses(421, &[]);
}

#[test]
fn every_answer_tells_browsers_to_be_careful() {
    let server = Server::start(&[]);
    let targets = ["/health", "/sparql", "/sparql?query=nonsense", "/", "/assets/none.js", "/api/none"];
    for target in targets {
        let answer = server.get(target);
        assert_eq!(answer.header("x-content-type-options"), Some("nosniff"), "{target}");
        assert_eq!(answer.header("referrer-policy"), Some("no-referrer"), "{target}");
        assert_eq!(answer.header("cross-origin-opener-policy"), Some("same-origin"), "{target}");
        let types = answer.headers.iter().filter(|(name, _)| name == "content-type").count();
        assert_eq!(types, 1, "{target}: {:?}", answer.headers);
        let policy = answer.header("content-security-policy").unwrap();
        assert!(
            policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"),
            "{target}: {policy}"
        );
    }
}

#[test]
fn pages_of_others_read_nothing_unless_they_are_named() {
    let closed = Server::start(&[]);
    assert_eq!(get(&closed, "Origin", "https://desk.example").header("access-control-allow-origin"), None);
    let named = Server::start(&["--cors", "https://desk.example"]);
    let allowed = |server: &Server, origin: &str| {
        get(server, "Origin", origin).header("access-control-allow-origin").map(str::to_owned)
    };
    assert_eq!(allowed(&named, "https://desk.example").as_deref(), Some("https://desk.example"));
    assert_eq!(allowed(&named, "https://evil.example"), None);
    assert_eq!(allowed(&Server::start(&["--cors", "*"]), "https://evil.example").as_deref(), Some("*"));
    let asked_before = Request::new("OPTIONS", "/sparql")
        .header("Origin", "https://desk.example")
        .header("Access-Control-Request-Method", "POST")
        .header("Access-Control-Request-Headers", "content-type")
        .send(named.address);
    assert_eq!(asked_before.header("access-control-allow-origin"), Some("https://desk.example"));
}

#[test]
fn health_tells_the_graph_and_when_the_api_is_ready() {
    let server = Server::start(&[]);
    super::running::until("the graphs are made", || {
        let health: serde_json::Value =
            serde_json::from_str(&server.get("/health").has_status(200).text()).unwrap();
        assert_eq!(health["status"], "ok");
        assert_eq!(health["graph"].as_str().unwrap().len(), 32);
        health["ready"] == true
    });
}
