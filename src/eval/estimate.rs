//! What judged claims teach: the reliability of frames and the weights of confidence.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::calibration::{Calibration, calibration};
use super::judge::Verdict;
use super::logistic::{self, Prior};
use super::reliability_file::Judging;
use crate::model::{Grounds, Status};
use crate::ontology::reliability::values;
use crate::ontology::{Judged, Ontology, Rates, Reliability, Terms};

/// Parts of the documents that are left out in turn.
const FOLDS: usize = 10;
/// Fewer judged claims than this fit no weights.
const LEAST_CLAIMS: usize = 100;
/// How firmly each weight is drawn to [`Terms::default`], in the order of [`crate::ontology::Term::ALL`]. The weight of every
/// claim is free; that of the actors has values of small size.
const FIRMNESS: [f64; 6] = [0.1, 4.0, 4.0, 4.0, 0.2, 4.0];

/// How confidence and truth go together, as claims say it and as others would have said it of them.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Confidence {
    /// The confidence that the claims state. If the same gold taught it, this is flattery.
    pub stated: Calibration,
    /// What each claim gets by what the claims of other documents teach alone; `None` where claims do not tell their grounds.
    pub cross_fitted: Option<Calibration>,
}

/// A judged claim as far as estimates need it.
#[derive(Clone, Copy)]
struct Row<'a> {
    document: &'a str,
    frame: &'a str,
    written: f64,
    grounds: Grounds,
    status: Status,
    right: bool,
    /// How often the claim counts when weights are fitted.
    times: f64,
}

/// How well the confidence of judged claims is calibrated. The documents are left out in turn, a tenth at a time.
pub fn confidence(verdicts: &[Verdict], ontology: &Ontology) -> Confidence {
    let stated = verdicts.iter().filter_map(|verdict| Some((verdict.claim.confidence?, verdict.right)));
    let rows = rows(verdicts, ontology);
    let documents: BTreeSet<&str> = rows.iter().map(|row| row.document).collect();
    let folds: BTreeMap<&str, usize> = documents.into_iter().zip((0..FOLDS).cycle()).collect();
    let fitted: Vec<_> = (0..FOLDS).flat_map(|fold| predicted(&rows, &folds, fold, ontology)).collect();
    Confidence {
        stated: calibration(&stated.collect::<Vec<_>>()),
        cross_fitted: (!fitted.is_empty()).then(|| calibration(&fitted)),
    }
}

/// The claims of a fold, with the confidence that those of the other folds give them.
fn predicted(
    rows: &[Row],
    folds: &BTreeMap<&str, usize>,
    fold: usize,
    ontology: &Ontology,
) -> Vec<(f64, bool)> {
    let (held, taught): (Vec<Row>, Vec<Row>) = rows.iter().partition(|row| folds[row.document] == fold);
    let mut rates = summed(&taught, ontology);
    let terms = terms(&taught, &mut rates).unwrap_or_default();
    held.iter().map(|row| (terms.confidence(&row.grounds_by(&rates), row.status), row.right)).collect()
}

/// The reliability that the claims of gold files teach. Weights are fitted if there are claims enough, and every file counts alike
/// there, however many claims it judges: each is one kind of text, and where frames were written while one was read, a small file
/// that nobody had seen tells as much of new texts.
pub fn estimate(judging: &[Judging], ontology: &Ontology) -> Reliability {
    let files: Vec<Vec<Row>> = judging.iter().map(|(_, verdicts)| rows(verdicts, ontology)).collect();
    let all: usize = files.iter().map(Vec::len).sum();
    let told = files.iter().filter(|rows| !rows.is_empty()).count();
    let mut rows: Vec<Row> = Vec::new();
    for file in files.into_iter().filter(|file| !file.is_empty()) {
        let times = all as f64 / (told * file.len()) as f64;
        rows.extend(file.into_iter().map(|row| Row { times, ..row }));
    }
    let mut frames: BTreeMap<String, Judged> = BTreeMap::new();
    for row in &rows {
        let known =
            frames.entry(row.frame.to_owned()).or_insert(Judged { right: 0, judged: 0, written: 0.0 });
        *known = Judged { written: row.written, ..known.and(row.judged()) };
    }
    Reliability { terms: terms(&rows, &mut summed(&rows, ontology)).map(shown), frames }
}

/// Four digits.
fn shown(terms: Terms) -> Terms {
    Terms::with_weights(terms.weights().map(|weight| super::report::rounded(weight, 4)))
}

fn rows<'a>(verdicts: &[Verdict<'a>], ontology: &Ontology) -> Vec<Row<'a>> {
    let row = |verdict: &Verdict<'a>| {
        let claim = verdict.claim;
        let frame = claim.frame.as_deref()?;
        Some(Row {
            document: verdict.document,
            frame,
            written: ontology.written_reliability(frame),
            grounds: claim.grounds?,
            status: claim.status,
            right: verdict.right,
            times: 1.0,
        })
    };
    verdicts.iter().filter_map(row).collect()
}

fn summed(rows: &[Row], ontology: &Ontology) -> Rates {
    let mut rates = Rates::new(ontology.scoring.shrinkage);
    rows.iter().for_each(|row| rates.add(row.frame, row.judged(), 1.0));
    rates
}

/// Weights fitted to rows, each with the reliability that the other documents give its frame: with its own it would look
/// surer than it is. `rates` are those of the rows, and are left as they were.
fn terms(rows: &[Row], rates: &mut Rates) -> Option<Terms> {
    if rows.len() < LEAST_CLAIMS {
        return None;
    }
    let mut by_document: BTreeMap<&str, Vec<&Row>> = BTreeMap::new();
    rows.iter().for_each(|row| by_document.entry(row.document).or_default().push(row));
    let mut observed = Vec::new();
    for own in by_document.values() {
        own.iter().for_each(|row| rates.add(row.frame, row.judged(), -1.0));
        observed
            .extend(own.iter().map(|row| (values(&row.grounds_by(rates), row.status), row.right, row.times)));
        own.iter().for_each(|row| rates.add(row.frame, row.judged(), 1.0));
    }
    let mut priors = Terms::default().weights().map(|weight| Prior { weight, firmness: 0.0 });
    priors.iter_mut().zip(FIRMNESS).for_each(|(prior, firmness)| prior.firmness = firmness);
    Some(Terms::with_weights(logistic::fit(&observed, &priors)))
}

impl Row<'_> {
    fn judged(&self) -> Judged {
        Judged { right: u32::from(self.right), judged: 1, written: self.written }
    }

    fn grounds_by(&self, rates: &Rates) -> Grounds {
        Grounds { reliability: rates.reliability(self.frame, self.written), ..self.grounds }
    }
}
