//! JSON-LD 1.1: what a document says stands in a graph named after it. <https://www.w3.org/TR/json-ld11/>
//!
//! A node a line. The context names prefixes, and of each property whose values are all IRIs or all decimals that they are, so
//! that these are short texts; names are those of the other syntaxes (`al:confidence`, `rel:supports`). Not by oxigraph's
//! serializer, which knows no types of properties and writes what each value is beside it, and all in one line.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

use oxigraph::model::vocab::{rdf, xsd};
use oxigraph::model::{GraphName, LiteralRef, NamedOrBlankNode, Quad, Term};
use serde_json::{Map, Value, json};

use super::Options;
use super::rdf::{Vocabulary, XSD, blocks, chosen, prefixed};
use crate::model::Graph;
use crate::ontology::Ontology;

/// Properties whose values are IRIs, beside relations.
const IRIS: [&str; 35] = [
    "al:actsFor",
    "al:attributedTo",
    "al:contradictedBy",
    "al:contradicts",
    "al:country",
    "al:deniedBy",
    "al:evidenceFor",
    "al:fulfilledBy",
    "al:genre",
    "al:kind",
    "al:phase",
    "al:standsFor",
    "al:status",
    "al:threatenedAs",
    "al:with-host",
    "al:with-mediator",
    "al:with-on-behalf-of",
    "al:with-via",
    "dcat:distribution",
    "dcat:mediaType",
    "dct:rights",
    "dct:temporal",
    "owl:sameAs",
    "prov:wasDerivedFrom",
    "rdf:object",
    "rdf:predicate",
    "rdf:subject",
    "rdfs:domain",
    "rdfs:range",
    "void:class",
    "void:classPartition",
    "void:exampleResource",
    "void:property",
    "void:propertyPartition",
    "void:vocabulary",
];
/// Properties whose values are decimals.
const DECIMALS: [&str; 2] = ["al:confidence", "al:weight"];
/// The greatest whole number that every reader of JSON reads as it is written.
const SAFE: i64 = 1 << 53;

/// Writes JSON-LD. An error if writing fails or the base is no IRI.
pub fn write(graph: &Graph, ontology: &Ontology, options: &Options, out: &mut impl Write) -> io::Result<()> {
    let vocabulary = Vocabulary::new(&options.base)?;
    let names = Names::new(graph, &vocabulary);
    names.write_context(out)?;
    write!(out, "\"@graph\": [")?;
    let (mut open, mut separator) = (GraphName::DefaultGraph, "\n");
    for block in blocks(chosen(graph, ontology, &vocabulary, options)) {
        if block[0].graph_name != open {
            separator = enter(&block[0].graph_name, &open, separator, &names, out)?;
            open = block[0].graph_name.clone();
        }
        write!(out, "{separator}")?;
        serde_json::to_writer(&mut *out, &names.node(&block))?;
        separator = ",\n";
    }
    enter(&GraphName::DefaultGraph, &open, separator, &names, out)?;
    writeln!(out, "\n]}}")
}

/// Closes a graph and opens another; gives what stands before the next node.
fn enter(
    graph: &GraphName,
    open: &GraphName,
    separator: &'static str,
    names: &Names,
    out: &mut impl Write,
) -> io::Result<&'static str> {
    let is_named = |graph: &GraphName| matches!(graph, GraphName::NamedNode(_));
    if is_named(open) && graph != open {
        write!(out, "\n]}}")?;
    }
    let GraphName::NamedNode(name) = graph else { return Ok(separator) };
    write!(out, "{separator}{{\"@id\":{},\"@graph\":[", json!(names.compact(name.as_str())))?;
    Ok("\n")
}

/// What the context says.
struct Names {
    prefixes: Vec<(&'static str, String)>,
    /// Properties whose values are IRIs.
    iris: BTreeSet<String>,
}

impl Names {
    fn new(graph: &Graph, vocabulary: &Vocabulary) -> Self {
        let mut names = Self { prefixes: vocabulary.prefixes(), iris: BTreeSet::new() };
        let used: BTreeSet<&str> = graph.edges().map(|(_, edge, _)| edge.relation.as_str()).collect();
        let relations = used.into_iter().map(|id| names.compact(vocabulary.relation(id).as_str()));
        names.iris = relations.chain(IRIS.map(str::to_owned)).collect();
        names
    }

    /// The context, an entry a line.
    fn write_context(&self, out: &mut impl Write) -> io::Result<()> {
        let prefixes = self.prefixes.iter().map(|(prefix, iri)| (*prefix, json!(iri)));
        let iris = self.iris.iter().map(|property| (property.as_str(), json!({ "@type": "@id" })));
        let decimals = DECIMALS.map(|property| (property, json!({ "@type": "xsd:decimal" })));
        let entries: BTreeMap<&str, Value> = prefixes.chain(iris).chain(decimals).collect();
        write!(out, "{{\"@context\": {{")?;
        for (nth, (name, value)) in entries.iter().enumerate() {
            write!(out, "{}\n  {}: {value}", if nth == 0 { "" } else { "," }, json!(name))?;
        }
        writeln!(out, "\n}},")
    }

    /// An IRI with a prefix, or whole where that would be read as another.
    fn compact(&self, iri: &str) -> String {
        let fits = |rest: &&str| !rest.is_empty() && !rest.starts_with("//");
        prefixed(&self.prefixes, iri, |rest| Some(rest).filter(fits)).unwrap_or_else(|| iri.to_owned())
    }

    /// The node that statements about one subject are.
    fn node(&self, block: &[Quad]) -> Value {
        let mut properties: BTreeMap<String, Vec<Value>> = BTreeMap::new();
        for quad in block {
            let (property, value) = self.property(quad);
            properties.entry(property).or_default().push(value);
        }
        let mut node = Map::new();
        if let NamedOrBlankNode::NamedNode(subject) = &block[0].subject {
            node.insert("@id".to_owned(), json!(self.compact(subject.as_str())));
        }
        for (property, mut values) in properties {
            let value = if values.len() == 1 { values.remove(0) } else { Value::Array(values) };
            node.insert(property, value);
        }
        Value::Object(node)
    }

    fn property(&self, quad: &Quad) -> (String, Value) {
        if let (true, Term::NamedNode(class)) = (quad.predicate == rdf::TYPE, &quad.object) {
            return ("@type".to_owned(), json!(self.compact(class.as_str())));
        }
        let property = self.compact(quad.predicate.as_str());
        let value = match &quad.object {
            Term::NamedNode(iri) if self.iris.contains(&property) => json!(self.compact(iri.as_str())),
            Term::NamedNode(iri) => json!({ "@id": self.compact(iri.as_str()) }),
            Term::Literal(literal) => self.literal(literal.as_ref(), &property),
            other => json!({ "@value": other.to_string() }),
        };
        (property, value)
    }

    fn literal(&self, literal: LiteralRef, property: &str) -> Value {
        let value = literal.value();
        if let Some(language) = literal.language() {
            return json!({ "@value": value, "@language": language });
        }
        let is_decimal = DECIMALS.contains(&property);
        match literal.datatype() {
            xsd::DECIMAL if is_decimal => json!(value),
            xsd::STRING if !is_decimal && !self.iris.contains(property) => json!(value),
            xsd::STRING => json!({ "@value": value }),
            xsd::BOOLEAN if matches!(value, "true" | "false") => json!(value == "true"),
            xsd::INTEGER => whole(value),
            datatype => json!({ "@value": value, "@type": datatype.as_str().replace(XSD, "xsd:") }),
        }
    }
}

/// A whole number, as a number where every reader reads it right.
fn whole(value: &str) -> Value {
    match value.parse::<i64>() {
        Ok(number) if number.abs() < SAFE => json!(number),
        _ => json!({ "@value": value, "@type": "xsd:integer" }),
    }
}
