//! The formats that a network is written in.

use std::io::{self, Write};

use super::layout::Layout;
use super::network::{Network, Selection};
use super::{Options, dot, gexf, graphml, json, mermaid, svg};

/// A format for ties and the actors that they join.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NetworkFormat {
    /// GraphML: Gephi, Cytoscape, yEd, igraph, NetworkX.
    GraphMl,
    /// GEXF: Gephi, with time.
    Gexf,
    /// Node-link JSON: D3, NetworkX.
    Json,
    /// DOT: Graphviz.
    Dot,
    /// SVG: browsers, newspapers.
    Svg,
    /// Mermaid: Markdown.
    Mermaid,
}

impl NetworkFormat {
    /// Whether it is a picture for people, which shows the strongest ties between states unless asked for others.
    pub fn is_diagram(self) -> bool {
        matches!(self, Self::Dot | Self::Svg | Self::Mermaid)
    }

    /// What it shows unless the user picks; a diagram in the column of a text has room for few.
    pub fn selection(self, options: &Options) -> Selection {
        match self {
            Self::Mermaid => {
                let usual = Selection::diagram(options);
                Selection { actors: usual.actors.min(30), ties: usual.ties.min(60), ..usual }
            }
            _ if self.is_diagram() => Selection::diagram(options),
            _ => Selection::default(),
        }
    }

    /// Writes a network. An error if writing fails or the base is no IRI.
    pub fn write(self, network: &Network, options: &Options, out: &mut impl Write) -> io::Result<()> {
        match self {
            Self::GraphMl => graphml::write(network, &Layout::of(network), options, out),
            Self::Gexf => gexf::write(network, &Layout::of(network), options, out),
            Self::Json => json::write(network, options, out),
            Self::Dot => dot::write(network, options, out),
            Self::Svg => svg::write(network, options, out),
            Self::Mermaid => mermaid::write(network, options, out),
        }
    }
}
