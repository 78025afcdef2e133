//! Edges: one for each (subject, relation, object).

use std::collections::BTreeMap;

use petgraph::graph::{DiGraph, NodeIndex};

use super::actors::Positions;
use crate::model::{Claim, Edge, Level, Node, Polarity, claim_id};
use crate::ontology::Ontology;

/// Source, relation, target: nodes stand in the order of their ids, so keys sort like the ids.
type Key<'c> = (NodeIndex, &'c str, NodeIndex);

/// Adds an edge for every (subject, relation, object) of the claims, in that order. Gives the indices of claims that become
/// no edge: at the level of states those whose subject and object are one.
pub fn add(
    network: &mut DiGraph<Node, Edge>,
    claims: &[Claim],
    positions: &Positions,
    level: Level,
    ontology: &Ontology,
) -> Vec<usize> {
    let mut evidence: BTreeMap<Key, Vec<usize>> = BTreeMap::new();
    let mut internal = Vec::new();
    for (index, claim) in claims.iter().enumerate() {
        let key = key(claim, positions, ontology);
        if level == Level::State && key.0 == key.2 {
            internal.push(index);
        } else {
            evidence.entry(key).or_default().push(index);
        }
    }
    for ((source, relation, target), indices) in evidence {
        let claim = claim_id(&network[source].actor.id, relation, &network[target].actor.id);
        network.add_edge(source, target, edge(claim, relation, indices, claims, ontology));
    }
    internal
}

fn key<'c>(claim: &'c Claim, positions: &Positions, ontology: &Ontology) -> Key<'c> {
    let subject = positions[claim.subject.actor.id.as_str()];
    let object = positions[claim.object.actor.id.as_str()];
    if is_symmetric(&claim.relation, ontology) {
        (subject.min(object), &claim.relation, subject.max(object))
    } else {
        (subject, &claim.relation, object)
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
        months: BTreeMap::new(),
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
