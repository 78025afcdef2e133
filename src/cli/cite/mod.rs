//! `aliansi cite`

mod print;

use std::io::{BufWriter, Write};

use serde::Serialize;

use super::console::Console;
use super::format::{self, name};
use super::graph;
use super::triple::{Triple, TripleArgs};
use super::{explain, names};
use crate::model::{Claim, Graph, Status};
use crate::pipeline::grade;

/// Quote the sentences behind an edge with their sources, ready to paste
///
/// Names publisher, title, date, address, speaker and status of each piece of evidence, and the hashes of graph and ontology by which
/// another can tell that it has the same.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  aliansi cite --graph graph iran supports syria
  aliansi cite --graph graph iran supports syria --format bibtex --limit 3 >> sources.bib

A citation shows that a text says so, not that it is so.")]
pub(super) struct Args {
    #[command(flatten)]
    folder: graph::Folder,

    #[command(flatten)]
    triple: TripleArgs,

    /// Only the surest so many pieces of evidence
    #[arg(long, value_name = "N")]
    limit: Option<usize>,

    /// How they are printed
    #[arg(long, value_enum, default_value_t = Style::Text)]
    format: Style,
}

#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum Style {
    /// Plain text
    Text,
    /// One JSON object
    Json,
    /// A line a piece of evidence, with a header
    Csv,
    /// A numbered list
    Markdown,
    /// An entry for each document
    Bibtex,
}

/// An edge with its sources.
#[derive(Debug, Serialize)]
struct Reference {
    subject: String,
    relation: String,
    object: String,
    /// The edge in words of people.
    label: String,
    /// Claim id.
    claim: String,
    /// Hash of the graph folder.
    graph: String,
    /// Hash of the ontology that made it.
    ontology: String,
    /// Version of this program.
    version: &'static str,
    /// By date, undated ones last.
    evidence: Vec<Citation>,
}

/// A piece of evidence with its source.
#[derive(Debug, Clone, Serialize)]
struct Citation {
    evidence: String,
    document: String,
    publisher: Option<String>,
    author: Option<String>,
    title: Option<String>,
    published: Option<String>,
    url: Option<String>,
    archive_url: Option<String>,
    retrieved: Option<String>,
    /// The medium that it cites or was taken over from.
    via: Option<String>,
    quotation: String,
    /// Actor id; none: the author.
    speaker: Option<String>,
    status: Status,
    confidence: f64,
    /// What people did to it.
    edits: Vec<String>,
}

pub(super) fn run(args: &Args, console: &Console) -> anyhow::Result<()> {
    let (graph, ontology) = args.folder.load(console)?;
    let triple = args.triple.find(&graph, &ontology, &args.folder.path)?;
    let parts = grade::account(&graph, triple.0, triple.1, triple.2, &ontology).parts;
    let mut claims: Vec<(bool, &Claim)> = parts.iter().map(|part| (part.counts, part.claim)).collect();
    // The surest first, to be cut; a citation that earned the plain edge is surer than one that did not.
    let sureness = |it: &(bool, &Claim)| if it.0 { 1.0 + it.1.confidence } else { it.1.confidence };
    claims.sort_by(|a, b| sureness(b).total_cmp(&sureness(a)));
    claims.truncate(args.limit.unwrap_or(usize::MAX));
    claims.sort_by_key(|(_, claim)| (claim.published.is_none(), &claim.published, claim.place()));
    let relation = names::label(&ontology, &triple.1.relation);
    let (graph_hash, ontology_hash) = args.folder.hashes()?;
    let reference = Reference {
        subject: triple.0.actor.id.clone(),
        relation: triple.1.relation.clone(),
        object: triple.2.actor.id.clone(),
        label: label(triple, &relation),
        claim: triple.1.claim.clone(),
        graph: graph_hash,
        ontology: ontology_hash,
        version: env!("CARGO_PKG_VERSION"),
        evidence: claims.into_iter().map(|(_, claim)| citation(claim, &graph)).collect(),
    };
    print(&reference, args.format)
}

fn print(reference: &Reference, style: Style) -> anyhow::Result<()> {
    let mut out = BufWriter::new(std::io::stdout().lock());
    match style {
        Style::Text => print::text(reference, &mut out)?,
        Style::Json => format::json(reference, &mut out)?,
        Style::Csv => print::csv(reference, &mut out)?,
        Style::Markdown => print::markdown(reference, &mut out)?,
        Style::Bibtex => print::bibtex(reference, &mut out)?,
    }
    Ok(out.flush()?)
}

fn label((source, _, target): Triple, relation: &str) -> String {
    format!("{} {relation} {}", source.actor.label, target.actor.label)
}

fn citation(claim: &Claim, graph: &Graph) -> Citation {
    let document = graph.document(&claim.document);
    let via = claim.via.clone().or_else(|| document?.via.clone());
    let of =
        |field: fn(&crate::model::Document) -> &Option<String>| document.and_then(|it| field(it).clone());
    Citation {
        evidence: claim.evidence.clone(),
        document: claim.document.clone(),
        publisher: of(|it| &it.publisher),
        author: of(|it| &it.author),
        title: of(|it| &it.title),
        published: claim.published.as_ref().map(ToString::to_string),
        url: of(|it| &it.url),
        archive_url: of(|it| &it.archive_url),
        retrieved: document.and_then(|it| it.retrieved.as_ref()).map(ToString::to_string),
        via,
        quotation: claim.text.clone(),
        speaker: claim.attributed_to.as_ref().map(|actor| actor.id.clone()),
        status: claim.status,
        confidence: claim.confidence,
        edits: claim.edits.iter().map(explain::edited).collect(),
    }
}

impl Citation {
    /// Enough of the id to tell it by, and enough for the commands that take one.
    fn short(&self) -> &str {
        self.evidence.get(..12).unwrap_or(&self.evidence)
    }

    /// Who answers for it.
    fn speaker(&self) -> &str {
        self.speaker.as_deref().unwrap_or("the author")
    }

    /// `asserted, by the author; confirmed by …; evidence …`.
    fn standing(&self) -> String {
        let edits: Vec<String> = self.edits.iter().map(|edit| format!("; {edit}")).collect();
        format!("{}, by {}{}; evidence {}", name(&self.status), self.speaker(), edits.concat(), self.short())
    }
}
