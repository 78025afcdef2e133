//! `aliansi alias`

use std::io::{BufWriter, Write};

use anyhow::bail;

use super::console::Console;
use super::decide::Decided;
use super::shell;
use crate::desk::Desk;
use crate::model::Ruling;
use crate::pipeline::fuse::lookalikes;

/// Say who a name means, or that two actors are one or one are two
///
/// Names are words as the texts have them; case, accents and punctuation do not matter. Nothing is merged that a person
/// did not merge: --propose lists unknown actors that look alike. Every decision stands in decisions.jsonl; a later one
/// undoes it.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  aliansi alias --graph graph Korut north-korea                 the name means the actor
  aliansi alias --graph graph --merge dprk north-korea          two actors are one
  aliansi alias --graph graph --merge dprk dprk                 they are two again
  aliansi alias --graph graph --split ibrahim-traore Ibrahim anwar-ibrahim
                                   what `Ibrahim` was taken for is another
  aliansi alias --graph graph --propose                         unknown actors that may be one")]
pub(super) struct Args {
    #[command(flatten)]
    decided: Decided,

    /// The first of the two names is an actor that becomes one with the second
    #[arg(long, conflicts_with = "split")]
    merge: bool,

    /// ACTOR NAME OTHER: where NAME was taken for ACTOR it means OTHER
    #[arg(long)]
    split: bool,

    /// List unknown actors that look alike, with the command that merges them
    #[arg(long, conflicts_with_all = ["merge", "split", "words"])]
    propose: bool,

    /// NAME ACTOR
    #[arg(required_unless_present = "propose", num_args = 2..=3, value_name = "NAME")]
    words: Vec<String>,
}

pub(super) fn run(args: &Args, console: &Console) -> anyhow::Result<()> {
    let desk = args.decided.open(console)?;
    if args.propose {
        return propose(args, &desk);
    }
    let ruling = ruling(args, &desk)?;
    args.decided.record(desk, vec![ruling], console)
}

fn ruling(args: &Args, desk: &Desk) -> anyhow::Result<Ruling> {
    let actor = |name: &str| desk.actor(name);
    match &args.words[..] {
        [one, other] if args.merge => Ok(Ruling::Merge { actor: one.clone(), into: actor(other)? }),
        [name, meant] if !args.split => Ok(Ruling::Alias { name: name.clone(), actor: actor(meant)? }),
        [taken, name, meant] if args.split => {
            Ok(Ruling::Split { actor: actor(taken)?, name: name.clone(), into: actor(meant)? })
        }
        _ if args.split => bail!("--split takes three names: ACTOR NAME OTHER"),
        _ => bail!("give two names: NAME ACTOR, or with --merge ACTOR OTHER"),
    }
}

fn propose(args: &Args, desk: &Desk) -> anyhow::Result<()> {
    let folder = shell::quoted(&args.decided.path);
    let mut out = BufWriter::new(std::io::stdout().lock());
    for pair in lookalikes(&desk.graph, &desk.ontology) {
        writeln!(
            out,
            "{} ({}) and {} ({}): {}",
            pair.one, pair.label, pair.other, pair.other_label, pair.reason
        )?;
        writeln!(out, "  aliansi alias --graph {folder} --merge {} {}", pair.one, pair.other)?;
    }
    Ok(out.flush()?)
}
