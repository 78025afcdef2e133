//! Graph → scored graph.
//!
//! A score says how surely the texts state a claim and from how many sides, never that it is true.

mod account;
mod age;
mod copies;
mod opposition;
mod origin;
mod plain;
mod score;
mod shingle;
mod speaker;

pub use account::{Account, Part, Verdict, account};
pub use origin::Origin;
use origin::Origins;
pub use speaker::Speaker;

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::model::{Claim, Edge, Graph, Levels, Node, Phase, Score, Status, When};
use crate::ontology::{Ontology, Scoring};

/// The least weight of an edge: readers of network files drop an edge of weight 0.
const LEAST_WEIGHT: f64 = 0.0001;

/// Scores every edge: confidence, independent origins, whether it is a plain edge, whether it is contested,
/// its weight, when it was first and last reported, what contradicts it, and what became of what was planned. What stood in
/// those fields is overwritten.
///
/// Historical evidence (`when.phase` past) counts for the confidence that the claim is stated, and for
/// nothing else: it earns no plain edge and adds no weight to one.
pub fn grade(graph: Graph, ontology: &Ontology) -> Graph {
    let (documents, claims) = (graph.documents.clone(), graph.claims.clone());
    let origins = Origins::new(&documents, &claims, &ontology.scoring);
    scored(graph, &origins, ontology)
}

/// [`grade`] for the graphs of both levels, which share documents and claims and so their origins.
pub fn grade_levels(levels: Levels, ontology: &Ontology) -> Levels {
    let (documents, claims) = (levels.actors.documents.clone(), levels.actors.claims.clone());
    let origins = Origins::new(&documents, &claims, &ontology.scoring);
    let [actors, states] = [levels.actors, levels.states].map(|graph| scored(graph, &origins, ontology));
    Levels { actors, states }
}

fn scored(mut graph: Graph, origins: &Origins, ontology: &Ontology) -> Graph {
    let newest = age::newest(&graph.claims);
    let edges: Vec<_> = graph.edges().collect();
    let grades: Vec<Grades> =
        edges.par_iter().map(|edge| Grades::of(&graph, origins, *edge, ontology, newest)).collect();
    drop(edges);
    for (edge, grades) in graph.network.edge_weights_mut().zip(grades) {
        grades.set(edge);
    }
    opposition::link(&mut graph, ontology);
    graph
}

/// What grading finds out about one edge by itself; apart from the edge, so that no edge is copied.
struct Grades {
    scores: BTreeMap<Status, Score>,
    plain: bool,
    contested: bool,
    weight: f64,
    reported: age::Span,
    held: age::Span,
}

impl Grades {
    fn of(
        graph: &Graph,
        origins: &Origins,
        (source, edge, target): (&Node, &Edge, &Node),
        ontology: &Ontology,
        newest: Option<age::Day>,
    ) -> Self {
        let scoring = &ontology.scoring;
        let evidence = evidence(graph, edge);
        let scores = scores(origins, &evidence, scoring);
        let standing = standing(graph, origins, [source, target], edge, &evidence, scoring);
        let plain = standing.origins > 0 && standing.confidence >= scoring.threshold;
        let reported = age::reported(&evidence);
        let strength = if plain { standing.confidence } else { best(&scores) };
        let aging = age::decay(reported.1.as_deref(), newest, scoring.half_life);
        Self {
            plain,
            contested: is_contested(&evidence),
            weight: score::rounded(scale(edge, ontology) * strength * aging).max(LEAST_WEIGHT),
            held: age::held(&evidence),
            reported,
            scores,
        }
    }

    fn set(self, edge: &mut Edge) {
        let asserted = self.scores.get(&Status::Asserted).copied().unwrap_or_default();
        edge.confidence = asserted.confidence;
        edge.origins = asserted.origins;
        edge.scores = self.scores;
        edge.plain = self.plain;
        edge.contested = self.contested;
        edge.weight = self.weight;
        (edge.first_reported, edge.last_reported) = self.reported;
        (edge.since, edge.until) = self.held;
    }
}

fn evidence<'g>(graph: &'g Graph, edge: &Edge) -> Vec<&'g Claim> {
    edge.evidence.iter().map(|&index| &graph.claims[index]).collect()
}

/// What is asserted of the present.
fn current<'g>(evidence: &[&'g Claim]) -> Vec<&'g Claim> {
    let is_current = |claim: &&Claim| claim.status == Status::Asserted && !is_past(claim);
    evidence.iter().copied().filter(is_current).collect()
}

fn is_past(claim: &Claim) -> bool {
    let Some(when) = &claim.when else { return false };
    when.phase == Phase::Past || when.phase == Phase::Ends && is_over(claim, when)
}

/// It ended before the year of the report.
fn is_over(claim: &Claim, when: &When) -> bool {
    let years = when.to.as_ref().zip(claim.published.as_ref());
    years.is_some_and(|(to, published)| to.year() < published.year())
}

/// The score of each status by its own evidence: no status raises another's.
fn scores(origins: &Origins, evidence: &[&Claim], scoring: &Scoring) -> BTreeMap<Status, Score> {
    let mut by_status: BTreeMap<Status, Vec<&Claim>> = BTreeMap::new();
    for claim in evidence {
        by_status.entry(claim.status).or_default().push(claim);
    }
    by_status.into_iter().map(|(status, claims)| (status, score::score(origins, &claims, scoring))).collect()
}

/// The score of the evidence that may earn a plain edge.
fn standing(
    graph: &Graph,
    origins: &Origins,
    ends: [&Node; 2],
    edge: &Edge,
    evidence: &[&Claim],
    scoring: &Scoring,
) -> Score {
    let current = current(evidence);
    let counting = plain::qualified(graph, ends, edge.symmetric, &current, scoring);
    score::score(origins, &counting, scoring)
}

/// Some evidence affirms the claim (asserts it, alleges it, or names who claims what another denies), and
/// some denies or negates it.
fn is_contested(evidence: &[&Claim]) -> bool {
    let affirms = |claim: &&Claim| match claim.status {
        Status::Asserted | Status::Alleged => true,
        Status::Denied => claim.attributed_to.is_some(),
        Status::Planned | Status::Possible | Status::Negated => false,
    };
    let disputes = |claim: &&Claim| matches!(claim.status, Status::Denied | Status::Negated);
    evidence.iter().any(affirms) && evidence.iter().any(disputes)
}

/// The size of the relation's weight; 1 where it has none.
fn scale(edge: &Edge, ontology: &Ontology) -> f64 {
    let weight = ontology.relation(&edge.relation).map_or(0.0, |relation| relation.weight.abs());
    if weight > 0.0 { weight } else { 1.0 }
}

fn best(scores: &BTreeMap<Status, Score>) -> f64 {
    scores.values().map(|score| score.confidence).fold(0.0, f64::max)
}
