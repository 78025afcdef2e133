//! The circumstances of a deed: when, in which contexts, after which medium, with whose help.
//!
//! | file | does |
//! |---|---|
//! | `reach` | which clause a token stands in |
//! | `when` | times and phases |
//! | `contexts` | PLOVER contexts by words |
//! | `cited` | the medium that the sentence cites |
//! | `others` | mediators, hosts |
//!
//! All of it is read off the words of a sentence once; what bears on a claim is what stands in the clause of its cue.

mod cited;
mod contexts;
mod others;
mod reach;
mod when;

use std::ops::Range;

use super::draft::Draft;
use super::scene::Scene;
use crate::model::{Actor, Other, When};

/// What a sentence says of circumstances.
pub struct Circumstances<'a> {
    /// The sentence.
    pub scene: &'a Scene<'a>,
    reach: reach::Reach,
    times: when::Times,
    hits: contexts::Hits,
    cited: Vec<cited::Cited>,
    participants: Vec<others::Participants>,
}

/// The circumstances of a claim.
pub struct Circumstance {
    /// The cited medium.
    pub via: Option<String>,
    /// The time of the deed.
    pub when: Option<When>,
    /// PLOVER contexts.
    pub contexts: Vec<String>,
    /// Who takes part otherwise.
    pub others: Vec<Other>,
}

impl<'a> Circumstances<'a> {
    /// Reads a sentence.
    pub fn of(scene: &'a Scene<'a>) -> Self {
        let expressions = when::expressions(scene);
        let spans: Vec<Range<usize>> = expressions.iter().map(|time| time.first..time.last).collect();
        let reach = reach::Reach::of(scene, &spans);
        Self {
            times: when::Times::of(scene, &reach, expressions),
            hits: contexts::Hits::of(scene),
            cited: cited::find(scene),
            participants: others::find(scene),
            scene,
            reach,
        }
    }

    /// The circumstances of a draft.
    pub fn of_draft(&self, draft: &Draft) -> Circumstance {
        let (scene, reach) = (self.scene, &self.reach);
        let cited = draft.head.and_then(|head| cited::nearest(&self.cited, head));
        Circumstance {
            via: cited.map(|cited| cited.label.clone()),
            when: self.times.when(scene, reach, draft),
            contexts: self.hits.contexts(scene, reach, draft),
            others: others::of(scene, reach, &self.participants, draft),
        }
    }

    /// Who says a draft: a medium that the sentence cites hands on what it has heard and is no speaker.
    pub fn speaker(&self, speaker: Option<Actor>) -> Option<Actor> {
        speaker.filter(|actor| !self.cited.iter().any(|cited| cited.is(actor)))
    }
}
