//! Node-link JSON, as NetworkX and D3 read it; a node and an edge a line, so that versions can be compared.
//!
//! NetworkX from 3.4: `networkx.node_link_graph(json.load(file), edges="edges")` gives a `MultiDiGraph`, keyed by relation. D3:
//! `forceLink(data.edges).id(node => node.id)`.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde::Serialize;

use super::network::{EdgeRecord, Network, Shown, Tie, rank_rounded};
use super::{NOTICE, Options};
use crate::model::Graph;

#[derive(Serialize)]
struct NodeRecord<'g> {
    id: &'g str,
    label: &'g str,
    kind: crate::model::ActorKind,
    sector: Option<&'g str>,
    country: Option<&'g str>,
    acts_for: Option<&'g str>,
    wikidata: Option<&'g str>,
    /// 0 the greatest.
    bloc: Option<usize>,
    rank: f64,
    mentions: &'g BTreeMap<String, usize>,
}

#[derive(Serialize)]
struct LinkRecord<'g> {
    source: &'g str,
    target: &'g str,
    /// Tells parallel edges apart: the relation.
    key: &'g str,
    #[serde(flatten)]
    edge: EdgeRecord<'g>,
    contradicted_by: &'g [String],
    fulfilled_by: &'g [String],
    edited: bool,
    claim: &'g str,
    evidence: Vec<&'g str>,
}

/// Writes a network as node-link JSON.
pub fn write(network: &Network, _options: &Options, out: &mut impl Write) -> io::Result<()> {
    let notice = serde_json::to_string(&BTreeMap::from(NOTICE))?;
    writeln!(
        out,
        r#"{{"directed": true, "multigraph": true, "graph": {{"description": {notice}}}, "nodes": ["#
    )?;
    lines(network.actors.iter().map(node_record), out)?;
    writeln!(out, r#"], "edges": ["#)?;
    lines(network.ties.iter().map(|tie| link_record(network.graph, tie)), out)?;
    writeln!(out, "]}}")
}

fn lines(records: impl Iterator<Item = impl Serialize>, out: &mut impl Write) -> io::Result<()> {
    for (index, record) in records.enumerate() {
        if index > 0 {
            writeln!(out, ",")?;
        }
        serde_json::to_writer(&mut *out, &record)?;
    }
    writeln!(out)
}

fn node_record<'g>(shown: &Shown<'g>) -> NodeRecord<'g> {
    let (node, actor) = (shown.node, &shown.node.actor);
    NodeRecord {
        id: &actor.id,
        label: &actor.label,
        kind: actor.kind,
        sector: actor.sector.as_deref(),
        country: actor.country.as_deref(),
        acts_for: actor.acts_for.as_deref(),
        wikidata: node.wikidata.as_deref(),
        bloc: shown.bloc,
        rank: rank_rounded(shown.rank),
        mentions: &node.mentions,
    }
}

fn link_record<'g>(graph: &'g Graph, tie: &Tie<'g>) -> LinkRecord<'g> {
    let edge = tie.edge;
    LinkRecord {
        source: &tie.source.actor.id,
        target: &tie.target.actor.id,
        key: &edge.relation,
        edge: EdgeRecord::of(graph, tie),
        contradicted_by: &edge.contradicted_by,
        fulfilled_by: &edge.fulfilled_by,
        edited: tie.edited,
        claim: &edge.claim,
        evidence: edge.evidence.iter().map(|&index| graph.claims[index].evidence.as_str()).collect(),
    }
}
