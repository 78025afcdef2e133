//! `aliansi query`

mod canned;
mod print;
mod session;

use std::io::{BufWriter, IsTerminal, Read, Write};
use std::path::PathBuf;

use anyhow::Context;
use clap::error::ErrorKind;

use super::console::Console;
use super::graph;
use crate::store::canned::{Canned, all};
use crate::store::{Answer, Store};
use canned::OPTIONS;
use print::{Format, Manner};

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
  Which states support which in 2025?
    aliansi query --graph graph --level state --from 2025 --to 2025 'SELECT ?a ?b { ?a rel:supports ?b }'
  A query from a file, as CSV:
    aliansi query --graph graph --file blocs.rq --format csv > blocs.csv
  One after the other, at a prompt that completes names and keeps a history (.help tells more):
    aliansi query --graph graph
  Queries that come with the program:
    aliansi query --list
    aliansi query --graph graph --name allies-of-enemies --arg actor=iran")]
pub(super) struct Args {
    /// The graph folder, or a file of RDF
    #[arg(long, value_name = "DIR", required_unless_present = "list")]
    graph: Option<PathBuf>,

    #[command(flatten)]
    part: graph::Part,

    /// The query; without one it is read from standard input, or a terminal becomes a prompt
    #[arg(value_name = "SPARQL", conflicts_with_all = ["file", "name", "list"])]
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
    let queries = all(args.part.knowledge())?;
    let Some(path) = args.graph.as_ref().filter(|_| !args.list) else {
        canned::list(&queries, &OPTIONS, &mut out)?;
        return Ok(out.flush()?);
    };
    let folder = graph::Folder { path: path.clone(), part: args.part.clone() };
    let is_session = args.sparql.is_none() && args.file.is_none() && args.name.is_none();
    if is_session && std::io::stdin().is_terminal() {
        drop(out);
        return session::run(&folder.store(console)?, &queries, args.format, console);
    }
    // What is asked is read before the graph, which may take longer to open.
    let asked = if args.name.is_none() { Some(sparql(args)?) } else { None };
    let store = folder.store(console)?;
    let named = if asked.is_none() { canned(args, &queries, &store)? } else { String::new() };
    let answer = store.query(asked.as_deref().unwrap_or(&named))?;
    print::answer(&answer, &Manner::of(args.format), &store, console, &mut out)?;
    if let Some(asked) = asked {
        tell_unknown(&answer, &asked, &store, console);
    }
    Ok(())
}

/// Notes the names of a user's query that are not in the graph. They are missed on purpose at times ("which of these is
/// there?"), so that an answer needs a near one.
fn tell_unknown(answer: &Answer, sparql: &str, store: &Store, console: &Console) {
    for name in store.unknown_names(sparql) {
        if answer.is_empty() || name.near.is_some() {
            console.note(name);
        }
    }
}

/// The query that was named, with its values.
fn canned(args: &Args, queries: &[Canned], store: &Store) -> anyhow::Result<String> {
    let query = canned::named(queries, args.name.as_deref().unwrap_or_default(), &OPTIONS)?;
    Ok(query.with(&canned::values(query, &args.arguments, store, &OPTIONS)?))
}

/// The query that the user wrote: in the command, in a file, or on standard input.
fn sparql(args: &Args) -> anyhow::Result<String> {
    if let Some(sparql) = &args.sparql {
        return Ok(sparql.clone());
    }
    let Some(file) = args.file.as_ref().filter(|file| file.as_os_str() != "-") else {
        return standard_input();
    };
    std::fs::read_to_string(file).with_context(|| format!("{}: cannot read the query", file.display()))
}

fn standard_input() -> anyhow::Result<String> {
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text).context("standard input")?;
    if text.trim().is_empty() {
        let advice = "no query: give it as <SPARQL>, with --file or --name, or on standard input; \
            on a terminal aliansi query --graph DIR alone begins a session\n";
        clap::Error::raw(ErrorKind::MissingRequiredArgument, advice).exit();
    }
    Ok(text)
}
