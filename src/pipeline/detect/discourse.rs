//! Pronouns and descriptions, resolved by what the document has said before.

use super::context::{Context, covering, ending_at};
use super::descriptions::is_organized;
use super::memory::Memory;
use super::{actors, replace};
use crate::model::{Actor, ActorKind, Mention, MentionKind, Sentence, Upos};

/// Adds the mentions of descriptions ("kedua negara") and pronouns that the document resolves.
pub fn find(context: Context<'_>, sentence: &Sentence, mentions: &mut Vec<Mention>, memory: &Memory) {
    for at in 0..sentence.tokens.len() {
        if covering(mentions, at).is_some() {
            continue;
        }
        let scene = Scene { context, sentence, mentions, memory };
        let mention = scene.pair_described(at).or_else(|| scene.pronoun(at));
        if let Some(mention) = mention {
            replace(mentions, mention);
        }
    }
}

/// Whom a possessive pronoun right before a token means: "**its** forces", "Iran, **whose** forces".
pub fn possessor(
    context: Context<'_>,
    sentence: &Sentence,
    at: usize,
    mentions: &[Mention],
    memory: &Memory,
) -> Option<Vec<Actor>> {
    let before =
        at.checked_sub(1).filter(|&before| context.is("possessive_pronoun", &sentence.tokens[before]))?;
    let scene = Scene { context, sentence, mentions, memory };
    if context.is("relativizer", &sentence.tokens[before]) {
        return scene.antecedent(before + 1).map(|owner| vec![owner.clone()]);
    }
    scene.meant(before)
}

/// A sentence as far as it is read.
struct Scene<'a> {
    context: Context<'a>,
    sentence: &'a Sentence,
    mentions: &'a [Mention],
    memory: &'a Memory,
}

impl Scene<'_> {
    /// "kedua negara", "the two leaders".
    fn pair_described(&self, at: usize) -> Option<Mention> {
        let length = self.phrase("several", at)?;
        let is = |list| self.phrase(list, at) == Some(length);
        let states = is("states");
        let pair = if is("leaders") { self.persons(at).or_else(|| self.pair(at)) } else { None };
        let pair = pair.or_else(|| if is("parties") { self.parties(at) } else { self.pair(at) })?;
        let actors: Vec<Actor> =
            if states { pair.iter().filter_map(|actor| self.state_of(actor)).collect() } else { pair };
        (actors.len() == 2 && actors[0] != actors[1]).then(|| self.described(at, length, actors))
    }

    fn described(&self, at: usize, length: usize, actors: Vec<Actor>) -> Mention {
        self.context.mention(self.sentence, at..at + length, actors, MentionKind::Description)
    }

    fn pronoun(&self, at: usize) -> Option<Mention> {
        let actors = self.meant(at)?;
        Some(self.context.mention(self.sentence, at..at + 1, actors, MentionKind::Pronoun))
    }

    /// The actors that a pronoun means.
    fn meant(&self, at: usize) -> Option<Vec<Actor>> {
        let token = &self.sentence.tokens[at];
        if self.context.is("plural", token) {
            let alike = |pair: &Vec<Actor>| pair[0].kind == pair[1].kind || !self.context.heads_last();
            self.pair_before(at).filter(alike).or_else(|| self.pair_remembered())
        } else if self.context.is("person", token) && !self.context.is("possessive", token) {
            Some(vec![self.person(at)?])
        } else if self.context.is("thing", token) && !self.is_expletive(at) {
            Some(vec![self.thing(at)?])
        } else {
            None
        }
    }

    /// "It is clear that …" means nobody.
    fn is_expletive(&self, at: usize) -> bool {
        let next = self.sentence.tokens.get(at + 1);
        let owns = self.context.is("possessive_pronoun", &self.sentence.tokens[at]);
        !owns && next.is_none_or(|next| self.context.is("expletive", next))
    }

    /// The person named last in earlier sentences; where a pronoun may mean one of its own sentence, the first there.
    fn person(&self, at: usize) -> Option<Actor> {
        let person = |actor: &Actor| actor.kind == ActorKind::Person;
        let here = self.before(at).map(|mention| &mention.actors[0]).find(|actor| person(actor));
        let here = here.filter(|_| self.context.heads_last());
        here.or_else(|| self.memory.last(self.sentence.index, person)).cloned()
    }

    /// The state or organisation that "it" means: the one joined to "its" ("X and its allies"), the one that a relative
    /// clause around it speaks of ("X, which withdrew its forces"), the first that the sentence names, which is its
    /// subject as a rule, or the one named last.
    fn thing(&self, at: usize) -> Option<Actor> {
        let joined = at.checked_sub(1).filter(|&left| self.sentence.tokens[left].upos == Upos::Cconj);
        let joined = joined.and_then(|left| ending_at(self.mentions, left)).map(|mention| &mention.actors[0]);
        let collective = |actor: &&Actor| actor.kind == ActorKind::State || is_organized(actor);
        let here = || self.before(at).map(|mention| &mention.actors[0]).find(collective);
        let earlier = || self.memory.topic(self.sentence.index, |actor| collective(&actor));
        let joined = joined.or_else(|| self.antecedent(at)).or_else(|| self.undergone(at)).filter(collective);
        joined.or_else(here).or_else(earlier).cloned()
    }

    /// "India punished Pakistan after accusing **it** of …": not the one named first, who does what the verb says, but the
    /// one named last.
    fn undergone(&self, at: usize) -> Option<&Actor> {
        let tokens = &self.sentence.tokens;
        let after_verb = at.checked_sub(1).is_some_and(|before| tokens[before].upos == Upos::Verb);
        let ends = tokens.get(at + 1).is_none_or(|next| matches!(next.upos, Upos::Adp | Upos::Punct));
        let collective = |actor: &&Actor| actor.kind == ActorKind::State || is_organized(actor);
        let mut named = self.before(at).map(|mention| &mention.actors[0]).filter(collective);
        let first = named.next().filter(|_| after_verb && ends)?;
        named.last().filter(|last| *last != first)
    }

    /// The actor right before the relative pronoun that stands last before a token.
    fn antecedent(&self, at: usize) -> Option<&Actor> {
        let tokens = &self.sentence.tokens;
        let pronoun = (1..at)
            .rev()
            .find(|&at| tokens[at].upos == Upos::Pron && self.context.is("relativizer", &tokens[at]))?;
        let comma = usize::from(tokens[pronoun - 1].form == ",");
        ending_at(self.mentions, pronoun - comma).map(|mention| &mention.actors[0])
    }

    /// Named actors before a token of the sentence, in order.
    fn before(&self, at: usize) -> impl Iterator<Item = &Mention> {
        let named = |mention: &&Mention| {
            matches!(mention.kind, MentionKind::Name | MentionKind::Seat) && !mention.place
        };
        self.mentions.iter().take_while(move |mention| mention.last <= at).filter(named)
    }

    fn pair(&self, at: usize) -> Option<Vec<Actor>> {
        self.pair_before(at).or_else(|| self.pair_remembered())
    }

    /// "kedua pemimpin": two persons, where the text has named two.
    fn persons(&self, at: usize) -> Option<Vec<Actor>> {
        let persons = |pair: &[Actor]| pair.iter().all(|actor| actor.kind == ActorKind::Person);
        let here = self.pair_before(at).filter(|pair| persons(pair));
        here.or_else(|| self.remembered(persons))
    }

    /// "kedua pihak": any two, an armed group among them too; persons only where no others were met.
    fn parties(&self, at: usize) -> Option<Vec<Actor>> {
        let powers = |pair: &[Actor]| pair.iter().all(|actor| actor.kind != ActorKind::Person);
        self.opposed(at)
            .or_else(|| self.pair_before(at))
            .or_else(|| self.two_before(at, is_organized))
            .or_else(|| self.remembered(powers))
            .or_else(|| self.remembered(|_| true))
    }

    /// "perundingan **antara A dan B**": two between whom something is said to be.
    fn opposed(&self, at: usize) -> Option<Vec<Actor>> {
        let tokens = &self.sentence.tokens;
        let between = (0..at).rev().find(|&at| self.context.is("between", &tokens[at]))?;
        let left = self.mentions.iter().find(|mention| mention.first == between + 1)?;
        let right = self.mentions.iter().find(|mention| mention.first == left.last + 1)?;
        let joined =
            tokens[left.last].upos == Upos::Cconj && left.actors.len() == 1 && right.actors.len() == 1;
        joined.then(|| vec![left.actors[0].clone(), right.actors[0].clone()])
    }

    fn pair_remembered(&self) -> Option<Vec<Actor>> {
        self.remembered(|pair| pair.iter().all(|actor| actor.kind != ActorKind::ArmedGroup))
    }

    fn remembered(&self, fits: impl Fn(&[Actor]) -> bool) -> Option<Vec<Actor>> {
        self.memory.pair(self.sentence.index, fits).map(<[Actor]>::to_vec)
    }

    /// The two states or persons that stand before a position in the sentence itself.
    fn pair_before(&self, at: usize) -> Option<Vec<Actor>> {
        self.two_before(at, |actor| matches!(actor.kind, ActorKind::State | ActorKind::Person))
    }

    /// The actors of a sort that stand before a position in the sentence itself, if they are two.
    fn two_before(&self, at: usize, fits: impl Fn(&Actor) -> bool) -> Option<Vec<Actor>> {
        let mut actors: Vec<Actor> = Vec::new();
        let named = |mention: &&Mention| mention.last <= at && mention.kind != MentionKind::Description;
        for actor in self.mentions.iter().filter(named).flat_map(|mention| &mention.actors) {
            if fits(actor) && !actors.contains(actor) {
                actors.push(actor.clone());
            }
        }
        (actors.len() == 2).then_some(actors)
    }

    /// The state of an actor: itself, or the state that it belongs to.
    fn state_of(&self, actor: &Actor) -> Option<Actor> {
        if actor.kind == ActorKind::State {
            return Some(actor.clone());
        }
        let entry = self.context.ontology.actor(actor.country.as_deref()?)?;
        Some(actors::known(entry, self.context.document, self.context.ontology))
    }

    fn phrase(&self, list: &str, at: usize) -> Option<usize> {
        Some(self.context.phrase(list, self.sentence, at)).filter(|&length| length > 0)
    }
}
