//! Adjectives of actors that stand alone: "Russians", "a Russian", "the French" are people, "in German" is nobody.

use super::context::{Context, covering};
use super::{actors, replace};
use crate::model::{Mention, MentionKind, Sentence, Token, Upos};
use crate::ontology::Group;

/// The group that people of a state are.
const PEOPLE: &str = "people";

/// Turns adjectives without a noun into the people that they mean, or leaves them out.
pub fn find(context: Context<'_>, sentence: &Sentence, mentions: &mut Vec<Mention>) {
    let alone = |mention: &&Mention| {
        let adjective = mention.kind == MentionKind::Adjective;
        adjective && (is_plural(sentence, mention) || !modifies(context, sentence, mentions, mention))
    };
    let alone: Vec<Mention> = mentions.iter().filter(alone).cloned().collect();
    let people = context.ontology.groups.iter().find(|group| group.id == PEOPLE);
    for mention in alone {
        mentions.retain(|other| other.first != mention.first);
        if let Some(people) = people.filter(|_| means_people(context, sentence, &mention)) {
            replace(mentions, as_people(context, sentence, &mention, people));
        }
    }
}

/// Whether a noun follows, over other adjectives, coordination and hyphens: "US and **European** efforts".
fn modifies(context: Context<'_>, sentence: &Sentence, mentions: &[Mention], mention: &Mention) -> bool {
    let Some(next) = sentence.tokens.get(mention.last) else { return false };
    if let Some(other) = covering(mentions, mention.last) {
        let noun = other.kind != MentionKind::Adjective || is_plural(sentence, other);
        return noun || modifies(context, sentence, mentions, other);
    }
    match next.upos {
        Upos::Noun | Upos::Adj | Upos::Propn => true,
        Upos::Punct if next.form == "-" => !next.spaced,
        Upos::Cconj | Upos::Punct => joined(context, sentence, mentions, mention.last + 1),
        _ => false,
    }
}

/// Whether an adjective that modifies a noun stands behind a coordinator: "anti-Western and **pro-**EU groups".
fn joined(context: Context<'_>, sentence: &Sentence, mentions: &[Mention], at: usize) -> bool {
    let next = covering(mentions, at).filter(|next| next.kind == MentionKind::Adjective);
    let adjective = |token: &Token| token.upos == Upos::Adj || context.is("prefix", token);
    next.is_some_and(|next| modifies(context, sentence, mentions, next))
        || sentence.tokens.get(at).is_some_and(adjective)
}

/// "Russians", "two Russians", "a Russian", "the British".
fn means_people(context: Context<'_>, sentence: &Sentence, mention: &Mention) -> bool {
    let before = mention.first.checked_sub(1).map(|before| &sentence.tokens[before]);
    let counted = before.is_some_and(|token| context.is("article", token) || token.upos == Upos::Num);
    counted || is_plural(sentence, mention)
}

/// "Russians", "Poles"; not "Swiss".
fn is_plural(sentence: &Sentence, mention: &Mention) -> bool {
    let word = &sentence.tokens[mention.last - 1].form;
    word.ends_with('s') && !word.ends_with("ss")
}

fn as_people(context: Context<'_>, sentence: &Sentence, mention: &Mention, people: &Group) -> Mention {
    let group = |actor| actors::group(people, actor, context.document, context.ontology);
    let members = mention.actors.iter().map(group).collect();
    context.mention(sentence, mention.first..mention.last, members, MentionKind::Group)
}
