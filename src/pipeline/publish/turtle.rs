//! Turtle, for people and SPARQL, and TriG, which is Turtle with graphs.
//!
//! Plain edges stand one a line, so that they can be found with a text search; all else is grouped by
//! subject. <https://www.w3.org/TR/turtle/>, <https://www.w3.org/TR/rdf12-trig/>

use std::io::{self, Write};
use std::iter::Peekable;

use oxigraph::model::vocab::{rdf, xsd};
use oxigraph::model::{GraphName, LiteralRef, NamedNodeRef, NamedOrBlankNode, Quad, Term, TermRef};

use super::Options;
use super::rdf::{Vocabulary, chosen, prefixed};
use crate::model::Graph;
use crate::ontology::Ontology;

/// Writes Turtle. An error if writing fails or the base is no IRI.
pub fn write(graph: &Graph, ontology: &Ontology, options: &Options, out: &mut impl Write) -> io::Result<()> {
    let vocabulary = Vocabulary::new(&options.base)?;
    let without_graphs = |quad: Quad| Quad { graph_name: GraphName::DefaultGraph, ..quad };
    all(chosen(graph, ontology, &vocabulary, options).map(without_graphs), &vocabulary, out)
}

/// Writes TriG: what a document is and says stands in a graph named after it. An error if writing fails or the base is no IRI.
pub fn write_trig(
    graph: &Graph,
    ontology: &Ontology,
    options: &Options,
    out: &mut impl Write,
) -> io::Result<()> {
    let vocabulary = Vocabulary::new(&options.base)?;
    all(chosen(graph, ontology, &vocabulary, options), &vocabulary, out)
}

fn all(quads: impl Iterator<Item = Quad>, vocabulary: &Vocabulary, out: &mut impl Write) -> io::Result<()> {
    let prefixes = vocabulary.prefixes();
    for (prefix, iri) in &prefixes {
        writeln!(out, "@prefix {prefix}: <{iri}> .")?;
    }
    let mut writer = Writer { names: Names(&prefixes), out, graph: GraphName::DefaultGraph, last: None };
    let mut quads = quads.peekable();
    while let Some(quad) = quads.next() {
        writer.enter(&quad.graph_name)?;
        if vocabulary.is_relation(quad.predicate.as_str()) {
            writer.edge(&quad, &mut quads)?;
        } else {
            writer.property(quad)?;
        }
    }
    writer.enter(&GraphName::DefaultGraph)?;
    writer.end_block().map(drop)
}

struct Writer<'a, W> {
    names: Names<'a>,
    out: &'a mut W,
    /// The graph that is open.
    graph: GraphName,
    /// The last statement of the block that is open.
    last: Option<Quad>,
}

impl<W: Write> Writer<'_, W> {
    /// Closes the graph that is open and opens another, if it is another.
    fn enter(&mut self, graph: &GraphName) -> io::Result<()> {
        if self.graph == *graph {
            return Ok(());
        }
        self.end_block()?;
        if self.graph != GraphName::DefaultGraph {
            writeln!(self.out, "}}")?;
        }
        if let GraphName::NamedNode(name) = graph {
            write!(self.out, "\n{} {{", self.names.iri(name.as_ref()))?;
        }
        self.graph = graph.clone();
        Ok(())
    }

    /// An edge on a line of its own, and the claims that reify it.
    fn edge(&mut self, edge: &Quad, quads: &mut Peekable<impl Iterator<Item = Quad>>) -> io::Result<()> {
        if self.end_block()? {
            writeln!(self.out)?;
        }
        let subject = self.names.subject(&edge.subject);
        let (predicate, object) =
            (self.names.predicate(edge.predicate.as_ref()), self.names.term(edge.object.as_ref()));
        write!(self.out, "{subject} {predicate} {object}")?;
        while let Some(reifier) = quads.next_if(|quad| reifies(quad, edge)) {
            write!(self.out, " ~ {}", self.names.subject(&reifier.subject))?;
        }
        writeln!(self.out, " .")
    }

    /// Part of the block about its subject.
    fn property(&mut self, quad: Quad) -> io::Result<()> {
        let predicate = self.names.predicate(quad.predicate.as_ref());
        let object = self.names.term(quad.object.as_ref());
        let margin = if self.graph == GraphName::DefaultGraph { "" } else { "    " };
        match &self.last {
            Some(last) if last.subject == quad.subject && last.predicate == quad.predicate => {
                write!(self.out, ", {object}")?;
            }
            Some(last) if last.subject == quad.subject => {
                write!(self.out, " ;\n{margin}    {predicate} {object}")?;
            }
            _ => {
                self.end_block()?;
                let subject = self.names.subject(&quad.subject);
                write!(self.out, "\n{margin}{subject} {predicate} {object}")?;
            }
        }
        self.last = Some(quad);
        Ok(())
    }

    /// Ends the block that is open, and tells whether one was.
    fn end_block(&mut self) -> io::Result<bool> {
        let is_open = self.last.take().is_some();
        if is_open {
            writeln!(self.out, " .")?;
        }
        Ok(is_open)
    }
}

fn reifies(quad: &Quad, edge: &Quad) -> bool {
    let Term::Triple(triple) = &quad.object else { return false };
    quad.predicate == rdf::REIFIES
        && triple.subject == edge.subject
        && triple.predicate == edge.predicate
        && triple.object == edge.object
}

/// Writes terms with prefixes.
#[derive(Clone, Copy)]
struct Names<'a>(&'a [(&'static str, String)]);

impl Names<'_> {
    fn subject(self, subject: &NamedOrBlankNode) -> String {
        self.term(subject.as_ref().into())
    }

    fn predicate(self, iri: NamedNodeRef) -> String {
        if iri == rdf::TYPE { "a".to_owned() } else { self.iri(iri) }
    }

    fn term(self, term: TermRef) -> String {
        match term {
            TermRef::NamedNode(iri) => self.iri(iri),
            TermRef::Literal(literal) => self.literal(literal),
            TermRef::Triple(triple) => {
                let (subject, predicate) =
                    (self.subject(&triple.subject), self.iri(triple.predicate.as_ref()));
                format!("<<( {subject} {predicate} {} )>>", self.term(triple.object.as_ref()))
            }
            other @ TermRef::BlankNode(_) => other.to_string(),
        }
    }

    fn iri(self, iri: NamedNodeRef) -> String {
        prefixed(self.0, iri.as_str(), local_name).unwrap_or_else(|| iri.to_string())
    }

    fn literal(self, literal: LiteralRef) -> String {
        let value = literal.value();
        match literal.datatype() {
            xsd::BOOLEAN | xsd::INTEGER | xsd::DECIMAL => value.to_owned(),
            xsd::STRING | rdf::LANG_STRING => literal.to_string(),
            datatype => format!("{}^^{}", LiteralRef::new_simple_literal(value), self.iri(datatype)),
        }
    }
}

/// The part after the prefix (`PN_LOCAL`), `/` and `%` escaped; nothing where another character would need it.
fn local_name(rest: &str) -> Option<String> {
    let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '/' | '%');
    let begins_well = rest.starts_with(|c: char| c != '-');
    (begins_well && rest.chars().all(fits)).then(|| rest.replace('/', "\\/").replace('%', "\\%"))
}
