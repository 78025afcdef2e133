//! Names of several words, read as one.

use crate::model::Upos;
use crate::syntax::conllu::{Node, Tree};

/// The tree with every name as one word, its parts joined by blanks; `None` if it has no name of several words.
///
/// A name is a proper noun and what follows it without a gap as its `flat:name`, or as its `flat` if that is a
/// proper noun too.
pub fn joined(tree: &Tree) -> Option<Tree> {
    let starts = starts(tree);
    if starts.iter().enumerate().all(|(at, start)| at == *start) {
        return None;
    }
    let mut places = Vec::with_capacity(tree.len());
    let mut whole = Tree::new();
    for (at, node) in tree.iter().enumerate() {
        match whole.last_mut() {
            Some(name) if starts[at] < at => name.form = format!("{} {}", name.form, node.form),
            _ => whole.push(node.clone()),
        }
        places.push(whole.len() - 1);
    }
    whole.iter_mut().for_each(|node| node.head = node.head.map(|head| places[head]));
    Some(whole)
}

/// Of every word the one that begins its name: itself, if it is in none.
fn starts(tree: &Tree) -> Vec<usize> {
    let mut starts: Vec<usize> = Vec::with_capacity(tree.len());
    for (at, node) in tree.iter().enumerate() {
        let name = node.head.filter(|head| *head < at && goes_on(node) && tree[*head].upos == Upos::Propn);
        let start = name.filter(|head| starts[at - 1] == *head);
        starts.push(start.unwrap_or(at));
    }
    starts
}

fn goes_on(node: &Node) -> bool {
    node.label == "flat:name" || (node.label == "flat" && node.upos == Upos::Propn)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree(words: &[(&str, Upos, usize, &str)]) -> Tree {
        let node = |&(form, upos, head, label): &(&str, Upos, usize, &str)| Node {
            form: form.to_owned(),
            upos,
            features: Vec::new(),
            head: usize::checked_sub(head, 1),
            label: label.to_owned(),
        };
        words.iter().map(node).collect()
    }

    #[test]
    fn names_become_one_word() {
        let tree = tree(&[
            ("Menlu", Upos::Noun, 4, "nsubj"),
            ("Anna", Upos::Propn, 1, "flat"),
            ("Bell", Upos::Propn, 2, "flat:name"),
            ("datang", Upos::Verb, 0, "root"),
        ]);
        let whole = joined(&tree).unwrap();
        let words: Vec<_> = whole.iter().map(|node| (node.form.as_str(), node.head)).collect();
        assert_eq!(words, [("Menlu", Some(2)), ("Anna Bell", Some(0)), ("datang", None)]);
    }

    #[test]
    fn a_gap_ends_a_name() {
        let tree = tree(&[
            ("Anna", Upos::Propn, 0, "root"),
            ("(", Upos::Punct, 3, "punct"),
            ("Bell", Upos::Propn, 1, "flat:name"),
        ]);
        assert_eq!(joined(&tree), None);
    }
}
