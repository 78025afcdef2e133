//! Scored graph → bytes.
//!
//! One file is one writer, and each is a pure function of the graph, the ontology and the [`Options`]:
//!
//! | writer | file | for |
//! |---|---|---|
//! | [`turtle`] | `graph.ttl`, `.trig` | people and SPARQL; TriG: what a document says in a graph of its own |
//! | [`nquads`] | `graph.nq`, `.nt` | the same statements a line each, with and without those graphs |
//! | [`json_ld`] | `.jsonld` | the same, for programs that read JSON |
//! | [`rdf_xml`] | `.rdf` | the same triples, for programs that read RDF in XML alone |
//! | [`json`] | `graph.json` | node-link: D3, NetworkX |
//! | [`graphml`] | `graph.graphml` | Gephi, Cytoscape, yEd, igraph, NetworkX |
//! | [`gexf`] | `graph.gexf` | Gephi, with time |
//! | [`dot`] | `graph.dot` | Graphviz |
//! | [`svg`] | `graph.svg` | browsers, newspapers |
//! | [`csv`] | `csv/` | spreadsheets, pandas, R, Neo4j |
//! | [`mermaid`] | by `aliansi export` | diagrams in Markdown |
//! | [`report`] | by `aliansi export` | people: a page in HTML |
//!
//! [`folder`] puts them into a graph folder beside what they are made from, and reads that back.

mod colour;
mod columns;
pub mod csv;
pub mod diagram;
pub mod dot;
mod error;
pub mod folder;
mod format;
pub mod gexf;
pub mod graphml;
pub mod json;
pub mod json_ld;
pub mod layout;
pub mod mermaid;
pub mod network;
pub mod nquads;
mod options;
pub(crate) mod quotation;
mod rdf;
pub mod rdf_xml;
pub mod report;
pub mod svg;
mod text;
pub mod turtle;
mod xml;

pub use error::PublishError;
pub use folder::Manifest;
pub use format::NetworkFormat;
pub use options::{DEFAULT_BASE, Options};
pub use rdf::{RdfFormat, Vocabulary, statements};
pub(crate) use text::{is_of_the_web, name};

use std::path::Path;

use crate::model::Levels;
use crate::ontology::Ontology;

/// What every export says of itself, by language code.
pub(crate) const NOTICE: [(&str, &str); 2] = [
    ("en", "What texts report, with how surely they state it; not what is true of the world."),
    (
        "id",
        "Apa yang diberitakan teks, dan seberapa pasti teks menyatakannya; bukan kebenaran tentang dunia.",
    ),
];

/// Writes a graph folder; see [`folder::write`].
pub fn publish(
    levels: &Levels,
    ontology: &Ontology,
    options: &Options,
    directory: &Path,
) -> Result<(), PublishError> {
    folder::write(levels, ontology, options, directory)
}
