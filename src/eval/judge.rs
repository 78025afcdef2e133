//! Predicted claims as gold judges them: right or wrong, one by one.

use std::collections::BTreeMap;

use super::count::{Sets, keyed};
use super::key::{Key, Level};
use super::names::Names;
use super::place::place;
use super::record::{GoldSentence, Prediction};

/// A predicted claim that gold tells right from wrong.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Verdict<'a> {
    /// Id of the document in the gold file.
    pub document: &'a str,
    /// The claim.
    pub claim: &'a Prediction,
    /// Whether gold requires its subject, relation and object.
    pub right: bool,
}

/// The predicted claims with what gold says of them, in the order of the gold sentences. Left out are claims that gold holds
/// for optional, and all but the surest of those that are the same claim of one sentence.
pub fn judge<'a>(gold: &'a [GoldSentence], predictions: &'a [Prediction], names: &Names) -> Vec<Verdict<'a>> {
    let placed = place(gold, predictions).by_sentence;
    let mut verdicts = Vec::new();
    for (sentence, found) in gold.iter().zip(&placed) {
        let (wanted, got) = keyed(sentence, found, names);
        let sets = Sets::new(Level::Claim, &wanted, &got);
        let mut surest: BTreeMap<&Key, &Prediction> = BTreeMap::new();
        for (keys, claim) in &got {
            let known = surest.entry(keys.at(Level::Claim)).or_insert(claim);
            if claim.confidence > known.confidence {
                *known = claim;
            }
        }
        surest.retain(|key, _| !sets.free.contains(*key));
        let verdict =
            |(key, claim)| Verdict { document: &sentence.doc, claim, right: sets.want.contains(key) };
        verdicts.extend(surest.into_iter().map(verdict));
    }
    verdicts
}
