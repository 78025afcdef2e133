//! What people decided, applied to claims.
//!
//! Names first (`identity`), then evidence (`target`, `verdict`, `correction`), then what was added (`addition`). A decision
//! that nothing matches any more changes nothing and is listed; it is never dropped.

mod addition;
mod correction;
mod identity;
mod roster;
mod target;
mod verdict;

use std::collections::{BTreeSet, HashSet};

use crate::model::{Claim, Decision, Document, Ruling};
use crate::ontology::Ontology;
use addition::Added;
use identity::Identities;
use roster::Roster;

/// Claims with all decisions applied.
#[derive(Default)]
pub struct Decided {
    /// The claims that are left, in their order.
    pub claims: Vec<Claim>,
    /// Those that were changed or taken out, as the texts gave them, and added ones that were taken out, as they were added.
    pub originals: Vec<Claim>,
    /// Indices of the decisions that nothing matches.
    pub unmatched: Vec<usize>,
}

/// Applies decisions to claims, which are sorted; documents of added claims join the others in their order.
pub fn decide(
    claims: Vec<Claim>,
    documents: &mut Vec<Document>,
    decisions: &[Decision],
    ontology: &Ontology,
) -> Decided {
    if decisions.is_empty() {
        return Decided { claims, ..Decided::default() };
    }
    let roster = Roster::new(&claims, decisions, ontology);
    let identities = Identities::new(decisions);
    let verdicts = target::verdicts(&claims, decisions);
    let mut matched: BTreeSet<usize> = verdicts.values().flatten().copied().collect();
    let mut decided = Decided::default();
    for (index, claim) in claims.into_iter().enumerate() {
        let named = identities.named(&claim, &roster, &mut matched);
        match verdicts.get(&index) {
            None => decided.take(claim, named),
            Some(rulings) => {
                let rulings = rulings.iter().map(|&at| &decisions[at]);
                let ruled =
                    verdict::ruled(named.unwrap_or_else(|| claim.clone()), rulings, &identities, &roster);
                decided.originals.push(claim);
                decided.claims.extend(ruled);
            }
        }
    }
    decided.add(addition::added(decisions, documents, &identities, &roster, &mut matched));
    super::unique::sort(&mut decided.claims);
    // Who is forgotten is not there to be matched: `forget` has seen to it.
    let is_about_claims = |index: &usize| !matches!(decisions[*index].ruling, Ruling::Forget { .. });
    decided.unmatched =
        (0..decisions.len()).filter(|index| !matched.contains(index)).filter(is_about_claims).collect();
    decided
}

impl Decided {
    /// Takes a claim, or what it was changed into.
    fn take(&mut self, claim: Claim, changed: Option<Claim>) {
        match changed {
            None => self.claims.push(claim),
            Some(changed) => {
                self.claims.push(changed);
                self.originals.push(claim);
            }
        }
    }

    /// Takes what people added. Evidence that the texts give, too, counts once: as it was added.
    fn add(&mut self, added: Added) {
        let ids: HashSet<&str> =
            added.claims.iter().chain(&added.rejected).map(|claim| claim.evidence.as_str()).collect();
        if !ids.is_empty() {
            let again = |claim: &mut Claim| ids.contains(claim.evidence.as_str());
            let replaced: Vec<Claim> = self.claims.extract_if(.., again).collect();
            // What the texts gave of a changed one is kept already.
            self.originals.extend(replaced.into_iter().filter(|claim| claim.edits.is_empty()));
        }
        self.claims.extend(added.claims);
        self.originals.extend(added.rejected);
    }
}
