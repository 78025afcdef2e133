//! Which claims a decision is about.

use std::cell::LazyCell;
use std::collections::{BTreeMap, HashMap};

use crate::model::{Claim, Decision, Quotation, Ruling, Target};

/// For the index of each claim that decisions are about their indices, in order. A piece of evidence is found by its id,
/// else by what it says: the same sentence with the same subject, relation and object, wherever it stands now.
pub fn verdicts(claims: &[Claim], decisions: &[Decision]) -> BTreeMap<usize, Vec<usize>> {
    let by_id = LazyCell::new(|| {
        claims.iter().enumerate().map(|(at, claim)| (claim.evidence.as_str(), at)).collect::<HashMap<_, _>>()
    });
    let by_words = LazyCell::new(|| by_words(claims));
    let mut verdicts: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (index, decision) in decisions.iter().enumerate() {
        let Some(target) = target(decision) else { continue };
        let found = match by_id.get(target.evidence.as_str()) {
            Some(&at) => vec![at],
            None => by_words.get(&words(&target.quotation)).cloned().unwrap_or_default(),
        };
        for at in found {
            verdicts.entry(at).or_default().push(index);
        }
    }
    verdicts
}

fn target(decision: &Decision) -> Option<&Target> {
    match &decision.ruling {
        Ruling::Reject(target) | Ruling::Confirm(target) | Ruling::Correct { target, .. } => Some(target),
        Ruling::Alias { .. }
        | Ruling::Merge { .. }
        | Ruling::Split { .. }
        | Ruling::Add(_)
        | Ruling::Forget { .. } => None,
    }
}

/// Sentence, subject, relation, object.
type Words<'c> = (String, &'c str, &'c str, &'c str);

fn by_words(claims: &[Claim]) -> HashMap<Words<'_>, Vec<usize>> {
    let mut places: HashMap<Words, Vec<usize>> = HashMap::new();
    for (at, claim) in claims.iter().enumerate() {
        let (subject, object) = (&claim.subject.actor.id, &claim.object.actor.id);
        places.entry((spaced(&claim.text), subject, &claim.relation, object)).or_default().push(at);
    }
    places
}

fn words(quotation: &Quotation) -> Words<'_> {
    (spaced(&quotation.text), &quotation.subject, &quotation.relation, &quotation.object)
}

/// A text with single spaces.
fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
