//! What is looked up of evidence.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Claim, Edge, PartialDate, Polarity, Status};

/// What is looked up of evidence, which is the same at every level.
pub(in crate::serve) struct Pieces {
    /// Indices of claims in the order of their evidence ids.
    by_id: Vec<u32>,
    /// Months of report, or years where no month is known, sorted.
    months: Vec<String>,
    /// By claim, an index into `months`; one beyond them without a date.
    month_of: Vec<u32>,
    /// Statuses that evidence has.
    pub statuses: BTreeSet<Status>,
}

/// Pieces of evidence by the sign of what they state.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in crate::serve) struct Signs {
    pub positive: usize,
    pub neutral: usize,
    pub negative: usize,
}

impl Pieces {
    /// The tables of claims, of which there are fewer than 2³².
    pub fn of(claims: &[Claim]) -> Self {
        let mut by_id: Vec<u32> = (0..claims.len() as u32).collect();
        by_id.sort_by(|a, b| claims[*a as usize].evidence.cmp(&claims[*b as usize].evidence));
        let named: BTreeSet<&str> = claims.iter().filter_map(month).collect();
        let months: Vec<&str> = named.into_iter().collect();
        let place = |month: &str| months.partition_point(|known| *known < month);
        let month_of = claims.iter().map(|claim| month(claim).map_or(months.len(), place) as u32).collect();
        Self {
            by_id,
            month_of,
            statuses: claims.iter().map(|claim| claim.status).collect(),
            months: months.into_iter().map(str::to_owned).collect(),
        }
    }

    /// The index of the claim with an evidence id. Binary search.
    pub fn claim(&self, claims: &[Claim], evidence: &str) -> Option<usize> {
        let id = |at: &u32| claims[*at as usize].evidence.as_str();
        self.by_id.binary_search_by(|at| id(at).cmp(evidence)).ok().map(|at| self.by_id[at] as usize)
    }

    /// The first and the last month of report, years where no month is known.
    pub fn span(&self) -> (Option<&str>, Option<&str>) {
        (self.months.first().map(String::as_str), self.months.last().map(String::as_str))
    }

    /// How much evidence of edges was reported in each month, by their signs. Linear in the evidence.
    pub fn timeline<'e>(&self, edges: impl Iterator<Item = &'e Edge>) -> BTreeMap<&str, Signs> {
        let mut counts = vec![Signs::default(); self.months.len()];
        for edge in edges {
            for &claim in &edge.evidence {
                if let Some(count) = counts.get_mut(self.month_of[claim] as usize) {
                    *count.of(edge.polarity) += 1;
                }
            }
        }
        let months = self.months.iter().map(String::as_str).zip(counts);
        months.filter(|(_, count)| *count != Signs::default()).collect()
    }
}

impl Signs {
    fn of(&mut self, polarity: Polarity) -> &mut usize {
        match polarity {
            Polarity::Positive => &mut self.positive,
            Polarity::Neutral => &mut self.neutral,
            Polarity::Negative => &mut self.negative,
        }
    }

    /// Of every sign.
    pub fn total(self) -> usize {
        self.positive + self.neutral + self.negative
    }
}

fn month(claim: &Claim) -> Option<&str> {
    let known = |date: &'_ PartialDate| date.month().map_or(date.as_str().len(), str::len);
    claim.published.as_ref().map(|date| &date.as_str()[..known(date)])
}
