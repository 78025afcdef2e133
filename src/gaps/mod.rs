//! What texts hold and the ontology does not: the working list of those who extend it.
//!
//! | kind | what is counted | what it calls for |
//! |---|---|---|
//! | names | capitalised names that are no actor's | an actor, or an alias of one |
//! | verbs | verbs in whose clause two actors stand, and that no frame reads | a cue, or a verb of `status.toml` or `lexicon.toml` |
//! | nouns | nouns beside an actor, with another one in the clause | the same |
//! | places | a preposition or place beside a cue that made no claim, where an actor stands and the frame looks for none | a place in the frame |
//!
//! [`findings`] reads one document, [`Gaps`] counts what it finds, in bounded memory and always the same.

mod tally;

use std::ops::Range;

use serde::Serialize;

use crate::model::{Document, Sentence};
use crate::ontology::Ontology;
pub use crate::pipeline::detect::Sort;
use crate::pipeline::extract::{UnboundKind, unbound};
use crate::pipeline::{analyzed, detect};
pub use tally::{Gap, Gaps, Sample};

/// What is missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// An actor or an alias.
    Names,
    /// A verb.
    Verbs,
    /// A noun.
    Nouns,
    /// A place of a frame.
    Places,
}

impl Kind {
    /// All kinds, in the order in which they are listed.
    pub const ALL: [Self; 4] = [Self::Names, Self::Verbs, Self::Nouns, Self::Places];

    /// The kind's name: `names`, `verbs`, `nouns`, `places`.
    pub fn name(self) -> &'static str {
        ["names", "verbs", "nouns", "places"][self as usize]
    }
}

/// One place in a text that the ontology has nothing for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding<'a> {
    /// What is missing.
    pub kind: Kind,
    /// The name; the dictionary form of the word; the frame with the place.
    pub name: String,
    /// What a name names; unknown for all else.
    pub sort: Sort,
    /// The sentence.
    pub text: &'a str,
    /// The bytes of the sentence that show it, in order, without overlaps.
    pub marks: Vec<Range<usize>>,
}

/// What the ontology lacks for one document: names first, then words and places, each in the order of the text.
pub fn findings<'a>(document: &'a Document, ontology: &Ontology) -> Vec<Finding<'a>> {
    let (sentences, mentions) = analyzed(document, ontology);
    let finding = |kind, name, sort, at: usize, marks: Vec<Range<usize>>| {
        let Sentence { start, end, .. } = sentences[at];
        let marks = marks.into_iter().map(|mark| mark.start - start..mark.end - start).collect();
        Finding { kind, name, sort, text: &document.text[start..end], marks }
    };
    let names = detect::unlisted(document, &sentences, &mentions, ontology).into_iter();
    let names = names.map(|name| {
        let mark = name.start..name.end;
        finding(Kind::Names, name.name, name.sort, name.sentence, vec![mark])
    });
    let words = unbound(document, &sentences, &mentions, ontology).into_iter();
    let words = words.map(|word| {
        let kind = match word.kind {
            UnboundKind::Verb => Kind::Verbs,
            UnboundKind::Noun => Kind::Nouns,
            UnboundKind::Place => Kind::Places,
        };
        finding(kind, word.name, Sort::Unknown, word.sentence, word.marks)
    });
    names.chain(words).collect()
}
