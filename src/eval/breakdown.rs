//! Figures by what a claim is: its relation, construction, voice, language, status, binder.

use std::collections::BTreeMap;

use serde::Serialize;

use super::bootstrap::interval;
use super::count::{Counts, Sets, keyed};
use super::key::Level;
use super::names::Names;
use super::place::place;
use super::record::{GoldClaim, GoldSentence, Prediction};
use super::report::{rounded, share};
use crate::model::{Binder, Status, Voice};
use crate::ontology::{CueKind, Ontology};
use crate::words::fold;

/// What claims are told apart by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Aspect {
    /// The relation.
    Relation,
    /// What kind of word states it: `verb`, `noun`, `holder`, `adjective`, or a `title`.
    Construction,
    /// Of verbs: `active` or `passive`.
    Voice,
    /// The language.
    Language,
    /// The status; a claim with the wrong status is wrong here.
    Status,
    /// The analysis that found the actors: `chunk`, `tree`, `both`, `title`.
    Binder,
}

impl Aspect {
    /// All aspects, in the order in which they are given.
    pub const ALL: [Self; 6] =
        [Self::Relation, Self::Construction, Self::Voice, Self::Language, Self::Status, Self::Binder];

    /// The aspect's name: `relation`, `construction` …
    pub fn name(self) -> &'static str {
        ["relation", "construction", "voice", "language", "status", "binder"][self as usize]
    }

    /// Gold says what a claim is, not how it is worded or found: without that there is no recall.
    fn in_gold(self) -> bool {
        matches!(self, Self::Relation | Self::Language | Self::Status)
    }
}

/// Figures of the claims that share something.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Slice {
    /// What they share.
    pub name: String,
    /// Predicted claims, optional ones left out.
    pub predicted: usize,
    /// Those that are required.
    pub right: usize,
    /// Their share, 0 to 1, four digits; `None` where nothing was predicted.
    pub precision: Option<f64>,
    /// 95% interval of it; `None` where too few documents hold such claims.
    pub precision_95: Option<[f64; 2]>,
    /// Required claims whose actors the sentence names; `None` where gold does not tell them apart, as for all that follows.
    pub named: Option<usize>,
    /// Those that were found.
    pub found: Option<usize>,
    /// Their share.
    pub recall_named: Option<f64>,
    /// 95% interval of it.
    pub recall_named_95: Option<[f64; 2]>,
}

/// The figures of [`super::evaluate`] on claim level, apart for each value of each aspect; values in order of their names.
///
/// Predicted claims that do not tell a value are left out of its aspect: claim records without `frame`, nouns for the voice.
pub fn breakdown(
    gold: &[GoldSentence],
    predictions: &[Prediction],
    names: &Names,
    ontology: &Ontology,
) -> Vec<(Aspect, Vec<Slice>)> {
    let placed = place(gold, predictions);
    let mut tables: [Table; 6] = Default::default();
    for (sentence, found) in gold.iter().zip(&placed.by_sentence) {
        for aspect in Aspect::ALL {
            tables[aspect as usize].add(aspect, sentence, found, names, ontology);
        }
    }
    Aspect::ALL.into_iter().zip(tables).map(|(aspect, table)| (aspect, table.slices(aspect))).collect()
}

/// Counts by value and document.
#[derive(Default)]
struct Table(BTreeMap<String, BTreeMap<String, Counts>>);

impl Table {
    fn add(
        &mut self,
        aspect: Aspect,
        sentence: &GoldSentence,
        found: &[&Prediction],
        names: &Names,
        ontology: &Ontology,
    ) {
        let level = if aspect == Aspect::Status { Level::Status } else { Level::Claim };
        let (gold, got) = keyed(sentence, found, names);
        let sets = Sets::new(level, &gold, &got);
        for key in sets.got.difference(&sets.free) {
            let claim = got.iter().find(|(keys, _)| keys.at(level) == key);
            if let Some(value) = claim.and_then(|(_, claim)| of_prediction(aspect, claim, ontology)) {
                let right = usize::from(sets.want.contains(key));
                *self.at(value, &sentence.doc) += Counts { predicted: 1, right, ..Counts::default() };
            }
        }
        for key in &sets.want_named {
            let claim = gold.iter().find(|(keys, claim)| !claim.optional && keys.at(level) == key);
            if let Some(value) = claim.and_then(|(_, claim)| of_gold(aspect, sentence, claim)) {
                let named_found = usize::from(sets.got.contains(key));
                *self.at(value, &sentence.doc) += Counts { named: 1, named_found, ..Counts::default() };
            }
        }
    }

    fn at(&mut self, value: String, doc: &str) -> &mut Counts {
        self.0.entry(value).or_default().entry(doc.to_owned()).or_default()
    }

    fn slices(self, aspect: Aspect) -> Vec<Slice> {
        self.0.into_iter().map(|(name, documents)| slice(name, documents, aspect.in_gold())).collect()
    }
}

fn slice(name: String, documents: BTreeMap<String, Counts>, in_gold: bool) -> Slice {
    let documents: Vec<(String, Counts)> = documents.into_iter().collect();
    let mut sum = Counts::default();
    documents.iter().for_each(|(_, counts)| sum += *counts);
    let figure = |part, whole: usize| (whole > 0).then(|| rounded(share(part, whole), 4));
    let spread = |ratio: fn(&Counts) -> (usize, usize)| {
        let holding: Vec<_> = documents.iter().filter(|(_, counts)| ratio(counts).1 > 0).cloned().collect();
        interval(&holding, ratio)
    };
    Slice {
        name,
        predicted: sum.predicted,
        right: sum.right,
        precision: figure(sum.right, sum.predicted),
        precision_95: spread(|counts| (counts.right, counts.predicted)),
        named: in_gold.then_some(sum.named),
        found: in_gold.then_some(sum.named_found),
        recall_named: figure(sum.named_found, sum.named),
        recall_named_95: spread(|counts| (counts.named_found, counts.named)),
    }
}

fn of_gold(aspect: Aspect, sentence: &GoldSentence, claim: &GoldClaim) -> Option<String> {
    match aspect {
        Aspect::Relation => Some(claim.p.clone()),
        Aspect::Language => sentence.lang.clone(),
        Aspect::Status => Some(status(claim.status)),
        Aspect::Construction | Aspect::Voice | Aspect::Binder => None,
    }
}

fn of_prediction(aspect: Aspect, claim: &Prediction, ontology: &Ontology) -> Option<String> {
    match aspect {
        Aspect::Relation => Some(claim.relation.clone()),
        Aspect::Language => claim.language.clone(),
        Aspect::Status => Some(status(claim.status)),
        Aspect::Construction if claim.binder == Some(Binder::Title) => Some("title".to_owned()),
        Aspect::Construction => kind(claim, ontology).map(|kind| construction(kind).to_owned()),
        Aspect::Voice => voice(claim, ontology).map(str::to_owned),
        Aspect::Binder => claim.binder.map(|binder| said(&binder)),
    }
}

/// The name that claim records have for a value.
fn said(value: &impl Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

fn status(status: Status) -> String {
    said(&status)
}

/// The kind of cue of the frame that found a claim: `RELATION/LANGUAGE/NAME`.
fn kind(claim: &Prediction, ontology: &Ontology) -> Option<CueKind> {
    let mut parts = claim.frame.as_deref()?.splitn(3, '/');
    let (relation, language, name) = (parts.next()?, parts.next()?, parts.next()?);
    let mut frames = ontology.relation(relation)?.frames.iter();
    Some(frames.find(|frame| frame.language == language && frame.name == name)?.cues().0)
}

fn construction(kind: CueKind) -> &'static str {
    match kind {
        CueKind::Verb => "verb",
        CueKind::Noun => "noun",
        CueKind::Holder => "holder",
        CueKind::Adjective => "adjective",
    }
}

/// The voice of the verb that a cue begins with.
fn voice(claim: &Prediction, ontology: &Ontology) -> Option<&'static str> {
    if kind(claim, ontology) != Some(CueKind::Verb) {
        return None;
    }
    let forms = &ontology.index().language(claim.language.as_deref()?)?.forms;
    let first = fold(claim.cue.as_ref()?.text.split_whitespace().next()?);
    let passive = forms.verb(&first).is_some_and(|(_, voice)| voice == Voice::Passive);
    Some(if passive { "passive" } else { "active" })
}
