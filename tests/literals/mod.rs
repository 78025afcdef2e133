//! String literals of Rust code, without those of its tests.

use std::fs;
use std::path::{Path, PathBuf};

/// Every literal of the Rust files below a folder with its place, outside `#[cfg(test)]` modules.
pub fn of_folder(folder: &Path) -> Vec<(String, String)> {
    let mut files = Vec::new();
    collect(folder, &mut files);
    files.sort();
    let mut found = Vec::new();
    for file in files {
        let code = fs::read_to_string(&file).unwrap();
        let literals = of_code(before_tests(&code));
        found.extend(literals.into_iter().map(|(line, text)| (format!("{}:{line}", file.display()), text)));
    }
    assert!(!found.is_empty(), "no literal at all: the scanner is broken");
    found
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
}

/// Test modules stand at the end of a file.
fn before_tests(code: &str) -> &str {
    code.split("\n#[cfg(test)]\n").next().unwrap_or(code)
}

/// Literals with their lines. Comments and character literals are passed over; escapes stay as written.
fn of_code(code: &str) -> Vec<(usize, String)> {
    let token =
        r####"(?s)//[^\n]*|/\*.*?\*/|'(?:\\.[^']*|[^'\\])'|r#+"(.*?)"#+|r"([^"]*)"|"((?:\\.|[^"\\])*)""####;
    let token = regex::Regex::new(token).unwrap();
    let line = |at: usize| code[..at].matches('\n').count() + 1;
    let found = token.captures_iter(code);
    found
        .filter_map(|found| {
            let text = (1..=3).find_map(|group| found.get(group))?;
            Some((line(text.start()), text.as_str().to_owned()))
        })
        .collect()
}

#[test]
fn literals_are_told_from_comments_and_characters() {
    let code = "// \"no\"\nlet a = \"one\"; /* \"no\" */ let q = '\"';\nlet b = r#\"two \"2\"\"#; f(r\"three\", \"fo\\\"ur\");";
    let texts: Vec<(usize, String)> = of_code(code);
    let expected = [(2, "one"), (3, "two \"2\""), (3, "three"), (3, "fo\\\"ur")];
    assert_eq!(texts, expected.map(|(line, text)| (line, text.to_owned())));
}
