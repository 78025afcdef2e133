//! What a plan depends on, and what holds whatever is planned: conditions, aims, things that already stand.

use super::chunk::is_passive;
use super::clause::Clause;
use super::scene::Scene;
use super::sources;
use crate::model::{Status, Upos};

/// "akan menyerang **jika** …": a plan under a condition is open.
pub fn conditional(scene: &Scene<'_>, clause: usize, status: Status) -> Status {
    let open = status == Status::Planned && depends(scene, scene.clause(clause));
    if open { Status::Possible } else { status }
}

/// "X menyerang Y?": whether it is so is open, unless the question is why or when.
pub fn is_asked(scene: &Scene<'_>, verb: usize) -> bool {
    let tokens = &scene.sentence.tokens;
    let closed = |at: usize| matches!(&*tokens[at].form, "\"" | "”" | "'" | "’");
    let last = (0..tokens.len()).rev().find(|&at| !closed(at));
    let asks = last.is_some_and(|last| tokens[last].form == "?");
    let first = (0..verb)
        .rev()
        .find(|&at| matches!(&*tokens[at].form, "," | ":" | ";" | "“" | "\""))
        .map_or(0, |at| at + 1);
    let apart =
        (verb..tokens.len()).any(|at| matches!(&*tokens[at].form, "," | ";") || scene.is("contrast", at));
    asks && !apart && !(first..verb).any(|at| scene.is("asking", at))
}

/// Whether a condition stands in the same part of the sentence as a clause.
fn depends(scene: &Scene<'_>, clause: &Clause) -> bool {
    let parts = |at: usize| scene.is("contrast", at) || matches!(&*scene.token(at).form, ";" | ":");
    let beside = |&at: &usize| {
        let between = if at < clause.verb { at + 1..clause.verb } else { clause.verb + 1..at };
        is_condition(scene, at) && !between.into_iter().any(parts)
    };
    (0..scene.sentence.tokens.len()).any(|at| beside(&at))
}

/// A conjunction of condition; "even if" depends on nothing.
fn is_condition(scene: &Scene<'_>, at: usize) -> bool {
    let regardless = at.checked_sub(1).is_some_and(|before| scene.is("regardless", before));
    scene.is("condition", at) && !regardless
}

/// Whether a noun names what stands already, whatever is planned or feared around it: "dalam **perang** antara X dan Y", "jika
/// **poros** ini …".
pub fn stands(scene: &Scene<'_>, noun: usize) -> bool {
    let Some(phrase) = scene.phrase_of(noun).filter(|_| scene.is("standing", noun)) else { return false };
    let set = scene.phrase(phrase).preposition.is_some() || goes_on(scene, phrase);
    let pointed = |at: usize| at < scene.sentence.tokens.len() && scene.is("demonstrative", at);
    let shown = if scene.index.forms.heads_last() {
        pointed(scene.phrase(phrase).first())
    } else {
        pointed(scene.phrase(phrase).last()) || pointed(scene.phrase(phrase).last() - 1)
    };
    set || shown
}

/// "jika **perang** antara X dan Y berlanjut": the subject of a verb stands already, unless it breaks out or is made.
fn goes_on(scene: &Scene<'_>, phrase: usize) -> bool {
    let mut clauses =
        (0..scene.clauses.clauses.len()).filter(|&clause| scene.clause(clause).subject == Some(phrase));
    clauses.any(|clause| {
        let passive = is_passive(scene.token(scene.clause(clause).verb));
        !passive && !scene.is_verb("arising", scene.clause(clause))
    })
}

/// "**Serangan** itu tidak menewaskan siapa pun": what is denied of a deed does not deny the deed, unless it is that it took place.
pub fn presumed(scene: &Scene<'_>, noun: usize, carrier: usize, status: Status) -> Status {
    let subject = scene.clause(carrier).subject.is_some_and(|subject| scene.phrase(subject).holds(noun));
    let kept = status == Status::Negated && subject && !scene.is_verb("occurring", scene.clause(carrier));
    if kept { Status::Asserted } else { status }
}

/// The clause that says when a deed takes place: "**talks** between X and Y are due to resume".
pub fn taking_place(scene: &Scene<'_>, noun: usize) -> Option<usize> {
    let phrase = scene.phrase_of(noun)?;
    let places = |&clause: &usize| {
        scene.clause(clause).subject == Some(phrase) && scene.is_verb("occurring", scene.clause(clause))
    };
    (0..scene.clauses.clauses.len()).rev().find(places)
}

/// Whether what moves somebody to a deed is a thing, so that the deed is a result: "**sanksi** mendorong keduanya untuk …".
pub fn is_moved(scene: &Scene<'_>, clause: usize) -> bool {
    let clause = scene.clause(clause);
    let Some(subject) = clause.subject.map(|subject| scene.phrase(subject)) else { return false };
    let head = if scene.index.forms.heads_last() { subject.last() - 1 } else { subject.first() };
    let somebody = scene.mention_at(head).is_some() || scene.token(head).upos == Upos::Pron;
    let thing = !somebody && clause.subject.is_some_and(|subject| !sources::is_people(scene, subject));
    thing && scene.is_verb("impelling", clause)
}

/// "untuk **mendapatkan** rudal dari X": that X gives it is an aim and no plan of X's.
pub fn obtains(scene: &Scene<'_>, clause: &Clause) -> bool {
    scene.is_verb("obtaining", clause)
}
