//! The documents say what is so: paths that they name exist, headings are the folders, and commands print what the README
//! and `docs/extending.md` say that they print.
//!
//! `ALIANSI_BLESS=1 cargo test --test docs` rewrites the outputs in them.
#![allow(clippy::unwrap_used)] // a test that panics fails

mod bless;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

const DOCUMENTS: [&str; 8] = [
    "README.md",
    "ARCHITECTURE.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "docs/extending.md",
    "docs/quality.md",
    "docs/training.md",
    "ontology/README.md",
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap()
}

/// Every second part between the marks, or what follows one mark up to another.
fn between<'a>(text: &'a str, open: &'a str, close: &'a str) -> impl Iterator<Item = &'a str> {
    text.split(open).skip(1).filter_map(move |rest| Some(rest.split_once(close)?.0))
}

/// Targets of links, without those to other sites.
fn links(text: &str) -> impl Iterator<Item = &str> {
    let targets = between(text, "](", ")").map(|target| target.split('#').next().unwrap_or_default());
    targets.filter(|target| !target.is_empty() && !target.contains("://"))
}

/// Words in code marks that are paths below the repository, up to what a reader must fill in.
fn paths(text: &str) -> impl Iterator<Item = String> {
    let folders =
        ["src/", "tests/", "ontology/", "corpus/", "exports/", "scripts/", "benches/", "docs/", ".ci/"];
    let prose: String = text.split("```").step_by(2).collect();
    let code: Vec<String> = prose.split('`').skip(1).step_by(2).map(str::to_owned).collect();
    code.into_iter().filter(move |word| folders.iter().any(|folder| word.starts_with(folder))).map(|word| {
        let parts = word.split('/').take_while(|part| !is_blank(part));
        parts.collect::<Vec<_>>().join("/")
    })
}

/// Something for the reader to fill in: `RELATION.toml`, `*.toml`, `{a,b}`.
fn is_blank(part: &str) -> bool {
    let stem = part.split('.').next().unwrap_or_default();
    let capitals = stem.len() > 1 && stem.chars().all(|c| c.is_ascii_uppercase());
    part.contains(['*', '{', ' ']) || capitals && !root().join("ontology").join(part).exists()
}

#[test]
fn every_path_in_the_documents_exists() {
    let mut missing = Vec::new();
    for document in DOCUMENTS {
        let text = read(document);
        let below = Path::new(document).parent().unwrap();
        let linked = links(&text).map(|target| below.join(target));
        let named = paths(&text).map(PathBuf::from);
        let gone = linked.chain(named).filter(|path| !root().join(path).exists());
        missing.extend(gone.map(|path| format!("{document}: {}", path.display())));
    }
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn every_folder_of_the_code_is_a_heading_of_the_architecture() {
    let text = read("ARCHITECTURE.md");
    let headings: BTreeSet<&str> = text.lines().filter(|line| line.starts_with('#')).collect();
    let folders = |below: &str| {
        let entries = fs::read_dir(root().join(below)).unwrap().map(|entry| entry.unwrap());
        let folders = entries.filter(|entry| entry.file_type().unwrap().is_dir());
        folders.map(|entry| entry.file_name().into_string().unwrap()).collect::<Vec<_>>()
    };
    let code = folders("src").into_iter().map(|name| format!("## src/{name}/"));
    let stages = folders("src/pipeline").into_iter().map(|name| format!("### {name}"));
    for heading in code.chain(stages) {
        assert!(headings.contains(heading.as_str()), "ARCHITECTURE.md has no heading `{heading}`");
    }
}

#[cfg(unix)]
mod commands {
    use super::{read, root};
    use std::env;
    use std::ffi::OsString;
    use std::path::Path;
    use std::process::Command;

    use regex::Regex;

    #[test]
    fn the_readme_shows_what_its_commands_print() {
        shows_what_its_commands_print("README.md");
    }

    #[test]
    fn extending_shows_what_its_commands_print() {
        shows_what_its_commands_print("docs/extending.md");
    }

    /// The blocks of a document marked `sh` are run one after another in a folder that holds the corpus and its gold; a
    /// block marked `text` or `json` directly below one is what it prints. Blocks marked `shell` need more than the program.
    fn shows_what_its_commands_print(document: &str) {
        let place = tempfile::tempdir().unwrap();
        for folder in ["corpus", "tests"] {
            std::os::unix::fs::symlink(root().join(folder), place.path().join(folder)).unwrap();
        }
        let text = read(document);
        let block = Regex::new(r"(?ms)^```sh\n(.*?)^```\n(?:\n```(?:text|json)\n(.*?)^```\n)?").unwrap();
        let (mut blessed, mut done) = (String::new(), 0);
        for found in block.captures_iter(&text) {
            let printed = run(&found[1], place.path());
            if let Some(shown) = found.get(2) {
                blessed += &text[done..shown.start()];
                blessed += &printed;
                done = shown.end();
            }
        }
        blessed += &text[done..];
        super::bless::compare(&format!("../{document}"), &blessed);
    }

    /// What the commands print on both streams, with one duration for all that they may take.
    fn run(commands: &str, place: &Path) -> String {
        let program = Path::new(env!("CARGO_BIN_EXE_aliansi")).parent().unwrap();
        let mut path = OsString::from(program);
        path.push(":");
        path.push(env::var_os("PATH").unwrap_or_default());
        let script = format!("exec 2>&1\n{commands}");
        let ran =
            Command::new("sh").args(["-euc", &script]).current_dir(place).env("PATH", path).output().unwrap();
        let printed = String::from_utf8(ran.stdout).unwrap();
        assert!(ran.status.success(), "{commands}\n{printed}");
        Regex::new(r"\b\d+\.\d s\b").unwrap().replace_all(&printed, "0.1 s").into_owned()
    }
}
