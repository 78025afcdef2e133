//! Whose words a sentence goes on with that names no speaker: points that are told off one by one, answers of an interview, what
//! "Hal itu disampaikan X" sums up.

use super::quotes::Quoted;
use super::reporting;
use super::scene::Scene;
use super::speaker::doer;
use super::status::governor;
use crate::model::{Actor, ActorKind};
use crate::pipeline::detect::form_at;

/// Gives every sentence that goes on with somebody's words that speaker.
pub fn give(scenes: &[&Scene<'_>], quoted: &mut [Quoted]) {
    enumerated(scenes, quoted);
    answered(scenes, quoted);
    for at in 1..scenes.len() {
        let near = scenes[at].sentence.paragraph <= scenes[at - 1].sentence.paragraph + 1;
        if let Some(speaker) = summed_up(scenes[at]).filter(|_| near) {
            quoted[at - 1].turn.get_or_insert(speaker);
        }
    }
}

/// "X menyoroti tiga hal. **Pertama**, … **Kedua**, … **Selain itu**, …": X's points, until a sentence counts no further.
fn enumerated(scenes: &[&Scene<'_>], quoted: &mut [Quoted]) {
    let mut voice: Option<Actor> = None;
    for at in 1..scenes.len() {
        if starts(scenes[at], "first") {
            voice = reporting::teller(scenes[at - 1]).or_else(|| counting(scenes[at - 1]));
        } else if !starts(scenes[at], "further") && is_whole(scenes[at]) {
            voice = None;
        }
        quoted[at].turn.clone_from(&voice);
    }
}

/// "**X** made three points": who is about to tell them off.
fn counting(scene: &Scene<'_>) -> Option<Actor> {
    let points = |phrase: &usize| {
        (scene.phrase(*phrase).first()..scene.phrase(*phrase).last()).any(|at| scene.is("points", at))
    };
    let counts = |&clause: &usize| scene.clause(clause).objects.iter().any(points);
    (0..scene.clauses.clauses.len()).find(counts).and_then(|clause| doer(scene, clause))
}

fn starts(scene: &Scene<'_>, list: &str) -> bool {
    scene.index.forms.phrase(list, form_at(scene.sentence, 0)) > 0
}

/// Whether a line is a sentence, and no heading between two paragraphs.
fn is_whole(scene: &Scene<'_>) -> bool {
    scene.sentence.tokens.last().is_some_and(|last| matches!(&*last.form, "." | "?" | "!" | "\"" | "”"))
}

/// "**Tanya**: … **Jawab**: …": answers are the words of the person named last before the first question.
fn answered(scenes: &[&Scene<'_>], quoted: &mut [Quoted]) {
    let labelled = |scene: &Scene<'_>, list: &str| {
        starts(scene, list) && scene.sentence.tokens.get(1).is_some_and(|next| next.form == ":")
    };
    let Some(first) = scenes.iter().position(|scene| labelled(scene, "question")) else { return };
    let people = |scene: &&Scene<'_>| {
        let mut people = scene.mentions.iter().rev().flat_map(|mention| &mention.actors);
        people.find(|actor| actor.kind == ActorKind::Person).cloned()
    };
    let Some(guest) = scenes[..first].iter().rev().find_map(people) else { return };
    let mut answering = false;
    for (scene, quoted) in scenes.iter().zip(quoted).skip(first) {
        answering = !labelled(scene, "question") && (answering || labelled(scene, "answer"));
        if answering {
            quoted.turn = Some(guest.clone());
        }
    }
}

/// "**Hal itu** disampaikan X": who says what the sentence before states.
fn summed_up(scene: &Scene<'_>) -> Option<Actor> {
    let clause = scene.clauses.clauses.first()?;
    let subject = scene.phrase(clause.subject?);
    let opens = subject.first() == 0 && clause.verb == subject.last();
    let demonstrates = (subject.first()..subject.last()).any(|at| scene.is("demonstrative", at));
    let points = demonstrates && scene.is("summing", subject.first());
    let says = governor(scene, 0).is_some_and(|governor| governor.speaker && !governor.denies);
    let unnamed = scene.mention_at(subject.first()).is_none();
    doer(scene, 0).filter(|_| opens && points && says && unnamed)
}
