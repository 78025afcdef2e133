//! Reads CoNLL-U: <https://universaldependencies.org/format.html>.

use std::path::Path;

use super::error::ModelError;
use super::inventory::named;
use crate::model::Upos;

/// A syntactic word of a treebank.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// The form, as it is written.
    pub form: String,
    /// Part of speech.
    pub upos: Upos,
    /// `Name=Value` in the order of the file.
    pub features: Vec<String>,
    /// Index of the head in the sentence, from 0; `None` for the root.
    pub head: Option<usize>,
    /// Relation to the head, with its subtype.
    pub label: String,
}

/// A sentence of a treebank. Ranges of multi-word tokens and empty nodes are left out.
pub type Tree = Vec<Node>;

/// The trees of a file, in order.
///
/// # Errors
/// The file cannot be read, or a line is not CoNLL-U with UPOS, HEAD and DEPREL.
pub fn read(path: &Path) -> Result<Vec<Tree>, ModelError> {
    let unreadable = |source| ModelError::Unreadable { path: path.to_owned(), source };
    let text = std::fs::read_to_string(path).map_err(unreadable)?;
    parse(&text).map_err(|(line, cause)| ModelError::Treebank { path: path.to_owned(), line, cause })
}

/// The number of the line that is wrong, and how.
type Fault = (usize, String);

/// The trees of a text.
pub(super) fn parse(text: &str) -> Result<Vec<Tree>, Fault> {
    let mut trees = Vec::new();
    let mut tree = Tree::new();
    for (number, line) in (1..).zip(text.lines()) {
        if line.trim().is_empty() {
            close(&mut tree, &mut trees).map_err(|cause| (number, cause))?;
        } else if !line.starts_with('#') {
            tree.extend(word(line, tree.len() + 1).map_err(|cause| (number, cause))?);
        }
    }
    close(&mut tree, &mut trees).map_err(|cause| (text.lines().count(), cause))?;
    Ok(trees)
}

fn close(tree: &mut Tree, trees: &mut Vec<Tree>) -> Result<(), String> {
    if tree.is_empty() {
        return Ok(());
    }
    let length = tree.len();
    let inside = |node: &Node| node.head.is_none_or(|head| head < length);
    if !tree.iter().all(inside) {
        return Err(format!("a HEAD of the sentence above is no word of its {length}"));
    }
    if tree.iter().filter(|node| node.head.is_none()).count() != 1 {
        return Err("the sentence above needs one word with HEAD 0".to_owned());
    }
    if !is_tree(tree) {
        return Err("the HEADs of the sentence above run in a circle".to_owned());
    }
    trees.push(std::mem::take(tree));
    Ok(())
}

/// No way up is longer than the sentence.
fn is_tree(tree: &Tree) -> bool {
    let way = |at| std::iter::successors(Some(at), |at: &usize| tree[*at].head);
    (0..tree.len()).all(|at| way(at).nth(tree.len()).is_none())
}

/// The word of a line; `None` for a range or an empty node.
fn word(line: &str, expected: usize) -> Result<Option<Node>, String> {
    let columns: Vec<_> = line.split('\t').collect();
    let &[id, form, _, upos, _, features, head, label, _, _] = columns.as_slice() else {
        return Err(format!("{} columns instead of ten between tabs", columns.len()));
    };
    if id.contains(['-', '.']) {
        return Ok(None);
    }
    if id.parse() != Ok(expected) {
        return Err(format!("ID {id} instead of {expected}"));
    }
    let upos = named(upos).ok_or_else(|| format!("{upos} is no part of speech of UD"))?;
    let head = head.parse().map_err(|_| format!("HEAD {head} is no number"))?;
    let features = match features {
        "_" => Vec::new(),
        _ => features.split('|').map(str::to_owned).collect(),
    };
    Ok(Some(Node {
        form: form.to_owned(),
        upos,
        features,
        head: usize::checked_sub(head, 1),
        label: label.to_owned(),
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "# text = Iran menolaknya\n\
        1\tIran\t_\tPROPN\t_\t_\t2\tnsubj\t_\t_\n\
        2-3\tmenolaknya\t_\t_\t_\t_\t_\t_\t_\t_\n\
        2\tmenolak\t_\tVERB\t_\tMood=Ind|Voice=Act\t0\troot\t_\t_\n\
        3\tnya\t_\tPRON\t_\t_\t2\tobj\t_\t_\n";

    #[test]
    fn reads_words_without_ranges() {
        let trees = parse(TEXT).unwrap();
        let heads: Vec<_> = trees[0].iter().map(|node| node.head).collect();
        assert_eq!(heads, [Some(1), None, Some(1)]);
        assert_eq!(trees[0][1].features, ["Mood=Ind", "Voice=Act"]);
    }

    #[test]
    fn names_the_line_of_a_fault() {
        let fault = |from: &str, to: &str| parse(&TEXT.replace(from, to)).unwrap_err();
        assert_eq!(fault("PROPN", "NAME"), (2, "NAME is no part of speech of UD".to_owned()));
        assert_eq!(fault("3\tnya", "4\tnya"), (5, "ID 4 instead of 3".to_owned()));
        assert!(fault("2\tobj", "9\tobj").1.contains("no word of its 3"));
        assert!(fault("0\troot", "1\troot").1.contains("one word with HEAD 0"));
        assert!(fault("_\t2\tnsubj", "_\t1\tnsubj").1.contains("circle"));
        assert!(fault("\t_\t2\tobj", "\t2\tobj").1.contains("columns"));
    }
}
