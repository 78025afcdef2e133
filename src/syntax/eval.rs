//! How well a model does on a treebank.

use std::time::Instant;

use serde::Serialize;

use super::conllu::{Node, Tree};
use super::{Analyzer, Model, Word};

/// Shares of all tokens, punctuation too, in per cent; words are those of the treebank, their tags the model's.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Figures {
    /// Right part of speech.
    pub upos: f64,
    /// Right head.
    pub uas: f64,
    /// Right head and relation, with its subtype.
    pub las: f64,
    /// Tagging and parsing on one thread.
    pub words_per_second: f64,
}

/// Analyzes the words of trees and compares. No names are given to the model. Without words, all is 0.
pub fn evaluate(model: &Model, trees: &[Tree]) -> Figures {
    let forms: Vec<Vec<&str>> =
        trees.iter().map(|tree| tree.iter().map(|node| node.form.as_str()).collect()).collect();
    let mut analyzer = Analyzer::new(model);
    let started = Instant::now();
    let found: Vec<Vec<Word>> = forms.iter().map(|forms| analyzer.analyze(forms, &[]).to_vec()).collect();
    let seconds = started.elapsed().as_secs_f64();
    let pairs = || trees.iter().flatten().zip(found.iter().flatten());
    let words = pairs().count().max(1) as f64;
    let share = |right: &dyn Fn(&Node, &Word) -> bool| {
        100.0 * pairs().filter(|(node, word)| right(node, word)).count() as f64 / words
    };
    let head = |node: &Node, word: &Word| word.head.map(|head| head as usize) == node.head;
    Figures {
        upos: share(&|node, word| model.tag(word).upos == node.upos),
        uas: share(&head),
        las: share(&|node, word| head(node, word) && model.label(word) == node.label),
        words_per_second: pairs().count() as f64 / seconds.max(f64::MIN_POSITIVE),
    }
}
