//! What a query may cost.

use std::io::Write;
use std::time::{Duration, Instant};

use super::client::{Answer, Request, connect, read};
use super::running::{Server, asking};

/// Hours of work that reads little, each in its way.
const ENDLESS: [(&str, &str); 8] = [
    ("a product", "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"),
    ("a product that is sorted", "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?i ?f ?c"),
    (
        "a product in a filter",
        "SELECT * { ?a ?b ?c FILTER EXISTS { ?d ?e ?f . ?g ?h ?i FILTER(sameTerm(?d, ?h) && sameTerm(?a, ?e)) } }",
    ),
    ("a product that gives nothing", "ASK { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?a + ?d + ?g = 3) }"),
    ("a product in groups", "SELECT ?a (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } GROUP BY ?a"),
    ("a product that is subtracted", "SELECT * { ?a ?b ?c MINUS { ?a ?x ?y . ?d ?e ?f . ?g ?h ?i } }"),
    (
        "a product of paths",
        "SELECT (COUNT(*) AS ?n) { ?a (rdf:type|!rdf:type)* ?b . ?c (rdf:type|!rdf:type)* ?d . ?e (rdf:type|!rdf:type)+ ?f }",
    ),
    ("a product that is skipped", "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } OFFSET 1000000000000"),
];

/// A product of values reads no statement at all.
fn of_values() -> String {
    let values: String = (0..20).map(|n| format!("VALUES ?v{n} {{ 1 2 3 4 5 6 7 8 9 10 }} ")).collect();
    format!("SELECT (COUNT(*) AS ?n) {{ {values} }}")
}

#[test]
fn a_query_that_takes_too_long_is_ended_and_its_turn_is_the_next_ones() {
    // With one turn alone, whatever still ran would keep the next from it.
    let server = Server::start(&["--timeout", "0.5", "--queries", "1", "--query-memory", "100000"]);
    let values = of_values();
    for (name, query) in ENDLESS.into_iter().chain([("a product of values", values.as_str())]) {
        let begun = Instant::now();
        let answer = server.ask(query);
        assert_eq!(answer.status, 503, "{name}: {}", answer.text());
        assert!(answer.text().contains("ended after 0.5 s") && answer.text().contains("LIMIT"), "{name}");
        let took = begun.elapsed();
        assert!(took < Duration::from_secs(5), "{name} took {took:?}");
        let ended = super::running::until;
        ended(name, || server.ask("ASK { ?a ?b ?c }").status == 200);
    }
}

#[test]
fn a_query_that_holds_too_much_is_ended() {
    let server = Server::start(&["--query-memory", "8", "--timeout", "60"]);
    let words = ["8 MiB", "ORDER BY"];
    server.ask("SELECT * { ?a ?b ?c . ?d ?e ?f } ORDER BY ?c").refuses(422, &words);
    let doubled: String = (0..40).map(|n| format!("BIND(CONCAT(?v{n}, ?v{n}) AS ?v{}) ", n + 1)).collect();
    server
        .ask(&format!("SELECT (STRLEN(?v40) AS ?n) {{ BIND('ab' AS ?v0) {doubled} }}"))
        .refuses(400, &["more than 256 MiB"]);
    server.lives();
}

/// What rows do not show: keys, aggregates, rows of many columns.
#[test]
fn memory_counts_wherever_a_query_holds_it() {
    let server = Server::start(&["--query-memory", "64", "--timeout", "60"]);
    let wide: String = (0..60).map(|n| format!("?a{n} ?b{n} ?c{n} . ")).collect();
    let queries = [
        "SELECT (COUNT(DISTINCT CONCAT(STR(?a), STR(?c), STR(?d), STR(?f))) AS ?n) { ?a ?b ?c . ?d ?e ?f }",
        "SELECT (STRLEN(GROUP_CONCAT(STR(?c))) AS ?n) { ?a ?b ?c . ?d ?e ?f }",
        "SELECT * { ?a ?b ?c . ?d ?e ?f } ORDER BY CONCAT(STR(?c), STR(?f))",
        &format!("SELECT * {{ {wide} }}"),
    ];
    for query in queries {
        let answer = server.ask(query);
        assert_eq!(answer.status, 422, "{query}: {}", answer.text());
        assert!(resident(&server).is_none_or(|bytes| bytes < 400 << 20), "{query}: {:?}", resident(&server));
    }
    server.lives();
}

#[test]
fn an_answer_that_is_sent_counts_no_more() {
    let server = Server::start(&["--query-memory", "16", "--timeout", "60"]);
    let answer = server.ask("SELECT * { ?a ?b ?c . VALUES ?d { 1 2 3 4 5 6 7 8 9 10 } }");
    assert!(answer.has_status(200).body.len() > 24 << 20);
}

#[test]
fn an_answer_that_has_begun_breaks_off_visibly_when_time_is_up() {
    let server = Server::start(&["--timeout", "1"]);
    let answer = server.ask("SELECT * { ?a ?b ?c . ?d ?e ?f }");
    assert_eq!(answer.status, 200);
    assert!(!answer.body.is_empty() && !answer.is_whole);
    server.lives();
}

#[test]
fn a_long_answer_comes_whole() {
    let server = Server::start(&[]);
    let answer = server.ask_for("text/csv", "SELECT * { ?a ?b ?c }").has_status(200);
    assert!(answer.is_whole && answer.header("content-length").is_none(), "it comes in chunks");
    let expected = server.ask_for("text/csv", "SELECT (COUNT(*) AS ?n) { ?a ?b ?c }").text();
    let rows = csv::Reader::from_reader(answer.body.as_slice()).records().count();
    assert_eq!(Some(rows.to_string().as_str()), expected.lines().nth(1).map(str::trim));
}

#[test]
fn more_rows_than_are_allowed_are_no_answer() {
    let server = Server::start(&["--max-rows", "10"]);
    server.ask("SELECT * { ?a ?b ?c } LIMIT 10").has_status(200);
    server.ask("SELECT * { ?a ?b ?c } LIMIT 11").refuses(422, &["10 rows", "LIMIT", "--max-rows"]);
    server.ask("CONSTRUCT WHERE { ?a ?b ?c }").refuses(422, &["10 rows"]);
}

#[test]
fn more_queries_than_can_wait_are_sent_away_at_once() {
    let server = Server::start(&["--timeout", "3", "--queries", "1"]);
    let target = asking(ENDLESS[0].1);
    let answers: Vec<Answer> = std::thread::scope(|scope| {
        let ask = || Request::new("GET", &target).send(server.address);
        let threads: Vec<_> = (0..300).map(|_| scope.spawn(ask)).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    let (busy, ended): (Vec<_>, Vec<_>) =
        answers.iter().partition(|answer| answer.header("retry-after") == Some("1"));
    assert!(answers.iter().all(|answer| answer.status == 503));
    assert!(busy.len() >= 300 - 257 && !ended.is_empty(), "{} of 300 sent away", busy.len());
    server.lives();
}

#[test]
fn a_query_ends_when_its_client_goes_away() {
    let server = Server::start(&["--queries", "1"]);
    let request = format!("GET {} HTTP/1.1\r\nHost: {}\r\n\r\n", asking(ENDLESS[0].1), server.address);
    let mut client = connect(server.address);
    client.write_all(request.as_bytes()).unwrap();
    std::thread::sleep(Duration::from_millis(300));
    drop(client);
    // The one turn is free again long before the timeout of a minute.
    let begun = Instant::now();
    server.lives();
    assert!(begun.elapsed() < Duration::from_secs(20));
}

#[test]
fn a_client_that_takes_nothing_holds_its_query_and_no_memory() {
    let server = Server::start(&["--timeout", "2", "--queries", "1"]);
    let request = format!(
        "GET {} HTTP/1.1\r\nHost: {}\r\n\r\n",
        asking("SELECT * { ?a ?b ?c . ?d ?e ?f }"),
        server.address
    );
    let mut client = connect(server.address);
    client.write_all(request.as_bytes()).unwrap();
    std::thread::sleep(Duration::from_secs(1));
    let held = resident(&server);
    // The next waits for the turn, which the timeout frees.
    let mut answer = server.ask("ASK {}");
    if answer.status == 503 {
        answer = server.ask("ASK {}");
    }
    answer.has_status(200);
    if let (Some(held), Some(now)) = (held, resident(&server)) {
        assert!(now < held + (64 << 10), "{held} and then {now} KiB");
    }
    let got = read(&mut client);
    assert!(!got.is_empty() && !super::client::answer(&got).is_whole);
}

/// KiB of memory, where the system tells.
fn resident(server: &Server) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{}/status", server.id())).ok()?;
    status.lines().find_map(|line| line.strip_prefix("VmRSS:")?.trim().strip_suffix(" kB")?.parse().ok())
}
