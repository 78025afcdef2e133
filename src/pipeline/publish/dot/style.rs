//! How edges look, and how text is quoted.

use crate::model::Polarity;
use crate::pipeline::publish::text::clean;

/// Colour, line and arrowhead.
pub struct Style {
    /// `#rrggbb`, with a last pair of digits for opacity where it is not full.
    pub colour: String,
    /// A style of Graphviz.
    pub line: &'static str,
    /// An arrow shape of Graphviz.
    pub arrowhead: &'static str,
}

/// The look of an edge.
pub fn style(polarity: Polarity, plain: bool) -> Style {
    let (colour, line, arrowhead) = match polarity {
        Polarity::Positive => ("#2e7d32", "solid", "normal"),
        Polarity::Negative => ("#c62828", "dashed", "tee"),
        Polarity::Neutral => ("#757575", "dotted", "vee"),
    };
    if plain {
        Style { colour: colour.to_owned(), line, arrowhead }
    } else {
        Style { colour: format!("{colour}99"), line: "dashed", arrowhead }
    }
}

/// 0.5 to 5 points, by the logarithm of the score.
pub fn pen_width(score: f64, highest: f64) -> f64 {
    let share = if highest > 0.0 { score.ln_1p() / highest.ln_1p() } else { 0.0 };
    0.5 + 4.5 * share
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
