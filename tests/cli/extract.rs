//! `extract`: one claim a line, in order, as it comes.

use std::io::{BufRead, BufReader, Write};
use std::process::Stdio;

use serde_json::Value;

use super::run::{Place, Ran};

fn many(place: &Place, documents: usize) {
    let text = "Iran mendukung Suriah. Jerman mengecam Belarus.";
    let line = |n: usize| format!("{{\"id\": \"d{n:05}\", \"text\": \"{text}\"}}\n");
    place.write("many.jsonl", &(0..documents).map(line).collect::<String>());
}

fn document(line: &str) -> String {
    serde_json::from_str::<Value>(line).unwrap()["document"].as_str().unwrap().to_owned()
}

#[test]
fn a_line_is_a_claim_with_its_sentence_and_rule() {
    let ran = Place::with_news().run(["extract", "news/dua.txt"]).succeeds();
    let first: Value = serde_json::from_str(ran.out.lines().next().unwrap()).unwrap();
    assert_eq!(first["subject"]["id"], "iran");
    assert_eq!(first["text"], "Iran mendukung Suriah.");
    assert!(first["frame"].as_str().unwrap().starts_with("supports/id/"));
}

#[test]
fn claims_keep_the_order_of_the_input_with_any_threads() {
    let place = Place::with_news();
    many(&place, 700);
    let one = place.run(["extract", "many.jsonl", "news", "--threads", "1"]).succeeds();
    let four = place.run(["extract", "many.jsonl", "news", "--threads", "4"]).succeeds();
    assert_eq!(one.out, four.out);
    let documents: Vec<String> = one.out.lines().map(document).collect();
    assert!(documents.len() > 1400 && documents[..1400].is_sorted(), "{}", documents.len());
}

#[test]
fn standard_input_is_read() {
    let place = Place::with_news();
    let mut child =
        place.command(["extract", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all("Iran mendukung Suriah.".as_bytes()).unwrap();
    let ran = Ran::from(child.wait_with_output().unwrap()).succeeds();
    assert_eq!(ran.out.lines().count(), 1);
}

#[test]
fn a_closed_pipe_ends_it_quietly() {
    let place = Place::with_news();
    many(&place, 3000);
    let mut command = place.command(["extract", "many.jsonl"]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut first = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut first).unwrap();
    assert!(first.starts_with("{\"claim\""));
    let ran = Ran::from(child.wait_with_output().unwrap());
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
}

#[test]
fn no_trees_leaves_the_roles_to_chunks() {
    let place = Place::with_news();
    let binders = |more: &[&str]| {
        let ran = place.run(["extract", "news/dua.txt"].iter().chain(more)).succeeds();
        let first: Value = serde_json::from_str(ran.out.lines().next().unwrap()).unwrap();
        [&first["binder"], &first["subject"]["binder"], &first["object"]["binder"]].map(Value::to_string)
    };
    assert_eq!(binders(&[]), ["\"both\""; 3]);
    assert_eq!(binders(&["--no-trees"]), ["\"chunk\""; 3]);
}
