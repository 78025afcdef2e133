//! What a report tells, gathered once.

use std::collections::BTreeMap;

use super::pairs::{self, Pair};
use super::{Report, contested, evidence, inline};
use crate::analytics::{SignedNetwork, Tie, Weights, ties};
use crate::model::{Claim, Document, Edge, Graph, Node};

/// What a report tells.
pub struct Facts<'r> {
    pub report: &'r Report<'r>,
    pub graph: &'r Graph,
    /// Friendly and hostile weight of every pair of the graph.
    pub signed: SignedNetwork,
    /// The pairs of the network, the strongest first.
    pub pairs: Vec<Pair<'r>>,
    pub contested: Vec<(&'r Node, &'r Edge, &'r Node)>,
    /// Documents that are cited, by id, with their numbers from 1 in the order of their dates.
    pub cited: BTreeMap<&'r str, usize>,
}

impl<'r> Facts<'r> {
    pub fn of(report: &'r Report<'r>) -> Self {
        let graph = report.network.graph;
        let sums = ties(graph, &Weights::plover(), |_| true);
        let signed = SignedNetwork::of_ties(&sums, 0.0);
        let pairs = pairs::pairs(report.network, sums);
        let contested = contested::edges(report.network);
        let mut facts = Self { report, graph, signed, pairs, contested, cited: BTreeMap::new() };
        facts.cited = facts.citations();
        facts
    }

    /// The pairs that are shown with their sentences.
    pub fn shown(&self) -> &[Pair<'r>] {
        &self.pairs[..self.pairs.len().min(self.report.pairs)]
    }

    /// The document of a claim.
    pub fn document(&self, claim: &Claim) -> Option<&'r Document> {
        self.graph.document(&claim.document)
    }

    /// First and last day of publication.
    pub fn period(&self) -> Option<(&'r str, &'r str)> {
        let dates = || self.graph.documents.iter().filter_map(|it| it.published.as_ref());
        Some((inline::day(dates().min()?.as_str()), inline::day(dates().max()?.as_str())))
    }

    /// `3 documents, 2 of them dated, 2025-01-02 to 2026-02-01`.
    pub fn subject(&self) -> String {
        let all = self.graph.documents.len();
        let dated = self.graph.documents.iter().filter(|it| it.published.is_some()).count();
        let documents = inline::count(all, "document");
        let of_them = if dated < all { format!(", {dated} of them dated") } else { String::new() };
        match self.period() {
            Some((first, last)) if first != last => format!("{documents}{of_them}, {first} to {last}"),
            Some((day, _)) => format!("{documents}{of_them}, {day}"),
            None => format!("{documents} without a date"),
        }
    }

    /// The friendly and hostile sums of the pairs that have any, the strongest pair first.
    pub fn sums(&self) -> impl Iterator<Item = (&Pair<'r>, &Tie)> {
        self.pairs.iter().filter_map(|pair| Some((pair, pair.sums.as_ref()?)))
    }

    fn citations(&self) -> BTreeMap<&'r str, usize> {
        let of_ties = self.shown().iter().flat_map(|pair| &pair.ties).map(|tie| tie.edge);
        let shown = of_ties.flat_map(|edge| evidence::picked(self.graph, edge));
        let disputed = self.contested.iter().flat_map(|(_, edge, _)| contested::picked(self.graph, edge));
        let mut documents: Vec<_> = shown
            .chain(disputed)
            .map(|claim| (claim.published.is_none(), claim.published.as_ref(), claim.document.as_str()))
            .collect();
        documents.sort_unstable();
        documents.dedup();
        documents.into_iter().enumerate().map(|(at, (_, _, id))| (id, at + 1)).collect()
    }
}
