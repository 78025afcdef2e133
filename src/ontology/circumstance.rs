//! Entries of `ontology/` that tell the circumstances of a deed: when, in which context, after which medium, with whose
//! help.
//!
//! Every list may be absent, so that a folder over the shipped one gives only what it adds.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::model::Phase;

/// Expressions of time: `time.toml`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Time {
    /// Words for numbers → their value, from 1.
    pub numbers: BTreeMap<String, u32>,
    /// Words for an unknown number ("beberapa").
    pub several: Vec<String>,
    /// Units → their words.
    pub units: BTreeMap<Unit, Vec<String>>,
    /// What "lalu", "ini", "depan" say beside a unit, a weekday or a month: how many units from now, −1 to 1.
    pub shifts: BTreeMap<String, i32>,
    /// After a number and a unit: so long ago.
    pub ago: Vec<String>,
    /// Beside a number and a unit: from so long ago until now.
    pub latest: Vec<String>,
    /// Words before a time that do not change it ("awal", "tanggal").
    pub fillers: Vec<String>,
    /// Endings of a year that make it a decade ("1990-an").
    pub decades: Vec<String>,
    /// Words before a time.
    pub bound: Vec<BoundWords>,
    /// Words for a time counted from the day of publication.
    pub relative: Vec<RelativeWords>,
    /// Named times.
    pub era: Vec<Era>,
    /// Words that say what a deed does at its time.
    pub phase: Vec<PhaseWords>,
}

/// A length of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// A day.
    Day,
    /// Monday to Sunday.
    Week,
    /// Saturday and Sunday.
    Weekend,
    /// A month.
    Month,
    /// A year.
    Year,
    /// Ten years from a year that ends in 0.
    Decade,
}

/// How a deed stands to the time that follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Bound {
    /// At or during it ("pada", "selama").
    At,
    /// It goes on from then ("sejak").
    Since,
    /// It begins then ("mulai"); before an "until": from then.
    From,
    /// At some time after ("setelah").
    After,
    /// It ends then ("hingga").
    Until,
    /// At the latest then ("by").
    By,
    /// At some time before ("sebelum").
    Before,
    /// Between it and the next one ("antara").
    Between,
    /// The end of a "between" ("dan").
    And,
}

/// Words before a time.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BoundWords {
    /// The words.
    pub words: Vec<String>,
    /// What they say.
    pub bound: Bound,
}

/// Words for a time counted from the day of publication.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RelativeWords {
    /// The words.
    pub words: Vec<String>,
    /// What is counted.
    pub unit: Unit,
    /// How many units from now; negative: before.
    pub offset: i32,
}

/// A named time that is over.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Era {
    /// Its names; capitals count.
    pub words: Vec<String>,
    /// First year.
    pub from: i16,
    /// Last year.
    pub to: i16,
}

/// Where words that tell a phase stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reach {
    /// In the clause, up to its verb or after it.
    Clause,
    /// Directly before the cue ("mantan sekutu").
    Cue,
    /// As the verb that ties the cue to its subject ("was an ally").
    Copula,
}

/// Words that say what a deed does at its time.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PhaseWords {
    /// The words; longer ones hide the shorter ones in them.
    pub words: Vec<String>,
    /// What they say; absent: nothing ("tidak pernah" hides "pernah").
    #[serde(default)]
    pub phase: Option<Phase>,
    /// Where they stand.
    pub reach: Reach,
}

/// How texts cite a medium: `citing.toml`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Citing {
    /// Words before any medium, known or not ("dilansir").
    pub before: Vec<String>,
    /// Words before a medium that is known ("menurut").
    pub before_known: Vec<String>,
    /// Words after a medium that is known ("reported").
    pub after_known: Vec<String>,
    /// Words between those and the medium ("kantor berita").
    pub between: Vec<String>,
}

/// Who takes part besides subject and object.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ParticipantRole {
    /// Brings the parties together.
    Mediator,
    /// The deed is done at its place.
    Host,
    /// The deed passes through it.
    Via,
    /// The subject does it for it.
    OnBehalfOf,
}

impl ParticipantRole {
    /// The role as claims name it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Mediator => "mediator",
            Self::Host => "host",
            Self::Via => "via",
            Self::OnBehalfOf => "on-behalf-of",
        }
    }
}

/// Words before who takes part otherwise: an entry of `participants.toml`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ParticipantWords {
    /// The words.
    pub words: Vec<String>,
    /// The role of the actors after them.
    pub role: ParticipantRole,
}

/// A PLOVER context with its words: an entry of `contexts.toml`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Context {
    /// PLOVER's name.
    pub id: String,
    /// Language → words.
    pub words: BTreeMap<String, Vec<String>>,
}
