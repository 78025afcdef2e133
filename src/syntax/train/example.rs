//! Trees as the trainer sees them.

use std::collections::BTreeMap;

use super::names::joined;
use crate::syntax::ModelError;
use crate::syntax::conllu::{Node, Tree};
use crate::syntax::inventory::{Inventory, ROOT, Tag};
use crate::syntax::lexeme::{KEYS, keys};

/// A sentence to learn from.
#[derive(Debug, Clone)]
pub struct Example {
    /// The keys of its words.
    pub words: Vec<[u32; KEYS]>,
    /// Numbers of the tags.
    pub tags: Vec<u8>,
    /// Indices of the heads; the number of words stands for the root.
    pub heads: Vec<u32>,
    /// Numbers of the relations.
    pub labels: Vec<u8>,
}

/// A sentence as it stands and, if it has names of several words, with each as one word.
pub fn versions(tree: &Tree, inventory: &Inventory) -> Vec<Example> {
    std::iter::once(tree).chain(&joined(tree)).map(|tree| example(tree, inventory)).collect()
}

fn example(tree: &Tree, inventory: &Inventory) -> Example {
    let root = tree.len();
    Example {
        words: tree.iter().map(|node| keys(node.form.chars())).collect(),
        tags: tree.iter().map(|node| tag(node, inventory)).collect(),
        heads: tree.iter().map(|node| node.head.unwrap_or(root) as u32).collect(),
        labels: tree.iter().map(|node| label(node, inventory)).collect(),
    }
}

/// Features of UD that become part of a tag: those that extraction reads, or that tell clauses apart.
const FEATURES: [&str; 6] = ["Mood", "Polarity", "PronType", "Tense", "VerbForm", "Voice"];

/// A combination of features that is rarer is left out of the tag.
const COMMON: usize = 8;

/// Most tags, and most relations.
const MOST: usize = 255;

/// The tags and relations of a treebank.
pub fn inventory(trees: &[Tree]) -> Result<Inventory, ModelError> {
    let (mut tags, mut labels) = (BTreeMap::<Tag, usize>::new(), BTreeMap::<&str, usize>::new());
    for node in trees.iter().flatten() {
        *tags.entry(full_tag(node)).or_default() += 1;
        *tags.entry(plain_tag(node)).or_default() += COMMON;
        *labels.entry(&node.label).or_default() += usize::from(node.head.is_some());
    }
    let tags: Vec<_> = tags.into_iter().filter(|(_, count)| *count >= COMMON).map(|(tag, _)| tag).collect();
    let others = labels.into_iter().filter(|(label, count)| *count > 0 && *label != "root");
    let labels = std::iter::once("root").chain(others.map(|(label, _)| label)).map(str::to_owned);
    let inventory = Inventory { tags, labels: labels.collect() };
    match (inventory.tags.len(), inventory.labels.len()) {
        (0, _) => Err(ModelError::Unfit("the treebank has no words".to_owned())),
        (..=MOST, ..=MOST) => Ok(inventory),
        (tags, labels) => Err(ModelError::Unfit(format!(
            "the treebank has {tags} tags and {labels} relations, and a model holds {MOST} of each; drop subtypes"
        ))),
    }
}

/// The number of a node's tag, without its features if they are rare.
fn tag(node: &Node, inventory: &Inventory) -> u8 {
    let number = |tag: &Tag| inventory.tags.binary_search(tag);
    number(&full_tag(node)).or_else(|_| number(&plain_tag(node))).unwrap_or_default() as u8
}

fn label(node: &Node, inventory: &Inventory) -> u8 {
    node.head.map_or(ROOT, |_| inventory.first_label(&[&node.label]))
}

fn full_tag(node: &Node) -> Tag {
    let wanted =
        |feature: &&String| feature.split_once('=').is_some_and(|(name, _)| FEATURES.contains(&name));
    Tag { upos: node.upos, features: node.features.iter().filter(wanted).cloned().collect() }
}

fn plain_tag(node: &Node) -> Tag {
    Tag { upos: node.upos, features: Vec::new() }
}
