//! By what a folder is seen to have changed.

use std::fs::{self, Metadata};
use std::path::Path;
use std::time::SystemTime;

/// What the file system says of the files of which a graph folder is made. Two folders with different signatures may still
/// hold the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature(Vec<Option<File>>);

#[derive(Debug, Clone, PartialEq, Eq)]
struct File {
    length: u64,
    modified: Option<SystemTime>,
    /// Where the system has one.
    inode: u64,
}

/// A folder that is written anew has a new manifest; decisions alone may be written by hand.
const FILES: [&str; 3] = ["manifest.json", "claims.jsonl", "decisions.jsonl"];

impl Signature {
    /// The signature of a folder as it is now, also where there is none.
    pub(super) fn of(folder: &Path) -> Self {
        let file = |name| fs::metadata(folder.join(name)).ok().map(|metadata| File::of(&metadata));
        Self(FILES.into_iter().map(file).collect())
    }
}

impl File {
    fn of(metadata: &Metadata) -> Self {
        Self { length: metadata.len(), modified: metadata.modified().ok(), inode: inode(metadata) }
    }
}

#[cfg(unix)]
fn inode(metadata: &Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::ino(metadata)
}

#[cfg(not(unix))]
fn inode(_: &Metadata) -> u64 {
    0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_replaced_or_changed_shows() {
        let folder = tempfile::tempdir().unwrap();
        let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
        write("manifest.json", "{}");
        let before = Signature::of(folder.path());
        assert_eq!(before, Signature::of(folder.path()));
        write("notes.txt", "mine");
        assert_eq!(before, Signature::of(folder.path()));
        write("decisions.jsonl", "{}\n");
        assert_ne!(before, Signature::of(folder.path()));
    }
}
