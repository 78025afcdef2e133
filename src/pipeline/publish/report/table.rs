//! How pairs stand, as a table.

use maud::{Markup, html};

use super::facts::Facts;
use super::inline::signed;
use super::pairs::Pair;
use super::summary::link;
use crate::analytics::Tie;

/// So many pairs stand in the table.
const ROWS: usize = 200;

pub fn section(facts: &Facts) -> Markup {
    let all = facts.sums().count();
    let highest = facts.sums().map(|(_, sums)| sums.plus.max(sums.minus)).fold(0.0, f64::max);
    html! {
        section id="ties" {
            h2 { "Ties" }
            p {
                "Each sum adds up what texts state between the two, by the weight of the relation (−10 to 10) and by how surely it is "
                "stated. Friendly and hostile stand apart: a pair that trades and threatens is no pair without ties. The trend is what "
                "the later half of the time brought less what the earlier did."
            }
            div.scroll role="region" aria-labelledby="ties-caption" tabindex="0" {
                table {
                    caption id="ties-caption" {
                        @if all > ROWS { "The " (ROWS) " strongest of " (all) " pairs, by volume" } @else { "All " (all) " pairs, by volume" }
                    }
                    thead { tr {
                        th scope="col" { "Pair" } th scope="col" { "Hostile | friendly" }
                        @for heading in ["Friendly", "Hostile", "Net", "Volume", "Trend", "Sentences"] { th.number scope="col" { (heading) } }
                    } }
                    tbody { @for (pair, sums) in facts.sums().take(ROWS) { (row(pair, sums, highest, facts)) } }
                }
            }
        }
    }
}

fn row(pair: &Pair, sums: &Tie, highest: f64, facts: &Facts) -> Markup {
    html! {
        tr {
            th scope="row" { (link(pair, facts.shown())) }
            td { (bars(sums, highest)) }
            td.number.plus { (signed(sums.plus)) }
            td.number.minus { (signed(-sums.minus)) }
            td.number { (signed(sums.net)) }
            td.number { (format!("{:.1}", sums.volume)) }
            td.number { (trend(sums.trend)) }
            td.number { (sums.claims) }
        }
    }
}

/// Hostile to the left, friendly to the right; the numbers beside it say the same.
fn bars(sums: &Tie, highest: f64) -> Markup {
    let length = |sum: f64| if highest > 0.0 { (sum / highest * 500.0).round() / 10.0 } else { 0.0 };
    let (plus, minus) = (length(sums.plus), length(sums.minus));
    html! {
        svg.bars viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" {
            rect.minus x=((50.0 - minus)) y="1" width=(minus) height="8" {}
            rect.plus x="50" y="1" width=(plus) height="8" {}
            line x1="50" y1="0" x2="50" y2="10" {}
        }
    }
}

fn trend(trend: Option<f64>) -> Markup {
    let arrow = match trend {
        Some(trend) if trend >= 0.05 => "▲",
        Some(trend) if trend <= -0.05 => "▼",
        _ => "",
    };
    html! {
        @if let Some(trend) = trend { (signed(trend)) @if !arrow.is_empty() { " " span aria-hidden="true" { (arrow) } } }
        @else { abbr title="no dates, or a single day" { "–" } }
    }
}
