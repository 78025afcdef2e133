//! Finds the actor or relation that a user means.

use std::path::Path;

use anyhow::{anyhow, bail};

use super::shell;
pub(super) use crate::desk::names::relation;
use crate::model::{Graph, Node, kebab};
use crate::ontology::Ontology;
use crate::spelling::suggestion;

/// The actor of a graph that a text names: by its id, else by a label or a name that the ontology knows, else
/// by words that name it in the texts. Case, accents and punctuation do not matter.
pub(super) fn actor<'g>(
    graph: &'g Graph,
    ontology: &Ontology,
    folder: &Path,
    text: &str,
) -> anyhow::Result<&'g Node> {
    if let Some(node) = graph.node(text) {
        return Ok(node);
    }
    let wanted = kebab(text);
    let nodes = || graph.network.node_weights();
    let known: Vec<&Node> =
        nodes().filter(|node| known_names(node, ontology).any(|name| kebab(name) == wanted)).collect();
    let mentioned =
        || nodes().filter(|node| node.mentions.keys().any(|name| kebab(name) == wanted)).collect();
    match (if known.is_empty() { mentioned() } else { known })[..] {
        [node] => Ok(node),
        [] => Err(unknown_actor(graph, ontology, folder, text)),
        ref several => {
            let ids: Vec<_> = several.iter().map(|node| node.actor.id.as_str()).collect();
            bail!("`{text}` may be {}: give the id", ids.join(", "))
        }
    }
}

/// Id and label of an actor, and every name that the ontology has for it.
fn known_names<'a>(node: &'a Node, ontology: &'a Ontology) -> impl Iterator<Item = &'a str> {
    let entry = ontology.actor(&node.actor.id);
    let further = entry.into_iter().flat_map(|entry| {
        let lists = entry.names.values().chain(entry.adjectives.values()).chain(entry.seats.values());
        entry.label.values().chain(lists.flatten())
    });
    [&node.actor.id, &node.actor.label].into_iter().chain(further).map(String::as_str)
}

fn unknown_actor(graph: &Graph, ontology: &Ontology, folder: &Path, text: &str) -> anyhow::Error {
    let folder = shell::quoted(folder);
    let names = graph
        .network
        .node_weights()
        .flat_map(|node| known_names(node, ontology).map(move |name| (name, node)));
    let near = suggestion(
        text,
        names.map(|(name, node)| (name, format!("{} ({})", node.actor.id, node.actor.label))),
    );
    anyhow!(
        "no actor `{text}` in {folder}{near}\n  all actors: aliansi query --graph {folder} \
         'SELECT ?actor ?label {{ ?actor a al:Actor ; rdfs:label ?label }}'"
    )
}

/// The English label of a relation, or its id.
pub(super) fn label(ontology: &Ontology, relation: &str) -> String {
    let label = ontology.relation(relation).and_then(|known| known.label.get("en"));
    label.map_or(relation, String::as_str).to_owned()
}
