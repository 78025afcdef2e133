//! The two between whom something stands that names nobody: "hubungan **bilateral**", "**usai bentrokan**".

use super::support::several;
use super::{Binder, Bound};
use crate::model::{Actor, ActorKind, Mention};
use crate::ontology::CueKind;
use crate::pipeline::detect::known_actor;
use crate::pipeline::extract::clause::{Clause, Link};
use crate::pipeline::extract::filler::{Filler, of_mention, of_phrase};

/// Certainty that the only two of a sentence are meant.
const ONLY_TWO: f64 = 0.8;

/// "X bertemu Y untuk membahas hubungan **bilateral**": the only two states of the sentence; of a meeting, those who meet.
pub fn two_sided(binder: &Binder<'_, '_>) -> Option<Vec<Filler>> {
    if is_rift(binder) {
        return Some(states(binder)).filter(|found| found.len() == 2);
    }
    let friendly = binder.cue.relation.symmetric && binder.cue.relation.sign > 0;
    if !friendly || !is_between_two(binder) {
        return None;
    }
    let lasting = tokens(binder).any(|at| binder.scene.opens("bond", at));
    let found = if lasting { states(binder) } else { meeting(binder)? };
    (found.len() == 2).then_some(found)
}

/// "X expels diplomats of Y as **diplomatic row** deepens": a quarrel that is between states and names none is between those
/// of the sentence.
fn is_rift(binder: &Binder<'_, '_>) -> bool {
    let hostile = binder.cue.relation.symmetric && binder.cue.relation.sign < 0;
    let nameless = || binder.chain().iter().all(|&phrase| of_phrase(binder.scene, phrase).is_empty());
    hostile
        && binder.cue.kind == CueKind::Noun
        && tokens(binder).any(|at| binder.scene.is("rift", at))
        && nameless()
}

/// Whether the words of the cue say that it is between two, or those who talk about it are.
fn is_between_two(binder: &Binder<'_, '_>) -> bool {
    let bilateral = tokens(binder).any(|at| binder.scene.is("bilateral", at));
    let talk = binder.clause().is_some_and(|clause| binder.scene.is_verb("talk", clause));
    let others = binder
        .chain()
        .into_iter()
        .any(|phrase| ["mutual", "comitative"].iter().any(|list| binder.scene.introduces(list, phrase)));
    bilateral || talk && !others && binder.cue.kind == CueKind::Noun
}

/// The cue and the phrase that it stands in; of a verb, its objects.
fn tokens(binder: &Binder<'_, '_>) -> impl Iterator<Item = usize> {
    let objects = binder.clause().filter(|_| binder.cue.kind == CueKind::Verb);
    let objects = objects.map(|clause| clause.objects.clone()).unwrap_or_default();
    let phrases = objects.into_iter().chain(binder.phrase);
    let ranges: Vec<_> =
        phrases.map(|at| binder.scene.phrase(at).first()..binder.scene.phrase(at).last()).collect();
    (binder.cue.head..binder.cue.end).chain(ranges.into_iter().flatten())
}

/// The states and organisations that a sentence names, or whose people it names.
fn states(binder: &Binder<'_, '_>) -> Vec<Filler> {
    distinct(binder, |actor| power(binder, actor))
}

/// The subject and the only other of the sentence, as both are named.
fn meeting(binder: &Binder<'_, '_>) -> Option<Vec<Filler>> {
    let subject = binder.subject_of(binder.clause()?).into_iter().next()?;
    let own = power(binder, &subject.argument.actor)?;
    let person = subject.argument.actor.kind == ActorKind::Person;
    let other = |actor: &Actor| {
        let another = power(binder, actor).is_some_and(|power| power.id != own.id);
        (another && person == (actor.kind == ActorKind::Person)).then(|| actor.clone())
    };
    let others = distinct(binder, other);
    Some(std::iter::once(subject).chain(others).collect())
}

/// What the mentions of the sentence that are no mere places stand for, each once.
fn distinct(binder: &Binder<'_, '_>, meant: impl Fn(&Actor) -> Option<Actor>) -> Vec<Filler> {
    let mut found: Vec<Filler> = Vec::new();
    for mention in binder.scene.mentions.iter().filter(|mention| !mention.place) {
        for actor in mention.actors.iter().filter_map(&meant) {
            if found.iter().all(|known| known.argument.actor.id != actor.id) {
                found.extend(standing_for(binder, mention, actor));
            }
        }
    }
    found
}

fn standing_for(binder: &Binder<'_, '_>, mention: &Mention, actor: Actor) -> Option<Filler> {
    let mut filler = of_mention(mention, binder.scene, None).into_iter().next()?;
    filler.argument.actor = actor.into();
    filler.certainty *= ONLY_TWO;
    Some(filler)
}

/// The state that an actor acts for, or the organisation that it is.
fn power(binder: &Binder<'_, '_>, actor: &Actor) -> Option<Actor> {
    let state = actor.acts_for.as_deref().and_then(|id| binder.scene.ontology.actor(id));
    let state = state.map(|state| known_actor(state, binder.scene.document, binder.scene.ontology));
    let itself = matches!(actor.kind, ActorKind::Organization | ActorKind::Bloc | ActorKind::ArmedGroup);
    state.or_else(|| itself.then(|| actor.clone()))
}

/// "X menyepakati gencatan senjata dengan Y **usai bentrokan**": those who end the fighting have fought.
pub fn ending(binder: &Binder<'_, '_>) -> Option<Vec<Filler>> {
    let scene = binder.scene;
    let fought = binder.phrase.is_some_and(|phrase| scene.introduces("occasion", phrase));
    let fighting = binder.clause().is_some_and(|clause| {
        clause.link == Link::Subordinate && clause.mark.is_some_and(|mark| scene.is("occasion", mark))
    });
    if binder.cue.relation.sign >= 0 || !(fought || fighting) {
        return None;
    }
    let ends = |clause: &&Clause| clause.objects.iter().any(|&object| is_truce(binder, object));
    let clause = scene.clauses.clauses.iter().find(ends)?;
    let both = both_of(binder, clause);
    (several(&both) && both.len() == 2).then_some(both)
}

fn is_truce(binder: &Binder<'_, '_>, phrase: usize) -> bool {
    let phrase = binder.scene.phrase(phrase);
    (phrase.first()..phrase.last()).any(|at| binder.scene.opens("truce", at))
}

/// The subject of a clause, and who stands with it.
fn both_of(binder: &Binder<'_, '_>, clause: &Clause) -> Vec<Filler> {
    let with = clause.obliques.iter().filter(|&&phrase| binder.scene.introduces("comitative", phrase));
    let partners = with.flat_map(|&phrase| of_phrase(binder.scene, phrase));
    binder.subject_of(clause).into_iter().chain(partners).collect()
}

/// "X memuji hubungan negaranya **dengan Y**": what lasts between one's own state and another is about the other.
pub fn across(binder: &Binder<'_, '_>, bound: &mut Bound) {
    let scene = binder.scene;
    let of = |actor: &Actor, own: &Actor| actor.id == own.id || actor.acts_for.as_ref() == Some(&own.id);
    let same = |object: &Filler| {
        bound.subjects.iter().any(|subject| of(&subject.argument.actor, &object.argument.actor))
    };
    let said = binder.cue.kind == CueKind::Verb && binder.cue.relation.verbal;
    let phrase = binder.clause().filter(|_| said);
    let phrase = phrase.and_then(|clause| clause.objects.first().copied());
    let Some(phrase) = phrase.filter(|&phrase| scene.opens("bond", scene.phrase(phrase).first())) else {
        return;
    };
    let with = |at: &&usize| scene.introduces("comitative", **at);
    if let Some(&partner) =
        scene.clauses.modifiers[phrase].iter().find(with).filter(|_| bound.objects.iter().all(same))
    {
        bound.objects = of_phrase(scene, partner);
    }
}

/// "X signed an agreement **between A and B**": what is told to stand between two does not stand between them and its signer.
pub fn between(binder: &Binder<'_, '_>, bound: &mut Bound) {
    let names = |place: &&String| !binder.place(place).is_empty();
    let place = binder.cue.frame.object.iter().find(names);
    let is = |list, place| binder.scene.index.forms.is(list, place);
    let mutual = place.is_some_and(|place| is("mutual", place) && !is("comitative", place));
    if binder.cue.relation.symmetric && mutual && several(&bound.objects) {
        bound.subjects = std::mem::take(&mut bound.objects);
    }
}
