//! `docs/quality.md` shows what the command that it names prints now.
//!
//! `ALIANSI_BLESS=1 cargo test --test quality` rewrites the tables.
#![allow(clippy::unwrap_used)] // a test that panics fails

mod bless;

use std::fs;
use std::path::Path;
use std::process::Command;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");
const PAGE: &str = "docs/quality.md";
const BEGIN: &str = "<!-- figures -->\n";
const END: &str = "<!-- end of figures -->\n";

#[test]
fn the_page_shows_the_figures_of_today() {
    let page = fs::read_to_string(Path::new(ROOT).join(PAGE)).unwrap();
    let (before, rest) = page.split_once(BEGIN).unwrap();
    let (_, after) = rest.split_once(END).unwrap();
    let figures = figures(&page);
    assert!(figures.contains("| claim |") && figures.contains("### By binder"), "{figures}");
    bless::compare(&format!("../{PAGE}"), &format!("{before}{BEGIN}\n{figures}\n{END}{after}"));
}

/// What the command on the page prints.
fn figures(page: &str) -> String {
    let arguments = page.lines().find_map(|line| line.strip_prefix("cargo run --release -- ")).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_aliansi"));
    let ran = command.current_dir(ROOT).args(arguments.split_whitespace()).output().unwrap();
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    String::from_utf8(ran.stdout).unwrap()
}
