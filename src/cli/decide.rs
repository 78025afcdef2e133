//! What the commands share that write to `decisions.jsonl`.

use std::path::PathBuf;

use super::change::Opened;
use super::console::{Console, count};
use super::graph;
use super::input::Knowledge;
use crate::desk::{self, Desk, Recorded};
use crate::model::{Decision, PartialDate, Ruling};

/// Where a decision goes, and who takes it.
#[derive(Debug, clap::Args)]
pub(super) struct Decided {
    /// The graph folder; its decisions.jsonl is appended to and its exports are written anew
    #[arg(long = "graph", value_name = "DIR")]
    pub(super) path: PathBuf,

    /// Why; kept with the decision
    #[arg(long, value_name = "TEXT")]
    why: Option<String>,

    /// Who decides [default: $ALIANSI_USER, else $USER]
    #[arg(long, value_name = "NAME")]
    by: Option<String>,

    /// When [default: today]
    #[arg(long, value_name = "DATE")]
    at: Option<PartialDate>,

    /// An actor whose id is new is meant, though another is called nearly so
    #[arg(long)]
    new_actor: bool,

    #[command(flatten)]
    knowledge: Knowledge,
}

impl Decided {
    /// Reads the folder. An error if it was made with another ontology: its exports could not be written anew.
    pub(super) fn open(&self, console: &Console) -> anyhow::Result<Desk> {
        let Opened { hold, manifest, ontology, material, .. } =
            Opened::at(&self.path, &self.knowledge, console)?;
        let mut desk = Desk::of(&self.path, hold, manifest, ontology, material);
        desk.new_actors = self.new_actor;
        graph::warn_unmatched(&desk.graph, &self.path, console);
        Ok(desk)
    }

    /// Appends decisions and writes the folder's exports anew, whole or not at all. What the new decisions do not match is
    /// an error, and nothing is written.
    pub(super) fn record(&self, desk: Desk, rulings: Vec<Ruling>, console: &Console) -> anyhow::Result<()> {
        let decisions: Vec<Decision> = rulings.into_iter().map(|ruling| self.decision(ruling)).collect();
        let Recorded { decisions: all, new_actors, .. } = desk.record(&decisions)?;
        for actor in new_actors {
            console
                .note(format_args!("`{actor}` is a new actor: neither the graph nor the ontology knew it"));
        }
        console.note(format_args!(
            "{}: {} recorded; {all} in all",
            self.path.display(),
            count(decisions.len(), "decision"),
        ));
        Ok(())
    }

    fn decision(&self, ruling: Ruling) -> Decision {
        let named = |variable| std::env::var(variable).ok().filter(|name| !name.is_empty());
        let by = self.by.clone().or_else(|| named("ALIANSI_USER")).or_else(|| named("USER"));
        Decision { ruling, by, at: self.at.clone().or_else(desk::today), why: self.why.clone() }
    }
}
