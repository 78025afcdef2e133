//! The actors that decisions name.

use std::collections::BTreeMap;

use crate::model::{Actor, ActorKind, Claim, Correction, Decision, Ruling};
use crate::ontology::Ontology;
use crate::pipeline::fuse::actors::Ballot;

/// The actors that decisions name, by id.
pub struct Roster<'o> {
    ontology: &'o Ontology,
    met: BTreeMap<String, Actor>,
}

impl<'o> Roster<'o> {
    /// Those that the ontology does not know are as the first claim has them.
    pub fn new(claims: &[Claim], decisions: &[Decision], ontology: &'o Ontology) -> Self {
        let mut met: BTreeMap<String, Option<Actor>> =
            decisions.iter().flat_map(named).map(|id| (id.to_owned(), None)).collect();
        for actor in claims.iter().flat_map(|claim| [&claim.subject.actor, &claim.object.actor]) {
            if let Some(empty @ None) = met.get_mut(&actor.id) {
                *empty = Some(Actor::clone(actor));
            }
        }
        Self { ontology, met: met.into_iter().filter_map(|(id, actor)| Some((id, actor?))).collect() }
    }

    /// The actor with an id: as the ontology knows it, else as the texts have it, else of an unknown kind.
    pub fn actor(&self, id: &str) -> Actor {
        let known = self.known(id);
        known.or_else(|| self.met.get(id).cloned()).unwrap_or_else(|| self.stranger(id))
    }

    /// The actor as the ontology knows it.
    fn known(&self, id: &str) -> Option<Actor> {
        self.ontology.actor(id).map(|_| Ballot::default().actor(id, self.ontology))
    }

    /// An actor that only a decision names. The part before a `/` tells whose group it is.
    fn stranger(&self, id: &str) -> Actor {
        let owner = id.split_once('/').and_then(|(owner, _)| self.known(owner));
        Actor {
            id: id.to_owned(),
            label: id.replace(['-', '/'], " "),
            kind: if owner.is_some() { ActorKind::Group } else { ActorKind::Unknown },
            sector: None,
            country: owner.and_then(|owner| owner.country),
            acts_for: None,
        }
    }
}

/// The ids that a decision puts in the place of others.
fn named(decision: &Decision) -> Vec<&str> {
    match &decision.ruling {
        Ruling::Reject(_) | Ruling::Confirm(_) | Ruling::Forget { .. } => Vec::new(),
        Ruling::Alias { actor, .. } => vec![actor],
        Ruling::Merge { into, .. } | Ruling::Split { into, .. } => vec![into],
        Ruling::Correct { set, .. } => corrected(set),
        Ruling::Add(addition) => {
            let mut ids = corrected(&addition.set);
            ids.extend([addition.subject.as_str(), addition.object.as_str()]);
            ids
        }
    }
}

fn corrected(set: &Correction) -> Vec<&str> {
    let single = [&set.subject, &set.object, &set.attributed_to].into_iter().flatten();
    single.chain(set.denied_by.iter().flatten()).map(String::as_str).collect()
}
