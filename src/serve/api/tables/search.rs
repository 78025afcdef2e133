//! Finds actors by what they are called.

use std::collections::BTreeSet;

use petgraph::graph::NodeIndex;
use rayon::prelude::*;
use rustc_hash::FxHashSet;

use crate::model::{Graph, Node, kebab};
use crate::ontology::Ontology;
use crate::pipeline::publish::network::Standing;
use crate::spelling::edits;

/// Words shorter than this have no near misses: everything would be near.
const SHORTEST: usize = 3;
/// Near misses are looked for where fewer actors are called so.
const ENOUGH: usize = 3;

/// By what the actors of a graph are found: labels, ids, words of the texts, names that the ontology has.
pub(in crate::serve) struct Names {
    keys: Vec<Key>,
    /// The highest rank first.
    by_rank: Vec<NodeIndex>,
    /// By actor, its place in `by_rank`.
    place: Vec<u32>,
}

struct Key {
    node: NodeIndex,
    name: String,
    /// [`kebab`] of the name, in which case, accents and punctuation make no difference.
    folded: String,
    /// A bit for each letter of `folded`, which tells quickly that two words cannot be near.
    letters: u64,
}

/// How well a name answers what is sought, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    Whole,
    Beginning,
    Word,
    Inside,
    Near(usize),
}

/// An actor that is found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::serve) struct Found<'t> {
    pub node: NodeIndex,
    /// The name by which it was found.
    pub name: &'t str,
}

impl Names {
    /// The names of a graph; `actors` is the same at the level of actors, from which those that a node stands for have theirs.
    pub fn of(graph: &Graph, actors: &Graph, standing: &Standing, ontology: &Ontology) -> Self {
        let nodes: Vec<NodeIndex> = graph.network.node_indices().collect();
        let keys = nodes.par_iter().flat_map_iter(|&at| keys(graph, at, actors, ontology)).collect();
        let mut by_rank = nodes;
        by_rank.sort_by(|a, b| standing.rank(*b).total_cmp(&standing.rank(*a)));
        let mut place = vec![0; by_rank.len()];
        by_rank.iter().enumerate().for_each(|(nth, at)| place[at.index()] = nth as u32);
        Self { keys, by_rank, place }
    }

    /// All actors, the highest rank first.
    pub fn by_rank(&self) -> &[NodeIndex] {
        &self.by_rank
    }

    /// The actors whose names hold what is sought: at the beginning of a word first, then inside, the highest rank first; near
    /// misses where those are few ([`ENOUGH`]). Goes over all names.
    pub fn search(&self, text: &str) -> Vec<Found<'_>> {
        let sought = kebab(text);
        let found = self.best(|key| fit(&key.folded, &sought));
        if found.len() >= ENOUGH || sought.len() < SHORTEST {
            return found;
        }
        let known: BTreeSet<NodeIndex> = found.iter().map(|found| found.node).collect();
        let letters = letters(&sought);
        let near = self.best(|key| near(key, &sought, letters).filter(|_| !known.contains(&key.node)));
        found.into_iter().chain(near).collect()
    }

    /// Each actor once, by the name that fits best.
    fn best(&self, fit: impl Fn(&Key) -> Option<Fit> + Sync) -> Vec<Found<'_>> {
        let fitting = |key| fit(key).map(|fit| (fit, key));
        let mut found: Vec<(Fit, &Key)> = self.keys.par_iter().filter_map(fitting).collect();
        // Stable: of names that fit equally the first holds, which is the label.
        found.sort_by_key(|(fit, key)| (key.node, *fit));
        found.dedup_by_key(|(_, key)| key.node);
        found.sort_by_key(|(fit, key)| (*fit, self.place[key.node.index()]));
        found.into_iter().map(|(_, key)| Found { node: key.node, name: &key.name }).collect()
    }
}

/// Every name of an actor once, its label first, then those of whom it stands for.
fn keys(graph: &Graph, at: NodeIndex, actors: &Graph, ontology: &Ontology) -> Vec<Key> {
    let node = &graph.network[at];
    let members = node.members.iter().filter_map(|id| actors.node(id));
    let mut folded = FxHashSet::default();
    std::iter::once(node)
        .chain(members)
        .flat_map(|node| names(node, ontology))
        .map(|name| Key { node: at, name: name.to_owned(), folded: kebab(name), letters: 0 })
        .filter(|key| folded.insert(key.folded.clone()))
        .map(|key| Key { letters: letters(&key.folded), ..key })
        .collect()
}

/// What an actor is called: by its label, its id, the texts, the ontology.
fn names<'a>(node: &'a Node, ontology: &'a Ontology) -> impl Iterator<Item = &'a str> {
    let known = ontology.actor(&node.actor.id).into_iter().flat_map(|entry| entry.all_names());
    let own = [node.actor.label.as_str(), node.actor.id.as_str()];
    own.into_iter().chain(node.mentions.keys().map(String::as_str)).chain(known.map(|(_, name)| name))
}

fn fit(name: &str, sought: &str) -> Option<Fit> {
    let at = name.find(sought)?;
    if at == 0 {
        return Some(if name.len() == sought.len() { Fit::Whole } else { Fit::Beginning });
    }
    let begins = name.match_indices(sought).any(|(at, _)| name[..at].ends_with('-'));
    Some(if begins { Fit::Word } else { Fit::Inside })
}

/// A name, or a word of it, of which at most every third letter is another.
fn near(key: &Key, sought: &str, letters: u64) -> Option<Fit> {
    let most = sought.len() / SHORTEST;
    // Each letter that the name lacks costs an edit.
    if (letters & !key.letters).count_ones() as usize > most {
        return None;
    }
    let words = std::iter::once(key.folded.as_str()).chain(key.folded.split('-'));
    let close = words.filter(|word| word.len().abs_diff(sought.len()) <= most);
    close.map(|word| edits(sought, word)).min().filter(|edits| *edits <= most).map(Fit::Near)
}

/// Ids in kebab case are ASCII.
fn letters(word: &str) -> u64 {
    word.bytes().fold(0, |letters, byte| letters | 1 << (byte % 64))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(name: &str) -> Key {
        let folded = kebab(name);
        Key { node: NodeIndex::new(0), name: name.to_owned(), letters: letters(&folded), folded }
    }

    #[test]
    fn beginnings_of_words_come_before_what_is_inside() {
        let fits = ["borduria", "bordurian-navy", "royal-borduria", "cisborduria", "syldavia"]
            .map(|name| fit(name, "borduria"));
        use Fit::{Beginning, Inside, Whole, Word};
        assert_eq!(fits, [Some(Whole), Some(Beginning), Some(Word), Some(Inside), None]);
    }

    #[test]
    fn a_word_may_be_misspelt_by_a_third() {
        let near = |name: &str, sought: &str| near(&key(name), sought, letters(sought));
        assert_eq!(near("Royal Borduria", "bordruia"), Some(Fit::Near(1)));
        assert_eq!(near("Syldavia", "zyldawia"), Some(Fit::Near(2)));
        assert_eq!(near("Syldavia", "borduria"), None);
    }
}
