//! Offices: "Menlu Rusia Sergei Lavrov", "Sergei Lavrov, Menteri Luar Negeri Rusia", "presiden Kolombia".

use std::ops::Range;

use super::context::{Context, covering, form_at};
use super::memory::Memory;
use super::persons::{is_person, name_end};
use super::{actors, groups, replace};
use crate::model::{Actor, ActorKind, Mention, MentionKind, Office, Sentence, Upos};
use crate::ontology::{Role, RoleClass};

/// A title, the actor it is held for, and where both end.
struct Title<'a> {
    role: &'a Role,
    range: Range<usize>,
    of: Option<Mention>,
    end: usize,
}

/// Finds every title of the sentence and ties it to its holder.
pub fn find(context: Context<'_>, sentence: &Sentence, mentions: &mut Vec<Mention>, memory: &mut Memory) {
    let mut at = 0;
    while at < sentence.tokens.len() {
        match title(context, sentence, at, mentions) {
            Some(title) => {
                at = title.end;
                bind(context, sentence, title, mentions, memory);
            }
            None => at += 1,
        }
    }
}

fn title<'a>(
    context: Context<'a>,
    sentence: &Sentence,
    at: usize,
    mentions: &[Mention],
) -> Option<Title<'a>> {
    let phrase = context.index.names.roles.at(form_at(sentence, at)).next()?;
    let length = phrase.folded.len();
    let covered =
        covering(mentions, at).is_some_and(|mention| mention.first < at || mention.last > at + length);
    if covered {
        return None;
    }
    let role = &context.ontology.roles[phrase.value];
    let range = at..at + length;
    let of = held_for(context, sentence, range.end, mentions);
    let end = of.as_ref().map_or(range.end, |of| of.last);
    Some(Title { role, range, of, end })
}

/// The actor after a title, over "Kementerian Pertahanan" and a few words of the portfolio.
fn held_for(context: Context<'_>, sentence: &Sentence, from: usize, mentions: &[Mention]) -> Option<Mention> {
    let mut at = from;
    for _ in 0..4 {
        if let Some(mention) = covering(mentions, at) {
            return (!is_person(mention)).then(|| mention.clone());
        }
        at = groups::phrase_end(context, sentence, at).filter(|&end| end > at).unwrap_or(at + 1);
        let token = sentence.tokens.get(at - 1)?;
        let inside = matches!(token.upos, Upos::Noun | Upos::Adj) || groups::is_part(context, token);
        if !(inside || token.upos == Upos::Propn && covering(mentions, at).is_some()) {
            return None;
        }
    }
    None
}

fn bind(
    context: Context<'_>,
    sentence: &Sentence,
    title: Title<'_>,
    mentions: &mut Vec<Mention>,
    memory: &mut Memory,
) {
    if let Some(holder) = holder_after(context, sentence, title.end, mentions) {
        let title = with_later_employer(context, sentence, title, holder.end, mentions);
        name(context, sentence, &title, title.range.start..holder.end, holder, mentions, memory);
    } else if let Some(holder) = holder_before(context, sentence, title.range.start, mentions) {
        name(context, sentence, &title, holder.clone(), holder, mentions, memory);
    } else if let Some(of) = title.of.as_ref().filter(|of| !better_as_group(context, sentence, &title, of)) {
        let plural = is_plural(sentence, title.range.start);
        if let Some(holder) = met_before(context, sentence, of, memory) {
            let range = title.range.start..of.last + 1;
            return replace(
                mentions,
                context.mention(sentence, range, vec![holder], MentionKind::Description),
            );
        }
        let actor = actors::office_holder(title.role, &of.actors[0], plural);
        let range = title.range.start..of.last;
        replace(mentions, context.mention(sentence, range, vec![actor], MentionKind::Office));
    }
}

/// "presiden Prancis **itu**": the person named last who acts for that state.
fn met_before(context: Context<'_>, sentence: &Sentence, of: &Mention, memory: &Memory) -> Option<Actor> {
    let pointed = sentence.tokens.get(of.last).is_some_and(|token| context.is("demonstrative", token));
    let state = &of.actors[0].id;
    let fits = |actor: &Actor| actor.kind == ActorKind::Person && actor.acts_for.as_ref() == Some(state);
    memory.last(sentence.index, fits).filter(|_| pointed).cloned()
}

/// "dua menteri Israel", "para menteri": a number or determiner before the title.
fn is_plural(sentence: &Sentence, start: usize) -> bool {
    let before = start.checked_sub(1).map(|at| &sentence.tokens[at]);
    before.is_some_and(|token| matches!(token.upos, Upos::Det | Upos::Num))
}

/// "diplomat Rusia", "pemimpin G7": words that are also group words mean the group where nobody is named,
/// unless one state has one holder.
fn better_as_group(context: Context<'_>, sentence: &Sentence, title: &Title<'_>, of: &Mention) -> bool {
    let group = groups::phrase_end(context, sentence, title.range.start) == Some(title.range.end);
    let single =
        matches!(title.role.class, RoleClass::Leader | RoleClass::HeadOfState | RoleClass::HeadOfGovernment);
    let state = of.actors[0].kind == ActorKind::State;
    group && !(single && state && !is_plural(sentence, title.range.start))
}

/// The name after a title: directly, after a comma, after honorifics.
fn holder_after(
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
    let listed = |&at: &usize| {
        let token = &sentence.tokens[at];
        token.capitalized
            && context.index.forms.open(&token.form).is_some()
            && covering(mentions, at).is_none()
    };
    (end..sentence.tokens.len()).take_while(listed).last().map_or(end, |last| last + 1)
}

/// The name before a title in apposition: "Sergei Lavrov, Menteri Luar Negeri Rusia".
fn holder_before(
    context: Context<'_>,
    sentence: &Sentence,
    start: usize,
    mentions: &[Mention],
) -> Option<Range<usize>> {
    let comma = start.checked_sub(1).filter(|&at| matches!(sentence.tokens[at].form.as_str(), "," | "("))?;
    let last = comma.checked_sub(1)?;
    if let Some(mention) = covering(mentions, last) {
        return is_person(mention).then_some(mention.first..mention.last);
    }
    let first = (0..=last).rev().take_while(|&at| is_name_part(context, sentence, at, mentions)).last()?;
    (name_end(context, sentence, first, mentions) == Some(comma)).then_some(first..comma)
}

fn is_name_part(context: Context<'_>, sentence: &Sentence, at: usize, mentions: &[Mention]) -> bool {
    let token = &sentence.tokens[at];
    let word =
        token.upos == Upos::Propn && covering(mentions, at).is_none() && !context.is("honorific", token);
    word || token.form == "." && at > 0 && sentence.tokens[at - 1].form.chars().count() == 1
}

/// "analis Yu Jie **dari Chatham House**": the employer may follow the name.
fn with_later_employer<'a>(
    context: Context<'_>,
    sentence: &Sentence,
    mut title: Title<'a>,
    end: usize,
    mentions: &[Mention],
) -> Title<'a> {
    let preposition = sentence.tokens.get(end).is_some_and(|token| {
        context.is("origin", token) || title.role.relation == "affiliated-with" && token.upos == Upos::Adp
    });
    let melalui = title.range.start > 1 && context.is("through", &sentence.tokens[title.range.start - 1]);
    if title.of.is_none() && preposition {
        title.of = covering(mentions, end + 1)
            .filter(|mention| mention.actors[0].kind == ActorKind::Organization)
            .cloned();
    }
    if title.of.is_none()
        && title.range.start > 1
        && context.is("coordinator", &sentence.tokens[title.range.start - 1])
    {
        let before = covering(mentions, title.range.start - 2).and_then(|mention| mention.offices.first());
        title.of = before.map(|office| (*office.of).clone());
    }
    if title.of.is_none() && melalui {
        title.of = covering(mentions, title.range.start - 2).filter(|mention| !is_person(mention)).cloned();
    }
    title
}

fn name(
    context: Context<'_>,
    sentence: &Sentence,
    title: &Title<'_>,
    range: Range<usize>,
    holder: Range<usize>,
    mentions: &mut Vec<Mention>,
    memory: &mut Memory,
) {
    let text = context.span(sentence, holder.start, holder.end);
    let of = title.of.as_ref().map(|of| &of.actors[0]);
    let actor = identify(mentions, &holder, text, title.role, of, memory);
    memory.note_person(text, &actor);
    let mut mention = context.mention(sentence, range, vec![actor.clone()], MentionKind::Name);
    mention.start = sentence.tokens[holder.start].start;
    mention.end = sentence.tokens[holder.end - 1].end;
    let known = covering(mentions, holder.start).filter(|mention| mention.actors == [actor.clone()]);
    mention.offices = known.map(|mention| mention.offices.clone()).unwrap_or_default();
    mention.offices.extend(title.of.clone().map(|of| office(sentence, title, of)));
    replace(mentions, mention);
}

fn identify(
    mentions: &[Mention],
    holder: &Range<usize>,
    text: &str,
    role: &Role,
    of: Option<&Actor>,
    memory: &Memory,
) -> Actor {
    if let Some(mention) = covering(mentions, holder.start).filter(|mention| is_person(mention)) {
        return mention.actors[0].clone();
    }
    let met = (holder.len() == 1).then(|| memory.person(&text.to_lowercase())).flatten();
    met.cloned().unwrap_or_else(|| actors::person(text, Some(role), of))
}

fn office(sentence: &Sentence, title: &Title<'_>, of: Mention) -> Office {
    Office {
        role: title.role.id.clone(),
        relation: title.role.relation.clone(),
        of: Box::new(of),
        start: sentence.tokens[title.range.start].start,
        end: sentence.tokens[title.range.end - 1].end,
    }
}
