//! The files of cases.

use std::path::{Path, PathBuf};
use std::{fmt, fs};

use crate::claim::Claim;

/// A text with the claims that it holds.
#[derive(Debug)]
pub struct Case {
    /// Path of its file below the crate, with `/` between its parts.
    pub file: String,
    /// Line of its heading, from 1.
    pub line: usize,
    /// Its heading.
    pub name: String,
    /// Language code: the name of the folder that holds the file.
    pub language: String,
    /// Why the program does not pass it yet.
    pub pending: Option<String>,
    /// A line is a paragraph.
    pub text: String,
    /// Exactly the claims that come out.
    pub claims: Vec<Claim>,
}

impl fmt::Display for Case {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.name)
    }
}

/// The cases of every language, in the order of their files.
pub fn every_case() -> Vec<Case> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folders = entries(&root.join("tests/cases")).into_iter().filter(|path| path.is_dir());
    let files =
        folders.flat_map(|folder| entries(&folder)).filter(|path| path.extension() == Some("md".as_ref()));
    files.flat_map(|path| cases(&below(root, &path), &fs::read_to_string(&path).unwrap())).collect()
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}

fn below(root: &Path, path: &Path) -> String {
    let parts = path.strip_prefix(root).unwrap().iter().map(|part| part.to_str().unwrap());
    parts.collect::<Vec<_>>().join("/")
}

/// The cases of one file.
fn cases(file: &str, text: &str) -> Vec<Case> {
    let language = file.rsplit('/').nth(1).unwrap_or_default();
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let heads: Vec<usize> = (0..lines.len()).filter(|&at| lines[at].starts_with("## ")).collect();
    let ends = heads.iter().skip(1).copied().chain([lines.len()]);
    let ranges = heads.iter().zip(ends);
    ranges.map(|(&head, end)| case((file, head + 1), language, &lines[head..end])).collect()
}

fn case((file, line): (&str, usize), language: &str, lines: &[&str]) -> Case {
    let name = lines[0].trim_start_matches("## ").to_owned();
    let of = |prefix: &'static str| lines[1..].iter().filter_map(move |line| line.strip_prefix(prefix));
    let is_text = |line: &&&str| !line.is_empty() && !line.starts_with("pending:") && !line.starts_with("- ");
    let paragraphs: Vec<&str> = lines[1..].iter().filter(is_text).copied().collect();
    let (place, text) = (format!("{file}:{line}: {name}"), paragraphs.join("\n"));
    let claims: Vec<&str> = of("- ").collect();
    assert!(
        !text.is_empty() && !claims.is_empty(),
        "{place}: a case has a text and `- ` lines of claims, or `- none`"
    );
    let parse = |line: &str| line.parse().unwrap_or_else(|error| panic!("{place}: `- {line}`: {error}"));
    Case {
        file: file.to_owned(),
        line,
        name,
        language: language.to_owned(),
        pending: of("pending:").next().map(|reason| reason.trim().to_owned()),
        text,
        claims: claims.into_iter().filter(|&line| line != "none").map(parse).collect(),
    }
}

#[test]
fn files_are_read() {
    let text = "# Title\nFor the reader.\n\n## one\nA.\nB.\n\n- iran supports syria\n\n## two\npending: no verb\nC\n- none\n";
    let [one, two] = &cases("tests/cases/id/file.md", text)[..] else { panic!("two cases") };
    assert_eq!(one.to_string(), "tests/cases/id/file.md:4: one");
    assert_eq!((one.language.as_str(), one.text.as_str(), one.claims.len()), ("id", "A.\nB.", 1));
    assert_eq!((two.text.as_str(), two.pending.as_deref(), two.claims.len()), ("C", Some("no verb"), 0));
}
