//! Chunks → clauses: who is subject, object and oblique of every verb, and which verb governs which.
//!
//! | file | does |
//! |---|---|
//! | `reader` | reads chunk by chunk, hands phrases to verbs |
//! | `attach` | ties a verb to the verb above it, gives it its subject |
//! | `repair` | what only the whole sentence shows |

mod attach;
mod reader;
mod repair;

use super::chunk::{Chunk, Phrase};
use crate::model::{Mention, Sentence};
use crate::ontology::index::LanguageIndex;
pub use repair::{give_becoming_subjects, give_reflexive_subjects};

/// How a clause hangs on the verb above it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Link {
    /// On none.
    Root,
    /// "yang V"
    Relative,
    /// "bahwa …", or the clause of a verb that takes one.
    Complement,
    /// "untuk V"
    Purpose,
    /// "setelah …", "jika …"
    Subordinate,
    /// "dan V"
    Coordinate,
    /// A verb directly after another.
    Chain,
}

/// A verb with its arguments, as indices into [`Clauses::phrases`].
#[derive(Debug, Clone)]
pub struct Clause {
    /// First token of the modifiers.
    pub first: usize,
    /// The verb's token.
    pub verb: usize,
    /// How it hangs on `parent`.
    pub link: Link,
    /// Index of the governing clause.
    pub parent: Option<usize>,
    /// Phrase of the grammatical subject.
    pub subject: Option<usize>,
    /// Noun phrases directly after the verb.
    pub objects: Vec<usize>,
    /// Phrases with prepositions.
    pub obliques: Vec<usize>,
    /// The token of the mark that introduces it.
    pub mark: Option<usize>,
}

/// The clauses of a sentence.
#[derive(Debug, Default)]
pub struct Clauses {
    /// All phrases, in order.
    pub phrases: Vec<Phrase>,
    /// All clauses, in the order of their verbs.
    pub clauses: Vec<Clause>,
    /// For each phrase the prepositional phrases that say more of it.
    pub modifiers: Vec<Vec<usize>>,
    /// Whether they were read off a tree.
    pub parsed: bool,
}

/// Reads the clauses off the chunks, from left to right.
pub fn clauses(
    chunks: Vec<Chunk>,
    sentence: &Sentence,
    mentions: &[Mention],
    index: &LanguageIndex,
) -> Clauses {
    let mut reader = reader::Reader::new(sentence, mentions, index);
    for chunk in chunks {
        match chunk {
            Chunk::Phrase(phrase) => reader.phrase(phrase),
            Chunk::Verb(range) => reader.verb(range.start, range.end - 1),
            Chunk::Mark(mark, at) => reader.mark(mark, at),
        }
    }
    let mut clauses = reader.out;
    repair::give_cataphoric_subjects(&mut clauses);
    repair::share_objects(&mut clauses);
    repair::give_becoming_subjects(&mut clauses, sentence, index);
    repair::give_reflexive_subjects(&mut clauses, sentence, index);
    clauses.modifiers = (0..clauses.phrases.len()).map(|phrase| chained(&clauses, phrase)).collect();
    clauses
}

/// The prepositional phrases that follow a phrase, one after another without a verb in between.
fn chained(clauses: &Clauses, phrase: usize) -> Vec<usize> {
    let adjacent = |&phrase: &usize| {
        let before = clauses.phrases[phrase - 1].last();
        let verb = |clause: &Clause| (before..before + 2).contains(&clause.verb);
        let near = clauses.phrases[phrase].preposition.filter(|&at| at <= before + 2);
        near.is_some_and(|at| at == before || !clauses.clauses.iter().any(verb))
    };
    (phrase + 1..clauses.phrases.len()).take_while(adjacent).collect()
}
