//! Short names for IRIs.

/// The prefixes that a graph's queries and tables use, in the order of declaration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prefixes(Vec<(&'static str, String)>);

/// What the graph's own IRIs are named by, each with its path under the graph's base.
const OWN: [(&str, &str); 6] = [
    ("actor", "actor/"),
    ("rel", "relation/"),
    ("claim", "claim/"),
    ("evidence", "evidence/"),
    ("document", "document/"),
    ("al", "schema#"),
];

/// Vocabularies of others.
const FOREIGN: [(&str, &str); 10] = [
    ("prov", "http://www.w3.org/ns/prov#"),
    ("oa", "http://www.w3.org/ns/oa#"),
    ("dct", "http://purl.org/dc/terms/"),
    ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
    ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
    ("owl", "http://www.w3.org/2002/07/owl#"),
    ("skos", "http://www.w3.org/2004/02/skos/core#"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
    ("void", "http://rdfs.org/ns/void#"),
    ("wd", "http://www.wikidata.org/entity/"),
];

impl Prefixes {
    /// The prefixes of a graph whose IRIs stand under `base`, which ends in `/` or `#`.
    pub fn under(base: &str) -> Self {
        let own = OWN.into_iter().map(|(name, path)| (name, format!("{base}{path}")));
        let foreign = FOREIGN.into_iter().map(|(name, iri)| (name, iri.to_owned()));
        Self(own.chain(foreign).collect())
    }

    /// Name and IRI of each prefix.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.0.iter().map(|(name, iri)| (*name, iri.as_str()))
    }

    /// The names as a query writes them: `actor: rel: …`.
    pub fn names(&self) -> String {
        self.0.iter().map(|(name, _)| format!("{name}:")).collect::<Vec<_>>().join(" ")
    }

    /// The prefixed name of an IRI as SPARQL reads it (`actor:north-korea\/entities`), if it has one.
    pub fn shorten(&self, iri: &str) -> Option<String> {
        let (name, local) = self
            .iter()
            .filter_map(|(name, base)| iri.strip_prefix(base).map(|local| (name, local)))
            .min_by_key(|(_, local)| local.len())?;
        escape(local).map(|local| format!("{name}:{local}"))
    }
}

/// A local name with the escapes of SPARQL, if escapes can write it. A `%` of an IRI begins a `%20`.
fn escape(local: &str) -> Option<String> {
    let mut escaped = String::new();
    for (at, c) in local.char_indices() {
        let is_edge = at == 0 || c == '.' && at + 1 == local.len();
        match c {
            '.' | '-' if is_edge => escaped.extend(['\\', c]),
            '.' | '-' | '_' | '%' => escaped.push(c),
            _ if c.is_ascii_alphanumeric() => escaped.push(c),
            _ if "~!$&'()*+,;=/?#@".contains(c) => escaped.extend(['\\', c]),
            _ => return None,
        }
    }
    Some(escaped)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn iris_become_names_that_a_query_reads() {
        let prefixes = Prefixes::under("https://example.org/aliansi/");
        let short = |iri: &str| prefixes.shorten(iri);
        assert_eq!(
            short("https://example.org/aliansi/actor/borduria/entities").as_deref(),
            Some(r"actor:borduria\/entities")
        );
        assert_eq!(short("http://www.w3.org/2001/XMLSchema#date").as_deref(), Some("xsd:date"));
        assert_eq!(short("https://example.org/aliansi/document/a.txt").as_deref(), Some("document:a.txt"));
        assert_eq!(short("https://example.org/aliansi/relation/a%20b").as_deref(), Some("rel:a%20b"));
        assert_eq!(short("https://example.org/aliansi/actor/–"), None);
        assert_eq!(short("https://elsewhere.example/"), None);
    }
}
