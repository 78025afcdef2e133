//! Who denies a claim.

use super::clause::Link;
use super::cue::CueMatch;
use super::filler::named;
use super::scene::Scene;
use super::speaker::{doer, first_of};
use super::status::{governor, is_taken};
use crate::model::{Actor, Upos};

/// Who denies what a cue states that a clause carries.
pub fn denier(scene: &Scene<'_>, cue: &CueMatch<'_>, clause: Option<usize>) -> Option<Actor> {
    let above = clause.and_then(|clause| above(scene, clause));
    above.or_else(|| behind(scene, cue))
}

/// "**X** denies attacking Y": the subject of the verb above.
fn above(scene: &Scene<'_>, clause: usize) -> Option<Actor> {
    let here = scene.clause(clause);
    let aside = |parent: usize| {
        matches!(here.link, Link::Relative | Link::Subordinate) && !is_taken(scene, here, parent)
    };
    let parent = here.parent.filter(|&parent| !aside(parent))?;
    if here.link == Link::Coordinate {
        return above(scene, parent).filter(|_| scene.clauses.parsed && parent < clause);
    }
    let denies = governor(scene, parent).is_some_and(|governor| governor.denies);
    doer(scene, parent).filter(|_| denies)
}

/// "…, which **X** denies", "…, a charge **X** denies", "…, but **X** denied it": the clause right before is denied, where
/// heads stand last. An accusation was made all the same.
fn behind(scene: &Scene<'_>, cue: &CueMatch<'_>) -> Option<Actor> {
    if cue.relation.verbal || !scene.index.forms.heads_last() {
        return None;
    }
    let next = scene.clauses.clauses.iter().position(|clause| clause.verb > cue.head)?;
    let clause = scene.clause(next);
    let denies = governor(scene, next).is_some_and(|governor| governor.denies);
    if !denies || !takes_up(scene, cue.head, clause.verb) {
        return None;
    }
    let before = (0..scene.clauses.phrases.len()).rev().find(|&at| scene.phrase(at).last() <= clause.first);
    first_of(scene, before?)
}

/// Whether a verb is about what was said before it, up to a token: ", which X **denies**", ", a charge X **denies**".
pub fn takes_up(scene: &Scene<'_>, said: usize, verb: usize) -> bool {
    let apart = (said..verb).any(|at| scene.token(at).form == "," || scene.is("contrast", at));
    apart && is_summed_up(scene, verb + 1)
}

/// Whether what stands behind a verb sums up what was said before: nothing, a pronoun, "the charge".
fn is_summed_up(scene: &Scene<'_>, from: usize) -> bool {
    let Some(token) = scene.sentence.tokens.get(from) else { return true };
    let states = |phrase: usize| {
        let last = scene.token(scene.phrase(phrase).last() - 1);
        scene.index.cues.governing_noun(&last.form).is_some_and(|governor| governor.speaker)
    };
    matches!(token.upos, Upos::Punct | Upos::Pron)
        || scene.phrase_of(from).is_some_and(|phrase| states(phrase) && named(scene, phrase).is_empty())
}
