//! Counts what was found, missed and wrong, sentence by sentence.

use std::collections::{BTreeMap, BTreeSet};

use super::key::{Key, Keys, Level};
use super::names::Names;
use super::record::{GoldClaim, GoldSentence, Prediction};
use super::report::{Errors, Missed, RelationCount, Traps};

/// Counts of one level.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Counts {
    /// Predicted claims, optional ones left out.
    pub(super) predicted: usize,
    /// Predicted claims that are required.
    pub(super) right: usize,
    /// Required claims whose actors the sentence names.
    pub(super) named: usize,
    /// Those of them that were found.
    pub(super) named_found: usize,
    /// All required claims.
    pub(super) required: usize,
}

impl std::ops::AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.predicted += other.predicted;
        self.right += other.right;
        self.named += other.named;
        self.named_found += other.named_found;
        self.required += other.required;
    }
}

/// How often the speaker of a found claim was right.
#[derive(Debug, Default)]
pub(super) struct Speakers {
    pub(super) found: usize,
    pub(super) right: usize,
    pub(super) stated: usize,
    pub(super) stated_right: usize,
}

/// Everything counted so far.
#[derive(Debug, Default)]
pub(super) struct Tally {
    /// In the order of [`Level::ALL`].
    pub(super) levels: [Counts; 4],
    /// Claim-level counts by document, in the order of the gold file.
    pub(super) documents: Vec<(String, Counts)>,
    pub(super) relations: BTreeMap<String, RelationCount>,
    pub(super) errors: Vec<Errors>,
    pub(super) traps: Traps,
    pub(super) speakers: Speakers,
}

/// What gold wants of one sentence, and what it got, on one level.
pub(super) struct Sets {
    pub(super) want: BTreeSet<Key>,
    pub(super) want_named: BTreeSet<Key>,
    pub(super) free: BTreeSet<Key>,
    pub(super) got: BTreeSet<Key>,
}

/// Claims with their keys.
pub(super) type Keyed<'a, T> = Vec<(Keys, &'a T)>;

impl Tally {
    pub(super) fn add(&mut self, sentence: &GoldSentence, found: &[&Prediction], names: &Names) {
        if sentence.claims.is_empty() {
            self.traps.sentences += 1;
            self.traps.with_a_claim += usize::from(!found.is_empty());
        }
        let (gold, got) = keyed(sentence, found, names);
        for level in Level::ALL {
            let sets = Sets::new(level, &gold, &got);
            self.levels[level as usize] += sets.counts();
            if level == Level::Claim {
                self.add_claims(sentence, &sets);
            }
        }
        self.speakers.add(&gold, &got, names);
    }

    fn add_claims(&mut self, sentence: &GoldSentence, sets: &Sets) {
        *self.document(&sentence.doc) += sets.counts();
        for key in &sets.want {
            let relation = self.relations.entry(key.1.clone()).or_default();
            relation.gold += 1;
            relation.found += usize::from(sets.got.contains(key));
        }
        let errors = sets.errors(sentence);
        for wrong in &errors.wrong {
            self.relations.entry(wrong.1.clone()).or_default().wrong += 1;
        }
        if !errors.wrong.is_empty() || errors.missed.iter().any(|missed| missed.named) {
            self.errors.push(errors);
        }
    }

    fn document(&mut self, doc: &str) -> &mut Counts {
        let at = self.documents.iter().rposition(|(id, _)| id == doc).unwrap_or_else(|| {
            self.documents.push((doc.to_owned(), Counts::default()));
            self.documents.len() - 1
        });
        &mut self.documents[at].1
    }
}

/// The claims of gold and those found, with their keys.
pub(super) fn keyed<'a>(
    sentence: &'a GoldSentence,
    found: &[&'a Prediction],
    names: &Names,
) -> (Keyed<'a, GoldClaim>, Keyed<'a, Prediction>) {
    let gold = sentence.claims.iter().map(|claim| (Keys::of_gold(claim, names), claim));
    let got = found.iter().map(|&claim| (Keys::of_prediction(claim, names), claim));
    (gold.collect(), got.collect())
}

impl Sets {
    pub(super) fn new(level: Level, gold: &Keyed<GoldClaim>, got: &Keyed<Prediction>) -> Self {
        let gold_keys = |keep: &dyn Fn(&GoldClaim) -> bool| -> BTreeSet<Key> {
            gold.iter().filter(|(_, claim)| keep(claim)).map(|(keys, _)| keys.at(level).clone()).collect()
        };
        let mut sets = Self {
            want: gold_keys(&|claim| !claim.optional),
            want_named: gold_keys(&|claim| !claim.optional && claim.named),
            free: gold_keys(&|claim| claim.optional),
            got: got.iter().map(|(keys, _)| keys.at(level).clone()).collect(),
        };
        if level == Level::Status {
            sets.free.extend(optional_whatever_status(gold, got));
        }
        sets.free.retain(|key| !sets.want.contains(key));
        if level.drops_loops() {
            sets.drop_loops();
        }
        sets
    }

    fn drop_loops(&mut self) {
        for set in [&mut self.want, &mut self.want_named, &mut self.got] {
            set.retain(|key| key.0 != key.2);
        }
    }

    fn counts(&self) -> Counts {
        Counts {
            predicted: self.got.difference(&self.free).count(),
            right: self.got.intersection(&self.want).count(),
            named: self.want_named.len(),
            named_found: self.got.intersection(&self.want_named).count(),
            required: self.want.len(),
        }
    }

    fn errors(&self, sentence: &GoldSentence) -> Errors {
        let triple = |key: &Key| (key.0.clone(), key.1.clone(), key.2.clone());
        let missed = |key: &Key| Missed { claim: triple(key), named: self.want_named.contains(key) };
        let is_wrong = |key: &&Key| !self.want.contains(*key) && !self.free.contains(*key);
        Errors {
            doc: sentence.doc.clone(),
            sent: sentence.sent,
            text: sentence.text.clone(),
            missed: self.want.difference(&self.got).map(missed).collect(),
            wrong: self.got.iter().filter(is_wrong).map(triple).collect(),
        }
    }
}

/// An optional claim is optional whatever its status.
fn optional_whatever_status(gold: &Keyed<GoldClaim>, got: &Keyed<Prediction>) -> Vec<Key> {
    let optional: BTreeSet<&Key> =
        gold.iter().filter(|(_, claim)| claim.optional).map(|(keys, _)| keys.at(Level::Claim)).collect();
    got.iter()
        .filter(|(keys, _)| optional.contains(keys.at(Level::Claim)))
        .map(|(keys, _)| keys.at(Level::Status).clone())
        .collect()
}

impl Speakers {
    fn add(&mut self, gold: &Keyed<GoldClaim>, got: &Keyed<Prediction>, names: &Names) {
        let said: BTreeMap<&Key, String> = got
            .iter()
            .map(|(keys, claim)| {
                (keys.at(Level::Claim), speaker(names, claim.attributed_to.as_ref().map(|party| &*party.id)))
            })
            .collect();
        for (keys, claim) in gold.iter().filter(|(_, claim)| !claim.optional) {
            let Some(said) = said.get(keys.at(Level::Claim)) else { continue };
            let wanted = speaker(names, claim.by.as_deref());
            let right = usize::from(*said == wanted);
            self.found += 1;
            self.right += right;
            if !wanted.is_empty() {
                self.stated += 1;
                self.stated_right += right;
            }
        }
    }
}

/// A speaker without the group, empty for the author: "russia/diplomats" counts as "russia".
fn speaker(names: &Names, id: Option<&str>) -> String {
    let id = names.id(id.unwrap_or_default());
    id.split('/').next().unwrap_or_default().to_owned()
}
