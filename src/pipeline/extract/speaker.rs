//! Who says a claim, and who denies it.

use super::chunk::is_passive;
use super::clause::Link;
use super::filler::of_phrase;
use super::scene::Scene;
use super::status::governor;
use crate::model::{Actor, Voice};

/// Who says what a clause states: the subject of the verb of saying above it.
pub fn of_clause(scene: &Scene<'_>, clause: Option<usize>) -> Option<Actor> {
    let mut at = clause?;
    loop {
        let here = scene.clause(at);
        let parent = here.parent.filter(|_| here.link != Link::Relative && here.link != Link::Subordinate)?;
        let speaks = governor(scene, parent).is_some_and(|governor| governor.speaker && !governor.denies);
        if speaks && here.link != Link::Coordinate {
            return doer(scene, parent);
        }
        at = parent;
    }
}

/// Who denies what a clause states.
pub fn denier(scene: &Scene<'_>, clause: Option<usize>) -> Option<Actor> {
    let here = scene.clause(clause?);
    let parent = here.parent?;
    let denies = governor(scene, parent).is_some_and(|governor| governor.denies);
    doer(scene, parent).filter(|_| denies)
}

fn doer(scene: &Scene<'_>, clause: usize) -> Option<Actor> {
    let clause = scene.clause(clause);
    let marked = |phrase: &&usize| scene.phrase(**phrase).preposition.is_some_and(|at| scene.is("agent", at));
    let passive = is_passive(scene.token(clause.verb));
    let phrase = if passive { clause.obliques.iter().find(marked).copied() } else { clause.subject };
    of_phrase(scene, phrase?).into_iter().next().map(|filler| filler.argument.actor)
}

/// Who says the whole sentence: "menurut X", "…," kata X, "X: …" in a headline.
pub fn of_sentence(scene: &Scene<'_>) -> Option<Actor> {
    inverted(scene).or_else(|| according(scene)).or_else(|| headline(scene))
}

/// "…," kata **X**: the clause of a bare verb of saying that has a subject after it.
pub fn inverted(scene: &Scene<'_>) -> Option<Actor> {
    let clauses = scene.clauses.clauses.iter().filter(|clause| {
        let token = scene.token(clause.verb);
        scene.is("speech", clause.verb) && token.voice != Some(Voice::Active)
    });
    let mut subjects = clauses
        .filter_map(|clause| clause.subject)
        .filter_map(|phrase| of_phrase(scene, phrase).into_iter().next());
    subjects.next().map(|filler| filler.argument.actor)
}

fn according(scene: &Scene<'_>) -> Option<Actor> {
    let phrases = 0..scene.clauses.phrases.len();
    let mut named = phrases
        .filter(|&phrase| scene.phrase(phrase).preposition.is_some_and(|at| scene.is("according", at)));
    named.find_map(|phrase| of_phrase(scene, phrase).into_iter().next()).map(|filler| filler.argument.actor)
}

fn headline(scene: &Scene<'_>) -> Option<Actor> {
    let first = scene.clauses.phrases.first()?;
    let colon = scene.sentence.tokens.get(first.last())?.form == ":" && first.first() == 0;
    of_phrase(scene, 0).into_iter().next().filter(|_| colon).map(|filler| filler.argument.actor)
}

/// The last subject of a verb of saying, for a quotation that begins after a colon.
pub fn announced(scene: &Scene<'_>) -> Option<Actor> {
    let clauses = 0..scene.clauses.clauses.len();
    let mut saying =
        clauses.rev().filter(|&clause| governor(scene, clause).is_some_and(|governor| governor.speaker));
    saying.find_map(|clause| doer(scene, clause))
}
