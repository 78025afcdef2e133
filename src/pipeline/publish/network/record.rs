//! A tie as JSON tells it.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Tie;
use crate::model::{Graph, Status};

/// What JSON says of a tie, wherever it does: in `graph.json` and over HTTP.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct EdgeRecord<'g> {
    /// Relation id.
    pub relation: &'g str,
    /// −1, 0 or 1.
    pub sign: i8,
    /// The relation reads the same both ways.
    pub symmetric: bool,
    /// As what it is shown.
    pub status: Status,
    /// It has earned a plain edge.
    pub plain: bool,
    /// Some evidence affirms and some denies or negates it.
    pub contested: bool,
    /// Of the status, 0 to 1.
    pub confidence: f64,
    /// Of the status.
    pub origins: usize,
    /// Size of the relation's weight times the confidence.
    pub weight: f64,
    /// Earliest report.
    pub first_reported: Option<&'g str>,
    /// Latest report.
    pub last_reported: Option<&'g str>,
    /// First date of the deed.
    pub since: Option<&'g str>,
    /// Last date of the deed.
    pub until: Option<&'g str>,
    /// Pieces of evidence by month of report, or by year where no month is known.
    pub months: BTreeMap<String, usize>,
}

impl<'g> EdgeRecord<'g> {
    /// The record of a tie of a graph.
    pub fn of(graph: &Graph, tie: &Tie<'g>) -> Self {
        let edge = tie.edge;
        Self {
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
        }
    }
}

/// A PageRank to six decimals, which tell the ranks of 100,000 actors apart.
pub(crate) fn rank_rounded(rank: f64) -> f64 {
    (rank * 1e6).round() / 1e6
}
