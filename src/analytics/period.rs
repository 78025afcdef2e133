//! The span of time that a graph's evidence covers, cut into an earlier and a later half.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::model::{Claim, PartialDate};

/// The middle of the span between the first and the last report of a graph.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Period {
    /// The first day of the later half.
    middle: Date,
}

impl Period {
    /// The period that claims cover; none if fewer than two days report.
    pub(super) fn of(claims: &[Claim]) -> Option<Self> {
        let days = || claims.iter().filter_map(|claim| day(claim.published.as_ref()?));
        let (first, last) = (days().min()?, days().max()?);
        let length = first.until(last).ok()?.get_days();
        (length > 0).then_some(())?;
        let middle = first.checked_add(((length + 1) / 2).days()).ok()?;
        Some(Self { middle })
    }

    /// Whether a date lies in the later half. A month or a year counts as its first day.
    pub(super) fn is_later(self, date: &PartialDate) -> Option<bool> {
        Some(day(date)? >= self.middle)
    }
}

/// The first day of a year, a month, a day or an instant.
fn day(date: &PartialDate) -> Option<Date> {
    let text = date.as_str();
    match text.len() {
        4 => format!("{text}-01-01").parse().ok(),
        7 => format!("{text}-01").parse().ok(),
        _ => date.day()?.parse().ok(),
    }
}
