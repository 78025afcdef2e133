//! RDF/XML, for programs that read RDF in XML alone: an element a subject. <https://www.w3.org/TR/rdf-syntax-grammar/>
//!
//! Not by oxigraph's serializer, since that leaves carriage returns as they are, which every reader of XML turns into newlines.

use std::io::{self, Write};

use oxigraph::model::vocab::{rdf, xsd};
use oxigraph::model::{LiteralRef, NamedNodeRef, NamedOrBlankNode, Quad, Term};

use super::Options;
use super::rdf::{Vocabulary, blocks, chosen, prefixed};
use super::xml::escaped;
use crate::model::Graph;
use crate::ontology::Ontology;

/// Writes RDF/XML. An error if writing fails, if the base is no IRI, or if a relation's id does not end in what the name of an
/// element can end in, which those of the ontology do.
pub fn write(graph: &Graph, ontology: &Ontology, options: &Options, out: &mut impl Write) -> io::Result<()> {
    let vocabulary = Vocabulary::new(&options.base)?;
    let prefixes = vocabulary.prefixes();
    write!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rdf:RDF")?;
    for (prefix, iri) in &prefixes {
        write!(out, "\n    xmlns:{prefix}=\"{}\"", escaped(iri))?;
    }
    writeln!(out, ">")?;
    for block in blocks(chosen(graph, ontology, &vocabulary, options)) {
        resource(&block, Names(&prefixes), out)?;
    }
    writeln!(out, "</rdf:RDF>")
}

/// An element about the subject of some statements; its name is the subject's first class.
fn resource(block: &[Quad], names: Names, out: &mut impl Write) -> io::Result<()> {
    let Some(NamedOrBlankNode::NamedNode(subject)) = block.first().map(|quad| &quad.subject) else {
        return Ok(());
    };
    let class = names.class(&block[0]);
    let tag = class.as_deref().unwrap_or("rdf:Description");
    writeln!(out, "  <{tag} rdf:about=\"{}\">", escaped(subject.as_str()))?;
    for quad in &block[usize::from(class.is_some())..] {
        property(quad, names, out)?;
    }
    writeln!(out, "  </{tag}>")
}

fn property(quad: &Quad, names: Names, out: &mut impl Write) -> io::Result<()> {
    let name = names.element(quad.predicate.as_ref())?;
    write!(out, "    <{}", name.tag)?;
    if let Some(namespace) = name.namespace {
        write!(out, " xmlns:p=\"{}\"", escaped(namespace))?;
    }
    match &quad.object {
        Term::NamedNode(iri) => writeln!(out, " rdf:resource=\"{}\"/>", escaped(iri.as_str())),
        Term::Literal(literal) => text(literal.as_ref(), &name.tag, out),
        other => Err(io::Error::new(io::ErrorKind::InvalidInput, format!("RDF/XML cannot hold {other}"))),
    }
}

/// The rest of an element that holds a text.
fn text(literal: LiteralRef, tag: &str, out: &mut impl Write) -> io::Result<()> {
    match (literal.language(), literal.datatype()) {
        (Some(language), _) => write!(out, " xml:lang=\"{language}\"")?,
        (None, xsd::STRING) => {}
        (None, datatype) => write!(out, " rdf:datatype=\"{}\"", escaped(datatype.as_str()))?,
    }
    writeln!(out, ">{}</{tag}>", escaped(literal.value()))
}

/// The name of an element, and what its prefix `p` stands for if that is none of ours.
struct Element<'a> {
    tag: String,
    namespace: Option<&'a str>,
}

/// Makes names of elements of IRIs.
#[derive(Clone, Copy)]
struct Names<'a>(&'a [(&'static str, String)]);

impl Names<'_> {
    /// The class that a statement names, if it names one.
    fn class(self, quad: &Quad) -> Option<String> {
        let Term::NamedNode(class) = &quad.object else { return None };
        (quad.predicate == rdf::TYPE).then(|| self.prefixed(class.as_str())).flatten()
    }

    fn prefixed(self, iri: &str) -> Option<String> {
        let fits = |local: &&str| local_name(local) == *local && !local.is_empty();
        prefixed(self.0, iri, |local| Some(local).filter(fits))
    }

    fn element<'i>(self, iri: NamedNodeRef<'i>) -> io::Result<Element<'i>> {
        let iri = iri.as_str();
        if let Some(tag) = self.prefixed(iri) {
            return Ok(Element { tag, namespace: None });
        }
        let local = local_name(iri);
        if local.is_empty() {
            let cause = format!("RDF/XML has no name for `{iri}`: write another syntax, such as ttl or nt");
            return Err(io::Error::new(io::ErrorKind::InvalidInput, cause));
        }
        Ok(Element { tag: format!("p:{local}"), namespace: Some(&iri[..iri.len() - local.len()]) })
    }
}

/// The longest end of an IRI that can be the local part of an element's name (`NCName`), as far as that is ASCII.
fn local_name(iri: &str) -> &str {
    let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    let start =
        iri.rfind(|c| !fits(c)).map_or(0, |last| last + iri[last..].chars().next().map_or(1, char::len_utf8));
    iri[start..].trim_start_matches(|c: char| !c.is_ascii_alphabetic() && c != '_')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_element_is_named_by_the_end_of_an_iri() {
        assert_eq!(local_name("https://example.org/relation/agrees-with"), "agrees-with");
        assert_eq!(local_name("https://example.org/relation/%22q"), "q");
        assert_eq!(local_name("https://example.org/é1-a"), "a");
        assert_eq!(local_name("https://example.org/42"), "");
    }

    #[test]
    fn what_has_no_name_is_an_error_that_says_so() {
        let error = Names(&[]).element(NamedNodeRef::new_unchecked("https://example.org/42")).err();
        assert!(error.is_some_and(|error| error.to_string().contains("https://example.org/42")));
    }

    #[test]
    fn line_ends_are_kept() {
        assert_eq!(escaped("a\r\nb ]]> &"), "a&#13;&#10;b ]]&gt; &amp;");
    }
}
