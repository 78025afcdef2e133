//! When ties were reported.

use jiff::civil::Date;

use crate::model::{Edge, Graph};

/// Days from the first to the last, both of them included.
pub type Spell = (Date, Date);

/// When texts reported an edge: the day, month or year of each, in order, those that touch as one. Empty if no text has a date.
pub fn spells(graph: &Graph, edge: &Edge) -> Vec<Spell> {
    let dates = edge.evidence.iter().filter_map(|&at| graph.claims[at].published.as_ref());
    merged(dates.filter_map(|date| Some((date.first_day()?, date.last_day()?))).collect())
}

/// In order, those that touch as one.
pub fn merged(mut spells: Vec<Spell>) -> Vec<Spell> {
    spells.sort_unstable();
    let mut merged: Vec<Spell> = Vec::with_capacity(spells.len());
    for (first, last) in spells {
        match merged.last_mut() {
            Some((_, end)) if first <= end.tomorrow().unwrap_or(*end) => *end = last.max(*end),
            _ => merged.push((first, last)),
        }
    }
    merged
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spell(first: &str, last: &str) -> Spell {
        (first.parse().unwrap(), last.parse().unwrap())
    }

    #[test]
    fn spells_that_touch_are_one() {
        let given = vec![
            spell("2026-03-01", "2026-03-31"),
            spell("2026-01-10", "2026-01-10"),
            spell("2026-03-05", "2026-03-05"),
            spell("2026-04-01", "2026-04-01"),
            spell("2026-04-03", "2026-04-03"),
        ];
        let wanted = vec![
            spell("2026-01-10", "2026-01-10"),
            spell("2026-03-01", "2026-04-01"),
            spell("2026-04-03", "2026-04-03"),
        ];
        assert_eq!(merged(given), wanted);
    }

    #[test]
    fn the_end_of_time_is_no_error() {
        let last = spell("9999-12-31", "9999-12-31");
        assert_eq!(merged(vec![last, last]), [last]);
    }
}
