//! Who is in the pairs that are shown, each with its pairs.

use std::collections::BTreeMap;

use maud::{Markup, html};

use super::facts::Facts;
use super::inline::{anchor, text};
use super::pairs::Pair;
use crate::model::Node;
use crate::pipeline::publish::network::Shown;
use crate::pipeline::publish::text::name;

pub fn section(facts: &Facts) -> Markup {
    let mut pairs: BTreeMap<&str, Vec<&Pair>> = BTreeMap::new();
    for pair in facts.shown() {
        for end in [pair.a, pair.b] {
            pairs.entry(&end.actor.id).or_default().push(pair);
        }
    }
    let mut actors: Vec<(&Shown, Vec<&Pair>)> = facts
        .report
        .network
        .actors
        .iter()
        .filter_map(|shown| Some((shown, pairs.remove(shown.node.actor.id.as_str())?)))
        .collect();
    actors.sort_by(|(a, _), (b, _)| a.node.actor.label.cmp(&b.node.actor.label));
    html! {
        section id="actors" {
            h2 { "Actors" }
            p { "Those of the pairs above. At the level of states, officials, organs and armies are their state." }
            dl.actors { @for (shown, pairs) in &actors { (entry(shown, pairs)) } }
        }
    }
}

fn entry(shown: &Shown, pairs: &[&Pair]) -> Markup {
    let actor = &shown.node.actor;
    html! {
        div {
            dt id=(anchor("actor", &actor.id)) { (text(&actor.label)) }
            dd {
                (name(actor.kind).replace('-', " "))
                @if let Some(bloc) = shown.bloc { ", bloc " (bloc + 1) }
                ". "
                @for (at, pair) in pairs.iter().enumerate() {
                    @if at > 0 { ", " } @else { "With " }
                    a href={ "#" (pair.anchor()) } { (text(&other(pair, shown.node).actor.label)) }
                }
                "."
            }
        }
    }
}

/// The other one of a pair.
fn other<'r>(pair: &Pair<'r>, node: &Node) -> &'r Node {
    if pair.a.actor.id == node.actor.id { pair.b } else { pair.a }
}
