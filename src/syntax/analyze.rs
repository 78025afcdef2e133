//! Sentence of words → tags and a tree.

use std::ops::Range;

use super::inventory::ROOT;
use super::lexeme;
use super::net::forward::{Net, Pass};
use super::net::shape::padded;
use super::tree::{Arcs, Trees};
use super::{Model, Word};

/// Sentences are read in pieces of at most this many words: beyond it they are lists, and arcs cost the square.
const MOST_WORDS: usize = 256;

/// Analyzes sentences with a model. It keeps its buffers, so one is made for each thread.
#[derive(Debug)]
pub struct Analyzer<'m> {
    model: &'m Model,
    /// The first token of every unit, and the number of tokens behind the last.
    units: Vec<usize>,
    pass: Pass,
    trees: Trees,
    /// Of the units.
    found: Vec<Word>,
    words: Vec<Word>,
}

impl<'m> Analyzer<'m> {
    /// An analyzer with empty buffers.
    pub fn new(model: &'m Model) -> Self {
        let (units, pass, trees, found, words) = Default::default();
        Self { model, units, pass, trees, found, words }
    }

    /// Tags and parses a sentence of word forms, written as in the text.
    ///
    /// Each of `names` is a range of words that are read as one, such as the name of an actor: its first word
    /// gets the tag and the arc, the others hang on it. The ranges are in order and apart; one that is empty,
    /// or overlaps the one before, or ends beyond the sentence, is not heeded.
    pub fn analyze<S: AsRef<str>>(&mut self, forms: &[S], names: &[Range<usize>]) -> &[Word] {
        self.cut(forms.len(), names);
        self.found.clear();
        let units = self.units.len() - 1;
        for start in (0..units).step_by(MOST_WORDS) {
            self.piece(forms, start..units.min(start + MOST_WORDS));
        }
        self.expand();
        &self.words
    }

    /// Sets the units: names, and the words outside.
    fn cut(&mut self, words: usize, names: &[Range<usize>]) {
        self.units.clear();
        let mut at = 0;
        for name in names.iter().filter(|name| name.len() > 1 && name.end <= words) {
            if name.start >= at {
                self.units.extend(at..=name.start);
                at = name.end;
            }
        }
        self.units.extend(at..=words);
    }

    fn piece<S: AsRef<str>>(&mut self, forms: &[S], units: Range<usize>) {
        let model = self.model;
        let words = units.len();
        self.pass.begin(words, model.shape);
        for (unit, vector) in units.clone().zip(self.pass.words.chunks_exact_mut(model.shape.input)) {
            let keys = lexeme::keys(letters(&forms[self.units[unit]..self.units[unit + 1]]));
            model.vectors.sum(&keys, vector);
        }
        let net = Net { shape: model.shape, layout: &model.layout, parameters: &model.parameters };
        net.run(&mut self.pass);
        self.trees.find(Arcs { scores: &self.pass.arcs, width: padded(words + 1), words });
        net.relate(&mut self.pass, &self.trees.heads);
        self.collect(units.start, words);
    }

    /// Takes over the words of a piece. Roots of later pieces hang on the root of the first.
    fn collect(&mut self, start: usize, words: usize) {
        let model = self.model;
        let first_root = self.found.iter().position(|word| word.head.is_none());
        for at in 0..words {
            let tags = &self.pass.tags[at * model.layout.tags.width..][..model.shape.tags];
            let head = Some(self.trees.heads[at]).filter(|head| (*head as usize) < words);
            let labels = &self.pass.labels[at * model.layout.labels.width..][1..model.shape.labels.max(2)];
            let label = match (head, first_root) {
                (Some(_), _) => best(labels) + 1,
                (None, None) => ROOT,
                (None, Some(_)) => model.beside,
            };
            let head = head.map(|head| head + start as u32).or(first_root.map(|root| root as u32));
            self.found.push(Word { tag: best(tags), head, label });
        }
    }

    /// From units to words.
    fn expand(&mut self) {
        self.words.clear();
        for (unit, word) in self.found.iter().enumerate() {
            let (first, end) = (self.units[unit], self.units[unit + 1]);
            let head = word.head.map(|head| self.units[head as usize] as u32);
            self.words.push(Word { head, ..*word });
            let part = Word { tag: word.tag, head: Some(first as u32), label: self.model.name_part };
            self.words.resize(end, part);
        }
    }
}

/// The letters of words with blanks between them.
fn letters<S: AsRef<str>>(forms: &[S]) -> impl Iterator<Item = char> {
    forms
        .iter()
        .enumerate()
        .flat_map(|(turn, form)| (turn > 0).then_some(' ').into_iter().chain(form.as_ref().chars()))
}

/// The first of the greatest scores.
fn best(scores: &[f32]) -> u8 {
    (1..scores.len()).fold(0, |best, other| if scores[other] > scores[best] { other } else { best }) as u8
}
