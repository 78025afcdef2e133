//! The right to change a graph folder, and the hidden folder beside it in which that is done.
//!
//! `.NAME.aliansi/` stands beside the folder `NAME` while a command changes it, and after one that was killed. It holds `lock`,
//! the folder that is being filled (`new`), and where two folders cannot be exchanged at one stroke the one before (`old`).
//! Whoever has the lock is the only one there, so that all else in it is a dead process's.

use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::lock::Lock;
use super::staging;
use crate::model::Levels;
use crate::ontology::Ontology;
use crate::pipeline::publish::{Options, PublishError};

/// The right to change a graph folder. One process at a time has it; whoever reads what it is going to change takes it first.
/// Who has it and takes it again waits for itself: write by it, and not by [`write`](super::write).
#[derive(Debug)]
pub struct Hold {
    directory: PathBuf,
    /// The folder itself, where `directory` is a link.
    target: PathBuf,
    side: PathBuf,
    /// Dropped last, when nothing of ours is beside it any more.
    _lock: Lock,
}

impl Hold {
    /// Takes the right to change a folder, which need not be there yet. While another process has it, this waits, having told
    /// `on_wait` the id of that process, where it is known. Cleans up behind commands that were killed.
    pub fn take(directory: &Path, on_wait: impl FnOnce(Option<u32>)) -> Result<Self, PublishError> {
        Self::take_within(directory, None, on_wait)
    }

    /// The same with an end to its patience, if it has one: after it, [`PublishError::Busy`].
    pub fn take_within(
        directory: &Path,
        patience: Option<Duration>,
        on_wait: impl FnOnce(Option<u32>),
    ) -> Result<Self, PublishError> {
        let failed = |cause| PublishError::Write { path: directory.to_owned(), cause };
        super::check_replaceable(directory)?;
        let target = resolved(directory).map_err(failed)?;
        let side = beside(&target);
        let lock = Lock::take(&side, patience, on_wait).map_err(|cause| match cause.kind() {
            io::ErrorKind::TimedOut => PublishError::Busy(directory.to_owned()),
            _ => failed(cause),
        })?;
        let hold = Self { directory: directory.to_owned(), target, side, _lock: lock };
        hold.mend().map_err(failed)?;
        Ok(hold)
    }

    /// Writes the graph folder, whole or not at all, and puts a text in the place of its `decisions.jsonl` if one is given.
    pub fn write(
        &self,
        levels: &Levels,
        ontology: &Ontology,
        options: &Options,
        decisions: Option<&str>,
    ) -> Result<(), PublishError> {
        super::check_base(options)?;
        super::check_replaceable(&self.directory)?;
        staging::replace(&self.target, &self.side, |folder| {
            super::fill(folder, levels, ontology, options, decisions)
        })
        .map_err(|cause| PublishError::Write { path: self.directory.clone(), cause })
    }

    /// Undoes what a killed command left half done.
    fn mend(&self) -> io::Result<()> {
        let old = self.side.join(staging::OLD);
        if old.exists() && !self.target.exists() {
            fs::rename(old, &self.target)?;
        }
        self.clean();
        Ok(())
    }

    /// What cannot be removed stays hidden, and the next command tries again.
    fn clean(&self) {
        for name in [staging::NEW, staging::OLD] {
            let _ = fs::remove_dir_all(self.side.join(name));
        }
    }
}

impl Drop for Hold {
    fn drop(&mut self) {
        if self.target.exists() {
            self.clean();
        }
    }
}

/// Puts a folder back that a command was killed between taking away and replacing. Nothing else is touched, so that readers
/// may ask for it.
pub fn put_back(directory: &Path) -> Result<(), PublishError> {
    if directory.exists() || !beside(directory).join(staging::OLD).exists() {
        return Ok(());
    }
    Hold::take(directory, |_| {}).map(drop)
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

fn beside(target: &Path) -> PathBuf {
    let name = target.file_name().unwrap_or_else(|| OsStr::new("graph")).to_string_lossy();
    target.with_file_name(format!(".{name}.aliansi"))
}

#[cfg(test)]
mod tests {
    use super::super::{MANIFEST, check_replaceable};
    use super::*;

    const OURS: &str = r#"{"format": "aliansi-graph", "version": 1}"#;

    fn take(target: &Path) -> Hold {
        Hold::take(target, |_| panic!("nobody else is there")).unwrap()
    }

    #[test]
    fn a_folder_that_was_taken_away_comes_back() {
        let place = tempfile::tempdir().unwrap();
        let target = place.path().join("g");
        let half = beside(&target);
        for (folder, text) in [("old", OURS), ("new", "{")] {
            fs::create_dir_all(half.join(folder)).unwrap();
            fs::write(half.join(folder).join(MANIFEST), text).unwrap();
        }
        fs::write(half.join("lock"), "").unwrap();
        put_back(&target).unwrap();
        assert_eq!(fs::read_to_string(target.join(MANIFEST)).unwrap(), OURS);
        assert!(!half.join("new").exists() && !half.join("old").exists());
    }

    #[test]
    fn an_empty_folder_is_taken_and_missing_parents_are_made() {
        let place = tempfile::tempdir().unwrap();
        for path in ["empty", "some/where/g"] {
            let target = place.path().join(path);
            if path == "empty" {
                fs::create_dir(&target).unwrap();
            }
            let hold = take(&target);
            staging::replace(&hold.target, &hold.side, |folder| fs::write(folder.join(MANIFEST), OURS))
                .unwrap();
            assert!(target.join(MANIFEST).exists());
        }
    }

    #[test]
    fn what_is_no_graph_is_left_alone() {
        let place = tempfile::tempdir().unwrap();
        let (folder, file) = (place.path().join("thesis"), place.path().join("file"));
        fs::create_dir(&folder).unwrap();
        fs::write(folder.join(MANIFEST), r#"{"format": "something else", "version": 1}"#).unwrap();
        fs::write(&file, "text").unwrap();
        for path in [folder, file] {
            assert!(matches!(Hold::take(&path, |_| {}), Err(PublishError::Taken(_))));
            assert!(check_replaceable(&path).is_err());
        }
        assert!(Hold::take(&place.path().join("file/g"), |_| {}).is_err());
        assert_eq!(fs::read_dir(place.path()).unwrap().count(), 2);
    }
}
