//! `blocs`: who holds together.

use super::dated::{dated, json, printed, shows};

const BLOCS: [&str; 3] = ["blocs", "--graph", "graph"];

fn actors(blocs: &serde_json::Value) -> Vec<Vec<String>> {
    let names = |bloc: &serde_json::Value| {
        let mut names: Vec<String> = serde_json::from_value(bloc["actors"].clone()).unwrap();
        names.sort();
        names
    };
    blocs["blocs"].as_array().unwrap().iter().map(names).collect()
}

#[test]
fn friends_of_friends_are_one_bloc_and_their_foes_another() {
    let place = dated();
    let early = json(&place, &[&BLOCS[..], &["--to", "2025"]].concat());
    assert_eq!(actors(&early), [vec!["iran", "russia", "syria"], vec!["israel", "united-states"]]);
    assert_eq!(early["resolution"], 1.0);
    assert!(early["modularity"].as_f64().unwrap() > 0.0);
    shows(place.run(BLOCS), &["iran", "signed modularity", "not what is true"]);
    let csv = printed(&place, &[&BLOCS[..], &["--format", "csv"]].concat());
    assert_eq!((csv.lines().next(), csv.lines().count()), (Some("bloc,actor,strength"), 6));
}

#[test]
fn who_has_no_path_of_ties_to_a_bloc_is_not_in_it() {
    let place = dated();
    place.write("apart.txt", "Kamboja menyerang Thailand. Brasil mendukung Uruguay.");
    place.run(["build", "dated.jsonl", "apart.txt", "-o", "both"]).succeeds();
    let blocs = json(&place, &["blocs", "--graph", "both", "--to", "2025", "--undated"]);
    let apart = [vec!["brazil", "uruguay"], vec!["cambodia"], vec!["thailand"]];
    let found = actors(&blocs);
    assert_eq!(found[..2], [vec!["iran", "russia", "syria"], vec!["brazil", "uruguay"]][..]);
    assert!(apart.iter().all(|bloc| found.iter().any(|one| one == bloc)), "{found:?}");
    shows(place.run(["blocs", "--graph", "both"]), &["in no bloc: cambodia, thailand"]);
}

#[test]
fn a_resolution_is_above_zero() {
    let place = dated();
    place.write(
        "chain.txt",
        "Iran mendukung Suriah. Suriah mendukung Irak. Irak mendukung Iran. Irak mendukung Yordania. \
         Yordania mendukung Mesir. Mesir mendukung Sudan. Sudan mendukung Yordania.",
    );
    place.run(["build", "chain.txt", "-o", "chain"]).succeeds();
    let with = |resolution: &str| {
        place.run(["blocs", "--graph", "chain", "--format", "json", "--resolution", resolution])
    };
    with("0").ends_with(2, &["above 0"]);
    let sizes = |resolution: &str| {
        let found = serde_json::from_str(&with(resolution).succeeds().out).unwrap();
        actors(&found).iter().map(Vec::len).collect::<Vec<_>>()
    };
    assert_eq!(sizes("0.1"), [6]);
    assert_eq!(sizes("1"), [3, 3]);
    assert_eq!(sizes("8"), [1; 6]);
}
