//! What bears on an edge besides its score: whose deeds it sums up, what contradicts it, what became of it, who edited it.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::io::{self, Write};

use crate::cli::console::count;
use crate::cli::format::name;
use crate::cli::triple::{Triple, spelled};
use crate::model::{Claim, Edge, Edit, Graph};

/// So many sentences of another edge are shown.
const SENTENCES: usize = 3;

/// When it was reported, and when the texts say that it held.
pub(super) fn print_times(edge: &Edge, out: &mut impl Write) -> io::Result<()> {
    let spans = [
        ("reported", &edge.first_reported, &edge.last_reported),
        ("dated by the texts", &edge.since, &edge.until),
    ];
    for (what, first, last) in spans {
        match (first, last) {
            (Some(first), Some(last)) if first == last => writeln!(out, "  {what} {first}")?,
            (Some(first), Some(last)) => writeln!(out, "  {what} from {first} to {last}")?,
            (Some(first), None) => writeln!(out, "  {what} since {first}")?,
            (None, Some(last)) => writeln!(out, "  {what} until {last}")?,
            (None, None) => {}
        }
    }
    Ok(())
}

/// Whose claims an edge sums up, the most frequent first: subject, object, how often.
pub(super) fn made_of<'g>(edge: &Edge, graph: &'g Graph) -> Vec<(&'g str, &'g str, usize)> {
    let mut times: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for claim in evidence(edge, graph) {
        *times.entry(shown(claim, graph)).or_default() += 1;
    }
    let mut made_of: Vec<_> =
        times.into_iter().map(|((subject, object), times)| (subject, object, times)).collect();
    made_of.sort_by_key(|&(_, _, times)| Reverse(times));
    made_of
}

/// Whose claims an edge between states sums up; nothing where they are of the two actors alone.
pub(super) fn print_actors(triple: Triple, graph: &Graph, out: &mut impl Write) -> io::Result<()> {
    let (source, edge, target) = triple;
    let made_of = made_of(edge, graph);
    let own = [source.actor.id.as_str(), &target.actor.id];
    if made_of.iter().all(|(subject, object, _)| own.contains(subject) && own.contains(object)) {
        return Ok(());
    }
    writeln!(out, "\nmade of")?;
    for (subject, object, times) in made_of {
        writeln!(out, "  {subject} {} {object}: {}", edge.relation, count(times, "time"))?;
    }
    Ok(())
}

/// The actors that a claim names, but for private persons, who are citizens.
fn shown<'g>(claim: &'g Claim, graph: &'g Graph) -> (&'g str, &'g str) {
    let id = |id: &'g str| if graph.is_private(id) { graph.representative(id) } else { id };
    (id(&claim.subject.actor.id), id(&claim.object.actor.id))
}

/// Edges that contradict this one, and those in which what was planned or threatened came about.
pub(super) fn print_linked(edge: &Edge, graph: &Graph, out: &mut impl Write) -> io::Result<()> {
    print_others("contradicted by", &edge.contradicted_by, graph, out)?;
    if edge.fulfilled_by.contains(&edge.claim) {
        writeln!(out, "\nfulfilled: what was planned was asserted later")?;
    }
    let others: Vec<String> = edge.fulfilled_by.iter().filter(|id| **id != edge.claim).cloned().collect();
    print_others("fulfilled by", &others, graph, out)
}

fn print_others(what: &str, claims: &[String], graph: &Graph, out: &mut impl Write) -> io::Result<()> {
    for claim in claims {
        let Some(other) = graph.edges().find(|(_, edge, _)| edge.claim == *claim) else { continue };
        writeln!(out, "\n{what} {} (confidence {:.4})", spelled(other), other.1.confidence)?;
        let sentences = evidence(other.1, graph);
        for claim in sentences.iter().take(SENTENCES) {
            let date = claim.published.as_ref().map(|date| format!(", {date}")).unwrap_or_default();
            writeln!(out, "  “{}”\n  {}, {}{date}", claim.text, claim.document, name(&claim.status))?;
        }
        if sentences.len() > SENTENCES {
            writeln!(out, "  and {} more", sentences.len() - SENTENCES)?;
        }
    }
    Ok(())
}

fn evidence<'g>(edge: &Edge, graph: &'g Graph) -> Vec<&'g Claim> {
    edge.evidence.iter().map(|&at| &graph.claims[at]).collect()
}

/// What a person did: `confirmed by Sri, 2026-03-01: seen in print`.
pub(in crate::cli) fn edited(edit: &Edit) -> String {
    let by = edit.by.as_ref().map(|by| format!(" by {by}"));
    let at = edit.at.as_ref().map(|at| format!(", {at}"));
    let why = edit.why.as_ref().map(|why| format!(": {why}"));
    [Some(name(&edit.kind)), by, at, why].into_iter().flatten().collect()
}
