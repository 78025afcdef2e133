//! Claims that people added.

use std::cell::LazyCell;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::identity::Identities;
use super::roster::Roster;
use super::target::target;
use super::{correction, verdict};
use crate::model::{
    Actor, Addition, Argument, Binder, Claim, Cue, Decision, Document, EditKind, Ruling, Status, claim_id,
    evidence_id,
};

/// What stands in the place of a frame.
const FRAME: &str = "decision";

/// What became of the claims that decisions add.
#[derive(Default)]
pub struct Added {
    /// Those that stand.
    pub claims: Vec<Claim>,
    /// Those that were rejected, as they were added, so that they can be confirmed again.
    pub rejected: Vec<Claim>,
}

/// A claim as it was added, the last time that it was.
struct Latest {
    /// Index of the decision that added it first.
    first: usize,
    /// Index of the one that added it last.
    last: usize,
    claim: Claim,
}

/// The claims that decisions add. A source that the graph does not hold joins its documents; the quotation is its text
/// unless it brings one. Decisions that hold join `matched`: those whose quotation stands in their source.
pub fn added(
    decisions: &[Decision],
    documents: &mut Vec<Document>,
    identities: &Identities,
    roster: &Roster,
    matched: &mut BTreeSet<usize>,
) -> Added {
    let actor = |id: &str| roster.actor(identities.merged(id, &mut BTreeSet::new()));
    let rulings = LazyCell::new(|| rulings(decisions));
    let mut added = Added::default();
    for Latest { first, last, claim } in latest(decisions, documents, &actor, matched) {
        let about = rulings.get(claim.evidence.as_str()).into_iter().flatten();
        let about: Vec<usize> = about.copied().filter(|at| *at > first).collect();
        matched.extend(&about);
        // What was decided before it was added again was about what is no more.
        let later = about.iter().filter(|at| **at > last).map(|&at| &decisions[at]);
        match verdict::ruled(claim.clone(), later, identities, roster) {
            Some(standing) => added.claims.push(standing),
            None => added.rejected.push(claim),
        }
    }
    added
}

/// Added claims in the order of the decisions that hold; of two that add the same evidence the later holds.
fn latest(
    decisions: &[Decision],
    documents: &mut Vec<Document>,
    actor: &impl Fn(&str) -> Actor,
    matched: &mut BTreeSet<usize>,
) -> Vec<Latest> {
    let mut latest: BTreeMap<String, Latest> = BTreeMap::new();
    for (at, decision) in decisions.iter().enumerate() {
        let Ruling::Add(addition) = &decision.ruling else { continue };
        let Some(mut claim) = claim(addition, documents, actor) else { continue };
        correction::apply(&mut claim, &addition.set, actor);
        claim.edits.push(decision.edit(EditKind::Added));
        matched.insert(at);
        let first = latest.get(&claim.evidence).map_or(at, |known| known.first);
        latest.insert(claim.evidence.clone(), Latest { first, last: at, claim });
    }
    let mut latest: Vec<Latest> = latest.into_values().collect();
    latest.sort_by_key(|added| added.last);
    latest
}

/// The indices of the decisions about each piece of evidence.
fn rulings(decisions: &[Decision]) -> HashMap<&str, Vec<usize>> {
    let mut rulings: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, target) in decisions.iter().enumerate().filter_map(|(at, it)| Some((at, target(it)?))) {
        rulings.entry(&target.evidence).or_default().push(at);
    }
    rulings
}

/// The document of an added claim.
fn source<'d>(addition: &Addition, documents: &'d mut Vec<Document>) -> &'d Document {
    let place = documents.binary_search_by(|document| document.id.cmp(&addition.source.id));
    let at = place.unwrap_or_else(|at| {
        let mut document = addition.source.clone();
        if document.text.is_empty() {
            document.text.clone_from(&addition.quotation);
        }
        documents.insert(at, document);
        at
    });
    &documents[at]
}

/// The claim of an addition, if its quotation stands in its source; no words are no quotation, and no name is no source.
fn claim(
    addition: &Addition,
    documents: &mut Vec<Document>,
    actor: &impl Fn(&str) -> Actor,
) -> Option<Claim> {
    if addition.quotation.trim().is_empty() || addition.source.id.trim().is_empty() {
        return None;
    }
    let document = source(addition, documents);
    let start = document.text.find(&addition.quotation)?;
    Some(quoted(addition, document, start, actor))
}

fn quoted(addition: &Addition, document: &Document, start: usize, actor: &impl Fn(&str) -> Actor) -> Claim {
    let Addition { subject, relation, object, quotation, .. } = addition;
    let end = start + quotation.len();
    let (subject, object) = (actor(subject), actor(object));
    Claim {
        claim: claim_id(&subject.id, relation, &object.id),
        evidence: evidence_id(&document.id, quotation, 0, &subject.id, relation, &object.id),
        document: document.id.clone(),
        published: document.published.clone(),
        language: document.language.clone(),
        genre: document.genre,
        sentence: document.text[..start].lines().count(),
        text: quotation.clone(),
        start,
        end,
        subject: argument(subject, start),
        relation: relation.clone(),
        mode: None,
        object: argument(object, start),
        status: Status::Asserted,
        attributed_to: None,
        denied_by: Vec::new(),
        via: None,
        when: None,
        contexts: Vec::new(),
        item: None,
        about: None,
        others: Vec::new(),
        cue: Cue { text: quotation.clone(), start, end },
        frame: FRAME.to_owned(),
        binder: Binder::Person,
        confidence: 1.0,
        grounds: None,
        edits: Vec::new(),
    }
}

/// Nobody said which words name the actor: its label, and the place where the quotation begins.
fn argument(actor: Actor, start: usize) -> Argument {
    Argument {
        mention: actor.label.clone(),
        actor: actor.into(),
        start,
        end: start,
        binder: Binder::Person,
        named_by: None,
    }
}
