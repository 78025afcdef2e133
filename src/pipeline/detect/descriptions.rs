//! One actor described: "negara itu", "the Nordic country", "kelompok etnis itu", "the Lebanese militia".

use std::ops::Range;

use super::context::{Context, covering};
use super::memory::Memory;
use super::{actors, replace};
use crate::model::{Actor, ActorKind, Mention, MentionKind, Sentence, Upos};

/// How many words may stand between a noun and what makes it definite.
const REACH: usize = 5;

/// A list of words, a list of words that rule it out, and whom the words can mean.
type Sort = (&'static str, &'static str, fn(&Actor) -> bool);

/// What the noun of a description means, by the list that holds it: alone with what makes it definite, and with modifiers.
const SORTS: [Sort; 3] = [
    ("one_state", "state_noun", |actor| actor.kind == ActorKind::State),
    ("one_force", "force_noun", |actor| actor.kind == ActorKind::ArmedGroup),
    ("one_group", "body_noun", is_organized),
];

/// Adds the mentions of descriptions that mean the actor of their sort named last; with a modifier that names whose it is,
/// the last that is theirs.
pub fn find(context: Context<'_>, sentence: &Sentence, mentions: &mut Vec<Mention>, memory: &Memory) {
    for at in 0..sentence.tokens.len() {
        // "negara Nordik" names the bloc, "negara Nordik itu" one of its members.
        let bloc = |mention: &Mention| mention.first == at && mention.actors[0].kind == ActorKind::Bloc;
        if covering(mentions, at).is_some_and(|mention| !bloc(mention)) {
            continue;
        }
        let scene = Scene { context, sentence, mentions, memory };
        if let Some(mention) = scene.plain(at).or_else(|| scene.modified(at)) {
            replace(mentions, mention);
        }
    }
}

/// Whether an actor is an organisation, an armed one or a part of a government among them.
pub fn is_organized(actor: &Actor) -> bool {
    use ActorKind::{ArmedGroup, Bloc, Company, GovernmentBody, Organization};
    matches!(actor.kind, ArmedGroup | Bloc | Company | GovernmentBody | Organization)
}

/// A sentence as far as it is read.
struct Scene<'a> {
    context: Context<'a>,
    sentence: &'a Sentence,
    mentions: &'a [Mention],
    memory: &'a Memory,
}

impl Scene<'_> {
    /// "negara itu", "the group": the state, the armed group or the organisation named last.
    fn plain(&self, at: usize) -> Option<Mention> {
        let length = |list| Some(self.context.phrase(list, self.sentence, at)).filter(|&length| length > 0);
        let (length, fits) = SORTS.iter().find_map(|(list, _, fits)| Some((length(list)?, fits)))?;
        // "The movement of workers" is no description of an actor.
        let owned = self.is("owner", at + length) && self.context.heads_last();
        let actor = self.last(at, fits).filter(|_| !owned)?;
        Some(self.mention(at..at + length, actor))
    }

    /// "the **Nordic** country", "milisi **Lebanon** itu", "kelompok **pimpinan Jenderal Haftar** itu".
    fn modified(&self, at: usize) -> Option<Mention> {
        let (range, noun) =
            if self.context.heads_last() { self.noun_last(at)? } else { self.noun_first(at)? };
        let (_, _, fits) = SORTS.iter().find(|(_, list, _)| self.is(list, noun))?;
        let mut inside = self.mentions.iter().filter(|mention| range.contains(&mention.first));
        let owner = inside.next().map(|mention| &mention.actors[0]);
        if inside.next().is_some() {
            return None;
        }
        let actor = match owner {
            Some(person) if person.kind == ActorKind::Person => {
                actors::commanded(person, self.context.document, self.context.ontology).filter(fits)
            }
            Some(owner) => self.last(at, |actor| fits(actor) && self.belongs(actor, owner)),
            None => self.last(at, fits),
        };
        actor.map(|actor| self.mention(range, actor))
    }

    /// "**the** oil-rich **kingdom**": from what makes it definite to the noun, which must end its phrase.
    fn noun_last(&self, at: usize) -> Option<(Range<usize>, usize)> {
        let noun = |at: &usize| SORTS.iter().any(|(_, list, _)| self.is(list, *at));
        let start = self.is("pointing", at).then_some(at + 2)?;
        let noun = (start..start + REACH).take_while(|&end| self.modifies(end - 1)).find(noun)?;
        let next = self.sentence.tokens.get(noun + 1);
        let goes_on = next.is_some_and(|next| {
            let list = |list| self.context.is(list, next);
            matches!(next.upos, Upos::Noun | Upos::Propn | Upos::Adp) || list("relativizer") || list("intent")
        });
        (!goes_on && !self.is_name(noun)).then_some((at..noun + 1, noun))
    }

    /// "the Northern **Alliance**": a noun with a capital letter behind another that no data knows ends a name.
    fn is_name(&self, noun: usize) -> bool {
        let capital = |at: usize| self.sentence.tokens[at].capitalized;
        let known = covering(self.mentions, noun - 1).is_some();
        capital(noun) && capital(noun - 1) && !known
    }

    /// "**negara** kepulauan **itu**": from the noun to what makes it definite.
    fn noun_first(&self, at: usize) -> Option<(Range<usize>, usize)> {
        let mut end = at + 1;
        while !self.is("demonstrative", end) {
            if end > at + REACH + 2 || !self.modifies(end) {
                return None;
            }
            end += 1;
        }
        (end > at + 1).then_some((at..end + 1, at))
    }

    /// Whether a token can stand between a noun and what makes it definite, and does not say that another is meant.
    fn modifies(&self, at: usize) -> bool {
        let Some(token) = self.sentence.tokens.get(at) else { return false };
        let word = matches!(token.upos, Upos::Adj | Upos::Noun | Upos::Propn) || token.form == "-";
        let named = covering(self.mentions, at).is_some();
        (word || named) && !self.is("unlike", at)
    }

    /// Whether an actor is one of those that a modifier names: of a state, or a member of a bloc, as far as the data knows.
    fn belongs(&self, actor: &Actor, owner: &Actor) -> bool {
        let members = self.context.ontology.actor(&owner.id).map(|entry| &entry.members);
        match owner.kind {
            ActorKind::Bloc | ActorKind::Organization => {
                members.is_some_and(|members| members.is_empty() || members.contains(&actor.id))
            }
            ActorKind::State | ActorKind::Territory => {
                actor.id != owner.id && actor.country.as_ref().is_none_or(|country| *country == owner.id)
            }
            _ => false,
        }
    }

    /// The actor of a sort that was named last.
    fn last(&self, at: usize, fits: impl Fn(&Actor) -> bool) -> Option<Actor> {
        let before = self.mentions.iter().rev().filter(|mention| mention.last <= at);
        let here = before.flat_map(|mention| &mention.actors).find(|actor| fits(actor));
        here.or_else(|| self.memory.last(self.sentence.index, fits)).cloned()
    }

    fn mention(&self, range: Range<usize>, actor: Actor) -> Mention {
        self.context.mention(self.sentence, range, vec![actor], MentionKind::Description)
    }

    fn is(&self, list: &str, at: usize) -> bool {
        self.sentence.tokens.get(at).is_some_and(|token| self.context.is(list, token))
    }
}
