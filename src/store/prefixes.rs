//! Short names for IRIs.

use std::collections::BTreeMap;

/// The prefixes that a graph's queries and tables use, in the order of declaration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prefixes(Vec<(String, String)>);

impl Prefixes {
    /// From names and what they stand for.
    pub fn new(prefixes: Vec<(&'static str, String)>) -> Self {
        Self(prefixes.into_iter().map(|(name, iri)| (name.to_owned(), iri)).collect())
    }

    /// With those that a file declares itself, which hold where both have a name.
    pub fn with(mut self, own: BTreeMap<String, String>) -> Self {
        self.0.retain(|(name, _)| !own.contains_key(name));
        self.0.extend(own);
        self
    }

    /// Name and IRI of each prefix.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, iri)| (name.as_str(), iri.as_str()))
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
        let base = |path: &str| format!("https://example.org/aliansi/{path}/");
        let prefixes = Prefixes::new(vec![
            ("actor", base("actor")),
            ("document", base("document")),
            ("rel", base("relation")),
            ("xsd", "http://www.w3.org/2001/XMLSchema#".to_owned()),
        ]);
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
