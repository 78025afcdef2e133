//! What the document has said so far: who was named, and how.

use rustc_hash::FxHashMap;

use crate::model::{Actor, ActorKind, Mention, MentionKind};
use crate::words::fold;

/// How many sentences a pair that nobody names again is remembered.
const MEMORY: usize = 200;
/// How many sentences back a description may reach.
const REACH: usize = 3;
/// How many sentences back a group word without an owner may reach.
const MET: usize = 6;

/// The actors met so far in a document.
#[derive(Debug, Default)]
pub struct Memory {
    persons: FxHashMap<String, Actor>,
    recent: Vec<(usize, Actor)>,
    pairs: Vec<Pair>,
    groups: FxHashMap<String, Vec<(usize, Vec<Actor>)>>,
}

/// Two actors that sentences name together.
#[derive(Debug)]
struct Pair {
    actors: Vec<Actor>,
    last: usize,
    count: usize,
}

impl Memory {
    /// The person whom a short name means: the last one whose full name holds the word.
    pub fn person(&self, word: &str) -> Option<&Actor> {
        self.persons.get(word)
    }

    /// Remembers a person by each part of the name.
    pub fn note_person(&mut self, name: &str, actor: &Actor) {
        for part in name.split([' ', '-']).filter(|part| part.chars().count() > 2) {
            self.persons.insert(fold(part), actor.clone());
        }
    }

    /// Remembers the mentions of a sentence.
    pub fn note(&mut self, sentence: usize, mentions: &[Mention]) {
        let named = |mention: &&Mention| {
            matches!(mention.kind, MentionKind::Name | MentionKind::Seat) && !mention.place
        };
        for mention in mentions.iter().filter(named) {
            for actor in &mention.actors {
                if actor.kind == ActorKind::Person {
                    self.note_person(&actor.label, actor);
                }
                self.recent.push((sentence, actor.clone()));
            }
        }
        for pair in pairs_of(mentions) {
            self.note_pair(sentence, pair);
        }
    }

    fn note_pair(&mut self, sentence: usize, actors: Vec<Actor>) {
        let same = |pair: &&mut Pair| pair.actors.iter().all(|actor| actors.contains(actor));
        match self.pairs.iter_mut().find(same) {
            Some(pair) => (pair.last, pair.count) = (sentence, pair.count + 1),
            None => {
                self.pairs.retain(|pair| sentence - pair.last <= MEMORY);
                self.pairs.push(Pair { actors, last: sentence, count: 1 });
            }
        }
    }

    /// Remembers whom a group word with its owner meant: "**junta** Myanmar".
    pub fn note_group(&mut self, sentence: usize, group: &str, actors: &[Actor]) {
        self.groups.entry(group.to_owned()).or_default().push((sentence, actors.to_vec()));
    }

    /// Whom a group word means that stands alone ("**junta** itu"): those whom it meant before, if they are always the same.
    pub fn group(&self, sentence: usize, group: &str) -> Option<&[Actor]> {
        let near = self.groups.get(group)?.iter().rev().take_while(|(at, _)| sentence - at <= MET);
        let mut near = near.map(|(_, actors)| actors.as_slice());
        let last = near.next()?;
        near.all(|actors| actors == last).then_some(last)
    }

    /// The two actors that were named together most often, of pairs that fit; the last of equals.
    pub fn pair(&self, sentence: usize, fits: impl Fn(&[Actor]) -> bool) -> Option<&[Actor]> {
        let near = self.pairs.iter().filter(|pair| sentence - pair.last <= REACH * 2 && fits(&pair.actors));
        near.max_by_key(|pair| (pair.count, pair.last)).map(|pair| pair.actors.as_slice())
    }

    /// The actor of a sort that was named last before the sentence.
    pub fn last(&self, sentence: usize, fits: impl Fn(&Actor) -> bool) -> Option<&Actor> {
        let near = self.recent.iter().rev().take_while(|(at, _)| sentence - at <= REACH);
        near.map(|(_, actor)| actor).find(|actor| fits(actor))
    }

    /// The actor of a sort that the last sentence with one names first: its subject as a rule.
    pub fn topic(&self, sentence: usize, fits: impl Fn(&Actor) -> bool) -> Option<&Actor> {
        let mut near = self.recent.iter().rev().take_while(|(at, _)| sentence - at <= REACH);
        let (last, latest) = near.find(|(_, actor)| fits(actor))?;
        let same = near.take_while(|(at, _)| at == last).filter(|(_, actor)| fits(actor));
        Some(same.last().map_or(latest, |(_, actor)| actor))
    }
}

/// The two actors of a sentence that names exactly two states, two persons, two powers or two forces of which one is no
/// state; of each sort that there is.
fn pairs_of(mentions: &[Mention]) -> Vec<Vec<Actor>> {
    use ActorKind::{ArmedGroup, GovernmentBody, Organization, Person, State};
    let sorts =
        [&[State][..], &[Person], &[State, ArmedGroup], &[ArmedGroup, GovernmentBody], &[Organization]];
    let mut pairs: Vec<Vec<Actor>> = Vec::new();
    for pair in sorts.iter().map(|sort| named(mentions, sort)).filter(|actors| actors.len() == 2) {
        if !pairs.contains(&pair) {
            pairs.push(pair);
        }
    }
    pairs
}

/// The actors of some kinds that a sentence names.
fn named(mentions: &[Mention], kinds: &[ActorKind]) -> Vec<Actor> {
    let mut actors: Vec<Actor> = Vec::new();
    let named = mentions.iter().filter(|mention| !mention.place && mention.kind != MentionKind::Description);
    for actor in named.flat_map(|mention| &mention.actors).filter(|actor| kinds.contains(&actor.kind)) {
        if !actors.contains(actor) {
            actors.push(actor.clone());
        }
    }
    actors
}
