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

#[cfg(test)]
mod tests {
    use crate::model::{Document, Upos, Voice};
    use crate::ontology::Ontology;
    use crate::pipeline::analyze::analyze;

    /// Part of speech and voice of a word of a sentence.
    fn read(text: &str, word: &str) -> (Upos, Option<Voice>) {
        let language = Some("en".to_owned());
        let document = Document { text: text.to_owned(), language, ..Document::default() };
        let sentences = analyze(&document, Ontology::shipped());
        let token = sentences[0].tokens.iter().find(|token| token.form == word);
        token.map_or((Upos::X, None), |token| (token.upos, token.voice))
    }

    #[test]
    fn neighbours_tell_verbs_from_nouns() {
        for (text, word, upos) in [
            ("They want to attack Georgia.", "attack", Upos::Verb),
            ("The attack on Georgia failed.", "attack", Upos::Noun),
            ("Officials claim the islands.", "claim", Upos::Verb),
            ("Russian strikes on Kyiv failed.", "strikes", Upos::Noun),
            ("Its plans worry Norway.", "plans", Upos::Noun),
            ("Norway plans to leave.", "plans", Upos::Verb),
            ("He was accused of supporting Syria.", "supporting", Upos::Verb),
            ("They face renewed pressure.", "renewed", Upos::Adj),
            ("Iran has weapons.", "has", Upos::Verb),
            ("Iran has failed.", "has", Upos::Aux),
            ("The allies' support failed.", "'", Upos::Part),
        ] {
            assert_eq!(read(text, word).0, upos, "{word} in {text}");
        }
    }

    #[test]
    fn participles_are_passive_where_nothing_else_fits() {
        for (text, word, voice) in [
            ("Iran is often backed by Syria.", "backed", Voice::Passive),
            ("Iran has backed Syria.", "backed", Voice::Active),
            ("Sanctions imposed on Iran have failed.", "imposed", Voice::Passive),
            ("Talks collapsed on Monday.", "collapsed", Voice::Active),
            ("The general got arrested.", "arrested", Voice::Passive),
            ("Trade grew by five percent.", "grew", Voice::Active),
            ("A ship seized by Iran sank.", "seized", Voice::Passive),
            ("A ship seized the cargo.", "seized", Voice::Active),
        ] {
            assert_eq!(read(text, word), (Upos::Verb, Some(voice)), "{word} in {text}");
        }
    }
}
