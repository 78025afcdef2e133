//! What the report is about, in a minute.

use std::collections::BTreeMap;

use maud::{Markup, html};

use super::facts::Facts;
use super::inline::{count, signed, text};
use super::pairs::Pair;
use crate::analytics::Tie;
use crate::pipeline::publish::NOTICE;

pub const TITLE: &str = "Who stands how to whom";
/// So many pairs stand in each list of the clearest ones.
const CLEAREST: usize = 5;
/// So many publishers are named.
const PUBLISHERS: usize = 8;

pub fn header(facts: &Facts) -> Markup {
    html! {
        header {
            p.kicker { "aliansi: actors and alliances in the news" }
            h1 { (TITLE) }
            p.subject { (facts.subject()) }
            div.notice role="note" {
                @for (language, notice) in NOTICE { p lang=(language) { (notice) } }
            }
        }
    }
}

pub fn section(facts: &Facts) -> Markup {
    html! {
        section id="summary" {
            h2 { "Summary" }
            dl.facts {
                @for (what, value) in figures(facts) { div { dt { (what) } dd { (value) } } }
            }
            div.columns {
                (clearest(facts, "Closest", |tie| tie.net > 0.0))
                (clearest(facts, "Most hostile", |tie| tie.net < 0.0))
                (publishers(facts))
            }
            (reading())
        }
    }
}

fn figures(facts: &Facts) -> Vec<(&'static str, String)> {
    let (graph, network) = (facts.graph, facts.report.network);
    let edges = || graph.edges().map(|(_, edge, _)| edge);
    let mut figures = vec![
        ("Documents", graph.documents.len().to_string()),
        ("Statements found", graph.claims.len().to_string()),
        ("Actors shown", network.extent().actors.to_string()),
        ("Ties shown", network.extent().ties.to_string()),
        ("Pairs", facts.pairs.len().to_string()),
        ("Not sure enough for a tie", edges().filter(|edge| !edge.plain).count().to_string()),
        ("Contested", edges().filter(|edge| edge.contested).count().to_string()),
    ];
    if !graph.decisions.is_empty() {
        figures.push(("Decisions of people", graph.decisions.len().to_string()));
    }
    figures
}

/// The pairs with the greatest net of one sign.
fn clearest(facts: &Facts, heading: &str, wanted: fn(&Tie) -> bool) -> Markup {
    let mut pairs: Vec<(&Pair, &Tie)> = facts.sums().filter(|(_, sums)| wanted(sums)).collect();
    pairs.sort_by(|(_, a), (_, b)| b.net.abs().total_cmp(&a.net.abs()));
    pairs.truncate(CLEAREST);
    let shown = facts.shown();
    html! {
        @if !pairs.is_empty() {
            div {
                h3 { (heading) }
                ol {
                    @for (pair, sums) in pairs {
                        li { (link(pair, shown)) " " span.number { (signed(sums.net)) } }
                    }
                }
            }
        }
    }
}

/// The names of a pair, as a link where its evidence is shown.
pub fn link(pair: &Pair, shown: &[Pair]) -> Markup {
    let is_shown = shown.as_ptr_range().contains(&std::ptr::from_ref(pair).cast());
    html! {
        @if is_shown { a href={ "#" (pair.anchor()) } { (pair.names()) } } @else { (pair.names()) }
    }
}

fn publishers(facts: &Facts) -> Markup {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for document in facts.graph.documents.iter() {
        *counts.entry(document.publisher.as_deref().unwrap_or("unknown")).or_default() += 1;
    }
    let mut ranking: Vec<(&str, usize)> = counts.into_iter().collect();
    ranking.sort_by_key(|&(_, documents)| std::cmp::Reverse(documents));
    let more = ranking.len().saturating_sub(PUBLISHERS);
    html! {
        div {
            h3 { "Publishers" }
            ul {
                @for (publisher, documents) in ranking.into_iter().take(PUBLISHERS) {
                    li { (text(publisher)) " " span.number { (documents) } }
                }
                @if more > 0 { li { (count(more, "more publisher")) } }
            }
        }
    }
}

fn reading() -> Markup {
    html! {
        p {
            "A tie stands here because a text asserts it on its own account, on that of the side that acts, or because two others do "
            "independently. Reports that are alleged, planned, possible, denied or attributed to a single other party make no tie. "
            "Confidence is the probability that a text says so; independent origins count a reprinted report once. Neither is a "
            "probability that it is so."
        }
    }
}
