//! `show`: an actor on one screen.

use super::dated::{dated, json, printed, shows};

#[test]
fn an_actor_is_shown_with_names_ties_timeline_and_sentences() {
    let ran = dated().run(["show", "--graph", "graph", "suriah"]);
    let known = ["Syria (syria): state", "called     Suriah", "friends and foes", "russia", "−", "israel"];
    let times = ["evidence by month of report", "2025-01", "friendly", "hostile", "█"];
    let edges =
        ["israel attacks syria: asserted", "“Israel menyerang Suriah.” (asserted, 2025-06-20, Antara)"];
    shows(ran, &[&known[..], &times, &edges].concat());
}

#[test]
fn who_acts_for_a_state_counts_as_the_state_and_alone_when_named() {
    let place = dated();
    let russia = json(&place, &["show", "--graph", "graph", "russia"]);
    assert_eq!(russia["stands_for"], serde_json::json!(["vladimir-putin"]));
    assert_eq!(russia["timeline"]["2026-02"]["friendly"], 1);
    let own = json(&place, &["show", "--graph", "graph", "russia", "--level", "actor"]);
    assert_eq!(own["timeline"]["2026-02"], serde_json::Value::Null);
    let putin = json(&place, &["show", "--graph", "graph", "vladimir-putin"]);
    assert_eq!(putin["id"], "vladimir-putin");
    assert_eq!(putin["ties"]["friends"][0]["actor"], "syria");
    assert!(putin["offices"][0]["start"].is_string(), "{putin}");
}

#[test]
fn a_card_fits_a_screen_and_a_limit_cuts_it() {
    let place = dated();
    for actor in ["iran", "russia", "israel", "vladimir-putin"] {
        let card = printed(&place, &["show", "--graph", "graph", actor]);
        assert!(card.lines().count() <= 45, "{card}");
        assert!(card.lines().all(|line| line.chars().count() <= 100), "{card}");
    }
    let few = json(&place, &["show", "--graph", "graph", "iran", "--limit", "1"]);
    let lengths =
        [&few["edges"], &few["ties"]["friends"], &few["ties"]["foes"]].map(|it| it.as_array().unwrap().len());
    assert_eq!(lengths, [1, 1, 1]);
}

#[test]
fn a_window_and_a_wrong_name_are_minded() {
    let place = dated();
    let late = json(&place, &["show", "--graph", "graph", "syria", "--from", "2026"]);
    assert_eq!(late["timeline"].as_object().unwrap().keys().collect::<Vec<_>>(), ["2026-02"]);
    place.run(["show", "--graph", "graph", "Suriya"]).ends_with(1, &["no actor `Suriya`", "syria"]);
    place.run(["show", "--graph", "nowhere", "iran"]).ends_with(1, &["nowhere"]);
}
