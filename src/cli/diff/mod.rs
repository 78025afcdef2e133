//! `aliansi diff`

mod changes;
mod print;

use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use anyhow::{anyhow, bail};

use self::changes::{Changes, Side};
use super::console::Console;
use super::format::{self, ListFormat};
use super::graph::Lens;
use super::scale::Scale;
use crate::model::{Level, PartialDate, Window};
use crate::pipeline::publish::folder;

/// Compare two graphs, or two spans of time of one: edges gained and lost, ties that flipped or moved
///
/// Edges are plain edges. A tie has flipped where its net was friendly and is hostile, or the other way.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  aliansi diff january february
  aliansi diff --graph graph --before 2024..2024 --after 2025-01..2025-06
  aliansi diff --graph graph --before ..2025-12-31 --after 2026.. --format csv > changes.csv

An edge that is lost is no longer stated by the texts that are compared, which may be because nobody
wrote of it.")]
pub(super) struct Args {
    /// Two graph folders, the earlier one first
    #[arg(value_names = ["EARLIER", "LATER"], num_args = 2, required_unless_present = "graph", conflicts_with = "graph")]
    folders: Vec<PathBuf>,

    /// The graph folder of which two spans of time are compared
    #[arg(long, value_name = "DIR", requires = "before", requires = "after")]
    graph: Option<PathBuf>,

    /// First and last day, month or year of the earlier span; a side may be left open
    #[arg(long, value_name = "DATE..DATE", requires = "graph", value_parser = span)]
    before: Option<Window>,

    /// The same of the later span
    #[arg(long, value_name = "DATE..DATE", requires = "graph", value_parser = span)]
    after: Option<Window>,

    #[command(flatten)]
    lens: Lens,

    #[command(flatten)]
    scale: Scale,

    /// At most so many of each list [default: 15 in a table, else all]
    #[arg(long, value_name = "N")]
    limit: Option<usize>,

    /// How the lists are printed
    #[arg(long, value_enum, default_value_t = ListFormat::Table)]
    format: ListFormat,
}

fn span(text: &str) -> Result<Window, String> {
    let hint = || "write DATE..DATE, such as 2025-01..2025-06, ..2024 or 2025..".to_owned();
    let (from, to) = text.split_once("..").ok_or_else(hint)?;
    let date = |text: &str| match text {
        "" => Ok(None),
        text => text.parse::<PartialDate>().map(Some).map_err(|error| error.to_string()),
    };
    let (from, to) = (date(from)?, date(to)?);
    let bounds =
        from.as_ref().and_then(PartialDate::first_day).zip(to.as_ref().and_then(PartialDate::last_day));
    match bounds {
        Some((first, last)) if last < first => Err(format!("it ends before it begins; {}", hint())),
        _ => Ok(Window { from, to, undated: false }),
    }
}

/// Which graph, what part of it, and how it is called.
struct Source<'a> {
    path: &'a Path,
    window: Window,
    name: String,
}

pub(super) fn run(args: &Args, console: &Console) -> anyhow::Result<()> {
    let [before, after] = sources(args)?;
    if before.path != after.path {
        warn_of_ontologies(before.path, after.path, console)?;
    }
    let changes = Changes::new(side(args, before, console)?, side(args, after, console)?);
    let mut out = BufWriter::new(std::io::stdout().lock());
    match args.format {
        ListFormat::Table => print::tables(&changes, args.limit, &mut out)?,
        ListFormat::Json => format::json(&print::document(&changes, args.limit), &mut out)?,
        ListFormat::Csv => print::csv(&changes, args.limit, &mut out)?,
    }
    Ok(out.flush()?)
}

fn sources(args: &Args) -> anyhow::Result<[Source<'_>; 2]> {
    let whole = |path| {
        let folder: &Path = path;
        Source { path: folder, window: Window::default(), name: folder.display().to_string() }
    };
    if let [before, after] = &args.folders[..] {
        return Ok([whole(before), whole(after)]);
    }
    let part = |path, window: &Window| {
        let window = Window { undated: args.lens.undated(), ..window.clone() };
        Source { path, name: named(&window), window }
    };
    match (&args.graph, &args.before, &args.after) {
        (Some(path), Some(before), Some(after)) => Ok([part(path, before), part(path, after)]),
        _ => bail!("give two graph folders, or --graph DIR --before DATE..DATE --after DATE..DATE"),
    }
}

fn named(window: &Window) -> String {
    let date = |date: &Option<PartialDate>| date.as_ref().map(ToString::to_string).unwrap_or_default();
    format!("{}..{}", date(&window.from), date(&window.to))
}

/// What another ontology reads differently is no change in the world.
fn warn_of_ontologies(before: &Path, after: &Path, console: &Console) -> anyhow::Result<()> {
    if folder::manifest(before)?.ontology != folder::manifest(after)?.ontology {
        console.note(format_args!(
            "{} and {} were built with different ontologies: some changes may be readings and not news",
            before.display(),
            after.display()
        ));
    }
    Ok(())
}

fn side(args: &Args, source: Source, console: &Console) -> anyhow::Result<Side> {
    let level = args.lens.level_or(Level::State);
    let (graph, ontology) = args.lens.load(source.path, level, source.window, console)?;
    if graph.network.edge_count() == 0 {
        return Err(anyhow!(
            "{}: nothing to compare, there is no edge; try another span or --undated",
            source.name
        ));
    }
    let ties = args.scale.ties(&graph, &ontology)?;
    Ok(Side { name: source.name, graph, ties })
}
