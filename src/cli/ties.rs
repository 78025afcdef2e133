//! `aliansi ties`

use std::io::{BufWriter, Write};

use serde_json::json;

use super::console::Console;
use super::format::{self, CAVEAT, ListFormat, rounded, signed};
use super::graph;
use super::names;
use super::scale::{Scale, Ties};
use super::table::{align_right, table};
use crate::analytics::Tie;

/// So many rows stand in a table unless the user says otherwise.
const ROWS: usize = 30;

/// List how states stand to each other: friendly and hostile weight, net, volume, trend
///
/// A tie sums the plain edges between two actors, each by the weight of its relation and how surely it is stated. Officials,
/// organs and armies count as their state. The trend is what the later half of the reported time brings less what the
/// earlier brought.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  aliansi ties --graph graph
  aliansi ties --graph graph --actor iran --sort volume
  aliansi ties --graph graph --from 2025 --weights goldstein --format csv > ties.csv

The figures sum up what texts state, not what is true.")]
pub(super) struct Args {
    #[command(flatten)]
    folder: graph::Folder,

    #[command(flatten)]
    scale: Scale,

    /// Only ties of this actor
    #[arg(long, value_name = "ACTOR")]
    actor: Option<String>,

    /// What comes first
    #[arg(long, value_enum, default_value_t = Sort::Net)]
    sort: Sort,

    /// At most so many [default: 30 in a table, else all]
    #[arg(long, value_name = "N")]
    limit: Option<usize>,

    /// How the list is printed
    #[arg(long, value_enum, default_value_t = ListFormat::Table)]
    format: ListFormat,
}

#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum Sort {
    /// The clearest friends and foes: by the size of net
    Net,
    /// The busiest: by friendly and hostile weight together
    Volume,
}

pub(super) fn run(args: &Args, console: &Console) -> anyhow::Result<()> {
    let Ties { graph, ontology, mut ties } = args.scale.ties_of(&args.folder, console)?;
    if let Some(name) = &args.actor {
        let actor = &names::actor(&graph, &ontology, &args.folder.path, name)?.actor.id;
        ties.retain(|tie| tie.a == *actor || tie.b == *actor);
    }
    sort(&mut ties, args.sort);
    let all = ties.len();
    let usual = if args.format == ListFormat::Table { ROWS } else { all };
    ties.truncate(args.limit.unwrap_or(usual));
    let mut out = BufWriter::new(std::io::stdout().lock());
    match args.format {
        ListFormat::Table => print_table(&ties, &mut out)?,
        ListFormat::Json => format::json(&json!({"weights": args.scale.weights, "ties": ties}), &mut out)?,
        ListFormat::Csv => print_csv(&ties, &mut out)?,
    }
    out.flush()?;
    if ties.len() < all {
        console.note(format_args!("{} of {all} ties; --limit N shows more", ties.len()));
    }
    Ok(())
}

/// Equals stay in the order of their actors.
fn sort(ties: &mut [Tie], by: Sort) {
    let key = |tie: &Tie| match by {
        Sort::Net => tie.net.abs(),
        Sort::Volume => tie.volume,
    };
    ties.sort_by(|a, b| rounded(key(b)).total_cmp(&rounded(key(a))));
}

fn print_table(ties: &[Tie], out: &mut impl Write) -> std::io::Result<()> {
    let mut table = table(["actor", "actor", "plus", "minus", "net", "volume", "trend", "claims"]);
    for tie in ties {
        let trend = tie.trend.map_or(String::new(), signed);
        let sums =
            [signed(tie.plus), signed(-tie.minus), signed(tie.net), format!("{:.2}", tie.volume), trend];
        let names = [tie.a.clone(), tie.b.clone()];
        table.add_row(names.into_iter().chain(sums).chain([tie.claims.to_string()]));
    }
    align_right(&mut table, 2..8);
    writeln!(out, "{table}\n{CAVEAT}")
}

fn print_csv(ties: &[Tie], out: &mut impl Write) -> anyhow::Result<()> {
    let mut rows = csv::Writer::from_writer(out);
    rows.write_record([
        "a",
        "b",
        "plus",
        "minus",
        "plus_ab",
        "plus_ba",
        "minus_ab",
        "minus_ba",
        "net",
        "volume",
        "reciprocity",
        "trend",
        "claims",
    ])?;
    for tie in ties {
        let sums = [tie.plus, tie.minus, tie.plus_ab, tie.plus_ba, tie.minus_ab, tie.minus_ba];
        let sums = sums.into_iter().chain([tie.net, tie.volume, tie.reciprocity]);
        let sums = sums.map(|sum| rounded(sum).to_string());
        let trend = tie.trend.map_or(String::new(), |trend| rounded(trend).to_string());
        let names = [tie.a.clone(), tie.b.clone()];
        rows.write_record(names.into_iter().chain(sums).chain([trend, tie.claims.to_string()]))?;
    }
    Ok(rows.flush()?)
}
