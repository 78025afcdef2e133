//! Objects of hostile nouns that no place names, but the clause around the noun implies.

use super::{Binder, Bound};
use crate::pipeline::detect::known_actor;
use crate::pipeline::extract::filler::Filler;

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
