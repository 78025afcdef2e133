//! `GET /api`

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::model::{Graph, Level, Polarity, Status};
use crate::pipeline::publish::NOTICE;
use crate::serve::api::sight::Sight;

/// What is served.
#[derive(Debug, Serialize)]
pub(in crate::serve::api) struct About<'s> {
    version: &'static str,
    /// What the figures mean.
    notice: &'static str,
    graph: &'s str,
    ontology: &'s str,
    edit: bool,
    documents: usize,
    claims: usize,
    levels: Levels,
    from: Option<&'s str>,
    to: Option<&'s str>,
    statuses: &'s BTreeSet<Status>,
    relations: Vec<Relation<'s>>,
    base: &'s str,
    prefixes: BTreeMap<&'s str, &'s str>,
}

#[derive(Debug, Serialize)]
struct Levels {
    actor: Extent,
    state: Extent,
}

#[derive(Debug, Serialize)]
struct Extent {
    actors: usize,
    /// Plain ones.
    edges: usize,
}

#[derive(Debug, Serialize)]
struct Relation<'s> {
    id: &'s str,
    polarity: Polarity,
    symmetric: bool,
    plover: Option<&'s str>,
    /// Plain ones, at the level that is looked at.
    edges: usize,
}

/// What is served, and what of it is looked at.
pub(in crate::serve::api) fn about(sight: &Sight, edit: bool) -> About<'_> {
    let (graph, pieces) = (sight.graph(), sight.graphs.pieces());
    let (from, to) = pieces.span();
    let extent = |level| extent(sight, level);
    About {
        version: env!("CARGO_PKG_VERSION"),
        notice: NOTICE[0].1,
        graph: &sight.snapshot.hash,
        ontology: &sight.snapshot.manifest.ontology,
        edit,
        documents: graph.documents.len(),
        claims: graph.claims.len(),
        levels: Levels { actor: extent(Level::Actor), state: extent(Level::State) },
        from,
        to,
        statuses: &pieces.statuses,
        relations: relations(sight),
        base: &sight.snapshot.manifest.options.base,
        prefixes: sight.snapshot.store.prefixes().iter().collect(),
    }
}

fn extent(sight: &Sight, level: Level) -> Extent {
    let graph: &Graph = sight.graphs.at(level).0;
    Extent { actors: graph.network.node_count(), edges: sight.graphs.tables(level).relations.values().sum() }
}

fn relations(sight: &Sight) -> Vec<Relation<'_>> {
    sight.tables().relations.iter().map(|(id, &edges)| described(sight, id, edges)).collect()
}

fn described<'s>(sight: &'s Sight, id: &'s str, edges: usize) -> Relation<'s> {
    let known = sight.ontology().relation(id);
    let polarity = match known.map_or(0, |known| known.sign) {
        1.. => Polarity::Positive,
        0 => Polarity::Neutral,
        _ => Polarity::Negative,
    };
    Relation {
        id,
        polarity,
        symmetric: known.is_some_and(|known| known.symmetric),
        plover: known.and_then(|known| known.plover.as_deref()),
        edges,
    }
}
