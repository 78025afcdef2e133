//! How lines and actors look, and how text is quoted.

use crate::pipeline::publish::colour::Colour;
use crate::pipeline::publish::diagram::{Line, Shape, ink};
use crate::pipeline::publish::text::clean;

/// Colour, dash and arrowhead.
pub struct Style {
    /// Of the line and its label.
    pub colour: Colour,
    /// A style of Graphviz.
    pub dash: &'static str,
    /// An arrow shape of Graphviz.
    pub arrowhead: &'static str,
}

/// The look of a line.
pub fn style(line: &Line) -> Style {
    let sign = line.look.sign;
    let (dash, arrowhead) = match sign {
        1.. => ("solid", "normal"),
        0 => ("dotted", "vee"),
        _ => ("dashed", "tee"),
    };
    let dash = if line.doubt().is_some() { "dashed" } else { dash };
    Style { colour: ink(sign), dash, arrowhead }
}

/// The attributes of a shape.
pub fn shape(shape: Shape) -> &'static str {
    match shape {
        Shape::Rounded => "shape=box, style=\"rounded,filled\"",
        Shape::RoundedDashed => "shape=box, style=\"rounded,filled,dashed\"",
        Shape::Hexagon => "shape=hexagon, style=filled",
        Shape::Double => "shape=box, peripheries=2, style=filled",
        Shape::House => "shape=house, style=filled",
        Shape::Octagon => "shape=octagon, style=filled",
        Shape::Sides => "shape=Msquare, style=filled",
        Shape::Note => "shape=note, style=filled",
        Shape::Ellipse => "shape=ellipse, style=filled",
        Shape::EllipseDashed => "shape=ellipse, style=\"filled,dashed\"",
        Shape::Slanted => "shape=parallelogram, style=filled",
        Shape::BoxDashed => "shape=box, style=\"filled,dashed\"",
    }
}

/// A double-quoted string that Graphviz shows as the text: quotes and backslashes escaped (a backslash would
/// begin an escape), line ends as `\n`, and `&` as an entity (Graphviz reads entities in all labels).
pub fn quoted(text: &str) -> String {
    let escaped = clean(text)
        .replace('\\', "\\\\")
        .replace('"', "\\\"")
        .replace('&', "&amp;")
        .replace("\r\n", "\\n")
        .replace(['\n', '\r'], "\\n");
    format!("\"{escaped}\"")
}

/// Text in an HTML-like label.
pub fn html(text: &str) -> String {
    let escaped =
        clean(text).replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;");
    escaped.replace(['\n', '\r'], " ")
}
