//! Names in a query that stand nowhere in the graph: most are misspelt, and a query answers them with silence.

use std::collections::BTreeSet;
use std::fmt;

use oxigraph::model::NamedNodeRef;

use super::index::Index;
use super::prefixes::Prefixes;
use super::tokens::{Token, tokens};
use crate::spelling;

/// A name that a query asks for and the graph does not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unknown {
    /// As the query writes it: `rel:suports`.
    pub name: String,
    /// The name in the graph that may be meant, as a query writes it.
    pub near: Option<String>,
}

impl fmt::Display for Unknown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} stands nowhere in the graph", self.name)?;
        self.near.as_ref().map_or(Ok(()), |near| write!(f, "; did you mean {near}?"))
    }
}

/// The unknown names of a query, each once, in its order. Prefixes that the query declares itself, and those of which
/// the graph holds no name at all, are passed over.
pub(super) fn unknown(index: &Index, prefixes: &Prefixes, query: &str) -> Vec<Unknown> {
    let tokens = tokens(query);
    let declared: BTreeSet<&str> =
        tokens.windows(2).filter(|pair| pair[0].is("PREFIX")).map(|pair| pair[1].text).collect();
    let mut seen = BTreeSet::new();
    let mut asked: Vec<(&str, &str, String)> = Vec::new();
    for Token { text, .. } in &tokens {
        let Some((base, local)) = split(text, prefixes) else { continue };
        let is_own = declared.iter().any(|prefix| text.starts_with(prefix));
        if !is_own && !holds(index, &format!("{base}{local}")) && seen.insert(*text) {
            asked.push((text, base, local));
        }
    }
    asked
        .into_iter()
        .filter_map(|(text, base, local)| compared(text, base, &local, index, prefixes))
        .collect()
}

/// The IRI of a prefixed name's prefix, and the rest of the name without its escapes.
fn split<'p>(text: &str, prefixes: &'p Prefixes) -> Option<(&'p str, String)> {
    let (prefix, local) = text.split_once(':').filter(|(_, local)| !local.is_empty())?;
    let (_, base) = prefixes.iter().find(|(name, _)| *name == prefix)?;
    Some((base, local.replace('\\', "")))
}

fn compared(text: &str, base: &str, local: &str, index: &Index, prefixes: &Prefixes) -> Option<Unknown> {
    index.names(base).next()?;
    let locals = index.names(&comparable(base, local, index)).filter_map(|name| name.strip_prefix(base));
    let near = spelling::nearest(local, locals).and_then(|near| prefixes.shorten(&format!("{base}{near}")));
    Some(Unknown { name: text.to_owned(), near })
}

/// Pairs of letters that are compared at most, which takes about half a second. A million hashes would take twenty.
const PAIRS: usize = 20_000_000;

/// What the names that a name is compared with begin with: the prefix, and as many of its letters as leave few enough.
fn comparable(base: &str, local: &str, index: &Index) -> String {
    let letters = local.chars().count();
    let mut beginnings = local.char_indices().map(|(end, _)| format!("{base}{}", &local[..end]));
    let is_quick = |names: &String| index.names(names).len().saturating_mul(letters * letters) <= PAIRS;
    beginnings.find(is_quick).unwrap_or_else(|| format!("{base}{local}"))
}

fn holds(index: &Index, iri: &str) -> bool {
    NamedNodeRef::new(iri).map_or(true, |node| index.holds(node.into()))
}
