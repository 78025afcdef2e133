//! Nodes: what the ontology knows of an actor, else what the claims agree on.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

use petgraph::graph::{DiGraph, NodeIndex};
use rustc_hash::FxHashMap;

use crate::model::{Actor, ActorKind, Claim, Edge, Node};
use crate::ontology::{ActorEntry, Ontology};

/// Where the node that stands for each actor is.
pub type Positions<'c> = FxHashMap<&'c str, NodeIndex>;

/// Adds a node for every actor that a ballot is for, or for the one that stands for it, in the order of their ids.
pub fn add<'c>(
    network: &mut DiGraph<Node, Edge>,
    ballots: &Ballots<'c>,
    represented: &BTreeMap<String, String>,
    ontology: &Ontology,
) -> Positions<'c> {
    let at = nodes(ballots, represented, ontology)
        .into_iter()
        .map(|(id, node)| (id, network.add_node(node)))
        .collect::<BTreeMap<String, NodeIndex>>();
    let standing = |id: &str| at[represented.get(id).map_or(id, String::as_str)];
    ballots.keys().map(|id| (*id, standing(id))).collect()
}

fn nodes(
    ballots: &Ballots,
    represented: &BTreeMap<String, String>,
    ontology: &Ontology,
) -> BTreeMap<String, Node> {
    let (others, own): (Vec<_>, Vec<_>) = ballots.iter().partition(|(id, _)| represented.contains_key(**id));
    let mut nodes: BTreeMap<String, Node> =
        own.into_iter().map(|(id, ballot)| ((*id).to_owned(), ballot.node(id, ontology))).collect();
    for (id, _) in others {
        let standing = &represented[*id];
        let node = nodes.entry(standing.clone()).or_insert_with(|| stand_in(standing, ontology));
        if node.actor.kind != ActorKind::Group {
            node.members.push((*id).to_owned());
        }
    }
    nodes
}

/// A node that no claim names: a state that only its officials are named of, or the citizens of one.
fn stand_in(id: &str, ontology: &Ontology) -> Node {
    let private = &ontology.scoring.private;
    let actor = match id.rsplit_once('/') {
        Some((state, group)) if group == private => citizens(id, Some(state), ontology),
        None if id == private => citizens(id, None, ontology),
        _ => Ballot::default().actor(id, ontology),
    };
    let wikidata = ontology.actor(id).and_then(|entry| entry.wikidata.clone());
    Node { actor, mentions: BTreeMap::new(), wikidata, members: Vec::new() }
}

fn citizens(id: &str, state: Option<&str>, ontology: &Ontology) -> Actor {
    let private = &ontology.scoring.private;
    let of = state.map(|state| Ballot::default().actor(state, ontology).label);
    let group = ontology.groups.iter().find(|group| group.id == *private);
    Actor {
        id: id.to_owned(),
        label: of.map_or_else(|| private.clone(), |of| format!("{private} of {of}")),
        kind: ActorKind::Group,
        sector: group.and_then(|group| group.sector.clone()),
        country: state.map(str::to_owned),
        acts_for: None,
    }
}

/// What the claims say of each actor that they name in any role, by id.
pub type Ballots<'c> = BTreeMap<&'c str, Ballot<'c>>;

/// Counts what the claims say of each actor. Records that claims share are counted by address first, so that ids are compared
/// once a record and not once a claim.
pub fn ballots(claims: &[Claim]) -> Ballots<'_> {
    let mut records: FxHashMap<*const Actor, (&Actor, usize)> = FxHashMap::default();
    let mut mentions: FxHashMap<(*const Actor, &str), (&Actor, usize)> = FxHashMap::default();
    for claim in claims {
        for argument in [&claim.subject, &claim.object] {
            let actor = &argument.actor;
            mentions.entry((Arc::as_ptr(actor), &argument.mention)).or_insert((actor, 0)).1 += 1;
        }
        for actor in actors(claim) {
            records.entry(Arc::as_ptr(actor)).or_insert((actor, 0)).1 += 1;
        }
    }
    let mut ballots = Ballots::new();
    for (actor, times) in records.into_values() {
        ballots.entry(&actor.id).or_default().vote(actor, times);
    }
    for ((_, mention), (actor, times)) in mentions {
        *ballots.entry(&actor.id).or_default().mentions.entry(mention).or_default() += times;
    }
    ballots
}

fn actors(claim: &Claim) -> impl Iterator<Item = &Arc<Actor>> {
    let arguments = [&claim.subject.actor, &claim.object.actor];
    let others = claim.others.iter().map(|other| &other.actor);
    arguments.into_iter().chain(&claim.attributed_to).chain(&claim.denied_by).chain(others)
}

/// How often each value was given.
type Tally<T> = BTreeMap<T, usize>;

/// What the claims say of one actor.
#[derive(Default)]
pub struct Ballot<'c> {
    mentions: Tally<&'c str>,
    labels: Tally<&'c str>,
    kinds: Tally<ActorKind>,
    sectors: Tally<&'c str>,
    countries: Tally<&'c str>,
    states: Tally<&'c str>,
}

impl<'c> Ballot<'c> {
    fn vote(&mut self, actor: &'c Actor, times: usize) {
        count(&mut self.labels, Some(actor.label.as_str()).filter(|label| !label.is_empty()), times);
        count(&mut self.kinds, Some(actor.kind).filter(|kind| *kind != ActorKind::Unknown), times);
        count(&mut self.sectors, actor.sector.as_deref(), times);
        count(&mut self.countries, actor.country.as_deref(), times);
        count(&mut self.states, actor.acts_for.as_deref(), times);
    }

    /// The actor with an id: what the ontology knows, else what most claims say.
    pub fn actor(&self, id: &str, ontology: &Ontology) -> Actor {
        let voted = Actor {
            id: id.to_owned(),
            label: favourite_label(&self.labels).unwrap_or(id).to_owned(),
            kind: favourite(&self.kinds).unwrap_or(ActorKind::Unknown),
            sector: favourite(&self.sectors).map(str::to_owned),
            country: favourite(&self.countries).map(str::to_owned),
            acts_for: favourite(&self.states).map(str::to_owned),
        };
        match ontology.actor(id) {
            Some(entry) => corrected(voted, entry),
            None => voted,
        }
    }

    fn node(&self, id: &str, ontology: &Ontology) -> Node {
        Node {
            actor: self.actor(id, ontology),
            mentions: self.mentions.iter().map(|(words, times)| ((*words).to_owned(), *times)).collect(),
            wikidata: ontology.actor(id).and_then(|entry| entry.wikidata.clone()),
            members: Vec::new(),
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

fn count<T: Ord>(tally: &mut Tally<T>, value: Option<T>, times: usize) {
    if let Some(value) = value {
        *tally.entry(value).or_default() += times;
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
