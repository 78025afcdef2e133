//! The table of actors.

use super::cell::Row;
use super::{Dialect, neo4j};
use crate::pipeline::publish::network::Shown;
use crate::pipeline::publish::text::name;

/// Each with its name for Neo4j.
pub const COLUMNS: [[&str; 2]; 10] = [
    ["id", "id:ID(Actor)"],
    ["label", "label"],
    ["kind", "kind"],
    ["sector", "sector"],
    ["country", "country"],
    ["acts_for", "acts_for"],
    ["wikidata", "wikidata"],
    ["bloc", "bloc:int"],
    ["rank", "rank:double"],
    ["mentions", "mentions:int"],
];

pub fn row(shown: &Shown, dialect: Dialect) -> Row {
    let (node, actor) = (shown.node, &shown.node.actor);
    let kind = name(actor.kind);
    let row = Row::new(dialect)
        .text(&actor.id)
        .text(&actor.label)
        .text(&kind)
        .known(actor.sector.as_deref())
        .known(actor.country.as_deref())
        .known(actor.acts_for.as_deref())
        .known(node.wikidata.as_deref())
        .value(shown.bloc.map(|bloc| bloc.to_string()).unwrap_or_default())
        .value(format!("{:.6}", shown.rank))
        .value(node.mentions.values().sum::<usize>());
    match dialect {
        Dialect::Neo4j => row.value(format!("Actor;{}", neo4j::label(&kind))),
        _ => row,
    }
}
