//! The cases of the test suite of the SPARQL 1.1 Protocol for queries, each under its name there, and what that leaves open.
//!
//! The suite's update cases become one: a server that takes no updates refuses each way to send one.

use super::client::{Answer, Request, encoded};
use super::running::{Server, asking};

const FORM: &str = "application/x-www-form-urlencoded";
const QUERY: &str = "application/sparql-query";

fn post(server: &Server, target: &str, kind: &str, body: impl Into<Vec<u8>>) -> Answer {
    Request::new("POST", target).body(kind, body).send(server.address)
}

fn is_true(answer: Answer) {
    let json: serde_json::Value = serde_json::from_str(&answer.has_status(200).text()).unwrap();
    assert_eq!(json["boolean"], true);
}

#[test]
fn query_get() {
    is_true(Server::start(&[]).ask("ASK { ?a ?b ?c }"));
}

#[test]
fn query_post_form() {
    let server = Server::start(&[]);
    is_true(post(&server, "/sparql", FORM, format!("query={}", encoded("ASK { ?a ?b ?c }"))));
    is_true(post(&server, "/sparql", "application/x-www-form-urlencoded; charset=UTF-8", "query=ASK+{}"));
}

#[test]
fn query_post_direct() {
    let server = Server::start(&[]);
    is_true(post(&server, "/sparql", QUERY, "ASK { ?a ?b ?c }"));
    is_true(post(
        &server,
        "/sparql",
        "application/sparql-query; charset=utf-8",
        "ASK { BIND('é' AS ?é) FILTER(?é = 'é') }",
    ));
}

#[test]
fn query_dataset_default_graph_and_default_graphs_and_named_graphs_and_full() {
    let server = Server::start(&[]);
    let [one, other] = two_graphs(&server);
    let count = |parameters: &str, query: &str| {
        let by_get = server.get(&format!("{}&{parameters}", asking(query)));
        let form = format!("query={}&{parameters}", encoded(query));
        let by_form = post(&server, "/sparql", FORM, form);
        let direct = post(&server, &format!("/sparql?{parameters}"), QUERY, query);
        let counts = [by_get, by_form, direct].map(|answer| number(&answer.has_status(200)));
        assert!(counts.windows(2).all(|pair| pair[0] == pair[1]), "{counts:?}");
        counts[0]
    };
    let triples = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c }";
    let graphs = "SELECT (COUNT(DISTINCT ?g) AS ?n) { GRAPH ?g { ?a ?b ?c } }";
    let (default, more) =
        (format!("default-graph-uri={}", encoded(&one)), format!("default-graph-uri={}", encoded(&other)));
    let (named, and_named) =
        (format!("named-graph-uri={}", encoded(&one)), format!("named-graph-uri={}", encoded(&other)));
    let (first, second) = (count(&default, triples), count(&more, triples));
    assert!(first > 0 && second > 0);
    assert_eq!(count(&format!("{default}&{more}"), triples), first + second, "query_dataset_default_graphs");
    assert_eq!(count(&format!("{named}&{and_named}"), graphs), 2, "query_dataset_named_graphs");
    assert_eq!(count(&named, triples), 0, "named graphs alone leave the default graph empty");
    let full = format!("{default}&{named}&{and_named}");
    assert_eq!((count(&full, triples), count(&full, graphs)), (first, 2), "query_dataset_full");
    assert_eq!(count("default-graph-uri=http://nowhere.example/", triples), 0);
}

#[test]
fn query_multiple_dataset_that_of_the_protocol_wins() {
    let server = Server::start(&[]);
    let [one, other] = two_graphs(&server);
    let ask = format!("ASK FROM <{one}> {{ GRAPH ?g {{ ?a ?b ?c }} }}");
    server.ask(&ask).refuses(200, &["false"]);
    let target = format!("{}&named-graph-uri={}", asking(&ask), encoded(&other));
    is_true(server.get(&target));
}

fn two_graphs(server: &Server) -> [String; 2] {
    let query = "SELECT DISTINCT ?g { GRAPH ?g { ?a ?b ?c } } ORDER BY ?g LIMIT 2";
    let answer = server.ask_for("text/csv", query).has_status(200).text();
    let mut rows = answer.lines().skip(1).map(str::to_owned);
    [rows.next().unwrap(), rows.next().unwrap()]
}

fn number(answer: &Answer) -> u64 {
    let json: serde_json::Value = serde_json::from_str(&answer.text()).unwrap();
    json["results"]["bindings"][0]["n"]["value"].as_str().unwrap().parse().unwrap()
}

#[test]
fn query_content_type_of_each_form() {
    let server = Server::start(&[]);
    let kind = |query: &str| server.ask(query).has_status(200).header("content-type").unwrap().to_owned();
    assert_eq!(kind("SELECT ?a { ?a ?b ?c } LIMIT 1"), "application/sparql-results+json");
    assert_eq!(kind("ASK { ?a ?b ?c }"), "application/sparql-results+json");
    assert_eq!(kind("DESCRIBE <http://nowhere.example/>"), "text/turtle; charset=utf-8");
    assert_eq!(kind("CONSTRUCT WHERE { ?a a ?c }"), "text/turtle; charset=utf-8");
}

#[test]
fn bad_query_method() {
    let server = Server::start(&[]);
    for method in ["PUT", "DELETE", "PATCH", "TRACE"] {
        let answer = Request::new(method, &asking("ASK {}")).send(server.address).has_status(405);
        assert_eq!(answer.header("allow"), Some("GET, HEAD, POST, OPTIONS"), "{method}");
    }
}

#[test]
fn bad_multiple_queries() {
    let server = Server::start(&[]);
    server.get("/sparql?query=ASK%7B%7D&query=SELECT%20*%7B%7D").refuses(400, &["several queries"]);
    post(&server, "/sparql", FORM, "query=ASK{}&query=ASK{}").refuses(400, &["several queries"]);
    post(&server, "/sparql?query=ASK%7B%7D", QUERY, "ASK {}").refuses(400, &["several queries"]);
}

#[test]
fn bad_query_wrong_media_type_and_missing_types() {
    let server = Server::start(&[]);
    post(&server, "/sparql", "text/plain", "ASK {}")
        .refuses(415, &["text/plain", "application/sparql-query"]);
    post(&server, "/sparql", "", "query=ASK{}").refuses(415, &["Content-Type"]);
    post(&server, "/sparql", "", "ASK {}").refuses(415, &["Content-Type"]);
}

#[test]
fn bad_query_non_utf8() {
    let server = Server::start(&[]);
    let utf16: Vec<u8> = "ASK {}".encode_utf16().flat_map(u16::to_be_bytes).collect();
    post(&server, "/sparql", "application/sparql-query; charset=UTF-16", utf16.clone())
        .refuses(415, &["utf-16"]);
    post(&server, "/sparql", QUERY, [b"ASK {} #".as_slice(), &[0xff]].concat()).refuses(400, &["UTF-8"]);
    server.get("/sparql?query=ASK%7B%7D%23%FF").refuses(400, &["UTF-8"]);
}

#[test]
fn bad_query_syntax_says_where() {
    let server = Server::start(&[]);
    server.ask("SELECT ?a {\n ?a nope ?c }").refuses(400, &["2:5", "nope", "actor:ID"]);
    server.ask("SELECT * { ?a bogus:x ?c }").refuses(400, &["not declared", "rel:"]);
    server.ask("").refuses(400, &[]);
    post(&server, "/sparql", QUERY, "").refuses(400, &[]);
}

#[test]
fn a_post_without_a_query_says_how_to_ask() {
    let server = Server::start(&[]);
    post(&server, "/sparql", FORM, "quer=ASK{}").refuses(400, &["no query", "application/sparql-query"]);
}

#[test]
fn a_graph_that_is_no_iri_is_named() {
    let server = Server::start(&[]);
    server.get("/sparql?query=ASK%7B%7D&default-graph-uri=here").refuses(400, &["default-graph-uri=here"]);
}

#[test]
fn updates_are_refused_in_each_way_to_send_one() {
    let server = Server::start(&[]);
    let update = "INSERT DATA { <http://a/> <http://b/> <http://c/> }";
    let words = ["only answers queries"];
    server.get(&format!("/sparql?update={}", encoded(update))).refuses(403, &words);
    post(&server, "/sparql", FORM, format!("update={}", encoded(update))).refuses(403, &words);
    post(&server, "/sparql", "application/sparql-update", update).refuses(403, &words);
    post(&server, "/sparql?using-graph-uri=http://a/", "application/sparql-update", update)
        .refuses(403, &words);
    server.ask(update).refuses(403, &["INSERT would change the graph"]);
    server.ask("ASK { <http://a/> <http://b/> <http://c/> }").refuses(200, &["false"]);
}

#[test]
fn other_servers_are_not_asked() {
    let server = Server::start(&[]);
    server
        .ask("SELECT * { SERVICE <http://127.0.0.1:1/> { ?a ?b ?c } }")
        .refuses(403, &["SERVICE", "offline"]);
    server.ask("SELECT * { SERVICE SILENT <http://127.0.0.1:1/> { ?a ?b ?c } }").refuses(403, &["SERVICE"]);
}

#[test]
fn head_is_get_without_its_body_and_options_tells_the_methods() {
    let server = Server::start(&[]);
    let head = Request::new("HEAD", &asking("ASK {}")).send(server.address).has_status(200);
    assert_eq!(head.header("content-type"), Some("application/sparql-results+json"));
    assert!(head.body.is_empty());
    let options = Request::new("OPTIONS", "/sparql").send(server.address).has_status(204);
    assert_eq!(options.header("allow"), Some("GET, HEAD, POST, OPTIONS"));
}

#[test]
fn without_a_query_the_endpoint_describes_itself() {
    let server = Server::start(&[]);
    let turtle = server.get("/sparql").has_status(200);
    assert_eq!(turtle.header("content-type"), Some("text/turtle; charset=utf-8"));
    let endpoint = format!("<http://{}/sparql>", server.address);
    for word in ["sd:Service", "sd:SPARQL11Query", "sd:UnionDefaultGraph", "SPARQL_Results_CSV", &endpoint] {
        assert!(turtle.text().contains(word), "{word}: {}", turtle.text());
    }
    let xml = Request::new("GET", "/sparql").header("Accept", "application/rdf+xml").send(server.address);
    assert_eq!(xml.has_status(200).header("content-type"), Some("application/rdf+xml"));
    let csv = Request::new("GET", "/sparql").header("Accept", "text/csv").send(server.address);
    csv.refuses(406, &["text/turtle"]);
    let browser = Request::new("GET", "/sparql").header("Accept", "text/html,*/*;q=0.8").send(server.address);
    assert_eq!(browser.has_status(303).header("location"), Some("/?tab=sparql"));
}

#[test]
fn the_dataset_of_the_description_is_the_one_that_the_graph_describes() {
    let server = Server::start(&[]);
    let described = server.get("/sparql").text();
    let dataset =
        described.split("sd:defaultDataset <").nth(1).unwrap().split('>').next().unwrap().to_owned();
    is_true(server.ask(&format!("ASK {{ <{dataset}> a <http://rdfs.org/ns/void#Dataset> }}")));
}
