//! Offices: "Menlu Rusia Sergei Lavrov", "Sergei Lavrov, Menteri Luar Negeri Rusia", "presiden Kolombia".
//!
//! | file | finds |
//! |---|---|
//! | `employer` | for whom an office is held |
//! | `holder` | who holds it |
//! | `institute` | employers that no data holds |

mod employer;
pub mod holder;
mod institute;

use std::ops::Range;

use super::context::{Context, covering, form_at};
use super::memory::Memory;
use super::persons::is_person;
use super::{actors, groups, owners, replace};
use crate::model::{Actor, ActorKind, Mention, MentionKind, Office, Sentence, Upos};
use crate::ontology::{Role, RoleClass};

/// A title, the actor it is held for, and what both take together.
struct Title<'a> {
    role: &'a Role,
    range: Range<usize>,
    of: Option<Mention>,
    whole: Range<usize>,
}

/// Finds every title of the sentence and ties it to its holder.
pub fn find(context: Context<'_>, sentence: &Sentence, mentions: &mut Vec<Mention>, memory: &mut Memory) {
    let mut at = 0;
    while at < sentence.tokens.len() {
        match title(context, sentence, at, mentions, memory) {
            Some(title) => {
                at = title.whole.end;
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
    memory: &Memory,
) -> Option<Title<'a>> {
    let phrase = context.index.names.roles.at(form_at(sentence, at)).next()?;
    let range = at..at + phrase.folded.len();
    let covered =
        covering(mentions, at).is_some_and(|mention| mention.first < at || mention.last > range.end);
    if covered || sentence.tokens[at].upos == Upos::Verb || owners::commands(context, sentence, at) {
        return None;
    }
    let role = &context.ontology.roles[phrase.value];
    let before = employer::before(context, sentence, at, mentions);
    let of = before.clone().or_else(|| employer::behind(context, sentence, role, range.end, mentions));
    let of = of.or_else(|| employer::meant(context, sentence, &range, mentions, memory));
    let first = before.map_or(at, |of| of.first);
    let end = of.as_ref().map_or(range.end, |of| of.last.max(range.end));
    let role = former(context, sentence, first, &range).unwrap_or(role);
    Some(Title { role, range, of, whole: first..end })
}

/// "**former** Russian president": the role of the title with the word that stands before the state.
fn former<'a>(
    context: Context<'a>,
    sentence: &Sentence,
    first: usize,
    range: &Range<usize>,
) -> Option<&'a Role> {
    let word = first
        .checked_sub(1)
        .filter(|&at| first < range.start && context.is("former", &sentence.tokens[at]))?;
    let form = |distance: usize| {
        let at = if distance == 0 { word } else { range.start + distance - 1 };
        sentence.tokens.get(at).filter(|_| at < range.end).map(|token| token.form.as_str())
    };
    let whole = context.index.names.roles.at(form).find(|phrase| phrase.folded.len() == range.len() + 1);
    whole.map(|phrase| &context.ontology.roles[phrase.value])
}

fn bind(
    context: Context<'_>,
    sentence: &Sentence,
    title: Title<'_>,
    mentions: &mut Vec<Mention>,
    memory: &mut Memory,
) {
    let whole = title.whole.clone();
    if let Some(holder) = holder::after(context, sentence, whole.end, mentions) {
        let title = employer::later(context, sentence, title, holder.end, mentions);
        name(context, sentence, &title, whole.start..holder.end, holder, mentions, memory);
    } else if let Some(holder) = holder::before(context, sentence, whole.start, mentions) {
        let title = employer::later(context, sentence, title, whole.end, mentions);
        name(context, sentence, &title, holder.clone(), holder, mentions, memory);
    } else if let Some(of) = title.of.as_ref().filter(|of| is_office(context, sentence, &title, of)) {
        let (actor, range, kind) = match met_before(context, sentence, &title, of, mentions, memory) {
            Some((holder, range)) => (holder, range, MentionKind::Description),
            None => {
                let plural = is_plural(context, sentence, title.range.start);
                (actors::office_holder(title.role, &of.actors[0], plural), whole, MentionKind::Office)
            }
        };
        replace(mentions, context.mention(sentence, range, vec![actor], kind));
    }
}

/// "presiden Prancis **itu**", "**the** French president": the person named last who acts for that state, and in that
/// office as far as it is known.
fn met_before(
    context: Context<'_>,
    sentence: &Sentence,
    title: &Title<'_>,
    of: &Mention,
    mentions: &[Mention],
    memory: &Memory,
) -> Option<(Actor, Range<usize>)> {
    let (at, list) = if context.heads_last() {
        (title.whole.start.checked_sub(1)?, "pointing")
    } else {
        (of.last, "demonstrative")
    };
    let pointed = sentence.tokens.get(at).is_some_and(|token| context.is(list, token));
    let state = &of.actors[0].id;
    let fits = |actor: &Actor| {
        let person = actor.kind == ActorKind::Person && actor.acts_for.as_ref() == Some(state);
        person && actors::can_hold(actor, title.role, context.document, context.ontology)
    };
    let here = mentions.iter().rev().filter(|mention| mention.last <= at).flat_map(|mention| &mention.actors);
    let here = here.into_iter().find(|actor| fits(actor)).filter(|_| context.heads_last());
    let met = here.or_else(|| memory.last(sentence.index, fits)).filter(|_| pointed)?;
    Some((met.clone(), title.whole.start..title.whole.end.max(at + 1)))
}

/// "dua menteri Israel", "para menteri": a number or determiner before the title.
fn is_plural(context: Context<'_>, sentence: &Sentence, start: usize) -> bool {
    let before = start.checked_sub(1).map(|at| &sentence.tokens[at]);
    let counted = before.is_some_and(|token| matches!(token.upos, Upos::Det | Upos::Num));
    counted && !context.heads_last()
}

/// Whether a title without a name means its holder: it is the noun of its phrase, and no word for a group.
fn is_office(context: Context<'_>, sentence: &Sentence, title: &Title<'_>, of: &Mention) -> bool {
    let next = sentence.tokens.get(title.range.end).filter(|_| context.heads_last());
    let modifies =
        next.is_some_and(|next| matches!(next.upos, Upos::Noun | Upos::Adj) && !context.is("day", next));
    !modifies && !better_as_group(context, sentence, title, of)
}

/// "diplomat Rusia", "pemimpin G7": words that are also group words mean the group where nobody is named,
/// unless one state has one holder.
fn better_as_group(context: Context<'_>, sentence: &Sentence, title: &Title<'_>, of: &Mention) -> bool {
    let group = groups::phrase_end(context, sentence, title.range.start) == Some(title.range.end);
    let single =
        matches!(title.role.class, RoleClass::Leader | RoleClass::HeadOfState | RoleClass::HeadOfGovernment);
    let state = of.actors[0].kind == ActorKind::State;
    group && !(single && state && !is_plural(context, sentence, title.range.start))
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
    let institute = title.of.as_ref().filter(|of| context.ontology.actor(&of.actors[0].id).is_none());
    if let Some(institute) = institute.filter(|of| of.actors[0].kind == ActorKind::Organization) {
        replace(mentions, institute.clone());
    }
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
