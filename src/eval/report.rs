//! The figures.

use std::collections::BTreeMap;

use serde::Serialize;

use super::bootstrap::interval;
use super::count::{Counts, Tally};
use super::key::Level;

/// Subject, relation, object.
type Triple = (String, String, String);

/// Everything that scoring tells.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Report {
    /// By subject, relation, object.
    pub claim: Figures,
    /// The same, and the status.
    pub status: Figures,
    /// By states and relation.
    pub state: Figures,
    /// By unordered states and sign.
    pub tie: Figures,
    /// False alarms in sentences without a claim.
    pub traps: Traps,
    /// Who says it.
    pub attribution: Attribution,
    /// Claim-level counts by relation.
    #[serde(skip)]
    pub relations: BTreeMap<String, RelationCount>,
    /// Sentences with a missed or a wrong claim, in the order of the gold file.
    #[serde(skip)]
    pub errors: Vec<Errors>,
    /// Predicted claims from sentences that gold does not hold.
    #[serde(skip)]
    pub unplaced: usize,
}

/// Shares (0 to 1, four digits) and counts of one level.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Figures {
    /// Of the predicted claims, those that are required.
    pub precision: f64,
    /// Of the required claims whose actors the sentence names, those that were found.
    pub recall_named: f64,
    /// Harmonic mean of precision and `recall_named`.
    pub f1_named: f64,
    /// Of all required claims, those that were found.
    pub recall_all: f64,
    /// Harmonic mean of precision and `recall_all`.
    pub f1_all: f64,
    /// Predicted claims, optional ones left out.
    pub predicted: usize,
    /// Required claims whose actors the sentence names.
    pub required_named: usize,
    /// All required claims.
    pub required: usize,
    /// 95% interval of the precision; claim level only.
    #[serde(flatten)]
    pub intervals: Option<Intervals>,
}

/// 95% intervals from resampling documents; `None` where there are too few.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Intervals {
    /// Of the precision.
    pub precision_95: Option<[f64; 2]>,
    /// Of the recall of named claims.
    pub recall_named_95: Option<[f64; 2]>,
}

/// Gold sentences without a claim.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Traps {
    /// How many there are.
    pub sentences: usize,
    /// In how many of them something was claimed.
    pub with_a_claim: usize,
}

/// Speakers of the required claims that were found.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Attribution {
    /// Share of them whose speaker is right.
    pub right: f64,
    /// Of those that have a speaker, the share whose speaker was found.
    pub found_of_stated: f64,
    /// How many have a speaker.
    pub stated: usize,
}

/// Counts of one relation on the claim level.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct RelationCount {
    /// Required claims.
    pub gold: usize,
    /// Those that were found.
    pub found: usize,
    /// Predicted claims that gold does not hold.
    pub wrong: usize,
}

/// What went wrong in one sentence.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Errors {
    /// Id of the document.
    pub doc: String,
    /// Index of the sentence.
    pub sent: usize,
    /// The sentence.
    pub text: String,
    /// Required claims that were not found.
    pub missed: Vec<Missed>,
    /// Predicted claims that gold does not hold.
    pub wrong: Vec<Triple>,
}

/// A required claim that was not found.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Missed {
    /// Subject, relation, object.
    pub claim: Triple,
    /// The sentence names both actors.
    pub named: bool,
}

pub(super) fn report(tally: Tally, unplaced: usize) -> Report {
    let [claim, status, state, tie] = Level::ALL.map(|level| figures(&tally.levels[level as usize]));
    let intervals = Intervals {
        precision_95: interval(&tally.documents, |counts| (counts.right, counts.predicted)),
        recall_named_95: interval(&tally.documents, |counts| (counts.named_found, counts.named)),
    };
    Report {
        claim: Figures { intervals: Some(intervals), ..claim },
        status,
        state,
        tie,
        traps: tally.traps,
        attribution: Attribution {
            right: rounded(share(tally.speakers.right, tally.speakers.found), 4),
            found_of_stated: rounded(share(tally.speakers.stated_right, tally.speakers.stated), 4),
            stated: tally.speakers.stated,
        },
        relations: tally.relations,
        errors: tally.errors,
        unplaced,
    }
}

fn figures(counts: &Counts) -> Figures {
    let precision = share(counts.right, counts.predicted);
    let recall_named = share(counts.named_found, counts.named);
    let recall_all = share(counts.right, counts.required);
    Figures {
        precision: rounded(precision, 4),
        recall_named: rounded(recall_named, 4),
        f1_named: rounded(harmonic_mean(precision, recall_named), 4),
        recall_all: rounded(recall_all, 4),
        f1_all: rounded(harmonic_mean(precision, recall_all), 4),
        predicted: counts.predicted,
        required_named: counts.named,
        required: counts.required,
        intervals: None,
    }
}

pub(super) fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

fn harmonic_mean(a: f64, b: f64) -> f64 {
    if a + b == 0.0 { 0.0 } else { 2.0 * a * b / (a + b) }
}

/// Rounded in decimal, half to even on the exact value, so that it prints as `{:.digits}` does.
pub(super) fn rounded(value: f64, digits: usize) -> f64 {
    format!("{value:.digits$}").parse().unwrap_or(value)
}
