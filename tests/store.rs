//! SPARQL over a graph folder: answers, and messages that say where and what next.
#![allow(clippy::unwrap_used)]

use std::path::Path;

use aliansi::pipeline::publish::Vocabulary;
use aliansi::store::{Answer, OpenError, Prefixes, QueryError, Store, open};

const BASE: &str = "https://example.org/aliansi/";

fn prefixes() -> Prefixes {
    Prefixes::new(Vocabulary::new(BASE).unwrap().prefixes())
}

fn write_graph(folder: &Path) {
    let quad = |s: &str, p: &str, o: &str, g: &str| {
        format!("<{BASE}actor/{s}> <{BASE}relation/{p}> <{BASE}actor/{o}> <{BASE}{g}> .\n")
    };
    let quads = quad("syldavia", "opposes", "borduria", "plain")
        + &quad("borduria", "sanctions", "syldavia/entities", "plain")
        + &quad("nuevo-rico", "opposes", "borduria", "elsewhere");
    std::fs::write(folder.join("graph.nq"), quads).unwrap();
}

fn store() -> Store {
    let folder = tempfile::tempdir().unwrap();
    write_graph(folder.path());
    open(folder.path(), prefixes()).unwrap()
}

fn refused(query: &str) -> String {
    store().query(query).unwrap_err().to_string()
}

#[test]
fn the_default_graph_is_the_union_and_rows_are_sorted() {
    let answer = store().query("SELECT ?who { ?who rel:opposes actor:borduria }").unwrap();
    let Answer::Rows { rows, .. } = answer else { panic!("{answer:?}") };
    let names: Vec<_> = rows.iter().map(|row| row[0].as_ref().unwrap().to_string()).collect();
    assert_eq!(names, [format!("<{BASE}actor/nuevo-rico>"), format!("<{BASE}actor/syldavia>")]);
}

#[test]
fn a_named_graph_can_be_asked_alone() {
    let query = format!("ASK FROM <{BASE}plain> {{ actor:nuevo-rico rel:opposes actor:borduria }}");
    assert_eq!(store().query(&query).unwrap(), Answer::Truth(false));
    let group = r"ASK { actor:borduria rel:sanctions actor:syldavia\/entities }";
    assert_eq!(store().query(group).unwrap(), Answer::Truth(true));
}

#[test]
fn construct_gives_each_triple_once() {
    let answer =
        store().query("CONSTRUCT { ?a rel:meets ?b } WHERE { ?a rel:opposes ?b . ?c ?p ?d }").unwrap();
    let Answer::Triples(triples) = answer else { panic!("{answer:?}") };
    assert_eq!(triples.len(), 2);
}

#[test]
fn mistakes_are_pointed_at() {
    for (query, place) in [
        ("SELECT ?s WHER { ?s ?p ?o }", "1:11: found `WHER`, expected WHERE"),
        ("SELEC ?s {}", "1:1: found `SELEC`, expected SELECT, ASK"),
        ("", "1:1: found the end of the query, expected SELECT"),
        ("SELECT ?s {\n  ?s rel:a ?o .\n  FILTER(?o >)\n}", "3:14: found `)`, expected "),
        ("SELECT (COUNT(?s) WHERE { ?s ?p ?o }", "1:19: found `WHERE`, expected AS"),
        ("SELECT ?s { ?s rel:a ?o", "1:24: found the end of the query, expected "),
        ("SELECT ?s { ?s ?p ?o } ORDER ?s", "1:30: found `?s`, expected BY"),
        ("SELECT ?s { ?s ?p ?o } LIMIT x", "1:30: found `x`, expected a number"),
        ("SELECT ?s { ?s rel:a Russia }", "1:22: found `Russia`, expected "),
        ("PREFIX", "1:7: found the end of the query, expected a prefix such as ex:"),
        ("ASK { ?s ?p \"x }", "1:13: the text that begins here is not closed"),
    ] {
        let message = refused(query);
        assert!(message.contains(&format!("SPARQL syntax error at {place}")), "{query}\n{message}");
    }
}

#[test]
fn the_caret_stands_below_the_mistake() {
    let message = refused("SELECT ?s\nWHER { ?s ?p ?o }");
    assert!(message.ends_with("  | WHER { ?s ?p ?o }\n  | ^"), "{message}");
}

#[test]
fn mistakes_that_ids_invite_get_advice() {
    assert!(refused("SELECT ?s { ?s rel:a actor:syldavia/entities }").contains(r"as \/"));
    assert!(refused("SELECT ?s { ?s rel:a Borduria }").contains("actor:ID"));
    let prefix = refused("SELECT ?s { ?s foo:bar ?o }");
    assert!(prefix.contains("1:16") && prefix.contains("`foo:bar`") && prefix.contains(" rel: "), "{prefix}");
    let unbound = refused("SELECT ?a { ?s ?p ?o } GROUP BY ?s");
    assert!(unbound.contains("unbound"), "{unbound}");
}

#[test]
fn updates_and_services_are_refused() {
    for update in
        ["INSERT DATA { actor:a rel:b actor:c }", "PREFIX x: <x:> DELETE WHERE { ?s ?p ?o }", "drop all"]
    {
        let error = store().query(update).unwrap_err();
        assert!(matches!(error, QueryError::Update(_)), "{update}: {error}");
    }
    let silent = "SELECT ?s { SERVICE SILENT <https://example.org/> { ?s ?p ?o } }";
    assert!(matches!(store().query(silent), Err(QueryError::Service)));
    let harmless = "SELECT ?service { ?service rel:opposes ?b FILTER(STR(?b) != \"SERVICE\") } # SERVICE";
    assert!(store().query(harmless).is_ok());
}

#[test]
fn a_folder_without_a_graph_says_how_to_make_one() {
    let folder = tempfile::tempdir().unwrap();
    let error = open(folder.path(), prefixes()).err().unwrap();
    assert!(matches!(error, OpenError::NoGraph(_)) && error.to_string().contains("aliansi build"));
    std::fs::write(folder.path().join("graph.ttl"), "this is <no turtle").unwrap();
    let broken = open(folder.path(), prefixes()).err().unwrap().to_string();
    assert!(broken.contains("graph.ttl"), "{broken}");
}
