//! Names of people that no list holds, where the grammar shows that they are people.

use super::context::{Context, covering};
use super::memory::Memory;
use super::{actors, replace};
use crate::model::{ActorKind, Mention, MentionKind, Sentence, Token, Upos};

/// Longest name, in words.
const LONGEST: usize = 6;

/// Short names of people met before, and names after "menurut" and verbs of saying.
pub fn find(context: Context<'_>, sentence: &Sentence, mentions: &mut Vec<Mention>, memory: &mut Memory) {
    for at in 0..sentence.tokens.len() {
        if covering(mentions, at).is_some() || sentence.tokens[at].upos != Upos::Propn {
            continue;
        }
        let end = name_end(context, sentence, at, mentions);
        let Some(end) = end.filter(|_| at == 0 || sentence.tokens[at - 1].upos != Upos::Propn) else {
            continue;
        };
        let speaks = at > 0 && speaks_next(context, sentence, at - 1);
        if let Some(mention) = person(context, sentence, at..end, memory, speaks) {
            memory.note_person(&mention.actors[0].label, &mention.actors[0]);
            replace(mentions, mention);
        }
    }
}

/// Whether the token announces a speaker: "menurut X", "ujar X".
fn speaks_next(context: Context<'_>, sentence: &Sentence, at: usize) -> bool {
    let token = &sentence.tokens[at];
    let bracket = context.is("honorific", token) && at > 0;
    let according =
        (at.saturating_sub(1)..=at).any(|from| context.phrase("according", sentence, from) == at + 1 - from);
    according
        || context.is("speech", token) && is_inverted(context, sentence, at)
        || bracket && speaks_next(context, sentence, at - 1)
}

/// A verb of saying with its subject behind it; where the subject may stand before too, a quotation must precede.
fn is_inverted(context: Context<'_>, sentence: &Sentence, at: usize) -> bool {
    let quoted = at.checked_sub(1).is_some_and(|before| sentence.tokens[before].upos == Upos::Punct);
    quoted || !context.heads_last()
}

fn person(
    context: Context<'_>,
    sentence: &Sentence,
    range: std::ops::Range<usize>,
    memory: &Memory,
    speaks: bool,
) -> Option<Mention> {
    let tokens = &sentence.tokens[range.clone()];
    let met = tokens.iter().rev().find_map(|token| memory.person(&token.form)).cloned();
    let long = tokens.len() > 1;
    let fits = |actor: &crate::model::Actor| {
        !long || tokens.iter().all(|token| actor.label.to_lowercase().contains(&token.form))
    };
    let actor = match met.filter(fits) {
        Some(actor) => actor,
        None if speaks => actors::person(context.span(sentence, range.start, range.end), None, None),
        None => return None,
    };
    Some(context.mention(sentence, range, vec![actor], MentionKind::Name))
}

/// Index after the name that begins at a token: capitalised words with particles and initials,
/// or a person of the ontology. `None` if no name begins there.
pub fn name_end(context: Context<'_>, sentence: &Sentence, at: usize, mentions: &[Mention]) -> Option<usize> {
    let mut end = at;
    if sentence.tokens.get(at).is_some_and(|token| is_word(context, token))
        && covering(mentions, at).is_none()
    {
        return None;
    }
    while end < sentence.tokens.len() && end - at < LONGEST {
        match covering(mentions, end) {
            Some(mention) if is_person(mention) && end == at => return Some(mention.last),
            Some(_) => break,
            None => {}
        }
        match part(context, sentence, end, end > at) {
            0 => break,
            length if covering(mentions, end + length - 1).is_some() => break,
            length => end += length,
        }
    }
    (end > at && sentence.tokens[end - 1].capitalized || end > at + 1).then_some(end)
}

/// Whether a token is a word of the lexicon, which begins no name unless it is a first name too.
fn is_word(context: Context<'_>, token: &Token) -> bool {
    context.index.forms.open(&token.form).is_some() && !context.is("given", token)
}

/// How many tokens the next part of a name takes: a word, an initial with its full stop, a particle, what a hyphen joins.
fn part(context: Context<'_>, sentence: &Sentence, at: usize, inside: bool) -> usize {
    let token = &sentence.tokens[at];
    let role = context.index.names.roles.contains_word(&token.form) || context.is("day", token);
    if is_capital(sentence, at) && !role {
        let initial = token.form.chars().count() == 1;
        return 1 + usize::from(initial && sentence.tokens.get(at + 1).is_some_and(|next| next.form == "."));
    }
    if inside && joins(sentence, at) {
        return 2;
    }
    let leads = is_capital(sentence, at + 1) || joins(sentence, at + 1);
    usize::from(context.is("particle", token) && leads && at > 0 && sentence.tokens[at - 1].capitalized)
}

/// Whether a token is written as a name is.
fn is_capital(sentence: &Sentence, at: usize) -> bool {
    sentence.tokens.get(at).is_some_and(|token| token.capitalized && token.upos == Upos::Propn)
}

/// A hyphen between the parts of one name: "Sidibé**-**Keller", "al**-**Hadi".
fn joins(sentence: &Sentence, at: usize) -> bool {
    let close = |at: usize| sentence.tokens.get(at).is_some_and(|token| !token.spaced);
    close(at) && sentence.tokens[at].form == "-" && close(at + 1) && is_capital(sentence, at + 1)
}

/// Whether a mention is one person.
pub fn is_person(mention: &Mention) -> bool {
    mention.actors.len() == 1 && mention.actors[0].kind == ActorKind::Person
}
