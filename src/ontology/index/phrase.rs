//! Fixed phrases found at a position, longest first.

use rustc_hash::FxHashMap;

use crate::words::{Word, fold, words};

/// Phrases with a value each, looked up by their first word.
#[derive(Debug, Clone)]
pub struct Phrases<T> {
    by_first: FxHashMap<String, Vec<Phrase<T>>>,
}

/// A phrase: its folded words, and its words as the ontology writes them.
#[derive(Debug, Clone)]
pub struct Phrase<T> {
    /// Folded words.
    pub folded: Vec<String>,
    /// The words as written.
    pub written: Vec<String>,
    /// What the phrase stands for.
    pub value: T,
}

impl<T> Default for Phrases<T> {
    fn default() -> Self {
        Self { by_first: FxHashMap::default() }
    }
}

impl<T> Phrases<T> {
    /// Adds a phrase; one without words is left out.
    pub fn insert(&mut self, text: &str, value: T) {
        self.insert_words(&words(text), value);
    }

    /// Adds a phrase of these words; one without words is left out.
    pub fn insert_words(&mut self, words: &[Word<'_>], value: T) {
        let written: Vec<String> = words.iter().map(|word| word.text.to_owned()).collect();
        let folded: Vec<String> = written.iter().map(|word| fold(word)).collect();
        let Some(first) = folded.first() else { return };
        match self.by_first.get_mut(first) {
            Some(phrases) => phrases.push(Phrase { folded, written, value }),
            None => drop(self.by_first.insert(first.clone(), vec![Phrase { folded, written, value }])),
        }
    }

    /// Puts longer phrases before shorter ones, so that [`Phrases::at`] finds the longest; phrases of
    /// one length keep the order in which they were added.
    pub fn sort(&mut self) {
        for phrases in self.by_first.values_mut() {
            phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.folded.len()));
        }
    }

    /// The phrases that `form(0), form(1), …` begin with, longest first. `form` gives the folded word
    /// at a distance from the position, or `None` past the end.
    pub fn at<'a>(
        &'a self,
        form: impl Fn(usize) -> Option<&'a str> + 'a,
    ) -> impl Iterator<Item = &'a Phrase<T>> + 'a {
        let candidates = form(0).and_then(|first| self.by_first.get(first));
        candidates.into_iter().flatten().filter(move |phrase| {
            phrase.folded.iter().enumerate().all(|(at, word)| form(at) == Some(word.as_str()))
        })
    }

    /// Whether the whole text is one of the phrases' single words.
    pub fn contains_word(&self, form: &str) -> bool {
        self.by_first.get(form).is_some_and(|phrases| phrases.iter().any(|phrase| phrase.folded.len() == 1))
    }
}
