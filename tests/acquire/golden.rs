//! Each input file beside what comes out of it. `ALIANSI_BLESS=1` rewrites the golden files.

use std::fs;
use std::path::Path;

use crate::{acquired, input};

fn check(name: &str, map: &[(&str, &str)]) {
    let inputs = input("");
    let lines = acquired(&[input(name)], map).into_iter().map(|acquired| match acquired {
        Ok(document) => serde_json::to_string_pretty(&document).unwrap(),
        Err(warning) => format!("warning: {}", warning.to_string().replace(inputs.to_str().unwrap(), "")),
    });
    let found = lines.collect::<Vec<_>>().join("\n") + "\n";
    let golden =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/acquire/golden").join(format!("{name}.golden"));
    if std::env::var_os("ALIANSI_BLESS").is_some() {
        fs::write(&golden, &found).unwrap();
    }
    let wanted = fs::read_to_string(&golden).unwrap_or_default();
    assert_eq!(found, wanted, "{name}: ALIANSI_BLESS=1 rewrites the golden files");
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
