//! Unknown actors that look alike, for a person to judge: nothing is merged by itself.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{ActorKind, Graph, Node};
use crate::ontology::Ontology;
use crate::spelling::edits;

/// At most so many actors that share a word are compared with each other; a word of more tells nothing.
const MOST_SHARING: usize = 50;

/// Two actors of a graph that may be one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lookalikes {
    /// Id of the one that would go: the ontology does not know it.
    pub one: String,
    /// Its label.
    pub label: String,
    /// Id of the other.
    pub other: String,
    /// Its label.
    pub other_label: String,
    /// What they have in common.
    pub reason: &'static str,
}

/// Pairs of actors, the first of which the ontology does not know, whose ids are nearly spelt alike, or of which one's words
/// are all among the other's, or one is the initials of the other. Sorted by ids. Only actors that share a word, a beginning
/// or initials are compared, so that the cost is linear in the number of actors.
pub fn lookalikes(graph: &Graph, ontology: &Ontology) -> Vec<Lookalikes> {
    let nodes: Vec<&Node> = graph.network.node_weights().filter(|node| can_be_another(node)).collect();
    let mut found = BTreeMap::new();
    for sharing in blocks(&nodes).into_values().filter(|sharing| sharing.len() <= MOST_SHARING) {
        let sharing: Vec<&Node> = sharing.into_iter().map(|at| nodes[at]).collect();
        let pairs = sharing.iter().flat_map(|one| sharing.iter().map(move |other| (*one, *other)));
        for (one, other) in pairs.filter(|(one, other)| would_go(one, other, ontology)) {
            if let Some(reason) = likeness(&one.actor.id, &other.actor.id) {
                found.entry((&one.actor.id, &other.actor.id)).or_insert_with(|| pair(one, other, reason));
            }
        }
    }
    found.into_values().collect()
}

/// Groups and offices are what their words say.
fn can_be_another(node: &Node) -> bool {
    node.actor.kind != ActorKind::Group && !node.actor.id.contains('/')
}

/// Whether the first of two would become the second: the unknown the known, of two unknown the later the earlier id.
fn would_go(one: &Node, other: &Node, ontology: &Ontology) -> bool {
    let known = |node: &Node| ontology.actor(&node.actor.id).is_some();
    let kinds = [one.actor.kind, other.actor.kind];
    let fit = kinds[0] == kinds[1] || kinds.contains(&ActorKind::Unknown);
    fit && !known(one) && (known(other) || other.actor.id < one.actor.id)
}

/// Indices of actors that share a word, the first three letters, or initials.
fn blocks(nodes: &[&Node]) -> BTreeMap<String, BTreeSet<usize>> {
    let mut blocks: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    for (at, node) in nodes.iter().enumerate() {
        let id = &node.actor.id;
        let beginning = id.get(..3).map(str::to_owned);
        for key in id.split('-').map(str::to_owned).chain(beginning).chain([initials(id)]) {
            blocks.entry(key).or_default().insert(at);
        }
    }
    blocks
}

fn likeness(one: &str, other: &str) -> Option<&'static str> {
    let words = |id: &str| id.split('-').map(str::to_owned).collect::<BTreeSet<_>>();
    let (own, others) = (words(one), words(other));
    if own.is_subset(&others) || others.is_subset(&own) {
        Some("one name is part of the other")
    } else if initials(one) == other || initials(other) == one {
        Some("one is the initials of the other")
    } else {
        let length = one.len().min(other.len());
        (length >= 5 && edits(one, other) <= (length / 8).max(1)).then_some("they are nearly spelt alike")
    }
}

/// `united-arab-emirates` gives `uae`.
fn initials(id: &str) -> String {
    id.split('-').filter_map(|word| word.chars().next()).collect()
}

fn pair(one: &Node, other: &Node, reason: &'static str) -> Lookalikes {
    Lookalikes {
        one: one.actor.id.clone(),
        label: one.actor.label.clone(),
        other: other.actor.id.clone(),
        other_label: other.actor.label.clone(),
        reason,
    }
}

#[cfg(test)]
mod tests {
    use super::likeness;

    #[test]
    fn parts_initials_and_slips_are_alike_and_others_are_not() {
        assert_eq!(likeness("krasnoselsky", "vadim-krasnoselsky"), Some("one name is part of the other"));
        assert_eq!(likeness("fpf", "free-peoples-front"), Some("one is the initials of the other"));
        assert_eq!(likeness("al-burhan", "al-burhaan"), Some("they are nearly spelt alike"));
        assert_eq!(likeness("iran", "iraq"), None);
        assert_eq!(likeness("north-korea", "south-korea"), None);
    }
}
