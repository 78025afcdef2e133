//! One claim with its evidence: a line of `claims.jsonl`.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{Actor, Argument, Edit, Genre, PartialDate};

/// How the text puts a claim.
///
/// The order is the order of strength of the annotation guidelines: where two statuses fit a
/// claim, the greater one holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// Stated as a fact, or done by saying it.
    Asserted,
    /// Reported, suspected, accused.
    Alleged,
    /// Promised, intended, going to happen.
    Planned,
    /// Could, may, if.
    Possible,
    /// Somebody claims it and a party denies it.
    Denied,
    /// The text says that it is not so.
    Negated,
}

/// Which analysis bound the cue to its arguments.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Binder {
    /// Chunk sequences.
    Chunk,
    /// A dependency tree.
    Tree,
    /// Both: of a role in agreement, of a claim also where each gave one role.
    Both,
    /// No cue was bound: a title or an apposition states the relation.
    Title,
    /// No rule did: a person added the claim.
    Person,
}

/// How the two analyses of a sentence stand to each other over a cue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Agreement {
    /// Both found the same actors for both roles.
    Agreed,
    /// One of them left a role empty.
    Alone,
    /// They found different actors.
    Differed,
}

/// What the confidence of a claim rests on, as far as the rest of the claim does not tell it.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Grounds {
    /// Probability, 0 to 1, that the words of the frame state its relation.
    pub reliability: f64,
    /// How the two analyses stand to each other; `None` where there was one, or where nothing was bound.
    pub agreement: Option<Agreement>,
    /// Probability, 0 to 1, that the words of the subject mean this actor.
    pub subject: f64,
    /// The same of the object.
    pub object: f64,
}

/// The words that state the relation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cue {
    /// The words as they stand in the document, from the first to the last word of the cue.
    pub text: String,
    /// First byte of the cue in the document's text.
    pub start: usize,
    /// Byte after the cue in the document's text.
    pub end: usize,
}

/// How finely a point in time is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Precision {
    /// A day.
    Day,
    /// A month.
    Month,
    /// A year.
    Year,
    /// A named era.
    Era,
}

/// Where a time was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TimeBasis {
    /// In the sentence itself.
    Text,
    /// Derived from the document's date.
    Published,
}

/// What a deed does at its time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Phase {
    /// It begins.
    Begins,
    /// It goes on.
    Holds,
    /// It ends.
    Ends,
    /// It belongs to history.
    Past,
}

/// When the deed happens, which is not when it is reported.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct When {
    /// First date, ISO 8601, as precise as the text.
    pub from: Option<PartialDate>,
    /// Last date, ISO 8601, as precise as the text.
    pub to: Option<PartialDate>,
    /// How finely the dates are known.
    pub precision: Precision,
    /// Where they come from.
    pub basis: TimeBasis,
    /// What the deed does then.
    pub phase: Phase,
}

/// An actor that takes part without being subject or object.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Other {
    /// `mediator`, `host`, `via` or `on-behalf-of`.
    pub role: String,
    /// Who takes part.
    pub actor: Arc<Actor>,
}

/// One claim as one sentence states it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Claim {
    /// Hash of subject, relation and object: the same for every sentence that states it.
    pub claim: String,
    /// Hash of document, sentence and claim: the same however the claim was found.
    pub evidence: String,
    /// Id of the document.
    pub document: String,
    /// When the document was published, as precise as its source.
    pub published: Option<PartialDate>,
    /// Language of the document, ISO 639-1.
    pub language: Option<String>,
    /// What kind of text the document is.
    pub genre: Option<Genre>,
    /// Index of the sentence in the document, from 0.
    pub sentence: usize,
    /// The sentence as it stands.
    pub text: String,
    /// First byte of the sentence in the document's text.
    pub start: usize,
    /// Byte after the sentence in the document's text.
    pub end: usize,
    /// Who does it.
    pub subject: Argument,
    /// Relation id.
    pub relation: String,
    /// One of the relation's modes.
    pub mode: Option<String>,
    /// To whom it is done.
    pub object: Argument,
    /// How the text puts it.
    pub status: Status,
    /// Who claims it; `None` is the author of the document.
    pub attributed_to: Option<Arc<Actor>>,
    /// Who denies it.
    pub denied_by: Vec<Arc<Actor>>,
    /// The medium that the text cites for it.
    pub via: Option<String>,
    /// The time of the deed.
    pub when: Option<When>,
    /// PLOVER contexts.
    pub contexts: Vec<String>,
    /// What is supplied or needed.
    pub item: Option<String>,
    /// The possessed thing that stands for its owner.
    pub about: Option<String>,
    /// Actors that take part otherwise.
    pub others: Vec<Other>,
    /// The words that state the relation.
    pub cue: Cue,
    /// Id of the frame that matched: `RELATION/LANGUAGE/NAME`.
    pub frame: String,
    /// Which analysis bound it.
    pub binder: Binder,
    /// Probability, 0 to 1, that the text states the claim.
    pub confidence: f64,
    /// What the confidence rests on; `None` in records of other programs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grounds: Option<Grounds>,
    /// What people decided about it, in order; nothing in what `extract` prints.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub edits: Vec<Edit>,
}

impl Claim {
    /// What claims are sorted by: document, sentence, subject, relation, object, evidence id.
    pub fn place(&self) -> (&str, usize, &str, &str, &str, &str) {
        let (subject, object) = (&self.subject.actor.id, &self.object.actor.id);
        (&self.document, self.sentence, subject, &self.relation, object, &self.evidence)
    }
}
