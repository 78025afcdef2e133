//! Every writer by the name of its file.
#![allow(dead_code)] // each test binary uses its part

use aliansi::model::{Graph, Level, Levels, View};
use aliansi::ontology::Ontology;
use aliansi::pipeline::publish::network::{Network, Selection, Standing};
use aliansi::pipeline::publish::{NetworkFormat, Options, RdfFormat};
use aliansi::pipeline::{fuse::fuse, grade::grade};

pub const FILES: [&str; 7] =
    ["graph.dot", "graph.gexf", "graph.graphml", "graph.json", "graph.nq", "graph.svg", "graph.ttl"];

/// A graph of actors, and the same at the level of states.
pub fn levels(actors: Graph, ontology: &Ontology) -> Levels {
    let material = (actors.documents.to_vec(), actors.claims.to_vec()).into();
    let view = View { level: Level::State, ..actors.view.clone() };
    Levels { states: grade(fuse(material, &view, ontology), ontology), actors }
}

/// What the writer of a file of a graph folder writes.
pub fn bytes(file: &str, graph: &Graph, ontology: &Ontology, options: &Options) -> Vec<u8> {
    match file {
        "graph.dot" => diagram(NetworkFormat::Dot, graph, ontology, options),
        "graph.svg" => diagram(NetworkFormat::Svg, graph, ontology, options),
        "graph.gexf" => network(NetworkFormat::Gexf, graph, ontology, options),
        "graph.graphml" => network(NetworkFormat::GraphMl, graph, ontology, options),
        "graph.json" => network(NetworkFormat::Json, graph, ontology, options),
        "graph.nq" => rdf(RdfFormat::NQuads, graph, ontology, options),
        "graph.ttl" => rdf(RdfFormat::Turtle, graph, ontology, options),
        other => panic!("no writer for {other}"),
    }
}

fn rdf(format: RdfFormat, graph: &Graph, ontology: &Ontology, options: &Options) -> Vec<u8> {
    let mut out = Vec::new();
    format.write(graph, ontology, options, &mut out).unwrap();
    out
}

fn network(format: NetworkFormat, graph: &Graph, ontology: &Ontology, options: &Options) -> Vec<u8> {
    let states = levels(graph.clone(), ontology).states;
    let mut out = Vec::new();
    let network = Network::whole(graph, &Standing::of(graph, &states), options);
    format.write(&network, options, &mut out).unwrap();
    out
}

fn diagram(format: NetworkFormat, graph: &Graph, ontology: &Ontology, options: &Options) -> Vec<u8> {
    let states = levels(graph.clone(), ontology).states;
    let (standing, selection) = (Standing::of(&states, &states), Selection::diagram(options));
    let network = Network::of(&states, &standing, &selection, &ontology.scoring);
    let mut out = Vec::new();
    format.write(&network, options, &mut out).unwrap();
    out
}

/// What it writes, as text.
pub fn text(file: &str, graph: &Graph, ontology: &Ontology, options: &Options) -> String {
    String::from_utf8(bytes(file, graph, ontology, options)).unwrap()
}
