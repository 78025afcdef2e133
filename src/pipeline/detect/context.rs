//! What every step of the detection looks at.

use crate::model::{Document, Mention, MentionKind, Sentence, Token};
use crate::ontology::Ontology;
use crate::ontology::index::LanguageIndex;
use crate::ontology::index::phrase::Phrase;

/// The document with all that is known of its language.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// The document.
    pub document: &'a Document,
    /// All that is known.
    pub ontology: &'a Ontology,
    /// The tables of the document's language.
    pub index: &'a LanguageIndex,
}

impl<'a> Context<'a> {
    /// The words of a token as they stand.
    pub fn text(&self, token: &Token) -> &'a str {
        &self.document.text[token.start..token.end]
    }

    /// The words from the first token to before the last one.
    pub fn span(&self, sentence: &Sentence, first: usize, last: usize) -> &'a str {
        &self.document.text[sentence.tokens[first].start..sentence.tokens[last - 1].end]
    }

    /// Whether a list of the language's grammar holds the token's form.
    pub fn is(&self, list: &str, token: &Token) -> bool {
        self.index.forms.is(list, &token.form)
    }

    /// How many tokens the longest entry of a list of the grammar takes at a position; 0 if none stands there.
    pub fn phrase(&self, list: &str, sentence: &Sentence, at: usize) -> usize {
        self.index.forms.phrase(list, form_at(sentence, at))
    }

    /// Whether adjectives and owners stand before their noun.
    pub fn heads_last(&self) -> bool {
        self.index.forms.heads_last()
    }

    /// Whether the tokens at a position are written as the phrase is: capitals where it has capitals,
    /// abbreviations letter for letter.
    pub fn written_as<T>(&self, sentence: &Sentence, at: usize, phrase: &Phrase<T>) -> bool {
        let tokens = &sentence.tokens[at..at + phrase.written.len()];
        tokens.iter().zip(&phrase.written).all(|(token, written)| {
            let abbreviation =
                written.len() <= 5 && written.len() > 1 && written.chars().all(char::is_uppercase);
            let capital = written.starts_with(char::is_uppercase);
            if abbreviation { self.text(token) == written } else { token.capitalized || !capital }
        })
    }

    /// A mention of one actor over some tokens.
    pub fn mention(
        &self,
        sentence: &Sentence,
        range: std::ops::Range<usize>,
        actors: Vec<crate::model::Actor>,
        kind: MentionKind,
    ) -> Mention {
        Mention {
            sentence: sentence.index,
            first: range.start,
            last: range.end,
            start: sentence.tokens[range.start].start,
            end: sentence.tokens[range.end - 1].end,
            actors,
            kind,
            place: self.is_place(sentence, &range),
            offices: Vec::new(),
        }
    }

    /// Whether a word of place stands before, over an article, or makes a compound: "London-based".
    fn is_place(&self, sentence: &Sentence, range: &std::ops::Range<usize>) -> bool {
        let article = range.start > 0 && self.is("article", &sentence.tokens[range.start - 1]);
        let before = range.start.checked_sub(1 + usize::from(article));
        let hyphen = sentence.tokens.get(range.end).is_some_and(|token| token.form == "-" && !token.spaced);
        let compound = sentence.tokens.get(range.end + 1).filter(|_| hyphen);
        before.is_some_and(|before| self.is("place", &sentence.tokens[before]))
            || compound.is_some_and(|word| self.is("placing", word))
    }
}

/// The form of the token at a distance from a position.
pub fn form_at<'a>(sentence: &'a Sentence, at: usize) -> impl Fn(usize) -> Option<&'a str> + 'a {
    move |distance| sentence.tokens.get(at + distance).map(|token| token.form.as_str())
}

/// The mention that covers a token.
pub fn covering(mentions: &[Mention], token: usize) -> Option<&Mention> {
    mentions.iter().find(|mention| (mention.first..mention.last).contains(&token))
}

/// The mention that ends right before a token.
pub fn ending_at(mentions: &[Mention], token: usize) -> Option<&Mention> {
    mentions.iter().find(|mention| mention.last == token)
}
