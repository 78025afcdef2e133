//! `aliansi build`

use std::borrow::Cow;
use std::path::PathBuf;
use std::time::Instant;

use anyhow::Context;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use rayon::prelude::*;

use super::console::{Console, count};
use super::input::{self, Input};
use super::{graph, publishers, shell};
use crate::model::{ActorPool, Claim, Document, Edge, Graph, Material, Status};
use crate::ontology::Ontology;
use crate::pipeline::{self, acquire, fuse, grade, publish};

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

fn statuses() -> impl TypedValueParser<Value = Status> {
    let named = |name: String| STATUSES.iter().find(|(known, _)| *known == name).map(|(_, status)| *status);
    PossibleValuesParser::new(STATUSES.map(|(name, _)| name))
        .try_map(move |name| named(name).ok_or("no status"))
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
    publish::folder::check_replaceable(&args.output)?;
    let documents = documents(args, &ontology, console)?;
    let (sentences, claims) = claims(args, &documents, &ontology, console)?;
    let found = claims.len();
    let decisions = publish::folder::decisions(&args.output)?;
    let decisions = publish::folder::parse_decisions(&decisions, &args.output)?;
    let options = options(args);
    let material = Material { documents, claims, decisions };
    let graph = grade::grade(fuse::fuse(material, &options.view(), &ontology), &ontology);
    graph::warn_unmatched(&graph, &args.output, console);
    console.check_strict().with_context(|| format!("{} is not written", args.output.display()))?;
    publish::publish(&graph, &ontology, &options, &args.output)?;
    console.note(format_args!(
        "{}: {}, {}, {}, {}; {}; {:.1} s",
        args.output.display(),
        count(graph.documents.len(), "document"),
        count(sentences, "sentence"),
        count(found, "claim"),
        network(&graph),
        count(console.warnings(), "warning"),
        started.elapsed().as_secs_f64()
    ));
    console.note(next_steps(&shell::quoted(&args.output), &graph));
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
    let private_persons = args.private_persons;
    publish::Options { base: args.base.clone(), statuses, private_persons, ..publish::Options::default() }
}

/// Every document, sorted by id. The paths are read in one order, since it decides which of two documents
/// with one id keeps it.
fn documents(args: &Args, ontology: &Ontology, console: &Console) -> anyhow::Result<Vec<Document>> {
    let bar = console.progress("reading", None);
    let mut documents = Vec::new();
    for acquired in acquire::acquire(&input::in_one_order(&args.paths), &args.input.options(), ontology) {
        match acquired {
            Ok(document) => documents.push(document),
            Err(warning) => console.warn(&warning),
        }
        bar.set_position(documents.len() as u64);
    }
    console.progress_done();
    documents.sort_by(|a, b| a.id.cmp(&b.id));
    if documents.is_empty() { Err(input::nothing_read(&args.paths)) } else { Ok(documents) }
}

/// The number of sentences, and the claims in the order of the documents.
fn claims(
    args: &Args,
    documents: &[Document],
    ontology: &Ontology,
    console: &Console,
) -> anyhow::Result<(usize, Vec<Claim>)> {
    let bar = console.progress("extracting claims", Some(documents.len()));
    let read = |document| {
        let reading = pipeline::read(document, ontology);
        bar.inc(1);
        reading
    };
    let readings: Vec<_> = args.input.pool()?.install(|| documents.par_iter().map(read).collect());
    console.progress_done();
    let sentences = readings.iter().map(|reading| reading.sentences).sum();
    let mut claims: Vec<Claim> = readings.into_iter().flat_map(|reading| reading.claims).collect();
    let mut actors = ActorPool::default();
    claims.iter_mut().for_each(|claim| actors.share(claim));
    Ok((sentences, claims))
}

fn network(graph: &Graph) -> String {
    let plain = graph.edges().filter(|(_, edge, _)| edge.plain).count();
    let (actors, edges) = (graph.network.node_count(), graph.network.edge_count());
    format!("{}, {} ({plain} plain)", count(actors, "actor"), count(edges, "edge"))
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
