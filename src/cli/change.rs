//! Graph folders that a command changes.

use std::path::{Path, PathBuf};

use anyhow::bail;

use super::console::Console;
use super::graph;
use super::input::Knowledge;
use super::shell;
use crate::desk;
use crate::model::{Graph, Material};
use crate::ontology::Ontology;
use crate::pipeline;
use crate::pipeline::publish::{self, Manifest, folder};

/// A graph folder that no other command changes until this is dropped.
pub(super) struct Opened {
    path: PathBuf,
    pub(super) hold: folder::Hold,
    pub(super) manifest: Manifest,
    /// With the threshold and the worth of media that the folder was built with.
    pub(super) ontology: Ontology,
    pub(super) material: Material,
}

impl Opened {
    /// Reads a folder, having waited for whoever changes it. An error if it was built with another ontology: one graph has
    /// one.
    pub(super) fn at(path: &Path, knowledge: &Knowledge, console: &Console) -> anyhow::Result<Self> {
        // What is no graph folder is told before anything is made beside it.
        folder::manifest(path)?;
        let hold = hold(path, console)?;
        let (manifest, material) = folder::read(path)?;
        let ontology = matching(knowledge.ontology()?.into_owned(), &manifest, path)?;
        Ok(Self { path: path.to_owned(), hold, manifest, ontology, material })
    }

    /// Makes the graph of the material anew and writes it, with another text of decisions if one is given, unless there were warnings and the user wants none.
    pub(super) fn write(self, decisions: Option<&str>, console: &Console) -> anyhow::Result<Graph> {
        let options = &self.manifest.options;
        let levels = pipeline::graphs(self.material, &options.view(), &self.ontology);
        graph::warn_unmatched(&levels.actors, &self.path, console);
        console.check_strict()?;
        self.hold.write(&levels, &self.ontology, options, decisions)?;
        Ok(levels.actors)
    }
}

/// The right to change a folder; says whom it waits for.
pub(super) fn hold(path: &Path, console: &Console) -> anyhow::Result<folder::Hold> {
    let tell = |process: Option<u32>| {
        let process = process.map_or_else(|| "another process".to_owned(), |id| format!("process {id}"));
        console.note(format_args!("waiting for {process}, which is changing {}", path.display()));
    };
    Ok(folder::Hold::take(path, tell)?)
}

/// The ontology as the folder was built with it.
fn matching(ontology: Ontology, manifest: &Manifest, path: &Path) -> anyhow::Result<Ontology> {
    let given = ontology.hash.clone();
    desk::matching(ontology, manifest).or_else(|ontology| other(manifest, &ontology, &given, path))
}

/// The folder was built with another ontology than the one with the hash `given`.
fn other(manifest: &Manifest, ontology: &Ontology, given: &str, path: &Path) -> anyhow::Result<Ontology> {
    bail!(
        "{} was built with another ontology ({}; this is {}). Give the folder of that one with --ontology, or build the \
         graph anew, which keeps its decisions:\n  {}",
        path.display(),
        short(&manifest.ontology),
        short(given),
        rebuilding(manifest, ontology, path)
    )
}

/// The command that builds a folder anew from its own documents.
fn rebuilding(manifest: &Manifest, ontology: &Ontology, path: &Path) -> String {
    let folder = shell::quoted(path);
    let mut command = format!("aliansi build {} -o {folder}", shell::quoted(&path.join(folder::DOCUMENTS)));
    let options = &manifest.options;
    if options.base != publish::DEFAULT_BASE {
        command += &format!(" --base {}", shell::quoted(Path::new(&options.base)));
    }
    if !options.statuses.is_empty() {
        let names: Vec<_> =
            options.statuses.iter().map(|status| super::build::status_name(*status)).collect();
        command += &format!(" --status {}", names.join(","));
    }
    if manifest.threshold != ontology.scoring.threshold {
        command += &format!(" --threshold {}", manifest.threshold);
    }
    if manifest.publishers != ontology.scoring.publishers {
        command += " --publishers FILE";
    }
    for (is_chosen, option) in [(options.private_persons, " --private-persons"), (options.rdf12, " --rdf12")]
    {
        command += if is_chosen { option } else { "" };
    }
    command
}

/// Enough of a hash to tell it by.
fn short(hash: &str) -> &str {
    hash.get(..12).unwrap_or(hash)
}
