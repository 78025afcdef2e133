//! A sentence and its tokens, after Universal Dependencies.

use serde::{Deserialize, Serialize};

/// Part of speech: the universal tags of UD v2.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
#[allow(missing_docs)] // the names are the specification's: universaldependencies.org/u/pos
pub enum Upos {
    Adj,
    Adp,
    Adv,
    Aux,
    Cconj,
    Det,
    Intj,
    Noun,
    Num,
    Part,
    Pron,
    Propn,
    Punct,
    Sconj,
    Sym,
    Verb,
    X,
}

/// Voice of a verb form (UD feature `Voice`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Voice {
    /// The grammatical subject acts.
    Active,
    /// The grammatical subject is acted on.
    Passive,
    /// A bare stem: active in a headline, object voice after an agent pronoun.
    Bare,
}

/// A word, a clitic or a mark of punctuation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Token {
    /// First byte in the document's text.
    pub start: usize,
    /// Byte after the token in the document's text.
    pub end: usize,
    /// Lower-case form with clitics split off ("-nya" is a token of its own).
    pub form: String,
    /// Dictionary form: the active verb for Indonesian verbs ("didukung" has "mendukung"), else the form.
    pub lemma: String,
    /// Part of speech.
    pub upos: Upos,
    /// Voice, of verbs.
    pub voice: Option<Voice>,
    /// Index of the governing token in the sentence; `None` for the root and where no tree was made.
    pub head: Option<u32>,
    /// UD relation to the governor; empty where no tree was made.
    pub relation: String,
    /// The token is written with an upper-case first letter.
    pub capitalized: bool,
    /// White space stands before it.
    pub spaced: bool,
}

/// What a line of text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SentenceKind {
    /// Running text.
    Body,
    /// A headline or sub-heading.
    Heading,
    /// A list item or a table row.
    Item,
}

/// A sentence of a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sentence {
    /// Index in the document, from 0.
    pub index: usize,
    /// First byte in the document's text.
    pub start: usize,
    /// Byte after the sentence in the document's text.
    pub end: usize,
    /// What kind of line it is or belongs to.
    pub kind: SentenceKind,
    /// Index of the paragraph (line of text) that holds it, from 0.
    pub paragraph: usize,
    /// The tokens in order.
    pub tokens: Vec<Token>,
}

impl Sentence {
    /// Whether it has a tree. A sentence of one word never has.
    pub fn is_parsed(&self) -> bool {
        self.tokens.iter().any(|token| token.head.is_some())
    }
}
