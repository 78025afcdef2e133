//! Sets aside what stands beside the article, line by line, and keeps every line that holds content.

use std::sync::LazyLock;

use regex::Regex;

use super::phrases::{Boilerplate, LANGUAGES, words};

/// A longer line is never dropped for how it begins.
const MOST_WORDS: usize = 15;
/// A line that is all label ("Baca juga di Kabar Kita:") has no more words than this after the label.
const MOST_LABEL_WORDS: usize = 6;

/// The lines without boilerplate and without blank lines.
pub(super) fn set_aside(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    for line in text.split('\n') {
        for content in split_at_labels(line).into_iter().filter_map(content) {
            if !kept.is_empty() {
                kept.push('\n');
            }
            kept.push_str(content);
        }
    }
    kept
}

/// The line without its label, if anything else is in it.
fn content(line: &str) -> Option<&str> {
    let line = line.trim();
    if !line.contains(char::is_alphanumeric) || is_furniture(line) {
        return None;
    }
    match after_label(line) {
        None => Some(line),
        Some(rest) if !rest.contains(char::is_alphanumeric) => None,
        Some(rest) if rest.ends_with(':') && rest.split(' ').count() <= MOST_LABEL_WORDS => None,
        Some(rest) => Some(rest),
    }
}

fn is_furniture(line: &str) -> bool {
    // No phrase list makes a line as long as this, and the words of a whole book in one line need not be copied.
    if line.len() > 400 {
        return false;
    }
    let words = words(line);
    let short = words.split(' ').count() <= MOST_WORDS;
    FURNITURE.is_match(&words)
        || short && all(|lists| &lists.starts).any(|start| words.starts_with(start.as_str()))
}

fn after_label(line: &str) -> Option<&str> {
    let label = LABEL.find(line)?;
    let rest = line[label.end()..].trim_start();
    Some(if line.starts_with(['(', '[']) { rest.trim_end_matches([')', ']']) } else { rest })
}

/// A label with a colon after a sentence's end starts a line of its own.
fn split_at_labels(line: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut start = 0;
    for found in INLINE_LABEL.captures_iter(line).filter_map(|captures| captures.get(1)) {
        parts.push(&line[start..found.start()]);
        start = found.start();
    }
    parts.push(&line[start..]);
    parts
}

fn all(list: impl Fn(&'static Boilerplate) -> &'static Vec<String>) -> impl Iterator<Item = &'static String> {
    LANGUAGES.iter().flat_map(move |language| list(&language.boilerplate))
}

/// Words of a line that is nothing but phrases, each perhaps with a count ("3 komentar").
static FURNITURE: LazyLock<Regex> = LazyLock::new(|| {
    let phrases: Vec<_> = all(|lists| &lists.lines).map(|phrase| regex::escape(phrase)).collect();
    let phrase = format!(r"(?:[0-9]+ )?(?:{})", phrases.join("|"));
    compile(&format!("^{phrase}(?: {phrase})*$"))
});

static LABEL: LazyLock<Regex> = LazyLock::new(|| {
    let mark = r"\s*(?:[:|>»]|\s[-–—]\s)[:|>»\s]*";
    let (labels, bare) =
        (alternatives(all(|lists| &lists.labels)), alternatives(all(|lists| &lists.bare_labels)));
    compile(&format!(r"(?i)^[^\p{{L}}\p{{N}}]*(?:(?:{bare})(?:{mark}|\s+|$)|(?:{labels})(?:{mark}|$))"))
});

static INLINE_LABEL: LazyLock<Regex> = LazyLock::new(|| {
    let labels = all(|lists| &lists.labels).chain(all(|lists| &lists.bare_labels));
    let labels = alternatives(labels.filter(|label| label.contains(' ')));
    compile(&format!(r#"(?i)[.!?…”"’')\]]\s+[(\[]?((?:{labels})\s*:)"#))
});

fn alternatives(phrases: impl Iterator<Item = &'static String>) -> String {
    let separated = phrases.map(|phrase| regex::escape(phrase).replace(' ', r"[^\p{L}\p{N}]+"));
    let mut sorted: Vec<_> = separated.collect();
    sorted.sort_by_key(|phrase| std::cmp::Reverse(phrase.len()));
    sorted.join("|")
}

/// The patterns are made of escaped phrases, so only a mistake in this file can break them.
fn compile(pattern: &str) -> Regex {
    Regex::new(pattern).unwrap_or_else(|error| panic!("{error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

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
