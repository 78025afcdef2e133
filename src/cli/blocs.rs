//! `aliansi blocs`

use std::io::{BufWriter, Write};

use serde_json::json;

use super::console::Console;
use super::format::{self, CAVEAT, ListFormat, rounded, signed};
use super::graph;
use super::scale::{Scale, Ties};
use super::table::{align_right, table};
use crate::analytics::{Bloc, BlocOptions, Blocs, SignedNetwork, blocs_of_parts};

/// Show which states hold together, against whom
///
/// Cuts the network of ties into blocs of high signed modularity: friends inside, foes between. Which way is best is searched,
/// not proved; the same graph, options and seed give the same blocs. Actors that no path of ties joins are in no common bloc.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  aliansi blocs --graph graph
  aliansi blocs --graph graph --resolution 0.5 --min-volume 5
  aliansi blocs --graph graph --all-actors --format json > blocs.json

The figures sum up what texts state, not what is true.")]
pub(super) struct Args {
    #[command(flatten)]
    folder: graph::Folder,

    #[command(flatten)]
    scale: Scale,

    /// Above 1 gives more and smaller blocs, below 1 fewer and greater ones
    #[arg(long, value_name = "NUMBER", default_value_t = 1.0, value_parser = positive)]
    resolution: f64,

    /// How many starts the search has
    #[arg(long, value_name = "N", default_value_t = BlocOptions::default().starts)]
    starts: usize,

    /// Decides in which orders the search goes
    #[arg(long, value_name = "N", default_value_t = 0)]
    seed: u64,

    /// How the list is printed
    #[arg(long, value_enum, default_value_t = ListFormat::Table)]
    format: ListFormat,
}

fn positive(text: &str) -> Result<f64, String> {
    let number = text.parse().ok().filter(|number: &f64| number.is_finite() && *number > 0.0);
    number.ok_or_else(|| "write a number above 0, such as 0.5".to_owned())
}

/// An actor of a bloc and the size of all its ties.
type Member = (String, f64);

pub(super) fn run(args: &Args, console: &Console) -> anyhow::Result<()> {
    let Ties { ties, .. } = args.scale.ties_of(&args.folder, console)?;
    let network = SignedNetwork::of_ties(&ties, 0.0);
    let options = BlocOptions { resolution: args.resolution, starts: args.starts, seed: args.seed };
    let mut found = blocs_of_parts(&network, options);
    for bloc in &mut found.blocs {
        let members = strongest_first(bloc, &network);
        bloc.actors = members.into_iter().map(|(actor, _)| actor).collect();
    }
    let mut out = BufWriter::new(std::io::stdout().lock());
    match args.format {
        ListFormat::Table => print_table(&found, &mut out)?,
        ListFormat::Json => format::json(&document(args, &found, &network), &mut out)?,
        ListFormat::Csv => print_csv(&found, &network, &mut out)?,
    }
    Ok(out.flush()?)
}

fn strongest_first(bloc: &Bloc, network: &SignedNetwork) -> Vec<Member> {
    let strengths = strengths(network);
    let place = |actor: &String| network.actors.binary_search(actor).ok();
    let strength = |actor: &String| place(actor).map_or(0.0, |at| strengths[at]);
    let mut members: Vec<Member> = bloc.actors.iter().map(|actor| (actor.clone(), strength(actor))).collect();
    members.sort_by(|a, b| rounded(b.1).total_cmp(&rounded(a.1)).then_with(|| a.0.cmp(&b.0)));
    members
}

/// By actor, the summed size of its ties.
fn strengths(network: &SignedNetwork) -> Vec<f64> {
    let mut strengths = vec![0.0; network.len()];
    for &(a, b, weight) in &network.edges {
        strengths[a] += weight.abs();
        strengths[b] += weight.abs();
    }
    strengths
}

fn print_table(found: &Blocs, out: &mut impl Write) -> std::io::Result<()> {
    let mut table = table(["bloc", "actors, strongest first", "net inside", "net to others"]);
    let (many, alone): (Vec<_>, Vec<_>) = found.blocs.iter().partition(|bloc| bloc.actors.len() > 1);
    for (number, bloc) in many.iter().enumerate() {
        let nets = [bloc.plus_within - bloc.minus_within, bloc.plus_beyond - bloc.minus_beyond].map(signed);
        let [within, beyond] = nets;
        table.add_row([(number + 1).to_string(), lines(&bloc.actors), within, beyond]);
    }
    align_right(&mut table, [0, 2, 3]);
    writeln!(out, "{table}")?;
    let alone: Vec<_> = alone.into_iter().flat_map(|bloc| bloc.actors.iter().map(String::as_str)).collect();
    if !alone.is_empty() {
        writeln!(out, "in no bloc: {}", alone.join(", "))?;
    }
    let (modularity, unexplained) = (found.modularity, found.frustration);
    writeln!(
        out,
        "signed modularity {modularity:.4}; weight that the blocs do not explain {unexplained:.2}"
    )?;
    writeln!(out, "{CAVEAT}")
}

/// Names in lines of a width that a screen holds.
fn lines(actors: &[String]) -> String {
    let mut text = String::new();
    let mut width = 0;
    for actor in actors {
        if width > 0 {
            text.push(',');
            let fits = width + actor.len() < 60;
            text.push(if fits { ' ' } else { '\n' });
            width = if fits { width } else { 0 };
        }
        text += actor;
        width += actor.len() + 2;
    }
    text
}

fn document(args: &Args, found: &Blocs, network: &SignedNetwork) -> serde_json::Value {
    let bloc = |bloc: &Bloc| {
        let strengths: Vec<f64> =
            strongest_first(bloc, network).into_iter().map(|(_, strength)| strength).collect();
        json!({
            "actors": bloc.actors,
            "strengths": strengths,
            "plus_within": bloc.plus_within,
            "minus_within": bloc.minus_within,
            "plus_beyond": bloc.plus_beyond,
            "minus_beyond": bloc.minus_beyond,
        })
    };
    json!({
        "blocs": found.blocs.iter().map(bloc).collect::<Vec<_>>(),
        "modularity": found.modularity,
        "frustration": found.frustration,
        "resolution": args.resolution,
        "weights": args.scale.weights,
        "min_volume": args.scale.min_volume,
        "seed": args.seed,
    })
}

fn print_csv(found: &Blocs, network: &SignedNetwork, out: &mut impl Write) -> anyhow::Result<()> {
    let mut rows = csv::Writer::from_writer(out);
    rows.write_record(["bloc", "actor", "strength"])?;
    for (number, bloc) in found.blocs.iter().enumerate() {
        for (actor, strength) in strongest_first(bloc, network) {
            rows.write_record([(number + 1).to_string(), actor, rounded(strength).to_string()])?;
        }
    }
    Ok(rows.flush()?)
}
