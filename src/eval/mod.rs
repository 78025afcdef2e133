//! Scores extracted claims against gold: precision, recall and F1 on four levels, false alarms, attribution.
//!
//! | level | two claims are the same when they share |
//! |---|---|
//! | claim | subject, relation, object |
//! | status | the same, and the status |
//! | state | the states of subject and object, and the relation |
//! | tie | the unordered pair of states, and the sign of the relation |
//!
//! A predicted claim belongs to the gold sentence of its document whose words it shares most; one whose
//! sentence gold does not hold is not scored. Precision counts every predicted claim that gold neither
//! requires nor lists as optional as wrong. Recall is given for claims whose two actors the sentence
//! names, and for all required claims.
//!
//! Everything here is a pure function of its arguments: [`evaluate`] takes gold, predictions and
//! [`Names`], and gives a [`Report`]; [`breakdown`] gives the same figures for claims of one relation,
//! construction, language and so on; [`markdown`] writes both for a page. [`judge`] says of each claim whether it is right;
//! from that [`confidence`] tells what confidence is worth, and [`estimate`] what it should rest on.

mod bootstrap;
mod breakdown;
mod calibration;
mod count;
mod estimate;
mod judge;
mod key;
mod logistic;
mod markdown;
mod names;
mod place;
mod record;
mod reliability_file;
mod report;

pub use breakdown::{Aspect, Slice, breakdown};
pub use calibration::{Bin, Calibration};
pub use estimate::{Confidence, confidence, estimate};
pub use judge::{Verdict, judge};
pub use markdown::markdown;
pub use names::Names;
pub use record::{
    GoldClaim, GoldSentence, Party, Prediction, RecordError, read_gold, read_predictions, read_table,
};
pub use reliability_file::{Judging, reliability_file};
pub use report::{Attribution, Errors, Figures, Missed, RelationCount, Report, Traps};

/// Scores predictions against gold.
pub fn evaluate(gold: &[GoldSentence], predictions: &[Prediction], names: &Names) -> Report {
    let placed = place::place(gold, predictions);
    let mut tally = count::Tally::default();
    for (sentence, found) in gold.iter().zip(&placed.by_sentence) {
        tally.add(sentence, found, names);
    }
    report::report(tally, placed.unplaced)
}
