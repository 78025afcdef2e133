//! What kind of line a sentence is, and where in it a capital letter tells a name.

use crate::model::{SentenceKind, Token, Upos};

/// A line as far as its capital letters go.
pub struct Line<'a> {
    text: &'a str,
    /// What kind of line it is.
    pub kind: SentenceKind,
    /// A headline where most words begin with a capital.
    pub title_case: bool,
    /// The whole line is in capitals.
    pub capitals: bool,
}

impl<'a> Line<'a> {
    /// Looks at the tokens of a sentence of the text.
    pub fn new(tokens: &[Token], text: &'a str, kind: SentenceKind) -> Self {
        Self {
            text,
            kind,
            title_case: kind != SentenceKind::Body && is_title_case(tokens),
            capitals: !tokens.iter().any(|token| text[token.start..token.end].contains(char::is_lowercase)),
        }
    }

    /// Whether a capital letter of the token means a name.
    pub fn capital_tells(&self, tokens: &[Token], at: usize) -> bool {
        !self.title_case && !opens(tokens, at)
    }

    /// Whether the token is written in capitals alone, which says something.
    pub fn is_acronym(&self, token: &Token) -> bool {
        let text = &self.text[token.start..token.end];
        !self.capitals
            && text.len() > 1
            && text.chars().all(|c| c.is_uppercase() || c.is_numeric() || c == '.')
    }
}

/// Most words of a headline in title case begin with a capital.
pub fn is_title_case(tokens: &[Token]) -> bool {
    let letters = |token: &&Token| token.form.chars().next().is_some_and(char::is_alphabetic);
    let words = tokens.iter().filter(letters).count();
    let capitals = tokens.iter().filter(letters).filter(|token| token.capitalized).count();
    words > 1 && capitals * 10 >= words * 7
}

/// The first word of a sentence or quotation is capitalised whatever it is.
fn opens(tokens: &[Token], at: usize) -> bool {
    tokens[..at].iter().rev().find(|token| token.upos != Upos::Punct).is_none()
        || matches!(tokens[at - 1].form.as_str(), "“" | "\"" | ":" | "‘")
}
