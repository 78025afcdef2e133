//! GEXF 1.3, for Gephi from 0.9.3 on, with time: <https://gexf.net/schema.html>.
//!
//! A tie is there when texts reported it, to the day, month or year that they are dated by; an actor is there when one of its ties
//! is. What no date is known of has no spell, which means always. Spells that touch are one, since Gephi drops an interval that
//! overlaps another of the same element without a word; both ends are within. The file changes with its documents alone: `lastmodifieddate` is the day of the
//! newest. Written as quickly as GraphML.

mod spells;

use std::io::{self, Write};

use super::colour::{Colour, ink, outline};
use super::columns::{self, ACTOR, Column, Kind, TIE, Value};
use super::layout::Layout;
use super::network::{Network, Shown, Tie};
use super::rdf::Vocabulary;
use super::text::add_decimal;
use super::xml::attribute;
use super::{NOTICE, Options};
use crate::model::PartialDate;
use spells::{Spell, merged, spells};

const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd" version="1.3">
"#;
const GRAPH: &str = r#"  <graph defaultedgetype="directed" mode="dynamic" timeformat="date" timerepresentation="interval" idtype="string">
"#;

/// Writes a network as GEXF, laid out so. An error if writing fails or the base is no IRI.
pub fn write(network: &Network, layout: &Layout, options: &Options, out: &mut impl Write) -> io::Result<()> {
    let vocabulary = Vocabulary::new(&options.base)?;
    out.write_all(HEAD.as_bytes())?;
    out.write_all(meta(network).as_bytes())?;
    out.write_all(GRAPH.as_bytes())?;
    attributes("node", &ACTOR, out)?;
    attributes("edge", &TIE, out)?;
    let times: Vec<Vec<Spell>> = network.ties.iter().map(|tie| spells(network.graph, tie.edge)).collect();
    nodes(network, layout, &vocabulary, actor_times(network, &times), out)?;
    edges(network, &vocabulary, &times, out)?;
    writeln!(out, "  </graph>\n</gexf>")
}

fn meta(network: &Network) -> String {
    let documents = network.graph.documents.iter();
    let newest =
        documents.filter_map(|document| document.published.as_ref().and_then(PartialDate::first_day)).max();
    let mut text = String::from("  <meta");
    if let Some(day) = newest {
        attribute("lastmodifieddate", &day.to_string(), &mut text);
    }
    let notices = NOTICE.map(|(_, notice)| notice).join(" ");
    text + ">\n    <creator>aliansi</creator>\n    <description>" + &notices + "</description>\n  </meta>\n"
}

fn attributes(class: &str, columns: &[Column], out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "    <attributes class=\"{class}\" mode=\"static\">")?;
    for Column { name, kind } in columns {
        let kind = match kind {
            Kind::Text => "string",
            Kind::Whole => "long",
            Kind::Number => "double",
            Kind::Truth => "boolean",
        };
        writeln!(out, "      <attribute id=\"{name}\" title=\"{name}\" type=\"{kind}\"/>")?;
    }
    writeln!(out, "    </attributes>")
}

/// When each actor is there; empty means always.
fn actor_times(network: &Network, times: &[Vec<Spell>]) -> Vec<Vec<Spell>> {
    let mut all: Vec<Option<Vec<Spell>>> = vec![Some(Vec::new()); network.actors.len()];
    for (tie, spells) in network.ties.iter().zip(times) {
        for end in [tie.from, tie.to] {
            match &mut all[end] {
                Some(known) if !spells.is_empty() => known.extend(spells),
                other => *other = None,
            }
        }
    }
    all.into_iter().map(|spells| merged(spells.unwrap_or_default())).collect()
}

fn nodes(
    network: &Network,
    layout: &Layout,
    vocabulary: &Vocabulary,
    times: Vec<Vec<Spell>>,
    out: &mut impl Write,
) -> io::Result<()> {
    writeln!(out, "    <nodes>")?;
    let mut text = String::new();
    for (index, (shown, spells)) in network.actors.iter().zip(times).enumerate() {
        text.clear();
        node(index, shown, vocabulary, &spells, &mut text);
        node_looks(shown, layout.places[index], layout.radii[index], &mut text);
        out.write_all(text.as_bytes())?;
    }
    writeln!(out, "    </nodes>")
}

fn node(index: usize, shown: &Shown, vocabulary: &Vocabulary, spells: &[Spell], out: &mut String) {
    out.push_str("      <node");
    attribute("id", &format!("n{index}"), out);
    attribute("label", &shown.node.actor.label, out);
    out.push_str(">\n");
    values(&ACTOR, &columns::of_actor(shown, vocabulary), out);
    write_spells(spells, out);
}

fn node_looks(shown: &Shown, [x, y]: [f64; 2], radius: f64, out: &mut String) {
    colour(outline(shown.bloc), out);
    out.push_str("        <viz:position x=\"");
    add_decimal(x, 2, out);
    out.push_str("\" y=\"");
    add_decimal(y, 2, out);
    out.push_str("\" z=\"0.0\"/>\n        <viz:size value=\"");
    add_decimal(radius, 2, out);
    out.push_str("\"/>\n      </node>\n");
}

fn edges(
    network: &Network,
    vocabulary: &Vocabulary,
    times: &[Vec<Spell>],
    out: &mut impl Write,
) -> io::Result<()> {
    writeln!(out, "    <edges>")?;
    let heaviest = network.ties.iter().map(|tie| tie.edge.weight).fold(0.0, f64::max);
    let mut text = String::new();
    for (index, (tie, spells)) in network.ties.iter().zip(times).enumerate() {
        text.clear();
        edge(index, tie, vocabulary, spells, heaviest, &mut text);
        out.write_all(text.as_bytes())?;
    }
    writeln!(out, "    </edges>")
}

fn edge(index: usize, tie: &Tie, vocabulary: &Vocabulary, spells: &[Spell], heaviest: f64, out: &mut String) {
    out.push_str("      <edge");
    attribute("id", &format!("e{index}"), out);
    attribute("source", &format!("n{}", tie.from), out);
    attribute("target", &format!("n{}", tie.to), out);
    attribute("kind", &tie.edge.relation, out);
    attribute("label", &tie.edge.relation, out);
    out.push_str(" weight=\"");
    add_decimal(tie.edge.weight, 4, out);
    out.push_str("\">\n");
    values(&TIE, &columns::of_tie(tie, vocabulary), out);
    write_spells(spells, out);
    colour(ink(tie.sign()), out);
    out.push_str("        <viz:thickness value=\"");
    add_decimal(0.5 + 4.5 * tie.edge.weight / heaviest, 2, out);
    out.push_str("\"/>\n      </edge>\n");
}

fn values(columns: &[Column], values: &[Value], out: &mut String) {
    out.push_str("        <attvalues>\n");
    for (column, value) in columns.iter().zip(values) {
        let before = out.len();
        out.push_str("          <attvalue for=\"");
        out.push_str(column.name);
        out.push_str("\" value=\"");
        if value.write(out) {
            out.push_str("\"/>\n");
        } else {
            out.truncate(before);
        }
    }
    out.push_str("        </attvalues>\n");
}

fn write_spells(spells: &[Spell], out: &mut String) {
    if spells.is_empty() {
        return;
    }
    out.push_str("        <spells>\n");
    for (first, last) in spells {
        out.push_str("          <spell");
        attribute("start", &first.to_string(), out);
        attribute("end", &last.to_string(), out);
        out.push_str("/>\n");
    }
    out.push_str("        </spells>\n");
}

fn colour(Colour(r, g, b): Colour, out: &mut String) {
    out.push_str(&format!("        <viz:color r=\"{r}\" g=\"{g}\" b=\"{b}\"/>\n"));
}
