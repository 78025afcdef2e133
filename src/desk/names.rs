//! Finds the actor or relation that a user means.

use std::sync::Arc;

use thiserror::Error;

use crate::model::{Actor, Claim, Decision, Graph, Ruling, kebab};
use crate::ontology::{ActorEntry, Ontology};
use crate::spelling::suggestion;

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
    #[error("no actor `{text}`: for a new one give an id in kebab case, such as {id}{near}")]
    Actor {
        /// What the user wrote.
        text: String,
        /// `; did you mean …?`, or nothing.
        near: String,
        /// What would be an id.
        id: String,
    },
    /// Nobody has the id, but others have one that is nearly the same.
    #[error("no actor `{text}`{near} A new one is meant with --new-actor, in JSON with \"new_actor\": true")]
    Near {
        /// What the user wrote.
        text: String,
        /// `; did you mean …?`
        near: String,
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
/// is an id in kebab case that is not nearly that of another, or `is_new` insists.
///
/// # Errors
/// [`NameError`] where several may be meant, or none could be.
pub fn any_actor(graph: &Graph, ontology: &Ontology, text: &str, is_new: bool) -> Result<String, NameError> {
    if is_known(graph, ontology, text) {
        return Ok(text.to_owned());
    }
    let wanted = kebab(text);
    let called = |entry: &&ActorEntry| entry.all_names().any(|(_, name)| kebab(name) == wanted);
    let mut named = ontology.actors.iter().filter(called);
    match (named.next(), named.next()) {
        (Some(entry), None) => Ok(entry.id.clone()),
        (Some(one), Some(other)) => {
            Err(NameError::Several { text: text.to_owned(), one: one.id.clone(), other: other.id.clone() })
        }
        (None, _) => new_actor(graph, ontology, text, is_new),
    }
}

/// Whether an actor has the id: in the graph, the ontology, or in what decisions have changed, so that they can be undone.
pub fn is_known(graph: &Graph, ontology: &Ontology, id: &str) -> bool {
    let merged = |decision: &Decision| matches!(&decision.ruling, Ruling::Merge { actor, .. } if actor == id);
    graph.node(id).is_some()
        || ontology.actor(id).is_some()
        || graph.originals.iter().flat_map(actors).any(|actor| actor.id == id)
        || graph.decisions.iter().any(merged)
}

/// The actors that a claim names.
fn actors(claim: &Claim) -> impl Iterator<Item = &Arc<Actor>> {
    let parties = [&claim.subject.actor, &claim.object.actor].into_iter();
    parties.chain(&claim.attributed_to).chain(&claim.denied_by)
}

/// The text as the id of an actor that nobody has met.
fn new_actor(graph: &Graph, ontology: &Ontology, text: &str, is_new: bool) -> Result<String, NameError> {
    let is_id = !text.is_empty() && text.split('/').all(|part| kebab(part) == part);
    if is_id && is_new {
        return Ok(text.to_owned());
    }
    let near = near_actors(graph, ontology, text);
    let text = text.to_owned();
    match (is_id, near.is_empty()) {
        (true, true) => Ok(text),
        (true, false) => Err(NameError::Near { text, near }),
        (false, _) => Err(NameError::Actor { id: kebab(&text), near, text }),
    }
}

/// The actors of the graph and the ontology whose names are nearly a text.
fn near_actors(graph: &Graph, ontology: &Ontology, text: &str) -> String {
    let nodes = graph.network.node_weights().map(|node| &node.actor);
    let met = nodes.flat_map(|actor| [(actor.id.as_str(), &actor.id), (actor.label.as_str(), &actor.id)]);
    let known = ontology.actors.iter().flat_map(|entry| {
        let names = entry.all_names().map(|(_, name)| name);
        names.chain([entry.id.as_str()]).map(move |name| (name, &entry.id))
    });
    suggestion(text, met.chain(known).map(|(name, id)| (name, id.clone())))
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
            let near = suggestion(text, names.into_iter().map(|(name, id)| (name, id.to_owned())));
            Err(NameError::Relation { text: text.to_owned(), near })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An ontology of invented states, two of which share a name.
    fn atlas() -> Ontology {
        let entry = |id: &str, further: &[&str]| {
            let names = further.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
            serde_json::from_value(serde_json::json!({
                "id": id, "kind": "state", "label": {"en": id}, "names": {"any": names}
            }))
        };
        let actors =
            [entry("borduria", &["Rico"]), entry("san-theodoros", &["Rico"]), entry("syldavia", &[])];
        Ontology { actors: actors.map(Result::unwrap).into(), ..Ontology::default() }
    }

    fn named(text: &str, is_new: bool) -> Result<String, String> {
        any_actor(&Graph::default(), &atlas(), text, is_new).map_err(|error| error.to_string())
    }

    #[test]
    fn a_misspelt_actor_is_not_a_new_one_unless_that_is_said() {
        assert_eq!(named("Syldavia", false).as_deref(), Ok("syldavia"));
        let refused = named("syldvaia", false).unwrap_err();
        assert!(refused.starts_with("no actor `syldvaia`; did you mean syldavia?"), "{refused}");
        assert_eq!(named("syldvaia", true).as_deref(), Ok("syldvaia"));
        assert_eq!(named("khemed", false).as_deref(), Ok("khemed"), "nobody is called nearly so");
        let refused = named("Syldvaia", true).unwrap_err();
        assert!(
            refused.contains("did you mean syldavia?") && refused.contains("such as syldvaia"),
            "{refused}"
        );
    }

    #[test]
    fn what_two_are_called_is_no_new_actor() {
        for text in ["Rico", "rico"] {
            assert_eq!(
                named(text, true),
                Err(format!("`{text}` may be borduria or san-theodoros: give the id"))
            );
        }
    }
}
