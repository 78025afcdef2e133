//! Nodes: what the ontology knows of an actor, else what the claims agree on.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use petgraph::graph::{DiGraph, NodeIndex};

use crate::model::{Actor, ActorKind, Argument, Claim, Edge, Node};
use crate::ontology::{ActorEntry, Ontology};

/// Where each actor's node stands.
pub type Positions<'c> = BTreeMap<&'c str, NodeIndex>;

/// Adds a node for every actor that the claims name, in the order of their ids.
pub fn add<'c>(network: &mut DiGraph<Node, Edge>, claims: &'c [Claim], ontology: &Ontology) -> Positions<'c> {
    let mut ballots: BTreeMap<&str, Ballot> = BTreeMap::new();
    for claim in claims {
        for argument in [&claim.subject, &claim.object] {
            ballots.entry(&argument.actor.id).or_default().name(argument);
        }
        for actor in actors(claim) {
            ballots.entry(&actor.id).or_default().vote(actor);
        }
    }
    ballots.into_iter().map(|(id, ballot)| (id, network.add_node(ballot.node(id, ontology)))).collect()
}

fn actors(claim: &Claim) -> impl Iterator<Item = &Actor> {
    let arguments = [&claim.subject.actor, &claim.object.actor];
    let others = claim.others.iter().map(|other| &other.actor);
    arguments.into_iter().chain(&claim.attributed_to).chain(&claim.denied_by).chain(others)
}

/// How often each value was given.
type Tally<T> = BTreeMap<T, usize>;

/// What the claims say of one actor.
#[derive(Default)]
struct Ballot<'c> {
    mentions: Tally<&'c str>,
    labels: Tally<&'c str>,
    kinds: Tally<ActorKind>,
    sectors: Tally<&'c str>,
    countries: Tally<&'c str>,
    states: Tally<&'c str>,
}

impl<'c> Ballot<'c> {
    fn name(&mut self, argument: &'c Argument) {
        count(&mut self.mentions, Some(argument.mention.as_str()));
    }

    fn vote(&mut self, actor: &'c Actor) {
        count(&mut self.labels, Some(actor.label.as_str()).filter(|label| !label.is_empty()));
        count(&mut self.kinds, Some(actor.kind).filter(|kind| *kind != ActorKind::Unknown));
        count(&mut self.sectors, actor.sector.as_deref());
        count(&mut self.countries, actor.country.as_deref());
        count(&mut self.states, actor.acts_for.as_deref());
    }

    fn node(self, id: &str, ontology: &Ontology) -> Node {
        let known = ontology.actor(id);
        let voted = Actor {
            id: id.to_owned(),
            label: favourite_label(&self.labels).unwrap_or(id).to_owned(),
            kind: favourite(&self.kinds).unwrap_or(ActorKind::Unknown),
            sector: favourite(&self.sectors).map(str::to_owned),
            country: favourite(&self.countries).map(str::to_owned),
            acts_for: favourite(&self.states).map(str::to_owned),
        };
        Node {
            actor: match known {
                Some(entry) => corrected(voted, entry),
                None => voted,
            },
            mentions: self.mentions.into_iter().map(|(words, times)| (words.to_owned(), times)).collect(),
            wikidata: known.and_then(|entry| entry.wikidata.clone()),
        }
    }
}

/// The actor with all that the ontology knows of it; a state belongs to and acts for itself.
fn corrected(voted: Actor, entry: &ActorEntry) -> Actor {
    let itself = (entry.kind == ActorKind::State).then(|| entry.id.clone());
    Actor {
        id: voted.id,
        label: entry.label.get("en").cloned().unwrap_or(voted.label),
        kind: entry.kind,
        sector: entry.sector.clone().or(voted.sector),
        country: itself.clone().or_else(|| entry.country.clone()).or(voted.country),
        acts_for: itself.or_else(|| entry.acts_for.clone()).or(voted.acts_for),
    }
}

fn count<T: Ord>(tally: &mut Tally<T>, value: Option<T>) {
    if let Some(value) = value {
        *tally.entry(value).or_default() += 1;
    }
}

/// The most frequent value, of equals the smallest.
fn favourite<T: Ord + Copy>(tally: &Tally<T>) -> Option<T> {
    tally.iter().max_by_key(|&(value, times)| (times, Reverse(value))).map(|(value, _)| *value)
}

/// The most frequent label, of equals the longest, then the smallest.
fn favourite_label<'c>(tally: &Tally<&'c str>) -> Option<&'c str> {
    tally.iter().max_by_key(|&(label, times)| (times, label.len(), Reverse(label))).map(|(label, _)| *label)
}
