//! Each input file beside what comes out of it. `ALIANSI_BLESS=1` rewrites the golden files.

use std::fs;

use crate::{acquired, input};

fn check(name: &str, map: &[(&str, &str)]) {
    let inputs = input("");
    let lines = acquired(&[input(name)], map).into_iter().map(|acquired| match acquired {
        Ok(document) => serde_json::to_string_pretty(&document).unwrap(),
        Err(warning) => format!("warning: {}", warning.to_string().replace(inputs.to_str().unwrap(), "")),
    });
    let found = lines.collect::<Vec<_>>().join("\n") + "\n";
    crate::bless::compare(&format!("acquire/golden/{name}.golden"), &found);
}

#[test]
fn an_indonesian_page() {
    check("halaman.html", &[]);
}

#[test]
fn an_english_page() {
    check("page.html", &[]);
}

#[test]
fn a_plain_article() {
    check("artikel.txt", &[]);
}

#[test]
fn a_wrapped_press_release() {
    check("release.txt", &[]);
}

#[test]
fn a_markdown_column() {
    check("kolom.md", &[]);
}

#[test]
fn a_table_with_other_names() {
    check("tabel.csv", &[("text", "Isi"), ("published", "Tanggal"), ("title", "Judul")]);
}

#[test]
fn json_lines() {
    check("baris.jsonl", &[]);
}

#[test]
fn what_comes_out_goes_in_again_unchanged() {
    let names =
        ["artikel.txt", "baris.jsonl", "halaman.html", "kolom.md", "page.html", "release.txt"].map(input);
    let first: Vec<_> = acquired(&names, &[]).into_iter().filter_map(Result::ok).collect();
    assert_eq!(first.len(), 9);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("documents.jsonl");
    let lines: Vec<_> = first.iter().map(|document| serde_json::to_string(document).unwrap()).collect();
    fs::write(&path, lines.join("\n")).unwrap();
    let again: Vec<_> = acquired(&[path], &[]).into_iter().map(Result::unwrap).collect();
    assert_eq!(again, first);
}
