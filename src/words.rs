//! Text → words, in the one way that the analysis and the index of names agree on.

use unicode_normalization::UnicodeNormalization;

/// A word or a mark of punctuation: a slice of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word<'a> {
    /// First byte in the text.
    pub start: usize,
    /// The word as it stands.
    pub text: &'a str,
}

impl Word<'_> {
    /// Byte after the word.
    pub fn end(&self) -> usize {
        self.start + self.text.len()
    }
}

/// The words of a text, in order: letters and digits with the marks that belong inside a word
/// ("Jong-un", "U.S.", "3,5"), and every other visible character by itself.
///
/// A hyphen parts a word only before a capital letter ("Rusia-Ukraina", "anti-Barat"), unless both
/// sides are the same word ("Negara-Negara"). Linear in the text.
pub fn words(text: &str) -> Vec<Word<'_>> {
    let mut words = Vec::with_capacity(text.len() / 6);
    let mut rest = text.char_indices().peekable();
    while let Some(&(start, c)) = rest.peek() {
        rest.next();
        if c.is_whitespace() {
            continue;
        }
        if !c.is_alphanumeric() {
            words.push(Word { start, text: &text[start..start + c.len_utf8()] });
            continue;
        }
        let end = word_end(text, start);
        while rest.next_if(|&(at, _)| at < end).is_some() {}
        split_compound(Word { start, text: &text[start..end] }, &mut words);
    }
    words
}

/// Lower case in composed form, the form that words are compared in.
pub fn fold(word: &str) -> String {
    if word.is_ascii() { word.to_ascii_lowercase() } else { word.to_lowercase().nfc().collect() }
}

/// Words in lower case with one space between them, the form that headings and other short lines are compared
/// in: letters, digits and © are kept, all else separates.
pub fn plain(text: &str) -> String {
    let mut words = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_alphanumeric() || c == '©' {
            words.extend(c.to_lowercase());
        } else if !words.is_empty() && !words.ends_with(' ') {
            words.push(' ');
        }
    }
    words.truncate(words.trim_end().len());
    words
}

fn word_end(text: &str, start: usize) -> usize {
    let acronym = acronym_length(&text[start..]);
    if acronym > 0 {
        return start + acronym;
    }
    let mut end = start;
    let mut chars = text[start..].char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|&(_, next)| next);
        if is_hyphen(c) && acronym_length(&text[start + at + c.len_utf8()..]) > 0 {
            break;
        }
        if c.is_alphanumeric() || is_mark(c) || joins(text[start..start + at].chars().next_back(), c, next) {
            end = start + at + c.len_utf8();
        } else {
            break;
        }
    }
    end
}

/// Bytes of "U.S.", "J.D." at the beginning of a text: capital letters with a full stop after each; else 0.
fn acronym_length(text: &str) -> usize {
    let mut chars = text.char_indices();
    let (mut length, mut letters) = (0, 0);
    while let (Some((_, letter)), Some((dot, '.'))) = (chars.next(), chars.next()) {
        if !letter.is_uppercase() {
            break;
        }
        (length, letters) = (dot + 1, letters + 1);
    }
    if letters > 1 { length } else { 0 }
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

/// Combining marks belong to the letter before them.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

fn joins(before: Option<char>, c: char, after: Option<char>) -> bool {
    let (Some(before), Some(after)) = (before, after) else { return false };
    match c {
        _ if is_hyphen(c) => before.is_alphanumeric() && after.is_alphanumeric(),
        '\'' | '’' => before.is_alphabetic() && after.is_alphabetic(),
        '.' | ',' | ':' => before.is_ascii_digit() && after.is_ascii_digit(),
        '/' => before.is_ascii_digit() && after.is_ascii_digit(),
        _ => false,
    }
}

fn split_compound<'a>(word: Word<'a>, words: &mut Vec<Word<'a>>) {
    let mut start = 0;
    for (at, hyphen) in word.text.match_indices(['-', '\u{2010}', '\u{2011}']) {
        let (left, right) = (&word.text[start..at], &word.text[at + hyphen.len()..]);
        if parts(left, right) {
            words.push(Word { start: word.start + start, text: left });
            words.push(Word { start: word.start + at, text: &word.text[at..at + hyphen.len()] });
            start = at + hyphen.len();
        }
    }
    words.push(Word { start: word.start + start, text: &word.text[start..] });
}

/// Whether a hyphen between the two sides stands between two words.
fn parts(left: &str, right: &str) -> bool {
    let next = right.split(['-', '\u{2010}', '\u{2011}']).next().unwrap_or(right);
    let letters = left.chars().all(char::is_alphabetic);
    letters && right.starts_with(char::is_uppercase) && fold(left) != fold(next)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<&str> {
        words(text).into_iter().map(|word| word.text).collect()
    }

    #[test]
    fn hyphens_part_names_but_not_words() {
        assert_eq!(split("perang Rusia-Ukraina"), ["perang", "Rusia", "-", "Ukraina"]);
        assert_eq!(split("poros anti-Barat"), ["poros", "anti", "-", "Barat"]);
        assert_eq!(split("negara-negara Negara-Negara"), ["negara-negara", "Negara-Negara"]);
        assert_eq!(split("Kang Shin-hwa"), ["Kang", "Shin-hwa"]);
        assert_eq!(split("KRI Banjarmasin-592"), ["KRI", "Banjarmasin-592"]);
    }

    #[test]
    fn numbers_and_marks() {
        assert_eq!(split("naik 3,5 persen (28/3)."), ["naik", "3,5", "persen", "(", "28/3", ")", "."]);
        assert_eq!(split("“Kami”, kata Ma'ruf"), ["“", "Kami", "”", ",", "kata", "Ma'ruf"]);
    }

    #[test]
    fn acronyms_keep_their_full_stops() {
        assert_eq!(
            split("the U.S. and anti-U.K. J.D. Vance"),
            ["the", "U.S.", "and", "anti", "-", "U.K.", "J.D.", "Vance"]
        );
        assert_eq!(split("Taufan H. Akbar"), ["Taufan", "H", ".", "Akbar"]);
    }

    #[test]
    fn words_slice_the_text() {
        let text = "Erdoğan–Putin: 🤝 ใช่ 3.000";
        for word in words(text) {
            assert_eq!(&text[word.start..word.end()], word.text);
        }
    }
}
