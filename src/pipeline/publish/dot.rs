//! DOT, for Graphviz: a diagram of the strongest ties.
//!
//! Friendly is green, solid, with a full arrowhead; hostile red, dashed, with a bar; neither grey, dotted,
//! with an open arrowhead, so that colour is never the only sign. An edge that is not plain is dashed,
//! paler, and its label says its status. <https://graphviz.org/doc/info/lang.html>

mod style;

use std::io::{self, Write};

use super::network::{Network, Tie};
use super::rdf::Vocabulary;
use super::text::{decimal, name};
use super::{NOTICE, Options};
use crate::model::{Node, Status};
use style::{Style, pen_width, quoted, style};

/// Diagrams of more actors or edges are laid out by springs, straight and without labels on edges: in layers
/// they would take minutes.
const MANY_ACTORS: usize = 200;
const MANY_EDGES: usize = 300;

/// Writes a network as DOT; the caption says what was cut. An error if writing fails or the base is no IRI.
pub fn write(network: &Network, options: &Options, out: &mut impl Write) -> io::Result<()> {
    let vocabulary = Vocabulary::new(&options.base)?;
    let is_large = network.actors.len() > MANY_ACTORS || network.ties.len() > MANY_EDGES;
    writeln!(out, "digraph aliansi {{")?;
    header(&caption(network), is_large, out)?;
    for shown in &network.actors {
        node(shown.node, &vocabulary, out)?;
    }
    let highest = network.ties.iter().map(Tie::score).fold(0.0, f64::max);
    for tie in &network.ties {
        edge(tie, highest, is_large, &vocabulary, out)?;
    }
    writeln!(out, "}}")
}

fn caption(network: &Network) -> String {
    let (shown, of) = (network.extent(), network.of);
    let extent = if network.is_cut() {
        format!("The strongest {} of {} ties, {} of {} actors.", shown.ties, of.ties, shown.actors, of.actors)
    } else {
        format!("{} ties, {} actors.", shown.ties, shown.actors)
    };
    let (_, notice) = NOTICE[0];
    format!("{extent} {notice}\nSolid green: friendly. Dashed red, bar: hostile. Dotted grey: neither.")
}

fn header(caption: &str, is_large: bool, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "  graph [label={}, labelloc=b, fontname=\"Helvetica\", fontsize=10];", quoted(caption))?;
    writeln!(
        out,
        "  node [shape=box, style=\"rounded,filled\", fillcolor=\"#f5f5f5\", fontname=\"Helvetica\"];"
    )?;
    writeln!(out, "  edge [fontname=\"Helvetica\", fontsize=9];")?;
    if is_large { writeln!(out, "  graph [layout=sfdp, splines=line];") } else { Ok(()) }
}

fn node(node: &Node, vocabulary: &Vocabulary, out: &mut impl Write) -> io::Result<()> {
    let actor = &node.actor;
    writeln!(
        out,
        "  {} [label={}, tooltip={}, URL={}];",
        quoted(&actor.id),
        quoted(&actor.label),
        quoted(&format!("{} ({})", actor.label, name(actor.kind))),
        quoted(vocabulary.actor(&actor.id).as_str()),
    )
}

fn edge(
    tie: &Tie,
    highest: f64,
    is_large: bool,
    vocabulary: &Vocabulary,
    out: &mut impl Write,
) -> io::Result<()> {
    let Style { colour, line, arrowhead } = style(tie.edge.polarity, tie.edge.plain);
    let label = if is_large { String::new() } else { format!(", label={}", quoted(&edge_label(tie))) };
    let both_ways =
        if tie.edge.symmetric { format!(", dir=both, arrowtail={arrowhead}") } else { String::new() };
    writeln!(
        out,
        "  {} -> {} [color=\"{colour}\", style={line}, arrowhead={arrowhead}{both_ways}, penwidth={}{label}, \
         tooltip={}, URL={}];",
        quoted(&tie.source.actor.id),
        quoted(&tie.target.actor.id),
        decimal(pen_width(tie.score(), highest)),
        quoted(&tooltip(tie)),
        quoted(vocabulary.claim(&tie.edge.claim).as_str()),
    )
}

/// The relation; for an edge that is not plain also its status, or that the assertion is not enough.
fn edge_label(tie: &Tie) -> String {
    let relation = &tie.edge.relation;
    match tie.status {
        _ if tie.edge.plain => relation.clone(),
        Status::Asserted => format!("{relation} (asserted, not plain)"),
        status => format!("{relation} ({})", name(status)),
    }
}

fn tooltip(tie: &Tie) -> String {
    let edge = tie.edge;
    let mut tooltip = format!(
        "{} {} {}: confidence {}, independent origins {}, evidence {}",
        tie.source.actor.label,
        edge_label(tie),
        tie.target.actor.label,
        decimal(tie.confidence()),
        tie.origins(),
        edge.evidence.len(),
    );
    if let (Some(first), Some(last)) = (&edge.first_reported, &edge.last_reported) {
        tooltip.push_str(&format!(", reported {first} to {last}"));
    }
    if edge.contested {
        tooltip.push_str(", contested");
    }
    tooltip
}
