//! Which ties share a line.

use std::collections::{BTreeMap, BTreeSet};

use super::Look;
use crate::pipeline::publish::network::Tie;

/// Ties by the look of their line. What each of two actors does to the other is on one line with two heads, where that takes
/// no more lines than one for each direction.
pub fn bundles<'t, 'g>(ties: &'t [Tie<'g>]) -> BTreeMap<Look, Vec<&'t Tie<'g>>> {
    let mut pairs: BTreeMap<Look, Vec<&Tie>> = BTreeMap::new();
    for tie in ties {
        pairs.entry(Look::of(tie, true)).or_default().push(tie);
    }
    let mut bundles: BTreeMap<Look, Vec<&Tie>> = BTreeMap::new();
    for ties in pairs.into_values() {
        let mutual = mutual(&ties);
        for tie in ties {
            let both_ways = tie.edge.symmetric || mutual.contains(tie.edge.relation.as_str());
            bundles.entry(Look::of(tie, both_ways)).or_default().push(tie);
        }
    }
    bundles
}

/// Relations in which each of two actors stands to the other, of ties that look the same but for their direction; none if a
/// line for them would be one more.
fn mutual<'g>(ties: &[&Tie<'g>]) -> BTreeSet<&'g str> {
    let Some(first) = ties.first() else { return BTreeSet::new() };
    let directed = || ties.iter().filter(|tie| !tie.edge.symmetric);
    let (there, back): (Vec<&Tie>, Vec<&Tie>) = directed().partition(|tie| tie.from == first.from);
    let relations = |ties: Vec<&Tie<'g>>| -> BTreeSet<&'g str> {
        ties.into_iter().map(|tie| tie.edge.relation.as_str()).collect()
    };
    let (there, back) = (relations(there), relations(back));
    let mutual: BTreeSet<&str> = there.intersection(&back).copied().collect();
    let has_line = directed().count() < ties.len();
    let all_of_one = mutual.len() == there.len() || mutual.len() == back.len();
    if has_line || all_of_one { mutual } else { BTreeSet::new() }
}
