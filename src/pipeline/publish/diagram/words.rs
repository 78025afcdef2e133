//! What a diagram says in words.

use std::collections::BTreeSet;

use unicode_segmentation::UnicodeSegmentation;

use super::{Line, Shape, Spot};
use crate::model::Claim;
use crate::pipeline::publish::network::{Network, Tie};
use crate::pipeline::publish::rdf::Vocabulary;
use crate::pipeline::publish::text::{clean, decimal, name, web_address};
use crate::pipeline::publish::{NOTICE, Options};

/// Sentences in tooltips are cut after so many characters.
const LONGEST_QUOTE: usize = 200;
/// Titles are.
const LONGEST_TITLE: usize = 120;
/// So many ties are listed in a tooltip.
const LISTED: usize = 12;

/// The text in one line without control characters, also those that turn the direction of writing: a label must not
/// rearrange what stands beside it.
pub fn one_line(text: &str) -> String {
    let turns =
        |c: char| matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    let text: String =
        clean(text).chars().map(|c| if c.is_control() { ' ' } else { c }).filter(|c| !turns(*c)).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The text, or so many characters of it, the last being `…`.
pub fn clip(text: &str, longest: usize) -> String {
    let mut graphemes = text.grapheme_indices(true);
    let Some((cut, _)) = graphemes.nth(longest.saturating_sub(1)) else { return text.to_owned() };
    if graphemes.next().is_none() { text.to_owned() } else { format!("{}…", text[..cut].trim_end()) }
}

pub fn title(network: &Network, options: &Options) -> String {
    let given = options.title.as_ref().map(|title| clip(&one_line(title), LONGEST_TITLE));
    let only_states = network.actors.iter().all(|shown| crate::analytics::is_state(shown.node));
    let usual = match (network.actors.is_empty(), only_states) {
        (true, _) => "No ties",
        (false, true) => "How states stand to each other",
        (false, false) => "How actors stand to each other",
    };
    given.filter(|title| !title.is_empty()).unwrap_or_else(|| usual.to_owned())
}

pub fn subtitle(network: &Network) -> String {
    if network.ties.is_empty() {
        return "Nothing in the texts earned a line in this picture.".to_owned();
    }
    let texts = documents(network);
    let texts = if texts == 1 { "1 text".to_owned() } else { format!("{texts} texts") };
    format!("As reported in {texts}{}{}", span(network), window(network))
}

/// How many documents the evidence of the ties stands in.
fn documents(network: &Network) -> usize {
    let claims = network.ties.iter().flat_map(|tie| &tie.edge.evidence).map(|&at| &network.graph.claims[at]);
    claims.map(|claim| claim.document.as_str()).collect::<BTreeSet<_>>().len()
}

fn span(network: &Network) -> String {
    let edges = || network.ties.iter().map(|tie| tie.edge);
    let first = edges().filter_map(|edge| edge.first_reported.as_deref()).min();
    let last = edges().filter_map(|edge| edge.last_reported.as_deref()).max();
    match (first, last) {
        (Some(first), Some(last)) if first == last => format!(", {first}"),
        (Some(first), Some(last)) => format!(", {first} to {last}"),
        _ => ", without dates".to_owned(),
    }
}

/// The window that the user chose.
fn window(network: &Network) -> String {
    let window = &network.graph.view.window;
    match (&window.from, &window.to) {
        (None, None) => String::new(),
        (Some(from), None) => format!("; only what is dated {from} or later"),
        (None, Some(to)) => format!("; only what is dated {to} or earlier"),
        (Some(from), Some(to)) => format!("; only what is dated {from} to {to}"),
    }
}

pub fn notes(network: &Network, lines: &[Line]) -> Vec<String> {
    let (_, notice) = NOTICE[0];
    let mut notes = vec![notice.to_owned()];
    if network.is_cut() {
        let (shown, of) = (network.extent(), network.of);
        notes.push(format!(
            "The strongest {} of {} ties, {} of {} actors.",
            shown.ties, of.ties, shown.actors, of.actors
        ));
    }
    if network.ties.len() > lines.len() {
        notes.push(format!(
            "{} ties in {} lines: ties of two actors with the same direction and sign share a line, which names the strongest.",
            network.ties.len(),
            lines.len()
        ));
    }
    notes
}

/// How to read the lines and shapes that occur, a sentence each.
pub fn legend(spots: &[Spot], lines: &[Line]) -> Vec<String> {
    let has = |sign: i8| lines.iter().any(|line| line.look.sign == sign);
    let mut legend = Vec::new();
    for (sign, words) in [
        (1, "Green, solid, arrow: friendly."),
        (-1, "Red, dashed, bar: hostile."),
        (0, "Grey, dotted, open arrow: neither."),
    ] {
        legend.extend(has(sign).then(|| words.to_owned()));
    }
    if lines.iter().any(|line| line.doubt().is_some()) {
        legend.push("Pale, short dashes: contested, or not established; the label says which.".to_owned());
    }
    if lines.iter().any(|line| line.relations.iter().any(|relation| relation.edited)) {
        legend.push("*: edited by hand.".to_owned());
    }
    legend.extend((!lines.is_empty()).then(|| "Width: how strong, and from how many origins.".to_owned()));
    legend
        .extend(kinds(spots).into_iter().map(|(kind, shape)| format!("{}: {kind}.", capital(shape.words()))));
    legend
}

/// The kinds of actors that occur, with their shapes.
pub fn kinds(spots: &[Spot]) -> Vec<(String, Shape)> {
    let kinds: BTreeSet<_> = spots.iter().map(|spot| spot.kind).collect();
    kinds.into_iter().map(|kind| (name(kind).replace('-', " "), Shape::of(kind))).collect()
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

/// The ties of a line, the strongest first, with their figures and the strongest sentence.
pub fn tooltip(ties: &[&Tie], network: &Network) -> String {
    let Some(strongest) = ties.first() else { return String::new() };
    let mut rows: Vec<String> = ties.iter().take(LISTED).map(|tie| in_words(tie)).collect();
    if ties.len() > LISTED {
        rows.push(format!("and {} more", ties.len() - LISTED));
    }
    rows.extend(quote(strongest, network));
    rows.join("\n")
}

fn in_words(tie: &Tie) -> String {
    let label = |label: &str| clip(&one_line(label), LONGEST_QUOTE);
    let mut words = format!(
        "{} {} {}: confidence {}, independent origins {}",
        label(&tie.source.actor.label),
        label(&tie.edge.relation),
        label(&tie.target.actor.label),
        decimal(tie.confidence()),
        tie.origins(),
    );
    if let (Some(first), Some(last)) = (&tie.edge.first_reported, &tie.edge.last_reported) {
        let until = if first == last { String::new() } else { format!(" to {last}") };
        words.push_str(&format!(", reported {first}{until}"));
    }
    let doubts = [
        (!tie.edge.plain).then(|| name(tie.status)),
        tie.edge.contested.then(|| "contested".to_owned()),
        tie.edited.then(|| "edited by hand".to_owned()),
    ];
    for doubt in doubts.into_iter().flatten() {
        words.push_str(&format!(", {doubt}"));
    }
    words
}

/// The surest sentence that puts a tie as it is shown, the first of equals.
fn strongest_claim<'g>(tie: &Tie, network: &Network<'g>) -> Option<&'g Claim> {
    let claims = tie.edge.evidence.iter().map(|&at| &network.graph.claims[at]);
    claims
        .filter(|claim| claim.status == tie.status)
        .rev()
        .max_by(|a, b| a.confidence.total_cmp(&b.confidence))
}

/// A sentence is not quoted where a node of citizens stands for a private person whom it would name.
fn quote(tie: &Tie, network: &Network) -> Option<String> {
    let claim = strongest_claim(tie, network)?;
    if [&claim.subject, &claim.object].iter().any(|end| network.graph.is_private(&end.actor.id)) {
        return None;
    }
    let document = network.graph.document(&claim.document);
    let publisher = document.and_then(|document| document.publisher.as_deref()).map(one_line);
    let published = claim.published.as_ref().map(|date| date.day().unwrap_or(date.as_str()).to_owned());
    let source: Vec<String> = publisher.into_iter().chain(published).collect();
    let source = if source.is_empty() { String::new() } else { format!(" – {}", source.join(", ")) };
    Some(format!("“{}”{}", clip(&one_line(&claim.text), LONGEST_QUOTE), clip(&source, LONGEST_QUOTE)))
}

/// The URL of the text with the strongest sentence; the claim's IRI where the text has none that a browser may open.
pub fn link(ties: &[&Tie], network: &Network, vocabulary: &Vocabulary) -> String {
    let Some(strongest) = ties.first() else { return String::new() };
    let claim = strongest_claim(strongest, network);
    let document = claim.and_then(|claim| network.graph.document(&claim.document));
    let url = document.and_then(|document| document.url.as_deref()).and_then(web_address);
    url.unwrap_or_else(|| vocabulary.claim(&strongest.edge.claim)).into_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_text_is_cut_between_what_readers_take_for_letters() {
        assert_eq!(clip("abcd", 4), "abcd");
        assert_eq!(clip("abcde", 4), "abc…");
        assert_eq!(clip("👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧", 2), "👩‍👩‍👧…");
        assert_eq!(clip("", 4), "");
    }

    #[test]
    fn one_line_has_nothing_that_moves_its_neighbours() {
        assert_eq!(one_line(" a\n\tb\0\u{202E}c\u{7F}\u{2067}عربي "), "a bc عربي");
    }
}
