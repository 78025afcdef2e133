//! Node-link JSON, as NetworkX and D3 read it; a node and an edge a line, so that versions can be compared.
//!
//! NetworkX from 3.4: `networkx.node_link_graph(json.load(file), edges="edges")` gives a `MultiDiGraph`, keyed by relation. D3:
//! `forceLink(data.edges).id(node => node.id)`.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde::Serialize;

use super::network::{Network, Shown, Tie};
use super::{NOTICE, Options};
use crate::model::{Graph, Status};

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
struct EdgeRecord<'g> {
    source: &'g str,
    target: &'g str,
    /// Tells parallel edges apart: the relation.
    key: &'g str,
    relation: &'g str,
    sign: i8,
    symmetric: bool,
    status: Status,
    plain: bool,
    contested: bool,
    confidence: f64,
    origins: usize,
    weight: f64,
    first_reported: Option<&'g str>,
    last_reported: Option<&'g str>,
    since: Option<&'g str>,
    until: Option<&'g str>,
    months: BTreeMap<String, usize>,
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
    lines(network.ties.iter().map(|tie| edge_record(network.graph, tie)), out)?;
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
        rank: rounded(shown.rank),
        mentions: &node.mentions,
    }
}

/// To six decimals, which tell the ranks of 100,000 actors apart.
fn rounded(rank: f64) -> f64 {
    (rank * 1e6).round() / 1e6
}

fn edge_record<'g>(graph: &'g Graph, tie: &Tie<'g>) -> EdgeRecord<'g> {
    let edge = tie.edge;
    EdgeRecord {
        source: &tie.source.actor.id,
        target: &tie.target.actor.id,
        key: &edge.relation,
        relation: &edge.relation,
        sign: tie.sign(),
        symmetric: edge.symmetric,
        status: tie.status,
        plain: edge.plain,
        contested: edge.contested,
        confidence: tie.confidence(),
        origins: tie.origins(),
        weight: edge.weight,
        first_reported: edge.first_reported.as_deref(),
        last_reported: edge.last_reported.as_deref(),
        since: edge.since.as_deref(),
        until: edge.until.as_deref(),
        months: graph.months(edge),
        contradicted_by: &edge.contradicted_by,
        fulfilled_by: &edge.fulfilled_by,
        edited: tie.edited,
        claim: &edge.claim,
        evidence: edge.evidence.iter().map(|&index| graph.claims[index].evidence.as_str()).collect(),
    }
}
