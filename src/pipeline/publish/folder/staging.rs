//! Writes a folder whole or not at all.

use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::{CLAIMS, DOCUMENTS, MANIFEST, Manifest};
use crate::pipeline::publish::PublishError;

/// Fills a hidden folder beside `directory` and gives it that name. Unless all goes well, `directory` is as it
/// was and nothing is left beside it.
pub fn replace(directory: &Path, fill: impl FnOnce(&Path) -> io::Result<()>) -> Result<(), PublishError> {
    let failed = |cause| PublishError::Write { path: directory.to_owned(), cause };
    check_replaceable(directory)?;
    let target = resolved(directory).map_err(failed)?;
    let staged = Staged::beside(&target).map_err(failed)?;
    fill(&staged.path).map_err(failed)?;
    if target.exists() {
        swap(staged, &target).map_err(failed)?.map_or(Ok(()), |old| carry_over(old, &target))
    } else {
        staged.rename_to(&target).map_err(failed)
    }
}

/// Only an empty folder or a graph may be replaced.
pub fn check_replaceable(directory: &Path) -> Result<(), PublishError> {
    let is_free = match fs::read_dir(directory) {
        Ok(mut entries) => entries.next().is_none() || is_graph(directory),
        Err(error) => error.kind() == io::ErrorKind::NotFound && directory.symlink_metadata().is_err(),
    };
    if is_free { Ok(()) } else { Err(PublishError::Taken(directory.to_owned())) }
}

fn is_graph(directory: &Path) -> bool {
    fs::read_to_string(directory.join(MANIFEST)).is_ok_and(|text| Manifest::is_one(&text))
}

/// The folder itself where the path is a link, `.` or ends in `..`; missing parents are made.
fn resolved(directory: &Path) -> io::Result<PathBuf> {
    if directory.exists() {
        return directory.canonicalize();
    }
    if let Some(parent) = directory.parent().filter(|parent| !parent.as_os_str().is_empty()) {
        fs::create_dir_all(parent)?;
    }
    Ok(directory.to_owned())
}

/// Puts the new folder in the place of the old one and says where the old one is now; nothing if it was empty.
fn swap(staged: Staged, target: &Path) -> io::Result<Option<PathBuf>> {
    if fs::remove_dir(target).is_ok() {
        return staged.rename_to(target).map(|()| None);
    }
    let old = unused(target, "old");
    fs::rename(target, &old)?;
    if let Err(error) = staged.rename_to(target) {
        fs::rename(&old, target)?;
        return Err(error);
    }
    Ok(Some(old))
}

/// Moves the user's own files of the old folder into the new one, and removes the rest.
fn carry_over(old: PathBuf, target: &Path) -> Result<(), PublishError> {
    let done = move_strangers(&old, target)
        .and_then(|()| fs::remove_dir_all(&old).map_err(|cause| (old.clone(), cause)));
    done.map_err(|(path, cause)| PublishError::Carry { path, kept: old, cause })
}

fn move_strangers(old: &Path, target: &Path) -> Result<(), (PathBuf, io::Error)> {
    let entries = fs::read_dir(old).map_err(|cause| (old.to_owned(), cause))?;
    for entry in entries {
        let name = entry.map_err(|cause| (old.to_owned(), cause))?.file_name();
        if !is_ours(&name) && !target.join(&name).exists() {
            fs::rename(old.join(&name), target.join(&name)).map_err(|cause| (old.join(&name), cause))?;
        }
    }
    Ok(())
}

/// The names that this or another version writes.
fn is_ours(name: &OsStr) -> bool {
    let name = name.to_string_lossy();
    [MANIFEST, DOCUMENTS, CLAIMS, "csv"].contains(&name.as_ref()) || name.starts_with("graph.")
}

/// A hidden name beside a folder that nothing has yet.
fn unused(target: &Path, purpose: &str) -> PathBuf {
    let name = target.file_name().unwrap_or_else(|| OsStr::new("graph")).to_string_lossy();
    let mut number = 0;
    loop {
        let path = target.with_file_name(format!(".{name}.{purpose}-{number}"));
        if path.symlink_metadata().is_err() {
            return path;
        }
        number += 1;
    }
}

/// A hidden folder that is removed unless it gets its final name.
struct Staged {
    path: PathBuf,
    is_final: bool,
}

impl Staged {
    fn beside(target: &Path) -> io::Result<Self> {
        let path = unused(target, "new");
        fs::create_dir(&path)?;
        Ok(Self { path, is_final: false })
    }

    fn rename_to(mut self, target: &Path) -> io::Result<()> {
        fs::rename(&self.path, target)?;
        self.is_final = true;
        Ok(())
    }
}

impl Drop for Staged {
    fn drop(&mut self) {
        if !self.is_final {
            // What cannot be removed is hidden and says in its name what it is.
            let _ = fs::remove_dir_all(&self.path);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn graph(folder: &Path, content: &str) -> io::Result<()> {
        fs::write(folder.join(MANIFEST), r#"{"format": "aliansi-graph", "version": 1}"#)?;
        fs::write(folder.join("graph.ttl"), content)
    }

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn a_failure_half_way_leaves_the_old_graph_and_nothing_else() {
        let parent = tempfile::tempdir().unwrap();
        let target = parent.path().join("g");
        replace(&target, |folder| graph(folder, "old")).unwrap();
        let full = replace(&target, |folder| {
            graph(folder, "half")?;
            Err(io::ErrorKind::StorageFull.into())
        });
        let message = full.unwrap_err().to_string();
        assert!(message.contains("nothing was changed") && message.contains("/g`"), "{message}");
        assert_eq!(fs::read_to_string(target.join("graph.ttl")).unwrap(), "old");
        assert_eq!(names(parent.path()), ["g"]);
    }

    #[test]
    fn a_new_graph_drops_old_exports_and_keeps_the_users_files() {
        let parent = tempfile::tempdir().unwrap();
        let target = parent.path().join("g");
        replace(&target, |folder| graph(folder, "old")).unwrap();
        fs::write(target.join("decisions.jsonl"), "{}").unwrap();
        fs::write(target.join("graph.svg"), "stale").unwrap();
        replace(&target, |folder| graph(folder, "new")).unwrap();
        assert_eq!(names(&target), ["decisions.jsonl", "graph.ttl", MANIFEST]);
        assert_eq!(fs::read_to_string(target.join("graph.ttl")).unwrap(), "new");
        assert_eq!(names(parent.path()), ["g"]);
    }

    #[test]
    fn an_empty_folder_is_taken_and_missing_parents_are_made() {
        let parent = tempfile::tempdir().unwrap();
        for path in ["empty", "some/where/g"] {
            let target = parent.path().join(path);
            if path == "empty" {
                fs::create_dir(&target).unwrap();
            }
            replace(&target, |folder| graph(folder, "new")).unwrap();
            assert_eq!(names(&target), ["graph.ttl", MANIFEST]);
        }
        assert_eq!(names(parent.path()), ["empty", "some"]);
    }

    #[test]
    fn what_is_no_graph_is_left_alone() {
        let parent = tempfile::tempdir().unwrap();
        let (folder, file) = (parent.path().join("thesis"), parent.path().join("file"));
        fs::create_dir(&folder).unwrap();
        fs::write(folder.join(MANIFEST), r#"{"format": "something else", "version": 1}"#).unwrap();
        fs::write(&file, "text").unwrap();
        for path in [folder, file] {
            let refused = replace(&path, |_| panic!("must not be filled"));
            assert!(matches!(refused, Err(PublishError::Taken(_))));
        }
        let below_a_file = replace(&parent.path().join("file/g"), |_| panic!("must not be filled"));
        assert!(below_a_file.is_err());
        assert_eq!(names(parent.path()), ["file", "thesis"]);
    }
}
