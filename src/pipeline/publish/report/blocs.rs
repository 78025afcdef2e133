//! Who holds together against whom, and how far the whole is from two camps.

use std::collections::BTreeMap;

use maud::{Markup, html};

use super::facts::Facts;
use super::inline::text;
use crate::analytics::{Census, FrustrationOptions, census, frustration};
use crate::pipeline::publish::network::Shown;

/// So many actors of a bloc are named, those of the highest rank.
const MEMBERS: usize = 24;
/// Steps that the exact search for two camps may make: under a second.
const BUDGET: u64 = 1_000_000;

pub fn section(facts: &Facts) -> Markup {
    let mut blocs: BTreeMap<usize, Vec<&Shown>> = BTreeMap::new();
    for shown in &facts.report.network.actors {
        if let Some(bloc) = shown.bloc {
            blocs.entry(bloc).or_default().push(shown);
        }
    }
    html! {
        section id="blocs" {
            h2 { "Blocs and balance" }
            p {
                "A bloc is a set of actors with friends inside and foes outside, as far as the texts' ties allow (signed modularity). It is "
                "a reading of these texts, no treaty."
            }
            @if blocs.is_empty() { p { "No two actors here share a bloc." } }
            ol.blocs {
                @for (bloc, members) in blocs { li value=((bloc + 1)) { (named(members)) } }
            }
            (balance(facts))
        }
    }
}

fn named(mut members: Vec<&Shown>) -> Markup {
    members.sort_by(|a, b| b.rank.total_cmp(&a.rank));
    let more = members.len().saturating_sub(MEMBERS);
    html! {
        @for (at, shown) in members.into_iter().take(MEMBERS).enumerate() {
            @if at > 0 { ", " }
            (text(&shown.node.actor.label))
        }
        @if more > 0 { " and " (more) " more" }
    }
}

fn balance(facts: &Facts) -> Markup {
    let census = census(&facts.signed);
    let options = FrustrationOptions { budget: BUDGET, ..FrustrationOptions::default() };
    let found = frustration(&facts.signed, options);
    html! {
        @if let Some(share) = census.balanced() {
            p {
                (percent(share)) " of " (census.total()) " triangles are balanced: a friend's friend is a friend, a friend's foe a foe. "
                "Two camps would explain " (percent(f64::midpoint(1.0, found.balance)))
                @if !found.exact { " or more" }
                " of the weight of all ties of the graph."
            }
            (table(&census))
        } @else {
            p { "No three actors are all tied to each other, so there is no balance to tell of." }
        }
    }
}

fn percent(share: f64) -> String {
    format!("{:.0} %", share * 100.0)
}

fn table(census: &Census) -> Markup {
    let rows = [
        ("+ + +", "three friends", census.friends, true),
        ("+ − −", "two friends with a common foe", census.allied, true),
        ("+ + −", "two foes with a common friend", census.torn, false),
        ("− − −", "three foes", census.foes, false),
    ];
    html! {
        table.small {
            caption { "Triangles by their signs" }
            thead { tr { th scope="col" { "Signs" } th scope="col" { "Who" } th scope="col" { "Balanced" } th.number scope="col" { "Number" } } }
            tbody {
                @for (signs, who, number, is_balanced) in rows {
                    tr { th scope="row" { (signs) } td { (who) } td { (if is_balanced { "yes" } else { "no" }) } td.number { (number) } }
                }
            }
        }
    }
}
