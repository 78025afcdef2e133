//! Who published a text, as its first lines say.

use super::Rules;
use super::dates::Found;
use super::normalize::prefix;
use crate::words::plain;

/// A dateline ("Jakarta, ANTARA –") ends within this many bytes.
const LONGEST_DATELINE: usize = 80;
/// A publisher's name has no more words than this.
const MOST_WORDS: usize = 5;

/// The publisher that a dateline names ("Jakarta, ANTARA –", "MOSKOW (Reuters) -", "KABARKITA.com –"), that stands beside
/// a date ("Kabar Kita, 10 Januari 2026"), or behind the author ("Oleh Rani Wibowo, Kabar Kita").
pub(super) fn of(line: &str, language: Option<&str>, rules: &Rules<'_>) -> Option<String> {
    let date = rules.calendar.find(line, language);
    let undated = date.as_ref().map_or(line, |date| &line[..date.range.start]);
    of_dateline(line, language, rules)
        .or_else(|| beside(line, date.as_ref()?, rules))
        .or_else(|| behind_author(undated, rules))
        .map(str::to_owned)
}

/// What stands before the dash that opens a report.
pub(super) fn dateline(line: &str) -> Option<&str> {
    let start = prefix(line, LONGEST_DATELINE);
    let dash = [" – ", " — ", " - ", "– ", "— ", " -- "].iter().filter_map(|dash| start.find(dash)).min()?;
    Some(&start[..dash])
}

/// A known agency or a domain in a dateline; after a date, whatever name stands in brackets.
fn of_dateline<'a>(line: &'a str, language: Option<&str>, rules: &Rules<'_>) -> Option<&'a str> {
    let dateline = dateline(line)?;
    let mut parts = dateline.split([',', '(', ')', '|']).map(str::trim);
    parts.find(|part| is_agency(part, rules) || is_domain(part)).or_else(|| {
        let after = dateline[rules.calendar.find(dateline, language)?.range.end..].trim();
        let name = after.strip_prefix('(')?.strip_suffix(')')?;
        is_name(name).then_some(name)
    })
}

/// The publisher's name that is all there is in a line beside its date.
pub(super) fn beside<'a>(line: &'a str, date: &Found, rules: &Rules<'_>) -> Option<&'a str> {
    let (before, after) = (&line[..date.range.start], &line[date.range.end..]);
    let trimmed = |part: &'a str| part.trim_matches(|c: char| c.is_whitespace() || ",-–—|/•·()".contains(c));
    match (trimmed(before), trimmed(after)) {
        (name, "") | ("", name) if is_outlet(name, rules) => Some(name),
        _ => None,
    }
}

fn behind_author<'a>(line: &'a str, rules: &Rules<'_>) -> Option<&'a str> {
    let (author, name) = line.trim_end_matches([',', ' ']).rsplit_once(',')?;
    let name = name.split(['|', '(', '–', '—']).next()?;
    let mut prefixes = rules.bylines().flat_map(|bylines| &bylines.authors);
    let (author, name) = (plain(author), name.trim());
    let told = prefixes.any(|prefix| author.strip_prefix(prefix).is_some_and(|rest| rest.starts_with(' ')));
    (told && is_outlet(name, rules)).then_some(name)
}

/// The name of an agency or a domain, or one with a word that publishers' names have ("The Strait Ledger").
pub(super) fn is_outlet(name: &str, rules: &Rules<'_>) -> bool {
    let has_word = || {
        let words = plain(name);
        let mut outlets = rules.bylines().flat_map(|bylines| &bylines.outlets);
        outlets.any(|outlet| words.split(' ').any(|word| word == outlet))
    };
    is_agency(name, rules) || is_domain(name) || name.contains(' ') && is_name(name) && has_word()
}

/// A few words with capital letters and nothing between them.
fn is_name(text: &str) -> bool {
    !text.contains(',')
        && text.split(' ').count() <= MOST_WORDS
        && text.split(' ').all(|word| word.starts_with(char::is_uppercase))
}

fn is_agency(name: &str, rules: &Rules<'_>) -> bool {
    rules.bylines().any(|bylines| bylines.agencies.iter().any(|agency| agency == name))
}

fn is_domain(name: &str) -> bool {
    let (Some(dot), false) = (name.rfind('.'), name.contains(' ')) else { return false };
    let (host, end) = (&name[..dot], &name[dot + 1..]);
    host.len() >= 3
        && (2..=4).contains(&end.len())
        && name.chars().all(|c| c.is_ascii_alphanumeric() || ".-".contains(c))
        && end.chars().all(|c| c.is_ascii_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn publishers_are_named_in_datelines_beside_dates_and_behind_authors() {
        let rules = Rules::shipped();
        for (line, publisher) in [
            ("Kabar Kita, 8 November 2025", Some("Kabar Kita")),
            ("8 November 2025 | The Borduria Times", Some("The Borduria Times")),
            ("Szohôd, 8 November 2025 (Bordurian Wire) – Dua menteri bertemu.", Some("Bordurian Wire")),
            ("Szohôd (Dua Menteri) – Mereka bertemu.", None),
            ("By Rani Wibowo, The Borduria Times", Some("The Borduria Times")),
            ("Oleh Rani Wibowo, Kabar Kita | 8 November 2025", Some("Kabar Kita")),
            ("Oleh Rani Wibowo, Kabar Kita, 8 November 2025", Some("Kabar Kita")),
            ("Rani Wibowo, The Borduria Times", None),
            ("By Rani Wibowo, Borduria", None),
            ("Rani Wibowo, 8 November 2025", None),
            ("Kabar dari Borduria, 8 November 2025", None),
            ("Kabar Kita", None),
        ] {
            assert_eq!(of(line, Some("id"), &rules).as_deref(), publisher, "{line}");
        }
    }
}
