//! `build`: the folder, its overwriting rules, the same bytes however it is made.

use std::process::Command;

use proptest::prelude::*;

use super::run::Place;

#[test]
fn the_summary_counts_and_its_commands_work() {
    let place = Place::with_news();
    let ran = place
        .run(["build", "news", "-o", "my graph"])
        .ends_with(0, &["2 documents", "5 sentences", "0 warnings", "Next:"]);
    let commands: Vec<&str> =
        ran.err.lines().filter_map(|line| line.trim().strip_prefix("aliansi ")).collect();
    assert_eq!(commands.len(), 2, "{}", ran.err);
    for command in commands {
        let line = format!("{} {command}", env!("CARGO_BIN_EXE_aliansi"));
        let output = Command::new("sh").args(["-c", &line]).current_dir(place.path("")).output().unwrap();
        assert!(output.status.success() && !output.stdout.is_empty(), "{line}");
    }
}

#[test]
fn a_folder_that_is_not_ours_is_left_alone() {
    let place = Place::with_news();
    place.write("taken/letter.txt", "dear");
    place
        .run(["build", "news", "-o", "taken"])
        .ends_with(1, &["taken", "no graph folder", "name a new folder"]);
    assert_eq!(place.contents("taken").len(), 1);
}

#[test]
fn a_graph_folder_is_replaced() {
    let place = Place::with_graph();
    let first = place.contents("graph");
    place.write("news/tiga.txt", "Jerman mengecam Belarus.\n");
    place.run(["build", "news", "-o", "graph"]).succeeds();
    assert_ne!(place.contents("graph"), first);
}

#[test]
fn an_output_that_cannot_be_written_is_named() {
    let place = Place::with_news();
    place
        .run(["build", "news", "-o", "news/satu.txt/graph"])
        .ends_with(1, &["error: ", "news/satu.txt/graph"]);
}

#[test]
fn threshold_and_statuses_reach_the_graph() {
    let place = Place::with_news();
    let plain = |folder: &str| {
        let query = "SELECT ?who { ?who rel:supports actor:syria }";
        place.run(["query", "--graph", folder, "--format", "csv", query]).succeeds().out.lines().count() - 1
    };
    place.run(["build", "news", "-o", "likely"]).succeeds();
    place.run(["build", "news", "-o", "sure", "--threshold", "1", "--status", "planned,negated"]).succeeds();
    assert_eq!((plain("likely"), plain("sure")), (1, 0));
    let ran = place.run(["explain", "--graph", "sure", "iran", "supports", "syria"]).succeeds();
    assert!(ran.out.contains("below the threshold 1"), "{}", ran.out);
    let dashed = std::fs::read_to_string(place.path("sure/graph.graphml")).unwrap();
    assert!(dashed.contains("negated"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn order_and_threads_do_not_change_a_byte(
        paths in Just(["news/satu.txt", "news", "more/satu.txt", "more/./tiga.txt", "posts.jsonl"].to_vec()).prop_shuffle(),
        threads in 1..=4usize,
    ) {
        let place = Place::with_news();
        place.write("more/satu.txt", "Jerman mengecam Belarus.\n");
        place.write("more/tiga.txt", "Rusia bertemu Iran.\n");
        place.write("posts.jsonl", "{\"id\": \"p1\", \"text\": \"Iran mendukung Rusia.\"}\n");
        let build = |folder: &str, threads: usize, paths: &[&str]| {
            let threads = threads.to_string();
            let options = ["build", "-q", "-o", folder, "--threads", &threads];
            place.run(options.iter().chain(paths)).succeeds();
        };
        build("shuffled", threads, &paths);
        build("sorted", 1, &["more/satu.txt", "more/tiga.txt", "news", "news/satu.txt", "posts.jsonl"]);
        prop_assert_eq!(place.contents("shuffled"), place.contents("sorted"));
    }
}

#[test]
fn a_graph_without_trees_names_another_ontology() {
    let place = Place::with_graph();
    place.run(["build", "news", "-o", "chunks", "--no-trees"]).succeeds();
    let version = |folder: &str| {
        let manifest = std::fs::read_to_string(place.path(folder).join("manifest.json")).unwrap();
        let line = manifest.lines().find(|line| line.contains("ontology")).unwrap().to_owned();
        assert!(line.len() > 32, "{line}");
        line
    };
    assert_ne!(version("graph"), version("chunks"));
    place.run(["explain", "--graph", "chunks", "iran", "supports", "syria"]).succeeds();
}

#[test]
fn media_are_worth_what_the_user_says() {
    let place = Place::with_news();
    let article = |id: &str| {
        format!("{{\"id\": \"{id}\", \"publisher\": \"Harian Ä\", \"text\": \"Jerman mengecam Belarus.\"}}\n")
    };
    place.write("paper.jsonl", &(article("p1") + &article("p2")));
    place.write("weights.toml", "\"HARIAN A\" = 0.4\n");
    let explained = |options: &[&str]| {
        place.run(["build", "paper.jsonl", "-o", "graph"].iter().chain(options)).succeeds();
        place.run(["explain", "--graph", "graph", "germany", "criticizes", "belarus"]).succeeds().out
    };
    assert!(explained(&[]).contains("\nplain edge"));
    let weighed = explained(&["--publishers", "weights.toml"]);
    assert!(weighed.contains("no plain edge") && weighed.contains("harian-a (weight 0.4)"), "{weighed}");
    place.write("weights.toml", "\"HARIAN A\" = 4\n");
    place
        .run(["build", "paper.jsonl", "-o", "graph", "--publishers", "weights.toml"])
        .ends_with(1, &["weights.toml", "the weight 4 of `HARIAN A` is not from 0 to 1"]);
    place
        .run(["build", "paper.jsonl", "-o", "graph", "--publishers", "nowhere.toml"])
        .ends_with(1, &["nowhere.toml cannot be read"]);
}
