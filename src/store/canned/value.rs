//! What a user gives a parameter, as a term.

use std::collections::BTreeMap;

use oxigraph::model::vocab::{rdfs, xsd};
use oxigraph::model::{Literal, NamedNode, NamedNodeRef, Term};
use serde::Deserialize;
use thiserror::Error;

use crate::model::{PartialDate, kebab};
use crate::spelling::suggestion;
use crate::store::Store;

/// What values a parameter takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// An actor of the graph: its id, or a name that it has there.
    Actor,
    /// A relation of the graph.
    Relation,
    /// A year, month or day; a string, to be compared with `STR(?date)`.
    Date,
    /// A number.
    Number,
    /// A number from 0 to 1.
    Share,
    /// Any text.
    Text,
}

/// Why a text is no value of a kind.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum ValueError {
    /// Nothing in the graph has that name.
    #[error(
        "no {what} `{text}` in the graph{near}; SELECT * {{ ?id a {class} ; rdfs:label ?label }} shows all"
    )]
    Unknown {
        /// `actor`, `relation`.
        what: &'static str,
        /// What was given.
        text: String,
        /// `; did you mean …?`, or nothing.
        near: String,
        /// What those that there are are called in a query.
        class: &'static str,
    },
    /// Several have that name.
    #[error("`{text}` may be {ids}: give the id")]
    Ambiguous {
        /// What was given.
        text: String,
        /// Which they are.
        ids: String,
    },
    /// It is no date.
    #[error("`{0}` is no date: write a year, a month or a day, such as 2025, 2025-08 or 2025-08-31")]
    Date(String),
    /// It is no number.
    #[error("`{0}` is no number: write one such as 0.5")]
    Number(String),
    /// It is no number from 0 to 1.
    #[error("`{0}` is no number from 0 to 1: write one such as 0.5")]
    Share(String),
}

/// The term that a text means as a value of a kind.
///
/// # Errors
/// [`ValueError`] says why it means none, with near misses.
pub fn term(store: &Store, kind: Kind, text: &str) -> Result<Term, ValueError> {
    match kind {
        Kind::Actor => ACTORS.term(store, text),
        Kind::Relation => RELATIONS.term(store, text),
        Kind::Text => Ok(Literal::new_simple_literal(text).into()),
        Kind::Date => match text.parse::<PartialDate>() {
            Ok(_) => Ok(Literal::new_simple_literal(text).into()),
            Err(_) => Err(ValueError::Date(text.to_owned())),
        },
        Kind::Number => number(text, f64::is_finite).ok_or_else(|| ValueError::Number(text.to_owned())),
        Kind::Share => {
            let is_share = |number| (0.0..=1.0).contains(&number);
            number(text, is_share).ok_or_else(|| ValueError::Share(text.to_owned()))
        }
    }
}

fn number(text: &str, fits: impl Fn(f64) -> bool) -> Option<Term> {
    let fits = text.parse().is_ok_and(fits);
    fits.then(|| Literal::new_typed_literal(text, xsd::DOUBLE).into())
}

/// Things of the graph that have ids below a prefix, and labels.
struct Things {
    what: &'static str,
    prefix: &'static str,
    class: &'static str,
}

const ACTORS: Things = Things { what: "actor", prefix: "actor", class: "al:Actor" };
const RELATIONS: Things = Things { what: "relation", prefix: "rel", class: "rdf:Property" };

impl Things {
    /// The one that a text names by its id, else by a label. Case and accents do not matter.
    fn term(&self, store: &Store, text: &str) -> Result<Term, ValueError> {
        let names = names(store, self.prefix);
        let wanted = kebab(text);
        let is_meant = |(id, labels): &(&String, &Vec<String>)| {
            kebab(id) == wanted || labels.iter().any(|label| kebab(label) == wanted)
        };
        let meant: Vec<&str> = match names.get_key_value(text) {
            Some((id, _)) => vec![id],
            None => names.iter().filter(is_meant).map(|(id, _)| id.as_str()).collect(),
        };
        match meant[..] {
            [id] => iri(store, self.prefix, id).ok_or_else(|| self.unknown(text, &names)),
            [] => Err(self.unknown(text, &names)),
            _ => Err(ValueError::Ambiguous { text: text.to_owned(), ids: meant.join(", ") }),
        }
    }

    fn unknown(&self, text: &str, names: &BTreeMap<String, Vec<String>>) -> ValueError {
        let called = names
            .iter()
            .flat_map(|(id, labels)| labels.iter().chain([id]).map(|name| (name.as_str(), id.clone())));
        let near = suggestion(text, called);
        ValueError::Unknown { what: self.what, text: text.to_owned(), near, class: self.class }
    }
}

fn iri(store: &Store, prefix: &str, id: &str) -> Option<Term> {
    let base = base(store, prefix)?;
    Some(NamedNode::new(format!("{base}{id}")).ok()?.into())
}

fn base<'s>(store: &'s Store, prefix: &str) -> Option<&'s str> {
    store.prefixes().iter().find(|(name, _)| *name == prefix).map(|(_, base)| base)
}

/// The ids below a prefix that have labels, with their labels.
fn names(store: &Store, prefix: &str) -> BTreeMap<String, Vec<String>> {
    let mut names: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let Some(base) = base(store, prefix) else { return names };
    for predicate in [rdfs::LABEL, ALT_LABEL] {
        for (subject, label) in store.with_predicate(predicate) {
            let (Term::NamedNode(node), Term::Literal(label)) = (subject, label) else { continue };
            if let Some(id) = node.as_str().strip_prefix(base) {
                names.entry(id.to_owned()).or_default().push(label.value().to_owned());
            }
        }
    }
    names
}

const ALT_LABEL: NamedNodeRef<'static> =
    NamedNodeRef::new_unchecked("http://www.w3.org/2004/02/skos/core#altLabel");
