//! What becomes of evidence that people judged.

use std::collections::BTreeSet;

use super::correction;
use super::identity::Identities;
use super::roster::Roster;
use crate::model::{Claim, Decision, EditKind, Ruling};

/// A claim after the rulings on it, oldest first; nothing if the last of them that tells rejects it. What a person
/// confirmed or corrected the text surely states.
pub fn ruled<'d>(
    mut claim: Claim,
    rulings: impl Iterator<Item = &'d Decision>,
    identities: &Identities,
    roster: &Roster,
) -> Option<Claim> {
    let mut rejected = false;
    for decision in rulings {
        rejected = matches!(decision.ruling, Ruling::Reject(_));
        let kind = match &decision.ruling {
            Ruling::Confirm(_) => EditKind::Confirmed,
            Ruling::Correct { set, .. } => {
                let standing = |id: &str| identities.merged(id, &mut BTreeSet::new()).to_owned();
                correction::apply(&mut claim, set, |id| roster.actor(&standing(id)));
                EditKind::Corrected
            }
            _ => continue,
        };
        claim.confidence = 1.0;
        claim.edits.push(decision.edit(kind));
    }
    (!rejected).then_some(claim)
}
