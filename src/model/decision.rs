//! What a person decided about the graph: a line of `decisions.jsonl`.

use serde::{Deserialize, Deserializer, Serialize};

use super::{Document, Other, PartialDate, Status, When};

/// A decision, and who took it. The file is only ever appended to; of two decisions on one thing the later holds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Decision {
    /// What was decided.
    #[serde(flatten)]
    pub ruling: Ruling,
    /// Who decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// When.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<PartialDate>,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
}

/// What may be decided. In JSON the key `decision` names it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "decision", rename_all = "kebab-case")]
pub enum Ruling {
    /// The sentence does not state the claim: the evidence is taken out.
    Reject(Target),
    /// The sentence states the claim as it stands: its confidence is 1.
    Confirm(Target),
    /// The sentence states the claim otherwise: fields are set, the confidence is 1.
    Correct {
        /// Which evidence.
        #[serde(flatten)]
        target: Target,
        /// The fields that change.
        set: Box<Correction>,
    },
    /// A name means an actor, wherever it names a subject or an object.
    Alias {
        /// The words; case, accents and punctuation do not matter.
        name: String,
        /// Whom they mean.
        actor: String,
    },
    /// Two actors are one.
    Merge {
        /// The id that goes.
        actor: String,
        /// The id that stays.
        into: String,
    },
    /// What a name was taken for is another actor.
    Split {
        /// The id that the name was resolved to.
        actor: String,
        /// The words, as in an alias.
        name: String,
        /// Whom they mean.
        into: String,
    },
    /// A claim that no rule found, with its source.
    Add(Box<Addition>),
    /// An actor is in no claim and no text, now and whenever texts are read again.
    Forget {
        /// What [`forgotten_key`](super::forgotten_key) makes of its id, so that the decision does not name it.
        hash: String,
    },
}

/// A piece of evidence: by its id, else by what it says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Target {
    /// Evidence id.
    pub evidence: String,
    /// What the evidence said when the decision was taken, which finds it again after its document has moved.
    pub quotation: Quotation,
}

/// A sentence and what it was taken to state.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Quotation {
    /// Id of the document.
    pub document: String,
    /// The sentence.
    pub text: String,
    /// Id of the subject.
    pub subject: String,
    /// Relation id.
    pub relation: String,
    /// Id of the object.
    pub object: String,
}

/// Fields of a claim that a person sets. Absent fields stay; an empty text or list clears what can be absent, and `null` the time.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Correction {
    /// Actor id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    /// Relation id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub relation: Option<String>,
    /// Actor id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub object: Option<String>,
    /// How the text puts it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
    /// Actor id; empty: the author.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub attributed_to: Option<String>,
    /// Actor ids.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub denied_by: Option<Vec<String>>,
    /// Cited medium.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub via: Option<String>,
    /// One of the relation's modes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mode: Option<String>,
    /// Time of the deed; `null` clears it.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "even_null")]
    pub when: Option<Option<When>>,
    /// PLOVER contexts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contexts: Option<Vec<String>>,
    /// What is supplied or needed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub item: Option<String>,
    /// The possessed thing that stands for its owner.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
    /// Actors that take part otherwise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub others: Option<Vec<Other>>,
}

/// A value that is there: also `null`, which is otherwise the same as none.
fn even_null<'de, D: Deserializer<'de>>(given: D) -> Result<Option<Option<When>>, D::Error> {
    Option::deserialize(given).map(Some)
}

/// A claim that a person adds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Addition {
    /// Actor id.
    pub subject: String,
    /// Relation id.
    pub relation: String,
    /// Actor id.
    pub object: String,
    /// The sentence that states it.
    pub quotation: String,
    /// Where the sentence stands: the `id` of a document of the graph, or a document of its own, whose `text` may be left empty.
    pub source: Document,
    /// Everything else that is known, as in a correction.
    #[serde(default)]
    pub set: Correction,
}

/// What a decision did to a claim; exports mark it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EditKind {
    /// One of its actors was named anew by an alias, a merge or a split.
    Identified,
    /// A person confirmed it.
    Confirmed,
    /// A person changed its fields.
    Corrected,
    /// A person added it.
    Added,
}

/// That a person changed a claim.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Edit {
    /// What was done.
    pub kind: EditKind,
    /// Who did it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// When.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<PartialDate>,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
}

impl Decision {
    /// What this decision does to a claim, for the claim's own record.
    pub fn edit(&self, kind: EditKind) -> Edit {
        Edit { kind, by: self.by.clone(), at: self.at.clone(), why: self.why.clone() }
    }
}

#[cfg(test)]
mod tests {
    use super::Correction;

    #[test]
    fn a_time_is_absent_cleared_or_set() {
        let when = r#"{"from":"1979","to":"1979","precision":"year","basis":"text","phase":"holds"}"#;
        let lines = ["{}", r#"{"when":null}"#, &format!(r#"{{"when":{when}}}"#)];
        let read = lines.map(|line| serde_json::from_str::<Correction>(line).unwrap());
        let shapes = read.each_ref().map(|set| set.when.as_ref().map(Option::is_some));
        assert_eq!(shapes, [None, Some(false), Some(true)]);
        assert_eq!(read.map(|set| serde_json::to_string(&set).unwrap()), lines, "written as it was read");
    }
}
