//! Entries of `ontology/languages` that reading files goes by: what stands beside an article, dates, bylines.
//!
//! Every list may be absent, so that a folder over the shipped one gives only what it adds.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::model::Genre;

/// What stands on a page beside the article: `boilerplate.toml`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Boilerplate {
    /// A line made of nothing but these is dropped.
    pub lines: Vec<String>,
    /// A short line that begins so is dropped.
    pub starts: Vec<String>,
    /// What stands before another article's headline, with a mark between.
    pub labels: Vec<String>,
    /// The same, also without a mark.
    pub bare_labels: Vec<String>,
}

/// Dates as pages write them: `dates.toml`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Dates {
    /// Names of the twelve months in lower case, January first; empty where a language names none.
    pub months: Vec<Vec<String>>,
    /// Names of the seven days in lower case, Monday first; empty where a language names none.
    pub weekdays: Vec<Vec<String>>,
    /// Words between a day and a time.
    pub before_time: Vec<String>,
    /// Words beside the date of publication.
    pub published: Vec<String>,
    /// Abbreviation of a time zone in capitals → offset from UTC, as `+07:00`.
    pub zones: BTreeMap<String, String>,
    /// What 8/7/2025 means; absent: not known.
    pub order: Option<Order>,
}

/// Order of day and month in a date of numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Order {
    /// 8 July.
    DayMonth,
    /// August 7.
    MonthDay,
    /// Either; only a number above 12 decides.
    Unknown,
}

/// What tells author, publisher and genre of a text: `bylines.toml`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Bylines {
    /// Words before an author's name, in lower case.
    pub authors: Vec<String>,
    /// Publishers as datelines write them.
    pub agencies: Vec<String>,
    /// Words, in lower case, of which a publisher's name has one.
    pub outlets: Vec<String>,
    /// Genre → names of sections.
    pub sections: BTreeMap<Genre, Vec<String>>,
}
