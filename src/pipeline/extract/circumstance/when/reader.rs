//! Numbers and words of time at a token.

use crate::model::Upos;
use crate::ontology::index::circumstance::{Circumstances, TimeWord};
use crate::ontology::{Order, Unit};
use crate::pipeline::detect::form_at;
use crate::pipeline::extract::scene::Scene;

use super::expression::Named;

/// The longest words before a time, in tokens.
const LONGEST: usize = 4;

/// Reads the tokens of a sentence as parts of times.
pub struct Reader<'a> {
    scene: &'a Scene<'a>,
    table: &'a Circumstances,
    order: Order,
}

impl<'a> Reader<'a> {
    /// A reader of a sentence.
    pub fn new(scene: &'a Scene<'a>) -> Self {
        let language = scene.document.language.as_deref().and_then(|code| scene.ontology.languages.get(code));
        let order = language.and_then(|language| language.dates.order).unwrap_or(Order::Unknown);
        Self { scene, table: &scene.index.circumstances, order }
    }

    /// How many tokens there are.
    pub fn len(&self) -> usize {
        self.scene.sentence.tokens.len()
    }

    /// The form of a token; empty past the end.
    pub fn form(&self, at: usize) -> &'a str {
        self.scene.sentence.tokens.get(at).map_or("", |token| token.form.as_str())
    }

    /// Whether the token belongs to an actor's name.
    pub fn in_name(&self, at: usize) -> bool {
        self.scene.in_name(at)
    }

    /// Whether the token is written as a name.
    pub fn is_name(&self, at: usize) -> bool {
        let token = self.scene.sentence.tokens.get(at);
        // At the beginning of a sentence *Minggu lalu* may as well be last week.
        token.is_some_and(|token| token.capitalized) && (at > 0 || !self.starts_unit(at))
    }

    /// Whether a unit begins at the token.
    pub fn starts_unit(&self, at: usize) -> bool {
        self.unit(at).is_some()
    }

    /// What the longest words at a token that say such a thing say, and the token after them.
    pub fn sense<T>(&self, at: usize, pick: impl Fn(TimeWord) -> Option<T>) -> Option<(T, usize)> {
        let mut phrases = self.table.time.at(form_at(self.scene.sentence, at));
        phrases.find_map(|phrase| Some((pick(phrase.value)?, at + phrase.folded.len())))
    }

    /// The same for words that are written with the capitals of the ontology.
    pub fn written<T>(&self, at: usize, pick: impl Fn(TimeWord) -> Option<T>) -> Option<(T, usize)> {
        let mut phrases = self.table.time.at(form_at(self.scene.sentence, at));
        let capital = |(offset, word): (usize, &String)| {
            !word.starts_with(char::is_uppercase) || self.scene.token(at + offset).capitalized
        };
        phrases.find_map(|phrase| {
            let value = pick(phrase.value).filter(|_| phrase.written.iter().enumerate().all(capital))?;
            Some((value, at + phrase.folded.len()))
        })
    }

    /// What words that end before a token say, and their first token; longer ones first.
    pub fn ending<T>(&self, end: usize, pick: impl Fn(TimeWord) -> Option<T>) -> Option<(T, usize)> {
        let starts = end.saturating_sub(LONGEST)..end;
        let mut found = starts.filter_map(|first| {
            let exact = self.table.time.at(form_at(self.scene.sentence, first));
            let exact = exact.filter(|phrase| first + phrase.folded.len() == end);
            exact.map(|phrase| phrase.value).find_map(&pick).map(|value| (value, first))
        });
        found.next()
    }

    /// Whether exactly this is said at a token, and the token after.
    pub fn exact(&self, at: usize, wanted: TimeWord) -> Option<((), usize)> {
        self.sense(at, |word| (word == wanted).then_some(()))
    }

    /// Steps over fillers before a token: whether one of them tells that a time follows ("tahun", "awal"), and the first.
    pub fn fillers_before(&self, mut at: usize) -> (bool, usize) {
        let mut tells = false;
        while let Some((_, first)) = self.ending(at, |word| (word == TimeWord::Filler).then_some(())) {
            let grammatical = |at| matches!(self.scene.token(at).upos, Upos::Det | Upos::Adp | Upos::Num);
            tells |= !(first..at).all(grammatical);
            at = first;
        }
        (tells, at)
    }

    /// The unit at a token.
    pub fn unit(&self, at: usize) -> Option<(Unit, usize)> {
        self.sense(at, |word| if let TimeWord::Unit(unit) = word { Some(unit) } else { None })
    }

    /// "lalu", "ini", "last"
    pub fn shift(&self, at: usize) -> Option<(i32, usize)> {
        self.sense(at, |word| if let TimeWord::Shift(shift) = word { Some(shift) } else { None })
    }

    /// A number, or a word for some.
    pub fn count(&self, at: usize) -> Option<(Option<u32>, usize)> {
        let digits = self.form(at).parse().ok().filter(|&count: &u32| (1..1000).contains(&count));
        if let Some(count) = digits {
            return Some((Some(count), at + 1));
        }
        self.sense(at, |word| match word {
            TimeWord::Number(number) => Some(Some(number)),
            TimeWord::Several => Some(None),
            _ => None,
        })
    }

    /// The month at a token, written as a name.
    pub fn month(&self, at: usize) -> Option<(i8, usize)> {
        let (month, end) =
            self.sense(at, |word| if let TimeWord::Month(month) = word { Some(month) } else { None })?;
        let short = self.form(at).len() <= 4 && self.form(end) == "." && end + 1 < self.len();
        self.scene.token(at).capitalized.then_some((month, end + usize::from(short)))
    }

    /// "5", "5th", "25-26"
    pub fn days(&self, at: usize) -> Option<((i8, i8), usize)> {
        let form = self.form(at);
        let (first, last) = form.split_once('-').unwrap_or((form, form));
        let (first, last) = (day(first)?, day(last)?);
        let through = day(self.form(at + 2)).filter(|_| matches!(self.form(at + 1), "–" | "-"));
        match through {
            Some(last) if first < last => Some(((first, last), at + 3)),
            _ => (first <= last).then_some(((first, last), at + 1)),
        }
    }

    /// The year after a month or a day, with or without a comma.
    pub fn year_after(&self, at: usize) -> (Option<i16>, usize) {
        let comma = at + usize::from(self.form(at) == ",");
        self.year(comma).map_or((None, at), |year| (Some(year), comma + 1))
    }

    /// "2022"
    pub fn year(&self, at: usize) -> Option<i16> {
        year(self.form(at))
    }

    /// "1990-an", "2014-2020" in one token
    pub fn years(&self, at: usize) -> Option<(i16, i16)> {
        let form = self.form(at);
        let decade = self.table.decades.iter().find_map(|ending| year(form.strip_suffix(ending.as_str())?));
        if let Some(first) = decade.filter(|first| first % 10 == 0) {
            return Some((first, first + 9));
        }
        let (first, last) = form.split_once(['-', '/'])?;
        let (first, last) = (year(first)?, year(last)?);
        (first < last).then_some((first, last))
    }

    /// Whether the number before a token counts what stands at it ("2000 tentara").
    pub fn counts(&self, at: usize) -> bool {
        self.scene
            .sentence
            .tokens
            .get(at)
            .is_some_and(|token| matches!(token.upos, Upos::Noun | Upos::Num | Upos::Sym))
    }

    /// "5/6/2025", "2025-06-05"
    pub fn numeric(&self, at: usize) -> Option<(Named, usize)> {
        let parts: Vec<&str> = self.form(at).split(['/', '-']).collect();
        let number = |part: &str| part.parse::<i16>().ok();
        let &[first, second, third] = &parts[..] else { return None };
        let (day, month, year) = match year(first) {
            Some(year) => (number(third)?, number(second)?, year),
            None => {
                let (day, month) = self.ordered(number(first)?, number(second)?)?;
                (day, month, year(third)?)
            }
        };
        Some((one_day(day, month, Some(year))?, at + 1))
    }

    /// "(5/6)", "(5/6/2025)"
    pub fn bracketed(&self, at: usize) -> Option<(Named, usize)> {
        if self.form(at) != "(" || self.form(at + 2) != ")" {
            return None;
        }
        let short = || {
            let (first, second) = self.form(at + 1).split_once('/')?;
            let (day, month) = self.ordered(first.parse().ok()?, second.parse().ok()?)?;
            one_day(day, month, None)
        };
        let long = || self.numeric(at + 1).map(|(named, _)| named);
        long().or_else(short).map(|named| (named, at + 3))
    }

    /// Day and month of two numbers, if it is certain which is which.
    fn ordered(&self, first: i16, second: i16) -> Option<(i16, i16)> {
        match self.order {
            _ if first > 12 || first == second => Some((first, second)),
            _ if second > 12 => Some((second, first)),
            Order::DayMonth => Some((first, second)),
            Order::MonthDay => Some((second, first)),
            Order::Unknown => None,
        }
    }
}

fn one_day(day: i16, month: i16, year: Option<i16>) -> Option<Named> {
    let (day, month) = (i8::try_from(day).ok()?, i8::try_from(month).ok()?);
    let sound = (1..=31).contains(&day) && (1..=12).contains(&month);
    sound.then_some(Named::Days { first: day, last: day, month, year })
}

fn day(form: &str) -> Option<i8> {
    let digits = form.trim_end_matches(|c: char| c.is_ascii_lowercase());
    let ordinal = &form[digits.len()..];
    let day = digits.parse().ok().filter(|day| (1..=31).contains(day))?;
    matches!(ordinal, "" | "st" | "nd" | "rd" | "th").then_some(day)
}

/// Four digits of a time that news tells of.
fn year(form: &str) -> Option<i16> {
    let digits = form.len() == 4 && form.bytes().all(|byte| byte.is_ascii_digit());
    form.parse().ok().filter(|year| digits && (1800..2100).contains(year))
}
