//! How an edge came to its score.

use std::collections::{BTreeMap, BTreeSet};

use super::origin::{Origin, Origins};
use super::speaker::{Speaker, speaker};
use super::{plain, score};
use crate::model::{Claim, Edge, Graph, Node, Score, Status};
use crate::ontology::Ontology;

/// The parts of an edge's score, and what decided whether it is a plain edge.
#[derive(Debug, Clone, PartialEq)]
pub struct Account<'g> {
    /// Every piece of evidence, in the order of [`Edge::evidence`].
    pub parts: Vec<Part<'g>>,
    /// Score of the evidence that may earn a plain edge.
    pub standing: Score,
    /// Why it is a plain edge, or why not.
    pub verdict: Verdict,
}

/// One piece of evidence as scoring sees it.
#[derive(Debug, Clone, PartialEq)]
pub struct Part<'g> {
    /// The claim.
    pub claim: &'g Claim,
    /// Where it comes from in the end.
    pub origin: Origin,
    /// Who answers for it.
    pub speaker: Speaker,
    /// How much its origin is worth, 0 to 1.
    pub weight: f64,
    /// It tells of history.
    pub past: bool,
    /// It may earn a plain edge.
    pub counts: bool,
}

/// Why an edge is plain, or why not.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Verdict {
    /// It is: the evidence that counts is sure enough.
    Plain,
    /// No text asserts it.
    NotAsserted,
    /// All that asserts it is history.
    Past,
    /// Only so many sides that are neither author nor doer assert it, and that is too few.
    ThirdParties(usize),
    /// It is asserted, but not surely enough.
    BelowThreshold,
}

impl Account<'_> {
    /// Confidence, 0 to 1, that each origin adds to [`Account::standing`]: that of its surest evidence.
    /// The standing score is 1 − Π(1 − cᵢ) over them.
    pub fn by_origin(&self) -> BTreeMap<&Origin, f64> {
        let mut surest = BTreeMap::new();
        for part in self.parts.iter().filter(|part| part.counts) {
            let confidence: &mut f64 = surest.entry(&part.origin).or_default();
            *confidence = confidence.max(part.claim.confidence * part.weight);
        }
        surest
    }
}

/// The account of an edge between `source` and `target`.
pub fn account<'g>(
    graph: &'g Graph,
    source: &Node,
    edge: &Edge,
    target: &Node,
    ontology: &Ontology,
) -> Account<'g> {
    let scoring = &ontology.scoring;
    let ends = [source, target];
    let evidence = super::evidence(graph, edge);
    let counting = plain::qualified(graph, ends, edge.symmetric, &super::current(&evidence), scoring);
    let doers = plain::doers(ends, edge.symmetric);
    let origins = Origins::new(&graph.documents, &graph.claims, scoring);
    let weight = |origin: &Origin| score::weight(origin, scoring);
    let parts = parts(&origins, &evidence, &counting, weight, |claim| speaker(graph, claim, &doers, scoring));
    let standing = score::score(&origins, &counting, scoring);
    let verdict = verdict(edge, &parts, standing);
    Account { parts, standing, verdict }
}

/// What counts has its origin among what counts, as in the score; the rest has it among all evidence.
fn parts<'g>(
    origins: &Origins,
    evidence: &[&'g Claim],
    counting: &[&'g Claim],
    weight: impl Fn(&Origin) -> f64,
    speaker: impl Fn(&Claim) -> Speaker,
) -> Vec<Part<'g>> {
    let mut counted = counting.iter().zip(origins.of(counting)).peekable();
    let part = |(claim, own): (&&'g Claim, Origin)| {
        let counts = counted.next_if(|(next, _)| std::ptr::eq(**next, *claim));
        let (counts, origin) = (counts.is_some(), counts.map_or(own, |(_, origin)| origin));
        Part {
            claim,
            weight: weight(&origin),
            speaker: speaker(claim),
            past: super::is_past(claim),
            counts,
            origin,
        }
    };
    evidence.iter().zip(origins.of(evidence)).map(part).collect()
}

fn verdict(edge: &Edge, parts: &[Part], standing: Score) -> Verdict {
    let mut asserted = parts.iter().filter(|part| part.claim.status == Status::Asserted).peekable();
    if edge.plain {
        Verdict::Plain
    } else if asserted.peek().is_none() {
        Verdict::NotAsserted
    } else if asserted.all(|part| part.past) {
        Verdict::Past
    } else if standing.origins == 0 {
        Verdict::ThirdParties(sides(parts))
    } else {
        Verdict::BelowThreshold
    }
}

/// How many sides that are neither author nor doer assert it.
fn sides(parts: &[Part]) -> usize {
    let asserted = parts.iter().filter(|part| part.claim.status == Status::Asserted && !part.past);
    asserted.map(|part| &part.speaker).collect::<BTreeSet<_>>().len()
}
