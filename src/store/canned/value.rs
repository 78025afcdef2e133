//! What a user gives a parameter, as a term.

use std::collections::BTreeMap;

use oxigraph::model::vocab::{rdfs, xsd};
use oxigraph::model::{Literal, NamedNode, NamedNodeRef, Term};
use serde::Deserialize;
use thiserror::Error;

use crate::model::{PartialDate, kebab};
use crate::spelling;
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
    /// Any text.
    Text,
}

/// Why a text is no value of a kind.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum ValueError {
    /// Nothing in the graph has that name.
    #[error("no {what} `{text}` in the graph{near}")]
    Unknown {
        /// `actor`, `relation`.
        what: &'static str,
        /// What was given.
        text: String,
        /// ` (did you mean …?)`, or nothing.
        near: String,
    },
    /// Several actors have that name.
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
}

/// The term that a text means as a value of a kind.
///
/// # Errors
/// [`ValueError`] says why it means none, with near misses.
pub fn term(store: &Store, kind: Kind, text: &str) -> Result<Term, ValueError> {
    match kind {
        Kind::Actor => actor(store, text),
        Kind::Relation => relation(store, text),
        Kind::Text => Ok(Literal::new_simple_literal(text).into()),
        Kind::Date => match text.parse::<PartialDate>() {
            Ok(_) => Ok(Literal::new_simple_literal(text).into()),
            Err(_) => Err(ValueError::Date(text.to_owned())),
        },
        Kind::Number => match text.parse::<f64>() {
            Ok(number) if number.is_finite() => Ok(Literal::new_typed_literal(text, xsd::DOUBLE).into()),
            _ => Err(ValueError::Number(text.to_owned())),
        },
    }
}

/// By id, else by one of the names that the graph gives it. Case and accents do not matter.
fn actor(store: &Store, text: &str) -> Result<Term, ValueError> {
    let names = names(store, "actor");
    if names.contains_key(text) {
        return iri(store, "actor", text).ok_or_else(|| unknown("actor", text, &names));
    }
    let wanted = kebab(text);
    let is_meant = |labels: &Vec<String>| labels.iter().any(|label| kebab(label) == wanted);
    let meant: Vec<&String> = names
        .iter()
        .filter(|(id, labels)| kebab(id) == wanted || is_meant(labels))
        .map(|(id, _)| id)
        .collect();
    match meant[..] {
        [id] => iri(store, "actor", id).ok_or_else(|| unknown("actor", text, &names)),
        [] => Err(unknown("actor", text, &names)),
        ref several => {
            let ids = several.iter().map(|id| id.as_str()).collect::<Vec<_>>().join(", ");
            Err(ValueError::Ambiguous { text: text.to_owned(), ids })
        }
    }
}

fn relation(store: &Store, text: &str) -> Result<Term, ValueError> {
    let names = names(store, "rel");
    let known = names.contains_key(text).then(|| iri(store, "rel", text)).flatten();
    known.ok_or_else(|| unknown("relation", text, &names))
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

fn unknown(what: &'static str, text: &str, names: &BTreeMap<String, Vec<String>>) -> ValueError {
    let wanted = kebab(text);
    let near = spelling::nearest(&wanted, names.keys().map(String::as_str));
    let near = near.map_or(String::new(), |near| format!(" (did you mean {near}?)"));
    ValueError::Unknown { what, text: text.to_owned(), near }
}
