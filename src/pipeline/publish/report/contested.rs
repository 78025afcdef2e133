//! Ties that some affirm and some deny, with both sides.

use std::collections::BTreeSet;

use maud::{Markup, html};

use super::evidence::{piece, surest};
use super::facts::Facts;
use super::inline::{relation, text};
use crate::model::{Claim, Edge, Graph, Node, Status};
use crate::pipeline::publish::network::Network;

/// So many ties are shown, those with the most evidence.
const MOST: usize = 20;
/// So many sentences of either side.
const A_SIDE: usize = 4;

/// A tie's two ends and the tie.
type Ends<'g> = (&'g Node, &'g Edge, &'g Node);

/// The contested edges between actors of a network, also those that are not plain; those with the most evidence.
pub fn edges<'g>(network: &Network<'g>) -> Vec<Ends<'g>> {
    let shown: BTreeSet<&str> = network.actors.iter().map(|shown| shown.node.actor.id.as_str()).collect();
    let is_shown = |node: &Node| shown.contains(node.actor.id.as_str());
    let contested = network.graph.edges().filter(|(_, edge, _)| edge.contested);
    let mut edges: Vec<Ends> =
        contested.filter(|(source, _, target)| is_shown(source) && is_shown(target)).collect();
    edges.sort_by_key(|(_, edge, _)| std::cmp::Reverse(edge.evidence.len()));
    edges.truncate(MOST);
    edges
}

/// The evidence that is shown.
pub fn picked<'g>(graph: &'g Graph, edge: &Edge) -> Vec<&'g Claim> {
    sides(graph, edge).concat()
}

/// What affirms, what says no, and what tells of both at once.
fn sides<'g>(graph: &'g Graph, edge: &Edge) -> [Vec<&'g Claim>; 3] {
    let of = |wanted: fn(Status) -> bool| {
        let claims = edge.evidence.iter().map(|&at| &graph.claims[at]);
        surest(claims.filter(|claim| wanted(claim.status)).collect(), A_SIDE)
    };
    [
        of(|status| !matches!(status, Status::Denied | Status::Negated)),
        of(|status| status == Status::Negated),
        of(|status| status == Status::Denied),
    ]
}

pub fn section(facts: &Facts) -> Markup {
    html! {
        section id="contested" {
            h2 { "Contested" }
            @if facts.contested.is_empty() {
                p { "No tie between these actors is both affirmed and denied." }
            } @else {
                p { "What some texts affirm and some deny, whether it made a tie or not; those with the most evidence, at most " (MOST) "." }
            }
            @for &(source, edge, target) in &facts.contested { (dispute(source, edge, target, facts)) }
        }
    }
}

fn dispute(source: &Node, edge: &Edge, target: &Node, facts: &Facts) -> Markup {
    let headings = ["Affirmed", "Said not to be so", "Claimed, and denied by the other side"];
    let sides = headings.into_iter().zip(sides(facts.graph, edge));
    html! {
        article.dispute {
            h3 { (text(&source.actor.label)) " " (relation(&edge.relation)) " " (text(&target.actor.label)) }
            div.columns {
                @for (heading, claims) in sides.filter(|(_, claims)| !claims.is_empty()) { (side(heading, &claims, facts)) }
            }
        }
    }
}

fn side(heading: &str, claims: &[&Claim], facts: &Facts) -> Markup {
    html! {
        div {
            h4 { (heading) }
            ol.evidence { @for claim in claims { li { (piece(claim, facts)) } } }
        }
    }
}
