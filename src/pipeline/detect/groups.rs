//! Groups of an actor: "entitas Korea Utara", "rakyat dan tentara Korea Utara", "AS dan sekutunya".

use super::context::{Context, covering, form_at};
use super::{actors, replace};
use crate::model::{Actor, Mention, MentionKind, Sentence, Token, Upos};
use crate::ontology::Group;

/// Finds every group word that is tied to an actor; from right to left, so that coordinated words share it.
pub fn find(context: Context<'_>, sentence: &Sentence, mentions: &mut Vec<Mention>) {
    for at in (0..sentence.tokens.len()).rev() {
        if covering(mentions, at).is_some() {
            continue;
        }
        let Some((group, end)) = group_at(context, sentence, at) else { continue };
        if says_what_sort(context, sentence, at) || inside_longer(context, sentence, at, end) {
            continue;
        }
        let bound = following(context, sentence, at, end, mentions)
            .map(|of| (of.actors.clone(), of.last))
            .or_else(|| shared(context, sentence, end, mentions).map(|actors| (actors, end)))
            .or_else(|| preceding(context, sentence, at, end, mentions))
            .or_else(|| of_subject(context, sentence, at, end, mentions));
        if let Some((owners, last)) = bound {
            let members = owners
                .iter()
                .map(|owner| actors::group(group, owner, context.document, context.ontology))
                .collect();
            let kind = if group.itself { MentionKind::Name } else { MentionKind::Group };
            replace(mentions, context.mention(sentence, at..last, members, kind));
        } else if speaks(context, sentence, at, end) {
            let actor = actors::without_owner(group);
            replace(mentions, context.mention(sentence, at..end, vec![actor], MentionKind::Group));
        }
    }
}

/// "operasi **militer** Rusia": after a noun the word only says of what sort it is.
fn says_what_sort(context: Context<'_>, sentence: &Sentence, at: usize) -> bool {
    let noun = at.checked_sub(1).is_some_and(|before| is_nominal(&sentence.tokens[before]));
    noun && context.is("attributive", &sentence.tokens[at])
}

/// "**warga negara** Indonesia": a group word inside a longer one.
fn inside_longer(context: Context<'_>, sentence: &Sentence, at: usize, end: usize) -> bool {
    (at.saturating_sub(3)..at)
        .any(|before| phrase_end(context, sentence, before).is_some_and(|longer| longer >= end))
}

fn is_nominal(token: &Token) -> bool {
    matches!(token.upos, Upos::Noun | Upos::Adj)
}

/// "para analis": experts and witnesses that stand for themselves.
fn speaks(context: Context<'_>, sentence: &Sentence, at: usize, end: usize) -> bool {
    let words: Vec<&str> = sentence.tokens[at..end].iter().map(|token| token.form.as_str()).collect();
    context.index.forms.is("speakers", &words.join(" "))
}

/// "**Rusia** memuji sekutunya": the clitic means the actor that the sentence names first; a person's state.
fn of_subject(
    context: Context<'_>,
    sentence: &Sentence,
    at: usize,
    end: usize,
    mentions: &[Mention],
) -> Option<(Vec<Actor>, usize)> {
    let owned = at.checked_sub(1).is_some_and(|before| is_nominal(&sentence.tokens[before]));
    let clitic = !owned && sentence.tokens.get(end).is_some_and(|token| context.is("possessive", token));
    let owner = mentions.first().filter(|owner| clitic && owner.last < end)?.actors.first()?;
    let state = owner.acts_for.as_deref().and_then(|state| context.ontology.actor(state));
    let owner =
        state.map_or_else(|| owner.clone(), |state| actors::known(state, context.document, context.ontology));
    Some((vec![owner], end + 1))
}

/// Index after the group word that begins at a token.
pub fn phrase_end(context: Context<'_>, sentence: &Sentence, at: usize) -> Option<usize> {
    group_at(context, sentence, at).map(|(_, end)| end)
}

/// Whether a token belongs to the name of a ministry or portfolio.
pub fn is_part(context: Context<'_>, token: &Token) -> bool {
    context.index.names.groups.contains_word(&token.form)
}

fn group_at<'a>(context: Context<'a>, sentence: &Sentence, at: usize) -> Option<(&'a Group, usize)> {
    let phrase = context.index.names.groups.at(form_at(sentence, at)).next()?;
    Some((&context.ontology.groups[phrase.value], at + phrase.folded.len()))
}

/// The actor after the group word, over a few adjectives and a preposition of origin.
fn following<'a>(
    context: Context<'_>,
    sentence: &Sentence,
    start: usize,
    end: usize,
    mentions: &'a [Mention],
) -> Option<&'a Mention> {
    for at in end..(end + 4).min(sentence.tokens.len()) {
        if let Some(mention) = covering(mentions, at) {
            return (mention.first == at).then_some(mention);
        }
        let token = &sentence.tokens[at];
        let origin = context.is("origin", token) && !after_removal(context, sentence, start);
        let modifier = matches!(token.upos, Upos::Adj | Upos::Noun) || origin;
        if !modifier {
            return None;
        }
    }
    None
}

/// "**menarik** pasukan dari Lebanon": they are not Lebanon's.
fn after_removal(context: Context<'_>, sentence: &Sentence, start: usize) -> bool {
    let removes =
        |token: &Token| context.is("removal", token) || context.index.forms.is("removal", &token.lemma);
    sentence.tokens[start.saturating_sub(2)..start].iter().any(removes)
}

/// "rakyat **dan tentara Korea Utara**": the owner of the next group word.
fn shared(context: Context<'_>, sentence: &Sentence, end: usize, mentions: &[Mention]) -> Option<Vec<Actor>> {
    let coordinator = sentence.tokens.get(end)?;
    if !context.is("coordinator", coordinator) {
        return None;
    }
    let next = covering(mentions, end + 1).filter(|mention| mention.kind == MentionKind::Group)?;
    let owner = next.actors[0].id.split('/').next()?;
    let entry = context.ontology.actor(owner)?;
    Some(vec![actors::known(entry, context.document, context.ontology)])
}

/// "**AS dan** sekutunya", "**AS dan** sekutu": the owner stands before.
fn preceding(
    context: Context<'_>,
    sentence: &Sentence,
    at: usize,
    end: usize,
    mentions: &[Mention],
) -> Option<(Vec<Actor>, usize)> {
    let clitic = sentence.tokens.get(end).is_some_and(|token| context.is("possessive", token));
    let coordinator =
        at.checked_sub(1).filter(|&before| context.is("coordinator", &sentence.tokens[before]))?;
    let owner = covering(mentions, coordinator.checked_sub(1)?)?;
    Some((owner.actors.clone(), end + usize::from(clitic)))
}
