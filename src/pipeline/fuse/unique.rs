//! Sorts documents and claims, and drops what is there twice.

use std::cmp::Ordering;

use rayon::prelude::*;
use rustc_hash::FxHashMap;
use serde::Serialize;

use crate::model::{Claim, Document};

/// Documents sorted by id, one for each id.
pub fn documents(mut documents: Vec<Document>) -> Vec<Document> {
    documents.sort_by(|a, b| a.id.cmp(&b.id).then_with(|| record(a).cmp(&record(b))));
    documents.dedup_by(|next, kept| next.id == kept.id);
    documents
}

/// Claims sorted by document, sentence, subject, relation and object, one for each evidence id.
pub fn claims(mut claims: Vec<Claim>) -> Vec<Claim> {
    let kept = kept(&claims);
    let mut index = 0..;
    claims.retain(|_| index.next().is_some_and(|at| kept[at]));
    sort(&mut claims);
    claims
}

/// Which claims are the best records of their evidence.
fn kept(claims: &[Claim]) -> Vec<bool> {
    let mut kept = vec![true; claims.len()];
    let mut best: FxHashMap<&str, usize> = FxHashMap::default();
    for (at, claim) in claims.iter().enumerate() {
        let known = best.entry(&claim.evidence).or_insert(at);
        if *known != at {
            let worse =
                if precedence(claim, &claims[*known]).is_lt() { std::mem::replace(known, at) } else { at };
            kept[worse] = false;
        }
    }
    kept
}

/// Puts claims in the order of document, sentence, subject, relation and object.
///
/// Claims are large, so their indices are sorted, and each claim moves once.
pub fn sort(claims: &mut [Claim]) {
    let mut order: Vec<usize> = (0..claims.len()).collect();
    order.par_sort_unstable_by(|&a, &b| claims[a].place().cmp(&claims[b].place()).then(a.cmp(&b)));
    permute(claims, order);
}

/// Puts at each place the item whose index stands there in `order`.
fn permute<T>(items: &mut [T], mut order: Vec<usize>) {
    for start in 0..items.len() {
        let mut at = start;
        while order[at] != start {
            let from = std::mem::replace(&mut order[at], at);
            items.swap(at, from);
            at = from;
        }
        order[at] = at;
    }
}

/// Which of two records of the same evidence is kept: the greater status, as the annotation guidelines have
/// it, then the surer one; the record itself settles what is left, so that the input's order never does.
fn precedence(a: &Claim, b: &Claim) -> Ordering {
    b.status
        .cmp(&a.status)
        .then_with(|| b.confidence.total_cmp(&a.confidence))
        .then_with(|| record(a).cmp(&record(b)))
}

/// The record as it is written; only compared where everything else is equal.
fn record(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::permute;

    #[test]
    fn items_go_where_the_order_has_them() {
        for order in [vec![], vec![0], vec![2, 0, 1, 3], vec![1, 0, 3, 2], vec![3, 2, 1, 0]] {
            let mut items: Vec<usize> = (0..order.len()).collect();
            permute(&mut items, order.clone());
            assert_eq!(items, order);
        }
    }
}
