//! Who says a claim, as the sentence around its clauses tells.

use super::clause::{Clause, Link};
use super::filler::{named, of_phrase};
use super::scene::Scene;
use super::speaker::{doer, first_of};
use super::status::governor;
use crate::model::{Actor, Status, Upos, Voice};

/// Who says what stands at a token: "menurut X", "…," kata X, "X melanjutkan, …", "X: …" in a headline.
pub fn of_sentence(scene: &Scene<'_>, head: usize) -> Option<Actor> {
    inverted(scene)
        .filter(|(verb, _)| !narrated(scene, *verb, head))
        .map(|(_, speaker)| speaker)
        .or_else(|| framed(scene, head))
        .or_else(|| according(scene))
        .or_else(|| worded(scene))
        .or_else(|| continuing(scene, head))
        .or_else(|| reported(scene, head))
        .or_else(|| headline(scene))
}

/// "…," kata **X**: the clause of a bare verb of saying that has a subject after it, with that verb.
pub fn inverted(scene: &Scene<'_>) -> Option<(usize, Actor)> {
    if scene.index.forms.heads_last() {
        return None;
    }
    let clauses = scene.clauses.clauses.iter().filter(|clause| {
        let token = scene.token(clause.verb);
        scene.is("speech", clause.verb) && token.voice != Some(Voice::Active)
    });
    let mut subjects = clauses.filter_map(|clause| {
        let subject = clause.subject.filter(|&subject| scene.phrase(subject).first() > clause.verb)?;
        Some((clause.verb, first_of(scene, subject)?))
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
        let speaks = scene.is("speech", verb)
            || scene.is_verb("resuming", scene.clause(clause))
            || governor(scene, clause).is_some_and(|governor| governor.speaker);
        let comma =
            scene.sentence.tokens.get(verb + 1).is_some_and(|token| matches!(&*token.form, "," | ":"));
        speaks && comma && verb < head
    };
    (0..scene.clauses.clauses.len()).find(says).and_then(|clause| doer(scene, clause))
}

/// "…, **X said** on Monday, …": a clause of saying that commas set off, where heads stand last.
fn framed(scene: &Scene<'_>, head: usize) -> Option<Actor> {
    let frames = |&id: &usize| {
        let clause = scene.clause(id);
        let tells = scene.clauses.clauses.iter().any(|below| below.parent == Some(id));
        let says = clause.verb != head && scene.is("speech", clause.verb);
        says && !tells && is_set_off(scene, clause) && scene.clause_over(head) != Some(id)
    };
    let mut clauses = (0..scene.clauses.clauses.len()).filter(|_| scene.index.forms.heads_last());
    clauses.find(frames).and_then(|clause| doer(scene, clause))
}

/// Whether punctuation stands before a verb and its subject, which are beside each other.
fn is_set_off(scene: &Scene<'_>, clause: &Clause) -> bool {
    let Some(subject) = clause.subject.map(|subject| scene.phrase(subject)) else { return false };
    let beside = subject.last() == clause.first || subject.first() == clause.verb + 1;
    let before = subject.first().min(clause.first).checked_sub(1);
    beside && before.is_some_and(|at| scene.token(at).upos == Upos::Punct)
}

/// Who speaks in a sentence outside the tokens that are quoted, where heads stand last.
pub fn around(scene: &Scene<'_>, quoted: impl Fn(usize) -> bool) -> Option<Actor> {
    let says = |&id: &usize| {
        let verb = scene.clause(id).verb;
        let speaks = governor(scene, id).is_some_and(|governor| governor.speaker);
        !quoted(verb) && (speaks || scene.is("speech", verb))
    };
    (0..scene.clauses.clauses.len()).filter(says).find_map(|clause| doer(scene, clause))
}

/// "in **X's** words", "in the view of **X**", "dalam pidato **X**, …".
fn worded(scene: &Scene<'_>) -> Option<Actor> {
    let view = |phrase: usize| {
        let preposition = scene.phrase(phrase).preposition.filter(|&at| scene.is("viewpoint", at))?;
        let (first, last) = (scene.phrase(phrase).first(), scene.phrase(phrase).last() - 1);
        let head = if scene.index.forms.heads_last() { last } else { first };
        let noun = scene.index.cues.governing_noun(&scene.token(head).form)?;
        let says = noun.speaker || noun.status == Some(Status::Alleged);
        let owned = says && preposition + 1 == first && opens(scene, preposition);
        named(scene, phrase).into_iter().next().map(|owner| owner.argument.actor()).filter(|_| owned)
    };
    (0..scene.clauses.phrases.len()).find_map(view)
}

/// Whether a token stands behind no other words, but for a mark; where heads stand last, anywhere.
fn opens(scene: &Scene<'_>, at: usize) -> bool {
    let before = at.checked_sub(1).map(|before| scene.token(before));
    scene.index.forms.heads_last() || before.is_none_or(|before| before.upos == Upos::Punct)
}

fn according(scene: &Scene<'_>) -> Option<Actor> {
    let phrases = 0..scene.clauses.phrases.len();
    let says = |at: usize| scene.is("according", at) || at > 0 && scene.is("according", at - 1);
    let mut named = phrases.filter(|&phrase| scene.phrase(phrase).preposition.is_some_and(says));
    named.find_map(|phrase| first_of(scene, phrase))
}

fn headline(scene: &Scene<'_>) -> Option<Actor> {
    let first = scene.clauses.phrases.first()?;
    let colon = scene.sentence.tokens.get(first.last())?.form == ":" && first.first() == 0;
    of_phrase(scene, 0).into_iter().next().filter(|_| colon).map(|filler| filler.argument.actor())
}

/// The last subject of a verb of saying, for a quotation that begins after a colon.
pub fn announced(scene: &Scene<'_>) -> Option<Actor> {
    let clauses = 0..scene.clauses.clauses.len();
    let mut saying =
        clauses.rev().filter(|&clause| governor(scene, clause).is_some_and(|governor| governor.speaker));
    saying.find_map(|clause| doer(scene, clause))
}

/// Who the sentence as a whole has speak, for what its words leave to the next sentence.
pub fn teller(scene: &Scene<'_>) -> Option<Actor> {
    inverted(scene).map(|(_, speaker)| speaker).or_else(|| according(scene)).or_else(|| announced(scene))
}

/// "…," ujar**nya**: a verb of saying after a mark, with nothing but a pronoun for whoever spoke last.
pub fn is_same_voice(scene: &Scene<'_>) -> bool {
    let tokens = &scene.sentence.tokens;
    let marked = |at: usize| at > 0 && tokens[at - 1].upos == Upos::Punct;
    let same = |at: usize| {
        let clitic = scene.is("speech", at) && at + 1 < tokens.len() && scene.is("possessive", at + 1);
        clitic || scene.is("resumed_speech", at)
    };
    !scene.index.forms.heads_last() && (1..tokens.len()).any(|at| marked(at) && same(at))
}
