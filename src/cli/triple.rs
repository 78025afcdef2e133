//! The edge that a user names: subject, relation, object.

use std::path::Path;

use anyhow::anyhow;

use super::names;
use crate::model::{Edge, Graph, Node};
use crate::ontology::Ontology;

/// Subject, relation and object of an edge, by id or name.
#[derive(Debug, clap::Args)]
pub(super) struct TripleArgs {
    /// Who does it
    #[arg(value_name = "SUBJECT")]
    pub(super) subject: String,

    /// The relation
    #[arg(value_name = "RELATION")]
    pub(super) relation: String,

    /// To whom it is done
    #[arg(value_name = "OBJECT")]
    pub(super) object: String,
}

/// An edge between its two nodes.
pub(super) type Triple<'g> = (&'g Node, &'g Edge, &'g Node);

impl TripleArgs {
    /// The edge of a graph that is meant; one that reads the same both ways is found in either order.
    pub(super) fn find<'g>(
        &self,
        graph: &'g Graph,
        ontology: &Ontology,
        folder: &Path,
    ) -> anyhow::Result<Triple<'g>> {
        let subject = names::actor(graph, ontology, folder, &self.subject)?;
        let object = names::actor(graph, ontology, folder, &self.object)?;
        let relation = names::relation(graph, ontology, &self.relation)?;
        let edge = graph.edge(&subject.actor.id, &relation, &object.actor.id);
        let found = edge.and_then(|edge| graph.edges().find(|(_, found, _)| std::ptr::eq(*found, edge)));
        found.ok_or_else(|| no_edge(graph, subject, &relation, object))
    }
}

fn no_edge(graph: &Graph, subject: &Node, relation: &str, object: &Node) -> anyhow::Error {
    let (a, b) = (&subject.actor.id, &object.actor.id);
    let between = graph.edges().filter(|(source, _, target)| {
        let ends = (&source.actor.id, &target.actor.id);
        ends == (a, b) || ends == (b, a)
    });
    let others: Vec<_> = between.map(|triple| format!("\n  {}", spelled(triple))).collect();
    let known = if others.is_empty() {
        "nor anything else between the two".to_owned()
    } else {
        format!("but:{}", others.concat())
    };
    anyhow!("no text of the graph says that {a} {relation} {b}, {known}")
}

/// The ids of an edge: `iran supports syria`.
pub(super) fn spelled((source, edge, target): Triple) -> String {
    format!("{} {} {}", source.actor.id, edge.relation, target.actor.id)
}
