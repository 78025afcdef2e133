//! Labels before the headlines of other articles ("Baca juga: …"). Matched by hand: compiling a pattern of every
//! label costs more than reading an article.

use crate::ontology::Boilerplate;
use crate::ontology::index::phrase::Phrases;

/// Labels by their first words.
pub(super) struct Labels {
    /// Those that need a mark after them.
    marked: Phrases<()>,
    /// Those that stand without one too.
    bare: Phrases<()>,
    /// How many words the longest one has.
    longest: usize,
}

impl Labels {
    /// The labels of these lists together.
    pub fn new<'a>(lists: impl Iterator<Item = &'a Boilerplate>) -> Self {
        let mut labels = Self { marked: Phrases::default(), bare: Phrases::default(), longest: 0 };
        for list in lists {
            list.labels.iter().for_each(|label| labels.marked.insert(label, ()));
            list.bare_labels.iter().for_each(|label| labels.bare.insert(label, ()));
            let lengths = list.labels.iter().chain(&list.bare_labels).map(|label| label.split(' ').count());
            labels.longest = lengths.fold(labels.longest, usize::max);
        }
        labels.marked.sort();
        labels.bare.sort();
        labels
    }

    /// What follows the label that a line begins with, signs before it passed over.
    pub fn after<'a>(&self, line: &'a str) -> Option<&'a str> {
        let words = self.words(line.trim_start_matches(|c: char| !c.is_alphanumeric()));
        let bare =
            found(&self.bare, &words).find_map(|(_, rest)| after_mark(rest).or_else(|| after_space(rest)));
        bare.or_else(|| {
            found(&self.marked, &words).find_map(|(_, rest)| after_mark(rest).or_else(|| at_end(rest)))
        })
    }

    /// Where labels of several words and a colon stand after a sentence's end, in bytes.
    pub fn inside(&self, line: &str) -> Vec<usize> {
        // Most lines hold no colon and are not looked at further.
        let Some(last) = line.rfind(':') else { return Vec::new() };
        let ends = line[..last].char_indices().filter(|(_, c)| ENDS.contains(c));
        let starts = ends.filter_map(|(at, end)| next_sentence(line, at + end.len_utf8()));
        starts.filter(|start| self.is_headed(&line[*start..])).collect()
    }

    fn is_headed(&self, text: &str) -> bool {
        let words = self.words(text);
        let mut labels = found(&self.marked, &words).chain(found(&self.bare, &words));
        labels.any(|(length, rest)| length > 1 && rest.trim_start().starts_with(':'))
    }

    /// The first words of a text in lower case, each with what follows it: as many as a label may have, none if the text
    /// begins with a sign.
    fn words<'a>(&self, text: &'a str) -> Vec<(String, &'a str)> {
        let mut words = Vec::new();
        let mut rest = text;
        while words.len() < self.longest && rest.starts_with(char::is_alphanumeric) {
            let (word, after) =
                rest.split_at(rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len()));
            words.push((word.to_lowercase(), after));
            rest = after.trim_start_matches(|c: char| !c.is_alphanumeric());
        }
        words
    }
}

/// The phrases that the words begin with, the longest first: how many words each has, and what follows it.
fn found<'a, 'w>(
    phrases: &'w Phrases<()>,
    words: &'w [(String, &'a str)],
) -> impl Iterator<Item = (usize, &'a str)> + use<'a, 'w> {
    let lengths =
        phrases.at(|at| words.get(at).map(|(word, _)| word.as_str())).map(|phrase| phrase.folded.len());
    lengths.map(|length| (length, words[length - 1].1))
}

/// What ends a sentence, or a quotation or aside at its end.
const ENDS: [char; 10] = ['.', '!', '?', '…', '”', '"', '’', '\'', ')', ']'];

/// The first letter after a space and perhaps a bracket.
fn next_sentence(line: &str, end: usize) -> Option<usize> {
    let rest = &line[end..];
    let next = rest.trim_start();
    let text = next.strip_prefix(['(', '[']).unwrap_or(next);
    (next.len() < rest.len()).then(|| line.len() - text.len())
}

fn after_mark(rest: &str) -> Option<&str> {
    let next = rest.trim_start();
    let dashed = || {
        let after = next.strip_prefix(['-', '–', '—']).filter(|_| next.len() < rest.len())?;
        after.starts_with(char::is_whitespace).then_some(after)
    };
    let after = next.strip_prefix(is_mark).or_else(dashed)?;
    Some(after.trim_start_matches(|c: char| is_mark(c) || c.is_whitespace()))
}

fn is_mark(c: char) -> bool {
    matches!(c, ':' | '|' | '>' | '»')
}

fn after_space(rest: &str) -> Option<&str> {
    (rest.is_empty() || rest.starts_with(char::is_whitespace)).then(|| rest.trim_start())
}

fn at_end(rest: &str) -> Option<&str> {
    rest.is_empty().then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels() -> Labels {
        let list = Boilerplate {
            labels: vec!["watch".into(), "watch this now".into()],
            bare_labels: vec!["read also".into()],
            ..Boilerplate::default()
        };
        Labels::new([&list].into_iter())
    }

    #[test]
    fn a_label_ends_at_a_mark_and_a_bare_one_at_a_space_too() {
        for (line, rest) in [
            ("Watch: Iran", Some("Iran")),
            ("(WATCH >> Iran", Some("Iran")),
            ("Watch - Iran", Some("Iran")),
            ("Watch", Some("")),
            ("Watch-Iran", None),
            ("Watch Iran", None),
            ("Watchers: Iran", None),
            ("- Watch, this: now | Iran", Some("Iran")),
            ("Read also Iran", Some("Iran")),
            ("Read also-Iran", None),
            ("Read", None),
        ] {
            assert_eq!(labels().after(line), rest, "{line}");
        }
    }

    #[test]
    fn labels_of_several_words_are_found_after_a_sentence() {
        let line = "Satu. Read also: a! [Watch this now : b. Watch: c. Read also d. (Read also e)";
        let starts: Vec<&str> = labels().inside(line).into_iter().map(|at| &line[at..at + 6]).collect();
        assert_eq!(starts, ["Read a", "Watch "]);
        assert!(labels().inside("Kata.Read also: a dan read also: b").is_empty());
    }
}
