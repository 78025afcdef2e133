//! Finds the actor or relation that a user means.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{anyhow, bail};

use super::shell;
use crate::model::{Graph, Node, kebab};
use crate::ontology::{ActorEntry, Ontology};
use crate::spelling::edits;

/// At most so many names are suggested.
const MOST_SUGGESTED: usize = 5;

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

/// The id of an actor that a text names: one of the graph, else of the ontology by id or name, else a new one, if the text
/// is an id in kebab case.
pub(super) fn any_actor(graph: &Graph, ontology: &Ontology, text: &str) -> anyhow::Result<String> {
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
        (Some(one), Some(other)) => bail!("`{text}` may be {} or {}: give the id", one.id, other.id),
        (None, _) => bail!("no actor `{text}`: give an id in kebab case, such as {wanted}"),
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
    let near =
        nearest(text, names.map(|(name, node)| (name, format!("{} ({})", node.actor.id, node.actor.label))));
    anyhow!(
        "no actor `{text}` in {folder}{near}\n  all actors: aliansi query --graph {folder} \
         'SELECT ?actor ?label {{ ?actor a al:Actor ; rdfs:label ?label }}'"
    )
}

/// The id of the relation that a text names: by its id or a label.
pub(super) fn relation(graph: &Graph, ontology: &Ontology, text: &str) -> anyhow::Result<String> {
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
            Err(anyhow!("no relation `{text}`{near}"))
        }
    }
}

/// `; did you mean …?` with what the names closest to a text stand for, or nothing.
pub(super) fn nearest<'a>(text: &str, names: impl Iterator<Item = (&'a str, String)>) -> String {
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
