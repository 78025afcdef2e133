//! A sentence with the words marked that a claim rests on.

use std::collections::BTreeSet;
use std::ops::Range;

use maud::{Markup, html};

use super::Quotes;
use crate::model::{Argument, Claim};
use crate::pipeline::publish::text::clean;

/// A short quotation has so many words before the first that counts, and after the last.
const AROUND: usize = 8;
/// And so many in all.
const WORDS: usize = 30;

/// Words of a sentence, by bytes, and what they are.
type Span = (Range<usize>, &'static str);

/// As much of a claim's sentence as may be quoted.
pub fn quote(claim: &Claim, quotes: Quotes) -> Option<Markup> {
    let (text, spans) = (claim.text.as_str(), spans(claim));
    let window = match quotes {
        Quotes::None => return None,
        Quotes::Full => 0..text.len(),
        Quotes::Short => window(text, &spans),
    };
    Some(html! {
        @if window.start > 0 { "… " }
        @for piece in pieces(&window, &spans) {
            @let words = clean(&text[piece.clone()]);
            @match classes(&piece, &spans).as_str() {
                "" => (words),
                classes if classes.starts_with("cue") => mark class=(classes) { (words) },
                classes => span class=(classes) { (words) },
            }
        }
        @if window.end < text.len() { " …" }
    })
}

/// Cue, subject and object where the sentence has them; after a person's correction it may not.
fn spans(claim: &Claim) -> Vec<Span> {
    let cue = (claim.cue.start, claim.cue.end, claim.cue.text.as_str(), "cue");
    let argument = |it: &'_ Argument, class| (it.start, it.end, it.mention.clone(), class);
    let (who, whom) = (argument(&claim.subject, "who"), argument(&claim.object, "whom"));
    let all = [
        (cue.0, cue.1, cue.2, cue.3),
        (who.0, who.1, who.2.as_str(), who.3),
        (whom.0, whom.1, whom.2.as_str(), whom.3),
    ];
    let inside = |(start, end, words, class): (usize, usize, &str, &'static str)| {
        let range = start.checked_sub(claim.start)?..end.checked_sub(claim.start)?;
        let is_there = !range.is_empty() && claim.text.get(range.clone()) == Some(words);
        is_there.then_some((range, class))
    };
    all.into_iter().filter_map(inside).collect()
}

/// The bytes between every two places where a marking begins or ends.
fn pieces(window: &Range<usize>, spans: &[Span]) -> Vec<Range<usize>> {
    let ends = spans.iter().flat_map(|(range, _)| [range.start, range.end]);
    let mut cuts: BTreeSet<usize> = ends.filter(|at| window.contains(at)).collect();
    cuts.extend([window.start, window.end]);
    let cuts: Vec<usize> = cuts.into_iter().collect();
    cuts.windows(2).map(|pair| pair[0]..pair[1]).collect()
}

fn classes(piece: &Range<usize>, spans: &[Span]) -> String {
    let covering = spans.iter().filter(|(range, _)| range.start <= piece.start && piece.end <= range.end);
    covering.map(|(_, class)| *class).collect::<Vec<_>>().join(" ")
}

/// Some words around the cue, or the first ones without a cue.
fn window(text: &str, spans: &[Span]) -> Range<usize> {
    let words = words(text);
    let cue = spans.iter().find(|(_, class)| *class == "cue").map_or(0..0, |(range, _)| range.clone());
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
