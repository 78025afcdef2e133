//! Entries of `ontology/relations`: relations, their frames, their examples.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::model::ActorKind;

/// A relation: a file of `ontology/relations`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Relation {
    /// Id, the file's name.
    pub id: String,
    /// Label by language code.
    pub label: BTreeMap<String, String>,
    /// One English sentence.
    pub definition: String,
    /// PLOVER event type; absent for structural relations.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plover: Option<String>,
    /// CAMEO code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cameo: Option<String>,
    /// 1 friendly, −1 hostile, 0 neither or structural.
    pub sign: i8,
    /// PLOVER conflict-cooperation score, −10 to 10.
    pub weight: f64,
    /// Reads the same both ways.
    #[serde(default)]
    pub symmetric: bool,
    /// It is done by saying something (accuses, requests): that it was said stands, whatever becomes of what was said.
    #[serde(default)]
    pub verbal: bool,
    /// Its object may be a mere place: a city, a province.
    #[serde(default)]
    pub territory: bool,
    /// Closed list of modes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub modes: Vec<String>,
    /// Relation that a threat of this one is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub threatened_as: Option<String>,
    /// Relations that cannot hold together with this one between the same two actors; said on either side.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub contradicts: Vec<String>,
    /// Frames.
    #[serde(default, rename = "frame", skip_serializing_if = "Vec::is_empty")]
    pub frames: Vec<Frame>,
    /// Sentences with the claims of this relation that they hold.
    #[serde(default, rename = "example", skip_serializing_if = "Vec::is_empty")]
    pub examples: Vec<Example>,
    /// Sentences that hold no claim of this relation.
    #[serde(default, rename = "counterexample", skip_serializing_if = "Vec::is_empty")]
    pub counterexamples: Vec<Example>,
}

/// A sentence that a relation file is tested with.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Example {
    /// Language code.
    pub language: String,
    /// The sentence.
    pub text: String,
    /// `SUBJECT RELATION OBJECT`, optionally `[STATUS]`.
    #[serde(default)]
    pub claims: Vec<String>,
    /// Why the sentence is not read rightly yet; once it is, this is a fault.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pending: Option<String>,
}

/// What kind of word a frame's cue is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum CueKind {
    /// A verb.
    Verb,
    /// A noun of action or relation.
    Noun,
    /// A noun that names who stands in the relation.
    Holder,
    /// A predicate or modifier that is no verb.
    Adjective,
}

/// Which words state a relation and where its roles stand.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Frame {
    /// Last part of the frame's id.
    pub name: String,
    /// Language code.
    pub language: String,
    /// Verb cues.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub verbs: Vec<String>,
    /// Noun cues.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub nouns: Vec<String>,
    /// Role-noun cues.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub holders: Vec<String>,
    /// Adjective cues.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub adjectives: Vec<String>,
    /// Places to look for the subject, in order.
    pub subject: Vec<String>,
    /// Places to look for the object, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub object: Vec<String>,
    /// Words of which one must stand by the cue.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub with: Vec<String>,
    /// Words that rule the cue out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub without: Vec<String>,
    /// Relations of the complement from which the object comes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub complement: Vec<String>,
    /// `active` or `passive` where only one voice means it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub voice: Option<String>,
    /// Words of which the grammatical object must be one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub things: Vec<String>,
    /// Words of which the noun of a verb's subject must be one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub doers: Vec<String>,
    /// The verb has no object of its own.
    #[serde(default)]
    pub intransitive: bool,
    /// Kinds of actor that the subject can be; all if empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub subject_kinds: Vec<ActorKind>,
    /// Kinds of actor that the object can be; all if empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub object_kinds: Vec<ActorKind>,
    /// Mode that the words give.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mode: Option<String>,
    /// Status that the words give.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<crate::model::Status>,
    /// The subject is also the speaker.
    #[serde(default)]
    pub attributed: bool,
    /// Prior probability that a match states the relation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reliability: Option<f64>,
}

impl Relation {
    /// Path of its file below the ontology folder.
    pub fn file(&self) -> String {
        format!("relations/{}.toml", self.id)
    }
}

impl CueKind {
    /// The key that gives such cues.
    pub fn key(self) -> &'static str {
        match self {
            Self::Verb => "verbs",
            Self::Noun => "nouns",
            Self::Holder => "holders",
            Self::Adjective => "adjectives",
        }
    }
}

impl Frame {
    /// The kind of cue, with the cues themselves.
    pub fn cues(&self) -> (CueKind, &[String]) {
        if !self.verbs.is_empty() {
            (CueKind::Verb, &self.verbs)
        } else if !self.nouns.is_empty() {
            (CueKind::Noun, &self.nouns)
        } else if !self.holders.is_empty() {
            (CueKind::Holder, &self.holders)
        } else {
            (CueKind::Adjective, &self.adjectives)
        }
    }

    /// Probability, 0 to 1, before anything is judged, that its words state the relation.
    pub fn written_reliability(&self) -> f64 {
        self.reliability.unwrap_or(match self.cues().0 {
            CueKind::Verb => 0.9,
            CueKind::Noun | CueKind::Holder => 0.85,
            CueKind::Adjective => 0.75,
        })
    }

    /// Whether the object is sought in the clause that the cue takes: `with` is then said of that clause.
    pub fn looks_below(&self) -> bool {
        self.object.iter().any(|place| matches!(place.as_str(), "doer" | "deed"))
    }

    /// Whether the frame is about what somebody said right before: "…, which Iran denied".
    pub fn contradicts(&self) -> bool {
        self.object.iter().any(|place| place == "claimant")
    }
}
