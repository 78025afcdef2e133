//! `aliansi remove`

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::time::Instant;

use anyhow::{anyhow, bail};

use super::add::without;
use super::change::Opened;
use super::console::{Console, count};
use super::input::Knowledge;
use super::{shell, summary};
use crate::model::{Decision, Document, Ruling, Warning};
use crate::spelling::suggestion;

/// Take documents out of a graph folder, with all that only they say
///
/// The graph becomes the one that `build` would make of the other documents, to the byte. Decisions about the documents
/// stay in decisions.jsonl and hold again if the documents come back.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Example:
  aliansi remove --graph graph berita/2025-01-03.txt

The ids of all documents:
  aliansi query --graph graph 'SELECT ?id ?title { ?document dct:identifier ?id OPTIONAL { ?document dct:title ?title } }'

The last document cannot be removed; delete the folder.")]
pub(super) struct Args {
    /// The graph folder
    #[arg(long = "graph", value_name = "DIR")]
    graph: PathBuf,

    /// Ids of documents
    #[arg(required = true, value_name = "ID")]
    ids: Vec<String>,

    #[command(flatten)]
    knowledge: Knowledge,
}

pub(super) fn run(args: &Args, console: &Console) -> anyhow::Result<()> {
    let started = Instant::now();
    let mut folder = Opened::at(&args.graph, &args.knowledge, console)?;
    let ids: BTreeSet<String> = args.ids.iter().cloned().collect();
    check(&ids, &folder.material.documents, args)?;
    warn_of_kept(&ids, &folder.material.decisions, console);
    without(&mut folder.material, &ids);
    let claims = folder.material.claims.len();
    let graph = folder.write(None, console)?;
    let removed = format!("{} removed", count(ids.len(), "document"));
    let now = [count(graph.documents.len(), "document"), count(claims, "claim"), summary::network(&graph)];
    summary::tell(&args.graph, &[removed, format!("now {}", now.join(", "))], started, console);
    Ok(())
}

/// Every id must be there, and something must be left.
fn check(ids: &BTreeSet<String>, documents: &[Document], args: &Args) -> anyhow::Result<()> {
    let known: BTreeSet<&str> = documents.iter().map(|document| document.id.as_str()).collect();
    if let Some(id) = ids.iter().find(|id| !known.contains(id.as_str())) {
        return Err(unknown(id, &known, args));
    }
    if ids.len() == known.len() {
        bail!(
            "that would leave no document in {}: delete the folder instead, or `aliansi add` others first",
            args.graph.display()
        );
    }
    Ok(())
}

fn unknown(id: &str, known: &BTreeSet<&str>, args: &Args) -> anyhow::Error {
    let folder = shell::quoted(&args.graph);
    let near = suggestion(id, known.iter().map(|known| (*known, (*known).to_owned())));
    anyhow!(
        "no document `{id}` in {folder}{near}; nothing was removed\n  all ids: aliansi query --graph {folder} \
         'SELECT ?id {{ ?document dct:identifier ?id }}'"
    )
}

/// The quotation of a claim that a person added brings its source along.
fn warn_of_kept(ids: &BTreeSet<String>, decisions: &[Decision], console: &Console) {
    let quoted: BTreeSet<&str> = decisions.iter().filter_map(|decision| source(&decision.ruling)).collect();
    for id in ids.iter().filter(|id| quoted.contains(id.as_str())) {
        let cause = "a claim that a person added quotes it, so the quotation stays";
        console.warn(&Warning::new(
            id,
            cause,
            "delete the line of the claim in decisions.jsonl if it shall go too",
        ));
    }
}

fn source(ruling: &Ruling) -> Option<&str> {
    match ruling {
        Ruling::Add(addition) => Some(&addition.source.id),
        _ => None,
    }
}
