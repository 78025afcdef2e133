//! What the first lines of a text say of it: title, date, author, publisher, genre.

use super::Rules;
use super::dates::Found;
use super::publisher::{self, dateline};
use crate::model::{Document, Genre, PartialDate};
use crate::words::plain;

/// The lines that are looked at.
const HEAD: usize = 10;
/// A line with more words is no headline and no byline.
const LONGEST_HEADING: usize = 30;
/// A byline holds at most this many words beside its date.
const MOST_BYLINE_WORDS: usize = 3;
/// A byline is not longer than this, in bytes.
const LONGEST_BYLINE: usize = 200;

/// Fills the fields that are not known yet from the first lines of the text.
pub(super) fn describe(document: &mut Document, rules: &Rules<'_>) {
    let head: Vec<&str> = document.text.split('\n').take(HEAD).collect();
    let language = document.language.as_deref();
    let title = document.title.take().or_else(|| title(&head, language, rules));
    let published = document.published.take().or_else(|| published(&head, title.as_deref(), language, rules));
    let author =
        document.author.take().or_else(|| head.iter().find_map(|line| author(line, language, rules)));
    let publisher = document
        .publisher
        .take()
        .or_else(|| head.iter().find_map(|line| publisher::of(line, language, rules)));
    let genre = document.genre.or_else(|| head.iter().find_map(|line| section(line, rules)));
    *document = Document { title, published, author, publisher, genre, ..std::mem::take(document) };
}

/// The genre that a section's name tells: the whole text, or what stands before a colon or bar in it.
pub(super) fn section(text: &str, rules: &Rules<'_>) -> Option<Genre> {
    let before = text.split_once([':', '|']).map(|(before, _)| before);
    [Some(text), before]
        .into_iter()
        .flatten()
        .filter(|name| name.len() < 60)
        .find_map(|name| genre_of_section(name, rules))
}

fn genre_of_section(name: &str, rules: &Rules<'_>) -> Option<Genre> {
    let name = plain(name);
    let sections = rules.bylines().flat_map(|bylines| &bylines.sections);
    sections.filter(|(_, names)| names.contains(&name)).map(|(genre, _)| *genre).next()
}

/// The first line before the running text that reads like a headline; a shorter one only if there is no other.
fn title(head: &[&str], language: Option<&str>, rules: &Rules<'_>) -> Option<String> {
    let body = head.iter().position(|line| is_body(line))?;
    let is_byline =
        |line: &str| rules.calendar.find(line, language).is_some() || author(line, language, rules).is_some();
    let headings =
        || head[..body].iter().filter(|line| genre_of_section(line, rules).is_none() && !is_byline(line));
    let long = headings().find(|line| line.split(' ').count() >= 3);
    long.or_else(|| headings().next_back()).map(|line| (*line).to_owned())
}

fn is_body(line: &str) -> bool {
    let count = line.split(' ').count();
    count > LONGEST_HEADING || count > 8 && line.ends_with(['.', '!', '?', '”', '"'])
}

/// The date of a line that is little more than that, or of a dateline ("Jakarta, 8 Juli 2025 –"). A date in a headline, a
/// caption or a sentence is that of something else.
fn published(
    head: &[&str],
    title: Option<&str>,
    language: Option<&str>,
    rules: &Rules<'_>,
) -> Option<PartialDate> {
    let lines = head.iter().filter(|line| Some(**line) != title);
    lines.copied().find_map(|line| {
        let dateline = if is_body(line) { Some(dateline(line)?) } else { None };
        let line = dateline.unwrap_or(line);
        let found = rules.calendar.find(line, language)?;
        let told = stands_apart(line, &found, dateline.is_some())
            || publisher::beside(line, &found, rules).is_some()
            || rules.calendar.tells_publication(line)
            || author(line, language, rules).is_some();
        told.then_some(found.date)
    })
}

/// Few words stand beside the date, parted from it: "Rani - Sabtu, 10 Januari 2026". But for datelines, a date without a
/// time after a comma is a caption's, unless a single word stands before it ("Jakarta, 10 Januari 2026"). In a dateline the
/// place and a publisher in brackets may be long.
fn stands_apart(line: &str, found: &Found, dateline: bool) -> bool {
    let (before, after) = (line[..found.range.start].trim_end(), line[found.range.end..].trim_start());
    let others = plain(&format!("{before} {after}")).split_whitespace().count();
    let joined = before.ends_with(char::is_alphanumeric) || after.starts_with(char::is_alphanumeric);
    let timed = found.date.day() != Some(found.date.as_str());
    let caption = before.ends_with(',') && !timed && !dateline;
    let opens = dateline && before.ends_with(',') && (after.is_empty() || after.starts_with('('));
    !joined && (opens || others <= if caption { 1 } else { MOST_BYLINE_WORDS })
}

/// "Oleh: Rani Wibowo", "By Rani Wibowo", with a date after it or not.
fn author(line: &str, language: Option<&str>, rules: &Rules<'_>) -> Option<String> {
    if line.len() > LONGEST_BYLINE {
        return None;
    }
    let line = rules.calendar.find(line, language).map_or(line, |found| &line[..found.range.start]);
    let line = line
        .rsplit_once(',')
        .filter(|(_, end)| publisher::is_outlet(end.trim(), rules))
        .map_or(line, |cut| cut.0);
    let prefixes = rules.bylines().flat_map(|bylines| &bylines.authors);
    let name = prefixes.filter_map(|prefix| after_prefix(line, prefix)).min_by_key(|name| name.len())?;
    let name = name.split([',', '|', '(', '–', '—']).next()?.trim_end_matches([' ', '-', '.', '/']).trim();
    let is_name = |word: &str| word.starts_with(char::is_uppercase);
    let count = name.split(' ').count();
    ((1..=5).contains(&count) && name.split(' ').all(is_name)).then(|| name.to_owned())
}

/// What follows a prefix and a colon; without a colon, a line of at most four more words.
fn after_prefix<'a>(line: &'a str, prefix: &str) -> Option<&'a str> {
    let (start, rest) = line.split_at_checked(prefix.len())?;
    if start.to_lowercase() != prefix.to_lowercase() {
        return None;
    }
    match rest.trim_start().strip_prefix(':') {
        Some(name) => Some(name.trim()),
        None => (rest.starts_with(' ') && rest.split_whitespace().count() <= 4).then(|| rest.trim()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn describe(document: &mut Document) {
        super::describe(document, &Rules::shipped());
    }

    const BODY: &str = "Menteri luar negeri kedua negara bertemu untuk membahas kerja sama di bidang energi.";

    fn described(head: &str) -> Document {
        let text = format!("{head}\n{BODY}");
        let mut document = Document { text, language: Some("id".into()), ..Document::default() };
        describe(&mut document);
        document
    }

    #[test]
    fn the_lines_above_the_text_are_read() {
        let document = described(
            "Kabar\nOpini\nKawan Lama di Ujung Timur\nOleh: Rani Wibowo\nSabtu, 10 Januari 2026 | 14:15 WIB",
        );
        assert_eq!(document.title.as_deref(), Some("Kawan Lama di Ujung Timur"));
        assert_eq!(document.author.as_deref(), Some("Rani Wibowo"));
        assert_eq!(document.published.unwrap().as_str(), "2026-01-10T14:15:00+07:00");
        assert_eq!(document.genre, Some(Genre::Opinion));
        assert_eq!(document.publisher, None);
    }

    #[test]
    fn datelines_tell_publisher_and_date() {
        for (dateline, publisher, day) in [
            ("Jakarta, IDM – ", Some("IDM"), None),
            ("MOSKOW (Reuters) - ", Some("Reuters"), None),
            ("KABARKITA.com, 8/7/2025 – ", Some("KABARKITA.com"), Some("2025-07-08")),
            (
                "SHARM EL-SHEIKH, 14 Oktober 2025 (Kantor Berita Kita) – ",
                Some("Kantor Berita Kita"),
                Some("2025-10-14"),
            ),
            ("BRUSSELS, March 7, 2025 (The Strait Ledger) - ", Some("The Strait Ledger"), Some("2025-03-07")),
            ("New York, USA – ", None, None),
            ("Washington, D.C. – ", None, None),
        ] {
            let mut document = Document {
                text: format!("{dateline}{BODY}"),
                language: Some("id".into()),
                ..Document::default()
            };
            describe(&mut document);
            assert_eq!(document.publisher.as_deref(), publisher, "{dateline}");
            assert_eq!(document.published.as_ref().map(|date| date.as_str()), day, "{dateline}");
        }
    }

    #[test]
    fn a_line_of_publisher_and_date_tells_both() {
        let document = described("Kawan Lama di Ujung Timur\nKabar Kita, 8 November 2025");
        assert_eq!(document.published.unwrap().as_str(), "2025-11-08");
        assert_eq!(document.publisher.as_deref(), Some("Kabar Kita"));
        let document = described("Kawan Lama di Ujung Timur\nOleh Rani Wibowo Putri Sari, Kabar Kita");
        assert_eq!(document.author.as_deref(), Some("Rani Wibowo Putri Sari"));
        assert_eq!(document.publisher.as_deref(), Some("Kabar Kita"));
    }

    #[test]
    fn a_date_of_something_else_is_no_publication() {
        for head in [
            "Perang 10 Januari 2026 dalam Gambar",
            "Judul Berita Ini\nVladimir Putin, 12 September 2023",
            "Invasi Rusia 24 Februari 2022",
            "Judul Berita Ini\nKim bertemu Putin di Vladivostok, 12 September 2023 (KCNA)",
        ] {
            assert_eq!(described(head).published, None, "{head}");
        }
        let mut document = Document {
            text: format!("{BODY}\nHal itu disampaikan Selasa (8/7/2025)."),
            ..Document::default()
        };
        describe(&mut document);
        assert_eq!((document.published, document.title), (None, None));
    }
}
