//! Who is described by another and then named: "his Japanese counterpart, Takeshi Iwaya", "negara tetangganya, Thailand".

use std::ops::Range;

use super::context::{Context, covering, ending_at};
use super::memory::Memory;
use super::persons::is_person;
use super::titles::holder;
use super::{actors, replace};
use crate::model::{ActorKind, Mention, MentionKind, Office, Sentence, Upos};

/// Adds the mentions of those whom a description and a name mean together.
pub fn find(context: Context<'_>, sentence: &Sentence, mentions: &mut Vec<Mention>, memory: &mut Memory) {
    for at in 0..sentence.tokens.len() {
        if covering(mentions, at).is_some() {
            continue;
        }
        let apposed = || state(context, sentence, at, mentions).filter(|_| owned(context, sentence, at));
        let named = peer(context, sentence, at, mentions, memory).or_else(apposed);
        if let Some(mention) = named {
            replace(mentions, mention);
        }
    }
}

/// "mitra**nya** dari Prancis Nicolas Sarkozy", "his Russian **counterpart**, Sergei Lavrov".
fn peer(
    context: Context<'_>,
    sentence: &Sentence,
    at: usize,
    mentions: &[Mention],
    memory: &mut Memory,
) -> Option<Mention> {
    let end = phrase_end(context, sentence, "peer", at)?;
    let holder = holder::after(context, sentence, end, mentions)?;
    let text = context.span(sentence, holder.start, holder.end);
    let state = ending_at(mentions, at).filter(|of| of.kind == MentionKind::Adjective);
    let state = state.or_else(|| covering(mentions, end + 1).filter(|of| !is_person(of)));
    let known = covering(mentions, holder.start).filter(|mention| is_person(mention));
    let actor = match known {
        Some(person) => person.actors[0].clone(),
        None => actors::person(text, None, state.map(|of| &of.actors[0])),
    };
    memory.note_person(text, &actor);
    let first = state.map_or(at, |of| of.first.min(at));
    let mut mention = context.mention(sentence, first..holder.end, vec![actor], MentionKind::Name);
    mention.start = sentence.tokens[holder.start].start;
    mention.end = sentence.tokens[holder.end - 1].end;
    mention.offices = state.and_then(|of| same_office(sentence, at..end, of, mentions)).into_iter().collect();
    Some(mention)
}

/// The office of whoever was named last with one, held for the counterpart's own state.
fn same_office(
    sentence: &Sentence,
    words: Range<usize>,
    of: &Mention,
    mentions: &[Mention],
) -> Option<Office> {
    let before =
        mentions.iter().rfind(|mention| mention.last <= words.start && !mention.offices.is_empty())?;
    let held = before.offices.last().filter(|_| of.actors[0].kind == ActorKind::State)?;
    let (start, end) = (sentence.tokens[words.start].start, sentence.tokens[words.end - 1].end);
    Some(Office { of: Box::new(of.clone()), start, end, ..held.clone() })
}

/// "its **ally**, the United States": the actor in apposition, if nothing joins others to it.
fn state(context: Context<'_>, sentence: &Sentence, at: usize, mentions: &[Mention]) -> Option<Mention> {
    let end = phrase_end(context, sentence, "counterpart", at)?;
    let token = |at: usize| sentence.tokens.get(at);
    let comma = token(end).is_some_and(|token| token.form == ",");
    let article = token(end + 1).is_some_and(|token| context.is("article", token));
    let named = covering(mentions, end + 1 + usize::from(article)).filter(|_| comma)?;
    let closed = token(named.last).is_none_or(|next| {
        matches!(next.form.as_str(), "," | "." | ";")
            || matches!(next.upos, Upos::Verb | Upos::Aux | Upos::Adp)
    });
    let organized = !matches!(named.actors[0].kind, ActorKind::Person | ActorKind::Group | ActorKind::Place);
    let joined = token(named.last + 1)
        .is_some_and(|next| covering(mentions, named.last + 1).is_some() || context.is("coordinator", next));
    let apposed =
        closed && organized && !joined && matches!(named.kind, MentionKind::Name | MentionKind::Seat);
    let range: Range<usize> = at..named.last;
    apposed.then(|| context.mention(sentence, range, named.actors.clone(), MentionKind::Name))
}

/// Whether a pronoun says whose it is: "**its** ally", "sekutu**nya**". Of a name's, what ties the two is stated: "Beijing's
/// ally, Pakistan".
fn owned(context: Context<'_>, sentence: &Sentence, at: usize) -> bool {
    let pronoun = |at: usize| context.is("possessive_pronoun", &sentence.tokens[at]);
    !context.heads_last() || (at.saturating_sub(3)..at).any(pronoun)
}

/// Index after the word of a list and the clitic that says whose, which must say so in one way or the other.
fn phrase_end(context: Context<'_>, sentence: &Sentence, list: &str, at: usize) -> Option<usize> {
    let end = at + Some(context.phrase(list, sentence, at)).filter(|&length| length > 0)?;
    let clitic = sentence.tokens.get(end).is_some_and(|token| context.is("possessive", token));
    (clitic || context.heads_last()).then_some(end + usize::from(clitic))
}
