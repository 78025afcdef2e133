//! `query --name`: the queries that come with the program.

use std::path::Path;
use std::process::Command;

use aliansi::store::canned::{Canned, all};

use super::run::Ran;
use crate::bless::compare;

/// Asks the graph of the corpus.
fn ask(words: &[&str]) -> Ran {
    let exports = Path::new(env!("CARGO_MANIFEST_DIR")).join("exports");
    let mut command = Command::new(env!("CARGO_BIN_EXE_aliansi"));
    Ran::from(command.args(["query", "--graph"]).arg(exports).args(words).output().unwrap())
}

/// What a query by name answers, as a table with a head.
fn answer(name: &str, arguments: &[String]) -> String {
    let arguments = arguments.iter().flat_map(|argument| ["--arg", argument]);
    let words: Vec<&str> = ["--name", name, "--format", "tsv"].into_iter().chain(arguments).collect();
    ask(&words).succeeds().out
}

fn rows(name: &str, arguments: &[String]) -> usize {
    answer(name, arguments).lines().count() - 1
}

#[test]
fn each_answers_its_example_about_the_corpus() {
    for Canned { name, example, .. } in all(None).unwrap() {
        let found = answer(&name, &example);
        assert!(found.lines().count() > 1, "{name} finds nothing");
        compare(&format!("cli/canned/{name}.tsv"), &found);
    }
}

#[test]
fn an_actor_is_given_by_id_or_by_name() {
    let supporters = |actor: &str| ask(&["--name", "supporters", "--arg", actor]).succeeds().out;
    assert!(supporters("actor=russia").contains("actor:north-korea"));
    assert_eq!(supporters("actor=Rusia"), supporters("actor=russia"));
    assert_eq!(
        answer("relation", &["relation=mendukung".into()]),
        answer("relation", &["relation=supports".into()])
    );
}

#[test]
fn what_is_missing_or_wrong_is_told_with_what_would_be_right() {
    let fails = |words: &[&str], parts: &[&str]| ask(words).ends_with(1, parts);
    fails(&["--name", "supporter"], &["no query `supporter` (did you mean supporters?)", "--list"]);
    fails(&["--name", "supporters"], &["needs --arg actor=", "--name supporters --arg actor=ACTOR"]);
    fails(&["--name", "supporters", "--arg", "actor=rusia2"], &["no actor `rusia2`", "russia"]);
    fails(&["--name", "supporters", "--arg", "whom=russia"], &["no parameter `whom`;"]);
    fails(&["--name", "supporters", "--arg", "actr=russia"], &["no parameter `actr` (did you mean actor?)"]);
    fails(&["--name", "nothing-like-it"], &["no query `nothing-like-it`; aliansi query --list shows all"]);
    ask(&["--name", "supporters", "--arg", "russia"]).ends_with(2, &["PARAMETER=VALUE"]);
    fails(&["--name", "relation", "--arg", "relation=suports"], &["did you mean supports?"]);
    fails(
        &["--name", "supporters", "--arg", "actor=Korea Utar"],
        &["did you mean north-korea", "a al:Actor"],
    );
    fails(&["--name", "supporters", "--arg", "actor=Vladimir"], &["did you mean vladimir-putin"]);
    fails(&["--name", "since", "--arg", "date=yesterday"], &["no date", "2025-08"]);
    for no_share in ["much", "3", "-1"] {
        let confidence = format!("confidence={no_share}");
        fails(&["--name", "words", "--arg", "text=x", "--arg", &confidence], &["no number from 0 to 1"]);
    }
    fails(&["--name", "words", "--arg", "txt=x"], &["--arg text=TEXT [--arg confidence=NUMBER]"]);
}

#[test]
fn a_value_cannot_become_a_part_of_the_query() {
    for value in ["x\" ) } } #", "\\", "') || true || ('", "\n} ; DROP ALL ; #"] {
        assert_eq!(rows("words", &[format!("text={value}")]), 0, "{value}");
    }
    ask(&["--name", "supporters", "--arg", "actor=russia> ?p ?o } #"]).ends_with(1, &["no actor"]);
}

#[test]
fn the_list_needs_no_graph() {
    let ran =
        Ran::from(Command::new(env!("CARGO_BIN_EXE_aliansi")).args(["query", "--list"]).output().unwrap());
    let out = ran.succeeds().out;
    for query in all(None).unwrap() {
        assert!(out.contains(&query.name), "{}", query.name);
    }
}
