//! `aliansi eval`

use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use anyhow::Context;
use rayon::prelude::*;

use super::calibration;
use super::chunks::Chunks;
use super::console::{Console, count};
use super::input::{self, Input};
use super::table::{align_right, table};
use crate::eval::{
    Aspect, Confidence, Errors, Figures, GoldSentence, Judging, Names, Prediction, Report, Slice, Verdict,
    breakdown, confidence, evaluate, judge, markdown, read_gold, read_predictions, read_table,
};
use crate::ontology::Ontology;
use crate::pipeline::{self, acquire};

/// Score claims against gold: precision, recall, F1 with intervals
///
/// Scores the claims of a graph folder, or those of texts that are read for it. Four levels, from strict to
/// coarse: claim (subject, relation, object), status (and status), state (actors rolled up to their states),
/// tie (states and the sign of the relation). Traps are sentences that hold no claim. Intervals are 95%, from
/// resampling documents 1000 times with a seeded generator.
///
/// Confidence is set against the share of claims that are right: of claims at 0.8, 80 in 100 should be. ECE is the mean distance
/// of the two over ten bins, Brier the mean of (confidence − right)²; less is better. Cross-fitted is what each claim
/// gets by what the claims of other documents teach alone.
#[derive(Debug, clap::Args)]
#[command(after_help = r#"Gold is JSON Lines, a sentence a line:
  {"doc": "001", "sent": 7, "text": "…", "claims": [{"s": "iran", "p": "supports", "o": "syria",
   "status": "asserted", "by": null, "named": true, "optional": false}]}

Examples:
  aliansi eval gold.jsonl corpus/
  aliansi eval gold.jsonl corpus/ --format markdown
  aliansi eval gold.jsonl --graph graph --rollup rollup.json --errors
  aliansi eval gold.jsonl corpus/ --reliability mine/reliability.toml     then read with --ontology mine
  aliansi eval sentences.jsonl sentences.jsonl --map id=doc,published=date,language=lang --format json"#)]
pub(super) struct Args {
    /// The gold file
    #[arg(value_name = "GOLD.jsonl")]
    gold: PathBuf,

    /// A further gold file; may be given several times
    #[arg(long = "gold", value_name = "GOLD.jsonl")]
    more: Vec<PathBuf>,

    /// Texts to read: a file, a folder (walked in sorted order), or - for standard input
    #[arg(value_name = "PATH", required_unless_present = "graph", conflicts_with = "graph")]
    paths: Vec<PathBuf>,

    /// Score the claims of this graph folder
    #[arg(long, value_name = "DIR")]
    graph: Option<PathBuf>,

    /// JSON object: actor id → id of its state, for the levels state and tie
    #[arg(long, value_name = "FILE")]
    rollup: Option<PathBuf>,

    /// JSON object: actor id → id that names the same actor
    #[arg(long, value_name = "FILE")]
    same: Option<PathBuf>,

    /// Also print every sentence with a missed or a wrong claim
    #[arg(long)]
    errors: bool,

    /// Also print figures by relation, construction, voice, language, status and binder
    #[arg(long)]
    breakdown: bool,

    /// Also estimate from the claims how reliable each frame is, and write it as an ontology's reliability.toml
    #[arg(long, value_name = "FILE")]
    reliability: Option<PathBuf>,

    /// How the figures are printed
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
    /// Tables for a page, the breakdown always with them
    Markdown,
}

pub(super) fn run(args: &Args, console: &Console) -> anyhow::Result<()> {
    let golds = golds(args)?;
    let gold: Vec<GoldSentence> = golds.iter().flat_map(|(_, sentences)| sentences).cloned().collect();
    let read = |path: &Option<PathBuf>| path.as_deref().map_or(Ok(Default::default()), read_table);
    let names = Names::new(read(&args.same)?, read(&args.rollup)?);
    let ontology = args.input.ontology()?;
    let predictions = match &args.graph {
        Some(folder) => claims_of(folder)?,
        None => extracted(args, &ontology, console)?,
    };
    let report = evaluate(&gold, &predictions, &names);
    let judged = golds.iter().map(|(name, gold)| (name.clone(), judge(gold, &predictions, &names)));
    let judging: Vec<Judging> = judged.collect();
    let verdicts: Vec<Verdict> = judging.iter().flat_map(|(_, verdicts)| verdicts).copied().collect();
    let confidence = confidence(&verdicts, &ontology);
    let wanted = args.breakdown || matches!(args.format, Format::Markdown);
    let by = if wanted { breakdown(&gold, &predictions, &names, &ontology) } else { Vec::new() };
    let mut out = BufWriter::new(std::io::stdout().lock());
    match args.format {
        Format::Json => print_json(&report, &confidence, args.errors, &by, &mut out)?,
        Format::Table => {
            print_tables(&report, args.errors, &by, &mut out)?;
            calibration::print(&confidence, &mut out)?;
        }
        Format::Markdown => out.write_all(markdown(&report, &confidence, &by).as_bytes())?,
    }
    if let Some(file) = &args.reliability {
        calibration::write(file, &judging, &ontology, console)?;
    }
    if report.unplaced > 0 {
        let claims = count(report.unplaced, "claim");
        console.note(format_args!("{claims} not scored: gold does not hold their sentences"));
    }
    Ok(out.flush()?)
}

/// The gold files, by their names.
fn golds(args: &Args) -> anyhow::Result<Vec<(String, Vec<GoldSentence>)>> {
    let name = |path: &Path| path.file_name().map(|name| name.to_string_lossy().into_owned());
    let read = |path: &PathBuf| Ok((name(path).unwrap_or_default(), read_gold(path)?));
    std::iter::once(&args.gold).chain(&args.more).map(read).collect()
}

fn claims_of(folder: &Path) -> anyhow::Result<Vec<Prediction>> {
    let how = || format!("{} is no graph folder; build one: aliansi build PATH… -o DIR", folder.display());
    read_predictions(&folder.join("claims.jsonl")).with_context(how)
}

fn extracted(args: &Args, ontology: &Ontology, console: &Console) -> anyhow::Result<Vec<Prediction>> {
    let pool = args.input.pool()?;
    let mut predictions = Vec::new();
    let mut documents = 0;
    for chunk in Chunks::new(acquire::acquire(&args.paths, &args.input.options(), ontology)) {
        let (read, warnings): (Vec<_>, Vec<_>) = chunk.into_iter().partition(Result::is_ok);
        warnings.into_iter().filter_map(Result::err).for_each(|warning| console.warn(&warning));
        documents += read.len();
        predictions.extend(pool.install(|| {
            read.into_par_iter().flatten().flat_map(|d| predict(&d, ontology)).collect::<Vec<_>>()
        }));
    }
    if documents == 0 { Err(input::nothing_read(&args.paths)) } else { Ok(predictions) }
}

fn predict(document: &crate::model::Document, ontology: &Ontology) -> Vec<Prediction> {
    pipeline::claims(document, ontology).iter().map(Prediction::from).collect()
}

type By = [(Aspect, Vec<Slice>)];

fn print_json(
    report: &Report,
    confidence: &Confidence,
    errors: bool,
    by: &By,
    out: &mut impl Write,
) -> anyhow::Result<()> {
    let mut value = serde_json::to_value(report)?;
    value["confidence"] = serde_json::to_value(confidence)?;
    for (aspect, slices) in by {
        value["by"][aspect.name()] = serde_json::to_value(slices)?;
    }
    if errors {
        value["errors"] = serde_json::to_value(&report.errors)?;
    }
    writeln!(out, "{value:#}")?;
    Ok(())
}

fn print_tables(report: &Report, errors: bool, by: &By, out: &mut impl Write) -> std::io::Result<()> {
    by.iter().try_for_each(|(aspect, slices)| writeln!(out, "{}", sliced(*aspect, slices)))?;
    if errors {
        report.errors.iter().try_for_each(|errors| print_errors(errors, out))?;
    }
    writeln!(out, "{}", relations(report))?;
    writeln!(out, "{}", levels(report))?;
    let (traps, speakers) = (report.traps, &report.attribution);
    writeln!(
        out,
        "traps: something claimed in {} of {} sentences without a claim",
        traps.with_a_claim, traps.sentences
    )?;
    writeln!(
        out,
        "attribution: {:.3} right; {:.3} of {} stated speakers found",
        speakers.right, speakers.found_of_stated, speakers.stated
    )
}

fn print_errors(errors: &Errors, out: &mut impl Write) -> std::io::Result<()> {
    writeln!(out, "[{}:{}] {}", errors.doc, errors.sent, errors.text)?;
    for missed in &errors.missed {
        let (s, p, o) = &missed.claim;
        let named = if missed.named { "" } else { " (not named)" };
        writeln!(out, "    missed{named}: {s} {p} {o}")?;
    }
    for (s, p, o) in &errors.wrong {
        writeln!(out, "    wrong: {s} {p} {o}")?;
    }
    Ok(())
}

fn relations(report: &Report) -> comfy_table::Table {
    let mut table = table(["relation", "gold", "found", "wrong"]);
    let mut relations: Vec<_> = report.relations.iter().collect();
    relations.sort_by_key(|(_, counts)| std::cmp::Reverse(counts.gold));
    for (relation, counts) in relations {
        table.add_row([
            relation.clone(),
            counts.gold.to_string(),
            counts.found.to_string(),
            counts.wrong.to_string(),
        ]);
    }
    align_right(&mut table, 1..4);
    table
}

fn sliced(aspect: Aspect, slices: &[Slice]) -> comfy_table::Table {
    let mut table =
        table([aspect.name(), "predicted", "P", "95% of P", "named", "R named", "95% of R named"]);
    for slice in slices {
        table.add_row([
            slice.name.clone(),
            slice.predicted.to_string(),
            slice.precision.map_or(String::new(), |share| format!("{share:.3}")),
            bounds(slice.precision_95),
            slice.named.map_or(String::new(), |named| named.to_string()),
            slice.recall_named.map_or(String::new(), |share| format!("{share:.3}")),
            bounds(slice.recall_named_95),
        ]);
    }
    align_right(&mut table, [1, 2, 4, 5]);
    table
}

fn bounds(bounds: Option<[f64; 2]>) -> String {
    bounds.map_or(String::new(), |[low, high]| format!("{low:.3}–{high:.3}"))
}

fn levels(report: &Report) -> comfy_table::Table {
    let mut table = table([
        "level",
        "P",
        "R named",
        "F1 named",
        "R all",
        "F1 all",
        "predicted",
        "gold",
        "95% of P",
        "95% of R named",
    ]);
    let levels = [
        ("claim", &report.claim),
        ("status", &report.status),
        ("state", &report.state),
        ("tie", &report.tie),
    ];
    for (name, figures) in levels {
        table.add_row(row(name, figures));
    }
    align_right(&mut table, 1..8);
    table
}

fn row(name: &str, figures: &Figures) -> Vec<String> {
    let shares =
        [figures.precision, figures.recall_named, figures.f1_named, figures.recall_all, figures.f1_all];
    let intervals = figures.intervals.as_ref();
    let spreads = [intervals.and_then(|i| i.precision_95), intervals.and_then(|i| i.recall_named_95)];
    let spreads = spreads.map(bounds);
    std::iter::once(name.to_owned())
        .chain(shares.map(|share| format!("{share:.3}")))
        .chain([figures.predicted, figures.required].map(|number| number.to_string()))
        .chain(spreads)
        .collect()
}
