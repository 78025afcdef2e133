//! `aliansi model`.

use std::path::Path;
use std::process::{Command, Output};

use super::treebank::text;

fn run(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_aliansi"));
    command.current_dir(folder).args(["model"]).args(arguments).output().expect("the program runs")
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn train_eval_info() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("a.conllu"), text(60)).unwrap();
    std::fs::write(folder.path().join("b.conllu"), text(90)).unwrap();
    let train =
        ["train", "a.conllu", "b.conllu", "-l", "xx", "-o", "xx.model", "--epochs", "6", "--threads", "2"];
    let trained = run(folder.path(), &train);
    assert!(trained.status.success(), "{}", said(&trained));
    let figures = run(folder.path(), &["eval", "xx.model", "a.conllu", "--format", "json"]);
    let figures: serde_json::Value = serde_json::from_slice(&figures.stdout).unwrap();
    for figure in ["upos", "uas", "las"] {
        assert!(figures[figure].as_f64().is_some_and(|share| share > 90.0), "{figures}");
    }
    assert!(figures["words_per_second"].as_f64().is_some_and(|speed| speed > 0.0), "{figures}");
    let info = run(folder.path(), &["info", "xx.model"]);
    assert!(String::from_utf8_lossy(&info.stdout).contains("VERB|Voice=Act"));
}

#[test]
fn refusals_name_the_file() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("bad.conllu"), "1\tx\n").unwrap();
    std::fs::write(folder.path().join("bad.model"), "x").unwrap();
    let trained = run(folder.path(), &["train", "bad.conllu", "-l", "xx", "-o", "xx.model"]);
    assert_eq!(trained.status.code(), Some(1));
    assert!(said(&trained).contains("bad.conllu:1: "), "{}", said(&trained));
    let shown = run(folder.path(), &["info", "bad.model"]);
    assert!(said(&shown).contains("bad.model: no model of aliansi"), "{}", said(&shown));
    let unknown = run(folder.path(), &["eval", "nowhere", "bad.conllu"]);
    assert!(said(&unknown).contains("nowhere is neither"), "{}", said(&unknown));
}
