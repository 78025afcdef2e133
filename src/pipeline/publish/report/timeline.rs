//! How many reports assert friendly and hostile ties of a pair, by month, or by year where there are many months.

use std::collections::BTreeMap;

use maud::{Markup, html};

use super::facts::Facts;
use super::pairs::Pair;
use crate::model::Status;

/// More months than this are told by year.
const MOST_MONTHS: usize = 48;
/// Height of either half, in units of the picture.
const HALF: f64 = 34.0;
const WIDTH: f64 = 600.0;

/// Friendly and hostile reports.
type Counts = [usize; 2];

/// The bars of a pair over the time of all documents; nothing without two dated reports.
pub fn timeline(pair: &Pair, facts: &Facts) -> Markup {
    let months = months(pair, facts);
    let reports: usize = months.values().flatten().sum();
    let Some(bins) = bins(facts).filter(|bins| reports > 1 && bins.len() > 1) else { return html! {} };
    let mut counts = vec![[0, 0]; bins.len()];
    for (month, more) in &months {
        let at = bins.iter().rposition(|bin| month.starts_with(bin.as_str()));
        if let Some(count) = at.map(|at| &mut counts[at]) {
            (0..2).for_each(|sign| count[sign] += more[sign]);
        }
    }
    bars(&bins, &counts)
}

fn months<'r>(pair: &Pair<'r>, facts: &Facts<'r>) -> BTreeMap<&'r str, Counts> {
    let mut months: BTreeMap<&str, Counts> = BTreeMap::new();
    for tie in pair.ties.iter().filter(|tie| tie.edge.plain && tie.sign() != 0) {
        let claims = tie.edge.evidence.iter().map(|&at| &facts.graph.claims[at]);
        let dates =
            claims.filter(|claim| claim.status == Status::Asserted).filter_map(|it| it.published.as_ref());
        for month in dates.filter_map(|date| date.month()) {
            months.entry(month).or_default()[usize::from(tie.sign() < 0)] += 1;
        }
    }
    months
}

/// Every month, or every year, from the first to the last.
fn bins(facts: &Facts) -> Option<Vec<String>> {
    let (first, last) = facts.period()?;
    let year = |date: &str| date.get(..4)?.parse::<usize>().ok();
    let month = |date: &str, unknown| date.get(5..7).map_or(Some(unknown), |month| month.parse().ok());
    let months = year(first)? * 12 + month(first, 1)? - 1..=year(last)? * 12 + month(last, 12)? - 1;
    if months.clone().count() > MOST_MONTHS {
        return Some((year(first)?..=year(last)?).map(|year| format!("{year:04}")).collect());
    }
    Some(months.map(|month| format!("{:04}-{:02}", month / 12, month % 12 + 1)).collect())
}

fn bars(bins: &[String], counts: &[Counts]) -> Markup {
    let highest = counts.iter().flatten().copied().max().unwrap_or(0).max(1) as f64;
    let step = WIDTH / bins.len() as f64;
    let height = |count: usize| HALF * count as f64 / highest;
    let bar = |at: usize, count: usize, class: &str| {
        let top = if class == "plus" { HALF - height(count) } else { HALF };
        html! {
            @if count > 0 {
                rect class=(class) x={ (round(at as f64 * step + step * 0.1)) } y=(round(top)) width=(round(step * 0.8)) height=(round(height(count))) {}
            }
        }
    };
    html! {
        figure.timeline {
            svg role="img" viewBox="0 0 600 68" preserveAspectRatio="none" aria-label=(told(bins, counts)) {
                @for (at, count) in counts.iter().enumerate() { (bar(at, count[0], "plus")) (bar(at, count[1], "minus")) }
                line x1="0" y1="34" x2="600" y2="34" {}
            }
            figcaption {
                span { (bins.first().map_or("", String::as_str)) }
                span { "highest bar: " (highest) }
                span { (bins.last().map_or("", String::as_str)) }
            }
        }
    }
}

fn round(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}

/// The bars in words.
fn told(bins: &[String], counts: &[Counts]) -> String {
    let told = bins.iter().zip(counts).filter(|(_, count)| count.iter().sum::<usize>() > 0);
    let parts: Vec<String> =
        told.map(|(bin, [plus, minus])| format!("{bin}: {plus} friendly, {minus} hostile")).collect();
    format!("Reports: {}.", parts.join("; "))
}
