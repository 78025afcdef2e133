//! Sources without a name: "**para analis** menilai …", "kata **seorang pejabat** di Kyiv", "**an official** said …".

use super::filler::named;
use super::scene::Scene;
use crate::model::{Actor, ActorKind, Upos};
use crate::ontology::{Group, Role, RoleClass};
use crate::pipeline::detect::{form_at, group_actor, known_actor, office_holder, unowned};

/// Who speaks without a name.
enum Source<'s> {
    /// Several, or any of them: "analis".
    People(&'s Group),
    /// One by office or profession: "an official".
    One(&'s Role),
}

/// The people that a phrase without an actor tells of; officials and the like belong to the state whose seat they speak in.
pub fn of_phrase(scene: &Scene<'_>, phrase: usize) -> Option<Actor> {
    let seat = seat(scene, phrase);
    match (source(scene, phrase)?, seat) {
        (Source::People(group), Some(of)) if group.acts_for => {
            Some(group_actor(group, &of, scene.document, scene.ontology))
        }
        (Source::People(group), _) => Some(unowned(group)),
        (Source::One(role), Some(of)) if role.class != RoleClass::Expert => {
            Some(office_holder(role, &of, false))
        }
        (Source::One(role), _) => Some(one(role)),
    }
}

/// Whether a phrase tells of people.
pub fn is_people(scene: &Scene<'_>, phrase: usize) -> bool {
    source(scene, phrase).is_some()
}

/// Whether a speaker is somebody whom the text neither names nor places.
pub fn is_unnamed(speaker: &Actor, scene: &Scene<'_>) -> bool {
    scene.ontology.groups.iter().any(|group| group.id == speaker.id)
        || scene.ontology.roles.iter().any(|role| role.id == speaker.id)
}

/// The word for people that heads a phrase.
fn source<'s>(scene: &'s Scene<'_>, phrase: usize) -> Option<Source<'s>> {
    let words = scene.phrase(phrase).first()..scene.phrase(phrase).last();
    let names = &scene.index.names;
    let whole = |at: usize, length: usize| !scene.index.forms.heads_last() || at + length == words.end;
    let group = |at: usize| {
        let found = names.groups.at(form_at(scene.sentence, at)).next()?;
        let group = &scene.ontology.groups[found.value];
        (whole(at, found.folded.len()) && !group.itself).then_some(Source::People(group))
    };
    let role = |at: usize| {
        let found = names.roles.at(form_at(scene.sentence, at)).next()?;
        let role = &scene.ontology.roles[found.value];
        let alone = matches!(role.class, RoleClass::Expert | RoleClass::Official | RoleClass::Diplomat);
        let speaks = alone || role.class == RoleClass::Spokesperson && seat(scene, phrase).is_some();
        (whole(at, found.folded.len()) && speaks).then_some(Source::One(role))
    };
    let heads = |&at: &usize| scene.index.forms.heads_last() || is_opened(scene, words.start, at);
    words.clone().filter(heads).find_map(|at| group(at).or_else(|| role(at)))
}

/// "**sejumlah** saksi": where heads stand first, nothing but determiners stands before the head.
fn is_opened(scene: &Scene<'_>, first: usize, head: usize) -> bool {
    (first..head).all(|at| matches!(scene.token(at).upos, Upos::Det | Upos::Num))
}

/// "officials **in Ankara**": the actor in the phrase of place that follows.
fn seat(scene: &Scene<'_>, phrase: usize) -> Option<Actor> {
    let last = scene.phrase(phrase).last();
    let next = scene.clauses.phrases.iter().position(|next| next.preposition == Some(last))?;
    let placed = ["place", "origin", "representing"].iter().any(|list| scene.introduces(list, next));
    let owner = named(scene, next).into_iter().next().filter(|_| placed)?.argument.actor();
    // A spokesman for an army speaks for its state.
    let state = owner.id.split_once('/').and_then(|(state, _)| scene.ontology.actor(state));
    Some(state.map_or(owner, |state| known_actor(state, scene.document, scene.ontology)))
}

/// The holder of an office that the text ties to nobody.
fn one(role: &Role) -> Actor {
    Actor {
        id: role.id.clone(),
        label: role.id.replace('-', " "),
        kind: ActorKind::Person,
        sector: role.sector.clone(),
        country: None,
        acts_for: None,
    }
}
