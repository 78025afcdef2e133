//! Turtle, for people and SPARQL.
//!
//! Plain edges stand one a line, so that they can be found with a text search; all else is grouped by
//! subject. <https://www.w3.org/TR/turtle/>

use std::io::{self, Write};

use oxigraph::model::vocab::{rdf, xsd};
use oxigraph::model::{LiteralRef, NamedNodeRef, Quad, TermRef};

use super::Options;
use super::rdf::{Vocabulary, statements};
use crate::model::Graph;
use crate::ontology::Ontology;

/// Writes `graph.ttl`. An error if writing fails or the base is no IRI.
pub fn write(graph: &Graph, ontology: &Ontology, options: &Options, out: &mut impl Write) -> io::Result<()> {
    let vocabulary = Vocabulary::new(&options.base)?;
    let prefixes = vocabulary.prefixes();
    for (prefix, iri) in &prefixes {
        writeln!(out, "@prefix {prefix}: <{iri}> .")?;
    }
    let names = Names(&prefixes);
    let mut last: Option<Quad> = None;
    for quad in statements(graph, ontology, &vocabulary) {
        let is_edge = vocabulary.is_relation(quad.predicate.as_str());
        statement(&quad, last.as_ref(), is_edge, names, out)?;
        last = (!is_edge).then_some(quad);
    }
    if last.is_some() { writeln!(out, " .") } else { Ok(()) }
}

/// A statement: an edge on a line of its own, or part of the block about its subject, which `last` is the
/// last statement of.
fn statement(
    quad: &Quad,
    last: Option<&Quad>,
    is_edge: bool,
    names: Names,
    out: &mut impl Write,
) -> io::Result<()> {
    let predicate = names.predicate(quad.predicate.as_ref());
    let object = names.term(quad.object.as_ref());
    if let Some(last) = last.filter(|last| !is_edge && last.subject == quad.subject) {
        return if last.predicate == quad.predicate {
            write!(out, ", {object}")
        } else {
            write!(out, " ;\n    {predicate} {object}")
        };
    }
    if last.is_some() {
        writeln!(out, " .")?;
    }
    if last.is_some() || !is_edge {
        writeln!(out)?;
    }
    let subject = names.term(quad.subject.as_ref().into());
    let end = if is_edge { " .\n" } else { "" };
    write!(out, "{subject} {predicate} {object}{end}")
}

/// Writes terms with prefixes.
#[derive(Clone, Copy)]
struct Names<'a>(&'a [(&'static str, String)]);

impl Names<'_> {
    fn predicate(self, iri: NamedNodeRef) -> String {
        if iri == rdf::TYPE { "a".to_owned() } else { self.iri(iri) }
    }

    fn term(self, term: TermRef) -> String {
        match term {
            TermRef::NamedNode(iri) => self.iri(iri),
            TermRef::Literal(literal) => self.literal(literal),
            other => other.to_string(),
        }
    }

    fn iri(self, iri: NamedNodeRef) -> String {
        self.0
            .iter()
            .find_map(|(prefix, namespace)| {
                let local = local_name(iri.as_str().strip_prefix(namespace.as_str())?)?;
                Some(format!("{prefix}:{local}"))
            })
            .unwrap_or_else(|| iri.to_string())
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
