//! Expressions of time in a sentence, as the words say them.

use super::reader::Reader;
use crate::ontology::index::circumstance::TimeWord;
use crate::ontology::{Bound, Unit};

/// A time by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Named {
    /// Days of a month, first and last.
    Days { first: i8, last: i8, month: i8, year: Option<i16> },
    /// A month.
    Month { month: i8, year: Option<i16> },
    /// A day of the week.
    Weekday(i8),
    /// A day of the week so many weeks from now.
    WeekdayOf(i8, i32),
    /// Years, first and last.
    Years(i16, i16),
    /// So many units from now.
    Shifted(Unit, i32),
    /// The last so many units; `None`: some.
    Latest(Unit, Option<u32>),
    /// A named time, first and last year.
    Era(i16, i16),
    /// A time that cannot be told.
    Vague,
}

/// A time with the words before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Expression {
    /// First token, with the words before the time.
    pub first: usize,
    /// Token after the last one.
    pub last: usize,
    /// The time.
    pub named: Named,
    /// −1 "last", 0 "this", 1 "next".
    pub shift: Option<i32>,
    /// How the deed stands to it.
    pub bound: Option<Bound>,
    /// The end of a range that begins with it.
    pub until: Option<Named>,
}

/// The expressions of a sentence, from left to right.
pub fn find(reader: &Reader<'_>) -> Vec<Expression> {
    let mut found: Vec<Expression> = Vec::new();
    let mut at = 0;
    while at < reader.len() {
        let Some((core, end)) = core(reader, at) else {
            at += 1;
            continue;
        };
        let read = introduced(reader, core, at, end);
        match (read, found.last_mut()) {
            (Some(read), Some(before)) if closes(before, &read) => {
                (before.until, before.last) = (Some(read.named), read.last);
            }
            (Some(read), _) if read.named != Named::Vague => found.push(read),
            _ => {}
        }
        at = end;
    }
    found
}

/// "dari 2014 **hingga 2020**", "between 2014 **and 2020**"
fn closes(before: &Expression, read: &Expression) -> bool {
    let opens = matches!(before.bound, Some(Bound::From | Bound::Between | Bound::Since));
    let ends = matches!(read.bound, Some(Bound::Until | Bound::And));
    opens && ends && before.last == read.first && before.until.is_none()
}

/// A time, with a shift that stands beside it.
type Core = (Named, Option<i32>);

/// The time with the words before it, if they or its own form tell that it is one.
fn introduced(reader: &Reader<'_>, (named, shift): Core, at: usize, last: usize) -> Option<Expression> {
    let shifted =
        reader.ending(at, |word| if let TimeWord::Shift(shift) = word { Some(shift) } else { None });
    let takes = shift.is_none() && matches!(named, Named::Month { year: None, .. } | Named::Weekday(_));
    let (shift, at) = match shifted.filter(|_| takes) {
        Some((before, first)) => (Some(before), first),
        None => (shift, at),
    };
    let (filled, at) = reader.fillers_before(at);
    let bound = reader.ending(at, |word| if let TimeWord::Bound(bound) = word { Some(bound) } else { None });
    let (bound, first) = bound.map_or((None, at), |(bound, first)| (Some(bound), first));
    let told = match named {
        Named::Month { year: None, .. } => bound.is_some() || filled || shift.is_some(),
        Named::Years(..) => filled || bound.is_some() && !reader.counts(last),
        Named::Era(..) => bound.is_some(),
        _ => true,
    };
    told.then_some(Expression { first, last, named, shift, bound, until: None })
}

/// The time that begins at a token, and the token after it.
fn core(reader: &Reader<'_>, at: usize) -> Option<(Core, usize)> {
    let alone = |(named, end): (Named, usize)| ((named, None), end);
    if let Some(found) = era(reader, at) {
        return Some(alone(found));
    }
    if reader.in_name(at) {
        return None;
    }
    relative(reader, at)
        .or_else(|| latest(reader, at))
        .or_else(|| counted(reader, at))
        .map(alone)
        .or_else(|| weekday(reader, at))
        .or_else(|| shifted(reader, at).map(alone))
        .or_else(|| reader.numeric(at).map(alone))
        .or_else(|| date(reader, at))
        .or_else(|| years(reader, at).map(alone))
}

/// "kemarin", "last night"
fn relative(reader: &Reader<'_>, at: usize) -> Option<(Named, usize)> {
    reader.sense(at, |word| match word {
        TimeWord::Relative(unit, offset) => Some(Named::Shifted(unit, offset)),
        _ => None,
    })
}

/// "dua tahun terakhir", "the past two years", "recent weeks"
fn latest(reader: &Reader<'_>, at: usize) -> Option<(Named, usize)> {
    if let Some((count, end)) = reader.count(at)
        && let Some((unit, end)) = reader.unit(end)
        && let Some((_, end)) = reader.exact(end, TimeWord::Latest)
    {
        return Some((Named::Latest(unit, count), end));
    }
    let (_, after) = reader.exact(at, TimeWord::Latest)?;
    let counted = reader.count(after);
    let shifts = reader.sense(at, |word| matches!(word, TimeWord::Shift(_)).then_some(()));
    if counted.is_none() && shifts.is_some() {
        return None; // "last week"
    }
    let several = reader.exact(at, TimeWord::Several).is_some();
    let (count, after) = counted.unwrap_or((Some(1).filter(|_| !several), after));
    let (unit, end) = reader.unit(after)?;
    Some((Named::Latest(unit, count), end))
}

/// "tiga tahun lalu", "two weeks ago"
fn counted(reader: &Reader<'_>, at: usize) -> Option<(Named, usize)> {
    let (count, end) = reader.count(at)?;
    let (unit, end) = reader.unit(end)?;
    let (_, end) = reader.exact(end, TimeWord::Ago)?;
    let count = count.and_then(|count| i32::try_from(count).ok());
    Some((count.map_or(Named::Vague, |count| Named::Shifted(unit, -count)), end))
}

/// "pekan lalu", "last week"
fn shifted(reader: &Reader<'_>, at: usize) -> Option<(Named, usize)> {
    if let Some((unit, end)) = reader.unit(at)
        && let Some((shift, end)) = reader.shift(end)
    {
        return Some((Named::Shifted(unit, shift), end));
    }
    let (shift, end) = reader.shift(at)?;
    let (unit, end) = reader.unit(end)?;
    Some((Named::Shifted(unit, shift), end))
}

/// "Kamis", "Kamis (5/6/2025)", "Kamis, 5 Juni", "Kamis pekan lalu", "Thursday"
fn weekday(reader: &Reader<'_>, at: usize) -> Option<(Core, usize)> {
    let weekday = |word| if let TimeWord::Weekday(day) = word { Some(day) } else { None };
    let (day, end) = reader.sense(at, weekday).filter(|_| reader.is_name(at))?;
    if let Some((named, close)) = reader.bracketed(end) {
        let (shift, close) = reader.shift(close).map_or((None, close), |(shift, end)| (Some(shift), end));
        return Some(((named, shift), close));
    }
    let comma = end + usize::from(reader.form(end) == ",");
    if let Some(((named @ Named::Days { .. }, shift), end)) = date(reader, comma) {
        return Some(((named, shift), end));
    }
    if let Some((Named::Shifted(Unit::Week, weeks), end)) = shifted(reader, end) {
        return Some(((Named::WeekdayOf(day, weeks), None), end));
    }
    Some(shift_after(reader, Named::Weekday(day), end))
}

/// "5 Juni 2025", "25-26 Oktober", "June 5, 2025", "Juni 2025", "Juni"
fn date(reader: &Reader<'_>, at: usize) -> Option<(Core, usize)> {
    if let Some(((first, last), end)) = reader.days(at)
        && let Some((month, end)) = reader.month(end)
    {
        let (year, end) = reader.year_after(end);
        return Some(shift_after(reader, Named::Days { first, last, month, year }, end));
    }
    let (month, end) = reader.month(at)?;
    if let Some(((first, last), end)) = reader.days(end) {
        let (year, end) = reader.year_after(end);
        return Some(((Named::Days { first, last, month, year }, None), end));
    }
    let (year, end) = reader.year_after(end);
    Some(shift_after(reader, Named::Month { month, year }, end))
}

fn shift_after(reader: &Reader<'_>, named: Named, end: usize) -> (Core, usize) {
    let shift = reader.shift(end).filter(|_| !reader.starts_unit(end));
    shift.map_or(((named, None), end), |(shift, end)| ((named, Some(shift)), end))
}

/// "2022", "1990-an", "2014-2020"
fn years(reader: &Reader<'_>, at: usize) -> Option<(Named, usize)> {
    if let Some((first, last)) = reader.years(at) {
        return Some((Named::Years(first, last), at + 1));
    }
    let first = reader.year(at)?;
    let last = reader.year(at + 2).filter(|&last| matches!(reader.form(at + 1), "-" | "–") && last > first);
    Some(last.map_or((Named::Years(first, first), at + 1), |last| (Named::Years(first, last), at + 3)))
}

/// "Perang Dingin"
fn era(reader: &Reader<'_>, at: usize) -> Option<(Named, usize)> {
    reader.written(
        at,
        |word| if let TimeWord::Era(from, to) = word { Some(Named::Era(from, to)) } else { None },
    )
}
