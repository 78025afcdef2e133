//! Who holds an office: the name after the title, or the one before it in apposition.

use std::ops::Range;

use crate::model::{Mention, Sentence, Upos};
use crate::ontology::{Role, RoleClass};
use crate::pipeline::detect::context::{Context, covering, form_at};
use crate::pipeline::detect::persons::{is_person, name_end};

/// The name after a title: directly, after a comma, after honorifics.
pub fn after(
    context: Context<'_>,
    sentence: &Sentence,
    end: usize,
    mentions: &[Mention],
) -> Option<Range<usize>> {
    let end = after_post(context, sentence, end, mentions);
    let end = after_portfolio(context, sentence, end, mentions);
    let at = after_forms(context, sentence, end, mentions);
    if at >= sentence.tokens.len() || at == end + 1 && sentence.tokens[end].form == "." {
        return None;
    }
    let name = name_end(context, sentence, at, mentions)?;
    let person = covering(mentions, at).is_some_and(is_person);
    let comma = sentence.tokens[end..at].iter().any(|token| token.form == ",");
    let closed =
        sentence.tokens.get(name).is_some_and(|token| matches!(token.form.as_str(), "," | "." | ";" | ")"));
    let words = name - at;
    (person || !comma || closed && words > 1).then_some(at..name)
}

/// Index after a comma, honorifics and ranks: "Juru bicara TNI**, Brigadir Jenderal** Agus Halim".
fn after_forms(context: Context<'_>, sentence: &Sentence, mut at: usize, mentions: &[Mention]) -> usize {
    let mut commas = 0;
    while let Some(token) = sentence.tokens.get(at) {
        let comma = token.form == "," && commas == 0;
        let form = context.is("honorific", token) && covering(mentions, at).is_none();
        let length = if comma || token.form == "." || form { 1 } else { rank(context, sentence, at) };
        if length == 0 {
            break;
        }
        commas += usize::from(comma);
        at += length;
    }
    at
}

/// How many tokens the military rank at a position takes, which says nothing of whom its bearer serves.
fn rank(context: Context<'_>, sentence: &Sentence, at: usize) -> usize {
    let roles = context.index.names.roles.at(form_at(sentence, at));
    let military = |role: &Role| role.class == RoleClass::Military && role.relation == "represents";
    let mut ranks = roles.filter(|phrase| military(&context.ontology.roles[phrase.value]));
    ranks.next().map_or(0, |phrase| phrase.folded.len())
}

/// "Duta Besar Jepang **untuk Indonesia** Kenji Sakamoto", "analis **dari Surabaya**, Anton Wibowo": where the holder is
/// posted or comes from.
fn after_post(context: Context<'_>, sentence: &Sentence, end: usize, mentions: &[Mention]) -> usize {
    let is = |list: &str, at: usize| sentence.tokens.get(at).is_some_and(|token| context.is(list, token));
    let mut last = end;
    loop {
        let joined = last > end && is("coordinator", last);
        let posted = is("posted", last) || is("origin", last) && !context.heads_last();
        let post = covering(mentions, last + 1 + usize::from(is("article", last + 1)));
        match post.filter(|post| (posted || joined) && !is_person(post) && post.last > last) {
            Some(post) => last = post.last,
            None => return if posted { after_unknown(sentence, last, mentions) } else { last },
        }
    }
}

/// "di **Jenewa**, Achsanul Habib": a place that no data holds, which a comma must close.
fn after_unknown(sentence: &Sentence, preposition: usize, mentions: &[Mention]) -> usize {
    let capital = |at: &usize| sentence.tokens[*at].capitalized && covering(mentions, *at).is_none();
    let end = preposition + 1 + (preposition + 1..sentence.tokens.len()).take_while(capital).count();
    let closed = sentence.tokens.get(end).is_some_and(|token| token.form == ",");
    if closed && end > preposition + 1 { end } else { preposition }
}

/// "juru bicara **Keamanan Nasional**, John Kirby": capitalised words of the lexicon after a title are its portfolio.
fn after_portfolio(context: Context<'_>, sentence: &Sentence, end: usize, mentions: &[Mention]) -> usize {
    if context.heads_last() {
        return end;
    }
    let listed = |&at: &usize| {
        let token = &sentence.tokens[at];
        token.capitalized
            && context.index.forms.open(&token.form).is_some()
            && !context.is("given", token)
            && covering(mentions, at).is_none()
    };
    (end..sentence.tokens.len()).take_while(listed).last().map_or(end, |last| last + 1)
}

/// The name before a title in apposition: "Sergei Lavrov, Menteri Luar Negeri Rusia", "Putin, the Russian president".
///
/// A name that nobody knows may be a place, so where an article tells that a title begins, one word is not enough.
pub fn before(
    context: Context<'_>,
    sentence: &Sentence,
    start: usize,
    mentions: &[Mention],
) -> Option<Range<usize>> {
    let start = described_from(context, sentence, start, mentions);
    let article = start > 0 && context.is("article", &sentence.tokens[start - 1]);
    let opens = |&at: &usize| matches!(sentence.tokens[at].form.as_str(), "," | "(");
    let comma = start.checked_sub(1 + usize::from(article)).filter(opens)?;
    let last = comma.checked_sub(1)?;
    if let Some(mention) = covering(mentions, last) {
        return is_person(mention).then_some(mention.first..mention.last);
    }
    let first = (0..=last).rev().take_while(|&at| is_name_part(context, sentence, at, mentions)).last()?;
    let surely = !context.heads_last() || comma - first > 1 && !is_place(context, sentence, first);
    (surely && name_end(context, sentence, first, mentions) == Some(comma)).then_some(first..comma)
}

/// Where the noun phrase of a title begins whose employer is described, not named: "X, the **unrecognised territory's**
/// leader".
fn described_from(context: Context<'_>, sentence: &Sentence, start: usize, mentions: &[Mention]) -> usize {
    if !context.heads_last() || covering(mentions, start).is_some() {
        return start;
    }
    let inside = |&at: &usize| {
        let token = &sentence.tokens[at];
        matches!(token.upos, Upos::Noun | Upos::Adj | Upos::Part) && covering(mentions, at).is_none()
    };
    let first = (start.saturating_sub(4)..start).rev().take_while(inside).last().unwrap_or(start);
    let article = first > 0 && context.is("article", &sentence.tokens[first - 1]);
    if article { first } else { start }
}

fn is_place(context: Context<'_>, sentence: &Sentence, first: usize) -> bool {
    first.checked_sub(1).is_some_and(|before| context.is("place", &sentence.tokens[before]))
}

fn is_name_part(context: Context<'_>, sentence: &Sentence, at: usize, mentions: &[Mention]) -> bool {
    let token = &sentence.tokens[at];
    let word =
        token.upos == Upos::Propn && covering(mentions, at).is_none() && !context.is("honorific", token);
    let word = word && !context.is("day", token);
    word || token.form == "." && at > 0 && sentence.tokens[at - 1].form.chars().count() == 1
}
