//! Fields of a claim that a person sets.

use crate::model::{Actor, Claim, Correction, claim_id};

/// Sets the fields that a correction holds; `actor` gives the actor with an id.
pub fn apply(claim: &mut Claim, set: &Correction, actor: impl Fn(&str) -> Actor) {
    if let Some(id) = &set.subject {
        claim.subject.actor = actor(id).into();
    }
    if let Some(id) = &set.object {
        claim.object.actor = actor(id).into();
    }
    if let Some(relation) = &set.relation {
        claim.relation.clone_from(relation);
    }
    if let Some(status) = set.status {
        claim.status = status;
    }
    if let Some(id) = &set.attributed_to {
        claim.attributed_to = (!id.is_empty()).then(|| actor(id).into());
    }
    if let Some(ids) = &set.denied_by {
        claim.denied_by = ids.iter().map(|id| actor(id).into()).collect();
    }
    circumstances(claim, set);
    claim.claim = claim_id(&claim.subject.actor.id, &claim.relation, &claim.object.actor.id);
}

fn circumstances(claim: &mut Claim, set: &Correction) {
    text(&mut claim.via, &set.via);
    text(&mut claim.mode, &set.mode);
    text(&mut claim.item, &set.item);
    text(&mut claim.about, &set.about);
    if let Some(when) = &set.when {
        claim.when.clone_from(when);
    }
    if let Some(contexts) = &set.contexts {
        claim.contexts.clone_from(contexts);
    }
    if let Some(others) = &set.others {
        claim.others.clone_from(others);
    }
}

/// An empty text clears the field.
fn text(field: &mut Option<String>, set: &Option<String>) {
    if let Some(words) = set {
        *field = Some(words.clone()).filter(|words| !words.is_empty());
    }
}
