//! For whom an office is held: "Menlu **Rusia**", "**Ukraine's** defence minister", "president of **Serbia**".

use std::ops::Range;

use super::{Title, institute};
use crate::model::{Actor, ActorKind, Mention, MentionKind, Sentence, Upos};
use crate::ontology::{Role, RoleClass};
use crate::pipeline::detect::context::{Context, covering};
use crate::pipeline::detect::memory::Memory;
use crate::pipeline::detect::persons::is_person;
use crate::pipeline::detect::{discourse, groups, owners};

/// The actor before a title where owners stand there: "**Russian** deputy foreign minister", "**Kremlin** spokesman".
pub fn before(
    context: Context<'_>,
    sentence: &Sentence,
    start: usize,
    mentions: &[Mention],
) -> Option<Mention> {
    let employs = |mention: &&Mention| !is_person(mention) && mention.actors[0].kind != ActorKind::Group;
    owners::before(context, sentence, start, mentions).filter(employs).cloned()
}

/// The employer behind a title: an institute of whoever may work for one, an actor, or whom a spokesperson speaks for.
pub fn behind(
    context: Context<'_>,
    sentence: &Sentence,
    role: &Role,
    from: usize,
    mentions: &[Mention],
) -> Option<Mention> {
    let scholar = role.relation == "affiliated-with" && !context.heads_last();
    let origin = sentence.tokens.get(from).is_some_and(|token| context.is("origin", token));
    let institute = scholar.then(|| institute::at(context, sentence, from + usize::from(origin), mentions));
    let closed = |end: usize| sentence.tokens.get(end).is_none_or(|token| token.upos == Upos::Punct);
    let institute = institute.flatten().filter(|institute| closed(institute.last));
    let spoken =
        || (role.class == RoleClass::Spokesperson).then(|| served(context, sentence, from, mentions));
    institute.or_else(|| after(context, sentence, from, mentions)).or_else(|| spoken().flatten())
}

/// "juru bicara**nya**", "**its** foreign minister": whom a pronoun means.
pub fn meant(
    context: Context<'_>,
    sentence: &Sentence,
    title: &Range<usize>,
    mentions: &[Mention],
    memory: &Memory,
) -> Option<Mention> {
    let clitic = groups::of_subject(context, sentence, title.start, title.end, mentions)
        .map(|(owners, _)| (owners, title.end));
    let (owners, at) = clitic.or_else(|| {
        let owners = discourse::possessor(context, sentence, title.start, mentions, memory)?;
        Some((owners, title.start - 1))
    })?;
    let employs =
        |owner: &Actor| !matches!(owner.kind, ActorKind::Person | ActorKind::Group | ActorKind::Place);
    let one = owners.len() == 1 && employs(&owners[0]);
    one.then(|| context.mention(sentence, at..at + 1, owners, MentionKind::Pronoun))
}

/// "a spokesman **for the Houthis**", "a spokeswoman **for the Chinese** foreign ministry"
fn served(context: Context<'_>, sentence: &Sentence, from: usize, mentions: &[Mention]) -> Option<Mention> {
    let article = sentence.tokens.get(from + 1).is_some_and(|token| context.is("article", token));
    let at = from + 1 + usize::from(article);
    let serving = sentence.tokens.get(from).is_some_and(|token| context.is("serving", token));
    let employer = covering(mentions, at).filter(|mention| serving && !is_person(mention))?;
    let acts = groups::group_at(context, sentence, employer.last);
    let acts = acts.is_some_and(|(group, _)| group.itself || group.acts_for);
    (employer.kind != MentionKind::Adjective || acts).then(|| employer.clone())
}

/// The actor after a title, over "Kementerian Pertahanan" and a few words of the portfolio.
///
/// Where owners stand before their noun, a preposition brings one behind it: "president **of Russia**".
fn after(context: Context<'_>, sentence: &Sentence, from: usize, mentions: &[Mention]) -> Option<Mention> {
    if context.heads_last() {
        let owner = owners::after(context, sentence, (from, from), mentions);
        return owner.filter(|mention| !is_person(mention)).cloned();
    }
    let origin = sentence.tokens.get(from).is_some_and(|token| context.is("origin", token));
    let mut at = from + usize::from(origin);
    for _ in 0..4 {
        if let Some(mention) = covering(mentions, at) {
            let place = origin && mention.actors[0].kind == ActorKind::Place;
            return (!is_person(mention) && !place).then(|| mention.clone());
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

/// "analis Yu Jie **dari Chatham House**": the employer may follow the name.
pub fn later<'a>(
    context: Context<'_>,
    sentence: &Sentence,
    mut title: Title<'a>,
    end: usize,
    mentions: &[Mention],
) -> Title<'a> {
    let origin = sentence.tokens.get(end).is_some_and(|token| context.is("origin", token));
    let preposition = origin
        || title.role.relation == "affiliated-with"
            && sentence.tokens.get(end).is_some_and(|token| token.upos == Upos::Adp);
    let article = sentence.tokens.get(end + 1).is_some_and(|token| context.is("article", token));
    let melalui = title.range.start > 1 && context.is("through", &sentence.tokens[title.range.start - 1]);
    if title.of.is_none() && preposition {
        title.of = covering(mentions, end + 1 + usize::from(article))
            .filter(|mention| {
                let kind = mention.actors[0].kind;
                kind == ActorKind::Organization || kind == ActorKind::State && origin && context.heads_last()
            })
            .cloned();
        let institute = institute::at(context, sentence, end + 1, mentions);
        title.of = institute.filter(|_| title.role.relation == "affiliated-with").or(title.of);
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
