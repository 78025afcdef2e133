//! Named times → days of the calendar, counted from the publication where the text leaves something open.

use jiff::ToSpan;
use jiff::civil::Date;

use super::expression::{Expression, Named};
use crate::model::{PartialDate, Precision, TimeBasis};
use crate::ontology::Unit;

/// The day of publication, as far as it is known.
#[derive(Debug, Clone, Copy)]
pub struct Now {
    day: Date,
    precision: Precision,
}

impl Now {
    /// The publication of a document.
    pub fn of(published: &PartialDate) -> Option<Self> {
        let text = published.as_str();
        let (day, precision) = match text.len() {
            4 => (format!("{text}-01-01"), Precision::Year),
            7 => (format!("{text}-01"), Precision::Month),
            _ => (published.day()?.to_owned(), Precision::Day),
        };
        Some(Self { day: day.parse().ok()?, precision })
    }

    /// The year of publication.
    pub fn year(self) -> i16 {
        self.day.year()
    }

    /// The day, if the publication is known as finely as that.
    fn at(self, precision: Precision) -> Option<Date> {
        let fineness = |precision| match precision {
            Precision::Day => 3,
            Precision::Month => 2,
            Precision::Year => 1,
            Precision::Era => 0,
        };
        (fineness(self.precision) >= fineness(precision)).then_some(self.day)
    }
}

/// Days from the first to the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    pub first: Date,
    pub last: Date,
    pub precision: Precision,
    pub basis: TimeBasis,
}

impl Span {
    fn new(first: Date, last: Date, precision: Precision, basis: TimeBasis) -> Self {
        Self { first, last, precision, basis }
    }

    /// A day of the span as precise as the span is known.
    pub fn written(&self, day: Date) -> Option<PartialDate> {
        let text = day.to_string();
        let length = match self.precision {
            Precision::Day => 10,
            Precision::Month => 7,
            Precision::Year | Precision::Era => 4,
        };
        text.get(..length)?.parse().ok()
    }
}

/// Where a time without a year lies from the publication.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    /// The last one, which may be now.
    Past,
    /// The last one before now.
    Before,
    /// The one around now.
    Now,
    /// The next one, which may be now.
    Future,
    /// The first one after now.
    After,
}

/// The days of an expression; `planned`: what is meant lies ahead. `None` without a publication to count from.
pub fn resolve(expression: &Expression, planned: bool, now: Option<Now>) -> Option<Span> {
    let side = match expression.shift {
        Some(0) => Side::Now,
        Some(shift) if shift > 0 => Side::After,
        Some(_) => Side::Before,
        None if planned => Side::Future,
        None => Side::Past,
    };
    let first = days(expression.named, side, now)?;
    let Some(until) = expression.until else { return Some(first) };
    let last = days(until, side, now)?;
    (first.first <= last.last).then_some(Span { last: last.last, ..first })
}

fn days(named: Named, side: Side, now: Option<Now>) -> Option<Span> {
    let known = |precision| now.and_then(|now| now.at(precision));
    match named {
        Named::Days { first, last, month, year } => {
            let of =
                |year: i16| Some((Date::new(year, month, first).ok()?, Date::new(year, month, last).ok()?));
            let span = |(first, last), basis| Span::new(first, last, Precision::Day, basis);
            match year {
                Some(year) => of(year).map(|days| span(days, TimeBasis::Text)),
                None => near(known(Precision::Day)?, side, of).map(|days| span(days, TimeBasis::Published)),
            }
        }
        Named::Month { month, year } => {
            let of = |year: i16| Date::new(year, month, 1).ok().map(whole_month);
            let span = |(first, last), basis| Span::new(first, last, Precision::Month, basis);
            match year {
                Some(year) => of(year).map(|days| span(days, TimeBasis::Text)),
                None => {
                    let now = known(Precision::Month)?.first_of_month();
                    near(now, side, |year| of(year).map(|(first, _)| (first, first)))
                        .map(|(first, _)| span(whole_month(first), TimeBasis::Published))
                }
            }
        }
        Named::Weekday(day) => weekday(known(Precision::Day)?, day, side),
        Named::WeekdayOf(day, weeks) => {
            let monday = monday(known(Precision::Day)?).checked_add(weeks.weeks()).ok()?;
            one_day(monday.checked_add((i32::from(day) - 1).days()).ok()?)
        }
        Named::Years(first, last) => years(first, last, Precision::Year),
        Named::Era(first, last) => years(first, last, Precision::Era),
        Named::Shifted(unit, count) => shifted(unit, count, now?),
        Named::Latest(unit, count) => latest(unit, count, now?),
        Named::Vague => None,
    }
}

fn years(first: i16, last: i16, precision: Precision) -> Option<Span> {
    let (first, last) = (Date::new(first, 1, 1).ok()?, Date::new(last, 12, 31).ok()?);
    Some(Span::new(first, last, precision, TimeBasis::Text))
}

fn whole_month(day: Date) -> (Date, Date) {
    (day.first_of_month(), day.last_of_month())
}

/// The days that come every year, in the year that fits.
fn near(now: Date, side: Side, of: impl Fn(i16) -> Option<(Date, Date)>) -> Option<(Date, Date)> {
    let years = [now.year() + 1, now.year(), now.year() - 1];
    let dates = || years.into_iter().filter_map(&of);
    let earliest = || dates().rev();
    match side {
        Side::Past => dates().find(|(first, _)| *first <= now),
        Side::Before => dates().find(|(first, _)| *first < now),
        Side::Now => dates().find(|(first, _)| first.year() == now.year()),
        Side::Future => earliest().find(|(first, _)| *first >= now),
        Side::After => earliest().find(|(first, _)| *first > now),
    }
}

fn monday(day: Date) -> Date {
    day.saturating_sub(i32::from(day.weekday().to_monday_zero_offset()).days())
}

fn weekday(now: Date, day: i8, side: Side) -> Option<Span> {
    let this = monday(now).checked_add((i32::from(day) - 1).days()).ok()?;
    let weeks = match side {
        Side::Past => -i32::from(this > now),
        Side::Before => -i32::from(this >= now),
        Side::Now => 0,
        Side::Future => i32::from(this < now),
        Side::After => i32::from(this <= now),
    };
    one_day(this.checked_add(weeks.weeks()).ok()?)
}

fn one_day(day: Date) -> Option<Span> {
    Some(Span::new(day, day, Precision::Day, TimeBasis::Published))
}

fn shifted(unit: Unit, count: i32, now: Now) -> Option<Span> {
    let published = |(first, last), precision| Span::new(first, last, precision, TimeBasis::Published);
    let today = now.at(fineness(unit))?;
    Some(match unit {
        Unit::Day => return one_day(today.checked_add(count.days()).ok()?),
        Unit::Week | Unit::Weekend => {
            let monday = monday(today).checked_add(count.weeks()).ok()?;
            let first = if unit == Unit::Weekend { monday.checked_add(5.days()).ok()? } else { monday };
            published((first, monday.checked_add(6.days()).ok()?), Precision::Day)
        }
        Unit::Month => {
            published(whole_month(today.first_of_month().checked_add(count.months()).ok()?), Precision::Month)
        }
        Unit::Year => {
            let year = today.first_of_year().checked_add(count.years()).ok()?;
            published((year, year.last_of_year()), Precision::Year)
        }
        Unit::Decade => {
            let year = i32::from(today.year()).div_euclid(10) * 10 + count * 10;
            let year = i16::try_from(year).ok()?;
            let (first, last) = (Date::new(year, 1, 1).ok()?, Date::new(year + 9, 12, 31).ok()?);
            published((first, last), Precision::Year)
        }
    })
}

/// From so long ago until now; some time ago until now.
fn latest(unit: Unit, count: Option<u32>, now: Now) -> Option<Span> {
    let precision = fineness(unit);
    let today = now.at(precision)?;
    let count = i32::try_from(count?).ok()?;
    let back = match unit {
        Unit::Day => count.days(),
        Unit::Week | Unit::Weekend => count.weeks(),
        Unit::Month => count.months(),
        Unit::Year => count.years(),
        Unit::Decade => (count * 10).years(),
    };
    Some(Span::new(today.checked_sub(back).ok()?, today, precision, TimeBasis::Published))
}

/// How finely a publication must be known to count a unit from it, which is how finely the time is then known.
fn fineness(unit: Unit) -> Precision {
    match unit {
        Unit::Day | Unit::Week | Unit::Weekend => Precision::Day,
        Unit::Month => Precision::Month,
        Unit::Year | Unit::Decade => Precision::Year,
    }
}
