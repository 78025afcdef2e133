//! Every writer by the name of its file.
#![allow(dead_code)] // each test binary uses its part

use aliansi::model::Graph;
use aliansi::ontology::Ontology;
use aliansi::pipeline::publish::{Options, dot, graphml, json, nquads, turtle};

pub const FILES: [&str; 5] = ["graph.dot", "graph.graphml", "graph.json", "graph.nq", "graph.ttl"];

/// What the writer of a file writes.
pub fn bytes(file: &str, graph: &Graph, ontology: &Ontology, options: &Options) -> Vec<u8> {
    let mut out = Vec::new();
    match file {
        "graph.dot" => dot::write(graph, ontology, options, &mut out),
        "graph.graphml" => graphml::write(graph, ontology, options, &mut out),
        "graph.json" => json::write(graph, ontology, options, &mut out),
        "graph.nq" => nquads::write(graph, ontology, options, &mut out),
        "graph.ttl" => turtle::write(graph, ontology, options, &mut out),
        other => panic!("no writer for {other}"),
    }
    .unwrap();
    out
}

/// What it writes, as text.
pub fn text(file: &str, graph: &Graph, ontology: &Ontology, options: &Options) -> String {
    String::from_utf8(bytes(file, graph, ontology, options)).unwrap()
}
