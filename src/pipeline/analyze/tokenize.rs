//! A span → tokens with offsets, clitics apart.

use crate::model::{Token, Upos};
use crate::ontology::index::forms::Forms;
use crate::words::{Word, fold, words};

/// Clitics that are tokens of their own, after UD's Indonesian and English guidelines.
const CLITICS: [&str; 3] = ["nya", "'s", "’s"];

/// The tokens of a span of the text; parts of speech are set by `tag`.
pub fn tokens(text: &str, start: usize, end: usize, forms: &Forms) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut before = start;
    for word in words(&text[start..end]) {
        let word = Word { start: start + word.start, text: word.text };
        push(word, before < word.start, forms, &mut tokens);
        before = word.end();
    }
    tokens
}

fn push(word: Word<'_>, spaced: bool, forms: &Forms, tokens: &mut Vec<Token>) {
    let form = fold(word.text);
    match clitic_length(word.text, &form, forms) {
        0 => tokens.push(token(word, form, spaced)),
        length => {
            let (host, clitic) = word.text.split_at(word.text.len() - length);
            tokens.push(token(Word { start: word.start, text: host }, fold(host), spaced));
            let clitic = Word { start: word.start + host.len(), text: clitic };
            tokens.push(token(clitic, fold(clitic.text), false));
        }
    }
}

/// Bytes of the clitic that ends the word; 0 if none does.
fn clitic_length(text: &str, form: &str, forms: &Forms) -> usize {
    let clitic = CLITICS.iter().find(|clitic| text.ends_with(**clitic) && text.len() > clitic.len() + 2);
    match clitic {
        Some(&"nya") if !forms.has_possessive() || forms.is("whole", form) || forms.is_listed(form) => 0,
        Some(clitic) => clitic.len(),
        None => 0,
    }
}

fn token(word: Word<'_>, form: String, spaced: bool) -> Token {
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
