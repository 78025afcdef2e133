//! Dates as Indonesian and English pages write them.

use std::collections::BTreeMap;
use std::ops::Range;

use regex::{Captures, Regex, RegexBuilder};

use crate::model::PartialDate;
use crate::ontology::{Dates, Language, Order};
use crate::words::plain;

/// A field holds at most this many words beside its date ("Terbit:", "Saturday").
const MOST_OTHER_WORDS: usize = 3;
/// A longer field (in bytes) is no date.
const LONGEST_FIELD: usize = 200;

/// A date in a text: at least a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    pub date: PartialDate,
    /// Bytes of the date with its weekday and time.
    pub range: Range<usize>,
}

/// The dates of all languages together.
pub(super) struct Calendar<'a> {
    /// Names in lower case → 1 … 12.
    months: BTreeMap<String, u32>,
    /// Language → what two numbers mean in it.
    orders: BTreeMap<&'a str, Order>,
    dates: Vec<&'a Dates>,
    date: Regex,
}

impl<'a> Calendar<'a> {
    /// The calendar that the languages make.
    pub fn new(languages: &'a BTreeMap<String, Language>) -> Self {
        let dates: Vec<&Dates> = languages.values().map(|language| &language.dates).collect();
        let numbered = dates.iter().flat_map(|dates| dates.months.iter().zip(1..));
        let months =
            numbered.flat_map(|(names, number)| names.iter().map(move |name| (name.to_lowercase(), number)));
        let orders = languages.iter().filter_map(|(code, language)| Some((&**code, language.dates.order?)));
        Self { months: months.collect(), orders: orders.collect(), date: pattern(&dates), dates }
    }

    /// The first date in a text. `language` decides what 8/7/2025 means; what it leaves open is not read.
    pub fn find(&self, text: &str, language: Option<&str>) -> Option<Found> {
        self.date.captures_iter(text).find_map(|captures| {
            let date = self.date_of(&captures, language)?;
            let range = captures.get(0)?.range();
            Some(Found { date, range })
        })
    }

    /// The date that a field holds: a day or time in any form, a month ("Januari 2026", 2026-01) or a year.
    pub fn read(&self, field: &str, language: Option<&str>) -> Option<PartialDate> {
        let field = field.trim();
        if field.len() > LONGEST_FIELD {
            return None;
        }
        if let Some(found) = self.find(field, language) {
            let others = [&field[..found.range.start], &field[found.range.end..]].map(plain);
            let count = others.iter().flat_map(|words| words.split_whitespace()).count();
            return (count <= MOST_OTHER_WORDS).then_some(found.date);
        }
        self.month(field).or_else(|| field.parse().ok())
    }

    /// The text holds a word that stands beside dates of publication.
    pub fn tells_publication(&self, text: &str) -> bool {
        let words = format!(" {} ", plain(text));
        let mut told = self.dates.iter().flat_map(|dates| &dates.published);
        told.any(|word| words.contains(&format!(" {word} ")))
    }

    fn month(&self, field: &str) -> Option<PartialDate> {
        let words = plain(field);
        let (name, year) = words.split_once(' ')?;
        let month = self.months.get(name)?;
        format!("{}-{month:02}", year.parse::<u16>().ok()?).parse().ok()
    }

    fn date_of(&self, captures: &Captures<'_>, language: Option<&str>) -> Option<PartialDate> {
        let (year, month, day) = self.day_of(captures, language)?;
        let day = format!("{year:04}-{month:02}-{day:02}");
        let time = self.time_of(captures).and_then(|time| format!("{day}T{time}").parse().ok());
        time.or_else(|| day.parse().ok())
    }

    fn day_of(&self, captures: &Captures<'_>, language: Option<&str>) -> Option<(u32, u32, u32)> {
        let number = |name: &str| captures.name(name)?.as_str().parse::<u32>().ok();
        let named = |name: &str| self.months.get(&captures.name(name)?.as_str().to_lowercase()).copied();
        if let (Some(year), Some(month), Some(day)) = (number("y1"), number("m1"), number("d1")) {
            Some((year, month, day))
        } else if let (Some(day), Some(month), Some(year)) = (number("d2"), named("m2"), number("y2")) {
            Some((year, month, day))
        } else if let (Some(month), Some(day), Some(year)) = (named("m3"), number("d3"), number("y3")) {
            Some((year, month, day))
        } else {
            let (day, month) = self.ordered(number("a4")?, number("b4")?, language)?;
            Some((number("y4")?, month, day))
        }
    }

    /// Day and month of two numbers, if it is certain which is which.
    fn ordered(&self, a: u32, b: u32, language: Option<&str>) -> Option<(u32, u32)> {
        let order = language.and_then(|language| self.orders.get(language));
        match order.copied().unwrap_or(Order::Unknown) {
            _ if a > 12 || a == b => Some((a, b)),
            _ if b > 12 => Some((b, a)),
            Order::DayMonth => Some((a, b)),
            Order::MonthDay => Some((b, a)),
            Order::Unknown => None,
        }
    }

    /// Time of the day in ISO 8601, with the offset if a zone is given.
    fn time_of(&self, captures: &Captures<'_>) -> Option<String> {
        let number = |name: &str| captures.name(name)?.as_str().parse::<u32>().ok();
        let (hour, minute, second) = (number("h")?, number("min")?, number("s").unwrap_or(0));
        let hour = match captures.name("half").map(|half| half.as_str().to_lowercase()) {
            Some(_) if hour > 12 => return None,
            Some(half) if half.starts_with('p') => hour % 12 + 12,
            Some(_) => hour % 12,
            None => hour,
        };
        let zone = captures.name("zone").map_or(String::new(), |zone| self.offset(zone.as_str()));
        Some(format!("{hour:02}:{minute:02}:{second:02}{zone}"))
    }

    fn offset(&self, zone: &str) -> String {
        let zone = zone.to_uppercase();
        if let Some((sign, digits)) = zone.split_at_checked(1).filter(|(sign, _)| matches!(*sign, "+" | "-"))
        {
            let digits = digits.replace(':', "");
            return format!("{sign}{}:{}", &digits[..2], &digits[2..]);
        }
        let known = self.dates.iter().find_map(|dates| dates.zones.get(&zone));
        known.cloned().unwrap_or(zone)
    }
}

/// Finds a date with its weekday and time.
fn pattern(dates: &[&Dates]) -> Regex {
    let month = alternatives(dates.iter().flat_map(|dates| dates.months.iter().flatten()));
    let weekday = alternatives(dates.iter().flat_map(|dates| dates.weekdays.iter().flatten()));
    let before = alternatives(dates.iter().flat_map(|dates| &dates.before_time));
    let zones = alternatives(dates.iter().flat_map(|dates| dates.zones.keys()));
    let ordinal = "(?:st|nd|rd|th)?";
    let days = [
        r"(?<y1>[0-9]{4})[-/.](?<m1>[0-9]{1,2})[-/.](?<d1>[0-9]{1,2})".to_owned(),
        format!(r"(?<d2>[0-9]{{1,2}}){ordinal}[\s./-]+(?:of\s)?(?<m2>{month})[\s.,/-]+(?<y2>[0-9]{{4}})"),
        format!(r"(?<m3>{month})\.?\s+(?<d3>[0-9]{{1,2}}){ordinal},?\s+(?<y3>[0-9]{{4}})"),
        r"(?<a4>[0-9]{1,2})[/.-](?<b4>[0-9]{1,2})[/.-](?<y4>[0-9]{4})".to_owned(),
    ];
    let time = format!(
        r"(?:T|[\s,|·•()/–—-]*(?:(?:{before})\s+)?)(?<h>[0-9]{{1,2}})[:.](?<min>[0-9]{{2}})(?:[:.](?<s>[0-9]{{2}})(?:\.[0-9]+)?)?(?:\s*(?<half>[ap]\.?m(?-u:\b)\.?))?(?:\s*(?<zone>Z|[+-][0-9]{{2}}:?[0-9]{{2}}|{zones})(?-u:\b))?"
    );
    let pattern = format!(
        r"(?i)(?-u:\b)(?:(?:{weekday})(?-u:\b)[\s.,(]*)?(?:{})(?:{time}|(?-u:\b))\)?",
        days.join("|")
    );
    // Names are escaped and may be as many as a user writes, so that nothing is left that could fail.
    let built = RegexBuilder::new(&pattern).size_limit(usize::MAX).build();
    built.unwrap_or_else(|error| panic!("{error}"))
}

fn alternatives<'a>(names: impl Iterator<Item = &'a String>) -> String {
    let mut names: Vec<_> = names.map(|name| regex::escape(name)).collect();
    names.sort_by(|a, b| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
    names.dedup(); // languages share names
    names.join("|")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ontology::Ontology;

    fn calendar() -> Calendar<'static> {
        Calendar::new(&Ontology::shipped().languages)
    }

    fn found(text: &str, language: &str) -> Option<String> {
        calendar().find(text, Some(language)).map(|found| found.date.to_string())
    }

    #[test]
    fn forms_of_both_languages() {
        for (text, date) in [
            ("Selasa (8/7/2025)", "2025-07-08"),
            ("10 Januari 2026 14:15 WIB", "2026-01-10T14:15:00+07:00"),
            ("Sabtu, 10 Jan 2026 pukul 14.15 WITA", "2026-01-10T14:15:00+08:00"),
            ("Kompas.com - 10/01/2026, 14:15 WIB", "2026-01-10T14:15:00+07:00"),
            ("Jumat, 5 Agustus 2022", "2022-08-05"),
            ("Saturday, 10 January 2026 | 02:15 PM", "2026-01-10T14:15:00"),
            ("Jan 10, 2026", "2026-01-10"),
            ("Updated 12:05 a.m. on Jan. 10th, 2026", "2026-01-10"),
            ("January 10, 2026 12:05 a.m. GMT", "2026-01-10T00:05:00+00:00"),
            ("Sat, 10 Jan 2026 14:15:30 +0700", "2026-01-10T14:15:30+07:00"),
            ("2026-01-10T14:15:30.250Z", "2026-01-10T14:15:30Z"),
            ("2026-01-10 14:15", "2026-01-10T14:15:00"),
            ("2026/01/10", "2026-01-10"),
            ("31.12.2025", "2025-12-31"),
        ] {
            assert_eq!(found(text, "id").as_deref(), Some(date), "{text}");
        }
    }

    #[test]
    fn what_is_uncertain_or_no_date_is_not_read() {
        assert_eq!(found("8/7/2025", "en"), None);
        assert_eq!(found("8/20/2025", "en").as_deref(), Some("2025-08-20"));
        for text in
            ["31 Februari 2026", "40/40/2026", "10 Januari", "resolusi 2375/2017", "mei 2026", "1.234.5678"]
        {
            assert_eq!(found(text, "id"), None, "{text}");
        }
        assert_eq!(found("2026-01-10 99:99", "id").as_deref(), Some("2026-01-10"));
    }

    #[test]
    fn fields_may_be_less_precise() {
        for (field, date) in
            [("Januari 2026", "2026-01"), ("2026", "2026"), ("2026-01", "2026-01"), (" May 2025 ", "2025-05")]
        {
            assert_eq!(
                calendar().read(field, Some("id")).map(|date| date.to_string()).as_deref(),
                Some(date)
            );
        }
        for field in ["", "kemarin", "1768032900", "rapat pada tanggal 10 Januari 2026 di gedung itu"] {
            assert_eq!(calendar().read(field, Some("id")), None, "{field}");
        }
    }

    #[test]
    fn the_range_covers_weekday_and_time() {
        let text = "Rani - Saturday, 10 January 2026 | 02:15 PM";
        assert_eq!(&text[calendar().find(text, None).unwrap().range], "Saturday, 10 January 2026 | 02:15 PM");
    }
}
