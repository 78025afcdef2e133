//! A card for the screen: under 45 lines of 100 columns as it comes.

use std::io::{self, Write};

use super::Card;
use super::profile::Office;
use super::standing::{Sentence, Standing, Strong};
use crate::cli::console::count;
use crate::cli::format::{CAVEAT, clipped, clipped_around, name, signed};
use crate::model::{Level, PartialDate, Status};

/// How wide a line may be.
const WIDTH: usize = 100;

/// How wide the names of rows are.
const MARGIN: usize = 13;

pub(super) fn card(card: &Card, out: &mut impl Write) -> io::Result<()> {
    print_profile(card, out)?;
    print_standings(card, out)?;
    print_timeline(card, out)?;
    print_edges(&card.edges, out)?;
    writeln!(out, "\n{CAVEAT}")
}

fn row(what: &str, text: &str, out: &mut impl Write) -> io::Result<()> {
    if text.is_empty() { Ok(()) } else { writeln!(out, "  {what:<11}{text}") }
}

/// Items with commas, as many as a line holds.
fn fitted(items: impl IntoIterator<Item = String>) -> String {
    let mut items = items.into_iter();
    let mut text = String::new();
    while let Some(item) = items.next() {
        let longer = if text.is_empty() { item } else { format!("{text}, {item}") };
        // Room for how many more there are.
        if longer.chars().count() > WIDTH - MARGIN - 12 {
            let left = items.count() + 1;
            return if text.is_empty() {
                clipped(&longer, WIDTH - MARGIN)
            } else {
                format!("{text} and {left} more")
            };
        }
        text = longer;
    }
    text
}

fn print_profile(card: &Card, out: &mut impl Write) -> io::Result<()> {
    let (profile, actor) = (&card.profile, &card.profile.actor);
    let kind = Some(name(&actor.kind));
    let known = [kind, actor.sector.clone(), profile.wikidata.clone().map(|item| format!("Wikidata {item}"))];
    let known: Vec<_> = known.into_iter().flatten().collect();
    writeln!(out, "{} ({}): {}", actor.label, actor.id, known.join(", "))?;
    row("called", &fitted(profile.called.iter().map(|it| format!("{} {}", it.name, it.times))), out)?;
    row("also", &fitted(profile.names.iter().cloned()), out)?;
    let foreign = |id: &Option<String>| id.clone().filter(|id| *id != actor.id).unwrap_or_default();
    row("country", &foreign(&actor.country), out)?;
    row("acts for", &foreign(&actor.acts_for), out)?;
    row("offices", &fitted(profile.offices.iter().map(office)), out)?;
    row("stands for", &fitted(profile.stands_for.iter().cloned()), out)?;
    row("members", &fitted(profile.members.iter().cloned()), out)
}

fn office(office: &Office) -> String {
    let date = |date: &Option<String>| date.clone().unwrap_or_default();
    let dates = match (&office.start, &office.end) {
        (None, None) => String::new(),
        (start, end) => format!(" ({}–{})", date(start), date(end)),
    };
    format!("{}{dates}", office.title)
}

fn print_standings(card: &Card, out: &mut impl Write) -> io::Result<()> {
    let (friends, foes) = (&card.ties.friends, &card.ties.foes);
    if friends.is_empty() && foes.is_empty() {
        return writeln!(out, "\nno ties");
    }
    let level = if card.level == Level::State { "; who acts for a state counts as the state" } else { "" };
    writeln!(out, "\nfriends and foes by net weight{level}")?;
    for at in 0..friends.len().max(foes.len()) {
        let cell = |list: &[Standing]| list.get(at).map_or(String::new(), standing);
        let line = format!("  {:<46}{}", cell(friends), cell(foes));
        writeln!(out, "{}", line.trim_end())?;
    }
    Ok(())
}

fn standing(it: &Standing) -> String {
    let trend =
        it.trend.filter(|trend| trend.abs() >= 0.005).map(|trend| format!(" (trend {})", signed(trend)));
    format!("{:>7} {}{}", signed(it.net), clipped(&it.actor, 22), trend.unwrap_or_default())
}

fn print_timeline(card: &Card, out: &mut impl Write) -> io::Result<()> {
    let Some(chart) = card.timeline.chart() else { return Ok(()) };
    let undated = match card.timeline.without_month() {
        0 => String::new(),
        pieces => format!("; {} without a month", count(pieces, "piece")),
    };
    writeln!(out, "\nevidence by {} of report, highest bar {}{undated}", chart.unit, chart.highest)?;
    for (what, bars) in [("friendly", &chart.friendly), ("hostile", &chart.hostile), ("", &chart.labels)] {
        writeln!(out, "{}", format!("  {what:<11}{bars}").trim_end())?;
    }
    Ok(())
}

fn print_edges(edges: &[Strong], out: &mut impl Write) -> io::Result<()> {
    if edges.is_empty() {
        return Ok(());
    }
    writeln!(out, "\nstrongest edges")?;
    for edge in edges {
        writeln!(out, "  {} {} {}: {}", edge.subject, edge.relation, edge.object, standing_of(edge))?;
        if let Some(sentence) = &edge.sentence {
            writeln!(out, "    {}", quoted(sentence))?;
        }
    }
    Ok(())
}

/// How surely it is stated: a plain edge by what asserts it, any other by its best status.
fn standing_of(edge: &Strong) -> String {
    let asserted = edge.scores.get_key_value(&Status::Asserted).filter(|_| edge.plain);
    let best = || edge.scores.iter().max_by(|a, b| a.1.confidence.total_cmp(&b.1.confidence));
    let (status, score) =
        asserted.or_else(best).map(|(status, score)| (name(status), *score)).unwrap_or_default();
    let marks = [(!edge.plain).then_some("no plain edge"), edge.contested.then_some("contested")];
    let sure = format!("{status} {:.2}", score.confidence);
    let counts = [count(edge.evidence, "sentence"), count(score.origins, "origin")];
    let marks = marks.into_iter().flatten().map(str::to_owned);
    [sure].into_iter().chain(counts).chain(marks).collect::<Vec<_>>().join(", ")
}

fn quoted(sentence: &Sentence) -> String {
    let day = |date: &PartialDate| date.day().unwrap_or(date.as_str()).to_owned();
    let date = sentence.published.as_ref().map(day);
    let publisher = sentence.publisher.clone().unwrap_or_else(|| sentence.document.clone());
    let known: Vec<String> =
        [Some(name(&sentence.status)), date, Some(clipped(&publisher, 24))].into_iter().flatten().collect();
    let source = format!(" ({})", known.join(", "));
    let room = WIDTH - 6 - source.chars().count();
    format!("“{}”{source}", clipped_around(&sentence.text, sentence.cue, room))
}
