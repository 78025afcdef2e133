//! GraphML, for Gephi, Cytoscape, yEd, igraph and NetworkX.
//!
//! What these readers demand: directed edges only; a unique id on every edge; keys for nodes or for edges,
//! never for both, with ids that differ in more than case; only the types string, int, double and boolean;
//! no attribute named id, source, target, kind, interval or timeset; no empty value; weights above 0. Gephi
//! merges parallel edges that have no differing XML attribute `label`. <http://graphml.graphdrawing.org>

use std::io::{self, Write};

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::network::{Network, Tie};
use super::rdf::Vocabulary;
use super::text::{clean, decimal, name};
use super::{NOTICE, Options};
use crate::model::Node;

/// Attribute names and types of nodes, in the order of [`node_values`].
const NODE_KEYS: [(&str, &str); 9] = [
    ("label", "string"),
    ("actor", "string"),
    ("iri", "string"),
    ("actor_kind", "string"),
    ("sector", "string"),
    ("country", "string"),
    ("acts_for", "string"),
    ("wikidata", "string"),
    ("mentions", "int"),
];

/// Attribute names and types of edges, in the order of [`edge_values`].
const EDGE_KEYS: [(&str, &str); 17] = [
    ("label", "string"),
    ("relation", "string"),
    ("interaction", "string"),
    ("sign", "int"),
    ("weight", "double"),
    ("confidence", "double"),
    ("origins", "int"),
    ("evidence", "int"),
    ("status", "string"),
    ("plain", "boolean"),
    ("symmetric", "boolean"),
    ("contested", "boolean"),
    ("edited", "boolean"),
    ("first_reported", "string"),
    ("last_reported", "string"),
    ("claim", "string"),
    ("iri", "string"),
];

/// Writes a network as GraphML. An error if writing fails or the base is no IRI.
pub fn write(network: &Network, options: &Options, out: &mut impl Write) -> io::Result<()> {
    let vocabulary = Vocabulary::new(&options.base)?;
    let mut xml = Writer::new_with_indent(&mut *out, b' ', 2);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    xml.create_element("graphml")
        .with_attribute(("xmlns", "http://graphml.graphdrawing.org/xmlns"))
        .write_inner_content(|xml| {
            for (_, notice) in NOTICE {
                xml.write_event(Event::Comment(BytesText::new(notice)))?;
            }
            keys(xml, "node", &NODE_KEYS)?;
            keys(xml, "edge", &EDGE_KEYS)?;
            graph(xml, network, &vocabulary)
        })?;
    writeln!(out)
}

fn keys<W: Write>(xml: &mut Writer<W>, element: &str, keys: &[(&str, &str)]) -> io::Result<()> {
    for (key, kind) in keys {
        xml.create_element("key")
            .with_attribute(("id", key_id(element, key).as_str()))
            .with_attribute(("for", element))
            .with_attribute(("attr.name", *key))
            .with_attribute(("attr.type", *kind))
            .write_empty()?;
    }
    Ok(())
}

/// `n_label`, `e_label`.
fn key_id(element: &str, key: &str) -> String {
    format!("{}_{key}", &element[..1])
}

fn graph<W: Write>(xml: &mut Writer<W>, network: &Network, vocabulary: &Vocabulary) -> io::Result<()> {
    xml.create_element("graph")
        .with_attribute(("id", "G"))
        .with_attribute(("edgedefault", "directed"))
        .write_inner_content(|xml| {
            for (index, shown) in network.actors.iter().enumerate() {
                xml.create_element("node")
                    .with_attribute(("id", format!("n{index}").as_str()))
                    .write_inner_content(|xml| {
                        data(xml, "node", &NODE_KEYS, node_values(shown.node, vocabulary))
                    })?;
            }
            network.ties.iter().enumerate().try_for_each(|(index, tie)| edge(xml, index, tie, vocabulary))
        })?;
    Ok(())
}

fn edge<W: Write>(xml: &mut Writer<W>, index: usize, tie: &Tie, vocabulary: &Vocabulary) -> io::Result<()> {
    xml.create_element("edge")
        .with_attribute(("id", format!("e{index}").as_str()))
        .with_attribute(("source", format!("n{}", tie.from).as_str()))
        .with_attribute(("target", format!("n{}", tie.to).as_str()))
        .with_attribute(("label", clean(&tie.edge.relation).as_ref()))
        .write_inner_content(|xml| data(xml, "edge", &EDGE_KEYS, edge_values(tie, vocabulary)))?;
    Ok(())
}

/// The values that are known; an empty one would be an error to some readers.
fn data<W: Write, const N: usize>(
    xml: &mut Writer<W>,
    element: &str,
    keys: &[(&str, &str); N],
    values: [String; N],
) -> io::Result<()> {
    for ((key, _), value) in keys.iter().zip(values) {
        let value = clean(&value);
        if !value.is_empty() {
            xml.create_element("data")
                .with_attribute(("key", key_id(element, key).as_str()))
                .write_text_content(BytesText::new(&value))?;
        }
    }
    Ok(())
}

fn node_values(node: &Node, vocabulary: &Vocabulary) -> [String; NODE_KEYS.len()] {
    let actor = &node.actor;
    let known = |value: &Option<String>| value.clone().unwrap_or_default();
    [
        actor.label.clone(),
        actor.id.clone(),
        vocabulary.actor(&actor.id).into_string(),
        name(actor.kind),
        known(&actor.sector),
        known(&actor.country),
        known(&actor.acts_for),
        known(&node.wikidata),
        node.mentions.values().sum::<usize>().to_string(),
    ]
}

fn edge_values(tie: &Tie, vocabulary: &Vocabulary) -> [String; EDGE_KEYS.len()] {
    let edge = tie.edge;
    let known = |value: &Option<String>| value.clone().unwrap_or_default();
    [
        edge.relation.clone(),
        edge.relation.clone(),
        edge.relation.clone(),
        tie.sign().to_string(),
        decimal(edge.weight),
        decimal(tie.confidence()),
        tie.origins().to_string(),
        edge.evidence.len().to_string(),
        name(tie.status),
        edge.plain.to_string(),
        edge.symmetric.to_string(),
        edge.contested.to_string(),
        tie.edited.to_string(),
        known(&edge.first_reported),
        known(&edge.last_reported),
        edge.claim.clone(),
        vocabulary.claim(&edge.claim).into_string(),
    ]
}
