//! What reading goes by is written as it is compared, and names twelve months and seven days.

use std::collections::BTreeMap;

use crate::ontology::{Language, Ontology, Problem};
use crate::words::plain;

pub(super) fn problems(ontology: &Ontology) -> Vec<Problem> {
    let of_languages = ontology.languages.values().flat_map(|language| {
        let place = |file: &str, words: &str| {
            ontology.sources.words(&format!("languages/{}/{file}", language.code), words)
        };
        [counts(language, &place), phrases(language, &place), zones(language, &place)].concat()
    });
    of_languages.chain(months(ontology)).collect()
}

/// Where a file of the language holds these words.
type Place<'a> = &'a dyn Fn(&str, &str) -> (String, Option<usize>);

fn counts(language: &Language, place: Place<'_>) -> Vec<Problem> {
    let dates = &language.dates;
    let lists = [("months", dates.months.len(), 12), ("weekdays", dates.weekdays.len(), 7)];
    let wrong = lists.into_iter().filter(|(_, found, wanted)| *found != 0 && found != wanted);
    let problem = |(key, found, wanted): (&str, usize, usize)| {
        let cause = format!("`{key}` has {found} lists of names");
        Problem::new(
            place("dates.toml", key),
            cause,
            format!("give {wanted}, an empty one where you add none"),
        )
    };
    wrong.map(problem).collect()
}

/// Phrases are compared without capitals and signs, so one that is written with them never matches. Only the
/// beginning of a line may end in a space, which says that a word ends there.
fn phrases(language: &Language, place: Place<'_>) -> Vec<Problem> {
    let (boilerplate, bylines) = (&language.boilerplate, &language.bylines);
    let whole = [&boilerplate.lines, &boilerplate.labels, &boilerplate.bare_labels];
    let whole = whole.into_iter().flatten().map(|phrase| ("boilerplate.toml", phrase.as_str(), ""));
    let starts = boilerplate.starts.iter().map(|start| match start.strip_suffix(' ') {
        Some(words) => ("boilerplate.toml", words, " "),
        None => ("boilerplate.toml", start.as_str(), ""),
    });
    let sections = bylines
        .sections
        .values()
        .flatten()
        .chain(&bylines.outlets)
        .map(|name| ("bylines.toml", name.as_str(), ""));
    let published = language.dates.published.iter().map(|word| ("dates.toml", word.as_str(), ""));
    let all = whole.chain(starts).chain(sections).chain(published);
    let problem = |(file, phrase, end): (&str, &str, &str)| {
        let cause = format!("`{phrase}{end}` is never met: texts are compared in lower case, without signs");
        let fix = format!("write `{}{end}`", plain(phrase));
        Problem::new(place(file, &format!("\"{phrase}{end}\"")), cause, fix)
    };
    all.filter(|(_, phrase, _)| plain(phrase) != *phrase).map(problem).collect()
}

fn zones(language: &Language, place: Place<'_>) -> Vec<Problem> {
    let wrong = language.dates.zones.iter().filter(|(_, offset)| !is_offset(offset));
    let problem = |(zone, offset): (&String, &String)| {
        let cause = format!("the offset `{offset}` of `{zone}` cannot be read");
        Problem::new(place("dates.toml", zone), cause, "write it as +07:00")
    };
    wrong.map(problem).collect()
}

fn is_offset(text: &str) -> bool {
    let shape = text.bytes().map(|byte| if byte.is_ascii_digit() { b'0' } else { byte });
    matches!(&shape.collect::<Vec<_>>()[..], b"+00:00" | b"-00:00")
}

/// The months of all languages are read in every text, so a name is one month in all of them.
fn months(ontology: &Ontology) -> Vec<Problem> {
    let mut first: BTreeMap<&str, usize> = BTreeMap::new();
    let mut problems = Vec::new();
    for language in ontology.languages.values() {
        for (month, name) in numbered(&language.dates.months) {
            let known = *first.entry(name).or_insert(month);
            if known != month {
                let file = format!("languages/{}/dates.toml", language.code);
                let place = ontology.sources.words(&file, &format!("\"{name}\""));
                let cause = format!("`{name}` names month {known} and month {month}");
                problems.push(Problem::new(place, cause, "keep it in one of them"));
            }
        }
    }
    problems
}

fn numbered(months: &[Vec<String>]) -> impl Iterator<Item = (usize, &str)> {
    months.iter().zip(1..).flat_map(|(names, month)| names.iter().map(move |name| (month, name.as_str())))
}

#[cfg(test)]
mod tests {
    use crate::ontology::samples::messages;

    #[test]
    fn a_phrase_is_written_as_it_is_compared() {
        let boilerplate =
            "lines = [\"iklan\"]\nlabels = [\"Baca juga:\"]\nstarts = [\"hak cipta ©\", \"bagi di \"]\n";
        assert_eq!(
            messages(&[("languages/id/boilerplate.toml", boilerplate)]),
            [
                "languages/id/boilerplate.toml:2: `Baca juga:` is never met: texts are compared in lower case, \
              without signs (write `baca juga`)"
            ]
        );
    }

    #[test]
    fn a_calendar_has_twelve_months_each_of_its_own_name() {
        let short = messages(&[("languages/id/dates.toml", "order = \"unknown\"\nmonths = [[\"jan\"]]\n")]);
        assert_eq!(
            short,
            [
                "languages/id/dates.toml:2: `months` has 1 lists of names (give 12, an empty one where you add none)"
            ]
        );
        let months = format!("months = [[\"jan\"], [\"jan\"]{}]\n", ", []".repeat(10));
        assert_eq!(
            messages(&[("languages/id/dates.toml", &months)]),
            ["languages/id/dates.toml:1: `jan` names month 1 and month 2 (keep it in one of them)"]
        );
    }

    #[test]
    fn an_offset_has_hours_and_minutes() {
        let zones = "zones = { WIB = \"+07:00\", WITA = \"+8\" }\n";
        assert_eq!(
            messages(&[("languages/id/dates.toml", zones)]),
            ["languages/id/dates.toml:1: the offset `+8` of `WITA` cannot be read (write it as +07:00)"]
        );
    }
}
