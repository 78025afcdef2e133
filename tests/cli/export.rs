//! `export`: a graph, or a part of it, in another format.

use super::dated::{dated, printed};
use super::run::Place;

const EXPORT: [&str; 3] = ["export", "--graph", "graph"];

fn export(place: &Place, words: &[&str]) -> String {
    printed(place, &[&EXPORT[..], words].concat())
}

/// The ends and relations of node-link JSON.
fn edges(place: &Place, words: &[&str]) -> Vec<String> {
    let text = export(place, &[&["--format", "json"], words].concat());
    let network: serde_json::Value = serde_json::from_str(&text).unwrap();
    let edge = |edge: &serde_json::Value| {
        ["source", "relation", "target"].map(|field| edge[field].as_str().unwrap()).join(" ")
    };
    network["edges"].as_array().unwrap().iter().map(edge).collect()
}

#[test]
fn without_options_it_is_the_file_of_the_folder() {
    let place = dated();
    for format in ["ttl", "nq", "graphml", "gexf", "json", "dot"] {
        let file = std::fs::read_to_string(place.path(&format!("graph/graph.{format}"))).unwrap();
        assert!(export(&place, &["--format", format]) == file, "{format}");
    }
}

#[test]
fn it_is_written_to_a_file_and_its_size_is_told() {
    let place = dated();
    let ran = place.run([&EXPORT[..], &["--format", "dot", "-o", "part.dot"]].concat()).succeeds();
    assert!(ran.out.is_empty() && ran.err.contains("5 actors, 8 ties"), "{}", ran.err);
    assert!(std::fs::read_to_string(place.path("part.dot")).unwrap().starts_with("digraph"));
    place
        .run([&EXPORT[..], &["--format", "dot", "-o", "no/where.dot"]].concat())
        .ends_with(1, &["no/where.dot: cannot write it"]);
}

#[test]
fn a_part_is_picked_by_actor_relation_number_level_and_time() {
    let place = dated();
    let around = edges(&place, &["--around", "Amerika Serikat", "--level", "state"]);
    assert_eq!(
        around,
        ["israel attacks iran", "united-states sanctions iran", "united-states supports israel"]
    );
    let further = edges(&place, &["--around", "united-states", "--hops", "2"]);
    assert!(further.len() > around.len(), "{further:?}");
    assert_eq!(edges(&place, &["--relations", "sanctions"]), ["united-states sanctions iran"]);
    assert!(edges(&place, &["--top", "2"]).len() < further.len());
    assert!(edges(&place, &[]).iter().any(|edge| edge.starts_with("vladimir-putin supports")));
    assert!(edges(&place, &["--level", "state"]).iter().all(|edge| !edge.contains("putin")));
    assert_eq!(
        edges(&place, &["--from", "2026", "--level", "state"]),
        ["iran criticizes syria", "russia supports syria"]
    );
}

#[test]
fn diagrams_show_states_unless_asked_for_all() {
    let place = dated();
    assert!(!export(&place, &["--format", "dot"]).contains("putin"));
    assert!(export(&place, &["--format", "dot", "--level", "actor"]).contains("putin"));
}

#[test]
fn what_is_not_there_is_told_with_what_is() {
    let place = dated();
    let fails = |words: &[&str], parts: &[&str]| {
        place.run([&EXPORT[..], words].concat()).ends_with(1, parts);
    };
    fails(&["--format", "dot", "--around", "Rusja"], &["russia (Russia)"]);
    fails(&["--format", "dot", "--relations", "adores"], &["no such relation", "supports"]);
    fails(&["--format", "ttl", "--around", "iran"], &["--around picks ties"]);
    place.run([&EXPORT[..], &["--format", "docx"]].concat()).ends_with(2, &["graphml"]);
}
