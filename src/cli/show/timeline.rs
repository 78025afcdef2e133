//! Evidence by month, as bars.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::model::{Graph, Node, Polarity};

/// Bars of rising height; a month without evidence is blank.
const BLOCKS: [char; 9] = [' ', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/// So many columns fit beside the names of the rows.
const COLUMNS: usize = 88;

/// How much was reported of an actor in each month, friendly and hostile apart.
#[derive(Debug, Default, PartialEq, Serialize)]
#[serde(transparent)]
pub(super) struct Timeline {
    /// By month, or year where no month is known.
    by_month: BTreeMap<String, Count>,
}

/// Pieces of evidence.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
pub(super) struct Count {
    friendly: usize,
    hostile: usize,
}

/// A timeline in letters.
#[derive(Debug, PartialEq)]
pub(super) struct Chart {
    pub(super) friendly: String,
    pub(super) hostile: String,
    pub(super) labels: String,
    /// What the highest bar stands for.
    pub(super) highest: usize,
    /// `month` or `year`.
    pub(super) unit: &'static str,
}

impl Timeline {
    pub(super) fn new(node: &Node, graph: &Graph) -> Self {
        let id = &node.actor.id;
        let mut by_month: BTreeMap<String, Count> = BTreeMap::new();
        for (_, edge, _) in graph.edges().filter(|(a, _, b)| a.actor.id == *id || b.actor.id == *id) {
            for (month, pieces) in graph.months(edge) {
                let count = by_month.entry(month).or_default();
                match edge.polarity {
                    Polarity::Positive => count.friendly += pieces,
                    Polarity::Negative => count.hostile += pieces,
                    Polarity::Neutral => {}
                }
            }
        }
        by_month.retain(|_, count| count.friendly + count.hostile > 0);
        Self { by_month }
    }

    /// The pieces of which no month is known.
    pub(super) fn without_month(&self) -> usize {
        self.by_month
            .iter()
            .filter(|(key, _)| key.len() < 7)
            .map(|(_, count)| count.friendly + count.hostile)
            .sum()
    }

    /// The chart, by month or, where those are too many, by year; none without a month or a year.
    pub(super) fn chart(&self) -> Option<Chart> {
        let months = self.by_month.iter().filter_map(|(key, count)| Some((month(key)?, *count)));
        let months: BTreeMap<usize, Count> = months.collect();
        let (first, last) = (*months.keys().next()?, *months.keys().next_back()?);
        if last - first < COLUMNS {
            let columns: Vec<_> =
                (first..=last).map(|at| months.get(&at).copied().unwrap_or_default()).collect();
            return Some(drawn(&columns, "month", |at, width| month_label(first + at, at, width)));
        }
        let mut years: BTreeMap<usize, Count> = BTreeMap::new();
        for (at, count) in months {
            let year = years.entry(at / 12).or_default();
            year.friendly += count.friendly;
            year.hostile += count.hostile;
        }
        let columns: Vec<_> =
            (first / 12..=last / 12).map(|at| years.get(&at).copied().unwrap_or_default()).collect();
        Some(drawn(&columns, "year", |at, width| year_label(first / 12 + at, at, width)))
    }
}

/// The number of a month `2026-01`, counted from the year 0.
fn month(key: &str) -> Option<usize> {
    let (year, month) = key.split_once('-')?;
    let (year, month): (usize, usize) = (year.parse().ok()?, month.parse().ok()?);
    (1..=12).contains(&month).then(|| year * 12 + month - 1)
}

/// All months where there is room, else the first one and each year's January.
fn month_label(month: usize, at: usize, width: usize) -> Option<String> {
    let whole = format!("{:04}-{:02}", month / 12, month % 12 + 1);
    match month % 12 {
        _ if at == 0 || width > whole.len() => Some(whole),
        0 => Some(format!("{:04}", month / 12)),
        _ => None,
    }
}

fn year_label(year: usize, at: usize, width: usize) -> Option<String> {
    (width > 4 || at == 0 || year.is_multiple_of(10)).then(|| format!("{year:04}"))
}

/// Columns as wide as the room allows, with labels where they do not run into each other.
fn drawn(columns: &[Count], unit: &'static str, label: impl Fn(usize, usize) -> Option<String>) -> Chart {
    let width = [8, 4, 2].into_iter().find(|width| columns.len() * width <= COLUMNS).unwrap_or(1);
    let highest = columns.iter().map(|count| count.friendly.max(count.hostile)).max().unwrap_or(0);
    let row = |of: fn(&Count) -> usize| {
        let bars: String = columns.iter().map(|count| bar(of(count), highest, width)).collect();
        bars.trim_end().to_owned()
    };
    let mut labels = String::new();
    for at in 0..columns.len() {
        let place = at * width;
        let free = labels.is_empty() || labels.len() < place;
        if let Some(text) = label(at, width).filter(|_| free) {
            labels += &" ".repeat(place - labels.len());
            labels += &text;
        }
    }
    Chart {
        friendly: row(|count| count.friendly),
        hostile: row(|count| count.hostile),
        labels,
        highest,
        unit,
    }
}

/// A bar of at least one eighth for anything at all, with a gap behind it where it is wide.
fn bar(value: usize, highest: usize, width: usize) -> String {
    let block = BLOCKS[(value * 8).div_ceil(highest.max(1))];
    let (filled, gap) = if width > 2 { (width - 1, 1) } else { (width, 0) };
    format!("{}{}", block.to_string().repeat(filled), " ".repeat(gap))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn timeline(counts: &[(&str, usize, usize)]) -> Timeline {
        let count = |&(month, friendly, hostile): &(&str, usize, usize)| {
            (month.to_owned(), Count { friendly, hostile })
        };
        Timeline { by_month: counts.iter().map(count).collect() }
    }

    #[test]
    fn few_months_have_wide_bars_and_a_label_each() {
        let chart = timeline(&[("2025-12", 1, 0), ("2026-02", 0, 8)]).chart().unwrap();
        assert_eq!(chart.labels, "2025-12 2026-01 2026-02");
        assert_eq!(chart.friendly, "▁▁▁▁▁▁▁");
        assert_eq!(chart.hostile, format!("{}███████", " ".repeat(16)));
        assert_eq!((chart.highest, chart.unit), (8, "month"));
    }

    #[test]
    fn many_months_are_labelled_by_year_and_too_many_become_years() {
        let chart = timeline(&[("2022-11", 1, 0), ("2026-02", 2, 2)]).chart().unwrap();
        assert_eq!(chart.friendly.chars().count(), 40 * 2);
        assert!(chart.labels.starts_with("2022-11") && chart.labels.ends_with("2026"), "{}", chart.labels);
        let chart = timeline(&[("1990-05", 1, 0), ("2026-02", 2, 2)]).chart().unwrap();
        assert_eq!((chart.unit, chart.friendly.chars().count()), ("year", 37 * 2));
    }

    #[test]
    fn what_has_no_month_is_counted_apart() {
        let timeline = timeline(&[("2025", 1, 2)]);
        assert_eq!((timeline.chart(), timeline.without_month()), (None, 3));
    }
}
