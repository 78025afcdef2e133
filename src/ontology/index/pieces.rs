//! A text → the words that are tokens: as [`words`] finds them, with clitics and parts of compounds apart.
//!
//! Names of the index are cut in the same way, so that they match the tokens of a text.

use super::forms::Forms;
use crate::words::{Word, fold, words};

const HYPHENS: [char; 3] = ['-', '\u{2010}', '\u{2011}'];

/// Least bytes of the host of a clitic that is written without an apostrophe.
const LEAST_HOST: usize = 3;

impl Forms {
    /// The tokens of a text, in order.
    pub fn words<'a>(&self, text: &'a str) -> Vec<Word<'a>> {
        let mut pieces = Vec::with_capacity(text.len() / 6);
        for word in words(text) {
            self.push_pieces(word, &mut pieces);
        }
        pieces
    }

    fn push_pieces<'a>(&self, word: Word<'a>, pieces: &mut Vec<Word<'a>>) {
        if let Some(hyphen) = self.compound_hyphen(word.text) {
            let (left, right) = word.text.split_at(hyphen);
            let width = right.chars().next().map_or(0, char::len_utf8);
            let (mark, right) = right.split_at(width);
            pieces.push(Word { start: word.start, text: left });
            pieces.push(Word { start: word.start + hyphen, text: mark });
            return self.push_pieces(Word { start: word.start + hyphen + width, text: right }, pieces);
        }
        let (host, clitic) = word.text.split_at(word.text.len() - self.clitic_length(word.text));
        pieces.push(Word { start: word.start, text: host });
        if !clitic.is_empty() {
            pieces.push(Word { start: word.start + host.len(), text: clitic });
        }
    }

    /// Where a hyphen joins two words: "then-president", "Moscow-backed".
    fn compound_hyphen(&self, text: &str) -> Option<usize> {
        let (first, last) = (text.find(HYPHENS)?, text.rfind(HYPHENS)?);
        if self.is("detached", &fold(&text[..first])) {
            return Some(first);
        }
        let ending = text[last..].trim_start_matches(HYPHENS);
        let named = text.starts_with(char::is_uppercase) && ending.starts_with(char::is_lowercase);
        (named && (self.is("compound", ending) || self.is_regular_participle(ending))).then_some(last)
    }

    /// Bytes of the clitic that ends a word; 0 if none does.
    fn clitic_length(&self, text: &str) -> usize {
        let ends = |clitic: &&str| {
            let least = if clitic.chars().all(char::is_alphabetic) { LEAST_HOST } else { 1 };
            text.len() >= clitic.len() + least && text.ends_with(*clitic)
        };
        let Some(clitic) = self.clitics().find(ends) else { return 0 };
        let form = fold(text);
        if self.is("whole", &form) || self.is_listed(&form) { 0 } else { clitic.len() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ontology::{Grammar, Irregular, Language, Lexicon, Morphology, Ontology};

    fn split<'a>(text: &'a str, lists: &[(&str, &[&str])], morphology: Morphology) -> Vec<&'a str> {
        let owned = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
        let lists = lists.iter().map(|(name, words)| ((*name).to_owned(), owned(words))).collect();
        let lexicon = Lexicon {
            morphology,
            verbs: owned(&["back", "administer"]),
            irregular: Irregular::default(),
            ..Lexicon::default()
        };
        let grammar = Grammar { lists, ..Grammar::default() };
        let language = Language { grammar, lexicon, ..Language::default() };
        let forms = Forms::build(&Ontology::default(), &language);
        forms.words(text).into_iter().map(|word| word.text).collect()
    }

    #[test]
    fn compounds_with_a_name_are_cut() {
        let lists: &[(&str, &[&str])] = &[("compound", &["led"]), ("detached", &["then"])];
        let split = |text| split(text, lists, Morphology::English);
        assert_eq!(split("Moscow-backed rebels"), ["Moscow", "-", "backed", "rebels"]);
        assert_eq!(split("US-led"), ["US", "-", "led"]);
        assert_eq!(split("the U.S.-backed force"), ["the", "U.S.", "-", "backed", "force"]);
        assert_eq!(split("Indian-administered"), ["Indian", "-", "administered"]);
        assert_eq!(split("then-president"), ["then", "-", "president"]);
        assert_eq!(split("Kim Jong-un, state-backed"), ["Kim", "Jong-un", ",", "state-backed"]);
    }

    #[test]
    fn clitics_are_cut_off_their_host() {
        let lists: &[(&str, &[&str])] = &[("clitics", &["nya", "'s", "n't"]), ("whole", &["hanya"])];
        let split = |text| split(text, lists, Morphology::None);
        assert_eq!(split("it's EU's didn't"), ["it", "'s", "EU", "'s", "did", "n't"]);
        assert_eq!(split("dukungannya hanya anya"), ["dukungan", "nya", "hanya", "anya"]);
    }
}
