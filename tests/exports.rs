//! `exports/` is what the documented command makes of `corpus/`, byte for byte.
#![allow(clippy::unwrap_used)] // a test that panics fails

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// The command that makes `exports/`, as the documentation gives it.
const COMMAND: &str = "cargo run --release -- build corpus -o exports";

#[test]
fn exports_are_what_the_corpus_gives() {
    let folder = tempfile::tempdir().unwrap();
    let fresh = folder.path().join("exports");
    build(&fresh);
    let (fresh, shipped) = [fresh, Path::new(ROOT).join("exports")].map(|folder| committed(&folder)).into();
    let names = fresh.keys().chain(shipped.keys()).filter(|name| fresh.get(*name) != shipped.get(*name));
    let mut stale: Vec<String> =
        names.map(|name| difference(name, shipped.get(name), fresh.get(name))).collect();
    stale.sort();
    stale.dedup();
    assert!(stale.is_empty(), "exports/ is stale:\n{}\nRun `{COMMAND}`.", stale.join("\n"));
}

/// Runs the arguments of the documented command with another folder at their end.
fn build(output: &Path) {
    let (_, arguments) = COMMAND.split_once(" -- ").unwrap();
    let arguments = arguments.strip_suffix("exports").unwrap().split_whitespace();
    let mut command = Command::new(env!("CARGO_BIN_EXE_aliansi"));
    let ran = command.current_dir(ROOT).args(arguments).arg(output).output().unwrap();
    let messages = String::from_utf8_lossy(&ran.stderr);
    assert!(ran.status.success(), "the corpus cannot be built:\n{messages}");
}

/// The files of a folder but the index, which is for the program alone, says nothing that graph.nq does not, and is not in git.
fn committed(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = files(folder);
    files.remove("graph.index");
    files
}

/// Every file of a folder by its path below it; none if there is no such folder.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        if path.is_dir() {
            found.extend(files(&path).into_iter().map(|(below, bytes)| (format!("{name}/{below}"), bytes)));
        } else {
            found.insert(name, fs::read(&path).unwrap());
        }
    }
    found
}

fn difference(name: &str, shipped: Option<&Vec<u8>>, fresh: Option<&Vec<u8>>) -> String {
    match (shipped, fresh) {
        (None, _) => format!("  {name} is missing"),
        (_, None) => format!("  {name} is left over"),
        (Some(shipped), Some(fresh)) => {
            let same = shipped.iter().zip(fresh).take_while(|(old, new)| old == new);
            let line = 1 + same.filter(|(byte, _)| **byte == b'\n').count();
            format!("  {name} differs from line {line} on")
        }
    }
}
