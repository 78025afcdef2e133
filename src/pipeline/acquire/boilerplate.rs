//! Sets aside what stands beside the article, line by line, and keeps every line that holds content.

use super::Rules;
use super::labels::Labels;
use crate::ontology::Boilerplate;
use crate::ontology::index::phrase::Phrases;
use crate::words::plain;

/// A longer line is never dropped for how it begins.
const MOST_WORDS: usize = 15;
/// A line that is all label ("Baca juga di Kabar Kita:") has no more words than this after the label.
const MOST_LABEL_WORDS: usize = 6;

/// The lines without boilerplate and without blank lines.
pub(super) fn set_aside(text: &str, rules: &Rules<'_>) -> String {
    let mut kept = String::with_capacity(text.len());
    for line in text.split('\n') {
        for content in
            split_at_labels(line, &rules.labels).into_iter().filter_map(|part| content(part, rules))
        {
            if !kept.is_empty() {
                kept.push('\n');
            }
            kept.push_str(content);
        }
    }
    kept
}

/// The line without its label, if anything else is in it.
fn content<'t>(line: &'t str, rules: &Rules<'_>) -> Option<&'t str> {
    let line = line.trim();
    if !line.contains(char::is_alphanumeric) || rules.furniture.is(line) {
        return None;
    }
    match after_label(line, &rules.labels) {
        None => Some(line),
        Some(rest) if !rest.contains(char::is_alphanumeric) => None,
        Some(rest) if rest.ends_with(':') && rest.split(' ').count() <= MOST_LABEL_WORDS => None,
        Some(rest) => Some(rest),
    }
}

fn after_label<'t>(line: &'t str, labels: &Labels) -> Option<&'t str> {
    let rest = labels.after(line)?;
    Some(if line.starts_with(['(', '[']) { rest.trim_end_matches([')', ']']) } else { rest })
}

/// A label with a colon after a sentence's end starts a line of its own.
fn split_at_labels<'t>(line: &'t str, labels: &Labels) -> Vec<&'t str> {
    let mut parts = Vec::new();
    let mut start = 0;
    for label in labels.inside(line) {
        parts.push(&line[start..label]);
        start = label;
    }
    parts.push(&line[start..]);
    parts
}

/// What makes a line furniture.
pub(super) struct Furniture<'a> {
    /// If nothing else is in it.
    phrases: Phrases<()>,
    /// If it is short and begins so.
    starts: Vec<&'a str>,
}

impl<'a> Furniture<'a> {
    /// The furniture of these lists together.
    pub fn new(lists: impl Iterator<Item = &'a Boilerplate>) -> Self {
        let mut furniture = Self { phrases: Phrases::default(), starts: Vec::new() };
        for list in lists {
            list.lines.iter().for_each(|line| furniture.phrases.insert(line, ()));
            furniture.starts.extend(list.starts.iter().map(String::as_str));
        }
        furniture
    }

    fn is(&self, line: &str) -> bool {
        // No phrase list makes a line as long as this, and the words of a whole book in one line need not be copied.
        if line.len() > 400 {
            return false;
        }
        let line = plain(line);
        let words: Vec<&str> = line.split(' ').collect();
        let begins = || self.starts.iter().any(|start| line.starts_with(start));
        self.is_nothing_but_phrases(&words) || words.len() <= MOST_WORDS && begins()
    }

    /// The words are phrases one after the other, each perhaps with a count ("3 komentar").
    fn is_nothing_but_phrases(&self, words: &[&str]) -> bool {
        let mut reached = vec![false; words.len() + 1];
        reached[0] = true;
        for at in 0..words.len() {
            if !reached[at] {
                continue;
            }
            let counted = words[at].bytes().all(|byte| byte.is_ascii_digit());
            for start in at..=at + usize::from(counted) {
                for phrase in self.phrases.at(|word| words.get(start + word).copied()) {
                    reached[start + phrase.folded.len()] = true;
                }
            }
        }
        reached[words.len()]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set_aside(text: &str) -> String {
        super::set_aside(text, &Rules::shipped())
    }

    #[test]
    fn furniture_is_dropped() {
        for line in [
            "Leave a Reply",
            "Your email address will not be published. Required fields are marked *",
            "Previous Post Next Post",
            "Baca Juga di Kabar Kita:",
            "BACA JUGA :",
            "Bagikan:",
            "3 Komentar",
            "Facebook | Twitter | WhatsApp",
            "Copyright © 2026 Kabar Kita. All rights reserved.",
            "Hak Cipta © 2026 PT Kabar Kita",
            "ADVERTISEMENT",
            "SCROLL TO CONTINUE WITH CONTENT",
            "-",
            "* * *",
        ] {
            assert_eq!(set_aside(line), "", "{line}");
        }
    }

    #[test]
    fn the_headline_after_a_label_stays() {
        for (line, kept) in [
            ("Baca Juga: Putin: Rusia Siap Berunding", "Putin: Rusia Siap Berunding"),
            ("Baca juga Iran Kecam Israel", "Iran Kecam Israel"),
            ("(Baca juga: Iran Kecam Israel)", "Iran Kecam Israel"),
            ("Read also: Iran condemns Israel", "Iran condemns Israel"),
            ("Related: Iran condemns Israel", "Iran condemns Israel"),
            ("Satu kalimat. Baca Juga: Iran Kecam Israel", "Satu kalimat.\nIran Kecam Israel"),
        ] {
            assert_eq!(set_aside(line), kept);
        }
    }

    #[test]
    fn content_stays() {
        for line in [
            "Related parties said that Iran condemned Israel.",
            "Share prices of Russian companies fell.",
            "Copyright law divides China and the United States.",
            "Ia akan baca juga pidato Putin.",
            "Populer di Moskow, Putin mengecam NATO.",
            "Latest talks between Iran and Oman ended.",
            "Berita",
        ] {
            assert_eq!(set_aside(line), line);
        }
    }
}
