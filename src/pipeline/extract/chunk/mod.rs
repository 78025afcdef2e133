//! Tokens → chunks: noun phrases with their prepositions and coordination, verbs with their modifiers, marks.
//!
//! | file | does |
//! |---|---|
//! | `chunker` | cuts the tokens |
//! | `coordinate` | joins coordinated phrases |
//! | `nominal` | what a tree puts into one phrase |
//! | `shifted` | objects that a day or a name for them parts from their verb |

mod chunker;
mod coordinate;
mod nominal;
mod shifted;

pub use shifted::parts;
use std::ops::Range;

use crate::model::{Mention, Sentence, Token, Voice};
use crate::ontology::index::LanguageIndex;

/// A coordination of one or more noun phrases, with the preposition before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase {
    /// Token ranges of the members, in order.
    pub members: Vec<Range<usize>>,
    /// The preposition's token.
    pub preposition: Option<usize>,
    /// How many of the last members may belong to the next verb instead: those that a coordinator joined, from the
    /// last comma on ("mengecam A, **B dan C** mendukung …").
    pub tail: usize,
}

impl Phrase {
    /// First token of the first member.
    pub fn first(&self) -> usize {
        self.members[0].start
    }

    /// Token after the last member.
    pub fn last(&self) -> usize {
        self.members[self.members.len() - 1].end
    }

    /// Whether a member holds the token.
    pub fn holds(&self, token: usize) -> bool {
        self.members.iter().any(|member| member.contains(&token))
    }
}

/// What stands between phrases and verbs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// "yang"
    Relative,
    /// "bahwa"
    Complement,
    /// "untuk", "dalam" before a verb.
    Purpose,
    /// "setelah", "jika"
    Subordinate,
    /// "dan"
    Coordinator,
    /// "tetapi", "sementara"
    Contrast,
    /// ","
    Comma,
    /// Quotation marks.
    Quote,
    /// Any other mark that ends a clause.
    Break,
}

/// A piece of a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Chunk {
    /// Noun phrases.
    Phrase(Phrase),
    /// A verb or copula with the modifiers before it: token range whose last token is the verb.
    Verb(Range<usize>),
    /// A mark at a token.
    Mark(Mark, usize),
}

/// Cuts a sentence into chunks.
pub fn chunks(sentence: &Sentence, mentions: &[Mention], index: &LanguageIndex) -> Vec<Chunk> {
    coordinate::coordinate(chunker::cut(sentence, mentions, index), sentence, mentions)
}

/// Whether a verb token is in the passive.
pub fn is_passive(token: &Token) -> bool {
    token.voice == Some(Voice::Passive)
}
