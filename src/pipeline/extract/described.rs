//! Noun phrases that name nobody, resolved inside the sentence.

use super::chunk::is_passive;
use super::clause::Link;
use super::filler::{Filler, named};
use super::scene::Scene;

/// Where a phrase may have its actors from.
type Source = fn(&Scene<'_>, usize) -> Option<usize>;

/// All places, the surest first.
const SOURCES: [Source; 6] = [predicate, apposed, sourced, located, owned, deed_of];

/// The actors that a phrase without a name stands for, by the first of these that fits:
/// "X **menjadi negara** yang …", "X **memiliki senjata** …", "X, **tiga negara** yang …", "langkah **dari X**", "kota **di X**",
/// "tindakan yang **diambil oleh X**".
pub fn fillers(scene: &Scene<'_>, phrase: usize) -> Vec<Filler> {
    // "has **dozens** of X": what only counts others is nobody's thing.
    let sources: &[Source] = if counts(scene, phrase) { &[sourced] } else { &SOURCES };
    let found = sources.iter().filter_map(|source| source(scene, phrase)).map(|source| named(scene, source));
    found.into_iter().find(|fillers| !fillers.is_empty()).unwrap_or_default()
}

/// The subject of the copula, or of the verb of having, whose object the phrase is.
fn predicate(scene: &Scene<'_>, phrase: usize) -> Option<usize> {
    let clause = scene.clause(scene.clause_with_object(phrase)?);
    let ties = scene.is("copula", clause.verb) || scene.is_verb("have", clause);
    clause.subject.filter(|&subject| ties && subject < phrase)
}

/// The phrase before a comma, of which the phrase says more and a relative clause follows.
fn apposed(scene: &Scene<'_>, phrase: usize) -> Option<usize> {
    let before = phrase.checked_sub(1)?;
    let gap = scene.phrase(before).last()..scene.phrase(phrase).first();
    let comma = gap.len() == 1 && scene.token(gap.start).form == ",";
    let relative = scene
        .clauses
        .clauses
        .iter()
        .any(|clause| clause.link == Link::Relative && clause.subject == Some(phrase));
    (comma && relative).then_some(before)
}

/// The phrase after "dari" or "oleh" directly behind; over a number of a number ("hundreds of thousands **of X**").
fn sourced(scene: &Scene<'_>, phrase: usize) -> Option<usize> {
    let owned = |at: usize| {
        let preposition = scene.clauses.phrases.get(at + 1)?.preposition?;
        let owned = preposition == scene.phrase(at).last() && scene.is("owner", preposition);
        (owned && !is_removed(scene, at, preposition)).then_some(at + 1)
    };
    let next = owned(phrase)?;
    if counts(scene, next) { owned(next) } else { Some(next) }
}

/// "hundreds", "dozens": numbers that are counted themselves.
fn counts(scene: &Scene<'_>, phrase: usize) -> bool {
    (scene.phrase(phrase).first()..scene.phrase(phrase).last()).all(|at| scene.is("multitude", at))
}

/// "the withdrawal of **forces** from X": the forces are not X's.
fn is_removed(scene: &Scene<'_>, phrase: usize, preposition: usize) -> bool {
    let before = phrase.checked_sub(1).map(|before| scene.phrase(before).last() - 1);
    let removes = |at: usize| scene.index.forms.is("removal", &scene.token(at).lemma);
    scene.is("averting", preposition) && before.is_some_and(removes)
}

/// "sejumlah kota **di X**", "pangkalan **di X**", "a camp **for X's refugees**": places and buildings belong to whoever they lie
/// in, or are for.
fn located(scene: &Scene<'_>, phrase: usize) -> Option<usize> {
    let next = scene.clauses.phrases.get(phrase + 1)?;
    let preposition = next.preposition.filter(|&at| at == scene.phrase(phrase).last())?;
    let (first, last) = (scene.phrase(phrase).first(), scene.phrase(phrase).last());
    let site = (first..last).any(|at| scene.is("site", at));
    let belongs = scene.is("place", preposition) || scene.is("attending", preposition);
    (site && belongs).then_some(phrase + 1)
}

/// Who did what a phrase names; "the group backed by X" is not X.
fn deed_of(scene: &Scene<'_>, phrase: usize) -> Option<usize> {
    let acts = (scene.phrase(phrase).first()..scene.phrase(phrase).last()).any(|at| {
        scene.index.names.groups.contains_word(&scene.token(at).form) || scene.is("collective", at)
    });
    done_by(scene, phrase).filter(|_| !acts)
}

/// "X membangun kembali **situsnya**": a clitic owner is the subject of the clause, where that is one.
fn owned(scene: &Scene<'_>, phrase: usize) -> Option<usize> {
    let clitic = scene.is("possessive", scene.phrase(phrase).last() - 1);
    let clause = scene.clause_completed_by(phrase).filter(|_| clitic)?;
    clause.subject.filter(|&subject| subject < phrase && named(scene, subject).len() == 1)
}

/// The agent of the passive relative clause that follows.
pub fn done_by(scene: &Scene<'_>, phrase: usize) -> Option<usize> {
    let of_phrase =
        |clause: &&super::clause::Clause| clause.link == Link::Relative && clause.subject == Some(phrase);
    let clause = scene.clauses.clauses.iter().find(of_phrase)?;
    let agent = |phrase: &&usize| scene.introduces("agent", **phrase);
    let passive = is_passive(scene.token(clause.verb));
    let doer = clause.obliques.iter().find(agent).or(clause.objects.first()).copied();
    doer.filter(|_| passive)
}

/// The antecedent of a relative clause may stand before prepositional phrases: "cadangan dalam jumlah besar yang …". The first
/// that is named is meant, else the one that all belong to.
pub fn antecedent(scene: &Scene<'_>, phrase: usize) -> Vec<Filler> {
    let mut at = phrase;
    while named(scene, at).is_empty() && is_chained(scene, at) {
        at -= 1;
    }
    let found = super::filler::of_phrase(scene, at);
    if found.is_empty() { super::filler::of_phrase(scene, phrase) } else { found }
}

fn is_chained(scene: &Scene<'_>, at: usize) -> bool {
    at > 0 && scene.phrase(at).preposition == Some(scene.phrase(at - 1).last())
}
