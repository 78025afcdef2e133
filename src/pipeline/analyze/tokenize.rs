//! A span → tokens with offsets.

use crate::model::{Token, Upos};
use crate::ontology::index::forms::Forms;
use crate::words::{Word, fold};

/// The tokens of a span of the text; parts of speech are set by `tag`.
pub fn tokens(text: &str, start: usize, end: usize, forms: &Forms) -> Vec<Token> {
    let mut before = start;
    let words = forms.words(&text[start..end]).into_iter();
    words
        .map(|word| {
            let word = Word { start: start + word.start, text: word.text };
            let spaced = before < word.start;
            before = word.end();
            token(word, spaced)
        })
        .collect()
}

fn token(word: Word<'_>, spaced: bool) -> Token {
    let form = fold(word.text);
    Token {
        start: word.start,
        end: word.end(),
        lemma: form.clone(),
        form,
        upos: Upos::X,
        voice: None,
        head: None,
        relation: String::new(),
        capitalized: word.text.starts_with(char::is_uppercase),
        spaced,
    }
}
