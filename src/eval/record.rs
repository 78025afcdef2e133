//! What is scored against what: lines of gold files and of claim files.

use std::collections::BTreeMap;
use std::io::BufRead;
use std::path::Path;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer};
use thiserror::Error;

use crate::model::{Actor, Binder, Claim, Cue, Grounds, Status};

/// A sentence of a gold file with the claims that a careful reader finds in it.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct GoldSentence {
    /// Id of the document: the last part of its path, without a suffix.
    #[serde(deserialize_with = "text_or_number")]
    pub doc: String,
    /// Index of the sentence in the document.
    #[serde(default)]
    pub sent: usize,
    /// Code of its language.
    #[serde(default)]
    pub lang: Option<String>,
    /// The sentence.
    pub text: String,
    /// Its claims; none makes it a trap.
    pub claims: Vec<GoldClaim>,
}

/// A claim of a gold sentence.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct GoldClaim {
    /// Id of the subject.
    pub s: String,
    /// Relation id.
    pub p: String,
    /// Id of the object.
    pub o: String,
    /// How the text puts it.
    pub status: Status,
    /// Id of the speaker; `None` is the author.
    #[serde(default)]
    pub by: Option<String>,
    /// The sentence names both actors.
    #[serde(default = "yes")]
    pub named: bool,
    /// Careful readers differ: counts neither for nor against.
    #[serde(default)]
    pub optional: bool,
}

/// The fields of a claim record that scoring reads.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Prediction {
    /// Id of the document.
    pub document: String,
    /// The sentence.
    pub text: String,
    /// Who does it.
    pub subject: Party,
    /// Relation id.
    pub relation: String,
    /// To whom it is done.
    pub object: Party,
    /// How the text puts it.
    #[serde(default = "asserted")]
    pub status: Status,
    /// Who says it.
    #[serde(default)]
    pub attributed_to: Option<Party>,
    /// Code of the document's language; like all that follows, only [`super::breakdown`] reads it.
    #[serde(default)]
    pub language: Option<String>,
    /// The words that state it.
    #[serde(default)]
    pub cue: Option<Cue>,
    /// Id of the frame that matched.
    #[serde(default)]
    pub frame: Option<String>,
    /// Which analysis bound it.
    #[serde(default)]
    pub binder: Option<Binder>,
    /// Probability, 0 to 1, that the text states it; like its grounds, only [`super::confidence`] and [`super::judge`] read it.
    #[serde(default)]
    pub confidence: Option<f64>,
    /// What the confidence rests on.
    #[serde(default)]
    pub grounds: Option<Grounds>,
}

/// The fields of an actor that scoring reads.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Party {
    /// Id of the actor.
    pub id: String,
    /// Id of the state that it belongs to.
    #[serde(default)]
    pub country: Option<String>,
}

/// A gold file, claim file or table that cannot be read.
#[derive(Debug, Error)]
pub enum RecordError {
    /// The file cannot be opened or read.
    #[error("{path}: {source}")]
    Read {
        /// The file.
        path: String,
        /// Why.
        source: std::io::Error,
    },
    /// A line, or a whole table, does not hold what it should.
    #[error("{path}:{line}: {source}; it should hold {expected}")]
    Parse {
        /// The file.
        path: String,
        /// Line, from 1.
        line: usize,
        /// Why.
        source: serde_json::Error,
        /// What a correct line holds.
        expected: &'static str,
    },
}

impl From<&Claim> for Prediction {
    fn from(claim: &Claim) -> Self {
        Self {
            document: claim.document.clone(),
            text: claim.text.clone(),
            subject: Party::from(&*claim.subject.actor),
            relation: claim.relation.clone(),
            object: Party::from(&*claim.object.actor),
            status: claim.status,
            attributed_to: claim.attributed_to.as_deref().map(Party::from),
            language: claim.language.clone(),
            cue: Some(claim.cue.clone()),
            frame: Some(claim.frame.clone()),
            binder: Some(claim.binder),
            confidence: Some(claim.confidence),
            grounds: claim.grounds,
        }
    }
}

impl From<&Actor> for Party {
    fn from(actor: &Actor) -> Self {
        Self { id: actor.id.clone(), country: actor.country.clone() }
    }
}

/// Reads a gold file (JSON Lines).
///
/// # Errors
/// [`RecordError`] names the file and the line.
pub fn read_gold(path: &Path) -> Result<Vec<GoldSentence>, RecordError> {
    read_lines(path, "doc, text and claims, each with s, p, o and status")
}

/// Reads predicted claims (JSON Lines), as `extract` prints them.
///
/// # Errors
/// [`RecordError`] names the file and the line.
pub fn read_predictions(path: &Path) -> Result<Vec<Prediction>, RecordError> {
    read_lines(path, "document, text, subject.id, relation and object.id")
}

/// Reads a JSON object of ids: actor → state, or id → the id that it is the same as.
///
/// # Errors
/// [`RecordError`] names the file and the line.
pub fn read_table(path: &Path) -> Result<BTreeMap<String, String>, RecordError> {
    let text = std::fs::read_to_string(path).map_err(|source| unreadable(path, source))?;
    serde_json::from_str(&text).map_err(|source| {
        let line = source.line();
        wrong(path, line, source, r#"one JSON object of ids, {"kim-jong-un": "north-korea"}"#)
    })
}

fn read_lines<T: DeserializeOwned>(path: &Path, expected: &'static str) -> Result<Vec<T>, RecordError> {
    let file = std::fs::File::open(path).map_err(|source| unreadable(path, source))?;
    let mut records = Vec::new();
    for (index, line) in std::io::BufReader::new(file).lines().enumerate() {
        let line = line.map_err(|source| unreadable(path, source))?;
        if !line.trim().is_empty() {
            let record = serde_json::from_str(&line);
            records.push(record.map_err(|source| wrong(path, index + 1, source, expected))?);
        }
    }
    Ok(records)
}

fn unreadable(path: &Path, source: std::io::Error) -> RecordError {
    RecordError::Read { path: path.display().to_string(), source }
}

fn wrong(path: &Path, line: usize, source: serde_json::Error, expected: &'static str) -> RecordError {
    RecordError::Parse { path: path.display().to_string(), line, source, expected }
}

fn text_or_number<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum TextOrNumber {
        Text(String),
        Number(i64),
    }
    Ok(match TextOrNumber::deserialize(deserializer)? {
        TextOrNumber::Text(text) => text,
        TextOrNumber::Number(number) => number.to_string(),
    })
}

fn yes() -> bool {
    true
}

fn asserted() -> Status {
    Status::Asserted
}
