//! Where a text names somebody.

use std::collections::BTreeSet;
use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

use crate::model::kebab;

/// Longest name that is looked for, in words.
const LONGEST: usize = 6;
/// Shortest part of a name that means its bearer, in characters.
const SHORTEST: usize = 3;
/// Stands for every byte of a name that is gone.
const BLANK: &str = "_";

/// The names of some actors, in kebab case.
#[derive(Debug, Clone, Default)]
pub struct Words {
    /// Names that mean them wherever they stand.
    whole: BTreeSet<String>,
    /// Names and parts of names that mean them where they have a capital letter.
    parts: BTreeSet<String>,
}

impl Words {
    /// Adds a name; one of a single word is taken as a part.
    pub fn add(&mut self, name: &str) {
        let names = if words(name).len() > 1 { &mut self.whole } else { &mut self.parts };
        names.insert(kebab(name));
    }

    /// Adds the words of a person's name.
    pub fn add_parts(&mut self, name: &str) {
        let parts = words(name).into_iter().map(|range| &name[range]);
        self.parts.extend(parts.filter(|part| part.chars().count() >= SHORTEST).map(kebab));
    }

    /// The places of a text that name them, or whose words in kebab case are `meant`, in order. Parts are left alone where
    /// they stand inside one of `others`.
    pub fn places(
        &self,
        text: &str,
        meant: &dyn Fn(&str) -> bool,
        others: &[Range<usize>],
    ) -> Vec<Range<usize>> {
        let words = words(text);
        let mut places = Vec::new();
        let mut from = 0;
        while from < words.len() {
            let longest = joined(text, &words[from..]).min(LONGEST);
            let place = |count: &usize| words[from].start..words[from + count - 1].end;
            let named = (1..=longest).rev().find(|count| self.names(&text[place(count)], meant));
            let named = named.or_else(|| {
                (self.is_part(&text[words[from].clone()]) && !inside(&words[from], others)).then_some(1)
            });
            places.extend(named.as_ref().map(place));
            from += named.unwrap_or(1);
        }
        places
    }

    /// Without names that mean them only by their capital letter.
    pub fn without_parts(&self) -> Self {
        Self { whole: self.whole.clone(), parts: BTreeSet::new() }
    }

    fn names(&self, text: &str, meant: &dyn Fn(&str) -> bool) -> bool {
        let id = kebab(text);
        // What is written onto the last word (a possessive) belongs to it.
        let begins = |name: &String| id.starts_with(name.as_str()) && !id[name.len()..].contains('-');
        meant(&id) || self.whole.iter().any(begins)
    }

    fn is_part(&self, word: &str) -> bool {
        word.starts_with(char::is_uppercase) && self.parts.contains(&kebab(word))
    }
}

/// How many words stand close enough to be one name: with spaces, hyphens, dots between them, not commas, quotes or lines.
fn joined(text: &str, words: &[Range<usize>]) -> usize {
    let close = |pair: &&[Range<usize>]| {
        let between = &text[pair[0].end..pair[1].start];
        between.chars().count() <= 2 && between.chars().all(|c| " -–_.'’+/".contains(c))
    };
    1 + words.windows(2).take(LONGEST).take_while(close).count()
}

fn inside(word: &Range<usize>, others: &[Range<usize>]) -> bool {
    others.iter().any(|other| other.start <= word.start && word.end <= other.end)
}

/// The runs of letters and digits of a text, with the accents that stand on them.
fn words(text: &str) -> Vec<Range<usize>> {
    let mut words: Vec<Range<usize>> = Vec::new();
    for (at, c) in text.char_indices().filter(|(_, c)| c.is_alphanumeric() || is_combining_mark(*c)) {
        let end = at + c.len_utf8();
        match words.last_mut() {
            Some(word) if word.end == at => word.end = end,
            _ => words.push(at..end),
        }
    }
    words
}

/// The text with as many other bytes in the place of some, so that offsets into it still hold.
pub fn blanked(text: &str, places: &[Range<usize>]) -> String {
    let mut blanked = String::with_capacity(text.len());
    let mut done = 0;
    for place in places {
        let start = place.start.max(done);
        let end = place.end.max(start);
        blanked += &text[done..start];
        blanked += &BLANK.repeat(end - start);
        done = end;
    }
    blanked + &text[done..]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn budi() -> Words {
        let mut words = Words::default();
        words.add("Budi Contoh");
        words.add_parts("Budi Contoh");
        words
    }

    fn shown(text: &str) -> String {
        blanked(text, &budi().places(text, &|id| id == "si-b", &[]))
    }

    #[test]
    fn names_go_and_lengths_stay() {
        assert_eq!(shown("Kata Budi Contoh, BUDI-CONTOH."), "Kata ___________, ___________.");
        assert_eq!(shown("Contoh lain: contoh budi."), "______ lain: contoh budi.");
        assert_eq!(shown("Rumah Budi Contohnya (Si B)"), "Rumah ______________ (____)");
        assert_eq!(
            shown("https://x.org/2026/budi-contoh-pergi.html"),
            "https://x.org/2026/___________-pergi.html"
        );
        assert_eq!(
            shown("Bu\u{300}di Côntoh–"),
            "Bu\u{300}di Côntoh–".replace("Bu\u{300}di Côntoh", &"_".repeat(14))
        );
    }

    #[test]
    fn others_keep_their_names() {
        let (text, ani) = ("Ani Contoh bertemu Contoh", 0..10);
        let places = budi().places(text, &|_| false, std::slice::from_ref(&ani));
        assert_eq!(blanked(text, &places), "Ani Contoh bertemu ______");
    }
}
