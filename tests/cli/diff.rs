//! `diff`: two graphs, or two spans of time of one.

use super::dated::{dated, json, printed, shows};

const SPANS: [&str; 7] = ["diff", "--graph", "graph", "--before", "2025..2025", "--after", "2026.."];

fn names(links: &serde_json::Value) -> Vec<String> {
    let name = |link: &serde_json::Value| {
        let word = |key: &str| link[key].as_str().unwrap().to_owned();
        [word("subject"), word("relation"), word("object")].join(" ")
    };
    links.as_array().unwrap().iter().map(name).collect()
}

#[test]
fn two_spans_of_a_graph_tell_what_came_and_went() {
    let place = dated();
    let changes = json(&place, &SPANS);
    assert!(names(&changes["gained"]).contains(&"iran criticizes syria".to_owned()), "{changes}");
    assert!(names(&changes["lost"]).contains(&"iran supports syria".to_owned()), "{changes}");
    assert!(!names(&changes["lost"]).contains(&"russia supports syria".to_owned()), "{changes}");
    let flipped = changes["flipped"].as_array().unwrap();
    assert_eq!((flipped.len(), &flipped[0]["a"], &flipped[0]["b"]), (1, &"iran".into(), &"syria".into()));
    assert!(changes["moved"].as_array().unwrap().len() > 1);
    shows(place.run(SPANS), &["from 2025..2025 to 2026..", "edges gained: ", "ties that flipped: 1", "−"]);
}

#[test]
fn two_folders_are_compared_and_one_with_itself_is_the_same() {
    let place = dated();
    place.run(["build", "early.jsonl", "-o", "early"]).succeeds();
    let changes = json(&place, &["diff", "early", "graph"]);
    assert_eq!(names(&changes["lost"]), Vec::<String>::new());
    assert!(names(&changes["gained"]).contains(&"iran criticizes syria".to_owned()));
    let back = json(&place, &["diff", "graph", "early"]);
    assert_eq!(changes["gained"], back["lost"]);
    let csv = printed(&place, &["diff", "graph", "graph", "--format", "csv"]);
    assert_eq!(csv, "change,subject,relation,object,before,after\n");
}

#[test]
fn spans_and_folders_that_make_no_sense_are_refused() {
    let place = dated();
    let spans = |before: &str, after: &str| {
        place.run(["diff", "--graph", "graph", "--before", before, "--after", after])
    };
    spans("2025", "2026..").ends_with(2, &["DATE..DATE"]);
    spans("2026..2025", "2026..").ends_with(2, &["ends before it begins"]);
    spans("..lately", "2026..").ends_with(2, &["is not a date"]);
    spans("..2001", "2026..").ends_with(1, &["..2001: nothing to compare"]);
    place.run(["diff", "--graph", "graph", "--before", "2025.."]).ends_with(2, &["--after"]);
    place.run(["diff", "graph"]).ends_with(2, &["EARLIER"]);
    place.run(["diff", "graph", "nowhere"]).ends_with(1, &["nowhere"]);
}
