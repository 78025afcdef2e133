//! Whom somebody met who then does with them what names nobody else: "X bertemu **Y** dan mencapai kesepakatan".

use super::Binder;
use crate::pipeline::extract::clause::{Clause, Link};
use crate::pipeline::extract::filler::{Filler, of_phrase};

/// The subject of the clause that carries something mutual, with whom the clause beside it says that the subject met.
pub fn partners(binder: &Binder<'_, '_>) -> Option<Vec<Filler>> {
    let heads = binder.phrase.is_none_or(|phrase| binder.scene.phrase(phrase).first() == binder.cue.head);
    let own = binder.clause.filter(|_| heads && binder.cue.relation.sign >= 0)?;
    let clause = binder.scene.clause(own);
    let with = |list: &'static str| move |&&phrase: &&usize| binder.scene.introduces(list, phrase);
    let accompanied = clause.obliques.iter().any(|phrase| with("comitative")(&phrase));
    let met = met_in(binder, own).filter(|_| !accompanied)?;
    let objects = met.objects.first().or_else(|| met.obliques.iter().find(with("encountered")))?;
    if others_come_between(binder, *objects, clause) {
        return None;
    }
    let mut found = binder.subject_of(clause);
    found.extend(of_phrase(binder.scene, *objects));
    Some(found)
}

/// Whether others are named between whom somebody met and the verb of what follows, who may do it instead: "A menemui B,
/// **C dan D** sepakat".
fn others_come_between(binder: &Binder<'_, '_>, met: usize, clause: &Clause) -> bool {
    let scene = binder.scene;
    let mut between = (met + 1..scene.clauses.phrases.len()).take_while(|&next| scene.phrase(next).first() < clause.verb);
    between.any(|next| scene.phrase(next).preposition.is_none() && !of_phrase(scene, next).is_empty())
}

/// The clause of meeting that a clause is coordinated with, or that is subordinate to it.
fn met_in<'b>(binder: &'b Binder<'_, '_>, own: usize) -> Option<&'b Clause> {
    let clause = binder.scene.clause(own);
    let beside =
        clause.parent.filter(|_| clause.link == Link::Coordinate).map(|above| binder.scene.clause(above));
    let below = binder
        .scene
        .clauses
        .clauses
        .iter()
        .filter(|other| other.link == Link::Subordinate && other.parent == Some(own));
    let meets = |met: &&Clause| binder.scene.is_verb("encounter", met) && met.subject == clause.subject;
    beside.into_iter().chain(below).find(meets)
}
