//! Text with every character that some format gives a meaning to, in every export.

use aliansi::pipeline::publish::Options;
use oxigraph::io::RdfFormat;

use crate::fixture::{HOSTILE, hostile, ontology};
use crate::readers::{elements, triples};
use crate::writers::{bytes, text};

/// The text without what XML 1.0 forbids.
fn cleaned() -> String {
    HOSTILE.replace(['\0', '\u{B}'], "")
}

fn options() -> Options {
    Options { structural: true, ..Options::default() }
}

#[test]
fn rdf_gives_the_text_back() {
    let (graph, ontology) = (hostile(), ontology());
    let turtle = triples(RdfFormat::Turtle, &bytes("graph.ttl", &graph, &ontology, &options()));
    let nquads = triples(RdfFormat::NQuads, &bytes("graph.nq", &graph, &ontology, &options()));
    assert_eq!(turtle, nquads);
    let literal = oxigraph::model::Literal::new_simple_literal(cleaned()).to_string();
    for property in ["dc/terms/title", "schema/item", "oa#exact", "dc/terms/identifier"] {
        assert!(
            turtle.iter().any(|triple| triple.contains(property) && triple.contains(&literal)),
            "{property}"
        );
    }
}

#[test]
fn graphml_gives_the_text_back() {
    let xml = text("graph.graphml", &hostile(), &ontology(), &options());
    assert!(!xml.contains("<script>") && !xml.contains('\0'));
    let labels: Vec<String> = elements(&xml)
        .into_iter()
        .filter(|element| element.attribute("key") == Some("n_label"))
        .map(|element| element.text)
        .collect();
    assert_eq!(labels, [cleaned(), "Iran".to_owned()]);
}

#[test]
fn json_gives_the_text_back_whole() {
    let json = text("graph.json", &hostile(), &ontology(), &options());
    let value: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(value["nodes"][0]["label"], HOSTILE);
    assert_eq!(value["edges"][0]["relation"], HOSTILE);
}

#[test]
fn dot_never_leaves_its_quotes() {
    let dot = text("graph.dot", &hostile(), &ontology(), &options());
    assert!(!dot.contains('\0'));
    for line in dot.lines() {
        assert_eq!(unescaped_quotes(line) % 2, 0, "{line}");
        assert!(!outside_quotes(line).contains("script"), "{line}");
    }
    assert!(
        dot.contains(r#"label="\"q\" 'a' <script>alert(1)</script> ]]> &amp; &amp;am…""#),
        "long labels are cut: {dot}"
    );
    assert!(dot.contains(r#"&amp;amp; \\N \\\" "#), "tooltips are longer: {dot}");
}

fn unescaped_quotes(line: &str) -> usize {
    let (mut quotes, mut escaped) = (0, false);
    for c in line.chars() {
        quotes += usize::from(c == '"' && !escaped);
        escaped = c == '\\' && !escaped;
    }
    quotes
}

fn outside_quotes(line: &str) -> String {
    let (mut outside, mut inside, mut escaped) = (String::new(), false, false);
    for c in line.chars() {
        inside ^= c == '"' && !escaped;
        escaped = c == '\\' && !escaped;
        if !inside {
            outside.push(c);
        }
    }
    outside
}
