//! Every writer on the sample, against files that git can compare.

use std::collections::BTreeSet;

use aliansi::model::Status;
use aliansi::pipeline::publish::Options;
use oxigraph::io::RdfFormat;

use crate::fixture::{claim, document, graph, ontology, sample};
use crate::readers::{elements, triples};
use crate::writers::{FILES, bytes, text};

fn check(golden: &str, file: &str, options: &Options) {
    let (documents, claims) = sample();
    let written = text(file, &graph(documents, claims), &ontology(), options);
    crate::bless::compare(&format!("publish/golden/{golden}"), &written);
}

fn alleged_and_denied() -> Options {
    Options { statuses: vec![Status::Asserted, Status::Denied, Status::Planned], ..Options::default() }
}

#[test]
fn every_file_is_as_its_golden() {
    for file in FILES {
        check(file, file, &Options::default());
    }
}

#[test]
fn statuses_add_labelled_and_dashed_edges() {
    for file in ["graph.dot", "graph.gexf", "graph.graphml", "graph.json", "graph.svg"] {
        check(&format!("statuses.{}", file.trim_start_matches("graph.")), file, &alleged_and_denied());
    }
}

#[test]
fn a_plain_edge_is_a_line_of_the_turtle_file() {
    let (documents, claims) = sample();
    let turtle = text("graph.ttl", &graph(documents, claims), &ontology(), &Options::default());
    let has = |line: &str| turtle.lines().any(|other| other == line);
    assert!(has("actor:north-korea rel:supports actor:russia ."));
    assert!(has("actor:iran rel:allied-with actor:russia ."));
    assert!(has("actor:russia rel:allied-with actor:iran ."), "symmetric relations stand both ways");
    assert!(!turtle.contains("rel:sanctions actor:"), "a denied claim is no plain edge");
    assert!(turtle.contains("actor:north-korea\\/entities a al:Actor"));
}

#[test]
fn turtle_and_nquads_hold_the_same_triples() {
    let (documents, claims) = sample();
    let (graph, ontology) = (graph(documents, claims), ontology());
    for base in ["https://w3id.org/aliansi/", "http://localhost:7878/my%20graph#"] {
        let options = Options { base: base.to_owned(), ..Options::default() };
        let turtle = triples(RdfFormat::Turtle, &bytes("graph.ttl", &graph, &ontology, &options));
        let nquads = triples(RdfFormat::NQuads, &bytes("graph.nq", &graph, &ontology, &options));
        assert_eq!(turtle, nquads);
        let edge = format!("<{base}actor/north-korea> <{base}relation/supports> <{base}actor/russia>");
        assert!(turtle.contains(&edge));
        assert!(!turtle.iter().any(|triple| triple.contains("_:")), "no blank nodes");
    }
}

#[test]
fn offsets_in_rdf_count_code_points() {
    let (documents, claims) = sample();
    let report = documents[0].text.clone();
    let turtle = text("graph.ttl", &graph(documents, claims.clone()), &ontology(), &Options::default());
    let threat = &claims[2];
    let start = report[..threat.start].chars().count();
    assert_ne!(start, threat.start, "the sample has letters of several bytes before it");
    let end = start + threat.text.chars().count();
    assert!(turtle.contains(&format!("oa:start {start} ;\n    oa:end {end} ;")));
}

#[test]
fn graphml_keeps_what_its_readers_demand() {
    let (documents, claims) = sample();
    let xml = text("graph.graphml", &graph(documents, claims), &ontology(), &alleged_and_denied());
    let elements = elements(&xml);
    let of = |name: &'static str| elements.iter().filter(move |element| element.name == name);
    let keys: BTreeSet<String> = of("key").map(|key| key.attribute("id").unwrap().to_lowercase()).collect();
    assert_eq!(keys.len(), of("key").count());
    for key in of("key") {
        assert!(["node", "edge"].contains(&key.attribute("for").unwrap()));
        assert!(["string", "int", "double", "boolean"].contains(&key.attribute("attr.type").unwrap()));
        let forbidden = ["id", "timeset", "interval", "source", "target", "kind"];
        assert!(!forbidden.contains(&key.attribute("attr.name").unwrap()));
    }
    let ids: BTreeSet<&str> = of("edge").map(|edge| edge.attribute("id").unwrap()).collect();
    assert_eq!(ids.len(), of("edge").count());
    assert!(of("edge").all(|edge| edge.attribute("label").is_some() && edge.attribute("directed").is_none()));
    assert!(of("data").all(|data| keys.contains(data.attribute("key").unwrap()) && !data.text.is_empty()));
    let weights = of("data").filter(|data| data.attribute("key") == Some("e_weight"));
    assert!(weights.map(|data| data.text.parse::<f64>().unwrap()).all(|weight| weight > 0.0));
    let count = |key: &'static str| of("data").filter(|data| data.attribute("key") == Some(key)).count();
    for key in ["n_label", "n_x", "n_y", "n_size", "n_r", "n_g", "n_b"] {
        assert_eq!(count(key), of("node").count(), "{key}");
    }
    for key in ["e_label", "e_weight", "e_r", "e_g", "e_b", "e_relation", "e_interaction", "e_sign"] {
        assert_eq!(count(key), of("edge").count(), "{key}");
    }
}

#[test]
fn diagrams_say_what_was_cut() {
    let (documents, claims) = sample();
    let options = Options { nodes: 2, ..Options::default() };
    let dot = text("graph.dot", &graph(documents, claims), &ontology(), &options);
    assert!(dot.contains("The strongest 2 of 3 ties, 2 of 3 actors."), "{dot}");
    assert!(!dot.contains("leads"), "who belongs to whom is left out");
}

#[test]
fn a_base_that_is_no_iri_is_refused() {
    let mut out = Vec::new();
    let options = Options { base: "not an iri".to_owned(), ..Options::default() };
    let (documents, claims) = sample();
    let graph = graph(documents, claims);
    let result = aliansi::pipeline::publish::turtle::write(&graph, &ontology(), &options, &mut out);
    assert!(result.unwrap_err().to_string().contains("not an iri"));
    assert!(out.is_empty());
}

#[test]
fn large_diagrams_are_laid_out_by_springs() {
    let document = document("d", "2026", "p", "Everybody supports everybody.");
    let actors: Vec<String> = (0..26).map(|n| format!("actor-{n:02}")).collect();
    let pairs = actors.iter().flat_map(|s| actors.iter().map(move |o| (s, o))).filter(|(s, o)| s < o);
    let claims = pairs.map(|(s, o)| claim(&document, &document.text, s, "supports", o)).collect();
    let graph = graph(vec![document.clone()], claims);
    let large = text("graph.dot", &graph, &ontology(), &Options { edges: 325, ..Options::default() });
    assert!(
        large.contains("layout=sfdp") && !large.contains("label=\"supports\"") && !large.contains("cluster")
    );
    let small = text("graph.dot", &graph, &ontology(), &Options::default());
    assert!(!small.contains("sfdp") && small.contains("The strongest 150 of 325 ties, "));
}
