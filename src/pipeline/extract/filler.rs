//! Noun phrases → the actors that can fill a role.

use std::ops::Range;

use super::described;
use super::scene::Scene;
use crate::model::{Actor, ActorKind, Argument, Binder, Mention, MentionKind};

/// An actor that fills a role, with the words that name it.
#[derive(Debug, Clone, PartialEq)]
pub struct Filler {
    /// The actor and its mention.
    pub argument: Argument,
    /// The possessed thing that stands for it ("kebijakan").
    pub about: Option<String>,
    /// Probability, 0 to 1, that these words mean this actor here.
    pub certainty: f64,
    /// Whether no data holds its name.
    pub unlisted: bool,
}

/// Certainty of an actor that is described, not named.
const DESCRIBED: f64 = 0.85;
/// Certainty of an actor whose name no data holds.
const UNLISTED: f64 = 0.8;
/// Certainty of an owner that stands for its thing.
const OWNER: f64 = 0.95;

/// The actors of a phrase: those of each member, and of the examples after it ("seperti A dan B").
pub fn of_phrase(scene: &Scene<'_>, phrase: usize) -> Vec<Filler> {
    let mut fillers = specified(scene, phrase).unwrap_or_else(|| named(scene, phrase));
    if fillers.is_empty() {
        fillers = described::fillers(scene, phrase);
    }
    if fillers.is_empty() {
        fillers = unlisted(scene, phrase);
    }
    if let Some(example) = examples(scene, phrase, &fillers) {
        fillers.extend(named(scene, example));
    }
    fillers
}

/// "the ASEAN members **Laos and Cambodia**", "the Iran-backed group **Hezbollah**": the names that follow a common noun
/// without a comma, as the tree tells, say whom it means.
fn specified(scene: &Scene<'_>, phrase: usize) -> Option<Vec<Filler>> {
    let (own, next) = (scene.phrase(phrase), scene.clauses.phrases.get(phrase + 1)?);
    let noun = own.last().checked_sub(1)?;
    let apposed = (next.first()..next.members[0].end).any(|at| {
        let token = scene.token(at);
        token.relation == "appos" && token.head == Some(noun as u32)
    });
    let named_itself = scene
        .mentions
        .iter()
        .any(|mention| mention.kind != MentionKind::Group && (mention.first..mention.last).contains(&noun));
    let specifies = apposed && next.first() == own.last() && next.preposition.is_none() && !named_itself;
    specifies.then(|| named(scene, phrase + 1)).filter(|fillers| !fillers.is_empty())
}

/// The actors whose names no data holds and head the members of a phrase.
fn unlisted(scene: &Scene<'_>, phrase: usize) -> Vec<Filler> {
    let members = scene.phrase(phrase).members.iter();
    let names = members.filter_map(|member| scene.unlisted.iter().find(|name| heads(scene, name, member)));
    names.flat_map(|name| of_mention(name, scene, None)).collect()
}

/// Whether a name is the head of a noun phrase: the last word, or the first one but for words for groups.
fn heads(scene: &Scene<'_>, name: &Mention, member: &Range<usize>) -> bool {
    if scene.index.forms.heads_last() {
        return name.last == member.end && member.contains(&name.first);
    }
    let group = |at| scene.index.names.groups.contains_word(&scene.token(at).form);
    member.contains(&name.first) && (member.start..name.first).all(group)
}

/// The actors that the words of a phrase name.
pub fn named(scene: &Scene<'_>, phrase: usize) -> Vec<Filler> {
    let members = scene.phrase(phrase).members.iter().cloned();
    members.flat_map(|member| of_range(scene, member)).collect()
}

/// The actors of one noun phrase: the mention that is its head, else the one that owns it.
pub fn of_range(scene: &Scene<'_>, range: Range<usize>) -> Vec<Filler> {
    // From a prefix that is the cue itself on ("anti-**Barat**"), the name is meant.
    let own = |mention: &&Mention| range.start + 1 == mention.first && scene.token(range.start).form == "-";
    let people = scene.index.names.groups.contains_word(&scene.token(range.end - 1).form);
    let other = |mention: &&Mention| prefixed(scene, mention) || people && sponsors(scene, mention);
    let means = |mention: &&Mention| own(mention) || !other(mention);
    let inside = |mention: &&Mention| range.contains(&mention.first) && means(mention);
    let mut mentions = scene.mentions.iter().filter(inside);
    if !scene.index.forms.heads_last() {
        let Some(mention) = mentions.next() else { return Vec::new() };
        return of_owned(scene, mention, range.start..mention.first);
    }
    let head = scene.mentions.iter().filter(inside).find(|mention| mention.last >= range.end);
    let Some(mention) = head.or_else(|| mentions.next()) else { return Vec::new() };
    of_owned(scene, mention, mention.last..range.end.max(mention.last))
}

/// The actors of a mention that owns what some tokens of its phrase name.
fn of_owned(scene: &Scene<'_>, mention: &Mention, owned: Range<usize>) -> Vec<Filler> {
    let thing = owned.clone().any(|at| is_thing(scene, at));
    let about = thing.then(|| {
        scene.document.text[scene.token(owned.start).start..scene.token(owned.end - 1).end].to_owned()
    });
    of_mention(mention, scene, about)
}

/// The actors of a mention.
pub fn of_mention(mention: &Mention, scene: &Scene<'_>, about: Option<String>) -> Vec<Filler> {
    let named = match mention.kind {
        MentionKind::Pronoun | MentionKind::Description => DESCRIBED,
        MentionKind::Unlisted => UNLISTED,
        _ => 1.0,
    };
    let certainty = named * if about.is_some() { OWNER } else { 1.0 };
    let unlisted = mention.kind == MentionKind::Unlisted;
    let filler = |actor: &Actor| {
        let argument = argument(mention, actor, scene);
        Filler { argument, about: about.clone(), certainty, unlisted }
    };
    mention.actors.iter().map(filler).collect()
}

fn argument(mention: &Mention, actor: &Actor, scene: &Scene<'_>) -> Argument {
    Argument {
        actor: actor.clone().into(),
        mention: scene.document.text[mention.start..mention.end].to_owned(),
        start: mention.start,
        end: mention.end,
        binder: Binder::Chunk,
        named_by: Some(mention.kind),
    }
}

/// A noun that is owned, not a determiner or number before a name.
fn is_thing(scene: &Scene<'_>, at: usize) -> bool {
    use crate::model::Upos::{Noun, Propn};
    matches!(scene.token(at).upos, Noun | Propn) && !scene.is("correlative", at)
}

/// "anti-Barat": a name after a prefix is not who is meant.
fn prefixed(scene: &Scene<'_>, mention: &Mention) -> bool {
    mention.first >= 2 && scene.token(mention.first - 1).form == "-" && scene.is("prefix", mention.first - 2)
}

/// "**Turkish**-backed rebels": who stands behind others is not who is meant.
fn sponsors(scene: &Scene<'_>, mention: &Mention) -> bool {
    let hyphen = mention.last + 1 < scene.sentence.tokens.len() && scene.token(mention.last).form == "-";
    hyphen && scene.is("sponsored", mention.last + 1)
}

/// The phrase after "seperti", "terutama", "termasuk" that gives members of a phrase: of the nearest one
/// before it that can have members.
fn examples(scene: &Scene<'_>, phrase: usize, fillers: &[Filler]) -> Option<usize> {
    let plural = |kind| matches!(kind, ActorKind::Bloc | ActorKind::Group | ActorKind::Organization);
    let can_have = |phrase: usize| {
        let fillers = named(scene, phrase);
        fillers.first().is_none_or(|filler| plural(filler.argument.actor.kind))
    };
    if !fillers.is_empty() && !can_have(phrase) {
        return None;
    }
    let is_example = |&phrase: &usize| scene.introduces("exemplar", phrase);
    let example = (phrase + 1..scene.clauses.phrases.len()).find(is_example)?;
    let nearest = (phrase..example).rev().find(|&at| can_have(at));
    (nearest == Some(phrase)).then_some(example)
}
