//! What `aliansi diff` prints.

use std::io::Write;

use serde_json::{Value, json};

use super::changes::{Changes, Link, Move};
use crate::cli::format::{CAVEAT, rounded, signed};
use crate::cli::table::{align_right, table};

/// So many rows stand in a table unless the user says otherwise.
const ROWS: usize = 15;

pub(super) fn tables(changes: &Changes, limit: Option<usize>, out: &mut impl Write) -> std::io::Result<()> {
    let limit = limit.unwrap_or(ROWS);
    writeln!(out, "from {} to {}", changes.before, changes.after)?;
    for (what, links) in [("gained", &changes.gained), ("lost", &changes.lost)] {
        print_links(what, links, limit, out)?;
    }
    for (what, ties) in [("flipped", &changes.flipped), ("moved most", &changes.moved)] {
        print_moves(what, ties, limit, out)?;
    }
    writeln!(out, "{CAVEAT}")
}

fn print_links(what: &str, links: &[Link], limit: usize, out: &mut impl Write) -> std::io::Result<()> {
    writeln!(out, "\nedges {what}: {}", counted(links.len(), limit))?;
    if links.is_empty() {
        return Ok(());
    }
    let mut table = table(["subject", "relation", "object", "confidence"]);
    for link in links.iter().take(limit) {
        let confidence = format!("{:.2}", link.confidence);
        table.add_row([&link.subject, &link.relation, &link.object, &confidence]);
    }
    align_right(&mut table, [3]);
    writeln!(out, "{table}")
}

fn print_moves(what: &str, ties: &[Move], limit: usize, out: &mut impl Write) -> std::io::Result<()> {
    writeln!(out, "\nties that {what}: {}", counted(ties.len(), limit))?;
    if ties.is_empty() {
        return Ok(());
    }
    let mut table = table(["actor", "actor", "before", "after", "change"]);
    for tie in ties.iter().take(limit) {
        let nets = [tie.before, tie.after, tie.change].map(signed);
        table.add_row([tie.a.clone(), tie.b.clone()].into_iter().chain(nets));
    }
    align_right(&mut table, 2..5);
    writeln!(out, "{table}")
}

fn counted(number: usize, limit: usize) -> String {
    if number > limit { format!("{number}, of which {limit}") } else { number.to_string() }
}

/// The lists, each cut to its length.
pub(super) fn document(changes: &Changes, limit: Option<usize>) -> Value {
    let mut document = json!(changes);
    for list in ["gained", "lost", "flipped", "moved"] {
        let rows = document[list].as_array_mut().into_iter();
        rows.for_each(|rows| rows.truncate(limit.unwrap_or(usize::MAX)));
    }
    document
}

pub(super) fn csv(changes: &Changes, limit: Option<usize>, out: &mut impl Write) -> anyhow::Result<()> {
    let limit = limit.unwrap_or(usize::MAX);
    let mut rows = csv::Writer::from_writer(out);
    rows.write_record(["change", "subject", "relation", "object", "before", "after"])?;
    let number = |number: f64| rounded(number).to_string();
    for (what, links) in [("gained", &changes.gained), ("lost", &changes.lost)] {
        for link in links.iter().take(limit) {
            let weight = number(link.weight);
            let sides = if what == "gained" { ["", &weight] } else { [&weight, ""] };
            rows.write_record([what, &link.subject, &link.relation, &link.object, sides[0], sides[1]])?;
        }
    }
    for (what, ties) in [("flipped", &changes.flipped), ("moved", &changes.moved)] {
        for tie in ties.iter().take(limit) {
            rows.write_record([what, &tie.a, "", &tie.b, &number(tie.before), &number(tie.after)])?;
        }
    }
    Ok(rows.flush()?)
}
