//! `aliansi ontology`

use std::borrow::Cow;
use std::path::PathBuf;

use anyhow::bail;

use super::console::{Console, count};
use super::input;
use crate::ontology::{Ontology, check, validate};

/// Look after the ontology: the names, words and frames that aliansi knows
#[derive(Debug, clap::Subcommand)]
pub(super) enum Command {
    Check(CheckArgs),
}

/// Check an ontology folder: structure, and every example of its relations
///
/// Prints each fault with file, line and what to do. Without a folder the built-in ontology is checked, whose
/// lines are not known.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  aliansi ontology check
  aliansi ontology check mine/          your entries over the built-in ones, as with --ontology mine/")]
pub(super) struct CheckArgs {
    /// A folder laid out like ontology/, checked as it stands over the built-in ontology
    #[arg(value_name = "DIR")]
    folder: Option<PathBuf>,
}

pub(super) fn run(command: &Command, console: &Console) -> anyhow::Result<()> {
    let Command::Check(args) = command;
    let ontology: Cow<Ontology> = input::ontology(args.folder.as_deref())?;
    let mut problems = validate(&ontology);
    problems.extend(check::check(&ontology));
    if problems.is_empty() {
        let actors = count(ontology.actors.len(), "actor");
        let examples: usize =
            ontology.relations.iter().map(|r| r.examples.len() + r.counterexamples.len()).sum();
        console.note(format_args!(
            "sound: {actors}, {}, {} as they should be",
            count(ontology.relations.len(), "relation"),
            count(examples, "example")
        ));
        return Ok(());
    }
    let lines: Vec<_> = problems.iter().map(|problem| format!("\n  {problem}")).collect();
    bail!("{} in the ontology:{}", count(problems.len(), "fault"), lines.concat())
}
