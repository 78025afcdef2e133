//! A graph folder.
//!
//! `manifest.json`, `documents.jsonl`, `claims.jsonl` and the user's `decisions.jsonl` are the truth; every `graph.*` file and `csv/` are
//! made of them. What else stands in the folder is the user's (notes) and stays there when the folder is written again.

mod carry;
mod exchange;
mod hash;
mod hold;
mod lock;
mod manifest;
mod place;
mod read;
mod staging;

pub use hash::hash;
pub use hold::Hold;
pub use manifest::Manifest;
pub use read::{decisions, manifest, parse_decisions, read};

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::Path;

use serde::Serialize;

use super::layout::Layout;
use super::network::{Network, Selection, Standing};
use super::rdf::Vocabulary;
use super::{Options, PublishError, csv, dot, gexf, graphml, json, nquads, svg, turtle};
use crate::model::{Claim, Graph, Levels};
use crate::ontology::Ontology;
use crate::store::index::{self, Builder};

const MANIFEST: &str = "manifest.json";
/// The file of the documents: a [`Document`](crate::model::Document) a line.
pub const DOCUMENTS: &str = "documents.jsonl";
const CLAIMS: &str = "claims.jsonl";
const CSV: &str = "csv";
/// The file of all statements.
pub const NQUADS: &str = "graph.nq";
/// The file of what people decided: a [`Decision`](crate::model::Decision) a line.
pub const DECISIONS: &str = "decisions.jsonl";

/// Writes a graph folder, whole or not at all: everything is written into a hidden folder beside it, which then takes its
/// name. Killed at any moment, the folder is the old one or the new one.
///
/// Missing parents are made. An empty folder or one that holds the manifest of a graph is replaced, the
/// user's own files in it being carried over; anything else under that name is an error.
///
/// `claims.jsonl` gets the claims as the texts gave them, whatever was decided about them.
///
/// Who has read the folder first, to change it, must have a [`Hold`] of it since then, and writes by that.
pub fn write(
    levels: &Levels,
    ontology: &Ontology,
    options: &Options,
    directory: &Path,
) -> Result<(), PublishError> {
    check_base(options)?;
    Hold::take(directory, |_| {})?.write(levels, ontology, options, None)
}

/// Only an empty folder or a graph may be replaced.
pub fn check_replaceable(directory: &Path) -> Result<(), PublishError> {
    let is_free = match fs::read_dir(directory) {
        Ok(mut entries) => entries.next().is_none() || is_graph(directory),
        Err(error) => error.kind() == io::ErrorKind::NotFound && directory.symlink_metadata().is_err(),
    };
    if is_free { Ok(()) } else { Err(PublishError::Taken(directory.to_owned())) }
}

fn is_graph(directory: &Path) -> bool {
    fs::read_to_string(directory.join(MANIFEST)).is_ok_and(|text| Manifest::is_one(&text))
}

fn check_base(options: &Options) -> Result<(), PublishError> {
    Vocabulary::new(&options.base).map(drop).map_err(|_| PublishError::Base(options.base.clone()))
}

fn fill(
    folder: &Path,
    levels: &Levels,
    ontology: &Ontology,
    options: &Options,
    decisions: Option<&str>,
) -> io::Result<()> {
    let graph = &levels.actors;
    if let Some(decisions) = decisions {
        file(folder, DECISIONS, |out| out.write_all(decisions.as_bytes()))?;
    }
    let manifest = Manifest::new(ontology, options);
    file(folder, MANIFEST, |out| {
        serde_json::to_writer_pretty(&mut *out, &manifest)?;
        writeln!(out)
    })?;
    file(folder, DOCUMENTS, |out| lines(&graph.documents, out))?;
    file(folder, CLAIMS, |out| lines(&as_given(graph), out))?;
    file(folder, "graph.ttl", |out| turtle::write(graph, ontology, options, out))?;
    statements(folder, graph, ontology, options)?;
    let [of_actors, of_states] = Standing::of_levels(levels);
    networks(folder, graph, &of_actors, options)?;
    diagrams(folder, &levels.states, &of_states, ontology, options)
}

/// All statements, and the index by which they are asked.
fn statements(folder: &Path, graph: &Graph, ontology: &Ontology, options: &Options) -> io::Result<()> {
    let mut index = Builder::default();
    file(folder, NQUADS, |out| nquads::write_and(|quad| index.add(quad), graph, ontology, options, out))?;
    file(folder, index::FILE, |out| index.write(&folder.join(NQUADS), out))
}

/// Files that show all plain edges.
fn networks(folder: &Path, graph: &Graph, standing: &Standing, options: &Options) -> io::Result<()> {
    let network = Network::whole(graph, standing, options);
    file(folder, "graph.json", |out| json::write(&network, options, out))?;
    csv::write(&network, csv::Dialect::default(), &folder.join(CSV))?;
    let layout = Layout::of(&network);
    file(folder, "graph.graphml", |out| graphml::write(&network, &layout, options, out))?;
    file(folder, "graph.gexf", |out| gexf::write(&network, &layout, options, out))
}

/// Pictures of how states stand.
fn diagrams(
    folder: &Path,
    states: &Graph,
    standing: &Standing,
    ontology: &Ontology,
    options: &Options,
) -> io::Result<()> {
    let network = Network::of(states, standing, &Selection::diagram(options), &ontology.scoring);
    file(folder, "graph.dot", |out| dot::write(&network, options, out))?;
    file(folder, "graph.svg", |out| svg::write(&network, options, out))
}

/// The claims as the texts gave them, in order.
fn as_given(graph: &Graph) -> Vec<&Claim> {
    let unedited = graph.claims.iter().filter(|claim| claim.edits.is_empty());
    // Those that were added and rejected stand there, too; no text gave them.
    let originals = graph.originals.iter().filter(|claim| claim.edits.is_empty());
    let mut claims: Vec<&Claim> = unedited.chain(originals).collect();
    claims.sort_by(|a, b| a.place().cmp(&b.place()));
    claims
}

/// Writes a file and waits until it is on the disk, so that a full disk is noticed before the folder gets
/// its name.
fn file(
    folder: &Path,
    name: &str,
    write: impl FnOnce(&mut BufWriter<File>) -> io::Result<()>,
) -> io::Result<()> {
    let mut out = BufWriter::new(File::create_new(folder.join(name))?);
    write(&mut out)?;
    out.into_inner().map_err(io::IntoInnerError::into_error)?.sync_all()
}

fn lines(records: &[impl Serialize], out: &mut impl Write) -> io::Result<()> {
    for record in records {
        serde_json::to_writer(&mut *out, record)?;
        writeln!(out)?;
    }
    Ok(())
}
