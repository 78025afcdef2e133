//! What the endpoint says of itself (SPARQL 1.1 Service Description).

use std::io;

use oxigraph::io::RdfFormat;
use oxigraph::io::RdfSerializer;
use oxigraph::model::vocab::rdf;
use oxigraph::model::{BlankNode, NamedNode, NamedNodeRef, NamedOrBlankNode, Term, Triple};

use super::negotiation::{GRAPHS, RESULTS};

const SD: &str = "http://www.w3.org/ns/sparql-service-description#";

/// The description of an endpoint in a format. `endpoint` is its own address, `dataset` the graph's name.
pub(super) fn write(endpoint: &str, dataset: Option<NamedNode>, format: RdfFormat) -> io::Result<Vec<u8>> {
    let serializer = RdfSerializer::from_format(format);
    let serializer = serializer.clone().with_prefix("sd", SD).unwrap_or(serializer);
    let mut writer = serializer.for_writer(Vec::new());
    for triple in triples(endpoint, dataset) {
        writer.serialize_triple(&triple)?;
    }
    writer.finish()
}

fn triples(endpoint: &str, dataset: Option<NamedNode>) -> Vec<Triple> {
    let service = BlankNode::new_unchecked("service");
    let described =
        dataset.map_or_else(|| BlankNode::new_unchecked("dataset").into(), NamedOrBlankNode::from);
    let default_graph = BlankNode::new_unchecked("default");
    let mut triples = vec![
        is_a(service.clone(), "Service"),
        of(service.clone(), "supportedLanguage", sd("SPARQL11Query")),
        of(service.clone(), "feature", sd("UnionDefaultGraph")),
        of(service.clone(), "defaultDataset", described.clone()),
        is_a(described.clone(), "Dataset"),
        of(described, "defaultGraph", default_graph.clone()),
        is_a(default_graph, "Graph"),
    ];
    // What the client called the server need not be an IRI.
    triples.extend(NamedNode::new(endpoint).map(|endpoint| of(service.clone(), "endpoint", endpoint)));
    let formats =
        RESULTS.iter().map(|(format, _)| format.iri()).chain(GRAPHS.iter().map(|(format, _)| format.iri()));
    triples
        .extend(formats.map(|format| of(service.clone(), "resultFormat", NamedNode::new_unchecked(format))));
    triples
}

fn sd(name: &str) -> NamedNode {
    NamedNode::new_unchecked(format!("{SD}{name}"))
}

fn of(subject: impl Into<NamedOrBlankNode>, predicate: &str, object: impl Into<Term>) -> Triple {
    Triple::new(subject, sd(predicate), object)
}

fn is_a(subject: impl Into<NamedOrBlankNode>, class: &str) -> Triple {
    let a: NamedNodeRef = rdf::TYPE;
    Triple::new(subject, a.into_owned(), sd(class))
}
