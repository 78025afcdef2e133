//! `aliansi build`

use std::borrow::Cow;
use std::path::PathBuf;
use std::time::Instant;

use anyhow::Context;
use clap::builder::{PossibleValuesParser, TypedValueParser};

use super::console::{Console, count};
use super::input::Input;
use super::{change, graph, publishers, shell, summary, texts};
use crate::model::{Edge, Graph, Material, Status};
use crate::ontology::Ontology;
use crate::pipeline;
use crate::pipeline::forget::Forgotten;
use crate::pipeline::publish::{self, folder};

/// Build a graph folder from texts
///
/// Reads the texts, extracts claims, makes them a scored graph, and writes it with its exports: RDF for SPARQL
/// (graph.ttl, graph.nq), GraphML for Gephi, DOT for Graphviz, node-link JSON. documents.jsonl and
/// claims.jsonl hold what it was made from.
#[derive(Debug, clap::Args)]
#[command(after_help = r#"Examples:
  aliansi build news/ -o graph
  aliansi build news/ archive.csv -o graph --map text=body,published=date
  aliansi build news/ -o graph --status denied,planned     show such edges in network files too
  aliansi build news/ -o graph --publishers weights.toml   "Harian A" = 0.5 halves what it alone reports
  aliansi build news/ -o graph --ontology mine/            with actors and frames of your own

An existing folder is replaced only if it is a graph folder. The same texts give the same bytes,
in whatever order they are named and with any --threads."#)]
pub(super) struct Args {
    /// A file, a folder (walked in sorted order), or - for standard input
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,

    /// The graph folder to write
    #[arg(long, short, value_name = "DIR")]
    output: PathBuf,

    /// Network files also show edges with such evidence, dashed; several with commas
    #[arg(long, value_name = "STATUS", value_delimiter = ',', value_parser = statuses())]
    status: Vec<Status>,

    /// IRI that every IRI of the RDF begins with; it ends in / or #
    #[arg(long, value_name = "IRI", default_value = publish::DEFAULT_BASE, value_parser = base)]
    base: String,

    /// Confidence, 0 to 1, from which a claim is a plain edge [default: that of the ontology, 0.5]
    #[arg(long, value_name = "X", value_parser = probability)]
    threshold: Option<f64>,

    /// What media are worth: TOML, a name and a weight from 0 to 1 a line; what comes from them is that much less sure
    #[arg(long, value_name = "FILE")]
    publishers: Option<PathBuf>,

    /// Show persons by name who hold no office and whom the ontology does not know; else they are citizens of their state
    #[arg(long)]
    private_persons: bool,

    /// RDF files also say of each claim which triple it reifies: RDF 1.2, which few programs read
    #[arg(long)]
    rdf12: bool,

    #[command(flatten)]
    input: Input,
}

const STATUSES: [(&str, Status); 6] = [
    ("asserted", Status::Asserted),
    ("alleged", Status::Alleged),
    ("planned", Status::Planned),
    ("possible", Status::Possible),
    ("denied", Status::Denied),
    ("negated", Status::Negated),
];

/// Reads a status.
pub(super) fn statuses() -> impl TypedValueParser<Value = Status> {
    let named = |name: String| STATUSES.iter().find(|(known, _)| *known == name).map(|(_, status)| *status);
    PossibleValuesParser::new(STATUSES.map(|(name, _)| name))
        .try_map(move |name| named(name).ok_or("no status"))
}

/// How a status is written on the command line.
pub(super) fn status_name(status: Status) -> &'static str {
    STATUSES.iter().find(|(_, known)| *known == status).map_or("", |(name, _)| name)
}

fn base(text: &str) -> Result<String, String> {
    publish::Vocabulary::new(text).map(|_| text.to_owned()).map_err(|error| error.to_string())
}

fn probability(text: &str) -> Result<f64, String> {
    let in_range = |number: &f64| (0.0..=1.0).contains(number);
    text.parse().ok().filter(in_range).ok_or_else(|| "write a number from 0 to 1, such as 0.6".to_owned())
}

pub(super) fn run(args: &Args, console: &Console) -> anyhow::Result<()> {
    let started = Instant::now();
    let ontology = ontology(args)?;
    folder::check_replaceable(&args.output)?;
    let documents = texts::documents(&args.paths, &args.input.reading, &ontology, console)?;
    let found = texts::claims(&documents, &args.input.reading, &ontology, console)?;
    let (sentences, claims) = (found.sentences, found.claims.len());
    // From here on, so that no decision is taken between being read and being written.
    let hold = change::hold(&args.output, console)?;
    let decisions = folder::parse_decisions(&folder::decisions(&args.output)?, &args.output)?;
    let options = options(args);
    let forgotten = Forgotten::by(&decisions, &ontology);
    let material = Material { decisions, ..forgotten.clear((documents, found.claims).into()) };
    let levels = pipeline::graphs(material, &options.view(), &ontology);
    let graph = &levels.actors;
    graph::warn_unmatched(graph, &args.output, console);
    console.check_strict().with_context(|| format!("{} is not written", args.output.display()))?;
    hold.write(&levels, &ontology, &options, None)?;
    let counts = [
        count(graph.documents.len(), "document"),
        count(sentences, "sentence"),
        count(claims, "claim"),
        summary::network(graph),
    ];
    summary::tell(&args.output, &counts, started, console);
    console.note(next_steps(&shell::quoted(&args.output), graph));
    Ok(())
}

fn ontology(args: &Args) -> anyhow::Result<Cow<'static, Ontology>> {
    let mut ontology = args.input.ontology()?;
    if let Some(threshold) = args.threshold {
        ontology.to_mut().scoring.threshold = threshold;
    }
    if let Some(file) = &args.publishers {
        ontology.to_mut().scoring.publishers.extend(publishers::read(file)?);
    }
    Ok(ontology)
}

fn options(args: &Args) -> publish::Options {
    let mut statuses = args.status.clone();
    statuses.sort();
    statuses.dedup();
    publish::Options {
        base: args.base.clone(),
        statuses,
        private_persons: args.private_persons,
        rdf12: args.rdf12,
        ..publish::Options::default()
    }
}

/// Commands that work on this graph, about its strongest edge.
fn next_steps(folder: &str, graph: &Graph) -> String {
    let by_strength = |a: &Edge, b: &Edge| a.plain.cmp(&b.plain).then(a.weight.total_cmp(&b.weight));
    let strongest = graph.edges().max_by(|a, b| by_strength(a.1, b.1));
    let Some((subject, edge, object)) = strongest else {
        return "No claim was found; aliansi reads Indonesian and English news that names who does what to whom."
            .to_owned();
    };
    let (subject, relation, object) = (&subject.actor.id, &edge.relation, &object.actor.id);
    let pattern = if edge.plain {
        format!("?who rel:{relation} actor:{}", object.replace('/', r"\/"))
    } else {
        format!("?claim a al:Claim ; rdf:subject ?who ; rdf:predicate rel:{relation}")
    };
    format!(
        "Next:\n  aliansi query --graph {folder} 'SELECT ?who {{ {pattern} }}'\n  \
         aliansi explain --graph {folder} {subject} {relation} {object}"
    )
}
