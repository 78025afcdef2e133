//! The graph: actors as nodes, one edge for each (subject, relation, object).

use std::collections::BTreeMap;

use petgraph::graph::DiGraph;
use serde::{Deserialize, Serialize};

use super::{Actor, Claim, Document, Status};

/// Whether a relation brings its two actors together or sets them apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Polarity {
    /// −1: hostile.
    Negative,
    /// 0: neither, or structural (`leads`, `part-of`).
    Neutral,
    /// +1: friendly.
    Positive,
}

/// An actor in the graph.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Node {
    /// The actor; its label is that of the ontology where the ontology knows it.
    pub actor: Actor,
    /// Every form of words that named it, with how often, sorted.
    pub mentions: BTreeMap<String, usize>,
    /// Wikidata item (`Q423`), where the ontology gives one.
    pub wikidata: Option<String>,
}

/// Everything said for one (subject, relation, object).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Edge {
    /// Claim id.
    pub claim: String,
    /// Relation id.
    pub relation: String,
    /// Indices into [`Graph::claims`], sorted by document, sentence and evidence id.
    pub evidence: Vec<usize>,
    /// How many pieces of evidence have each status.
    pub statuses: BTreeMap<Status, usize>,
    /// Sign of the relation.
    pub polarity: Polarity,
    /// The relation reads the same both ways.
    pub symmetric: bool,
    /// Probability, 0 to 1, that at least one text states the claim (set by `grade`).
    pub confidence: f64,
    /// Number of independent origins (set by `grade`).
    pub origins: usize,
    /// Whether the claim has earned a plain edge (set by `grade`).
    pub plain: bool,
    /// Some evidence affirms and some denies or negates it (set by `grade`).
    pub contested: bool,
    /// Positive weight for network files: the relation's weight times the confidence (set by `grade`).
    pub weight: f64,
    /// Earliest day, month or year of a document that reports it (set by `grade`).
    pub first_reported: Option<String>,
    /// Latest day, month or year of a document that reports it (set by `grade`).
    pub last_reported: Option<String>,
}

/// Documents, claims and the network that they make.
///
/// Nodes stand in the order of their actor ids, edges in the order of (subject, relation, object),
/// so that equal inputs give equal graphs.
#[derive(Debug, Clone, Default)]
pub struct Graph {
    /// Documents sorted by id.
    pub documents: Vec<Document>,
    /// Claims sorted by document, sentence, then subject, relation, object.
    pub claims: Vec<Claim>,
    /// Actors and edges.
    pub network: DiGraph<Node, Edge>,
}
