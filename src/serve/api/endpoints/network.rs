//! `GET /api/network`

use serde::Serialize;

use crate::model::Status;
use crate::pipeline::publish::layout::Layout;
use crate::pipeline::publish::network::{Network, Selection, Shown};
use crate::serve::api::params::Params;
use crate::serve::api::problem::Problem;
use crate::serve::api::records::{ActorSummary, Edge, rounded};
use crate::serve::api::sight::Sight;

/// The parameters of its own.
pub(in crate::serve::api) const PARAMS: [&str; 8] =
    ["relation", "status", "min_confidence", "min_origins", "around", "hops", "actors", "ties"];

/// A part of the graph to be drawn.
#[derive(Debug, Serialize)]
pub(in crate::serve::api) struct Drawing<'s> {
    nodes: Vec<Node<'s>>,
    edges: Vec<Edge<'s>>,
    /// How much fits in all.
    of: Extent,
    /// The weaker part was left out.
    cut: bool,
}

#[derive(Debug, Serialize)]
struct Node<'s> {
    #[serde(flatten)]
    actor: ActorSummary<'s>,
    x: f64,
    y: f64,
}

#[derive(Debug, Serialize)]
struct Extent {
    actors: usize,
    edges: usize,
}

/// The strongest part of what fits, with places to draw it at.
pub(in crate::serve::api) fn network<'s>(sight: &'s Sight, params: &Params) -> Result<Drawing<'s>, Problem> {
    let selection = selection(sight, params)?;
    let network = Network::of(sight.graph(), sight.standing(), &selection, &sight.ontology().scoring);
    let places = places(&network);
    let at = |id: &str| sight.graph().position(id).unwrap_or_default();
    let node = |(shown, [x, y]): (&Shown<'s>, [f64; 2])| Node {
        actor: sight.summary(at(&shown.node.actor.id)),
        x,
        y,
    };
    Ok(Drawing {
        nodes: network.actors.iter().zip(places).map(node).collect(),
        edges: network.ties.iter().map(|tie| sight.edge(tie)).collect(),
        of: Extent { actors: network.of.actors, edges: network.of.ties },
        cut: network.is_cut(),
    })
}

fn selection(sight: &Sight, params: &Params) -> Result<Selection, Problem> {
    let hops = params.number("hops", 1..=10, 1)?;
    let around = sight.actor_of(params, "around")?.and(params.text("around"));
    let statuses: Vec<Status> = params.statuses("status")?;
    Ok(Selection {
        statuses,
        relations: sight.relations(params)?,
        around: around.map(|id| (id.to_owned(), hops)),
        confidence: params.share("min_confidence")?,
        origins: params.number("min_origins", 0..=usize::MAX, 0)?,
        actors: params.number("actors", 1..=2000, 200)?,
        ties: params.number("ties", 1..=10_000, 2000)?,
        ..Selection::default()
    })
}

/// Places from −1 to 1.
fn places(network: &Network) -> Vec<[f64; 2]> {
    let places = Layout::of(network).places;
    let farthest = places.iter().flatten().fold(0.0, |most: f64, side| most.max(side.abs()));
    let scale = if farthest > 0.0 { farthest } else { 1.0 };
    places.into_iter().map(|place| place.map(|side| rounded(side / scale))).collect()
}
