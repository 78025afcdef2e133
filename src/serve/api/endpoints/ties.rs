//! `GET /api/ties`

use petgraph::graph::NodeIndex;
use serde::Serialize;

use crate::serve::api::params::Params;
use crate::serve::api::problem::Problem;
use crate::serve::api::records::{Named, TieRecord};
use crate::serve::api::sight::{Asked, Sight};

/// The parameters of its own.
pub(in crate::serve::api) const PARAMS: [&str; 2] = ["actors", "limit"];

/// Actors and the ties among them.
#[derive(Debug, Serialize)]
pub(in crate::serve::api) struct Ties<'s> {
    actors: Vec<Member<'s>>,
    ties: Vec<TieRecord<'s>>,
}

#[derive(Debug, Serialize)]
struct Member<'s> {
    #[serde(flatten)]
    named: Named<'s>,
    bloc: Option<usize>,
}

/// The ties among the actors that are named, else among those with the most weight in their ties.
pub(in crate::serve::api) fn ties<'s>(sight: &'s Sight, params: &Params) -> Result<Ties<'s>, Problem> {
    let pairs = &sight.tables().pairs;
    let limit = params.number("limit", 1..=500, 20)?;
    let named = params.list("actors");
    if named.len() > 500 {
        return Err(Problem::bad_request("`actors` names more than 500", "name fewer"));
    }
    let actors: Vec<NodeIndex> = match named[..] {
        [] => pairs.strongest().iter().copied().take(limit).collect(),
        _ => here(sight, &named)?,
    };
    let member = |&at: &NodeIndex| Member { named: sight.node(at), bloc: sight.standing().bloc(at) };
    Ok(Ties {
        actors: actors.iter().map(member).collect(),
        ties: pairs.among(&actors).into_iter().map(|pair| TieRecord::of(sight, pair.a, pair)).collect(),
    })
}

/// The actors of a list that are in what is looked at, each once.
fn here(sight: &Sight, named: &[&str]) -> Result<Vec<NodeIndex>, Problem> {
    let mut actors = Vec::new();
    for id in named {
        match sight.asked("actors", id)? {
            Asked::Here(at) if !actors.contains(&at) => actors.push(at),
            _ => {}
        }
    }
    Ok(actors)
}
