//! The parameters of a request, read strictly: what is misspelt or out of range is told and not passed over.

use std::collections::BTreeMap;
use std::fmt::Display;
use std::ops::RangeInclusive;
use std::str::FromStr;

use serde::de::DeserializeOwned;

use super::problem::Problem;
use crate::model::{Level, PartialDate, Status, Window};
use crate::spelling::nearest;

/// The parameters that say which view of the graph is meant, which every request may have.
const VIEW: [&str; 4] = ["level", "from", "to", "undated"];

/// Statuses, as they are written.
pub(super) const STATUSES: [&str; 6] = ["asserted", "alleged", "planned", "possible", "denied", "negated"];

/// The parameters of a request: the id in its path, if it has one, and those behind the question mark.
#[derive(Debug, Default)]
pub(super) struct Params {
    /// What the path names.
    pub id: String,
    given: BTreeMap<String, String>,
}

impl Params {
    /// The parameters of an address that may have those of `known` and of the view.
    pub fn read(id: String, given: Vec<(String, String)>, known: &[&'static str]) -> Result<Self, Problem> {
        let mut params = Self { id, given: BTreeMap::new() };
        for (name, value) in given {
            if !known.contains(&name.as_str()) && !VIEW.contains(&name.as_str()) {
                return Err(unknown(&name, known));
            }
            if params.given.insert(name.clone(), value).is_some() {
                let hint = "give it once; several values of a list are parted by commas";
                return Err(Problem::bad_request(format!("`{name}` is given twice"), hint));
            }
        }
        Ok(params)
    }

    /// A parameter as it is given.
    fn given(&self, name: &str) -> Option<&str> {
        self.given.get(name).map(String::as_str)
    }

    /// A text; an empty one is as good as none.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.given(name).filter(|text| !text.is_empty())
    }

    /// What a text says, parted by commas.
    pub fn list(&self, name: &str) -> Vec<&str> {
        let list = self.text(name).unwrap_or_default().split(',').map(str::trim);
        list.filter(|item| !item.is_empty()).collect()
    }

    /// A whole number.
    pub fn number(&self, name: &str, range: RangeInclusive<usize>, usual: usize) -> Result<usize, Problem> {
        let Some(text) = self.given(name) else { return Ok(usual) };
        in_range(text, &range).ok_or_else(|| out_of_range(name, text, "a whole number", &range))
    }

    /// A number from 0 to 1.
    pub fn share(&self, name: &str) -> Result<f64, Problem> {
        let Some(text) = self.given(name) else { return Ok(0.0) };
        in_range(text, &(0.0..=1.0)).ok_or_else(|| out_of_range(name, text, "a number", &(0.0..=1.0)))
    }

    /// The statuses of a list.
    pub fn statuses(&self, name: &str) -> Result<Vec<Status>, Problem> {
        self.list(name).into_iter().map(|text| value(name, text, &STATUSES)).collect()
    }

    /// The level that is asked for: that of states unless another is named.
    pub fn level(&self) -> Result<Level, Problem> {
        self.given("level").map_or(Ok(Level::State), |text| value("level", text, &["state", "actor"]))
    }

    /// The span of time that is asked for.
    pub fn window(&self) -> Result<Window, Problem> {
        let window =
            Window { from: self.date("from")?, to: self.date("to")?, undated: self.flag("undated")? };
        let first = window.from.as_ref().and_then(PartialDate::first_day);
        let last = window.to.as_ref().and_then(PartialDate::last_day);
        match (first, last) {
            (Some(first), Some(last)) if first > last => Err(Problem::bad_request(
                format!("`from` ({first}) is after `to` ({last})"),
                "exchange the two",
            )),
            // Without a span of time nothing is outside it.
            _ if window.is_open() => Ok(Window::default()),
            _ => Ok(window),
        }
    }

    fn date(&self, name: &str) -> Result<Option<PartialDate>, Problem> {
        let Some(text) = self.given(name) else { return Ok(None) };
        let date = text.parse().ok().filter(|_| text.len() <= "2026-01-10".len());
        let hint = "write a day, a month or a year: 2026-01-10, 2026-01, 2026";
        date.map(Some).ok_or_else(|| Problem::bad_request(format!("`{name}={text}` is no date"), hint))
    }

    fn flag(&self, name: &str) -> Result<bool, Problem> {
        self.given(name).map_or(Ok(false), |text| value(name, text, &["true", "false"]))
    }
}

/// One of the values that a parameter can have.
fn value<T: DeserializeOwned>(name: &str, text: &str, allowed: &[&str]) -> Result<T, Problem> {
    let known = allowed.contains(&text);
    // A flag is JSON as it stands, a name is a JSON text.
    let read = || serde_json::from_value(text.into()).or_else(|_| serde_json::from_str(text)).ok();
    known.then(read).flatten().ok_or_else(|| not_allowed(name, text, allowed.iter().copied()))
}

/// A value that is none of those that a parameter can have, with the nearest of them.
pub(super) fn not_allowed<'a>(
    name: &str,
    text: &str,
    allowed: impl Iterator<Item = &'a str> + Clone,
) -> Problem {
    let hint = match nearest(text, allowed.clone()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("give one of {}", allowed.collect::<Vec<_>>().join(", ")),
    };
    Problem::bad_request(format!("`{name}={text}`: there is no such {name}"), hint)
}

fn unknown(name: &str, known: &[&'static str]) -> Problem {
    let known = || known.iter().copied().chain(VIEW);
    let hint = match nearest(name, known()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("there are {}", known().collect::<Vec<_>>().join(", ")),
    };
    Problem::bad_request(format!("there is no parameter `{name}` here"), hint)
}

fn in_range<N: FromStr + PartialOrd>(text: &str, range: &RangeInclusive<N>) -> Option<N> {
    text.parse().ok().filter(|number| range.contains(number))
}

fn out_of_range<N: Display>(name: &str, text: &str, what: &str, range: &RangeInclusive<N>) -> Problem {
    let hint = format!("write {what} from {} to {}", range.start(), range.end());
    Problem::bad_request(format!("`{name}={text}` is out of range, or no number"), hint)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn params(query: &[(&str, &str)]) -> Result<Params, Problem> {
        let given = query.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        Params::read(String::new(), given, &["limit", "relation"])
    }

    #[test]
    fn what_is_misspelt_is_told_with_what_may_be_meant() {
        let problem = params(&[("relaton", "x")]).unwrap_err();
        assert_eq!(problem.hint, "did you mean `relation`?");
        let problem = params(&[("level", "sate")]).unwrap().level().unwrap_err();
        assert_eq!(
            (problem.detail.as_str(), problem.hint.as_str()),
            ("`level=sate`: there is no such level", "did you mean `state`?")
        );
        assert!(params(&[("limit", "1"), ("limit", "2")]).is_err());
    }

    #[test]
    fn numbers_keep_their_range() {
        let number = |text| params(&[("limit", text)]).unwrap().number("limit", 1..=50, 20).ok();
        assert_eq!(
            ["7", "", "0", "51", "-1", "1e3", "x"].map(number),
            [Some(7), None, None, None, None, None, None]
        );
        let share = |text| params(&[("limit", text)]).unwrap().share("limit").ok();
        assert_eq!(["0.5", "NaN", "1.1", "inf"].map(share), [Some(0.5), None, None, None]);
    }

    #[test]
    fn a_window_is_read_and_one_that_ends_before_it_begins_is_refused() {
        let window = |query: &[(&str, &str)]| params(query).unwrap().window();
        assert_eq!(window(&[("undated", "true")]).unwrap(), Window::default());
        assert_eq!(window(&[("from", "2025"), ("to", "2025-03")]).unwrap().to.unwrap().as_str(), "2025-03");
        assert!(window(&[("from", "2025-04"), ("to", "2025-03")]).is_err());
        assert!(window(&[("from", "2025-01-10T10:00:00Z")]).is_err());
        assert!(window(&[("from", "2025"), ("undated", "yes")]).is_err());
    }
}
