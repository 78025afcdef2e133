//! The strongest ties as a diagram, whose links stay in the page.

use std::collections::BTreeSet;
use std::io;

use maud::{Markup, PreEscaped, html};

use super::facts::Facts;
use super::inline::anchor;
use super::{Quotes, pairs};
use crate::pipeline::publish::diagram::{NAMED, Picture};
use crate::pipeline::publish::{Options, svg};

/// The picture. An error if the base is no IRI.
pub fn section(facts: &Facts, options: &Options) -> io::Result<Markup> {
    let mut picture = Picture::of(facts.report.picture, options)?;
    lead_into_page(&mut picture, facts);
    let mut drawn = Vec::new();
    svg::picture(&picture, &mut drawn)?;
    // The writer escapes every text, and makes no links but those above.
    let drawn = String::from_utf8_lossy(&drawn);
    Ok(html! {
        section id="picture" {
            h2 { "Picture" }
            div.scroll role="region" aria-label="Picture" tabindex="0" { div.sheet { (PreEscaped(drawn)) } }
        }
    })
}

/// Actors and lines lead to where the page tells of them. Tooltips quote sentences only if the page does so in full.
fn lead_into_page(picture: &mut Picture, facts: &Facts) {
    let shown: BTreeSet<String> = facts.shown().iter().map(pairs::Pair::anchor).collect();
    let ends = facts.shown().iter().flat_map(|pair| [pair.a, pair.b]);
    let actors: BTreeSet<&str> = ends.map(|end| end.actor.id.as_str()).collect();
    let ids: Vec<&str> =
        facts.report.picture.actors.iter().map(|shown| shown.node.actor.id.as_str()).collect();
    for (spot, id) in picture.spots.iter_mut().zip(&ids) {
        spot.link =
            if actors.contains(id) { format!("#{}", anchor("actor", id)) } else { "#actors".to_owned() };
    }
    for line in &mut picture.lines {
        let (a, b) = (line.look.from.min(line.look.to), line.look.from.max(line.look.to));
        let name = pairs::anchor_of(ids[a], ids[b]);
        line.link = if shown.contains(&name) { format!("#{name}") } else { "#evidence".to_owned() };
        if facts.report.quotes != Quotes::Full {
            line.tooltip = line.rows(NAMED).join(", ");
        }
    }
}
