//! `aliansi add`

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::time::Instant;

use anyhow::{Context, bail};

use super::change::Opened;
use super::console::{Console, count};
use super::input::{Knowledge, Reading};
use super::{summary, texts};
use crate::model::{Document, Material};
use crate::pipeline::forget::Forgotten;

/// Add texts to a graph folder
///
/// Only the new texts are read; the graph becomes the one that `build` would make of the old and the new ones together,
/// to the byte. Options of the build (--base, --status, --threshold, --private-persons, --no-trees) go on to hold.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  aliansi add --graph graph news/2026-11/
  aliansi add --graph graph corrected/ --replace           texts that have changed take the place of the old ones

A text that the graph holds already changes nothing.")]
pub(super) struct Args {
    /// The graph folder
    #[arg(long = "graph", value_name = "DIR")]
    graph: PathBuf,

    /// A file, a folder (walked in sorted order), or - for standard input
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,

    /// A document whose id the graph has with another text takes the place of that one, instead of being an error
    #[arg(long)]
    replace: bool,

    #[command(flatten)]
    reading: Reading,

    #[command(flatten)]
    knowledge: Knowledge,
}

pub(super) fn run(args: &Args, console: &Console) -> anyhow::Result<()> {
    let started = Instant::now();
    let mut folder = Opened::at(&args.graph, &args.knowledge, console)?;
    let documents = texts::documents(&args.paths, &args.reading, &folder.ontology, console)?;
    let forgotten = Forgotten::by(&folder.material.decisions, &folder.ontology);
    let as_kept = |document: &Document| forgotten.clear_document(document);
    let arrivals = Arrivals::sorted_out(documents, &folder.material.documents, as_kept);
    if !args.replace {
        arrivals.refuse_changed(args)?;
    }
    let unchanged =
        || console.check_strict().with_context(|| format!("{} is not written", args.graph.display()));
    if arrivals.new.is_empty() {
        unchanged()?;
        let there = count(arrivals.known, "document");
        summary::tell(&args.graph, &[format!("nothing new, {there} there already")], started, console);
        return Ok(());
    }
    let found = texts::claims(&arrivals.new, &args.reading, &folder.ontology, console)?;
    unchanged()?;
    let done =
        [arrivals.told(), count(found.sentences, "new sentence"), count(found.claims.len(), "new claim")];
    without(&mut folder.material, &arrivals.changed);
    let arrived = forgotten.clear((arrivals.new, found.claims).into());
    folder.material.documents.extend(arrived.documents);
    folder.material.claims.extend(arrived.claims);
    let claims = folder.material.claims.len();
    let graph = folder.write(None, console)?;
    let now = [count(graph.documents.len(), "document"), count(claims, "claim"), summary::network(&graph)];
    summary::tell(&args.graph, &[done.join(", "), format!("now {}", now.join(", "))], started, console);
    Ok(())
}

/// Takes documents out, with their claims.
pub(super) fn without(material: &mut Material, ids: &BTreeSet<String>) {
    material.documents.retain(|document| !ids.contains(&document.id));
    material.claims.retain(|claim| !ids.contains(&claim.document));
}

/// Documents that are to join others.
struct Arrivals {
    /// Those that are not there as they are.
    new: Vec<Document>,
    /// Ids among them of documents that are there otherwise.
    changed: BTreeSet<String>,
    /// How many are there already.
    known: usize,
}

impl Arrivals {
    /// Sorts out what is there already, as the graph would keep it.
    fn sorted_out(given: Vec<Document>, there: &[Document], as_kept: impl Fn(&Document) -> Document) -> Self {
        let there: BTreeMap<&str, &Document> =
            there.iter().map(|document| (document.id.as_str(), document)).collect();
        let all = given.len();
        let is_new = |document: &Document| {
            there.get(document.id.as_str()).is_none_or(|there| **there != as_kept(document))
        };
        let new: Vec<Document> = given.into_iter().filter(is_new).collect();
        let changed = new
            .iter()
            .map(|document| document.id.clone())
            .filter(|id| there.contains_key(id.as_str()))
            .collect();
        Self { known: all - new.len(), new, changed }
    }

    fn refuse_changed(&self, args: &Args) -> anyhow::Result<()> {
        if self.changed.is_empty() {
            return Ok(());
        }
        let ids: Vec<&str> = self.changed.iter().map(String::as_str).collect();
        bail!(
            "{} has another text, or another date, title or source, under {}; nothing was added: give --replace if the \
             new one shall take its place, or give it an id of its own",
            args.graph.display(),
            ids.join(", ")
        )
    }

    fn told(&self) -> String {
        let mut told = vec![format!("{} added", count(self.new.len() - self.changed.len(), "document"))];
        if !self.changed.is_empty() {
            told.push(format!("{} replaced", self.changed.len()));
        }
        if self.known > 0 {
            told.push(format!("{} there already", self.known));
        }
        told.join(", ")
    }
}
