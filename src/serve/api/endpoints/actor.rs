//! `GET /api/actors/{id}`

use std::collections::BTreeMap;

use petgraph::graph::NodeIndex;
use serde::Serialize;

use crate::model::{Edge, Level};
use crate::serve::api::params::Params;
use crate::serve::api::problem::Problem;
use crate::serve::api::records::{ActorSummary, Named, TieRecord, rounded};
use crate::serve::api::sight::Sight;
use crate::serve::api::tables::{Pair, edges_at};

/// So many friends and so many foes are named.
const MOST: usize = 20;

/// All that is shown of one actor.
#[derive(Debug, Serialize)]
pub(in crate::serve::api) struct Actor<'s> {
    #[serde(flatten)]
    summary: ActorSummary<'s>,
    sector: Option<&'s str>,
    acts_for: Option<&'s str>,
    wikidata: Option<&'s str>,
    /// The words by which the texts call it, with how often.
    mentions: &'s BTreeMap<String, usize>,
    /// Who counts as it.
    members: Vec<Named<'s>>,
    standing: Sums,
    /// The strongest first, it being `a`.
    friends: Vec<TieRecord<'s>>,
    foes: Vec<TieRecord<'s>>,
    relations: Vec<Deeds<'s>>,
    /// Pieces of evidence by month of report.
    months: BTreeMap<&'s str, usize>,
}

/// The sums of all ties.
#[derive(Debug, Serialize)]
struct Sums {
    friendly: f64,
    hostile: f64,
}

/// How many plain edges of a relation lead from an actor and to it; a symmetric one counts as both.
#[derive(Debug, Serialize)]
struct Deeds<'s> {
    relation: &'s str,
    out: usize,
    #[serde(rename = "in")]
    into: usize,
}

/// The actor with the id of the path, or who stands for it.
pub(in crate::serve::api) fn actor<'s>(sight: &'s Sight, params: &Params) -> Result<Actor<'s>, Problem> {
    let at = sight.graph().position(&params.id).ok_or_else(|| absent(sight, &params.id))?;
    let node = &sight.graph().network[at];
    let pairs: Vec<&Pair> = sight.tables().pairs.at(at).collect();
    let sum = |of: fn(&Pair) -> f64| rounded(pairs.iter().map(|pair| of(pair)).sum());
    let tie = |pair: &&Pair| TieRecord::of(sight, at, pair);
    let friends = pairs.iter().filter(|pair| pair.net() > 0.0).take(MOST);
    let foes = pairs.iter().filter(|pair| pair.net() < 0.0).take(MOST);
    Ok(Actor {
        summary: sight.summary(at),
        sector: node.actor.sector.as_deref(),
        acts_for: node.actor.acts_for.as_deref(),
        wikidata: node.wikidata.as_deref(),
        mentions: &node.mentions,
        members: node.members.iter().map(|id| member(sight, id)).collect(),
        standing: Sums { friendly: sum(|pair| pair.friendly), hostile: sum(|pair| pair.hostile) },
        friends: friends.map(tie).collect(),
        foes: foes.map(tie).collect(),
        relations: deeds(sight, at),
        months: months(sight, at),
    })
}

fn absent(sight: &Sight, id: &str) -> Problem {
    if sight.knows(id) {
        let detail = format!("no evidence within the window names the actor `{id}`");
        return Problem::not_found(detail, "leave out `from` and `to`, or give a longer span");
    }
    Problem::not_found(format!("there is no actor `{id}`"), sight.near(id))
}

/// Members are named as the graph of actors names them.
fn member<'s>(sight: &'s Sight, id: &'s str) -> Named<'s> {
    let node = sight.graphs.at(Level::Actor).0.node(id);
    node.map_or(Named { id, label: id }, |node| Named { id: &node.actor.id, label: &node.actor.label })
}

fn deeds(sight: &Sight, at: NodeIndex) -> Vec<Deeds<'_>> {
    let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for (_, edge, is_subject) in edges_at(sight.graph(), at).filter(|(_, edge, _)| edge.plain) {
        let count = counts.entry(&edge.relation).or_default();
        count.0 += usize::from(is_subject || edge.symmetric);
        count.1 += usize::from(!is_subject || edge.symmetric);
    }
    counts.into_iter().map(|(relation, (out, into))| Deeds { relation, out, into }).collect()
}

fn months(sight: &Sight, at: NodeIndex) -> BTreeMap<&str, usize> {
    let edges = edges_at(sight.graph(), at).map(|(_, edge, _): (_, &Edge, _)| edge);
    let timeline = sight.graphs.pieces().timeline(edges);
    timeline.into_iter().map(|(month, signs)| (month, signs.total())).collect()
}
