//! English: what a form can be comes from its lists and endings, what it is from its neighbours.
//!
//! | file | does |
//! |---|---|
//! | `word` | what each form can be, whatever stands around it |
//! | `choice` | which of those it is here |
//! | `neighbours` | what stands around a word |
//! | `voice` | dictionary forms; active or passive |

mod choice;
mod neighbours;
mod voice;
mod word;

use super::line::Line;
use crate::model::{Token, Upos};
use crate::ontology::index::forms::Forms;
use choice::Choice;
pub use voice::inflect;
use word::Word;

/// Sets part of speech, lemma and voice of every token.
pub fn tag(tokens: &mut [Token], line: &Line<'_>, forms: &Forms) {
    let words: Vec<Word> = (0..tokens.len())
        .map(|at| {
            let word = Word::new(tokens, at, line, forms);
            tokens[at].upos = word.fixed.unwrap_or(Upos::X);
            word
        })
        .collect();
    for at in (0..tokens.len()).filter(|&at| words[at].fixed.is_none()) {
        let choice = Choice { tokens, words: &words, forms };
        let upos = choice.upos(at);
        tokens[at].upos = upos;
        if upos == Upos::Verb && at > 0 && tokens[at - 1].form == "to" {
            tokens[at - 1].upos = Upos::Part;
        }
    }
    inflect(tokens, line.kind, forms);
}
