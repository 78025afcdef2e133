//! DOT, for Graphviz: a diagram of the strongest ties.
//!
//! Friendly is green, solid, with a full arrowhead; hostile red, dashed, with a bar; neither grey, dotted,
//! with an open arrowhead, so that colour is never the only sign. Lines that are contested or not plain are dashed,
//! paler, and their label says so. Blocs are clusters. Large diagrams are left to `sfdp`, straight, without clusters and
//! labels on lines: in layers they would take minutes. Ranks run through all clusters (`newrank`): without that Graphviz 2.43
//! warns or crashes on many a graph. Lines between clusters count for the ranks: without that they are all drawn sideways,
//! through each other's labels, on a sheet twice as wide. <https://graphviz.org/doc/info/lang.html>

mod style;

use std::io::{self, Write};

use super::Options;
use super::diagram::{Line, NAMED, Picture, Spot, fill, legend, outline};
use super::network::Network;
use super::text::decimal;
use style::{Style, html, quoted, shape, style};

/// Notes are broken after so many characters.
const NOTE_WIDTH: usize = 110;

/// Writes a network as DOT; the caption says what was cut. An error if writing fails or the base is no IRI.
pub fn write(network: &Network, options: &Options, out: &mut impl Write) -> io::Result<()> {
    let picture = Picture::of(network, options)?;
    writeln!(out, "digraph aliansi {{")?;
    header(&picture, out)?;
    for (at, spot) in picture.spots.iter().enumerate() {
        if picture.is_large() || !picture.blocs.iter().any(|bloc| bloc.members.contains(&at)) {
            node("  ", spot, out)?;
        }
    }
    if !picture.is_large() {
        clusters(&picture, out)?;
    }
    for line in &picture.lines {
        edge(line, &picture, out)?;
    }
    writeln!(out, "}}")
}

fn header(picture: &Picture, out: &mut impl Write) -> io::Result<()> {
    writeln!(
        out,
        "  graph [label=<{}>, labelloc=t, labeljust=l, charset=\"UTF-8\", fontname=\"Helvetica\", fontsize=11, tooltip={}];",
        caption(picture),
        quoted(&picture.title)
    )?;
    writeln!(
        out,
        "  node [shape=box, style=\"rounded,filled\", fontname=\"Helvetica-Bold\", margin=\"0.14,0.07\"];"
    )?;
    writeln!(out, "  edge [fontname=\"Helvetica\", fontsize=10];")?;
    if picture.is_large() {
        writeln!(out, "  graph [layout=sfdp, splines=line, overlap=prism, outputorder=edgesfirst];")
    } else {
        writeln!(out, "  graph [nodesep=0.5, ranksep=0.7, newrank=true];")
    }
}

/// Title, subtitle, notes and legend as an HTML-like label, the only kind with print of several sizes.
fn caption(picture: &Picture) -> String {
    let break_left = "<BR ALIGN=\"LEFT\"/>";
    let mut caption = format!("<FONT POINT-SIZE=\"22\"><B>{}</B></FONT>{break_left}", html(&picture.title));
    caption.push_str(&format!("<FONT POINT-SIZE=\"13\">{}</FONT>{break_left}", html(&picture.subtitle)));
    let legend = legend(&picture.spots, &picture.lines).join(" ");
    for row in picture.notes.iter().chain([&legend]).flat_map(|paragraph| rows(paragraph)) {
        caption.push_str(&format!("{}{break_left}", html(&row)));
    }
    caption
}

fn rows(text: &str) -> Vec<String> {
    let mut rows: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match rows.last_mut() {
            Some(row) if row.chars().count() + word.chars().count() < NOTE_WIDTH => {
                row.push(' ');
                row.push_str(word);
            }
            _ => rows.push(word.to_owned()),
        }
    }
    rows
}

fn clusters(picture: &Picture, out: &mut impl Write) -> io::Result<()> {
    for (nth, bloc) in picture.blocs.iter().enumerate() {
        let number = Some(bloc.number);
        writeln!(
            out,
            "  subgraph cluster_{nth} {{\n    graph [label={}, labelloc=t, labeljust=l, style=\"rounded,filled\", color=\"{}\", \
             fillcolor=\"{}59\", fontcolor=\"{}\", fontsize=12, tooltip={}];",
            quoted(&bloc.label),
            outline(number),
            fill(number),
            outline(number),
            quoted(&bloc.label)
        )?;
        for &at in &bloc.members {
            node("    ", &picture.spots[at], out)?;
        }
        writeln!(out, "  }}")?;
    }
    Ok(())
}

fn node(indent: &str, spot: &Spot, out: &mut impl Write) -> io::Result<()> {
    writeln!(
        out,
        "{indent}{} [label={}, {}, fillcolor=\"{}\", color=\"{}\", fontsize={}, tooltip={}, URL={}];",
        quoted(&spot.id),
        quoted(&spot.label),
        shape(spot.shape()),
        fill(spot.bloc),
        outline(spot.bloc),
        decimal(12.0 + 6.0 * spot.prominence.sqrt()),
        quoted(&spot.tooltip),
        quoted(&spot.link),
    )
}

fn edge(line: &Line, picture: &Picture, out: &mut impl Write) -> io::Result<()> {
    let Style { colour, dash, arrowhead } = style(line);
    let [from, to] = [line.look.from, line.look.to].map(|at| &picture.spots[at]);
    let both_ways =
        if line.look.both_ways { format!(", dir=both, arrowtail={arrowhead}") } else { String::new() };
    let label = if picture.is_large() {
        String::new()
    } else {
        format!(", label={}, fontcolor=\"{colour}\"", quoted(&line.rows(NAMED).join("\n")))
    };
    writeln!(
        out,
        "  {} -> {} [color=\"{colour}{}\", style={dash}, arrowhead={arrowhead}{both_ways}, penwidth={}{label}, \
         tooltip={tooltip}, labeltooltip={tooltip}, URL={}];",
        quoted(&from.id),
        quoted(&to.id),
        if line.doubt().is_some() { "99" } else { "" },
        decimal(line.width),
        quoted(&line.link),
        tooltip = quoted(&line.tooltip),
    )
}
