//! Requests that no good client sends.

use std::io::{Read, Write};
use std::net::Shutdown;
use std::time::{Duration, Instant};

use super::client::{Request, answer, connect, encoded, exchange, read};
use super::running::{Server, asking};

/// Sends a whole request of one's own making; `HOST` in it is the server's.
fn raw(server: &Server, request: &str) -> super::client::Answer {
    exchange(server.address, request.replace("HOST", &server.address.to_string()).as_bytes())
}

#[test]
fn requests_that_are_none_are_refused() {
    let server = Server::start(&[]);
    let garbage = [
        "nonsense\r\n\r\n",
        "GET\r\n\r\n",
        "GET / HTTP/9.9\r\nHost: HOST\r\n\r\n",
        "GET /a b HTTP/1.1\r\nHost: HOST\r\n\r\n",
        "GET / HTTP/1.1\r\nHost HOST\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: HOST\r\nBad\u{0}Name: x\r\n\r\n",
        "POST /sparql HTTP/1.1\r\nHost: HOST\r\nContent-Length: -1\r\n\r\n",
        "POST /sparql HTTP/1.1\r\nHost: HOST\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
        "\u{16}\u{3}\u{1}\u{2}\u{0}\u{1}\u{0}\u{1}\r\n\r\n",
    ];
    for request in garbage {
        raw(&server, request).has_status(400);
        server.lives();
    }
}

#[test]
fn two_hosts_and_no_host_are_no_name() {
    let server = Server::start(&[]);
    raw(&server, "GET /health HTTP/1.1\r\nHost: HOST\r\nHost: evil.example\r\nConnection: close\r\n\r\n")
        .has_status(421);
    raw(&server, "GET /health HTTP/1.1\r\nConnection: close\r\n\r\n").has_status(421);
    raw(&server, "GET /health HTTP/1.1\r\nHost: user@HOST\r\nConnection: close\r\n\r\n").has_status(421);
}

#[test]
fn a_length_and_chunks_at_once_smuggle_nothing() {
    let server = Server::start(&[]);
    let smuggled = "GET /health HTTP/1.1\r\nHost: HOST\r\n\r\n";
    let request = format!(
        "POST /sparql HTTP/1.1\r\nHost: HOST\r\nContent-Type: application/sparql-query\r\nContent-Length: 4\r\n\
         Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n{smuggled}"
    );
    let mut stream = connect(server.address);
    stream.write_all(request.replace("HOST", &server.address.to_string()).as_bytes()).unwrap();
    stream.shutdown(Shutdown::Write).unwrap();
    let text = String::from_utf8_lossy(&read(&mut stream)).into_owned();
    assert!(text.starts_with("HTTP/1.1 400"), "{text}");
    server.lives();
}

#[test]
fn heads_addresses_and_bodies_have_a_largest_size() {
    let server = Server::start(&[]);
    let long = "x".repeat(200_000);
    raw(&server, &format!("GET /health HTTP/1.1\r\nHost: HOST\r\nX: {long}\r\n\r\n")).has_status(431);
    let many: String = (0..500).map(|n| format!("X-{n}: x\r\n")).collect();
    raw(&server, &format!("GET /health HTTP/1.1\r\nHost: HOST\r\n{many}\r\n")).has_status(431);
    let status = raw(&server, &format!("GET /{long} HTTP/1.1\r\nHost: HOST\r\n\r\n")).status;
    assert!([414, 431].contains(&status), "{status}");
    let body = Request::new("POST", "/sparql").body("application/sparql-query", vec![b'#'; (1 << 20) + 1]);
    body.send(server.address).refuses(413, &["1048576 bytes"]);
    server.lives();
}

#[test]
fn a_body_of_chunks_without_end_is_cut_off() {
    let server = Server::start(&[]);
    let mut stream = connect(server.address);
    let head = format!(
        "POST /sparql HTTP/1.1\r\nHost: {}\r\nContent-Type: application/sparql-query\r\nTransfer-Encoding: chunked\r\n\r\n",
        server.address
    );
    stream.write_all(head.as_bytes()).unwrap();
    let chunk = [b"10000\r\n".as_slice(), &[b'#'; 1 << 16], b"\r\n"].concat();
    let sent = (0..1000).take_while(|_| stream.write_all(&chunk).is_ok()).count();
    assert!(sent < 1000, "64 MB were taken");
    server.lives();
}

#[test]
fn a_query_of_a_megabyte_is_answered_or_refused_in_time() {
    let server = Server::start(&["--timeout", "5"]);
    let post = |query: String| {
        let begun = Instant::now();
        let answer =
            Request::new("POST", "/sparql").body("application/sparql-query", query).send(server.address);
        assert!(begun.elapsed() < Duration::from_secs(25), "{:?}", begun.elapsed());
        answer
    };
    let values: String = (0..100_000).map(|n| format!("{n} ")).collect();
    post(format!("SELECT (COUNT(*) AS ?n) {{ VALUES ?a {{ {values} }} }}")).refuses(200, &["100000"]);
    post(format!("ASK {{ ?a ?b ?c }} #{}", "x".repeat(1_000_000))).has_status(200);
    server.lives();
}

#[test]
fn a_query_that_is_nested_deep_does_not_end_the_server() {
    let server = Server::start(&["--timeout", "5"]);
    for (open, close) in [("{", "}"), ("(", ")"), ("!(", ")")] {
        for depth in [100, 5_000, 100_000] {
            let (opened, closed) = (open.repeat(depth), close.repeat(depth));
            let query = match open {
                "{" => format!("SELECT * {{ {opened} ?a ?b ?c {closed} }}"),
                _ => format!("SELECT * {{ ?a ?b ?c FILTER({opened} true {closed}) }}"),
            };
            let request = Request::new("POST", "/sparql").body("application/sparql-query", query);
            let status = request.send(server.address).status;
            assert!([200, 400, 503].contains(&status), "{open} {depth}: {status}");
            server.lives();
        }
    }
}

#[test]
fn a_query_of_many_patterns_is_refused_and_keeps_nobody_waiting() {
    let server = Server::start(&["--queries", "1", "--timeout", "30"]);
    let begun = Instant::now();
    let patterns = |one: &str, count: usize| format!("ASK {{ {} }}", one.repeat(count));
    let queries = [
        (patterns("?a ?b ?c . ", 50_000), "patterns of triples"),
        (patterns("?a ?b ?c . ", 1000), "patterns of triples"),
        (format!("ASK {{ ?a ?b {}?c }}", "?c , ".repeat(1000)), "patterns of triples"),
        (format!("ASK {{ ?a ?b ({}) }}", "1 ".repeat(1000)), "patterns of triples"),
        (patterns("<< ?a ?b ", 50_000), "nests too deep"),
        (patterns("<<( ?a ?b ", 50_000), "nests too deep"),
        (patterns("{ ?a ?b ?c } ", 1000), "patterns of triples"),
    ];
    for (query, reason) in queries {
        let request = Request::new("POST", "/sparql").body("application/sparql-query", query);
        request.send(server.address).refuses(400, &[reason]);
    }
    server.ask("ASK {}").has_status(200);
    assert!(begun.elapsed() < Duration::from_secs(20));
}

#[test]
fn texts_that_grow_without_end_are_refused() {
    let server = Server::start(&[]);
    let join = |part: &str| format!("CONCAT({})", vec![part; 60].join(","));
    let bomb = format!("SELECT (STRLEN({}) AS ?n) {{ ?a ?b ?x }}", join(&join(&join("?x"))));
    let letters = |letter: &str| letter.repeat(200_000);
    let replaced =
        format!("SELECT (STRLEN(REPLACE('{}', 'a', '{}')) AS ?n) {{}}", letters("a"), letters("b"));
    for query in [bomb, replaced] {
        let request = Request::new("POST", "/sparql").body("application/sparql-query", query);
        request.send(server.address).refuses(400, &["more than 256 MiB"]);
    }
    server.lives();
}

#[test]
fn paths_lead_to_nothing_outside() {
    let server = Server::start(&[]);
    let secret = "aliansi-graph";
    for path in [
        "/../manifest.json",
        "/assets/../../manifest.json",
        "/assets/..%2f..%2fmanifest.json",
        "/%2e%2e/manifest.json",
        "/assets/%2e%2e/%2e%2e/exports/manifest.json",
        "/assets/..%5c..%5cmanifest.json",
        "//manifest.json",
        "/manifest.json",
        "/manifest.json%00.html",
        "/etc/passwd",
        "/..%252f..%252fmanifest.json",
        "/api/../manifest.json",
        "/api/..%2f..%2fmanifest.json",
    ] {
        let answer = server.get(path);
        let text = String::from_utf8_lossy(&answer.body).into_owned();
        assert!(!text.contains(secret) && !text.contains("root:"), "{path}: {text}");
        assert!(
            [400, 404].contains(&answer.status) || text.contains("<!doctype html"),
            "{path}: {}",
            answer.status
        );
    }
}

#[test]
fn nothing_of_a_request_becomes_a_header_of_the_answer() {
    let server = Server::start(&["--cors", "https://desk.example"]);
    let injected = "%0d%0aX-Injected:%20yes";
    for target in [
        format!("/sparql?query=ASK%7B%7D&default-graph-uri=http://a/{injected}"),
        format!("/sparql?query={injected}"),
        format!("/api/actors/{injected}"),
        format!("/{injected}"),
    ] {
        let answer = server.get(&target);
        assert!(answer.header("x-injected").is_none(), "{target}");
    }
    let origin = Request::new("GET", "/health").header("Origin", "https://desk.example, X-Injected: yes");
    let answer = origin.send(server.address);
    assert_eq!(answer.header("access-control-allow-origin"), None);
}

#[test]
fn markup_in_a_query_is_shown_as_text() {
    let server = Server::start(&[]);
    let answer = server.ask("<script>alert(1)</script>").has_status(400);
    assert_eq!(answer.header("content-type"), Some("text/plain; charset=utf-8"));
    assert_eq!(answer.header("x-content-type-options"), Some("nosniff"));
}

#[test]
fn requests_in_a_row_are_answered_in_a_row_and_garbage_behind_them_is_not() {
    let server = Server::start(&[]);
    let request = format!("GET {} HTTP/1.1\r\nHost: {}\r\n\r\n", asking("ASK {}"), server.address);
    let mut stream = connect(server.address);
    stream.write_all(format!("{request}{request}\u{0}garbage\r\n\r\n").as_bytes()).unwrap();
    let text = String::from_utf8_lossy(&read(&mut stream)).into_owned();
    assert_eq!(text.matches("HTTP/1.1 200").count(), 2, "{text}");
    assert_eq!(text.matches("HTTP/1.1 400").count(), 1, "{text}");
    server.lives();
}

#[test]
fn slow_clients_keep_nobody_from_an_answer() {
    let server = Server::start(&["--patience", "1"]);
    let begun = Instant::now();
    let mut heads: Vec<_> = (0..200).map(|_| connect(server.address)).collect();
    for stream in &mut heads {
        stream.write_all(b"GET /health HTTP/1.1\r\nHo").unwrap();
    }
    let mut body = connect(server.address);
    let head = format!(
        "POST /sparql HTTP/1.1\r\nHost: {}\r\nContent-Type: application/sparql-query\r\nContent-Length: 100\r\n\r\nASK",
        server.address
    );
    body.write_all(head.as_bytes()).unwrap();
    server.lives();
    for stream in &mut heads {
        read(stream);
    }
    answer(&read(&mut body)).refuses(408, &["too slowly"]);
    assert!(begun.elapsed() < Duration::from_secs(20), "they were cut off after {:?}", begun.elapsed());
}

#[test]
fn a_decision_that_drips_is_cut_off_as_well() {
    let place = crate::run::Place::with_graph();
    let server = Server::of(&place.path("graph"), &["--edit", "--patience", "1"]);
    let (address, begun) = (server.address, Instant::now());
    let head = format!(
        "POST /api/decisions HTTP/1.1\r\nHost: {address}\r\nOrigin: http://{address}\r\nContent-Type: application/json\r\n\
         Content-Length: 100\r\n\r\n{{"
    );
    let mut stream = connect(address);
    stream.write_all(head.as_bytes()).unwrap();
    assert_eq!(answer(&read(&mut stream)).status, 408);
    assert!(begun.elapsed() < Duration::from_secs(10));
    server.lives();
}

#[test]
fn a_head_that_drips_is_cut_off_as_well() {
    let server = Server::start(&["--patience", "1"]);
    let mut stream = connect(server.address);
    let begun = Instant::now();
    let mut dripped = 0;
    while begun.elapsed() < Duration::from_secs(15) && stream.write_all(b"a").is_ok() {
        dripped += 1;
        std::thread::sleep(Duration::from_millis(100));
    }
    assert!(begun.elapsed() < Duration::from_secs(10), "{dripped} bytes were taken");
}

#[test]
fn a_client_that_closes_its_half_gets_its_answer_or_none_and_nobody_else_suffers() {
    let server = Server::start(&[]);
    let mut stream = connect(server.address);
    let request = format!("GET {} HTTP/1.1\r\nHost: {}\r\n\r\n", asking("ASK {}"), server.address);
    stream.write_all(request.as_bytes()).unwrap();
    stream.shutdown(Shutdown::Write).unwrap();
    let bytes = read(&mut stream);
    assert!(bytes.is_empty() || answer(&bytes).status == 200);
    for _ in 0..100 {
        let stream = connect(server.address);
        stream.shutdown(Shutdown::Both).unwrap();
    }
    server.lives();
}

#[test]
fn more_connections_than_there_is_room_for_wait() {
    let server = Server::start(&["--connections", "4", "--patience", "1"]);
    let mut idle: Vec<_> = (0..8).map(|_| connect(server.address)).collect();
    // Those that idle are cut off, and then there is room.
    server.lives();
    for stream in &mut idle {
        let mut byte = [0];
        let _ = stream.read(&mut byte);
    }
    server.lives();
}

#[test]
fn a_form_of_many_fields_is_read_in_time() {
    let server = Server::start(&[]);
    let fields = "a=b&".repeat(200_000) + "query=" + &encoded("ASK {}");
    let begun = Instant::now();
    let form = Request::new("POST", "/sparql").body("application/x-www-form-urlencoded", fields);
    form.send(server.address).has_status(200);
    assert!(begun.elapsed() < Duration::from_secs(5));
}
