//! The syntaxes that the statements are written in.

use std::io::{self, Write};

use crate::model::Graph;
use crate::ontology::Ontology;
use crate::pipeline::publish::{Options, json_ld, nquads, rdf_xml, turtle};

/// A syntax for the whole graph, with claims, evidence and documents. All hold the same statements; those without graphs of
/// their own for documents hold the union of all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RdfFormat {
    /// Turtle: triples, for people.
    Turtle,
    /// N-Triples: a triple a line.
    NTriples,
    /// N-Quads: a line each, what a document says in a graph of its own.
    NQuads,
    /// TriG: as Turtle, what a document says in a graph of its own.
    TriG,
    /// RDF/XML: triples, for programs that read nothing else.
    RdfXml,
    /// JSON-LD: what a document says in a graph of its own.
    JsonLd,
}

impl RdfFormat {
    /// Every syntax.
    pub const ALL: [Self; 6] =
        [Self::Turtle, Self::NTriples, Self::NQuads, Self::TriG, Self::RdfXml, Self::JsonLd];

    /// What the name of a file ends in, without a dot.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Turtle => "ttl",
            Self::NTriples => "nt",
            Self::NQuads => "nq",
            Self::TriG => "trig",
            Self::RdfXml => "rdf",
            Self::JsonLd => "jsonld",
        }
    }

    /// Whether what a document says stands in a graph of its own.
    pub fn has_graphs(self) -> bool {
        matches!(self, Self::NQuads | Self::TriG | Self::JsonLd)
    }

    /// Whether it can say of which triple a claim is the reifier (RDF 1.2).
    pub fn has_reifiers(self) -> bool {
        !matches!(self, Self::RdfXml | Self::JsonLd)
    }

    /// Writes a graph. An error if writing fails, if the base is no IRI, or if the syntax cannot hold what the options ask
    /// for: nothing is written then.
    pub fn write(
        self,
        graph: &Graph,
        ontology: &Ontology,
        options: &Options,
        out: &mut impl Write,
    ) -> io::Result<()> {
        if options.rdf12 && !self.has_reifiers() {
            return Err(without_reifiers(self));
        }
        match self {
            Self::Turtle => turtle::write(graph, ontology, options, out),
            Self::NTriples => nquads::write_triples(graph, ontology, options, out),
            Self::NQuads => nquads::write(graph, ontology, options, out),
            Self::TriG => turtle::write_trig(graph, ontology, options, out),
            Self::RdfXml => rdf_xml::write(graph, ontology, options, out),
            Self::JsonLd => json_ld::write(graph, ontology, options, out),
        }
    }
}

fn without_reifiers(format: RdfFormat) -> io::Error {
    let able: Vec<&str> =
        RdfFormat::ALL.into_iter().filter(|other| other.has_reifiers()).map(RdfFormat::extension).collect();
    let cause = format!(
        "`{}` cannot hold the reifiers of RDF 1.2: write one of {}, or leave them out",
        format.extension(),
        able.join(", ")
    );
    io::Error::new(io::ErrorKind::InvalidInput, cause)
}
