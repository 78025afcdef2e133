//! Pronouns and descriptions, resolved by what the document has said before.

use super::context::{Context, covering};
use super::memory::Memory;
use super::{actors, replace};
use crate::model::{Actor, ActorKind, Mention, MentionKind, Sentence, Token};

/// Adds the mentions of descriptions ("kedua negara") and pronouns that the document resolves.
pub fn find(context: Context<'_>, sentence: &Sentence, mentions: &mut Vec<Mention>, memory: &Memory) {
    for at in 0..sentence.tokens.len() {
        if covering(mentions, at).is_some() {
            continue;
        }
        let mention = description(context, sentence, at, mentions, memory)
            .or_else(|| one_state(context, sentence, at, mentions, memory))
            .or_else(|| pronoun(context, sentence, at, mentions, memory));
        if let Some(mention) = mention {
            replace(mentions, mention);
        }
    }
}

fn description(
    context: Context<'_>,
    sentence: &Sentence,
    at: usize,
    mentions: &[Mention],
    memory: &Memory,
) -> Option<Mention> {
    let (length, states) = (1..=4).rev().find_map(|length| described(context, sentence, at, length))?;
    let pair = pair_before(mentions, at).or_else(|| memory.pair(sentence.index).map(<[Actor]>::to_vec))?;
    let actors: Vec<Actor> =
        if states { pair.iter().filter_map(|actor| state_of(context, actor)).collect() } else { pair };
    let end = at + length;
    (actors.len() == 2 && actors[0] != actors[1])
        .then(|| context.mention(sentence, at..end, actors, MentionKind::Description))
}

/// "negara itu": the state named last.
fn one_state(
    context: Context<'_>,
    sentence: &Sentence,
    at: usize,
    mentions: &[Mention],
    memory: &Memory,
) -> Option<Mention> {
    let phrase =
        |tokens: &[Token]| tokens.iter().map(|token| token.form.as_str()).collect::<Vec<_>>().join(" ");
    let words = sentence
        .tokens
        .get(at..at + 2)
        .filter(|tokens| context.index.forms.is("one_state", &phrase(tokens)))?;
    let before =
        mentions.iter().rev().filter(|mention| mention.last <= at).flat_map(|mention| &mention.actors);
    let here = before.into_iter().find(|actor| actor.kind == ActorKind::State);
    let state = here.or_else(|| memory.last(sentence.index, |actor| actor.kind == ActorKind::State))?.clone();
    Some(context.mention(sentence, at..at + words.len(), vec![state], MentionKind::Description))
}

/// Whether the next words describe two actors, and whether they say that these are states.
fn described(context: Context<'_>, sentence: &Sentence, at: usize, length: usize) -> Option<(usize, bool)> {
    let tokens = sentence.tokens.get(at..at + length)?;
    let words: Vec<&str> = tokens.iter().map(|token| token.form.as_str()).collect();
    let phrase = words.join(" ");
    let forms = &context.index.forms;
    forms.is("several", &phrase).then(|| (length, forms.is("states", &phrase)))
}

/// The two states or persons that stand before a position in the sentence itself.
fn pair_before(mentions: &[Mention], at: usize) -> Option<Vec<Actor>> {
    let mut actors: Vec<Actor> = Vec::new();
    for mention in
        mentions.iter().filter(|mention| mention.last <= at && mention.kind != MentionKind::Description)
    {
        for actor in
            mention.actors.iter().filter(|actor| matches!(actor.kind, ActorKind::State | ActorKind::Person))
        {
            if !actors.contains(actor) {
                actors.push(actor.clone());
            }
        }
    }
    (actors.len() == 2).then_some(actors)
}

/// The state of an actor: itself, or the state that it belongs to.
fn state_of(context: Context<'_>, actor: &Actor) -> Option<Actor> {
    if actor.kind == ActorKind::State {
        return Some(actor.clone());
    }
    let entry = context.ontology.actor(actor.country.as_deref()?)?;
    Some(actors::known(entry, context.document, context.ontology))
}

fn pronoun(
    context: Context<'_>,
    sentence: &Sentence,
    at: usize,
    mentions: &[Mention],
    memory: &Memory,
) -> Option<Mention> {
    let token = &sentence.tokens[at];
    let actors = if context.is("plural", token) {
        pair_before(mentions, at).or_else(|| memory.pair(sentence.index).map(<[Actor]>::to_vec))?
    } else if context.is("person", token) && !context.is("possessive", token) {
        vec![memory.last(sentence.index, |actor| actor.kind == ActorKind::Person)?.clone()]
    } else {
        return None;
    };
    Some(context.mention(sentence, at..at + 1, actors, MentionKind::Pronoun))
}
