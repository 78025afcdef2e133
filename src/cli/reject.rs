//! `aliansi reject` and `aliansi confirm`

use super::console::Console;
use super::decide::Decided;
use crate::model::{Ruling, Target};

/// Take out evidence whose sentence does not state the claim
///
/// The decision is appended to decisions.jsonl in the graph folder, and every later build, add or remove applies it
/// again: by the evidence's id, or by its sentence where the document has moved.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  aliansi explain --graph graph iran supports syria           shows the ids of the evidence
  aliansi reject --graph graph c04d22ab --why 'it is a quiz question'

`aliansi confirm` takes it back.")]
pub(super) struct Reject {
    #[command(flatten)]
    evidence: Evidence,
}

/// Say that a sentence states the claim, whatever its confidence
///
/// Its confidence becomes 1: the text surely states it, which says nothing of its truth.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Example:
  aliansi confirm --graph graph c04d22ab --by 'Sri Utami'")]
pub(super) struct Confirm {
    #[command(flatten)]
    evidence: Evidence,
}

#[derive(Debug, clap::Args)]
struct Evidence {
    #[command(flatten)]
    decided: Decided,

    /// Evidence ids, or enough of their first digits
    #[arg(required = true, value_name = "EVIDENCE")]
    ids: Vec<String>,
}

pub(super) fn reject(args: &Reject, console: &Console) -> anyhow::Result<()> {
    args.evidence.rule(Ruling::Reject, console)
}

pub(super) fn confirm(args: &Confirm, console: &Console) -> anyhow::Result<()> {
    args.evidence.rule(Ruling::Confirm, console)
}

impl Evidence {
    fn rule(&self, ruling: impl Fn(Target) -> Ruling, console: &Console) -> anyhow::Result<()> {
        let desk = self.decided.open(console)?;
        let targets: Vec<Target> = self.ids.iter().map(|id| desk.target(id)).collect::<Result<_, _>>()?;
        self.decided.record(desk, targets.into_iter().map(ruling).collect(), console)
    }
}
