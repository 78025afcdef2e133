//! A sentence with the words marked that a claim rests on.

use std::ops::Range;

use maud::{Markup, html};

use super::Quotes;
use crate::model::Claim;
use crate::pipeline::publish::quotation::{Mark, Role, marks, pieces};
use crate::pipeline::publish::text::clean;

/// A short quotation has so many words before the first that counts, and after the last.
const AROUND: usize = 8;
/// And so many in all.
const WORDS: usize = 30;

/// As much of a claim's sentence as may be quoted.
pub fn quote(claim: &Claim, quotes: Quotes) -> Option<Markup> {
    let (text, marks) = (claim.text.as_str(), marks(claim));
    let window = match quotes {
        Quotes::None => return None,
        Quotes::Full => 0..text.len(),
        Quotes::Short => window(text, &marks),
    };
    Some(html! {
        @if window.start > 0 { "… " }
        @for (piece, roles) in pieces(&window, &marks) {
            @let words = clean(&text[piece]);
            @match classes(&roles).as_str() {
                "" => (words),
                classes if classes.starts_with("cue") => mark class=(classes) { (words) },
                classes => span class=(classes) { (words) },
            }
        }
        @if window.end < text.len() { " …" }
    })
}

fn classes(roles: &[Role]) -> String {
    let class = |role: &Role| match role {
        Role::Cue => "cue",
        Role::Subject => "who",
        Role::Object => "whom",
    };
    roles.iter().map(class).collect::<Vec<_>>().join(" ")
}

/// Some words around the cue, or the first ones without a cue.
fn window(text: &str, marks: &[Mark]) -> Range<usize> {
    let words = words(text);
    let cue = marks.iter().find(|(_, role)| *role == Role::Cue).map_or(0..0, |(range, _)| range.clone());
    let first = words.iter().position(|word| word.end > cue.start).unwrap_or(0);
    let last = words.iter().rposition(|word| word.start < cue.end).unwrap_or(0);
    let from = first.saturating_sub(AROUND);
    let to = (last + AROUND).min(from + WORDS - 1).min(words.len().saturating_sub(1));
    match (words.get(from), words.get(to)) {
        (Some(from), Some(to)) => from.start..to.end,
        _ => 0..text.len(),
    }
}

/// The words of a text between blanks, by bytes.
fn words(text: &str) -> Vec<Range<usize>> {
    let place = |word: &str| {
        let start = word.as_ptr() as usize - text.as_ptr() as usize;
        start..start + word.len()
    };
    text.split_whitespace().map(place).collect()
}
