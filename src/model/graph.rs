//! The graph: actors as nodes, one edge for each (subject, relation, object).

use std::collections::BTreeMap;
use std::sync::Arc;

use petgraph::graph::{DiGraph, NodeIndex};
use serde::{Deserialize, Serialize};

use super::{Actor, ActorKind, Claim, Decision, Document, Status, View};

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
    /// Ids of other actors that this node stands for, sorted: who acts for a state, at the level of states. Private persons
    /// that a node of citizens stands for are not named.
    pub members: Vec<String>,
}

/// How sure, and from how many sides, one status of a claim is known.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
pub struct Score {
    /// Probability, 0 to 1, that at least one text puts the claim so.
    pub confidence: f64,
    /// Number of independent origins that do.
    pub origins: usize,
}

/// Everything said for one (subject, relation, object).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Edge {
    /// Claim id of the edge as it stands; evidence of a symmetric relation may carry that of the other order.
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
    /// Confidence and origins of each status that has evidence (set by `grade`).
    pub scores: BTreeMap<Status, Score>,
    /// Probability, 0 to 1, that at least one text asserts the claim (set by `grade`).
    pub confidence: f64,
    /// Number of independent origins that assert it (set by `grade`).
    pub origins: usize,
    /// Whether the claim has earned a plain edge (set by `grade`).
    pub plain: bool,
    /// Some evidence affirms and some denies or negates it (set by `grade`).
    pub contested: bool,
    /// Positive weight for network files: the size of the relation's weight times the confidence of the
    /// evidence that earned the plain edge, or of its best status where it is none (set by `grade`).
    pub weight: f64,
    /// Earliest day, month or year of a document that reports it (set by `grade`).
    pub first_reported: Option<String>,
    /// Latest day, month or year of a document that reports it (set by `grade`).
    pub last_reported: Option<String>,
    /// First date of the deed that a text gives (set by `grade`).
    pub since: Option<String>,
    /// Last date of the deed that a text gives (set by `grade`).
    pub until: Option<String>,
    /// Claim ids of edges between the same two actors whose relation contradicts this one's, sorted (set by `grade`).
    pub contradicted_by: Vec<String>,
    /// Claim ids of edges by which what was planned or threatened here came about later, sorted (set by `grade`).
    pub fulfilled_by: Vec<String>,
}

/// What a graph is made from.
#[derive(Debug, Clone, Default)]
pub struct Material {
    /// Documents.
    pub documents: Vec<Document>,
    /// Claims as the texts give them.
    pub claims: Vec<Claim>,
    /// What people decided, oldest first.
    pub decisions: Vec<Decision>,
}

impl From<(Vec<Document>, Vec<Claim>)> for Material {
    /// Material about which nothing was decided.
    fn from((documents, claims): (Vec<Document>, Vec<Claim>)) -> Self {
        Self { documents, claims, decisions: Vec::new() }
    }
}

/// Documents, claims and the network that they make.
///
/// Nodes stand in the order of their actor ids, edges in the order of (subject, relation, object),
/// so that equal inputs give equal graphs. An actor that only speaks or denies is a node without edges.
#[derive(Debug, Clone, Default)]
pub struct Graph {
    /// Documents sorted by id. Graphs of one material at different levels share them.
    pub documents: Arc<Vec<Document>>,
    /// Claims of the view as decided, sorted by document, sentence, then subject, relation, object; shared likewise.
    pub claims: Arc<Vec<Claim>>,
    /// Actors and edges.
    pub network: DiGraph<Node, Edge>,
    /// What of the material is shown.
    pub view: View,
    /// Decisions, oldest first.
    pub decisions: Vec<Decision>,
    /// Indices into [`Graph::decisions`] of those that nothing in the material matches any more, sorted.
    pub unmatched: Vec<usize>,
    /// Claims as the texts gave them, of those that decisions changed or took out, or that the view leaves out; sorted like
    /// [`Graph::claims`]. With the unedited ones of those they are all that the texts gave. Also added claims that were rejected,
    /// as they were added; those alone have edits.
    pub originals: Arc<Vec<Claim>>,
    /// How many claims the view's window leaves out since nobody knows when the deed was.
    pub undated: usize,
    /// Actor ids that another node stands for, and its id.
    pub represented: BTreeMap<String, String>,
    /// Indices into [`Graph::claims`] of what happens inside one state, at the level of states; they are on no edge.
    pub internal: Vec<usize>,
}

/// The graphs of one material at both levels.
#[derive(Debug, Clone, Default)]
pub struct Levels {
    /// Every actor for itself.
    pub actors: Graph,
    /// Those who act for a state are that state.
    pub states: Graph,
}

impl Graph {
    /// Every edge between its two nodes, in order.
    pub fn edges(&self) -> impl Iterator<Item = (&Node, &Edge, &Node)> {
        let network = &self.network;
        network
            .raw_edges()
            .iter()
            .map(|edge| (&network[edge.source()], &edge.weight, &network[edge.target()]))
    }

    /// The edge of a subject, a relation and an object; a symmetric one is found in either order.
    pub fn edge(&self, subject: &str, relation: &str, object: &str) -> Option<&Edge> {
        let (subject, object) = (self.position(subject)?, self.position(object)?);
        self.directed_edge(subject, relation, object)
            .or_else(|| self.directed_edge(object, relation, subject).filter(|edge| edge.symmetric))
    }

    /// How many pieces of an edge's evidence were reported in each month, or year where no month is known.
    pub fn months(&self, edge: &Edge) -> BTreeMap<String, usize> {
        let mut months = BTreeMap::new();
        for date in edge.evidence.iter().filter_map(|&at| self.claims[at].published.as_ref()) {
            *months.entry(date.month().unwrap_or(date.as_str()).to_owned()).or_default() += 1;
        }
        months
    }

    /// The node of an actor, or the one that stands for it. Binary search.
    pub fn node(&self, actor: &str) -> Option<&Node> {
        self.position(actor).map(|at| &self.network[at])
    }

    /// The id of the node that stands for an actor: mostly its own.
    pub fn representative<'a>(&'a self, actor: &'a str) -> &'a str {
        self.represented.get(actor).map_or(actor, String::as_str)
    }

    /// Whether a node of citizens stands for an actor, whose name is then not shown.
    pub fn is_private(&self, actor: &str) -> bool {
        let standing = self.represented.get(actor).and_then(|id| self.node(id));
        standing.is_some_and(|node| node.actor.kind == ActorKind::Group)
    }

    /// The document with an id. Binary search.
    pub fn document(&self, id: &str) -> Option<&Document> {
        self.documents
            .binary_search_by(|document| document.id.as_str().cmp(id))
            .ok()
            .map(|at| &self.documents[at])
    }

    /// Where an actor, or the node that stands for it, is in [`Graph::network`]. Binary search.
    pub fn position(&self, actor: &str) -> Option<NodeIndex> {
        let actor = self.representative(actor);
        let nodes = self.network.raw_nodes();
        nodes.binary_search_by(|node| node.weight.actor.id.as_str().cmp(actor)).ok().map(NodeIndex::new)
    }

    fn directed_edge(&self, source: NodeIndex, relation: &str, target: NodeIndex) -> Option<&Edge> {
        let mut between = self.network.edges_connecting(source, target).map(|edge| edge.weight());
        between.find(|edge| edge.relation == relation)
    }
}
