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
    let mut found = binder.subject_of(clause);
    found.extend(of_phrase(binder.scene, *objects));
    Some(found)
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
