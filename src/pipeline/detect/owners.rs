//! Whose a group or an office is: "entitas **Korea Utara**", "**Russian** ground forces", "the people **of Gaza**".

use super::context::{Context, covering, ending_at};
use super::groups::{group_at, is_part};
use crate::model::{Mention, MentionKind, Sentence, Token, Upos};

/// How many words may stand between a word and its owner.
const REACH: usize = 4;

/// The owner after a word, over a few adjectives and a preposition of origin.
///
/// Where owners stand before their noun, only a preposition brings one behind it. `start` is the first token of the
/// word, `end` the one after it.
pub fn after<'a>(
    context: Context<'_>,
    sentence: &Sentence,
    (start, end): (usize, usize),
    mentions: &'a [Mention],
) -> Option<&'a Mention> {
    let origin = |at: usize| {
        let token = sentence.tokens.get(at)?;
        Some(context.is("origin", token) && !after_removal(context, sentence, start))
    };
    if context.heads_last() && !origin(end)? {
        return None;
    }
    for at in end..(end + REACH).min(sentence.tokens.len()) {
        if let Some(mention) = covering(mentions, at) {
            let part = itself_at(context, sentence, mention.last);
            let names = match mention.kind {
                MentionKind::Group => false,
                MentionKind::Adjective => part,
                _ => true,
            };
            let other = sentence.tokens.get(mention.last).is_some_and(|next| context.is("genitive", next));
            let names = names && (!other || itself_at(context, sentence, mention.last + 1));
            return (mention.first == at && (names || !context.heads_last())).then_some(mention);
        }
        let token = &sentence.tokens[at];
        let article = context.heads_last() && matches!(token.upos, Upos::Det | Upos::Num);
        if !(matches!(token.upos, Upos::Adj | Upos::Noun) || article || origin(at)?) {
            return None;
        }
    }
    None
}

/// The one under whose command those are that a group word means: "pasukan **pimpinan Jenderal Haftar**", "forces **loyal to
/// Haftar**".
pub fn commander<'a>(
    context: Context<'_>,
    sentence: &Sentence,
    end: usize,
    mentions: &'a [Mention],
) -> Option<&'a Mention> {
    let adjective = sentence.tokens.get(end).is_some_and(|token| token.upos == Upos::Adj);
    let end = end + usize::from(adjective && !context.heads_last());
    let command = Some(context.phrase("commanded", sentence, end)).filter(|&length| length > 0)?;
    let skipped = |at: &usize| {
        let token = &sentence.tokens[*at];
        let title = context.index.names.roles.contains_word(&token.form);
        covering(mentions, *at).is_none()
            && (title || context.is("honorific", token) || context.is("article", token))
    };
    let first = end + command;
    let titles = (first..sentence.tokens.len().min(first + REACH)).take_while(skipped).count();
    covering(mentions, first + titles).filter(|mention| mention.first <= first + titles)
}

/// Whether a word behind a group word says who commands them: "pasukan **pimpinan** Jenderal Haftar".
pub fn commands(context: Context<'_>, sentence: &Sentence, at: usize) -> bool {
    let ends = |from: usize| group_at(context, sentence, from).is_some_and(|(_, end)| end == at);
    context.phrase("commanded", sentence, at) > 0 && (at.saturating_sub(3)..at).any(ends)
}

/// Whether words for the actor itself follow: "leader of the Togolese **government**", not "of the Togolese rebels".
fn itself_at(context: Context<'_>, sentence: &Sentence, at: usize) -> bool {
    group_at(context, sentence, at).is_some_and(|(group, _)| group.itself)
}

/// "**menarik** pasukan dari Lebanon": they are not Lebanon's.
fn after_removal(context: Context<'_>, sentence: &Sentence, start: usize) -> bool {
    let removes =
        |token: &Token| context.is("removal", token) || context.index.forms.is("removal", &token.lemma);
    let reach = if context.heads_last() { REACH + 1 } else { 2 };
    sentence.tokens[start.saturating_sub(reach)..start].iter().any(removes)
}

/// The owner before a word where owners stand there: "**Russian** ground forces", "**Israel's** new government".
///
/// A bare name owns over adjectives and parts of a ministry's name alone.
pub fn before<'a>(
    context: Context<'_>,
    sentence: &Sentence,
    start: usize,
    mentions: &'a [Mention],
) -> Option<&'a Mention> {
    if !context.heads_last() {
        return None;
    }
    let (mut genitive, mut nouns) = (false, false);
    let prefixed = |mention: &&Mention| is_prefixed(context, sentence, mention);
    let start = ending_at(mentions, start).filter(prefixed).map_or(start, |mention| mention.first - 2);
    for at in (start.saturating_sub(REACH)..start).rev() {
        if let Some(mention) = ending_at(mentions, at + 1) {
            let owns = genitive || mention.kind == MentionKind::Adjective || !nouns;
            let owns = owns && !matches!(mention.kind, MentionKind::Group | MentionKind::Office);
            let mention = possessor(context, sentence, mention, mentions).unwrap_or(mention);
            return (owns && !is_prefixed(context, sentence, mention)).then_some(mention);
        }
        let token = &sentence.tokens[at];
        let ends_owner = context.is("genitive", token) && token.upos == Upos::Part && !genitive;
        let part = is_part(context, token);
        if genitive || !(ends_owner || part || matches!(token.upos, Upos::Adj | Upos::Noun | Upos::Propn)) {
            return None;
        }
        genitive |= ends_owner;
        nouns |= !part && matches!(token.upos, Upos::Noun | Upos::Propn);
    }
    None
}

/// The state or region that a preposition of place behind a word brings: "rebels **in** northern **Chad**".
///
/// What is only part of a longer phrase is none ("detainees in **US** custody"), but for its cities and regions.
pub fn around<'a>(
    context: Context<'_>,
    sentence: &Sentence,
    end: usize,
    mentions: &'a [Mention],
) -> Option<&'a Mention> {
    let token = |at: usize| sentence.tokens.get(at);
    let places = (end..end + 2).take_while(|&at| token(at).is_some_and(|token| token.upos == Upos::Adp));
    let last = places.last().filter(|&at| context.is("place", &sentence.tokens[at]))?;
    let modifies =
        |at: &usize| token(*at).is_some_and(|token| matches!(token.upos, Upos::Adj | Upos::Det | Upos::Noun));
    let skipped = (last + 1..last + REACH).take_while(|at| covering(mentions, *at).is_none() && modifies(at));
    let mention = covering(mentions, skipped.last().unwrap_or(last) + 1)?;
    let next = token(mention.last).filter(|next| matches!(next.upos, Upos::Noun | Upos::Propn | Upos::Adj));
    let part = next.is_some_and(|next| !context.is("location", next) && !context.is("day", next));
    (!(part && context.heads_last())).then_some(mention)
}

/// "**Kyiv's** European allies": whom a genitive names owns more than an adjective between it and the word.
fn possessor<'a>(
    context: Context<'_>,
    sentence: &Sentence,
    adjective: &Mention,
    mentions: &'a [Mention],
) -> Option<&'a Mention> {
    let genitive = adjective.first.checked_sub(1)?;
    let token = &sentence.tokens[genitive];
    let owns = adjective.kind == MentionKind::Adjective && token.upos == Upos::Part;
    ending_at(mentions, genitive).filter(|_| owns && context.is("genitive", token))
}

/// "pro-**Russian** separatists" are not Russia's.
fn is_prefixed(context: Context<'_>, sentence: &Sentence, mention: &Mention) -> bool {
    mention.first >= 2
        && sentence.tokens[mention.first - 1].form == "-"
        && context.is("prefix", &sentence.tokens[mention.first - 2])
}

/// Owners that share the one before a word: "**US and** Filipino troops", "**Egypt's and** Jordan's ministers".
/// Adjectives, abbreviations and genitives share.
pub fn sharing<'a>(
    context: Context<'_>,
    sentence: &Sentence,
    owner: &'a Mention,
    mentions: &'a [Mention],
) -> Vec<&'a Mention> {
    let genitive = |at: usize| sentence.tokens.get(at).is_some_and(|token| context.is("genitive", token));
    let mut owners = vec![owner];
    let mut first = owner.first;
    while first >= 2 {
        let joint = &sentence.tokens[first - 1];
        let joins = context.is("coordinator", joint) || joint.form == ",";
        let owned = genitive(first - 2);
        let other = ending_at(mentions, first - 1 - usize::from(owned));
        let alike = |other: &&Mention| {
            if owned { genitive(owner.last) } else { shares(context, sentence, owner, other) }
        };
        let Some(other) = other.filter(|_| joins).filter(alike) else { break };
        owners.insert(0, other);
        first = other.first;
    }
    owners
}

fn shares(context: Context<'_>, sentence: &Sentence, owner: &Mention, other: &Mention) -> bool {
    let text = context.span(sentence, other.first, other.last);
    let abbreviation = text.chars().all(|c| c.is_uppercase() || c == '.');
    owner.kind == MentionKind::Adjective && (other.kind == MentionKind::Adjective || abbreviation)
}

/// "**AS dan** sekutunya", "**the US and** allies": the owner stands before a coordinator.
pub fn coordinated<'a>(
    context: Context<'_>,
    sentence: &Sentence,
    start: usize,
    mentions: &'a [Mention],
) -> Option<&'a Mention> {
    let coordinator =
        start.checked_sub(1).filter(|&before| context.is("coordinator", &sentence.tokens[before]))?;
    covering(mentions, coordinator.checked_sub(1)?)
}
