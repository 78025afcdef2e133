//! Finds the actor or relation that a user means.

use std::collections::BTreeMap;

use thiserror::Error;

use crate::model::{Graph, kebab};
use crate::ontology::{ActorEntry, Ontology};
use crate::spelling::edits;

/// At most so many names are suggested.
const MOST_SUGGESTED: usize = 5;

/// Whom or what a text means cannot be told.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum NameError {
    /// The ontology knows two by that name.
    #[error("`{text}` may be {one} or {other}: give the id")]
    Several {
        /// What the user wrote.
        text: String,
        /// Id of an actor.
        one: String,
        /// Id of another.
        other: String,
    },
    /// Nobody is called so, and the text is no id.
    #[error("no actor `{text}`: give an id in kebab case, such as {id}")]
    Actor {
        /// What the user wrote.
        text: String,
        /// What would be an id.
        id: String,
    },
    /// No relation is called so.
    #[error("no relation `{text}`{near}")]
    Relation {
        /// What the user wrote.
        text: String,
        /// `; did you mean …?`, or nothing.
        near: String,
    },
}

/// The id of an actor that a text names: one of the graph, else of the ontology by id or name, else a new one, if the text
/// is an id in kebab case.
///
/// # Errors
/// [`NameError`] where several may be meant, or none could be.
pub fn any_actor(graph: &Graph, ontology: &Ontology, text: &str) -> Result<String, NameError> {
    let is_id = |text: &str| !text.is_empty() && text.split('/').all(|part| kebab(part) == part);
    let wanted = kebab(text);
    let known = |entry: &&ActorEntry| entry.all_names().any(|(_, name)| kebab(name) == wanted);
    if let Some(node) = graph.node(text) {
        return Ok(node.actor.id.clone());
    }
    let mut named = ontology.actors.iter().filter(known);
    match (named.next(), named.next()) {
        (Some(entry), None) => Ok(entry.id.clone()),
        _ if is_id(text) => Ok(text.to_owned()),
        (Some(one), Some(other)) => {
            Err(NameError::Several { text: text.to_owned(), one: one.id.clone(), other: other.id.clone() })
        }
        (None, _) => Err(NameError::Actor { text: text.to_owned(), id: wanted }),
    }
}

/// The id of the relation that a text names: by its id or a label.
///
/// # Errors
/// [`NameError`] where there is none, with those that may be meant.
pub fn relation(graph: &Graph, ontology: &Ontology, text: &str) -> Result<String, NameError> {
    let wanted = kebab(text);
    let mut names: Vec<(&str, &str)> =
        graph.edges().map(|(_, edge, _)| (edge.relation.as_str(), edge.relation.as_str())).collect();
    for relation in &ontology.relations {
        names.push((&relation.id, &relation.id));
        names.extend(relation.label.values().map(|label| (label.as_str(), relation.id.as_str())));
    }
    match names.iter().find(|(name, _)| kebab(name) == wanted) {
        Some((_, id)) => Ok((*id).to_owned()),
        None => {
            let near = nearest(text, names.into_iter().map(|(name, id)| (name, id.to_owned())));
            Err(NameError::Relation { text: text.to_owned(), near })
        }
    }
}

/// `; did you mean …?` with what the names closest to a text stand for, or nothing.
pub fn nearest<'a>(text: &str, names: impl Iterator<Item = (&'a str, String)>) -> String {
    let wanted = kebab(text);
    let mut best: BTreeMap<String, usize> = BTreeMap::new();
    for (name, meant) in names {
        if let Some(distance) = distance(&wanted, &kebab(name)) {
            let least = best.entry(meant).or_insert(distance);
            *least = distance.min(*least);
        }
    }
    let mut near: Vec<_> = best.into_iter().collect();
    near.sort_by_key(|(_, distance)| *distance);
    near.truncate(MOST_SUGGESTED);
    let near: Vec<_> = near.into_iter().map(|(meant, _)| meant).collect();
    if near.is_empty() { String::new() } else { format!("; did you mean {}?", near.join(", ")) }
}

/// How many letters to change, if they are few; a part of a name is as near as one letter.
fn distance(wanted: &str, name: &str) -> Option<usize> {
    if wanted.len() >= 3 && name.split('-').any(|part| part == wanted) {
        return Some(1);
    }
    let edits = edits(wanted, name);
    (edits <= (wanted.len() / 3).max(1)).then_some(edits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_names_are_suggested_and_far_ones_are_not() {
        let names = ["borduria", "syldavia", "san-theodoros"].map(|id| (id, id.to_owned()));
        assert_eq!(nearest("Bordurja", names.clone().into_iter()), "; did you mean borduria?");
        assert_eq!(nearest("Theodoros", names.clone().into_iter()), "; did you mean san-theodoros?");
        assert_eq!(nearest("Nuevo Rico", names.into_iter()), "");
    }
}
