//! Roles of hostile cues that no place names, but the clauses around them imply.

use super::{Binder, Bound};
use crate::ontology::CueKind;
use crate::pipeline::detect::known_actor;
use crate::pipeline::extract::chunk::is_passive;
use crate::pipeline::extract::clause::{Clause, Link};
use crate::pipeline::extract::filler::{Filler, of_phrase};
use crate::pipeline::extract::status::governor;

/// Certainty that whoever is implied is meant.
const IMPLIED: f64 = 0.85;

/// Fills the missing object of a noun whose doer is known.
pub fn complete(binder: &Binder<'_, '_>, bound: &mut Bound) {
    let hostile = binder.cue.relation.sign < 0;
    if !hostile || bound.subjects.is_empty() || !bound.objects.is_empty() || bound.each {
        return;
    }
    let found = suffered(binder).or_else(|| rebutted(binder)).or_else(|| harmed(binder)).unwrap_or_default();
    bound.objects = found.into_iter().map(less_certain).collect();
}

/// "X melayangkan protes **setelah Y** …": a reaction is to whoever did what it follows; "**X** menyebut musuh bersama adalah
/// Y": an enemy is the enemy of whoever says so.
pub fn react(binder: &Binder<'_, '_>, bound: &mut Bound) {
    if binder.cue.relation.sign >= 0 || bound.each {
        return;
    }
    let found = match (bound.subjects.is_empty(), bound.objects.is_empty()) {
        (false, true) => {
            bound.objects = provoking(binder, &bound.subjects).into_iter().map(less_certain).collect();
            return;
        }
        (true, false) if binder.cue.kind == CueKind::Holder => naming(binder).unwrap_or_default(),
        _ => return,
    };
    bound.subjects = found.into_iter().map(less_certain).collect();
}

/// Who does what the clause behind "setelah", "karena" says.
fn provoking(binder: &Binder<'_, '_>, subjects: &[Filler]) -> Vec<Filler> {
    let Some(own) = binder.clause.filter(|_| binder.scene.is("reaction", binder.cue.head)) else {
        return Vec::new();
    };
    let after = |clause: &&Clause| {
        let marked = clause.mark.is_some_and(|mark| binder.scene.is("provoked", mark));
        clause.parent == Some(own) && clause.link == Link::Subordinate && marked
    };
    let Some(clause) = binder.scene.clauses.clauses.iter().find(after) else { return Vec::new() };
    let mut doers = if is_passive(binder.scene.token(clause.verb)) {
        let agent = clause.obliques.iter().find(|&&phrase| binder.scene.introduces("agent", phrase));
        agent.map(|&phrase| of_phrase(binder.scene, phrase)).unwrap_or_default()
    } else {
        binder.subject_of(clause)
    };
    doers.retain(|doer| subjects.iter().all(|subject| subject.argument.actor.id != doer.argument.actor.id));
    doers
}

/// Who says the copula clause in which a holder stands.
fn naming(binder: &Binder<'_, '_>) -> Option<Vec<Filler>> {
    let clause = binder.scene.clause(binder.scene.clause_around(binder.cue.head)?);
    let parent = clause.parent.filter(|_| binder.scene.is("copula", clause.verb))?;
    let says = governor(binder.scene, parent).is_some_and(|governor| governor.speaker && !governor.denies);
    says.then(|| binder.subject_of(binder.scene.clause(parent)))
}

fn less_certain(filler: Filler) -> Filler {
    Filler { certainty: filler.certainty * IMPLIED, ..filler }
}

/// "**X** tewas dalam serangan Y", "**X** terluka akibat serangan Y"
fn suffered(binder: &Binder<'_, '_>) -> Option<Vec<Filler>> {
    let phrase = binder.phrase?;
    let clause = binder.scene.clause_with_oblique(phrase)?;
    let suffers = binder.scene.introduces("cause", phrase) && binder.is_verb("suffer", clause);
    suffers.then(|| binder.subject_of(clause))
}

/// "**X** membantah tuduhan Y", "**X** membalas serangan Y"
fn rebutted(binder: &Binder<'_, '_>) -> Option<Vec<Filler>> {
    let clause = binder.clause().filter(|clause| binder.is_verb("rebut", clause))?;
    Some(binder.subject_of(clause).into_iter().map(|filler| state_of(binder, filler)).collect())
}

/// Whoever answers for a state answers what is said of the state.
fn state_of(binder: &Binder<'_, '_>, mut filler: Filler) -> Filler {
    let state = filler.argument.actor.acts_for.as_deref().and_then(|id| binder.scene.ontology.actor(id));
    if let Some(state) = state {
        filler.argument.actor = known_actor(state, binder.scene.document, binder.scene.ontology);
    }
    filler
}

/// "serangan Y menewaskan **X**"
fn harmed(binder: &Binder<'_, '_>) -> Option<Vec<Filler>> {
    let phrase = binder.phrase?;
    let clause = binder.scene.clauses.clauses.iter().find(|clause| clause.subject == Some(phrase))?;
    binder.is_verb("harm", clause).then(|| binder.objects_of(clause))
}
