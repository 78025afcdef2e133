//! Who an actor is.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::model::{Actor, Node};
use crate::ontology::{ActorEntry, Ontology};

/// Who an actor is, by the texts and by the ontology.
#[derive(Debug, Serialize)]
pub(super) struct Profile {
    #[serde(flatten)]
    pub(super) actor: Actor,
    pub(super) wikidata: Option<String>,
    /// The words by which the texts call it, the most frequent first.
    pub(super) called: Vec<Called>,
    /// Further names that the ontology has for it.
    pub(super) names: Vec<String>,
    pub(super) offices: Vec<Office>,
    /// Actors whose deeds are shown as its own.
    pub(super) stands_for: Vec<String>,
    /// Its members, as the ontology has them.
    pub(super) members: Vec<String>,
}

/// Words that name an actor, with how often they fill a role of a claim.
#[derive(Debug, Serialize)]
pub(super) struct Called {
    pub(super) name: String,
    pub(super) times: usize,
}

/// An office that an actor holds or held.
#[derive(Debug, Serialize)]
pub(super) struct Office {
    pub(super) title: String,
    pub(super) of: String,
    pub(super) start: Option<String>,
    pub(super) end: Option<String>,
}

impl Profile {
    pub(super) fn new(node: &Node, mentions: &BTreeMap<String, usize>, ontology: &Ontology) -> Self {
        let entry = ontology.actor(&node.actor.id);
        let mut called: Vec<Called> =
            mentions.iter().map(|(name, times)| Called { name: name.clone(), times: *times }).collect();
        called.sort_by_key(|called| Reverse(called.times));
        Self {
            actor: node.actor.clone(),
            wikidata: node.wikidata.clone(),
            names: entry.map(|entry| further(entry, node, &called)).unwrap_or_default(),
            called,
            offices: entry.map(offices).unwrap_or_default(),
            stands_for: node.members.clone(),
            members: entry.map(|entry| entry.members.clone()).unwrap_or_default(),
        }
    }
}

/// The ontology's names that are shown nowhere else.
fn further(entry: &ActorEntry, node: &Node, called: &[Called]) -> Vec<String> {
    let shown: BTreeSet<&str> =
        called.iter().map(|called| called.name.as_str()).chain([node.actor.label.as_str()]).collect();
    let names: BTreeSet<&str> =
        entry.all_names().map(|(_, name)| name).filter(|name| !shown.contains(name)).collect();
    names.into_iter().map(str::to_owned).collect()
}

fn offices(entry: &ActorEntry) -> Vec<Office> {
    let office = |held: &crate::ontology::OfficeHeld| Office {
        title: held.title.clone().unwrap_or_else(|| format!("{} of {}", held.role, held.of)),
        of: held.of.clone(),
        start: held.start.clone(),
        end: held.end.clone(),
    };
    let mut offices: Vec<Office> = entry.offices.iter().map(office).collect();
    // The latest first: an office without a beginning is as old as any.
    offices.sort_by(|a, b| b.start.cmp(&a.start));
    offices
}
