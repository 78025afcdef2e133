//! The table of sentences behind ties.

use super::Dialect;
use super::cell::Row;
use crate::model::{Claim, Graph, PartialDate};
use crate::pipeline::publish::network::{Network, Tie};
use crate::pipeline::publish::text::{decimal, name};

/// Each with its name for Neo4j.
pub const COLUMNS: [[&str; 2]; 25] = [
    ["evidence", "id:ID(Evidence)"],
    ["claim", "claim"],
    ["document", "document"],
    ["title", "title"],
    ["publisher", "publisher"],
    ["url", "url"],
    ["published", "published"],
    ["language", "language"],
    ["sentence", "sentence:int"],
    ["text", "text"],
    ["status", "status"],
    ["attributed_to", "attributed_to"],
    ["denied_by", "denied_by:string[]"],
    ["via", "via"],
    ["subject", "subject"],
    ["relation", "relation"],
    ["object", "object"],
    ["mode", "mode"],
    ["when_from", "when_from"],
    ["when_to", "when_to"],
    ["phase", "phase"],
    ["cue", "cue"],
    ["frame", "frame"],
    ["confidence", "confidence:double"],
    ["edited", "edited:boolean"],
];

/// In the order of the ties.
pub fn rows<'a>(network: &'a Network, dialect: Dialect) -> impl Iterator<Item = Row> + 'a {
    let of_tie = move |tie: &'a Tie<'a>| tie.edge.evidence.iter().map(move |&at| (tie, at));
    let pieces = network.ties.iter().flat_map(of_tie);
    pieces.map(move |(tie, at)| row(network.graph, tie, &network.graph.claims[at], dialect))
}

fn row(graph: &Graph, tie: &Tie, claim: &Claim, dialect: Dialect) -> Row {
    let row = source(graph, tie, claim, Row::new(dialect));
    let row = said(claim, deed(graph, claim, standing(graph, claim, row)));
    match dialect {
        Dialect::Neo4j => row.value("Evidence"),
        _ => row,
    }
}

fn source(graph: &Graph, tie: &Tie, claim: &Claim, row: Row) -> Row {
    let document = graph.document(&claim.document);
    row.text(&claim.evidence)
        .text(&tie.edge.claim)
        .text(&claim.document)
        .known(document.and_then(|it| it.title.as_deref()))
        .known(document.and_then(|it| it.publisher.as_deref()))
        .known(document.and_then(|it| it.url.as_deref()))
        .known(claim.published.as_ref().map(PartialDate::as_str))
        .known(claim.language.as_deref())
        .value(claim.sentence)
        .text(&claim.text)
}

/// Who says so, and how; a private person is who stands for them.
fn standing(graph: &Graph, claim: &Claim, row: Row) -> Row {
    let speaker = claim.attributed_to.as_ref().map(|actor| graph.representative(&actor.id));
    row.text(&name(claim.status))
        .known(speaker)
        .list(claim.denied_by.iter().map(|actor| graph.representative(&actor.id)))
        .known(claim.via.as_deref())
}

fn deed(graph: &Graph, claim: &Claim, row: Row) -> Row {
    let when = claim.when.as_ref();
    row.text(graph.representative(&claim.subject.actor.id))
        .text(&claim.relation)
        .text(graph.representative(&claim.object.actor.id))
        .known(claim.mode.as_deref())
        .known(when.and_then(|when| when.from.as_ref()).map(PartialDate::as_str))
        .known(when.and_then(|when| when.to.as_ref()).map(PartialDate::as_str))
        .text(&when.map(|when| name(when.phase)).unwrap_or_default())
}

fn said(claim: &Claim, row: Row) -> Row {
    row.text(&claim.cue.text)
        .text(&claim.frame)
        .value(decimal(claim.confidence))
        .value(!claim.edits.is_empty())
}
