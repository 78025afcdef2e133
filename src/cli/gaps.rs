//! `aliansi gaps`

use std::io::{BufWriter, Write};
use std::path::PathBuf;

use rayon::prelude::*;
use serde_json::{Map, Value, json};

use super::chunks::Chunks;
use super::console::Console;
use super::input::{self, Input};
use super::table::{align_right, table};
use crate::gaps::{self, Gap, Gaps, Kind, Sample, Sort};
use crate::pipeline::acquire;

/// List what the texts hold and the ontology does not: names, verbs, nouns, places of frames
///
/// The working list of whoever extends the ontology, most frequent first. Names: capitalised, and no actor's.
/// Verbs and nouns: two actors stand beside them, and no frame and no list of words holds them. Places: an actor stands
/// beside a cue where its frame looks for none, and the cue made no claim. Each with its count, the number of documents,
/// and up to three sentences in which it is marked. Works in bounded memory; the input may be of any size.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  aliansi gaps news/
  aliansi gaps news/ --kind verbs --top 50
  aliansi gaps news/ --ontology mine --format csv > gaps.csv
  cat article.txt | aliansi gaps - --format json")]
pub(super) struct Args {
    /// A file, a folder (walked in sorted order), or - for standard input
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,

    /// What to list; several with commas [default: all]
    #[arg(long, value_enum, value_delimiter = ',')]
    kind: Vec<KindName>,

    /// The most frequent so many of each kind
    #[arg(long, value_name = "N", default_value_t = 20)]
    top: usize,

    /// How the list is printed
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,

    #[command(flatten)]
    input: Input,
}

#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum Format {
    /// For people
    Table,
    /// One JSON object
    Json,
    /// A line a gap, with a header
    Csv,
}

#[derive(Debug, Clone, Copy, PartialEq, clap::ValueEnum)]
enum KindName {
    /// Capitalised names that are no actor's
    Names,
    /// Verbs between or beside two actors
    Verbs,
    /// Nouns between or beside two actors
    Nouns,
    /// Prepositions and places beside a cue that its frame does not name
    Places,
}

pub(super) fn run(args: &Args, console: &Console) -> anyhow::Result<()> {
    let gaps = counted(args, console)?;
    let kinds = Kind::ALL.into_iter().filter(|&kind| wanted(args, kind));
    let listed: Vec<_> = kinds.map(|kind| (kind, gaps.most_frequent(kind, args.top))).collect();
    let mut out = BufWriter::new(std::io::stdout().lock());
    match args.format {
        Format::Table => print_tables(&listed, &mut out)?,
        Format::Json => print_json(gaps.documents(), &listed, &mut out)?,
        Format::Csv => print_csv(&listed, &mut out)?,
    }
    for (kind, _) in listed.iter().filter(|(kind, _)| gaps.short_by(*kind) > 0) {
        let (name, short_by) = (kind.name(), gaps.short_by(*kind));
        console.note(format_args!(
            "too many different {name} to count them all: rare ones are left out, and counts may be {short_by} too low"
        ));
    }
    Ok(out.flush()?)
}

fn wanted(args: &Args, kind: Kind) -> bool {
    let name = [KindName::Names, KindName::Verbs, KindName::Nouns, KindName::Places][kind as usize];
    args.kind.is_empty() || args.kind.contains(&name)
}

fn counted(args: &Args, console: &Console) -> anyhow::Result<Gaps> {
    let ontology = args.input.ontology()?;
    let pool = args.input.pool()?;
    let mut gaps = Gaps::default();
    for chunk in Chunks::new(acquire::acquire(&args.paths, &args.input.options(), &ontology)) {
        let (read, warnings): (Vec<_>, Vec<_>) = chunk.into_iter().partition(Result::is_ok);
        warnings.into_iter().filter_map(Result::err).for_each(|warning| console.warn(&warning));
        let documents: Vec<_> = read.into_iter().flatten().collect();
        let found: Vec<_> =
            pool.install(|| documents.par_iter().map(|d| gaps::findings(d, &ontology)).collect());
        documents.iter().zip(&found).for_each(|(document, found)| gaps.add(&document.id, found));
    }
    if gaps.documents() == 0 { Err(input::nothing_read(&args.paths)) } else { Ok(gaps) }
}

type Listed = [(Kind, Vec<Gap>)];

fn print_tables(listed: &Listed, out: &mut impl Write) -> std::io::Result<()> {
    for (kind, gaps) in listed {
        let mut table = table([kind.name(), "count", "documents", "sentences"]);
        for gap in gaps {
            let sort =
                if gap.sort == Sort::Unknown { String::new() } else { format!(" ({})", sort(gap.sort)) };
            let samples: Vec<String> = gap.samples.iter().map(clipped).collect();
            let numbers = [gap.count, gap.documents].map(|number| number.to_string());
            let [count, documents] = numbers;
            table.add_row([format!("{}{sort}", gap.name), count, documents, samples.join("\n")]);
        }
        align_right(&mut table, 1..3);
        writeln!(out, "{table}")?;
    }
    Ok(())
}

fn sort(sort: Sort) -> &'static str {
    match sort {
        Sort::Person => "person",
        Sort::Organization => "organization",
        Sort::Place => "place",
        Sort::Unknown => "unknown",
    }
}

/// So many letters of a sentence stand in a table, so many of them before what is marked.
const WIDTH: usize = 90;
const BEFORE: usize = 35;

/// The part of a sentence around what is marked.
fn clipped(sample: &Sample) -> String {
    let skipped = sample.marked[..sample.mark].chars().count().saturating_sub(BEFORE);
    let part: String = sample.marked.chars().skip(skipped).take(WIDTH).collect();
    let more = sample.marked.chars().count() > skipped + WIDTH;
    format!("{}{part}{}", if skipped > 0 { "…" } else { "" }, if more { "…" } else { "" })
}

fn print_json(documents: usize, listed: &Listed, out: &mut impl Write) -> anyhow::Result<()> {
    let mut object = Map::new();
    object.insert("documents".to_owned(), json!(documents));
    for (kind, gaps) in listed {
        object.insert(kind.name().to_owned(), serde_json::to_value(gaps)?);
    }
    writeln!(out, "{:#}", Value::Object(object))?;
    Ok(())
}

fn print_csv(listed: &Listed, out: &mut impl Write) -> anyhow::Result<()> {
    let mut rows = csv::Writer::from_writer(out);
    rows.write_record([
        "kind",
        "name",
        "sort",
        "count",
        "documents",
        "sentence_1",
        "sentence_2",
        "sentence_3",
    ])?;
    for (kind, gap) in listed.iter().flat_map(|(kind, gaps)| gaps.iter().map(move |gap| (kind, gap))) {
        let sample = |at: usize| gap.samples.get(at).map_or("", |sample| sample.marked.as_str());
        let (count, documents) = (gap.count.to_string(), gap.documents.to_string());
        let known = [kind.name(), &gap.name, sort(gap.sort), &count, &documents];
        rows.write_record(known.into_iter().chain((0..3).map(sample)))?;
    }
    Ok(rows.flush()?)
}
