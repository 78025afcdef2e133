//! What `build`, `add`, `extract`, `gaps` and `eval` are given to read.

use std::borrow::Cow;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

use anyhow::{Context, anyhow};
use rayon::ThreadPool;

use crate::ontology::Ontology;
use crate::pipeline::acquire;

/// How documents are read, with how many hands, and with what knowledge.
#[derive(Debug, clap::Args)]
pub(super) struct Input {
    #[command(flatten)]
    pub(super) reading: Reading,

    /// Grow no dependency trees: roles are bound over chunks alone, which is faster and finds less
    #[arg(long)]
    no_trees: bool,

    #[command(flatten)]
    knowledge: Knowledge,
}

/// How documents are read, and with how many hands.
#[derive(Debug, clap::Args)]
pub(super) struct Reading {
    /// Where .csv and .jsonl input keeps a field of a document: FIELD=COLUMN, several with commas
    ///
    /// Fields are id, text, title, published, publisher, author, genre, url, archive_url, retrieved, via and
    /// language.
    #[arg(long, value_name = "FIELD=COLUMN", value_delimiter = ',', value_parser = pair)]
    map: Vec<(String, String)>,

    /// Threads to work with; every number gives the same result [default: one for each core]
    #[arg(long, value_name = "N")]
    threads: Option<NonZeroUsize>,
}

/// What is known beforehand.
#[derive(Debug, Clone, clap::Args)]
pub(super) struct Knowledge {
    /// A folder laid out like ontology/ whose entries are added to the built-in ones, or replace them by id
    #[arg(long, value_name = "DIR")]
    ontology: Option<PathBuf>,
}

fn pair(text: &str) -> Result<(String, String), String> {
    match text.split_once('=') {
        Some((field, column)) if !field.is_empty() && !column.is_empty() => {
            Ok((field.to_owned(), column.to_owned()))
        }
        _ => Err("write FIELD=COLUMN, for example published=date".to_owned()),
    }
}

impl Input {
    pub(super) fn options(&self) -> acquire::Options {
        self.reading.options()
    }

    pub(super) fn ontology(&self) -> anyhow::Result<Cow<'static, Ontology>> {
        let ontology = self.knowledge.ontology()?;
        Ok(if self.no_trees { Cow::Owned(ontology.into_owned().without_models()) } else { ontology })
    }

    pub(super) fn pool(&self) -> anyhow::Result<ThreadPool> {
        self.reading.pool()
    }
}

impl Reading {
    pub(super) fn options(&self) -> acquire::Options {
        acquire::Options { map: self.map.iter().cloned().collect() }
    }

    pub(super) fn pool(&self) -> anyhow::Result<ThreadPool> {
        let threads = self.threads.map_or(0, NonZeroUsize::get);
        rayon::ThreadPoolBuilder::new()
            .num_threads(threads)
            .build()
            .context("cannot start the threads; try fewer with --threads")
    }
}

impl Knowledge {
    /// The folder, if one was given.
    pub(super) fn folder(&self) -> Option<&Path> {
        self.ontology.as_deref()
    }

    /// The built-in ontology, under the user's folder if there is one.
    pub(super) fn ontology(&self) -> anyhow::Result<Cow<'static, Ontology>> {
        ontology(self.ontology.as_deref())
    }
}

/// The built-in ontology, under a folder of the user's if there is one.
pub(super) fn ontology(folder: Option<&Path>) -> anyhow::Result<Cow<'static, Ontology>> {
    let Some(folder) = folder else { return Ok(Cow::Borrowed(Ontology::shipped())) };
    Ontology::overlaid(folder).map(Cow::Owned).map_err(|problems| {
        let lines: Vec<_> = problems.iter().map(|problem| format!("\n  {problem}")).collect();
        anyhow!("{}: not a usable ontology:{}", folder.display(), lines.concat())
    })
}

/// The error of a command that found nothing to read.
pub(super) fn nothing_read(paths: &[PathBuf]) -> anyhow::Error {
    let names: Vec<_> = paths.iter().map(|path| path.display().to_string()).collect();
    anyhow!(
        "no document could be read from {}: give .txt, .md, .html, .csv or .jsonl files, folders of them, \
         or - for standard input",
        names.join(" ")
    )
}

/// The same paths in one order, each once, so that it does not matter how they were given.
pub(super) fn in_one_order(paths: &[PathBuf]) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = paths.iter().map(|path| Path::new(path).components().collect()).collect();
    paths.sort();
    paths.dedup();
    paths
}
