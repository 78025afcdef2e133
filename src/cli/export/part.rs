//! Which part of the graph is written.

use std::path::Path;

use anyhow::bail;

use crate::cli::{build::statuses, names};
use crate::model::{Graph, Level, Status};
use crate::ontology::Ontology;
use crate::pipeline::publish::Options;
use crate::pipeline::publish::network::Selection;

/// Which ties are written.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Ties that network files and diagrams show")]
#[group(id = "ties")]
pub(super) struct Part {
    /// Only this actor and those near it
    #[arg(long, value_name = "ACTOR")]
    around: Option<String>,

    /// How near: so many ties away [default: 1]
    #[arg(long, value_name = "N", requires = "around")]
    hops: Option<usize>,

    /// At most so many actors, those with the strongest ties [default: 60 in diagrams, else all]
    #[arg(long, value_name = "N")]
    top: Option<usize>,

    /// Only ties that a text puts so with at least this probability, 0 to 1
    #[arg(long, value_name = "NUMBER", value_parser = share)]
    min_confidence: Option<f64>,

    /// Only ties with at least so many independent origins
    #[arg(long, value_name = "N")]
    min_origins: Option<usize>,

    /// Only these relations, with commas
    #[arg(long, value_name = "RELATION", value_delimiter = ',')]
    relations: Vec<String>,

    /// Also ties with such evidence, dashed, with commas [default: those that the folder was built with]
    #[arg(long, value_name = "STATUS", value_delimiter = ',', value_parser = statuses())]
    status: Vec<Status>,

    /// Diagrams also show who leads, represents and belongs to whom
    #[arg(long)]
    structural: bool,

    /// Diagrams show all kinds of actors, not states alone
    #[arg(long)]
    all_actors: bool,
}

fn share(text: &str) -> Result<f64, String> {
    let number = text.parse().ok().filter(|number| (0.0..=1.0).contains(number));
    number.ok_or_else(|| "write a number from 0 to 1, such as 0.8".to_owned())
}

impl Part {
    /// An option that was given, if one was.
    pub(super) fn given(&self) -> Option<&'static str> {
        let given = [
            (self.around.is_some(), "--around"),
            (self.top.is_some(), "--top"),
            (self.min_confidence.is_some(), "--min-confidence"),
            (self.min_origins.is_some(), "--min-origins"),
            (!self.relations.is_empty(), "--relations"),
            (!self.status.is_empty(), "--status"),
            (self.structural, "--structural"),
            (self.all_actors, "--all-actors"),
        ];
        given.into_iter().find_map(|(is_given, option)| is_given.then_some(option))
    }

    /// What is shown of a graph, where the user picks nothing else what is usual. An error if an actor or a relation is not known.
    pub(super) fn selection(
        &self,
        usual: Selection,
        graph: &Graph,
        ontology: &Ontology,
        folder: &Path,
        options: &Options,
    ) -> anyhow::Result<Selection> {
        self.check_relations(ontology)?;
        let around = match &self.around {
            None => None,
            Some(name) => {
                let node = names::actor(graph, ontology, folder, name)?;
                Some((node.actor.id.clone(), self.hops.unwrap_or(1)))
            }
        };
        let statuses = if self.status.is_empty() { options.statuses.clone() } else { self.status.clone() };
        Ok(Selection {
            statuses,
            relations: self.relations.clone(),
            structural: usual.structural || self.structural,
            states: usual.states && !self.all_actors && graph.view.level == Level::State,
            around,
            confidence: self.min_confidence.unwrap_or(usual.confidence),
            origins: self.min_origins.unwrap_or(usual.origins),
            actors: self.top.unwrap_or(usual.actors),
            // As many ties for an actor as the usual picture has room for.
            ties: self.top.map_or(usual.ties, |top| usual.ties.max(top.saturating_mul(5) / 2)),
        })
    }

    fn check_relations(&self, ontology: &Ontology) -> anyhow::Result<()> {
        let unknown = self.relations.iter().find(|relation| ontology.relation(relation).is_none());
        let Some(unknown) = unknown else { return Ok(()) };
        let known: Vec<&str> = ontology.relations.iter().map(|relation| relation.id.as_str()).collect();
        bail!("--relations {unknown}: there is no such relation; there are {}", known.join(", "))
    }
}
