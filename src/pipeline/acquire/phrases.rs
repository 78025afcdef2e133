//! The phrases that this stage goes by, from `ontology/languages`; the schema stands in the Indonesian files.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::model::Genre;

/// `boilerplate.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Boilerplate {
    pub lines: Vec<String>,
    pub starts: Vec<String>,
    pub labels: Vec<String>,
    pub bare_labels: Vec<String>,
}

/// `dates.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Dates {
    pub months: Vec<Vec<String>>,
    pub weekdays: Vec<Vec<String>>,
    pub before_time: Vec<String>,
    pub published: Vec<String>,
    pub zones: BTreeMap<String, String>,
    pub order: Order,
}

/// Order of day and month in a date of numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Order {
    DayMonth,
    MonthDay,
    Unknown,
}

/// `bylines.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Bylines {
    pub authors: Vec<String>,
    pub agencies: Vec<String>,
    pub sections: BTreeMap<Genre, Vec<String>>,
}

/// The phrases of one language.
#[derive(Debug)]
pub(super) struct Phrases {
    /// ISO 639-1.
    pub code: &'static str,
    pub boilerplate: Boilerplate,
    pub dates: Dates,
    pub bylines: Bylines,
}

macro_rules! shipped {
    ($code:literal, $file:literal) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/ontology/languages/", $code, "/", $file))
    };
}

macro_rules! phrases {
    ($code:literal) => {
        Phrases {
            code: $code,
            boilerplate: parse($code, shipped!($code, "boilerplate.toml")),
            dates: parse($code, shipped!($code, "dates.toml")),
            bylines: parse($code, shipped!($code, "bylines.toml")),
        }
    };
}

/// Every language that the program knows phrases of.
pub(super) static LANGUAGES: LazyLock<Vec<Phrases>> = LazyLock::new(|| vec![phrases!("id"), phrases!("en")]);

/// ISO 639-3 → ISO 639-1.
pub(super) static CODES: LazyLock<BTreeMap<String, String>> =
    LazyLock::new(|| parse("codes", include_str!("../../../ontology/languages/codes.toml")));

/// The files are compiled in, so a mistake in one is the build's and not the user's: the tests load them all.
fn parse<T: DeserializeOwned>(code: &str, text: &str) -> T {
    toml::from_str(text).unwrap_or_else(|error| panic!("ontology/languages/{code}: {error}"))
}

/// Words in lower case with one space between them; letters, digits and © are kept, all else separates.
pub(super) fn words(text: &str) -> String {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_are_written_as_they_are_compared() {
        for language in LANGUAGES.iter() {
            let Boilerplate { lines, labels, bare_labels, .. } = &language.boilerplate;
            for phrase in lines.iter().chain(labels).chain(bare_labels) {
                assert_eq!(&words(phrase), phrase, "{}", language.code);
            }
            for section in language.bylines.sections.values().flatten() {
                assert_eq!(&words(section), section, "{}", language.code);
            }
            assert_eq!((language.dates.months.len(), language.dates.weekdays.len()), (12, 7));
        }
    }

    #[test]
    fn words_are_compared_without_case_and_marks() {
        assert_eq!(words("  Required fields are marked * "), "required fields are marked");
        assert_eq!(words("© 2025 Kabar-Kita"), "© 2025 kabar kita");
    }
}
