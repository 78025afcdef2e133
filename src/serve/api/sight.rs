//! What a request looks at.

use std::sync::Arc;

use petgraph::graph::{EdgeIndex, NodeIndex};

use super::params::{Params, not_allowed};
use super::problem::Problem;
use super::records::{ActorSummary, Edge, LabelledEdge, Named};
use super::tables::Tables;
use crate::model::{Actor, Graph, Level, Status};
use crate::ontology::Ontology;
use crate::pipeline::publish::network::{EdgeRecord, Standing, Tie, rank_rounded};
use crate::serve::{Graphs, Snapshot};

/// So many near ids are named where one is unknown.
const NEAR: usize = 5;

/// What a request looks at: the graph of a level within a window, of a folder as it was when the request came.
pub(super) struct Sight {
    pub snapshot: Arc<Snapshot>,
    /// Within the window.
    pub graphs: Arc<Graphs>,
    /// Without one.
    pub whole: Arc<Graphs>,
    pub level: Level,
}

impl Sight {
    pub fn graph(&self) -> &Graph {
        self.graphs.at(self.level).0
    }

    pub fn standing(&self) -> &Standing {
        self.graphs.at(self.level).1
    }

    pub fn tables(&self) -> &Tables {
        self.graphs.tables(self.level)
    }

    pub fn ontology(&self) -> &Ontology {
        &self.snapshot.ontology
    }

    /// Id and label of the actor of a node.
    pub fn node(&self, at: NodeIndex) -> Named<'_> {
        let actor = &self.graph().network[at].actor;
        Named { id: &actor.id, label: &actor.label }
    }

    /// Id and label of an actor that a claim names; a private person is who stands for them.
    pub fn actor<'s>(&'s self, actor: &'s Actor) -> Named<'s> {
        let actors = self.graphs.at(Level::Actor).0;
        match actors.node(&actor.id) {
            Some(node) if node.actor.id == actor.id || actors.is_private(&actor.id) => {
                Named { id: &node.actor.id, label: &node.actor.label }
            }
            _ => Named { id: &actor.id, label: &actor.label },
        }
    }

    pub fn summary(&self, at: NodeIndex) -> ActorSummary<'_> {
        let actor = &self.graph().network[at].actor;
        ActorSummary {
            id: &actor.id,
            label: &actor.label,
            kind: actor.kind,
            country: actor.country.as_deref(),
            bloc: self.standing().bloc(at),
            rank: rank_rounded(self.standing().rank(at)),
            ties: self.tables().pairs.at(at).len(),
        }
    }

    /// The tie that an edge is shown as, if it is plain or has evidence of one of some statuses.
    pub fn tie(&self, at: EdgeIndex, statuses: &[Status]) -> Option<Tie<'_>> {
        Tie::of(self.graph(), &self.graph().network.raw_edges()[at.index()], statuses)
    }

    /// The record of a tie.
    pub fn edge<'s>(&'s self, tie: &Tie<'s>) -> Edge<'s> {
        let tie = tie.looked_through(self.graph());
        Edge {
            claim: &tie.edge.claim,
            source: &tie.source.actor.id,
            target: &tie.target.actor.id,
            record: EdgeRecord::of(self.graph(), &tie),
            statuses: &tie.edge.statuses,
            edited: tie.edited,
        }
    }

    pub fn labelled<'s>(&'s self, tie: &Tie<'s>) -> LabelledEdge<'s> {
        LabelledEdge {
            source_label: &tie.source.actor.label,
            target_label: &tie.target.actor.label,
            edge: self.edge(tie),
        }
    }

    /// The edge with a claim id.
    pub fn edge_of_claim(&self, claim: &str) -> Option<EdgeIndex> {
        self.tables().edge(self.graph(), claim)
    }

    /// Ids of actors that may be meant by one that is not there: `; did you mean …?` or nothing.
    pub fn near(&self, id: &str) -> String {
        let (graph, names) = (self.whole.at(self.level).0, &self.whole.tables(self.level).names);
        let found = names.search(id).into_iter().take(NEAR);
        let ids: Vec<&str> = found.map(|found| graph.network[found.node].actor.id.as_str()).collect();
        match ids[..] {
            [] => "search for it: /api/actors?q=NAME".to_owned(),
            _ => format!("did you mean {}?", ids.join(", ")),
        }
    }

    /// Whether the folder has an actor, be it outside the window.
    pub fn knows(&self, id: &str) -> bool {
        [Level::Actor, Level::State].into_iter().any(|level| self.whole.at(level).0.position(id).is_some())
    }

    /// An actor that a parameter names; one that the window leaves out is none.
    pub fn actor_of(&self, params: &Params, name: &str) -> Result<Option<Asked>, Problem> {
        params.text(name).map(|id| self.asked(name, id)).transpose()
    }

    /// The same for an id in a list.
    pub fn asked(&self, name: &str, id: &str) -> Result<Asked, Problem> {
        if !self.knows(id) {
            return Err(Problem::bad_request(
                format!("`{name}={id}`: there is no such actor"),
                self.near(id),
            ));
        }
        Ok(self.graph().position(id).map_or(Asked::Absent, Asked::Here))
    }

    /// The relations that a parameter names.
    pub fn relations(&self, params: &Params) -> Result<Vec<String>, Problem> {
        params.list("relation").into_iter().map(|id| self.relation(id)).collect()
    }

    fn relation(&self, id: &str) -> Result<String, Problem> {
        let known = || {
            let shown = self.whole.tables(self.level).relations.keys();
            self.ontology()
                .relations
                .iter()
                .map(|relation| relation.id.as_str())
                .chain(shown.map(String::as_str))
        };
        if known().any(|known| known == id) {
            Ok(id.to_owned())
        } else {
            Err(not_allowed("relation", id, known()))
        }
    }
}

/// An actor that a request names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Asked {
    /// It is in what is looked at.
    Here(NodeIndex),
    /// It is in the folder, but not in the window.
    Absent,
}
