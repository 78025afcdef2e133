//! Where people decide about a graph folder: reject evidence, confirm it, correct it, add to it.
//!
//! A [`Desk`] is a folder that nobody else changes meanwhile. It finds what a user means, and [records](Desk::record) decisions: they are
//! appended to `decisions.jsonl`, and the folder is written anew, whole or not at all. The command line and the server share it.

mod error;
pub mod fields;
pub mod names;

use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::model::{
    Claim, Correction, Decision, EditKind, Graph, Levels, Material, PartialDate, Quotation, Target,
};
use crate::ontology::Ontology;
use crate::pipeline::publish::{Manifest, folder};
use crate::pipeline::{self, fuse};

pub use error::DeskError;

/// The fewest hexadecimal digits that name a piece of evidence.
const SHORTEST_ID: usize = 6;

/// A folder that decisions are taken about, which nobody else changes until this is dropped.
pub struct Desk {
    path: PathBuf,
    hold: folder::Hold,
    manifest: Manifest,
    /// With the threshold and the worth of media that the folder was built with.
    pub ontology: Ontology,
    /// The folder's graph of all actors, without scores.
    pub graph: Graph,
}

/// What became of decisions.
pub struct Recorded {
    /// The graphs that the folder now holds, scored.
    pub levels: Levels,
    /// How many decisions the folder holds in all.
    pub decisions: usize,
}

impl Desk {
    /// Takes a folder; while another process changes it, waits as long as the patience goes.
    ///
    /// # Errors
    /// [`DeskError`] where it cannot be read, stays taken, or was built with another ontology.
    pub fn open(path: &Path, ontology: Ontology, patience: Duration) -> Result<Self, DeskError> {
        folder::manifest(path)?;
        let hold = folder::Hold::take_within(path, Some(patience), |_| {})?;
        let (manifest, material) = folder::read(path)?;
        let ontology = matching(ontology, &manifest).map_err(|_| DeskError::Ontology(path.to_owned()))?;
        Ok(Self::of(path, hold, manifest, ontology, material))
    }

    /// The desk of a folder that is taken and read, and of the ontology that it was built with.
    pub fn of(
        path: &Path,
        hold: folder::Hold,
        manifest: Manifest,
        ontology: Ontology,
        material: Material,
    ) -> Self {
        let graph = fuse::fuse(material, &manifest.options.view(), &ontology);
        Self { path: path.to_owned(), hold, manifest, ontology, graph }
    }

    /// The evidence with an id or the beginning of one, as the text gave it; also one that was rejected.
    ///
    /// # Errors
    /// [`DeskError`] where there is none, or several, or it is no id.
    pub fn target(&self, id: &str) -> Result<Target, DeskError> {
        let wanted = id.trim_start_matches("evidence:").to_lowercase();
        if wanted.len() < SHORTEST_ID || !wanted.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(DeskError::NoId(id.to_owned()));
        }
        let is_added = |claim: &Claim| claim.edits.first().is_some_and(|edit| edit.kind == EditKind::Added);
        let claims = self.graph.claims.iter();
        let given = claims.filter(|claim| claim.edits.is_empty() || is_added(claim));
        let mut found =
            given.chain(self.graph.originals.iter()).filter(|claim| claim.evidence.starts_with(&wanted));
        match (found.next(), found.next()) {
            (Some(claim), None) => Ok(target(claim)),
            (Some(_), Some(_)) => Err(DeskError::Several(id.to_owned())),
            (None, _) => Err(DeskError::Unknown(id.to_owned())),
        }
    }

    /// The id of the actor that a user means: one of the graph, of the ontology, or a new one.
    ///
    /// # Errors
    /// [`DeskError::Name`] where that cannot be told.
    pub fn actor(&self, text: &str) -> Result<String, DeskError> {
        Ok(names::any_actor(&self.graph, &self.ontology, text)?)
    }

    /// The id of the relation that a user means.
    ///
    /// # Errors
    /// [`DeskError::Name`] where there is none.
    pub fn relation(&self, text: &str) -> Result<String, DeskError> {
        Ok(names::relation(&self.graph, &self.ontology, text)?)
    }

    /// A correction whose actors and relation are what the user means by them.
    ///
    /// # Errors
    /// [`DeskError::Name`] where one cannot be told.
    pub fn correction(&self, set: Correction) -> Result<Correction, DeskError> {
        let actor = |name: Option<String>| name.map(|name| self.actor(&name)).transpose();
        let speaker = match set.attributed_to {
            Some(author) if author.is_empty() => Some(author),
            named => actor(named)?,
        };
        let deniers = set.denied_by.map(|names| names.iter().map(|name| self.actor(name)).collect());
        Ok(Correction {
            subject: actor(set.subject)?,
            object: actor(set.object)?,
            relation: set.relation.map(|name| self.relation(&name)).transpose()?,
            attributed_to: speaker,
            denied_by: deniers.transpose()?,
            ..set
        })
    }

    /// Appends decisions and writes the folder anew, whole or not at all.
    ///
    /// # Errors
    /// [`DeskError`] where the folder cannot be written, or a new decision matches nothing; nothing is written then.
    pub fn record(self, decisions: &[Decision]) -> Result<Recorded, DeskError> {
        let text = appended(&self.path, decisions)?;
        let (_, mut material) = folder::read(&self.path)?;
        material.decisions = folder::parse_decisions(&text, &self.path)?;
        let all = material.decisions.len();
        let levels = pipeline::graphs(material, &self.manifest.options.view(), &self.ontology);
        if levels.actors.unmatched.iter().any(|&at| at >= all - decisions.len()) {
            return Err(DeskError::Unmatched(self.path));
        }
        self.hold.write(&levels, &self.ontology, &self.manifest.options, Some(&text))?;
        Ok(Recorded { levels, decisions: all })
    }
}

/// This day, for who does not say when they decide.
pub fn today() -> Option<PartialDate> {
    jiff::Zoned::now().date().to_string().parse().ok()
}

/// The ontology as a folder was built with it: with models or without, with the folder's threshold and worth of media.
///
/// # Errors
/// The ontology without models, where the folder was built with another one.
pub fn matching(ontology: Ontology, manifest: &Manifest) -> Result<Ontology, Box<Ontology>> {
    let is_it = |ontology: &Ontology| manifest.ontology == ontology.hash;
    let mut ontology = if is_it(&ontology) { ontology } else { ontology.without_models() };
    if !is_it(&ontology) {
        return Err(Box::new(ontology));
    }
    ontology.scoring.threshold = manifest.threshold;
    ontology.scoring.publishers.clone_from(&manifest.publishers);
    Ok(ontology)
}

fn target(claim: &Claim) -> Target {
    Target {
        evidence: claim.evidence.clone(),
        quotation: Quotation {
            document: claim.document.clone(),
            text: claim.text.clone(),
            subject: claim.subject.actor.id.clone(),
            relation: claim.relation.clone(),
            object: claim.object.actor.id.clone(),
        },
    }
}

/// A folder's decisions with new ones behind them; what stands there is kept to the letter.
fn appended(path: &Path, decisions: &[Decision]) -> Result<String, DeskError> {
    let mut text = folder::decisions(path)?;
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
    for decision in decisions {
        text += &serde_json::to_string(decision).map_err(DeskError::Record)?;
        text.push('\n');
    }
    Ok(text)
}
