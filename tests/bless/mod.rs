//! Golden files: what a test's output is compared with, for git to show what changed.

use std::fs;
use std::path::Path;

/// Fails unless `found` is the golden file at a path below `tests/`.
///
/// With `ALIANSI_BLESS=1` in the environment the file is first rewritten.
#[track_caller]
pub fn compare(golden: &str, found: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(golden);
    if std::env::var_os("ALIANSI_BLESS").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, found).unwrap();
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    if let Some(difference) = difference(&expected, found) {
        panic!("tests/{golden}{difference}\nIf the new output is right, ALIANSI_BLESS=1 rewrites the file.");
    }
}

/// Where two texts first differ.
fn difference(expected: &str, found: &str) -> Option<String> {
    if expected == found {
        return None;
    }
    let (mut old, mut new) = (expected.split('\n'), found.split('\n'));
    for number in 1.. {
        match (old.next(), new.next()) {
            (Some(old), Some(new)) if old == new => {}
            (old, new) => {
                let (old, new) = around(old.unwrap_or("(end)"), new.unwrap_or("(end)"));
                return Some(format!(":{number}\n  expected {old}\n  found    {new}"));
            }
        }
    }
    None
}

/// The parts of two long lines around the place where they first differ.
fn around(old: &str, new: &str) -> (String, String) {
    let same = old.chars().zip(new.chars()).take_while(|(old, new)| old == new).count();
    let part = |line: &str| {
        let (before, after) = (same.saturating_sub(80), same + 80);
        let part: String = line.chars().skip(before).take(after - before).collect();
        let (more, rest) = (before > 0, line.chars().count() > after);
        format!("{}{part}{}", if more { "…" } else { "" }, if rest { "…" } else { "" })
    };
    (part(old), part(new))
}

#[test]
fn the_first_difference_is_shown() {
    assert_eq!(difference("a\nb\n", "a\nb\n"), None);
    assert_eq!(difference("a\nb\n", "a\nc\n").unwrap(), ":2\n  expected b\n  found    c");
    assert_eq!(difference("a\n", "a\nb\n").unwrap(), ":2\n  expected \n  found    b");
    assert_eq!(difference("", "a").unwrap(), ":1\n  expected \n  found    a");
    let long = "x".repeat(200);
    let cut = "x".repeat(80);
    let shown = format!(":1\n  expected …{cut}a\n  found    …{cut}b");
    assert_eq!(difference(&format!("{long}a"), &format!("{long}b")).unwrap(), shown);
}
