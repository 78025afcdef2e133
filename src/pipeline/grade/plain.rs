//! Which evidence may earn a plain edge.

use std::collections::BTreeSet;

use super::speaker::{Speaker, speaker};
use crate::model::{Actor, Claim, Graph, Node};
use crate::ontology::Scoring;

/// Of asserted and current evidence, what counts: all that an author or the subject's own side says, and
/// what third parties say if enough of them, each for another side, say it.
///
/// `ends` are subject and object; who does the deed of a symmetric relation are both.
pub fn qualified<'g>(
    graph: &Graph,
    ends: [&Node; 2],
    symmetric: bool,
    current: &[&'g Claim],
    scoring: &Scoring,
) -> Vec<&'g Claim> {
    let doers = doers(ends, symmetric);
    let speakers: Vec<Speaker> = current.iter().map(|claim| speaker(graph, claim, &doers, scoring)).collect();
    let parties: BTreeSet<&Speaker> = speakers.iter().filter(|speaker| is_third_party(speaker)).collect();
    let believed = parties.len() >= scoring.third_parties;
    current
        .iter()
        .zip(&speakers)
        .filter(|(_, speaker)| believed || !is_third_party(speaker))
        .map(|(claim, _)| *claim)
        .collect()
}

/// Those who do the deed of `ends`, subject and object.
pub fn doers(ends: [&Node; 2], symmetric: bool) -> Vec<&Actor> {
    ends.into_iter().take(if symmetric { 2 } else { 1 }).map(|node| &node.actor).collect()
}

fn is_third_party(speaker: &Speaker) -> bool {
    matches!(speaker, Speaker::ThirdParty(_))
}
