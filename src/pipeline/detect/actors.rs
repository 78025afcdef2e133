//! Entries of the ontology → actors as claims name them.

use crate::model::{Actor, ActorKind, Document, kebab};
use crate::ontology::{ActorEntry, Group, OfficeHeld, Ontology, Role, RoleClass};

/// The actor of an entry, as of the document's date.
pub fn known(entry: &ActorEntry, document: &Document, ontology: &Ontology) -> Actor {
    let state = matches!(entry.kind, ActorKind::State | ActorKind::Territory).then(|| entry.id.clone());
    let office = office_at(entry, document);
    let of = office.and_then(|office| ontology.actor(&office.of));
    let served =
        of.and_then(|of| if of.kind == ActorKind::State { Some(of.id.clone()) } else { of.country.clone() });
    let acting = office.filter(|office| ontology.role(&office.role).is_none_or(acts));
    Actor {
        id: entry.id.clone(),
        label: label(entry),
        kind: entry.kind,
        sector: entry.sector.clone().or_else(|| sector(office, ontology)),
        country: entry.country.clone().or_else(|| state.clone()).or_else(|| served.clone()),
        acts_for: entry.acts_for.clone().or(state).or(served.filter(|_| acting.is_some())),
    }
}

fn label(entry: &ActorEntry) -> String {
    entry.label.get("en").unwrap_or(&entry.id).clone()
}

fn sector(office: Option<&OfficeHeld>, ontology: &Ontology) -> Option<String> {
    office.and_then(|office| ontology.role(&office.role)).and_then(|role| role.sector.clone())
}

/// The office held at the document's date, else the latest one before it, else the latest of all.
fn office_at<'a>(entry: &'a ActorEntry, document: &Document) -> Option<&'a OfficeHeld> {
    let start = |office: &&OfficeHeld| office.start.clone().unwrap_or_default();
    let date = document.published.as_ref().map_or("9999", |date| date.as_str());
    let begun = entry.offices.iter().filter(|office| start(office).as_str() <= date);
    begun.max_by_key(|office| start(office)).or_else(|| entry.offices.iter().max_by_key(start))
}

/// Whether a person heads a state or a government at the document's date.
pub fn is_head(entry: &ActorEntry, document: &Document, ontology: &Ontology) -> bool {
    let role = office_at(entry, document).filter(|office| holds(office, document));
    let class = role.and_then(|office| ontology.role(&office.role)).map(|role| role.class);
    matches!(class, Some(RoleClass::HeadOfState | RoleClass::HeadOfGovernment))
}

/// Whether a person can be meant by the words for an office: who is known in another one cannot.
pub fn can_hold(actor: &Actor, role: &Role, document: &Document, ontology: &Ontology) -> bool {
    let Some(held) = ontology.actor(&actor.id).and_then(|entry| office_at(entry, document)) else {
        return true;
    };
    held.role == role.id || ontology.role(&held.role).is_none_or(|held| heads(held) && heads(role))
}

/// Whether a role is that of the first person of a state: president, prime minister, leader.
fn heads(role: &Role) -> bool {
    matches!(role.class, RoleClass::HeadOfState | RoleClass::HeadOfGovernment | RoleClass::Leader)
}

/// Whether an office had not ended by the document's date.
fn holds(office: &OfficeHeld, document: &Document) -> bool {
    let date = document.published.as_ref().map_or("9999", |date| date.as_str());
    office.end.as_deref().is_none_or(|end| end >= date)
}

/// The armed body that a person commands, as far as the data knows: "pasukan **Haftar**".
pub fn commanded(person: &Actor, document: &Document, ontology: &Ontology) -> Option<Actor> {
    let entry = ontology.actor(&person.id)?;
    let bodies = entry.offices.iter().map(|office| &office.of).chain(&entry.acts_for);
    let armed = |body: &&ActorEntry| {
        let forces = body.kind == ActorKind::GovernmentBody && body.sector.as_deref() == Some("MIL");
        forces || body.kind == ActorKind::ArmedGroup
    };
    let body = bodies.filter_map(|id| ontology.actor(id)).find(armed)?;
    Some(known(body, document, ontology))
}

/// Whether holders of the role act for the state that they hold it for.
pub fn acts(role: &Role) -> bool {
    !matches!(role.class, RoleClass::Expert | RoleClass::Former | RoleClass::Leader)
}

/// A person whom only the document knows, with the actor that a title ties them to.
pub fn person(name: &str, role: Option<&Role>, of: Option<&Actor>) -> Actor {
    let country = of.and_then(|of| of.country.clone());
    let acting = role.is_some_and(acts);
    Actor {
        id: kebab(name),
        label: name.to_owned(),
        kind: ActorKind::Person,
        sector: role.and_then(|role| role.sector.clone()),
        acts_for: of.and_then(|of| of.acts_for.clone()).filter(|_| acting),
        country,
    }
}

/// An actor of whom only the name is known.
pub fn stranger(name: &str, kind: ActorKind) -> Actor {
    Actor { id: kebab(name), label: name.to_owned(), kind, sector: None, country: None, acts_for: None }
}

/// The holder of an office without a name: `russia/foreign-minister`; several of them: `israel/ministers`.
pub fn office_holder(role: &Role, of: &Actor, plural: bool) -> Actor {
    let ending = if plural { "s" } else { "" };
    Actor {
        id: format!("{}/{}{ending}", of.id, role.id),
        label: format!("{}{ending} of {}", words(&role.id), of.label),
        kind: if plural { ActorKind::Group } else { ActorKind::Person },
        sector: role.sector.clone(),
        country: of.country.clone(),
        acts_for: of.acts_for.clone().filter(|_| acts(role)),
    }
}

/// A group of an actor: `north-korea/entities`, of a place that of its state ("warga Kharkiv"); the actor itself for
/// words such as "government", and the state that a person heads ("rezim Kim Jong Un").
pub fn group(group: &Group, of: &Actor, document: &Document, ontology: &Ontology) -> Actor {
    if group.itself {
        let state = of.acts_for.as_deref().filter(|_| of.kind == ActorKind::Person);
        let entry = state.and_then(|state| ontology.actor(state));
        return entry.map_or_else(|| of.clone(), |entry| known(entry, document, ontology));
    }
    // "kapal penjaga pantai Cina", "pejabat kepolisian": what such a body has, and who is of it, acts as that body.
    if of.id.contains('/') && of.acts_for.is_some() {
        return of.clone();
    }
    let state = of.country.as_deref().filter(|_| of.kind == ActorKind::Place);
    let state = state.and_then(|state| ontology.actor(state)).map(|entry| known(entry, document, ontology));
    let of = state.as_ref().unwrap_or(of);
    Actor {
        id: format!("{}/{}", of.id, group.id),
        label: format!("{} of {}", words(&group.id), of.label),
        kind: group.kind,
        sector: group.sector.clone(),
        country: of.country.clone(),
        acts_for: of.acts_for.clone().filter(|_| group.acts_for),
    }
}

/// A group that stands for itself: `analysts`.
pub fn without_owner(group: &Group) -> Actor {
    Actor {
        id: group.id.clone(),
        label: words(&group.id),
        kind: group.kind,
        sector: group.sector.clone(),
        country: None,
        acts_for: None,
    }
}

fn words(id: &str) -> String {
    id.replace('-', " ")
}
