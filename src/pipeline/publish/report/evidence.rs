//! The sentences behind a tie.

use maud::{Markup, html};

use super::facts::Facts;
use super::inline::{address, anchor, day, language, text};
use super::quote::quote;
use crate::model::{Actor, Claim, Edge, Graph, Status};
use crate::pipeline::publish::text::{decimal, name};

/// So many sentences of a tie are shown, the surest.
const MOST: usize = 50;

/// The evidence of a tie that is shown, in the order of the graph.
pub fn picked<'g>(graph: &'g Graph, edge: &Edge) -> Vec<&'g Claim> {
    surest(edge.evidence.iter().map(|&at| &graph.claims[at]).collect(), MOST)
}

/// At most so many claims: the asserted first, of equals the surest; then in their old order.
pub fn surest(claims: Vec<&Claim>, most: usize) -> Vec<&Claim> {
    let mut placed: Vec<(usize, &Claim)> = claims.into_iter().enumerate().collect();
    placed.sort_by(|(_, a), (_, b)| a.status.cmp(&b.status).then(b.confidence.total_cmp(&a.confidence)));
    placed.truncate(most);
    placed.sort_by_key(|(at, claim)| (claim.published.is_none(), &claim.published, *at));
    placed.into_iter().map(|(_, claim)| claim).collect()
}

/// The evidence of a tie, oldest first; what is left out is told.
pub fn list(edge: &Edge, facts: &Facts) -> Markup {
    let shown = picked(facts.graph, edge);
    let left = edge.evidence.len() - shown.len();
    html! {
        ol.evidence {
            @for claim in shown {
                li id=(anchor("evidence", &claim.evidence)) { (piece(claim, facts)) }
            }
        }
        @if left > 0 {
            p.cut { (left) " more of them; " code { "aliansi explain" } " shows all." }
        }
    }
}

/// A sentence and its source.
pub fn piece(claim: &Claim, facts: &Facts) -> Markup {
    html! {
        @if let Some(quote) = quote(claim, facts.report.quotes) {
            blockquote dir="auto" lang=[language(claim.language.as_deref())] { p { (quote) } }
        }
        p.source {
            span class={ "status " (name(claim.status)) } { (name(claim.status)) }
            (speakers(claim, facts.graph)) ". "
            (source(claim, facts))
            " Confidence " (decimal(claim.confidence)) "; evidence " code { (short(&claim.evidence)) }
            @if !claim.edits.is_empty() { "; decided upon by a person" }
            "."
        }
    }
}

/// Enough of an id for the commands that take one.
fn short(id: &str) -> String {
    id.chars().filter(|c| !c.is_control()).take(12).collect()
}

fn speakers(claim: &Claim, graph: &Graph) -> Markup {
    html! {
        @if let Some(speaker) = &claim.attributed_to { ", said by " (actor(speaker, graph)) }
        @else if claim.status != Status::Negated { ", by the author" }
        @for (at, denier) in claim.denied_by.iter().enumerate() {
            @if at == 0 { "; denied by " } @else { ", " }
            (actor(denier, graph))
        }
        @if let Some(via) = &claim.via { "; citing " (text(via)) }
    }
}

/// The name of an actor, or of who stands for it.
fn actor(actor: &Actor, graph: &Graph) -> Markup {
    match graph.node(&actor.id) {
        Some(node) if graph.is_private(&actor.id) => text(&node.actor.label),
        _ => text(&actor.label),
    }
}

fn source(claim: &Claim, facts: &Facts) -> Markup {
    let document = facts.document(claim);
    let publisher = document.and_then(|it| it.publisher.as_deref());
    let number = facts.cited.get(claim.document.as_str());
    html! {
        @if let Some(publisher) = publisher { (text(publisher)) ", " }
        @if let Some(date) = &claim.published { time datetime=(date) { (day(date.as_str())) } } @else { "undated" }
        @if let Some(number) = number { " " a href={ "#document-" (number) } aria-label={ "document " (number) } { "[" (number) "]" } }
        @if let Some(url) = document.and_then(|it| it.url.as_deref()) { " " (address(url, "link")) }
        "."
    }
}
