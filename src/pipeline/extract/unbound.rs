//! What stands beside actors and no frame reads: verbs, nouns, places of cues.
//!
//! This is what those who extend the frames work through; no claim rests on it.

use std::ops::Range;

use rustc_hash::FxHashSet;

use super::bind::{Bound, around, bind};
use super::clause::Clause;
use super::cue::{self, CueMatch};
use super::draft::Draft;
use super::filler::{Filler, of_phrase};
use super::recall::Memory;
use super::scene::Scene;
use crate::model::{Document, Mention, Sentence, Token, Upos};
use crate::ontology::Ontology;

/// What kind of thing no frame reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnboundKind {
    /// A verb in whose clause two actors stand.
    Verb,
    /// A noun with an actor of its own and another one in its clause.
    Noun,
    /// A place beside a cue that made no claim, where an actor stands and no frame of the cue looks for one.
    Place,
}

/// A word or place beside actors that no frame reads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unbound {
    /// What it is.
    pub kind: UnboundKind,
    /// Dictionary form of the word; of a place `FRAME: PLACE`.
    pub name: String,
    /// Index of the sentence in the document.
    pub sentence: usize,
    /// The bytes of the document's text that show it, in order.
    pub marks: Vec<Range<usize>>,
}

/// The words and places of a document that stand beside two actors and that no frame reads, in the order of the
/// sentences; in each verbs, nouns, places.
///
/// A word counts as read if it is by itself a cue of a frame, part of a cue that is found here, a governor, a support
/// verb, a title or group word, or in a list of the grammar.
pub fn unbound(
    document: &Document,
    sentences: &[Sentence],
    mentions: &[Mention],
    ontology: &Ontology,
) -> Vec<Unbound> {
    let (mut found, mut memory) = (Vec::new(), Memory::default());
    for scene in super::readings::scenes(document, sentences, mentions, ontology) {
        let drafts = super::drafts(&scene, super::readings::tree_scene(&scene).as_ref(), &mut memory);
        if !has_two_actors(&scene) || super::is_sport(&scene) {
            continue;
        }
        let cues = cue::find(&scene);
        found.extend(verbs(&scene, &cues));
        found.extend(nouns(&scene, &cues));
        found.extend(places(&scene, &cues, &drafts));
    }
    found
}

fn has_two_actors(scene: &Scene<'_>) -> bool {
    let ids = scene.mentions.iter().flat_map(|mention| &mention.actors).map(|actor| actor.id.as_str());
    ids.collect::<FxHashSet<_>>().len() > 1
}

fn verbs(scene: &Scene<'_>, cues: &[CueMatch<'_>]) -> Vec<Unbound> {
    let unread = |clause: &&Clause| {
        let token = scene.token(clause.verb);
        token.upos == Upos::Verb && !is_read(scene, cues, clause.verb) && !is_governor(scene, token)
    };
    let between = |clause: &&Clause| differ(&actors(scene, arguments(clause)));
    let clauses = scene.clauses.clauses.iter().filter(unread).filter(between);
    clauses.map(|clause| word(scene, UnboundKind::Verb, clause.verb)).collect()
}

fn is_governor(scene: &Scene<'_>, verb: &Token) -> bool {
    let cues = &scene.index.cues;
    cues.governing_verb(&verb.lemma).is_some() || cues.gives(&verb.lemma) || cues.receives(&verb.lemma)
}

fn nouns(scene: &Scene<'_>, cues: &[CueMatch<'_>]) -> Vec<Unbound> {
    let phrases = (0..scene.clauses.phrases.len()).filter(|&phrase| relates(scene, phrase));
    let tokens = phrases.flat_map(|phrase| scene.phrase(phrase).members.iter().flat_map(Clone::clone));
    let unread = |&at: &usize| {
        let token = scene.token(at);
        let names = &scene.index.names;
        let title = names.roles.contains_word(&token.form) || names.groups.contains_word(&token.form);
        let free = token.upos == Upos::Noun && scene.mention_at(at).is_none() && !title;
        free && !is_read(scene, cues, at) && scene.index.cues.governing_noun(&token.form).is_none()
    };
    tokens.filter(unread).map(|at| word(scene, UnboundKind::Noun, at)).collect()
}

/// Whether a phrase has an actor in it or behind it, and another one there or in its clause.
fn relates(scene: &Scene<'_>, phrase: usize) -> bool {
    let mut found = actors(scene, std::iter::once(phrase).chain(scene.clauses.modifiers[phrase].clone()));
    found.extend(named_in(scene, phrase));
    if found.is_empty() {
        return false;
    }
    let holds = |clause: &&Clause| arguments(clause).any(|argument| argument == phrase);
    let around = scene.clauses.clauses.iter().filter(holds).flat_map(arguments);
    found.extend(actors(scene, around.chain(touching(scene, phrase))));
    differ(&found)
}

/// The phrase that ends where a phrase begins, with nothing in between.
fn touching(scene: &Scene<'_>, phrase: usize) -> Option<usize> {
    let first = scene.phrase(phrase).preposition.unwrap_or(scene.phrase(phrase).first());
    phrase.checked_sub(1).filter(|&before| scene.phrase(before).last() == first)
}

/// All actors that a phrase names: a verb that no list knows joins the names on its sides into one phrase.
fn named_in(scene: &Scene<'_>, phrase: usize) -> impl Iterator<Item = String> {
    let inside = scene.mentions.iter().filter(move |mention| scene.phrase(phrase).holds(mention.first));
    inside.flat_map(|mention| &mention.actors).map(|actor| actor.id.clone())
}

/// The phrases of a clause, but for those that only say where.
fn arguments(clause: &Clause) -> impl Iterator<Item = usize> {
    clause.subject.into_iter().chain(clause.objects.clone()).chain(clause.obliques.clone())
}

/// Ids of the actors of phrases, without those that are only where something is.
fn actors(scene: &Scene<'_>, phrases: impl Iterator<Item = usize>) -> Vec<String> {
    let general = |at| ["place", "according"].iter().any(|list| scene.is(list, at));
    let takes_part = |&phrase: &usize| !scene.phrase(phrase).preposition.is_some_and(general);
    phrases
        .filter(takes_part)
        .flat_map(|phrase| of_phrase(scene, phrase))
        .map(|filler| filler.argument.actor.id.clone())
        .collect()
}

fn differ(actors: &[String]) -> bool {
    actors.iter().any(|actor| *actor != actors[0])
}

/// Whether the data knows what to make of a word: a cue of one word, part of a cue found here, or of a list.
fn is_read(scene: &Scene<'_>, cues: &[CueMatch<'_>], at: usize) -> bool {
    let token = scene.token(at);
    let found =
        |cue: &CueMatch<'_>| (cue.head..cue.end).contains(&at) || cue.item.iter().any(|i| i.contains(&at));
    let whole = |form: &str| {
        scene.index.cues.starting_with(form).iter().any(|pattern| pattern.rest.is_empty())
            || scene.index.forms.is_in_a_list(form)
    };
    cues.iter().any(found) || whole(&token.lemma) || whole(&token.form)
}

fn word(scene: &Scene<'_>, kind: UnboundKind, at: usize) -> Unbound {
    let token = scene.token(at);
    let marks = std::iter::once(token.start..token.end).collect();
    Unbound { kind, name: token.lemma.clone(), sentence: scene.sentence.index, marks }
}

/// The places that frames lack whose cue made no claim.
fn places(scene: &Scene<'_>, cues: &[CueMatch<'_>], drafts: &[Draft]) -> Vec<Unbound> {
    let claims = |cue: &CueMatch<'_>| drafts.iter().any(|draft| holds(cue, draft));
    let silent = |cue: &&CueMatch<'_>| cue.frame.complement.is_empty() && !claims(cue);
    cues.iter().filter(silent).flat_map(|cue| places_of(scene, cue, cues)).collect()
}

/// Whether a claim was made of the words of a cue, by its own frame or another.
fn holds(cue: &CueMatch<'_>, draft: &Draft) -> bool {
    draft.head.is_some_and(|head| (cue.head..cue.end).contains(&head))
}

fn places_of(scene: &Scene<'_>, cue: &CueMatch<'_>, cues: &[CueMatch<'_>]) -> Vec<Unbound> {
    let named = |place: &str| cues.iter().any(|other| other.head == cue.head && names(other, place));
    let bound = bind(scene, cue);
    let frame = format!("{}/{}/{}", cue.relation.id, cue.frame.language, cue.frame.name);
    let free = around(scene, cue)
        .into_iter()
        .filter(|place| !named(&place.name) && place.fillers.iter().any(|filler| !is_bound(&bound, filler)));
    let unbound = |place: super::bind::Place| {
        let cue = scene.token(cue.head).start..scene.token(cue.end - 1).end;
        let place_at = match place.preposition {
            Some(at) => scene.token(at).start..scene.token(at).end,
            None => place.fillers[0].argument.start..place.fillers[0].argument.end,
        };
        let marks = apart(cue, place_at);
        let name = format!("{frame}: {}", place.name);
        Unbound { kind: UnboundKind::Place, name, sentence: scene.sentence.index, marks }
    };
    free.map(unbound).collect()
}

/// Two marks in order; one over both where they overlap, as a cue does with the group that it stands in.
fn apart(one: Range<usize>, other: Range<usize>) -> Vec<Range<usize>> {
    let (first, last) = if one.start <= other.start { (one, other) } else { (other, one) };
    if last.start < first.end {
        let whole = first.start..first.end.max(last.end);
        return std::iter::once(whole).collect();
    }
    vec![first, last]
}

/// Whether the frame looks at a place, or at a longer one that begins with it ("di bawah").
fn names(cue: &CueMatch<'_>, place: &str) -> bool {
    let same =
        |named: &String| named.split(' ').next() == Some(place) || place == "bearer" && named == "subject";
    cue.frame.subject.iter().chain(&cue.frame.object).any(same)
}

fn is_bound(bound: &Bound, filler: &Filler) -> bool {
    let mut known = bound.subjects.iter().chain(&bound.objects);
    known.any(|other| other.argument.actor.id == filler.argument.actor.id.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_never_overlap() {
        assert_eq!(apart(20..32, 0..8), [0..8, 20..32]);
        assert_eq!(apart(8..20, 0..20), std::slice::from_ref(&(0..20)));
        assert_eq!(apart(0..8, 8..20), [0..8, 8..20]);
    }
}
