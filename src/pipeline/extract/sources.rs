//! Sources without a name: "**para analis** menilai …", "kata **seorang pejabat** di Kyiv", "**residents** said …".

use super::filler::named;
use super::scene::Scene;
use crate::model::Actor;
use crate::ontology::Group;
use crate::pipeline::detect::{form_at, group_actor, unowned};

/// The people that a phrase without an actor tells of; officials and the like belong to the state whose seat they speak in.
pub fn of_phrase(scene: &Scene<'_>, phrase: usize) -> Option<Actor> {
    let group = group(scene, phrase)?;
    let owner = seat(scene, phrase).filter(|_| group.acts_for);
    Some(
        owner.map_or_else(
            || unowned(group),
            |owner| group_actor(group, &owner, scene.document, scene.ontology),
        ),
    )
}

/// Whether a speaker is somebody whom the text does not name or place.
pub fn is_unnamed(speaker: &Actor, scene: &Scene<'_>) -> bool {
    scene.ontology.groups.iter().any(|group| group.id == speaker.id)
}

/// The group word of a phrase: the last one where heads stand last, else the first.
pub fn group<'s>(scene: &'s Scene<'_>, phrase: usize) -> Option<&'s Group> {
    let words = scene.phrase(phrase).first()..scene.phrase(phrase).last();
    let groups = &scene.index.names.groups;
    let at = |at: usize| groups.at(form_at(scene.sentence, at)).next().map(|found| found.value);
    let found = if scene.index.forms.heads_last() {
        words.rev().find_map(at)
    } else {
        words.into_iter().find_map(at)
    };
    found.map(|index| &scene.ontology.groups[index]).filter(|group| !group.itself)
}

/// "officials **in Ankara**": the actor in the phrase of place that follows.
fn seat(scene: &Scene<'_>, phrase: usize) -> Option<Actor> {
    let next = scene
        .clauses
        .phrases
        .iter()
        .position(|next| next.preposition == Some(scene.phrase(phrase).last()))?;
    let placed = scene.introduces("place", next) || scene.introduces("origin", next);
    named(scene, next).into_iter().next().map(|owner| owner.argument.actor).filter(|_| placed)
}
