//! `--format csv`

use std::path::Path;

use anyhow::{Context, bail};

use crate::pipeline::publish::csv::{self, Dialect};
use crate::pipeline::publish::network::Network;

/// For whom tables are written.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Tables (--format csv)")]
#[group(multiple = false)]
pub(super) struct Tables {
    /// Headers, labels and types for neo4j-admin's import
    #[arg(long)]
    neo4j: bool,

    /// With the mark by which Excel knows UTF-8
    #[arg(long)]
    excel: bool,

    /// Texts as they are; else an apostrophe stands before one that a spreadsheet would run as a formula
    #[arg(long)]
    exact: bool,
}

impl Tables {
    /// An option that was given, if one was.
    pub(super) fn given(&self) -> Option<&'static str> {
        let given = [(self.neo4j, "--neo4j"), (self.excel, "--excel"), (self.exact, "--exact")];
        given.into_iter().find_map(|(is_given, option)| is_given.then_some(option))
    }

    fn dialect(&self) -> Dialect {
        match self {
            Self { neo4j: true, .. } => Dialect::Neo4j,
            Self { excel: true, .. } => Dialect::Excel,
            Self { exact: true, .. } => Dialect::Exact,
            _ => Dialect::Plain,
        }
    }

    /// Writes the folder.
    pub(super) fn write(&self, network: &Network, folder: &Path) -> anyhow::Result<()> {
        let cannot = || format!("{}: cannot write the tables", folder.display());
        csv::write(network, self.dialect(), folder).with_context(cannot)
    }
}

/// Where the tables go: a new folder, an empty one, or one that has such tables already.
pub(super) fn folder(output: Option<&Path>) -> anyhow::Result<&Path> {
    let Some(folder) = output else {
        bail!("--format csv writes three tables into a folder: name it with -o DIR");
    };
    if !csv::is_free(folder) {
        bail!(
            "{}: there is something else already, which is left alone; name a new folder, or one with nodes.csv, edges.csv and \
             evidence.csv of an earlier export",
            folder.display()
        );
    }
    Ok(folder)
}
