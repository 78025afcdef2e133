//! N-Quads: the statements of the Turtle file; what describes a document and its evidence stands in a graph
//! named after the document, so that dropping that graph drops all that the document says.
//! <https://www.w3.org/TR/n-quads/>

use std::io::{self, Write};

use oxigraph::io::{RdfFormat, RdfSerializer};

use super::Options;
use super::rdf::{Vocabulary, statements};
use crate::model::Graph;
use crate::ontology::Ontology;

/// Writes `graph.nq`. An error if writing fails or the base is no IRI.
pub fn write(graph: &Graph, ontology: &Ontology, options: &Options, out: &mut impl Write) -> io::Result<()> {
    let vocabulary = Vocabulary::new(&options.base)?;
    let mut serializer = RdfSerializer::from_format(RdfFormat::NQuads).for_writer(out);
    for quad in statements(graph, ontology, &vocabulary) {
        serializer.serialize_quad(&quad)?;
    }
    serializer.finish().map(drop)
}
