//! Tokens → parts of speech, dictionary forms, voices, from lists, forms and neighbours.
//!
//! | file | does |
//! |---|---|
//! | `line` | what kind of line it is, where capitals tell a name |
//! | `affixes` | languages whose prefixes tell verbs |
//! | `english` | English: a form is a verb or a noun by its neighbours |

mod affixes;
mod english;
mod line;

use crate::model::{SentenceKind, Token, Upos};
use crate::ontology::Morphology;
use crate::ontology::index::forms::Forms;
use line::Line;
pub(in crate::pipeline) use line::is_title_case;

/// Sets part of speech, lemma and voice of every token.
///
/// Closed classes come first, then what the forms and lists of the language say; what is left is a proper noun
/// when capitalised where that says something, else a noun.
pub fn tag(tokens: &mut [Token], text: &str, kind: SentenceKind, forms: &Forms) {
    let line = Line::new(tokens, text, kind);
    match forms.morphology() {
        Morphology::English => english::tag(tokens, &line, forms),
        Morphology::Indonesian | Morphology::None => affixes::tag(tokens, &line, forms),
    }
}

/// Sets lemmas and voices anew where another analysis has set the parts of speech.
pub fn inflect(tokens: &mut [Token], kind: SentenceKind, forms: &Forms) {
    if forms.morphology() == Morphology::English {
        return english::inflect(tokens, kind, forms);
    }
    for token in tokens {
        match forms.reading(&token.form, token.upos) {
            Some(reading) if token.upos == Upos::Verb && token.voice.is_none() => {
                (token.lemma, token.voice) = (reading.lemma, reading.voice);
            }
            _ if token.upos != Upos::Verb => token.voice = None,
            _ => {}
        }
    }
}

/// Part of speech of what is no word: marks and numbers.
fn no_word(form: &str) -> Option<Upos> {
    if !form.chars().any(char::is_alphanumeric) {
        return Some(Upos::Punct);
    }
    form.starts_with(|c: char| c.is_ascii_digit()).then_some(Upos::Num)
}
