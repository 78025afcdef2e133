//! Claims that people added.

use std::collections::BTreeSet;

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

/// The claims that decisions add. A source that the graph does not hold joins its documents; the quotation is its text
/// unless it brings one. Decisions that hold join `matched`: those whose quotation stands in their source.
pub fn added(
    decisions: &[Decision],
    documents: &mut Vec<Document>,
    identities: &Identities,
    roster: &Roster,
    matched: &mut BTreeSet<usize>,
) -> Vec<Claim> {
    let mut claims = Vec::new();
    for (at, decision) in decisions.iter().enumerate() {
        let Ruling::Add(addition) = &decision.ruling else { continue };
        let document = source(addition, documents);
        let Some(start) = document.text.find(&addition.quotation) else { continue };
        let actor = |id: &str| roster.actor(identities.merged(id, &mut BTreeSet::new()));
        let mut claim = claim(addition, document, start, &actor);
        correction::apply(&mut claim, &addition.set, actor);
        claim.edits.push(decision.edit(EditKind::Added));
        matched.insert(at);
        let rulings = rulings(decisions, &claim.evidence);
        matched.extend(rulings.iter().map(|(at, _)| at));
        claims.extend(verdict::ruled(
            claim,
            rulings.into_iter().map(|(_, decision)| decision),
            identities,
            roster,
        ));
    }
    claims
}

/// What was decided about an added claim itself, with the indices of the decisions.
fn rulings<'d>(decisions: &'d [Decision], evidence: &str) -> Vec<(usize, &'d Decision)> {
    let about = |decision: &Decision| target(decision).is_some_and(|target| target.evidence == evidence);
    decisions.iter().enumerate().filter(|(_, decision)| about(decision)).collect()
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

fn claim(addition: &Addition, document: &Document, start: usize, actor: &impl Fn(&str) -> Actor) -> Claim {
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
