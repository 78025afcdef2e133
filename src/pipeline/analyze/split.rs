//! Text → spans of sentences.

use super::dateline;
use crate::model::SentenceKind;
use crate::ontology::index::forms::Forms;
use crate::words::fold;

/// Where a sentence stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
    /// What its line is.
    pub kind: SentenceKind,
    /// Index of its line.
    pub paragraph: usize,
}

/// Longest line, in words, that is a heading when it ends without a full stop.
const HEADING_WORDS: usize = 22;

/// Longest sentence, in bytes; the longest of news have a few hundred.
const LONGEST_SENTENCE: usize = 3000;

/// The sentences of a text whose lines are paragraphs, headings and list items, without the datelines of reports.
pub fn sentences(text: &str, forms: &Forms) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut at = 0;
    for (paragraph, line) in text.split('\n').enumerate() {
        let start = at;
        at += line.len() + 1;
        let (kind, marker) = line_kind(line);
        let dateline = if kind == SentenceKind::Body { dateline::length(&line[marker..], forms) } else { 0 };
        let skip = marker + dateline;
        for (from, to) in line_sentences(&line[skip..], forms) {
            let span = Span { start: start + skip + from, end: start + skip + to, kind, paragraph };
            spans.extend((!text[span.start..span.end].is_empty()).then_some(span));
        }
    }
    spans
}

/// What a line is, and how many bytes its list marker takes.
fn line_kind(line: &str) -> (SentenceKind, usize) {
    let body = line.trim_start();
    let marker = line.len() - body.len() + marker_length(body);
    let text = line[marker..].trim();
    if marker_length(body) > 0 && !ends_sentence(text) {
        (SentenceKind::Item, marker)
    } else if !ends_sentence(text) && text.split_whitespace().count() <= HEADING_WORDS {
        (SentenceKind::Heading, marker)
    } else {
        (SentenceKind::Body, marker)
    }
}

/// Length of "1. ", "a) ", "- ", "• " at the beginning of a line.
fn marker_length(line: &str) -> usize {
    let Some((first, rest)) = line.split_once(' ') else { return 0 };
    let bullet = ["-", "–", "—", "•", "*", "·", "▪", "●"].contains(&first);
    let label = first.trim_end_matches(['.', ')']);
    let short = label.len() < first.len() && !label.is_empty() && label.len() <= 2;
    let numbered = short && (label.chars().all(|c| c.is_ascii_digit()) || is_letter(label));
    if bullet || numbered { line.len() - rest.len() } else { 0 }
}

fn is_letter(label: &str) -> bool {
    label.len() == 1 && label.chars().all(|c| c.is_ascii_lowercase())
}

fn ends_sentence(line: &str) -> bool {
    let bare = line.trim_end_matches(['"', '”', '’', '\'', ')', '»', ' ']);
    bare.ends_with(['.', '!', '?', '…', ',', ';'])
}

/// Byte ranges of the sentences of a line, without the white space around them.
fn line_sentences(line: &str, forms: &Forms) -> Vec<(usize, usize)> {
    let mut ranges = Vec::new();
    let mut start = 0;
    for (at, c) in line.char_indices().filter(|(_, c)| matches!(c, '.' | '!' | '?' | '…')) {
        let end = after_closers(line, at + c.len_utf8());
        if at >= start && ends_here(line, at, end, forms) {
            ranges.push(trimmed(line, start, end));
            start = end;
        }
    }
    ranges.push(trimmed(line, start, line.len()));
    ranges.retain(|(from, to)| from < to);
    ranges.into_iter().flat_map(|(from, to)| pieces(line, from, to)).collect()
}

/// A text without full stops is cut at white space, so that no sentence costs more than its length allows.
fn pieces(line: &str, mut from: usize, to: usize) -> Vec<(usize, usize)> {
    let mut pieces = Vec::new();
    while to - from > LONGEST_SENTENCE {
        let fits = (from..=from + LONGEST_SENTENCE).rev();
        let limit = fits.into_iter().find(|&at| line.is_char_boundary(at)).unwrap_or(to);
        let space = line[from..limit].rfind(char::is_whitespace).filter(|&at| at > 0);
        let cut = space.map_or(limit, |at| from + at);
        pieces.push(trimmed(line, from, cut));
        from = cut;
    }
    pieces.push(trimmed(line, from, to));
    pieces.retain(|(from, to)| from < to);
    pieces
}

/// Quotation marks and brackets that close after the full stop belong to the sentence.
fn after_closers(line: &str, from: usize) -> usize {
    let closes = |c: char| matches!(c, '"' | '”' | '’' | '\'' | ')' | '»' | ']' | '.' | '!' | '?');
    let rest = &line[from..];
    from + rest.find(|c| !closes(c)).unwrap_or(rest.len())
}

fn ends_here(line: &str, at: usize, end: usize, forms: &Forms) -> bool {
    let rest = &line[end..];
    if rest.is_empty() {
        return true;
    }
    let next = rest.trim_start().chars().next();
    let opens = next.is_some_and(|c| c.is_uppercase() || c.is_numeric() || is_opener(c));
    let abbreviation = || is_abbreviation(line, at, forms) && !begins_anew(line, at, rest, forms);
    rest.starts_with(char::is_whitespace) && opens && !abbreviation()
}

/// "in the U.S. The president": behind an acronym a function word with a capital begins a sentence.
fn begins_anew(line: &str, at: usize, rest: &str, forms: &Forms) -> bool {
    let next = rest.split_whitespace().next().unwrap_or_default();
    is_acronym(word_before(line, at)) && next.len() > 1 && forms.closed(&fold(next)).is_some()
}

fn is_opener(c: char) -> bool {
    matches!(c, '"' | '“' | '‘' | '\'' | '(' | '«' | '[' | '–' | '—' | '-')
        || !c.is_ascii() && !c.is_alphanumeric()
}

/// Whether the full stop at a byte belongs to "Dr.", "H.", "U.S.".
fn is_abbreviation(line: &str, at: usize, forms: &Forms) -> bool {
    if !line[at..].starts_with('.') {
        return false;
    }
    let word = word_before(line, at);
    let initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
    initial || is_acronym(word) || forms.is("abbreviations", &fold(word))
}

fn word_before(line: &str, at: usize) -> &str {
    line[..at].rsplit(|c: char| c.is_whitespace() || matches!(c, '(' | '"' | '“')).next().unwrap_or("")
}

/// "U.S", "J.D": capital letters with a full stop between.
fn is_acronym(word: &str) -> bool {
    let letter = |part: &str| part.chars().count() == 1 && part.chars().all(char::is_uppercase);
    word.contains('.') && word.split('.').all(letter)
}

fn trimmed(line: &str, start: usize, end: usize) -> (usize, usize) {
    let text = &line[start..end];
    let from = start + (text.len() - text.trim_start().len());
    (from, (from + text.trim().len()).max(from))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Upos;
    use crate::ontology::{Grammar, Language, Ontology};

    fn split(text: &str) -> Vec<&str> {
        let lists = [("abbreviations".to_owned(), vec!["dr".to_owned()])].into();
        let words = [(Upos::Det, vec!["the".to_owned()])].into();
        let grammar = Grammar { lists, words, ..Grammar::default() };
        let forms = Forms::build(&Ontology::default(), &Language { grammar, ..Language::default() });
        sentences(text, &forms).into_iter().map(|span| &text[span.start..span.end]).collect()
    }

    #[test]
    fn abbreviations_and_initials_do_not_end_a_sentence() {
        assert_eq!(
            split("Dr. Yu dan Taufan H. Akbar hadir. Mereka pergi."),
            ["Dr. Yu dan Taufan H. Akbar hadir.", "Mereka pergi."]
        );
    }

    #[test]
    fn acronyms_end_a_sentence_before_a_function_word() {
        assert_eq!(
            split("J.D. Vance left the U.S. The U.S. Senate voted."),
            ["J.D. Vance left the U.S.", "The U.S. Senate voted."]
        );
    }

    #[test]
    fn quotations_close_with_their_sentence() {
        assert_eq!(
            split("“Itu salah. Kami tahu.” Ia pergi. “Ya?” tanya Budi."),
            ["“Itu salah.", "Kami tahu.”", "Ia pergi.", "“Ya?” tanya Budi."]
        );
    }

    #[test]
    fn list_markers_are_left_out_and_numbers_stay_whole() {
        assert_eq!(
            split("1. Kerja sama\n- Energi\nNaik 3.5 persen."),
            ["Kerja sama", "Energi", "Naik 3.5 persen."]
        );
    }
}
