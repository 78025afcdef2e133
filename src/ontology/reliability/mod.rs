//! `ontology/reliability.toml`: how often what each frame finds was right, and what else bears on the confidence of a claim.
//!
//! Made by `aliansi eval … --reliability FILE`, never by hand.

mod rates;
mod terms;

pub use rates::Rates;
pub use terms::{Term, Terms, probability, values};

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// What was learnt from claims that were judged against gold.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Reliability {
    /// Weights of what a confidence is made of, if they were fitted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub terms: Option<Terms>,
    /// Frame id (`RELATION/LANGUAGE/NAME`) → how the claims that it made were judged. Frames that no longer exist still tell
    /// of their relation and language.
    pub frames: BTreeMap<String, Judged>,
}

impl Reliability {
    /// The weights of the terms: the fitted ones, else those thought before.
    pub fn terms(&self) -> Terms {
        self.terms.unwrap_or_default()
    }

    /// Counts what somebody else judged too, and takes the weights that they fitted.
    pub fn add(&mut self, other: Self) {
        self.terms = other.terms.or(self.terms);
        for (frame, judged) in other.frames {
            let known = self.frames.entry(frame).or_insert(Judged { right: 0, judged: 0, ..judged });
            *known = known.and(judged);
        }
    }
}

/// The claims of one frame that gold tells right from wrong.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Judged {
    /// How many were right.
    pub right: u32,
    /// How many there were.
    pub judged: u32,
    /// The reliability that was written of the frame then.
    pub written: f64,
}

/// How much must be judged before gold outweighs what was thought before.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Shrinkage {
    /// Wrong claims expected of all frames together, at which gold and what is written weigh the same.
    pub all: f64,
    /// The same for a language and what is known of all.
    pub language: f64,
    /// The same for a relation in a language and what is known of the language.
    pub relation: f64,
    /// Judged claims of a frame at which they and what is known of its relation weigh the same.
    pub frame: f64,
}

impl Judged {
    /// Both counts, as if judged in one go; what was written is the mean.
    pub fn and(self, other: Self) -> Self {
        let (own, more) = (f64::from(self.judged), f64::from(other.judged));
        let written = if own + more > 0.0 {
            (self.written * own + other.written * more) / (own + more)
        } else {
            other.written
        };
        Self { right: self.right + other.right, judged: self.judged + other.judged, written }
    }
}

impl Default for Shrinkage {
    fn default() -> Self {
        Self { all: 2.5, language: 5.0, relation: 10.0, frame: 40.0 }
    }
}
