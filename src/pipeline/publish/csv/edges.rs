//! The table of ties.

use super::cell::Row;
use super::{Dialect, neo4j};
use crate::pipeline::publish::network::{Network, Tie};
use crate::pipeline::publish::text::{decimal, name};

/// Each with its name for Neo4j.
pub const COLUMNS: [[&str; 2]; 18] = [
    ["claim", "claim"],
    ["source", ":START_ID(Actor)"],
    ["target", ":END_ID(Actor)"],
    ["relation", ":TYPE"],
    ["sign", "sign:int"],
    ["symmetric", "symmetric:boolean"],
    ["status", "status"],
    ["plain", "plain:boolean"],
    ["contested", "contested:boolean"],
    ["confidence", "confidence:double"],
    ["origins", "origins:int"],
    ["weight", "weight:double"],
    ["first_reported", "first_reported"],
    ["last_reported", "last_reported"],
    ["since", "since"],
    ["until", "until"],
    ["edited", "edited:boolean"],
    ["evidence", "evidence:string[]"],
];

pub fn row(network: &Network, tie: &Tie, dialect: Dialect) -> Row {
    let edge = tie.edge;
    let relation = match dialect {
        Dialect::Neo4j => neo4j::relationship(&edge.relation),
        _ => edge.relation.clone(),
    };
    Row::new(dialect)
        .text(&edge.claim)
        .text(&tie.source.actor.id)
        .text(&tie.target.actor.id)
        .text(&relation)
        .value(tie.sign())
        .value(edge.symmetric)
        .text(&name(tie.status))
        .value(edge.plain)
        .value(edge.contested)
        .value(decimal(tie.confidence()))
        .value(tie.origins())
        .value(decimal(edge.weight))
        .known(edge.first_reported.as_deref())
        .known(edge.last_reported.as_deref())
        .known(edge.since.as_deref())
        .known(edge.until.as_deref())
        .value(tie.edited)
        .list(edge.evidence.iter().map(|&at| network.graph.claims[at].evidence.as_str()))
}
