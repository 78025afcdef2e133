//! `aliansi query`

mod canned;
mod print;

use std::io::{BufWriter, Read, Write};
use std::path::PathBuf;

use anyhow::{Context, bail};

use super::console::{Console, count};
use super::graph;
use crate::store::canned::all;
use crate::store::{Answer, Store};
use print::Format;

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
    aliansi query --graph graph --file blocs.rq --format csv > blocs.csv
  Queries that come with the program:
    aliansi query --list
    aliansi query --graph graph --name allies-of-enemies --arg actor=iran")]
pub(super) struct Args {
    /// The graph folder, or a file of RDF
    #[arg(long, value_name = "DIR", required_unless_present = "list")]
    graph: Option<PathBuf>,

    #[command(flatten)]
    part: graph::Part,

    /// The query
    #[arg(value_name = "SPARQL", required_unless_present_any = ["file", "name", "list"], conflicts_with_all = ["file", "name", "list"])]
    sparql: Option<String>,

    /// A file that holds the query; - for standard input
    #[arg(long, value_name = "FILE", conflicts_with_all = ["name", "list"])]
    file: Option<PathBuf>,

    /// A query that comes with the program
    #[arg(long, value_name = "NAME", conflicts_with = "list")]
    name: Option<String>,

    /// What that query must be told, several times if it needs several
    #[arg(long = "arg", value_name = "PARAMETER=VALUE", requires = "name", value_parser = pair)]
    arguments: Vec<(String, String)>,

    /// Show the queries that come with the program; needs no graph
    #[arg(long)]
    list: bool,

    /// How the answer is printed [default: table for rows, ttl for triples]
    #[arg(long, value_enum)]
    format: Option<Format>,
}

fn pair(text: &str) -> Result<(String, String), String> {
    let pair = text.split_once('=').filter(|(name, _)| !name.is_empty());
    pair.map(|(name, value)| (name.to_owned(), value.to_owned()))
        .ok_or_else(|| "write PARAMETER=VALUE, for example actor=russia".to_owned())
}

pub(super) fn run(args: &Args, console: &Console) -> anyhow::Result<()> {
    let mut out = BufWriter::new(std::io::stdout().lock());
    let Some(path) = args.graph.as_ref().filter(|_| !args.list) else {
        canned::list(&all(args.part.knowledge())?, &mut out)?;
        return Ok(out.flush()?);
    };
    let folder = graph::Folder { path: path.clone(), part: args.part.clone() };
    let store = folder.store(console)?;
    let sparql = if args.name.is_some() { canned(args, &store)? } else { sparql(args)? };
    let answer = store.query(&sparql)?;
    print(&answer, args.format, &store, console, &mut out)?;
    out.flush()?;
    // Names are missed on purpose at times ("which of these is there?"), so that an answer needs a near one.
    let unknown = store.unknown_names(&sparql);
    let of_user = |_: &&crate::store::Unknown| args.name.is_none();
    for name in unknown.iter().filter(of_user).filter(|name| answer.is_empty() || name.near.is_some()) {
        console.note(name);
    }
    Ok(())
}

/// The query that was named, with its values.
fn canned(args: &Args, store: &Store) -> anyhow::Result<String> {
    let queries = all(args.part.knowledge())?;
    let query = canned::named(&queries, args.name.as_deref().unwrap_or_default())?;
    Ok(query.with(&canned::values(query, &args.arguments, store)?))
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

fn print(
    answer: &Answer,
    format: Option<Format>,
    store: &Store,
    console: &Console,
    out: &mut impl Write,
) -> anyhow::Result<()> {
    match answer {
        Answer::Truth(truth) => print::truth(*truth, format.unwrap_or(Format::Table), out)?,
        Answer::Triples(triples) => match format.unwrap_or(Format::Ttl).rdf() {
            Some(rdf) => print::triples(triples, rdf, store.prefixes(), out)?,
            None => bail!("CONSTRUCT and DESCRIBE give triples: --format ttl, nt or jsonld"),
        },
        Answer::Rows { variables, rows } => match format.unwrap_or(Format::Table) {
            Format::Table => {
                print::rows(variables, rows, store.prefixes(), out)?;
                out.flush()?;
                console.note(count(rows.len(), "row"));
            }
            other => match other.results() {
                Some(results) => print::results(results, variables, rows, out)?,
                None => bail!("SELECT gives rows: --format table, json, xml, csv or tsv"),
            },
        },
    }
    Ok(())
}
