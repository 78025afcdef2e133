//! Entries of `ontology/languages`: closed classes, status words, open classes.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Boilerplate, Bylines, Citing, Dates, ParticipantWords, Time};
use crate::model::{Status, Upos};

/// What is known of one language.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Language {
    /// ISO 639-1 code.
    pub code: String,
    /// `grammar.toml`.
    pub grammar: Grammar,
    /// `status.toml`.
    pub governors: Vec<Governor>,
    /// `status.toml`.
    pub markers: Vec<Marker>,
    /// `lexicon.toml`.
    pub lexicon: Lexicon,
    /// `boilerplate.toml`.
    pub boilerplate: Boilerplate,
    /// `dates.toml`.
    pub dates: Dates,
    /// `bylines.toml`.
    pub bylines: Bylines,
    /// `time.toml`.
    pub time: Time,
    /// `citing.toml`.
    pub citing: Citing,
    /// `participants.toml`.
    pub participants: Vec<ParticipantWords>,
}

/// Where the noun of a noun phrase stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Heads {
    /// Before adjectives and owners: "pasukan Rusia".
    #[default]
    First,
    /// After them: "Russian forces", "Russia's forces".
    Last,
}

/// Closed-class words: `grammar.toml`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Grammar {
    /// Where the noun of a noun phrase stands.
    #[serde(default)]
    pub heads: Heads,
    /// Words by part of speech.
    pub words: BTreeMap<Upos, Vec<String>>,
    /// Lists that the analysis asks for by name.
    pub lists: BTreeMap<String, Vec<String>>,
}

/// Words that take a clause: an entry of `status.toml`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Governor {
    /// Verbs in dictionary form.
    #[serde(default)]
    pub verbs: Vec<String>,
    /// Nouns ("tuduhan", "laporan").
    #[serde(default)]
    pub nouns: Vec<String>,
    /// `subject` or `object`: who does the clause's deed when the clause names nobody.
    #[serde(default)]
    pub control: Option<String>,
    /// What it makes of the clause's claims.
    #[serde(default)]
    pub status: Option<Status>,
    /// Its subject says the clause.
    #[serde(default)]
    pub speaker: bool,
    /// Its subject denies the clause.
    #[serde(default)]
    pub denies: bool,
}

/// How far a marker reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scope {
    /// The verb group that it stands in.
    Verb,
    /// From it to the end of its clause.
    Clause,
    /// The sentence.
    Sentence,
    /// What stands before it, up to the next punctuation: it is a predicate of that.
    Subject,
}

/// A word that changes the status of what it stands before: an entry of `status.toml`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Marker {
    /// The words; several in a row are one marker.
    pub words: Vec<String>,
    /// What they make of a claim.
    pub status: Status,
    /// How far they reach.
    pub scope: Scope,
}

/// Which rules make the forms of words.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Morphology {
    /// Words have one form.
    #[default]
    None,
    /// Prefixes of verbs, reduplication.
    Indonesian,
    /// Endings, and irregular forms that the lexicon lists.
    English,
}

/// Open-class words: `lexicon.toml`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lexicon {
    /// Which rules make the forms of its words.
    #[serde(default)]
    pub morphology: Morphology,
    /// Verb roots.
    #[serde(default)]
    pub roots: Vec<String>,
    /// Verbs in dictionary form that no frame holds.
    #[serde(default)]
    pub verbs: Vec<String>,
    /// Adjectives.
    #[serde(default)]
    pub adjectives: Vec<String>,
    /// Nouns that look like something else ("pemerintah", "perintah").
    #[serde(default)]
    pub nouns: Vec<String>,
    /// Adverbs.
    #[serde(default)]
    pub adverbs: Vec<String>,
    /// Verbs that carry an event noun.
    #[serde(default)]
    pub support: Support,
    /// Forms that the rules do not give.
    #[serde(default)]
    pub irregular: Irregular,
}

/// Forms that no rule of the language gives.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Irregular {
    /// Base form, past tense, past participle.
    #[serde(default)]
    pub verbs: Vec<[String; 3]>,
    /// Base form, another form of the present.
    #[serde(default)]
    pub present: Vec<[String; 2]>,
    /// Singular, plural.
    #[serde(default)]
    pub nouns: Vec<[String; 2]>,
}

/// Verbs that carry an event noun.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Support {
    /// The subject does the noun's deed ("memberikan dukungan").
    #[serde(default)]
    pub gives: Vec<String>,
    /// The deed is done to the subject ("mendapat dukungan").
    #[serde(default)]
    pub receives: Vec<String>,
}
