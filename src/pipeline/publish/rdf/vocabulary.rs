//! IRIs: ours, under the user's base, and those of the vocabularies that we build on.

use std::fmt::{Display, Write as _};
use std::io;

use oxigraph::model::NamedNode;

use crate::model::document_key;

pub const DCAT: &str = "http://www.w3.org/ns/dcat#";
pub const DCT: &str = "http://purl.org/dc/terms/";
pub const OA: &str = "http://www.w3.org/ns/oa#";
pub const OWL: &str = "http://www.w3.org/2002/07/owl#";
pub const PROV: &str = "http://www.w3.org/ns/prov#";
pub const RDF: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
pub const RDFS: &str = "http://www.w3.org/2000/01/rdf-schema#";
pub const SKOS: &str = "http://www.w3.org/2004/02/skos/core#";
pub const VOID: &str = "http://rdfs.org/ns/void#";
pub const WIKIDATA: &str = "http://www.wikidata.org/entity/";
pub const XSD: &str = "http://www.w3.org/2001/XMLSchema#";

/// An IRI with the first prefix after which the rest can be written; `local` says how, or that it cannot.
pub fn prefixed<'i, L: Display>(
    prefixes: &[(&'static str, String)],
    iri: &'i str,
    local: impl Fn(&'i str) -> Option<L>,
) -> Option<String> {
    prefixes.iter().find_map(|(prefix, namespace)| {
        let local = local(iri.strip_prefix(namespace.as_str())?)?;
        Some(format!("{prefix}:{local}"))
    })
}

/// Makes the IRIs of one graph.
#[derive(Debug, Clone)]
pub struct Vocabulary {
    base: String,
}

impl Vocabulary {
    /// IRIs below a base. An error if the base is no absolute IRI that ends in `/` or `#`.
    pub fn new(base: &str) -> io::Result<Self> {
        if NamedNode::new(base).is_err() || !base.ends_with(['/', '#']) {
            let cause = format!("`{base}` is no absolute IRI that ends in `/` or `#`");
            return Err(io::Error::new(io::ErrorKind::InvalidInput, cause));
        }
        Ok(Self { base: base.to_owned() })
    }

    /// Prefixes and what they stand for, sorted by prefix.
    pub fn prefixes(&self) -> Vec<(&'static str, String)> {
        let own = [
            ("actor", "actor/"),
            ("al", "schema/"),
            ("claim", "claim/"),
            ("document", "document/"),
            ("evidence", "evidence/"),
            ("rel", "relation/"),
        ];
        let others = [
            ("dcat", DCAT),
            ("dct", DCT),
            ("oa", OA),
            ("owl", OWL),
            ("prov", PROV),
            ("rdf", RDF),
            ("rdfs", RDFS),
            ("skos", SKOS),
            ("void", VOID),
            ("wd", WIKIDATA),
            ("xsd", XSD),
        ];
        let own = own.map(|(prefix, path)| (prefix, format!("{}{path}", self.base)));
        let mut all: Vec<_> =
            own.into_iter().chain(others.map(|(prefix, iri)| (prefix, iri.to_owned()))).collect();
        all.sort();
        all
    }

    /// What every IRI of ours starts with.
    pub fn base(&self) -> &str {
        &self.base
    }

    /// The IRI of the graph as a whole.
    pub fn dataset(&self) -> NamedNode {
        self.own("graph", "")
    }

    /// Something that describes the graph as a whole.
    pub fn part(&self, name: &str) -> NamedNode {
        self.own("graph/", name)
    }

    /// A class, property or concept of `ontology/schema.ttl`.
    pub fn term(&self, name: &str) -> NamedNode {
        self.own("schema/", name)
    }

    /// An actor.
    pub fn actor(&self, id: &str) -> NamedNode {
        self.own("actor/", id)
    }

    /// A relation.
    pub fn relation(&self, id: &str) -> NamedNode {
        self.own("relation/", id)
    }

    /// Whether an IRI is that of a relation.
    pub fn is_relation(&self, iri: &str) -> bool {
        iri.strip_prefix(&self.base).is_some_and(|rest| rest.starts_with("relation/"))
    }

    /// A claim.
    pub fn claim(&self, id: &str) -> NamedNode {
        self.own("claim/", id)
    }

    /// A piece of evidence.
    pub fn evidence(&self, id: &str) -> NamedNode {
        self.own("evidence/", id)
    }

    /// A document, by a hash of its id.
    pub fn document(&self, id: &str) -> NamedNode {
        self.own("document/", &document_key(id))
    }

    fn own(&self, path: &str, id: &str) -> NamedNode {
        NamedNode::new_unchecked(format!("{}{path}{}", self.base, percent_encoded(id)))
    }
}

/// A term of a vocabulary that we build on.
pub fn external(namespace: &str, name: &str) -> NamedNode {
    NamedNode::new_unchecked(format!("{namespace}{name}"))
}

/// An id as part of an IRI. Ids are ASCII letters, digits, `-` and `/` and stay as they are; whatever else a
/// claims file holds is percent-encoded, and so are `.` and `..` between slashes, which readers would resolve.
fn percent_encoded(id: &str) -> String {
    let segments = id.split('/').map(|segment| match segment {
        "." | ".." => "%2E".repeat(segment.len()),
        _ => encoded_segment(segment),
    });
    segments.collect::<Vec<_>>().join("/")
}

fn encoded_segment(segment: &str) -> String {
    let mut encoded = String::with_capacity(segment.len());
    for byte in segment.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.') {
            encoded.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    encoded
}
