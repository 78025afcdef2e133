//! `aliansi show`

mod print;
mod profile;
mod standing;
mod timeline;

use std::io::{BufWriter, Write};

use serde::Serialize;

use self::profile::Profile;
use self::standing::{Standings, Strong};
use self::timeline::Timeline;
use super::console::Console;
use super::format::{self, Format};
use super::graph;
use super::names;
use crate::analytics::is_state;
use crate::model::{Graph, Level, Levels, Node};
use crate::ontology::Ontology;

/// Show what a graph knows of an actor: names, offices, friends and foes, timeline, strongest edges
///
/// What officials, organs and armies do counts for their state; any other actor is shown by itself, unless --level says
/// otherwise.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  aliansi show --graph graph iran
  aliansi show --graph graph 'Uni Eropa' --from 2025 --limit 10
  aliansi show --graph graph nato --format json

The figures sum up what texts state, not what is true.")]
pub(super) struct Args {
    #[command(flatten)]
    folder: graph::Folder,

    /// The actor, by id, label or any name that the ontology or the texts have for it
    #[arg(value_name = "ACTOR")]
    actor: String,

    /// So many friends, foes and edges
    #[arg(long, value_name = "N", default_value_t = 5)]
    limit: usize,

    /// How it is printed
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
}

/// All that is shown.
#[derive(Debug, Serialize)]
struct Card {
    #[serde(flatten)]
    profile: Profile,
    /// `state` if officials, organs and armies count for their state.
    level: Level,
    ties: Standings,
    timeline: Timeline,
    edges: Vec<Strong>,
}

pub(super) fn run(args: &Args, console: &Console) -> anyhow::Result<()> {
    let (Levels { actors, states }, ontology) = args.folder.load_both(console)?;
    let find = |graph| names::actor(graph, &ontology, &args.folder.path, &args.actor);
    // A state may act through others alone; an error names near misses among all actors.
    let named = find(&actors).or_else(|error| find(&states).map_err(|_| error))?;
    let usual = if is_state(named) { Level::State } else { Level::Actor };
    let level = args.folder.level_or(usual);
    let graph = if level == Level::State { &states } else { &actors };
    let shown = graph.node(&named.actor.id).unwrap_or(named);
    let card = card(args.limit, shown, named, graph, level, &ontology);
    let mut out = BufWriter::new(std::io::stdout().lock());
    match args.format {
        Format::Table => print::card(&card, &mut out)?,
        Format::Json => format::json(&card, &mut out)?,
    }
    Ok(out.flush()?)
}

fn card(limit: usize, node: &Node, named: &Node, graph: &Graph, level: Level, ontology: &Ontology) -> Card {
    let mentions = if node.actor.id == named.actor.id { &named.mentions } else { &node.mentions };
    Card {
        profile: Profile::new(node, mentions, ontology),
        level,
        ties: Standings::new(node, graph, limit),
        timeline: Timeline::new(node, graph),
        edges: standing::strongest(node, graph, ontology, limit),
    }
}
