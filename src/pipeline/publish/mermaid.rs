//! Mermaid, for diagrams in Markdown: GitHub, GitLab, wikis draw what stands in a fence of ```` ```mermaid ````.
//!
//! A flowchart: blocs are subgraphs, kinds are colours and shapes, friendly ties green arrows, hostile ones red with a cross,
//! neither grey and dotted; a tie that is not plain is dotted and its label says its status. What was cut is said in its title.
//! GitHub draws at most 500 edges and 50,000 characters (`maxEdges`, `maxTextSize`), so weaker ties beyond that are left out;
//! labels are cut to [`LONGEST`] characters. <https://mermaid.js.org/syntax/flowchart.html>

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

use super::colour::ink;
use super::network::{Network, Shown, Tie};
use super::text::{clean, name};
use super::{NOTICE, Options};
use crate::model::{ActorKind, Polarity, Status};

/// So many characters of a label are shown.
pub const LONGEST: usize = 48;
/// What GitHub draws.
const MOST_EDGES: usize = 500;
/// Characters for actors and ties together; the rest of what GitHub reads is for what stands around them.
const MOST_TEXT: usize = 46_000;

/// Kinds with a look of their own: class, opening and closing bracket, colours of area and line.
const LOOKS: [(&str, &str, &str, &str); 4] = [
    ("state", "[", "]", "fill:#e3f2fd,stroke:#1565c0,color:#0d2238"),
    ("body", "([", "])", "fill:#fff8e1,stroke:#8d6e00,color:#2b2200"),
    ("armed", "{{", "}}", "fill:#fbe9e7,stroke:#a63c1a,color:#331208"),
    ("other", "(", ")", "fill:#f5f5f5,stroke:#616161,color:#212121"),
];

/// Writes a network as a Mermaid flowchart. An error if writing fails.
pub fn write(network: &Network, _options: &Options, out: &mut impl Write) -> io::Result<()> {
    let lines = Lines::of(network);
    let (_, notice) = NOTICE[0];
    let extent = lines.extent(network);
    writeln!(out, "---\ntitle: \"{extent} {notice}\"\n---\nflowchart LR")?;
    writeln!(out, "  accTitle: {extent}")?;
    writeln!(out, "  accDescr: {notice} Green arrow: friendly. Red cross: hostile. Grey dots: neither.")?;
    let mut blocs: BTreeMap<usize, Vec<&String>> = BTreeMap::new();
    for (at, line) in &lines.nodes {
        match network.actors[*at].bloc {
            Some(bloc) => blocs.entry(bloc).or_default().push(line),
            None => writeln!(out, "  {line}")?,
        }
    }
    for (bloc, members) in blocs {
        writeln!(out, "  subgraph bloc{bloc}[\"Bloc {}\"]", bloc + 1)?;
        members.into_iter().try_for_each(|line| writeln!(out, "    {line}"))?;
        writeln!(out, "  end")?;
    }
    lines.ties.iter().try_for_each(|(_, line)| writeln!(out, "  {line}"))?;
    looks(&lines, out)
}

/// Lines that fit into what is drawn.
struct Lines<'n> {
    nodes: Vec<(usize, String)>,
    ties: Vec<(&'n Tie<'n>, String)>,
}

impl<'n> Lines<'n> {
    /// The strongest ties that fit, in the order of the network, and the actors that they join.
    fn of(network: &'n Network) -> Self {
        let mut order: Vec<usize> = (0..network.ties.len()).collect();
        order.sort_by(|&a, &b| network.ties[b].score().total_cmp(&network.ties[a].score()));
        let (mut actors, mut ties, mut left) = (BTreeMap::new(), BTreeMap::new(), MOST_TEXT);
        for at in order.into_iter().take(MOST_EDGES) {
            let tie = &network.ties[at];
            let line = tie_line(tie);
            let ends: BTreeSet<usize> = BTreeSet::from([tie.from, tie.to]);
            let new: Vec<(usize, String)> = ends
                .into_iter()
                .filter(|end| !actors.contains_key(end))
                .map(|end| (end, node_line(end, &network.actors[end])))
                .collect();
            let size = new.iter().map(|(_, line)| length(line)).sum::<usize>() + length(&line);
            let Some(rest) = left.checked_sub(size) else { break };
            left = rest;
            actors.extend(new);
            ties.insert(at, (tie, line));
        }
        if network.ties.is_empty() {
            actors.extend(network.actors.iter().enumerate().map(|(at, shown)| (at, node_line(at, shown))));
        }
        Self { nodes: actors.into_iter().collect(), ties: ties.into_values().collect() }
    }

    /// How much is drawn, of how much.
    fn extent(&self, network: &Network) -> String {
        let (of, ties, actors) = (network.of, self.ties.len(), self.nodes.len());
        if ties < of.ties {
            format!("The strongest {ties} of {} ties, {actors} of {} actors.", of.ties, of.actors)
        } else {
            format!("{ties} ties, {actors} actors.")
        }
    }
}

/// With the indentation and the line end; characters as JavaScript counts them.
fn length(line: &str) -> usize {
    line.encode_utf16().count() + 5
}

fn node_line(at: usize, shown: &Shown) -> String {
    let (class, open, close, _) = look(shown.node.actor.kind);
    format!("n{at}{open}\"{}\"{close}:::{class}", label(&shown.node.actor.label, LONGEST))
}

fn tie_line(tie: &Tie) -> String {
    let is_whole = tie.edge.plain && tie.edge.polarity != Polarity::Neutral;
    let (tail, head) = match (tie.edge.polarity, tie.edge.symmetric) {
        (Polarity::Negative, true) => ("x", "x"),
        (Polarity::Negative, false) => ("", "x"),
        (_, true) => ("<", ">"),
        (_, false) => ("", ">"),
    };
    let line = if is_whole { "--" } else { "-.-" };
    format!("n{} {tail}{line}{head}|\"{}\"| n{}", tie.from, label(&words(tie), LONGEST), tie.to)
}

/// The relation; for a tie that is not plain also how texts put it.
fn words(tie: &Tie) -> String {
    let relation = tie.edge.relation.replace('-', " ");
    match tie.status {
        _ if tie.edge.plain => relation,
        Status::Asserted => format!("{relation} (asserted, not plain)"),
        status => format!("{relation} ({})", name(status)),
    }
}

fn look(kind: ActorKind) -> (&'static str, &'static str, &'static str, &'static str) {
    let [state, body, armed, other] = LOOKS;
    match kind {
        ActorKind::State => state,
        ActorKind::Organization | ActorKind::Bloc | ActorKind::GovernmentBody => body,
        ActorKind::ArmedGroup => armed,
        _ => other,
    }
}

/// Classes of the kinds, and the colours of ties by their sign.
fn looks(lines: &Lines, out: &mut impl Write) -> io::Result<()> {
    for (class, _, _, colours) in LOOKS {
        writeln!(out, "  classDef {class} {colours}")?;
    }
    for sign in [1, -1, 0] {
        let of_sign = lines.ties.iter().enumerate().filter(|(_, (tie, _))| tie.sign() == sign);
        let places: Vec<String> = of_sign.map(|(at, _)| at.to_string()).collect();
        if !places.is_empty() {
            writeln!(out, "  linkStyle {} stroke:{},stroke-width:2px", places.join(","), ink(sign))?;
        }
    }
    Ok(())
}

/// A label of at most so many characters, in which all that Mermaid or HTML gives a meaning to is an entity (`#34;`), and line
/// ends are spaces.
fn label(text: &str, longest: usize) -> String {
    let text = clean(text);
    let mut shown: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if shown.chars().count() > longest {
        shown = shown.chars().take(longest.saturating_sub(1)).chain(['…']).collect();
    }
    shown.chars().map(entity).collect()
}

fn entity(c: char) -> String {
    let is_safe = !c.is_ascii() || c.is_ascii_alphanumeric() || matches!(c, ' ' | ',' | '.' | '\'' | '-');
    // Marks that turn the direction of writing would also turn what comes after the label.
    let turns = matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{7F}'..='\u{9F}');
    match (turns, is_safe) {
        (true, _) => String::new(),
        (_, true) => c.to_string(),
        (_, false) => format!("#{};", u32::from(c)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_hold_nothing_that_mermaid_reads() {
        assert_eq!(label("a \"b\"]\n<i>#;`", 99), "a #34;b#34;#93; #60;i#62;#35;#59;#96;");
        assert_eq!(label("abcdef", 4), "abc…");
        assert_eq!(label("\u{202E}a", 4), "a");
    }
}
