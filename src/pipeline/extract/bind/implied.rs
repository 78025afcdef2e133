//! Roles of hostile cues that no place names, but the clauses around them imply.

use std::ops::Range;

use super::{Binder, Bound};
use crate::model::Upos;
use crate::ontology::CueKind;
use crate::pipeline::detect::known_actor;
use crate::pipeline::extract::chunk::is_passive;
use crate::pipeline::extract::clause::{Clause, Link};
use crate::pipeline::extract::filler::{Filler, of_phrase};

/// Certainty that whoever is implied is meant.
const IMPLIED: f64 = 0.85;

/// Fills the missing object of a noun whose doer is known.
pub fn complete(binder: &Binder<'_, '_>, bound: &mut Bound) {
    let hostile = binder.cue.relation.sign < 0;
    if !(hostile || binder.cue.relation.verbal)
        || bound.subjects.is_empty()
        || !bound.objects.is_empty()
        || bound.each
    {
        return;
    }
    let found = if hostile {
        suffered(binder).or_else(|| rebutted(binder)).or_else(|| harmed(binder))
    } else {
        answered(binder)
    };
    bound.objects = found.unwrap_or_default().into_iter().map(less_certain).collect();
}

/// "X melayangkan protes **setelah Y** …": a reaction is to whoever did what it follows; "X menyebut musuh bersama adalah **Y**":
/// an enemy is whom the clause below names so.
pub fn react(binder: &Binder<'_, '_>, bound: &mut Bound) {
    let open = !bound.subjects.is_empty() && bound.objects.is_empty() && !bound.each;
    let Some(own) = binder.clause.filter(|_| open && binder.cue.relation.sign < 0) else { return };
    let found =
        provoking(binder, own).or_else(|| named_below(binder, own, &bound.subjects)).unwrap_or_default();
    let another = |filler: &Filler| {
        bound.subjects.iter().all(|subject| subject.argument.actor.id != filler.argument.actor.id)
    };
    bound.objects = found.into_iter().filter(another).map(less_certain).collect();
}

/// Who does what the clause behind "setelah", "karena" says.
fn provoking(binder: &Binder<'_, '_>, own: usize) -> Option<Vec<Filler>> {
    let after = |clause: &&Clause| {
        let marked = clause.mark.is_some_and(|mark| binder.scene.is("provoked", mark));
        clause.parent == Some(own) && clause.link == Link::Subordinate && marked
    };
    let clauses = || binder.scene.clauses.clauses.iter();
    let clause = clauses().find(after).filter(|_| binder.scene.is("reaction", binder.cue.head))?;
    if !is_passive(binder.scene.token(clause.verb)) {
        return Some(binder.subject_of(clause));
    }
    let agent = clause.obliques.iter().find(|&&phrase| binder.scene.introduces("agent", phrase));
    Some(of_phrase(binder.scene, *agent?))
}

/// The other side of the copula below a verb of naming.
fn named_below(binder: &Binder<'_, '_>, own: usize, namers: &[Filler]) -> Option<Vec<Filler>> {
    let names = binder.cue.kind == CueKind::Verb && !binder.cue.frame.with.is_empty();
    let copula = |clause: &&Clause| clause.parent == Some(own) && binder.scene.is("copula", clause.verb);
    let clause = binder.scene.clauses.clauses.iter().find(copula).filter(|_| names)?;
    let last = clause.objects.last().map_or(clause.verb, |&object| binder.scene.phrase(object).last());
    if !says_so(binder, binder.scene.clause(own).verb + 1..last) {
        return None;
    }
    let subject = binder.subject_of(clause);
    let named = subject.iter().any(|filler| namers.iter().all(|namer| namer.argument != filler.argument));
    Some(if named { subject } else { binder.objects_of(clause) })
}

/// Whether some tokens hold a noun that the frame asks for ("**musuh** bersama").
fn says_so(binder: &Binder<'_, '_>, range: Range<usize>) -> bool {
    let mut nouns =
        range.map(|at| binder.scene.token(at)).filter(|token| matches!(token.upos, Upos::Noun | Upos::Propn));
    nouns.any(|noun| binder.cue.frame.with.contains(&noun.form))
}

fn less_certain(filler: Filler) -> Filler {
    Filler { certainty: filler.certainty * IMPLIED, ..filler }
}

/// "**X** tewas dalam serangan Y", "**X** terluka akibat serangan Y"
fn suffered(binder: &Binder<'_, '_>) -> Option<Vec<Filler>> {
    let phrase = binder.phrase?;
    let clause = binder.scene.clause_with_oblique(phrase)?;
    let suffers = binder.scene.introduces("cause", phrase) && binder.scene.is_verb("suffer", clause);
    suffers.then(|| binder.subject_of(clause))
}

/// "**X** membantah tuduhan Y", "**X** membalas serangan Y"
fn rebutted(binder: &Binder<'_, '_>) -> Option<Vec<Filler>> {
    let clause = binder.clause().filter(|clause| binder.scene.is_verb("rebut", clause))?;
    Some(binder.subject_of(clause).into_iter().map(|filler| state_of(binder, filler)).collect())
}

/// "**X** mengabulkan permintaan Y": whoever answers has been asked.
fn answered(binder: &Binder<'_, '_>) -> Option<Vec<Filler>> {
    let clause = binder.clause().filter(|clause| binder.scene.is_verb("answered", clause))?;
    if !is_passive(binder.scene.token(clause.verb)) {
        return Some(binder.subject_of(clause));
    }
    binder
        .agent(clause)
        .filter(|&agent| Some(agent) != binder.phrase)
        .map(|agent| of_phrase(binder.scene, agent))
}

/// Whoever answers for a state answers what is said of the state.
fn state_of(binder: &Binder<'_, '_>, mut filler: Filler) -> Filler {
    let state = filler.argument.actor.acts_for.as_deref().and_then(|id| binder.scene.ontology.actor(id));
    if let Some(state) = state {
        filler.argument.actor = known_actor(state, binder.scene.document, binder.scene.ontology).into();
    }
    filler
}

/// "serangan Y menewaskan **X**"; a coalition that kills has not therefore been told to resist.
fn harmed(binder: &Binder<'_, '_>) -> Option<Vec<Filler>> {
    let phrase = binder.phrase.filter(|_| binder.cue.relation.territory)?;
    let clause = binder.scene.clauses.clauses.iter().find(|clause| clause.subject == Some(phrase))?;
    binder.scene.is_verb("harm", clause).then(|| binder.objects_of(clause))
}
