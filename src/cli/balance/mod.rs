//! `aliansi balance`

mod print;

use std::io::{BufWriter, Write};

use super::console::Console;
use super::format::{self, ListFormat};
use super::graph;
use super::scale::{Scale, Ties};
use crate::analytics::{
    Census, Comparison, Frustration, FrustrationOptions, Inference, PredictOptions, SignedNetwork, Triad,
    against_shuffled, census, frustration, inferences, triads,
};

/// Tell how balanced the ties are: are friends' friends friends, and foes' foes
///
/// Counts the triads of states, compares them with the same network with its signs dealt out anew, and gives the
/// frustration index: the least weight of ties that keeps the states from falling into two camps.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  aliansi balance --graph graph
  aliansi balance --graph graph --triads --limit 10
  aliansi balance --graph graph --predict --format csv > expected.csv

Balanced after Cartwright and Harary (1956): +++ and +--; after Davis (1967) --- too.
The figures sum up what texts state, not what is true.")]
pub(super) struct Args {
    #[command(flatten)]
    folder: graph::Folder,

    #[command(flatten)]
    scale: Scale,

    /// Leave out ties whose net is smaller
    #[arg(long, value_name = "NUMBER", default_value_t = 0.0)]
    min_net: f64,

    /// List the triads, the strongest first
    #[arg(long)]
    triads: bool,

    /// List what balance would expect between those who have no tie: nobody states it, and it is no claim
    #[arg(long)]
    predict: bool,

    /// List at most so many
    #[arg(long, value_name = "N", default_value_t = 20)]
    limit: usize,

    /// How many times the signs are dealt out anew
    #[arg(long, value_name = "N", default_value_t = 1000)]
    samples: usize,

    /// Decides how they are dealt out
    #[arg(long, value_name = "N", default_value_t = 0)]
    seed: u64,

    /// How many steps the search for the frustration index may make before it gives bounds
    #[arg(long, value_name = "N", default_value_t = FrustrationOptions::default().budget)]
    budget: u64,

    /// How figures are printed
    #[arg(long, value_enum, default_value_t = ListFormat::Table)]
    format: ListFormat,
}

/// All that is told of a network.
struct Report {
    network: SignedNetwork,
    census: Census,
    /// After Cartwright and Harary, and after Davis; none without triads.
    comparisons: [Option<Comparison>; 2],
    frustration: Frustration,
    triads: Vec<Triad>,
    expected: Vec<Inference>,
}

pub(super) fn run(args: &Args, console: &Console) -> anyhow::Result<()> {
    let Ties { ties, .. } = args.scale.ties_of(&args.folder, console)?;
    let network = SignedNetwork::of_ties(&ties, args.min_net);
    let report = report(args, network, console);
    let mut out = BufWriter::new(std::io::stdout().lock());
    match args.format {
        ListFormat::Table => print::tables(args, &report, &mut out)?,
        ListFormat::Json => format::json(&print::document(args, &report), &mut out)?,
        ListFormat::Csv => print::csv(args, &report, &mut out)?,
    }
    Ok(out.flush()?)
}

fn report(args: &Args, network: SignedNetwork, console: &Console) -> Report {
    let bar = console.progress("balance", Some(4));
    let census = census(&network);
    bar.inc(1);
    let compared = |share| {
        let comparison = against_shuffled(&network, share, args.samples, args.seed);
        bar.inc(1);
        comparison
    };
    let comparisons = [compared(Census::balanced), compared(Census::weakly_balanced)];
    let options =
        FrustrationOptions { budget: args.budget, seed: args.seed, ..FrustrationOptions::default() };
    let frustration = frustration(&network, options);
    bar.inc(1);
    let triads = if args.triads { triads(&network, |_| true, args.limit) } else { Vec::new() };
    let options = PredictOptions { limit: args.limit, ..PredictOptions::default() };
    let expected = if args.predict { inferences(&network, options) } else { Vec::new() };
    console.progress_done();
    Report { network, census, comparisons, frustration, triads, expected }
}
