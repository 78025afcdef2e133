//! The texts that an ontology was read from, to say on which line an entry stands.

use super::bundle::File;

/// Texts of the files of a folder; empty for what was compiled into the binary.
#[derive(Debug, Clone, Default)]
pub struct Sources(Vec<File>);

impl Sources {
    /// Sources that hold these files.
    pub(super) fn new(files: Vec<File>) -> Self {
        Self(files)
    }

    /// File and line of the `nth` entry (from 0) that says `key = "value"` in the files whose paths begin with
    /// `prefix`; the prefix and no line where no text says so.
    pub(super) fn entry(&self, prefix: &str, key: &str, value: &str, nth: usize) -> (String, Option<usize>) {
        let files = self.0.iter().filter(|file| file.path.starts_with(prefix));
        let lines =
            files.flat_map(|file| file.text.lines().enumerate().map(move |(at, line)| (file, at, line)));
        let mut found = lines.filter(|(_, _, line)| says(line, key, value));
        match found.nth(nth) {
            Some((file, at, _)) => (file.path.clone(), Some(at + 1)),
            None => (prefix.to_owned(), None),
        }
    }

    /// File and first line that holds these words, in the files whose paths begin with `prefix`.
    pub(super) fn words(&self, prefix: &str, words: &str) -> (String, Option<usize>) {
        let files = self.0.iter().filter(|file| file.path.starts_with(prefix));
        let mut lines = files.flat_map(|file| file.text.lines().enumerate().map(move |at| (file, at)));
        match lines.find(|(_, (_, line))| line.contains(words)) {
            Some((file, (at, _))) => (file.path.clone(), Some(at + 1)),
            None => (prefix.to_owned(), None),
        }
    }
}

fn says(line: &str, key: &str, value: &str) -> bool {
    let Some(rest) = line.trim_start().strip_prefix(key) else { return false };
    let Some(rest) = rest.trim_start().strip_prefix('=') else { return false };
    rest.trim_start()
        .strip_prefix('"')
        .and_then(|rest| rest.strip_prefix(value))
        .is_some_and(|rest| rest.starts_with('"'))
}
