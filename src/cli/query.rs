//! `aliansi query`

use std::io::{BufWriter, Read, Write};
use std::path::PathBuf;

use anyhow::Context;
use clap::ValueEnum;
use oxigraph::io::{RdfFormat, RdfSerializer};
use oxigraph::model::{Term, Triple};
use oxigraph::sparql::Variable;
use oxigraph::sparql::results::{QueryResultsFormat, QueryResultsSerializer};

use super::console::{Console, count};
use super::graph;
use super::table::table;
use crate::store::{Answer, Prefixes};

/// Ask a graph in SPARQL
///
/// SELECT, ASK, CONSTRUCT and DESCRIBE; the default graph is the union of all graphs. Rows are sorted unless
/// the query says ORDER BY. Declared beforehand: actor: rel: claim: evidence: document: al: prov: oa: dct:
/// rdf: rdfs: owl: skos: xsd:. An id that holds a / is written with \/, as in actor:north-korea\/entities.
#[derive(Debug, clap::Args)]
#[command(after_help = r"Examples:
  Who supports Russia?
    aliansi query --graph graph 'SELECT ?who { ?who rel:supports actor:russia }'
  Which relations are there, and how often?
    aliansi query --graph graph 'SELECT ?r (COUNT(*) AS ?n) {
      ?c a al:Claim ; rdf:predicate ?r } GROUP BY ?r ORDER BY DESC(?n)'
  What is said of Iran and not asserted, in which words?
    aliansi query --graph graph 'SELECT ?claim ?status ?text {
      ?claim rdf:subject actor:iran . ?e al:evidenceFor ?claim ; al:status ?status ; oa:exact ?text
      FILTER(?status != al:asserted) }'
  The same between states in 2025:
    aliansi query --graph graph --level state --from 2025 --to 2025 'SELECT ?a ?b { ?a rel:supports ?b }'
  A query from a file, as CSV:
    aliansi query --graph graph --file blocs.rq --format csv > blocs.csv")]
pub(super) struct Args {
    #[command(flatten)]
    folder: graph::Folder,

    /// The query
    #[arg(value_name = "SPARQL", required_unless_present = "file", conflicts_with = "file")]
    sparql: Option<String>,

    /// A file that holds the query; - for standard input
    #[arg(long, value_name = "FILE")]
    file: Option<PathBuf>,

    /// How rows are printed; CONSTRUCT and DESCRIBE always give Turtle
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    /// For people: short names for IRIs
    Table,
    /// SPARQL 1.1 Query Results JSON
    Json,
    /// SPARQL 1.1 Query Results CSV: full IRIs
    Csv,
}

pub(super) fn run(args: &Args, console: &Console) -> anyhow::Result<()> {
    let sparql = sparql(args)?;
    let store = args.folder.store(console)?;
    let answer = store.query(&sparql)?;
    let mut out = BufWriter::new(std::io::stdout().lock());
    match &answer {
        Answer::Truth(truth) => print_truth(*truth, args.format, &mut out)?,
        Answer::Triples(triples) => print_turtle(triples, store.prefixes(), &mut out)?,
        Answer::Rows { variables, rows } => match args.format {
            Format::Table => {
                print_table(variables, rows, store.prefixes(), &mut out)?;
                out.flush()?;
                console.note(count(rows.len(), "row"));
            }
            Format::Json => print_results(QueryResultsFormat::Json, variables, rows, &mut out)?,
            Format::Csv => print_results(QueryResultsFormat::Csv, variables, rows, &mut out)?,
        },
    }
    out.flush()?;
    // Names are missed on purpose at times ("which of these is there?"), so that an answer needs a near one.
    let unknown = store.unknown_names(&sparql);
    for name in unknown.iter().filter(|name| answer.is_empty() || name.near.is_some()) {
        console.note(name);
    }
    Ok(())
}

fn sparql(args: &Args) -> anyhow::Result<String> {
    let Some(file) = &args.file else { return Ok(args.sparql.clone().unwrap_or_default()) };
    if file.as_os_str() == "-" {
        let mut text = String::new();
        std::io::stdin().read_to_string(&mut text).context("standard input")?;
        return Ok(text);
    }
    std::fs::read_to_string(file).with_context(|| format!("{}: cannot read the query", file.display()))
}

fn print_truth(truth: bool, format: Format, out: &mut impl Write) -> std::io::Result<()> {
    match format {
        Format::Json => {
            let serializer = QueryResultsSerializer::from_format(QueryResultsFormat::Json);
            serializer.serialize_boolean_to_writer(&mut *out, truth)?;
            writeln!(out)
        }
        Format::Table | Format::Csv => writeln!(out, "{truth}"),
    }
}

fn print_turtle(triples: &[Triple], prefixes: &Prefixes, out: &mut impl Write) -> anyhow::Result<()> {
    let mut serializer = RdfSerializer::from_format(RdfFormat::Turtle);
    for (name, iri) in prefixes.iter().filter(|(_, iri)| triples.iter().any(|triple| uses(triple, iri))) {
        serializer = serializer.with_prefix(name, iri)?;
    }
    let mut writer = serializer.for_writer(out);
    for triple in triples {
        writer.serialize_triple(triple)?;
    }
    writer.finish()?;
    Ok(())
}

fn uses(triple: &Triple, prefix: &str) -> bool {
    [triple.subject.to_string(), triple.predicate.to_string(), triple.object.to_string()]
        .iter()
        .any(|term| term.contains(&format!("<{prefix}")))
}

fn print_results(
    format: QueryResultsFormat,
    variables: &[Variable],
    rows: &[Vec<Option<Term>>],
    out: &mut impl Write,
) -> std::io::Result<()> {
    let serializer = QueryResultsSerializer::from_format(format);
    let mut writer = serializer.serialize_solutions_to_writer(&mut *out, variables.to_vec())?;
    for row in rows {
        let bound = variables.iter().zip(row).filter_map(|(name, term)| Some((name, term.as_ref()?)));
        writer.serialize(bound)?;
    }
    writer.finish()?;
    if format == QueryResultsFormat::Json { writeln!(out) } else { Ok(()) }
}

fn print_table(
    variables: &[Variable],
    rows: &[Vec<Option<Term>>],
    prefixes: &Prefixes,
    out: &mut impl Write,
) -> std::io::Result<()> {
    let mut table = table(variables);
    for row in rows {
        table.add_row(
            row.iter().map(|term| term.as_ref().map_or(String::new(), |term| short(term, prefixes))),
        );
    }
    writeln!(out, "{table}")
}

/// A term for people: a short name, or the text of a literal alone.
fn short(term: &Term, prefixes: &Prefixes) -> String {
    match term {
        Term::NamedNode(iri) => prefixes.shorten(iri.as_str()).unwrap_or_else(|| iri.to_string()),
        Term::Literal(literal) => literal.value().to_owned(),
        other => other.to_string(),
    }
}
