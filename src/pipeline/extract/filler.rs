//! Noun phrases → the actors that can fill a role.

use std::ops::Range;

use super::scene::Scene;
use crate::model::{Actor, Argument, Mention, MentionKind};

/// An actor that fills a role, with the words that name it.
#[derive(Debug, Clone, PartialEq)]
pub struct Filler {
    /// The actor and its mention.
    pub argument: Argument,
    /// The possessed thing that stands for it ("kebijakan").
    pub about: Option<String>,
    /// Probability, 0 to 1, that these words mean this actor here.
    pub certainty: f64,
}

/// Certainty of an actor that is described, not named.
const DESCRIBED: f64 = 0.85;
/// Certainty of an owner that stands for its thing.
const OWNER: f64 = 0.95;

/// The actors of a phrase: those of each member, and of the examples after it ("seperti A dan B").
pub fn of_phrase(scene: &Scene<'_>, phrase: usize) -> Vec<Filler> {
    let members = scene.phrase(phrase).members.clone();
    let mut fillers: Vec<Filler> = members.into_iter().flat_map(|member| of_range(scene, member)).collect();
    if fillers.is_empty() {
        fillers = of_described(scene, phrase);
    }
    for example in examples(scene, phrase) {
        fillers.extend(of_phrase(scene, example));
    }
    fillers
}

/// The actors of one noun phrase: the mention that is its head, else the one that owns it.
pub fn of_range(scene: &Scene<'_>, range: Range<usize>) -> Vec<Filler> {
    let inside = |mention: &&Mention| range.contains(&mention.first);
    let Some(mention) = scene.mentions.iter().find(inside) else { return Vec::new() };
    let head = range.start..mention.first;
    let thing = head.clone().any(|at| is_thing(scene, at));
    let about = thing.then(|| {
        scene.document.text[scene.token(head.start).start..scene.token(head.end - 1).end].to_owned()
    });
    of_mention(mention, scene, about)
}

/// The actors of a mention.
pub fn of_mention(mention: &Mention, scene: &Scene<'_>, about: Option<String>) -> Vec<Filler> {
    let described = matches!(mention.kind, MentionKind::Pronoun | MentionKind::Description);
    let certainty = if described { DESCRIBED } else { 1.0 } * if about.is_some() { OWNER } else { 1.0 };
    let filler =
        |actor: &Actor| Filler { argument: argument(mention, actor, scene), about: about.clone(), certainty };
    mention.actors.iter().map(filler).collect()
}

fn argument(mention: &Mention, actor: &Actor, scene: &Scene<'_>) -> Argument {
    Argument {
        actor: actor.clone(),
        mention: scene.document.text[mention.start..mention.end].to_owned(),
        start: mention.start,
        end: mention.end,
    }
}

/// A noun that is owned, not a determiner or number before a name.
fn is_thing(scene: &Scene<'_>, at: usize) -> bool {
    use crate::model::Upos::{Noun, Propn};
    matches!(scene.token(at).upos, Noun | Propn) && !scene.is("correlative", at)
}

/// Phrases after "seperti", "terutama", "termasuk" directly behind a phrase.
fn examples(scene: &Scene<'_>, phrase: usize) -> Option<usize> {
    let next = scene.clauses.phrases.get(phrase + 1)?;
    let preposition = next.preposition?;
    let near = preposition <= scene.phrase(phrase).last() + 1;
    (near && scene.is("exemplar", preposition)).then_some(phrase + 1)
}

/// A predicate noun without a name stands for the subject of its copula: "X menjadi negara yang …".
fn of_described(scene: &Scene<'_>, phrase: usize) -> Vec<Filler> {
    let clause = scene.clause_with_object(phrase).map(|clause| scene.clause(clause));
    let copula = clause.filter(|clause| scene.is("copula", clause.verb));
    let subject = copula.and_then(|clause| clause.subject).filter(|&subject| subject < phrase);
    subject.map(|subject| of_phrase(scene, subject)).unwrap_or_default()
}
