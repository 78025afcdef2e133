//! Edges: one for each (subject, relation, object).

use std::collections::{BTreeMap, BTreeSet};

use petgraph::graph::{DiGraph, NodeIndex};
use rayon::prelude::*;

use super::actors::Positions;
use crate::model::{Claim, Edge, Level, Node, Polarity, claim_id};
use crate::ontology::Ontology;

/// Source, rank of the relation, target, index of the claim: nodes stand in the order of their ids and relations are ranked by
/// theirs, so that keys sort like the ids.
type Key = (NodeIndex, usize, NodeIndex, usize);

/// Adds an edge for every (subject, relation, object) of the claims, in that order. Gives the indices of claims that become
/// no edge: at the level of states those whose subject and object are one.
pub fn add(
    network: &mut DiGraph<Node, Edge>,
    claims: &[Claim],
    positions: &Positions,
    level: Level,
    ontology: &Ontology,
) -> Vec<usize> {
    let relations: BTreeSet<&str> = claims.iter().map(|claim| claim.relation.as_str()).collect();
    let relations: Vec<(&str, bool)> =
        relations.into_iter().map(|id| (id, is_symmetric(id, ontology))).collect();
    let mut keys: Vec<Key> =
        claims.par_iter().enumerate().map(|(at, claim)| key(at, claim, positions, &relations)).collect();
    let is_internal = |key: &Key| level == Level::State && key.0 == key.2;
    let mut internal: Vec<usize> = keys.iter().filter(|key| is_internal(key)).map(|key| key.3).collect();
    internal.sort_unstable();
    keys.retain(|key| !is_internal(key));
    keys.par_sort_unstable();
    for same in keys.chunk_by(|a, b| (a.0, a.1, a.2) == (b.0, b.1, b.2)) {
        let (source, rank, target, _) = same[0];
        let relation = relations[rank].0;
        let claim = claim_id(&network[source].actor.id, relation, &network[target].actor.id);
        let evidence = same.iter().map(|key| key.3).collect();
        network.add_edge(source, target, edge(claim, relation, evidence, claims, ontology));
    }
    internal
}

fn key(at: usize, claim: &Claim, positions: &Positions, relations: &[(&str, bool)]) -> Key {
    let subject = positions[claim.subject.actor.id.as_str()];
    let object = positions[claim.object.actor.id.as_str()];
    let rank = relations.partition_point(|(id, _)| *id < claim.relation.as_str());
    if relations[rank].1 {
        (subject.min(object), rank, subject.max(object), at)
    } else {
        (subject, rank, object, at)
    }
}

fn edge(claim: String, relation: &str, evidence: Vec<usize>, claims: &[Claim], ontology: &Ontology) -> Edge {
    let mut statuses = BTreeMap::new();
    for &index in &evidence {
        *statuses.entry(claims[index].status).or_default() += 1;
    }
    Edge {
        claim,
        relation: relation.to_owned(),
        evidence,
        statuses,
        polarity: polarity(relation, ontology),
        symmetric: is_symmetric(relation, ontology),
        scores: BTreeMap::new(),
        confidence: 0.0,
        origins: 0,
        plain: false,
        contested: false,
        weight: 0.0,
        first_reported: None,
        last_reported: None,
        since: None,
        until: None,
        contradicted_by: Vec::new(),
        fulfilled_by: Vec::new(),
    }
}

fn is_symmetric(relation: &str, ontology: &Ontology) -> bool {
    ontology.relation(relation).is_some_and(|relation| relation.symmetric)
}

fn polarity(relation: &str, ontology: &Ontology) -> Polarity {
    match ontology.relation(relation).map_or(0, |relation| relation.sign) {
        1.. => Polarity::Positive,
        0 => Polarity::Neutral,
        _ => Polarity::Negative,
    }
}
