//! Where people decide about a graph folder: reject evidence, confirm it, correct it, add to it.
//!
//! A [`Desk`] is a folder that nobody else changes meanwhile. It finds what a user means, and [records](Desk::record) decisions: they are
//! appended to `decisions.jsonl`, and the folder is written anew, whole or not at all. The command line and the server share it.

mod check;
mod error;
pub mod fields;
pub mod names;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::model::{
    Addition, Claim, Correction, Decision, EditKind, Graph, Levels, Material, PartialDate, Quotation, Ruling,
    Target,
};
use crate::ontology::Ontology;
use crate::pipeline::publish::{Manifest, folder};
use crate::pipeline::{self, fuse};

pub use check::LONGEST_TEXT;
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
    /// An id that nobody has is a new actor even where somebody has nearly the same.
    pub new_actors: bool,
}

/// What became of decisions.
pub struct Recorded {
    /// The graphs that the folder now holds, scored.
    pub levels: Levels,
    /// How many decisions the folder holds in all.
    pub decisions: usize,
    /// Ids of actors that neither the graph nor the ontology knew, sorted.
    pub new_actors: Vec<String>,
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
        Self { path: path.to_owned(), hold, manifest, ontology, graph, new_actors: false }
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
        let found =
            given.chain(self.graph.originals.iter()).filter(|claim| claim.evidence.starts_with(&wanted));
        // What the texts give and what a person added may be the same evidence.
        let found: BTreeMap<&str, &Claim> = found.map(|claim| (claim.evidence.as_str(), claim)).collect();
        let mut found = found.into_values();
        match (found.next(), found.next()) {
            (Some(claim), None) => Ok(target(claim)),
            (Some(_), Some(_)) => Err(DeskError::Several(id.to_owned())),
            (None, _) => Err(DeskError::Unknown(id.to_owned())),
        }
    }

    /// The id of the actor that a user means: one of the graph, of the ontology, or a new one, unless it is nearly another.
    ///
    /// # Errors
    /// [`DeskError::Name`] where that cannot be told.
    pub fn actor(&self, text: &str) -> Result<String, DeskError> {
        check::length("actor", text)?;
        Ok(names::any_actor(&self.graph, &self.ontology, text, self.new_actors)?)
    }

    /// The id of the relation that a user means.
    ///
    /// # Errors
    /// [`DeskError::Name`] where there is none.
    pub fn relation(&self, text: &str) -> Result<String, DeskError> {
        check::length("relation", text)?;
        Ok(names::relation(&self.graph, &self.ontology, text)?)
    }

    /// The correction of a piece of evidence whose actors and relation are what the user means by them.
    ///
    /// # Errors
    /// [`DeskError::Name`] where one cannot be told, [`DeskError::Field`] where a field cannot have its value.
    pub fn correction(&self, target: &Target, set: Correction) -> Result<Correction, DeskError> {
        let mut claims = self.graph.claims.iter().chain(self.graph.originals.iter());
        let claim = claims.find(|claim| claim.evidence == target.evidence);
        let mode = claim.and_then(|claim| claim.mode.as_deref());
        self.set(claim.map_or(&target.quotation.relation, |claim| &claim.relation), mode, set)
    }

    /// A claim to add whose actors and relation are what the user means by them.
    ///
    /// # Errors
    /// As of [`Desk::correction`]; also where there is no quotation, or no source.
    pub fn addition(&self, wish: Addition) -> Result<Addition, DeskError> {
        let relation = self.relation(&wish.relation)?;
        Ok(Addition {
            subject: self.actor(&wish.subject)?,
            object: self.actor(&wish.object)?,
            quotation: check::words("quote", &wish.quotation)?,
            source: check::source(wish.source, &self.ontology)?,
            set: self.set(&relation, None, wish.set)?,
            relation,
        })
    }

    /// Fields of a claim that has a relation, and perhaps a mode.
    fn set(&self, relation: &str, mode: Option<&str>, set: Correction) -> Result<Correction, DeskError> {
        if set.others.is_some() {
            return Err(DeskError::Field("`others` cannot be set: leave it out".to_owned()));
        }
        let mut set = self.parties(set)?;
        check::circumstances(&mut set, &self.ontology)?;
        let relation = set.relation.as_deref().unwrap_or(relation);
        match (&set.mode, mode) {
            (Some(mode), _) => check::mode(mode, relation, &self.ontology)?,
            // A mode goes with its relation.
            (None, Some(old)) if !check::modes(relation, &self.ontology).iter().any(|mode| mode == old) => {
                set.mode = Some(String::new());
            }
            (None, _) => {}
        }
        Ok(set)
    }

    /// A correction whose actors and relation are what the user means by them.
    fn parties(&self, set: Correction) -> Result<Correction, DeskError> {
        let actor = |name: Option<String>| name.map(|name| self.actor(&name)).transpose();
        let speaker = match set.attributed_to {
            Some(author) if author.trim().is_empty() => Some(String::new()),
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
    /// [`DeskError`] where the folder cannot be written, a new decision matches nothing, or it would make a claim about one
    /// actor alone; nothing is written then.
    pub fn record(self, decisions: &[Decision]) -> Result<Recorded, DeskError> {
        decisions.iter().try_for_each(check::deciders)?;
        let text = appended(&self.path, decisions)?;
        let (_, mut material) = folder::read(&self.path)?;
        material.decisions = folder::parse_decisions(&text, &self.path)?;
        let all = material.decisions.len();
        let levels = pipeline::graphs(material, &self.manifest.options.view(), &self.ontology);
        if levels.actors.unmatched.iter().any(|&at| at >= all - decisions.len()) {
            return Err(DeskError::Unmatched(self.path));
        }
        if let Some(actor) = self.tied_to_itself(&levels.actors, decisions) {
            return Err(DeskError::Loop(actor));
        }
        self.hold.write(&levels, &self.ontology, &self.manifest.options, Some(&text))?;
        let new_actors = new_actors(&levels.actors, &self.graph, &self.ontology);
        Ok(Recorded { levels, decisions: all, new_actors })
    }

    /// An actor that claims which are set or added say something of with itself, once all that was decided is applied. A merge
    /// may make such claims of what texts say of two.
    fn tied_to_itself(&self, graph: &Graph, decisions: &[Decision]) -> Option<String> {
        let sets = |decision: &Decision| matches!(decision.ruling, Ruling::Correct { .. } | Ruling::Add(_));
        if !decisions.iter().any(sets) {
            return None;
        }
        let before: BTreeSet<&str> = loops(&self.graph).map(|claim| claim.evidence.as_str()).collect();
        let mut new = loops(graph).filter(|claim| !before.contains(claim.evidence.as_str()));
        new.next().map(|claim| claim.subject.actor.id.clone())
    }
}

/// Claims that an actor does something to itself.
fn loops(graph: &Graph) -> impl Iterator<Item = &Claim> {
    graph.claims.iter().filter(|claim| claim.subject.actor.id == claim.object.actor.id)
}

/// The actors of a graph that nobody knew before, but those that stand for others.
fn new_actors(graph: &Graph, before: &Graph, ontology: &Ontology) -> Vec<String> {
    let nodes =
        graph.network.node_weights().filter(|node| node.members.is_empty()).map(|node| &node.actor.id);
    nodes.filter(|id| !names::is_known(before, ontology, id)).cloned().collect()
}

/// This day, for who does not say when they decide.
pub fn today() -> Option<PartialDate> {
    jiff::Zoned::now().date().to_string().parse().ok()
}

/// Whether decisions can be taken about a folder with an ontology, for who wants to know it beforehand.
///
/// # Errors
/// [`DeskError`] where the folder cannot be read, or was built with another ontology.
pub fn check_ontology(path: &Path, ontology: &Ontology) -> Result<(), DeskError> {
    let manifest = folder::manifest(path)?;
    matching(ontology.clone(), &manifest).map(drop).map_err(|_| DeskError::Ontology(path.to_owned()))
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
