//! Whence people come who fled: "refugees **fleeing the war in Sudan**", "pengungsi yang **lari dari Suriah**".

use super::context::{Context, covering};
use super::groups::group_at;
use crate::model::{Actor, ActorKind, Mention, MentionKind, Sentence, Upos};

/// How many words may stand between a verb of flight and the name of where people fled from.
const REACH: usize = 8;

/// The state or region that people fled, by the words right behind those for the people.
///
/// Whoever they fled from ("the army", "Russian shelling") is not whose they are, and where they went is not either.
pub fn origin(context: Context<'_>, sentence: &Sentence, end: usize, mentions: &[Mention]) -> Option<Actor> {
    let verb = verb(context, sentence, end)?;
    let behind = (verb + 1..sentence.tokens.len().min(verb + 1 + REACH))
        .take_while(|&at| goes_on(context, sentence, at));
    let land = |at: usize| {
        covering(mentions, at)
            .filter(|mention| mention.first == at)
            .and_then(|mention| country(context, sentence, mention))
    };
    behind.filter_map(land).next().cloned()
}

/// The verb of flight behind words for people: "who **have fled**", "**displaced** by".
fn verb(context: Context<'_>, sentence: &Sentence, end: usize) -> Option<usize> {
    let tokens = &sentence.tokens;
    let skipped = |at: &usize| {
        let token = &tokens[*at];
        context.is("relativizer", token) || matches!(token.upos, Upos::Aux | Upos::Adv)
    };
    let verb = end + (end..tokens.len().min(end + 4)).take_while(skipped).count();
    tokens
        .get(verb)
        .filter(|token| context.is("fleeing", token) || context.index.forms.is("fleeing", &token.lemma))?;
    Some(verb)
}

/// Whether what a verb of flight says of its place goes on: until another verb, a comma, or the way out.
fn goes_on(context: Context<'_>, sentence: &Sentence, at: usize) -> bool {
    let token = &sentence.tokens[at];
    match token.upos {
        Upos::Adp => ["agent", "origin", "place", "grounds"].iter().any(|list| context.is(list, token)),
        Upos::Verb | Upos::Aux | Upos::Cconj | Upos::Sconj | Upos::Punct => false,
        _ => true,
    }
}

/// The country that a mention means, if it is that and does not own or describe what follows.
fn country<'a>(context: Context<'_>, sentence: &Sentence, mention: &'a Mention) -> Option<&'a Actor> {
    use ActorKind::{Place, State, Territory};
    let next = sentence.tokens.get(mention.last);
    let owns = next.is_some_and(|next| context.is("genitive", next));
    let governs = group_at(context, sentence, mention.last).is_some();
    let names = mention.kind == MentionKind::Name && !owns && !governs;
    mention.actors.first().filter(|actor| names && matches!(actor.kind, Place | State | Territory))
}
