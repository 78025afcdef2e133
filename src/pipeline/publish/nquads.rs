//! N-Quads and N-Triples: a statement a line.
//!
//! In N-Quads what describes a document and its evidence stands in a graph named after the document, so that dropping
//! that graph drops all that the document says. <https://www.w3.org/TR/n-quads/>

use std::io::{self, Write};

use oxigraph::io::{RdfFormat, RdfSerializer};
use oxigraph::model::Quad;

use super::Options;
use super::rdf::{Vocabulary, chosen};
use crate::model::Graph;
use crate::ontology::Ontology;

/// Writes N-Quads. An error if writing fails or the base is no IRI.
pub fn write(graph: &Graph, ontology: &Ontology, options: &Options, out: &mut impl Write) -> io::Result<()> {
    write_and(|_| Ok(()), graph, ontology, options, out)
}

/// Writes N-Quads, and shows each statement to somebody else.
pub fn write_and(
    mut see: impl FnMut(&Quad) -> io::Result<()>,
    graph: &Graph,
    ontology: &Ontology,
    options: &Options,
    out: &mut impl Write,
) -> io::Result<()> {
    let vocabulary = Vocabulary::new(&options.base)?;
    let mut serializer = RdfSerializer::from_format(RdfFormat::NQuads).for_writer(out);
    for quad in chosen(graph, ontology, &vocabulary, options) {
        serializer.serialize_quad(&quad)?;
        see(&quad)?;
    }
    serializer.finish().map(drop)
}

/// Writes N-Triples. An error if writing fails or the base is no IRI.
pub fn write_triples(
    graph: &Graph,
    ontology: &Ontology,
    options: &Options,
    out: &mut impl Write,
) -> io::Result<()> {
    let vocabulary = Vocabulary::new(&options.base)?;
    let mut serializer = RdfSerializer::from_format(RdfFormat::NTriples).for_writer(out);
    for quad in chosen(graph, ontology, &vocabulary, options) {
        serializer.serialize_triple(quad.as_ref())?;
    }
    serializer.finish().map(drop)
}
