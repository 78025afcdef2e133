//! Which actors have ties, and how much a relation weighs in them.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, anyhow};
use serde::Deserialize;

use super::console::Console;
use super::graph;
use crate::analytics::{Tie, Weights, is_state, ties};
use crate::model::{Graph, Node};
use crate::ontology::Ontology;

/// The scale of the relation files.
const PLOVER: &str = "plover";

/// Which actors have ties, and how much a relation weighs in them.
#[derive(Debug, clap::Args)]
pub(super) struct Scale {
    /// How relations weigh: plover, goldstein, or a TOML file with a table [weights] of RELATION = NUMBER
    #[arg(long, value_name = "SCALE", default_value = PLOVER)]
    pub(super) weights: String,

    /// Organisations, armed groups and all other actors have ties too, not states alone
    #[arg(long)]
    pub(super) all_actors: bool,

    /// Leave out ties of less volume
    #[arg(long, value_name = "NUMBER", default_value_t = 0.0)]
    pub(super) min_volume: f64,
}

#[derive(Deserialize)]
struct ScaleFile {
    weights: BTreeMap<String, f64>,
}

impl Scale {
    /// The ties of a folder's graph.
    pub(super) fn ties_of(&self, folder: &graph::Folder, console: &Console) -> anyhow::Result<Ties> {
        let (graph, ontology) = folder.load_states(console)?;
        let ties = self.ties(&graph, &ontology)?;
        if ties.is_empty() {
            console.note(self.no_ties());
        }
        Ok(Ties { graph, ontology, ties })
    }

    fn no_ties(&self) -> &'static str {
        if self.all_actors {
            "no ties: no plain edge is friendly or hostile"
        } else {
            "no ties: no plain edge between states is friendly or hostile; --all-actors looks at all others too"
        }
    }

    /// The ties of a graph, sorted by their actors.
    pub(super) fn ties(&self, graph: &Graph, ontology: &Ontology) -> anyhow::Result<Vec<Tie>> {
        let weights = self.weights(ontology)?;
        let mut ties = ties(graph, &weights, |node: &Node| self.all_actors || is_state(node));
        ties.retain(|tie| tie.volume >= self.min_volume);
        Ok(ties)
    }

    fn weights(&self, ontology: &Ontology) -> anyhow::Result<Weights> {
        if self.weights == PLOVER {
            return Ok(Weights::plover());
        }
        match Weights::named(&self.weights, ontology) {
            Some(weights) => Ok(weights),
            None => self.of_file(ontology),
        }
    }

    /// A table of the user's, which is one more scale of the ontology for as long as it takes to read it.
    fn of_file(&self, ontology: &Ontology) -> anyhow::Result<Weights> {
        let path = Path::new(&self.weights);
        if !path.exists() {
            let known: Vec<_> = ontology.weights.keys().map(String::as_str).collect();
            return Err(anyhow!(
                "--weights {}: neither a file nor a scale; scales are {PLOVER}, {}",
                self.weights,
                known.join(", ")
            ));
        }
        let text =
            std::fs::read_to_string(path).with_context(|| format!("{}: cannot read it", self.weights))?;
        let file: ScaleFile = toml::from_str(&text)
            .with_context(|| format!("{}: write a table [weights] of RELATION = NUMBER", self.weights))?;
        check(&file, &self.weights, ontology)?;
        let mut ontology = ontology.clone();
        ontology.weights.insert(self.weights.clone(), file.weights);
        Weights::named(&self.weights, &ontology).with_context(|| format!("{}: no weights", self.weights))
    }
}

fn check(file: &ScaleFile, name: &str, ontology: &Ontology) -> anyhow::Result<()> {
    let unknown = file.weights.keys().find(|relation| ontology.relation(relation).is_none());
    if let Some(relation) = unknown {
        return Err(anyhow!(
            "{name}: there is no relation `{relation}`; take it out or write it as `aliansi ontology` does"
        ));
    }
    match file.weights.iter().find(|(_, weight)| !weight.is_finite()) {
        Some((relation, weight)) => {
            Err(anyhow!("{name}: {relation} = {weight} is no weight; write a number from −10 to 10"))
        }
        None => Ok(()),
    }
}

/// A graph and its ties.
pub(super) struct Ties {
    pub(super) graph: Graph,
    pub(super) ontology: Ontology,
    pub(super) ties: Vec<Tie>,
}
