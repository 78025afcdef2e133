//! Which actors another node stands for.

use std::collections::{BTreeMap, BTreeSet};

use super::actors::Ballots;
use crate::model::{Actor, ActorKind, Claim, Level, View};
use crate::ontology::Ontology;

/// Actor ids that another node stands for, and its id: at the level of states whoever acts for a state is that state;
/// unless the view shows private persons, they are citizens of their state.
///
/// `officials` are [those with an office](officials).
pub fn represented(
    ballots: &Ballots,
    officials: &BTreeSet<String>,
    view: &View,
    ontology: &Ontology,
) -> BTreeMap<String, String> {
    let standing = |(id, actor): (&str, Actor)| {
        let state = actor.acts_for.clone().filter(|state| view.level == Level::State && state != id);
        let private = || !view.private_persons && is_private(&actor, officials, ontology);
        let standing = state.or_else(|| private().then(|| citizens(&actor, ontology)))?;
        Some((id.to_owned(), standing))
    };
    ballots.iter().map(|(id, ballot)| (*id, ballot.actor(id, ontology))).filter_map(standing).collect()
}

/// Those of whom some text says that they lead, represent or belong to something.
pub fn officials(claims: &[Claim], ontology: &Ontology) -> BTreeSet<String> {
    let structural = &ontology.scoring.structural;
    let offices = claims.iter().filter(|claim| structural.contains(&claim.relation));
    offices.map(|claim| claim.subject.actor.id.clone()).collect()
}

/// A named person without an office whom the ontology does not know. Who stands for an office (`russia/envoy`) is none.
fn is_private(actor: &Actor, officials: &BTreeSet<String>, ontology: &Ontology) -> bool {
    actor.kind == ActorKind::Person
        && actor.acts_for.is_none()
        && !actor.id.contains('/')
        && !officials.contains(&actor.id)
        && ontology.actor(&actor.id).is_none()
}

fn citizens(person: &Actor, ontology: &Ontology) -> String {
    let private = &ontology.scoring.private;
    person.country.as_ref().map_or_else(|| private.clone(), |state| format!("{state}/{private}"))
}
