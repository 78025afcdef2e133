//! Pairs of actors: how they stand over time, and what is said of each tie between them.

use std::collections::BTreeMap;

use maud::{Markup, PreEscaped, html};

use super::facts::Facts;
use super::inline::{anchor, count, relation, signed, text};
use super::{evidence, timeline};
use crate::analytics;
use crate::model::{Node, Status};
use crate::pipeline::publish::network::{Network, Tie};
use crate::pipeline::publish::text::{decimal, name};

/// Two actors and the ties between them.
pub struct Pair<'r> {
    /// The one that stands first in the graph.
    pub a: &'r Node,
    pub b: &'r Node,
    /// Friendly and hostile weight; none without a plain edge of either sign.
    pub sums: Option<analytics::Tie>,
    /// The strongest first.
    pub ties: Vec<&'r Tie<'r>>,
}

/// The pairs of a network, those with the most friendly and hostile weight first, then those with the strongest ties.
pub fn pairs<'r>(network: &'r Network<'r>, sums: Vec<analytics::Tie>) -> Vec<Pair<'r>> {
    let mut sums: BTreeMap<(String, String), analytics::Tie> =
        sums.into_iter().map(|tie| ((tie.a.clone(), tie.b.clone()), tie)).collect();
    let mut grouped: BTreeMap<(usize, usize), Vec<&Tie>> = BTreeMap::new();
    for tie in &network.ties {
        grouped.entry((tie.from.min(tie.to), tie.from.max(tie.to))).or_default().push(tie);
    }
    let pair = |((a, b), mut ties): ((usize, usize), Vec<&'r Tie<'r>>)| {
        ties.sort_by(|a, b| b.score().total_cmp(&a.score()));
        let (a, b) = (network.actors[a].node, network.actors[b].node);
        Pair { a, b, sums: sums.remove(&(a.actor.id.clone(), b.actor.id.clone())), ties }
    };
    let mut pairs: Vec<Pair> = grouped.into_iter().map(pair).collect();
    pairs.sort_by(|a, b| {
        let (one, other) = (a.strength(), b.strength());
        other.0.total_cmp(&one.0).then(other.1.total_cmp(&one.1))
    });
    pairs
}

impl Pair<'_> {
    /// Volume, then the sum of scores.
    fn strength(&self) -> (f64, f64) {
        let volume = self.sums.as_ref().map_or(0.0, |sums| sums.volume);
        (volume, self.ties.iter().map(|tie| tie.score()).sum())
    }

    /// The name of its place in the page.
    pub fn anchor(&self) -> String {
        anchor_of(&self.a.actor.id, &self.b.actor.id)
    }

    /// The names of the two.
    pub fn names(&self) -> Markup {
        html! { (text(&self.a.actor.label)) " – " (text(&self.b.actor.label)) }
    }
}

/// The name of the place of two actors, the one that stands first in the graph first.
pub fn anchor_of(a: &str, b: &str) -> String {
    anchor("pair", &format!("{a}..{b}"))
}

/// What stands before the pairs; the section is closed after them.
pub fn opening(facts: &Facts) -> Markup {
    let (shown, all) = (facts.shown().len(), facts.pairs.len());
    html! {
        (PreEscaped("<section id=\"evidence\">"))
        h2 { "Evidence" }
        p {
            @if shown < all { "The " (shown) " strongest of " (all) " pairs of actors, strongest first. " }
            @else { (count(all, "pair")) " of actors, strongest first. " }
            "In a sentence, "
            mark.cue { "marked words" } " state the tie, " span.who { "underlined" } " is who acts, "
            span.whom { "dotted" } " to whom. Bars count reports that assert a tie in the time they were published: friendly above "
            "the line, hostile below."
        }
    }
}

/// A pair with its ties.
pub fn section(pair: &Pair, facts: &Facts) -> Markup {
    html! {
        section.pair id=(pair.anchor()) {
            h3 { (pair.names()) }
            @if let Some(sums) = &pair.sums {
                p.sums {
                    "Friendly " b.plus { (signed(sums.plus)) } ", hostile " b.minus { (signed(-sums.minus)) }
                    ", net " b { (signed(sums.net)) } "."
                }
            }
            (timeline::timeline(pair, facts))
            @for tie in &pair.ties { (tie_section(tie, facts)) }
        }
    }
}

fn tie_section(tie: &Tie, facts: &Facts) -> Markup {
    let edge = tie.edge;
    html! {
        details open id=(anchor("claim", &edge.claim)) {
            summary {
                h4 {
                    (text(&tie.source.actor.label)) " " span class={ "relation " (sign_class(tie.sign())) } { (relation(&edge.relation)) } " "
                    (text(&tie.target.actor.label))
                }
                " " span.figures {
                    "confidence " (decimal(tie.confidence())) ", " (count(tie.origins(), "independent origin")) ", "
                    (count(edge.evidence.len(), "sentence"))
                    @if let Some(standing) = standing(tie) { ", " b { (standing) } }
                    @if edge.contested { ", " a href="#contested" { "contested" } }
                    @if tie.edited { ", decided upon by a person" }
                }
            }
            (evidence::list(edge, facts))
        }
    }
}

/// How texts put a tie that is not plain.
fn standing(tie: &Tie) -> Option<String> {
    match tie.status {
        _ if tie.edge.plain => None,
        Status::Asserted => Some("asserted, but not surely enough".to_owned()),
        status => Some(name(status)),
    }
}

fn sign_class(sign: i8) -> &'static str {
    match sign {
        1 => "plus",
        -1 => "minus",
        _ => "neither",
    }
}
