//! `balance`: triads, chance, frustration, expectations.

use super::dated::{dated, json, printed, shows};

const EARLY: [&str; 5] = ["balance", "--graph", "graph", "--to", "2025"];

#[test]
fn triads_are_counted_and_set_against_chance() {
    let report = json(&dated(), &EARLY);
    let triads = ["total", "+++", "+--", "++-", "---"].map(|kind| report["triads"][kind].as_u64().unwrap());
    assert_eq!(triads, [3, 1, 2, 0, 0]);
    assert_eq!((report["balanced"].as_f64(), report["weakly_balanced"].as_f64()), (Some(1.0), Some(1.0)));
    assert_eq!(report["against_shuffled"]["balanced"]["samples"], 1000);
    let frustration = &report["frustration"];
    assert_eq!((frustration["exact"].as_bool(), frustration["upper"].as_f64()), (Some(true), Some(0.0)));
    assert_eq!(frustration["camps"][1], serde_json::json!(["israel", "united-states"]));
}

#[test]
fn friends_who_fall_out_frustrate_the_camps() {
    let place = dated();
    let sure = "frustration index 0.00, exact";
    shows(place.run(EARLY), &[sure, "camp 1: iran, russia, syria", "Cartwright–Harary", "seed 0"]);
    let late = ["balance", "--graph", "graph", "--from", "2025-02"];
    let report = json(&place, &late);
    assert_eq!(report["triads"]["++-"], 1);
    assert!(report["frustration"]["upper"].as_f64().unwrap() > 0.0);
    shows(place.run(late), &["ties against these camps: iran −"]);
}

#[test]
fn what_balance_expects_is_marked_as_stated_by_nobody() {
    let place = dated();
    let expected = json(&place, &[&EARLY[..], &["--predict"]].concat())["expected"].clone();
    assert!(expected["note"].as_str().unwrap().contains("no text states"));
    assert_eq!((&expected["ties"][0]["b"], &expected["ties"][0]["sign"]), (&"russia".into(), &(-1).into()));
    shows(place.run([&EARLY[..], &["--predict", "--triads"]].concat()), &["no text states", "foes", "+--"]);
    let csv = |list: &str| printed(&place, &[&EARLY[..], &[list, "--format", "csv"]].concat());
    assert!(csv("--predict").starts_with("a,b,expected,"));
    assert_eq!(csv("--triads").lines().count(), 4);
}

#[test]
fn a_graph_without_triads_has_no_shares() {
    let place = dated();
    let report = json(&place, &["balance", "--graph", "graph", "--from", "2026"]);
    assert_eq!(
        (report["triads"]["total"].as_u64(), &report["balanced"]),
        (Some(0), &serde_json::Value::Null)
    );
    shows(place.run(["balance", "--graph", "graph", "--from", "2026"]), &["0 triads", "frustration index"]);
}
