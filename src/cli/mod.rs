//! The command line: one file a subcommand; the doc comments of the arguments are the help.
//!
//! Results go to standard output; messages, progress and summaries to standard error.

mod add;
mod alias;
mod balance;
mod blocs;
mod build;
mod calibration;
mod change;
mod chunks;
mod cite;
mod claim;
mod console;
mod correct;
mod decide;
mod diff;
mod eval;
mod explain;
mod export;
mod extract;
mod forget;
mod format;
mod gaps;
mod graph;
mod input;
mod model;
mod names;
mod ontology;
mod publishers;
mod query;
mod reject;
mod remove;
mod scale;
mod serve;
mod shell;
mod show;
mod summary;
mod table;
mod texts;
mod ties;
mod triple;

use std::io;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use console::Console;

/// Reads news about international relations and builds a knowledge graph of actors and alliances.
///
/// Every edge leads back to the sentence that states it. Works offline; the same texts give the same bytes.
#[derive(Debug, Parser)]
#[command(version, arg_required_else_help = true, max_term_width = 100)]
#[command(after_help = "\
First steps:
  aliansi build news/ -o graph                             read a folder, write a graph folder
  aliansi query --graph graph 'SELECT ?a ?b { ?a rel:supports ?b }'
  aliansi serve --graph graph                              the same over HTTP, and a page to explore it
  aliansi explain --graph graph Iran supports Syria        the sentences behind an edge
  aliansi show --graph graph Iran                          an actor on one screen
  aliansi blocs --graph graph                              who holds together, against whom
  aliansi extract article.txt                              claims as JSON Lines

Exit status: 0 done, with warnings on standard error; 1 nothing could be done, or --strict and
there were warnings; 2 wrong usage.")]
struct Cli {
    #[command(subcommand)]
    command: Command,

    /// Print errors alone: no warnings, no progress, no summary
    #[arg(long, short, global = true)]
    quiet: bool,

    /// End with status 1 if there was a warning; no folder is then written
    #[arg(long, global = true)]
    strict: bool,
}

#[derive(Debug, Subcommand)]
enum Command {
    Build(build::Args),
    Add(add::Args),
    Remove(remove::Args),
    Forget(forget::Args),
    Extract(extract::Args),
    Query(query::Args),
    Serve(serve::Args),
    Explain(explain::Args),
    Export(export::Args),
    Cite(cite::Args),
    Show(show::Args),
    Ties(ties::Args),
    Blocs(blocs::Args),
    Balance(balance::Args),
    Diff(diff::Args),
    Eval(eval::Args),
    Reject(reject::Reject),
    Confirm(reject::Confirm),
    Correct(correct::Args),
    Claim(claim::Args),
    Alias(alias::Args),
    Gaps(gaps::Args),
    #[command(subcommand)]
    Model(model::Command),
    #[command(subcommand)]
    Ontology(ontology::Command),
}

/// Runs the command line of this process.
pub fn run() -> ExitCode {
    let cli = Cli::parse();
    let console = Console::new(cli.quiet, cli.strict);
    match dispatch(&cli.command, &console) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) if is_closed_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            console.error(&error);
            ExitCode::FAILURE
        }
    }
}

fn dispatch(command: &Command, console: &Console) -> anyhow::Result<()> {
    match command {
        Command::Build(args) => build::run(args, console)?,
        Command::Add(args) => add::run(args, console)?,
        Command::Remove(args) => remove::run(args, console)?,
        Command::Forget(args) => forget::run(args, console)?,
        Command::Extract(args) => extract::run(args, console)?,
        Command::Query(args) => query::run(args, console)?,
        Command::Serve(args) => serve::run(args, console)?,
        Command::Explain(args) => explain::run(args, console)?,
        Command::Export(args) => export::run(args, console)?,
        Command::Cite(args) => cite::run(args, console)?,
        Command::Show(args) => show::run(args, console)?,
        Command::Ties(args) => ties::run(args, console)?,
        Command::Blocs(args) => blocs::run(args, console)?,
        Command::Balance(args) => balance::run(args, console)?,
        Command::Diff(args) => diff::run(args, console)?,
        Command::Reject(args) => reject::reject(args, console)?,
        Command::Confirm(args) => reject::confirm(args, console)?,
        Command::Correct(args) => correct::run(args, console)?,
        Command::Claim(args) => claim::run(args, console)?,
        Command::Alias(args) => alias::run(args, console)?,
        Command::Gaps(args) => gaps::run(args, console)?,
        Command::Model(command) => model::run(command, console)?,
        Command::Ontology(command) => ontology::run(command, console)?,
        Command::Eval(args) => eval::run(args, console)?,
    }
    console.check_strict()
}

/// Whoever read the output has seen enough (`| head`), which is no error.
fn is_closed_pipe(error: &anyhow::Error) -> bool {
    let is_closed = |cause: &io::Error| cause.kind() == io::ErrorKind::BrokenPipe;
    error.chain().any(|cause| cause.downcast_ref::<io::Error>().is_some_and(is_closed))
}
