//! Who holds an office: the name after the title, or the one before it in apposition.

use std::ops::Range;

use crate::model::{Mention, Sentence, Upos};
use crate::pipeline::detect::context::{Context, covering};
use crate::pipeline::detect::persons::{is_person, name_end};

/// The name after a title: directly, after a comma, after honorifics.
pub fn after(
    context: Context<'_>,
    sentence: &Sentence,
    end: usize,
    mentions: &[Mention],
) -> Option<Range<usize>> {
    let end = after_post(context, sentence, end, mentions);
    let mut at = after_portfolio(context, sentence, end, mentions);
    let mut commas = 0;
    while let Some(token) = sentence.tokens.get(at) {
        let comma = token.form == "," && commas == 0;
        let skipped =
            comma || token.form == "." || context.is("honorific", token) && covering(mentions, at).is_none();
        if !skipped {
            break;
        }
        commas += usize::from(comma);
        at += 1;
    }
    if at >= sentence.tokens.len()
        || sentence.tokens[end..at].iter().any(|token| token.form == ".") && at == end + 1
    {
        return None;
    }
    let name = name_end(context, sentence, at, mentions)?;
    let person = covering(mentions, at).is_some_and(is_person);
    let closed = sentence.tokens.get(name).is_some_and(|token| token.form == ",");
    let words = name - at;
    (person || commas == 0 || closed && words > 1).then_some(at..name)
}

/// "Duta Besar Jepang **untuk Indonesia** Kenji Sakamoto": where the holder is posted.
fn after_post(context: Context<'_>, sentence: &Sentence, end: usize, mentions: &[Mention]) -> usize {
    let posted = sentence.tokens.get(end).is_some_and(|token| context.is("posted", token));
    let post = covering(mentions, end + 1).filter(|mention| posted && !is_person(mention));
    post.map_or(end, |post| post.last)
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
