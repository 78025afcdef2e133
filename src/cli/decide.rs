//! What the commands share that write to `decisions.jsonl`.

use std::path::PathBuf;

use anyhow::{Context, anyhow, bail};

use super::change::Opened;
use super::console::{Console, count};
use super::graph;
use super::input::Knowledge;
use crate::model::{Claim, Decision, EditKind, Graph, PartialDate, Quotation, Ruling, Target};
use crate::ontology::Ontology;
use crate::pipeline::publish::{Manifest, folder};
use crate::pipeline::{self, fuse};

/// The fewest hexadecimal digits that name a piece of evidence.
const SHORTEST_ID: usize = 6;

/// Where a decision goes, and who takes it.
#[derive(Debug, clap::Args)]
pub(super) struct Decided {
    /// The graph folder; its decisions.jsonl is appended to and its exports are written anew
    #[arg(long = "graph", value_name = "DIR")]
    pub(super) path: PathBuf,

    /// Why; kept with the decision
    #[arg(long, value_name = "TEXT")]
    why: Option<String>,

    /// Who decides [default: $ALIANSI_USER, else $USER]
    #[arg(long, value_name = "NAME")]
    by: Option<String>,

    /// When [default: today]
    #[arg(long, value_name = "DATE")]
    at: Option<PartialDate>,

    #[command(flatten)]
    knowledge: Knowledge,
}

/// A folder that decisions are taken about.
pub(super) struct Desk {
    hold: folder::Hold,
    manifest: Manifest,
    pub(super) ontology: Ontology,
    pub(super) graph: Graph,
}

impl Decided {
    /// Reads the folder. An error if it was made with another ontology: its exports could not be written anew.
    pub(super) fn open(&self, console: &Console) -> anyhow::Result<Desk> {
        let Opened { hold, manifest, ontology, material, .. } =
            Opened::at(&self.path, &self.knowledge, console)?;
        let graph = fuse::fuse(material, &manifest.options.view(), &ontology);
        graph::warn_unmatched(&graph, &self.path, console);
        Ok(Desk { hold, manifest, ontology, graph })
    }

    /// Appends decisions and writes the folder's exports anew, whole or not at all. What the new decisions do not match is
    /// an error, and nothing is written.
    pub(super) fn record(&self, desk: Desk, rulings: Vec<Ruling>, console: &Console) -> anyhow::Result<()> {
        let Desk { hold, manifest, ontology, .. } = desk;
        let text = self.appended(&rulings)?;
        let (_, mut material) = folder::read(&self.path)?;
        material.decisions = folder::parse_decisions(&text, &self.path)?;
        let old = material.decisions.len() - rulings.len();
        let levels = pipeline::graphs(material, &manifest.options.view(), &ontology);
        if levels.actors.unmatched.iter().any(|&at| at >= old) {
            bail!("nothing in {} is as the decision says; nothing was written", self.path.display());
        }
        hold.write(&levels, &ontology, &manifest.options, Some(&text))?;
        console.note(format_args!(
            "{}: {} recorded; {} in all",
            self.path.display(),
            count(rulings.len(), "decision"),
            old + rulings.len()
        ));
        Ok(())
    }

    /// The folder's decisions with new ones behind them; what stands there is kept to the letter.
    fn appended(&self, rulings: &[Ruling]) -> anyhow::Result<String> {
        let mut text = folder::decisions(&self.path)?;
        if !text.is_empty() && !text.ends_with('\n') {
            text.push('\n');
        }
        for ruling in rulings {
            text += &serde_json::to_string(&self.decision(ruling.clone()))
                .context("cannot write the decision")?;
            text.push('\n');
        }
        Ok(text)
    }

    fn decision(&self, ruling: Ruling) -> Decision {
        let named = |variable| std::env::var(variable).ok().filter(|name| !name.is_empty());
        let by = self.by.clone().or_else(|| named("ALIANSI_USER")).or_else(|| named("USER"));
        let today = || jiff::Zoned::now().date().to_string().parse().ok();
        Decision { ruling, by, at: self.at.clone().or_else(today), why: self.why.clone() }
    }
}

impl Desk {
    /// The evidence with an id or the beginning of one, as the text gave it.
    pub(super) fn target(&self, id: &str) -> anyhow::Result<Target> {
        let wanted = id.trim_start_matches("evidence:").to_lowercase();
        if wanted.len() < SHORTEST_ID || !wanted.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            bail!(
                "`{id}` is no evidence id: give {SHORTEST_ID} or more of its hexadecimal digits, as `aliansi explain` shows them"
            );
        }
        let is_added = |claim: &Claim| claim.edits.first().is_some_and(|edit| edit.kind == EditKind::Added);
        let claims = self.graph.claims.iter();
        let given = claims.filter(|claim| claim.edits.is_empty() || is_added(claim));
        let mut found =
            given.chain(self.graph.originals.iter()).filter(|claim| claim.evidence.starts_with(&wanted));
        match (found.next(), found.next()) {
            (Some(claim), None) => Ok(target(claim)),
            (Some(_), Some(_)) => {
                Err(anyhow!("several pieces of evidence begin with `{id}`: give more digits"))
            }
            (None, _) => Err(anyhow!(
                "no evidence `{id}` in the graph: `aliansi explain --graph DIR S R O` shows the ids of an edge"
            )),
        }
    }
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
