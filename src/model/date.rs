//! A date that is as precise as its source.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// A year, a month, a day or an instant, in ISO 8601: `2026`, `2026-01`, `2026-01-10`,
/// `2026-01-10T14:15:00+07:00`. Ordering is that of the text, so a year sorts before its months.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PartialDate(String);

/// The text is no ISO 8601 year, month, day or time.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("`{0}` is not a date: write 2026, 2026-01, 2026-01-10 or 2026-01-10T14:15:00+07:00")]
pub struct ParseDateError(String);

impl PartialDate {
    /// The ISO 8601 text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The day, if the date is at least that precise.
    pub fn day(&self) -> Option<&str> {
        self.0.get(..10)
    }

    /// The first day that it may mean.
    pub fn first_day(&self) -> Option<Date> {
        match self.0.len() {
            4 => format!("{}-01-01", self.0).parse().ok(),
            7 => format!("{}-01", self.0).parse().ok(),
            _ => self.day()?.parse().ok(),
        }
    }

    /// The last day that it may mean.
    pub fn last_day(&self) -> Option<Date> {
        let first = self.first_day()?;
        match self.0.len() {
            4 => Some(first.last_of_year()),
            7 => Some(first.last_of_month()),
            _ => Some(first),
        }
    }

    /// The month, if the date is at least that precise.
    pub fn month(&self) -> Option<&str> {
        self.0.get(..7)
    }

    /// The year, as four digits.
    pub fn year(&self) -> &str {
        &self.0[..4]
    }
}

impl FromStr for PartialDate {
    type Err = ParseDateError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if is_partial_date(text) { Ok(Self(text.to_owned())) } else { Err(ParseDateError(text.to_owned())) }
    }
}

fn is_partial_date(text: &str) -> bool {
    if !text.is_ascii() {
        return false;
    }
    let whole_day = match text.len() {
        4 => format!("{text}-01-01"),
        7 => format!("{text}-01"),
        _ => text.to_owned(),
    };
    let Some((day, time)) = whole_day.split_at_checked(10) else { return false };
    day.parse::<jiff::civil::Date>().is_ok() && is_time(&whole_day, time)
}

fn is_time(whole: &str, time: &str) -> bool {
    time.is_empty()
        || (time.starts_with('T')
            && (whole.parse::<jiff::Timestamp>().is_ok() || whole.parse::<jiff::civil::DateTime>().is_ok()))
}

impl TryFrom<String> for PartialDate {
    type Error = ParseDateError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<PartialDate> for String {
    fn from(date: PartialDate) -> Self {
        date.0
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_precision_is_read() {
        for text in ["2026", "2026-01", "2026-01-10", "2026-01-10T14:15:00", "2026-01-10T14:15:00+07:00"] {
            assert_eq!(text.parse::<PartialDate>().unwrap().as_str(), text);
        }
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for text in ["", "26", "2026-13", "2026-02-30", "10 January 2026", "2026-01-10 14:15", "２０２６"]
        {
            assert!(text.parse::<PartialDate>().is_err(), "{text}");
        }
    }
}
