//! When a claim was reported, and how much that has aged.

use crate::model::{Claim, PartialDate, TimeBasis};

/// A day of the calendar.
pub type Day = jiff::civil::Date;

/// The first and the last date that texts give for the deed, as precise as they are; what is derived from the report's date
/// is none.
pub fn held(evidence: &[&Claim]) -> (Option<String>, Option<String>) {
    let told = || {
        evidence.iter().filter_map(|claim| claim.when.as_ref()).filter(|when| when.basis == TimeBasis::Text)
    };
    let from = told().filter_map(|when| when.from.as_ref().or(when.to.as_ref()));
    let to = told().filter_map(|when| when.to.as_ref().or(when.from.as_ref()));
    (from.min().map(ToString::to_string), to.max().map(ToString::to_string))
}

/// The first and the last date of the documents that report a claim, as a day, a month or a year. Dates
/// order as text, so a year stands before its months and days.
pub fn reported(evidence: &[&Claim]) -> (Option<String>, Option<String>) {
    let dates = || evidence.iter().filter_map(|claim| claim.published.as_ref()).map(at_most_a_day);
    (dates().min().map(str::to_owned), dates().max().map(str::to_owned))
}

/// The day of the newest document that claims anything: the graph's present, since it knows no clock.
pub fn newest(claims: &[Claim]) -> Option<Day> {
    claims.iter().filter_map(|claim| claim.published.as_ref()?.first_day()).max()
}

/// What is left, 0 to 1, of the weight of a tie last reported on a date: 2^(−age / half-life), ages in days.
/// 1 without a half-life or a date.
pub fn decay(last_reported: Option<&str>, newest: Option<Day>, half_life: Option<f64>) -> f64 {
    let days = || {
        let age = newest?.since(first_day(last_reported?)?).ok()?;
        Some(f64::from(age.get_days().max(0)))
    };
    match (half_life, days()) {
        (Some(half_life), Some(days)) => 0.5_f64.powf(days / half_life),
        _ => 1.0,
    }
}

fn at_most_a_day(date: &PartialDate) -> &str {
    date.day().unwrap_or(date.as_str())
}

fn first_day(date: &str) -> Option<Day> {
    date.parse::<PartialDate>().ok()?.first_day()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tie_halves_with_every_half_life() {
        let newest = first_day("2026-03-01");
        assert_eq!(decay(Some("2026-02-01"), newest, Some(28.0)), 0.5);
        assert_eq!(decay(Some("2026-01-04"), newest, Some(28.0)), 0.25);
        assert_eq!(decay(Some("2026"), newest, None), 1.0);
        assert_eq!(decay(None, newest, Some(28.0)), 1.0);
        assert_eq!(decay(Some("2027"), newest, Some(28.0)), 1.0);
    }
}
