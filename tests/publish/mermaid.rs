//! Mermaid, and Mermaid's own parser where it is.

use std::io::Write;
use std::process::{Command, Stdio};

use aliansi::model::{Graph, Status};
use aliansi::pipeline::publish::network::{Network, Selection, Standing};
use aliansi::pipeline::publish::{NetworkFormat, Options};

use crate::fixture::{claim, document, graph, hostile, ontology, sample};
use crate::writers::levels;

fn written(graph: &Graph, selection: &Selection) -> String {
    let ontology = ontology();
    let states = levels(graph.clone(), &ontology).states;
    let network = Network::of(graph, &Standing::of(graph, &states), selection, &ontology.scoring);
    let mut out = Vec::new();
    NetworkFormat::Mermaid.write(&network, &Options::default(), &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

fn sampled() -> String {
    let (documents, claims) = sample();
    let statuses = vec![Status::Asserted, Status::Denied, Status::Planned];
    written(&graph(documents, claims), &Selection { statuses, ..Selection::default() })
}

/// A graph of so many states, each of which supports the next three.
fn many(states: usize) -> Graph {
    let name = |at: usize| format!("state-{}-{}", at % states, "with-a-rather-long-name".repeat(4));
    let text = "Supports.";
    let report = document("a.txt", "2026-01-01", "Daily Example", text);
    let claims = (0..states).flat_map(|at| (1..4).map(move |step| (at, at + step)));
    let claims = claims.map(|(from, to)| claim(&report, text, &name(from), "supports", &name(to))).collect();
    graph(vec![report], claims)
}

/// Labels are all that a text decides.
fn outside_labels(diagram: &str) -> String {
    diagram.split('"').step_by(2).collect()
}

#[test]
fn it_is_as_its_golden() {
    crate::bless::compare("publish/golden/statuses.mmd", &sampled());
}

#[test]
fn hostile_labels_stay_inside_their_quotes() {
    let diagram = written(&hostile(), &Selection::default());
    for line in diagram.lines() {
        assert_eq!(line.matches('"').count() % 2, 0, "{line}");
    }
    let outside = outside_labels(&diagram);
    assert!(!outside.contains("script") && !outside.contains("alert"), "{outside}");
    assert!(diagram.contains("#60;script#62;") && !diagram.contains('\u{202E}'), "{diagram}");
}

#[test]
fn what_github_would_not_draw_is_cut_and_said() {
    let diagram = written(&many(400), &Selection::default());
    assert!(diagram.encode_utf16().count() < 50_000, "{}", diagram.len());
    let ties = diagram.lines().filter(|line| line.contains("-->")).count();
    assert!((200..=500).contains(&ties), "{ties}");
    assert!(diagram.contains(&format!("The strongest {ties} of 1200 ties")), "{}", &diagram[..200]);
}

#[test]
fn an_empty_graph_is_a_diagram() {
    let diagram = written(&graph(Vec::new(), Vec::new()), &Selection::default());
    assert!(diagram.contains("0 ties, 0 actors"), "{diagram}");
}

/// `ALIANSI_MERMAID` names a Node script that reads a diagram and fails if Mermaid cannot parse it.
#[test]
fn mermaid_parses_it() {
    let Ok(script) = std::env::var("ALIANSI_MERMAID") else {
        eprintln!("skipped: ALIANSI_MERMAID names no parser");
        return;
    };
    let hostile = written(&hostile(), &Selection::default());
    for diagram in [sampled(), hostile, written(&many(400), &Selection::default())] {
        let mut node = Command::new("node").arg(&script).stdin(Stdio::piped()).spawn().unwrap();
        node.stdin.take().unwrap().write_all(diagram.as_bytes()).unwrap();
        assert!(node.wait().unwrap().success(), "{diagram}");
    }
}
