//! Who says a claim, and who denies it.

use super::chunk::is_passive;
use super::clause::{Clause, Link};
use super::filler::of_phrase;
use super::scene::Scene;
use super::status::governor;
use crate::model::{Actor, Voice};

/// Who says what a clause states: the subject of the verb of saying, hoping or expecting above it, or the owner of the
/// statement that it spells out ("pernyataan **X** bahwa …").
pub fn of_clause(scene: &Scene<'_>, clause: Option<usize>) -> Option<Actor> {
    let mut at = clause?;
    loop {
        let here = scene.clause(at);
        if let Some(owner) = spelled_out(scene, here) {
            return Some(owner);
        }
        let parent = here.parent.filter(|_| here.link != Link::Relative && here.link != Link::Subordinate)?;
        let speaks = governor(scene, parent).is_some_and(|governor| {
            let hopes = governor.control.as_deref() == Some("subject")
                && here.link == Link::Complement
                && here.subject.is_some_and(|subject| Some(subject) != scene.clause(parent).subject);
            (governor.speaker || hopes) && !governor.denies
        });
        if speaks && here.link != Link::Coordinate {
            return doer(scene, parent);
        }
        at = parent;
    }
}

/// "pernyataan **X** bahwa …"
fn spelled_out(scene: &Scene<'_>, clause: &Clause) -> Option<Actor> {
    let mark = clause.mark.filter(|_| clause.link == Link::Complement)?;
    let phrase = scene.phrase_of(mark.checked_sub(1)?)?;
    let (first, last) = (scene.phrase(phrase).first(), scene.phrase(phrase).last());
    let states = |at: usize| {
        scene.index.cues.governing_noun(&scene.token(at).form).is_some_and(|governor| governor.speaker)
    };
    (first..last)
        .any(states)
        .then(|| of_phrase(scene, phrase))?
        .into_iter()
        .next()
        .map(|filler| filler.argument.actor)
}

/// Who denies what a clause states.
pub fn denier(scene: &Scene<'_>, clause: Option<usize>) -> Option<Actor> {
    let here = scene.clause(clause?);
    let parent = here
        .parent
        .filter(|_| !matches!(here.link, Link::Coordinate | Link::Relative | Link::Subordinate))?;
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

/// Who says what stands at a token: "menurut X", "…," kata X, "X melanjutkan, …", "X: …" in a headline.
pub fn of_sentence(scene: &Scene<'_>, head: usize) -> Option<Actor> {
    inverted(scene)
        .filter(|(verb, _)| !narrated(scene, *verb, head))
        .map(|(_, speaker)| speaker)
        .or_else(|| according(scene))
        .or_else(|| continuing(scene, head))
        .or_else(|| reported(scene, head))
        .or_else(|| headline(scene))
}

/// "…," kata **X**: the clause of a bare verb of saying that has a subject after it, with that verb.
pub fn inverted(scene: &Scene<'_>) -> Option<(usize, Actor)> {
    let clauses = scene.clauses.clauses.iter().filter(|clause| {
        let token = scene.token(clause.verb);
        scene.is("speech", clause.verb) && token.voice != Some(Voice::Active)
    });
    let mut subjects = clauses.filter_map(|clause| {
        let speaker = of_phrase(scene, clause.subject?).into_iter().next()?;
        Some((clause.verb, speaker.argument.actor))
    });
    subjects.next()
}

/// "…," kata X di hadapan **diplomat yang berkunjung**: what follows the verb without a comma is told, not said.
fn narrated(scene: &Scene<'_>, verb: usize, head: usize) -> bool {
    verb < head && !(verb..head).any(|at| scene.token(at).form == ",")
}

/// "X menilai **bahwa** …, namun …, jika …": what follows the conjunction in the sentence.
fn reported(scene: &Scene<'_>, head: usize) -> Option<Actor> {
    let spoken = |clause: &&Clause| {
        let marked = clause.mark.is_some_and(|mark| mark < head && scene.is("complementizer", mark));
        marked && clause.link == Link::Complement
    };
    let parent =
        scene.clauses.clauses.iter().filter(spoken).filter_map(|clause| clause.parent).next_back()?;
    let speaks = governor(scene, parent).is_some_and(|governor| governor.speaker && !governor.denies);
    speaks.then(|| doer(scene, parent)).flatten()
}

/// "X **melanjutkan,** …": a verb of saying with nothing but a comma behind it.
fn continuing(scene: &Scene<'_>, head: usize) -> Option<Actor> {
    let says = |&clause: &usize| {
        let verb = scene.clause(clause).verb;
        let speaks =
            scene.is("speech", verb) || governor(scene, clause).is_some_and(|governor| governor.speaker);
        let comma =
            scene.sentence.tokens.get(verb + 1).is_some_and(|token| matches!(&*token.form, "," | ":"));
        speaks && comma && verb < head
    };
    (0..scene.clauses.clauses.len()).find(says).and_then(|clause| doer(scene, clause))
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
