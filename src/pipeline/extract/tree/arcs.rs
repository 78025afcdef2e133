//! Heads, relations and marks of the tokens.

use crate::model::Sentence;
use crate::ontology::index::LanguageIndex;

/// The arcs of a sentence, and what of the tokens below one is asked for.
pub struct Arcs<'a> {
    heads: Vec<Option<usize>>,
    relations: Vec<&'a str>,
    marks: Vec<Option<usize>>,
    relativized: Vec<bool>,
}

impl<'a> Arcs<'a> {
    /// Of all tokens, in one pass. A head beyond the sentence is none.
    pub fn new(sentence: &'a Sentence, index: &LanguageIndex) -> Self {
        let length = sentence.tokens.len();
        let head = |head: Option<u32>| head.map(|head| head as usize).filter(|&head| head < length);
        let mut arcs = Self {
            heads: sentence.tokens.iter().map(|token| head(token.head)).collect(),
            relations: sentence.tokens.iter().map(|token| universal(&token.relation)).collect(),
            marks: vec![None; length],
            relativized: vec![false; length],
        };
        for (at, token) in sentence.tokens.iter().enumerate() {
            let Some(head) = arcs.heads[at] else { continue };
            if matches!(arcs.relations[at], "mark" | "cc") {
                arcs.marks[head].get_or_insert(at);
            }
            arcs.relativized[head] |= index.forms.is("relativizer", &token.form);
        }
        arcs
    }

    /// What a token hangs on.
    pub fn head(&self, at: usize) -> Option<usize> {
        self.heads[at]
    }

    /// The relation of a token, without its subtype.
    pub fn relation(&self, at: usize) -> &'a str {
        self.relations[at]
    }

    /// The first subordinator or coordinator below a token: "**untuk** menyerang".
    pub fn mark(&self, at: usize) -> Option<usize> {
        self.marks[at]
    }

    /// Whether a relativizer hangs on a token: "**yang** menyerang".
    pub fn is_relativized(&self, at: usize) -> bool {
        self.relativized[at]
    }
}

/// `nsubj` of `nsubj:pass`.
fn universal(relation: &str) -> &str {
    relation.split_once(':').map_or(relation, |(universal, _)| universal)
}
