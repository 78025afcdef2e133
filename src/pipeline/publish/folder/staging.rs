//! Puts a new folder in the place of an old one, whole or not at all.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::carry;
use super::exchange::{self, Exchange};

/// The folder that is being filled, then what it has taken the place of.
pub const NEW: &str = "new";
/// Where the old folder lies while the new one takes its name, if they cannot be exchanged.
pub const OLD: &str = "old";

/// Fills a folder in `side`, puts the user's own files of `target` into it, and gives it that name. Unless all goes well,
/// `target` is as it was.
pub fn replace(target: &Path, side: &Path, fill: impl FnOnce(&Path) -> io::Result<()>) -> io::Result<()> {
    Replacing {
        target,
        new: side.join(NEW),
        old: side.join(OLD),
        exchange: exchange::at_once,
        reached: &|_| Ok(()),
    }
    .run(fill)
}

/// How far a replacement has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Made,
    Filled,
    Carried,
    Stored,
}

struct Replacing<'a> {
    target: &'a Path,
    new: PathBuf,
    old: PathBuf,
    exchange: Exchange,
    /// Told of every step before the names change; an error of it is one of the step's.
    reached: &'a dyn Fn(Step) -> io::Result<()>,
}

impl Replacing<'_> {
    fn run(&self, fill: impl FnOnce(&Path) -> io::Result<()>) -> io::Result<()> {
        let done = self.prepare(fill).and_then(|()| self.take_its_place());
        // What is there now is the old folder, or a new one that was not to be.
        let _ = fs::remove_dir_all(&self.new);
        if self.target.exists() {
            let _ = fs::remove_dir_all(&self.old);
        }
        done
    }

    fn prepare(&self, fill: impl FnOnce(&Path) -> io::Result<()>) -> io::Result<()> {
        fs::create_dir(&self.new)?;
        (self.reached)(Step::Made)?;
        fill(&self.new)?;
        (self.reached)(Step::Filled)?;
        if self.target.exists() {
            carry::over(self.target, &self.new)?;
        }
        (self.reached)(Step::Carried)?;
        store(&self.new);
        (self.reached)(Step::Stored)
    }

    fn take_its_place(&self) -> io::Result<()> {
        let taken = if self.target.exists() { self.exchange() } else { fs::rename(&self.new, self.target) };
        if let Some(parent) = self.target.parent() {
            store(parent);
        }
        taken
    }

    fn exchange(&self) -> io::Result<()> {
        match (self.exchange)(&self.new, self.target) {
            Err(error) if error.kind() == io::ErrorKind::Unsupported => {
                exchange::in_two(&self.new, self.target, &self.old)
            }
            done => done,
        }
    }
}

/// Has the names in a folder written to the disk, where the system can.
fn store(folder: &Path) {
    if cfg!(unix) {
        let _ = fs::File::open(folder).and_then(|folder| folder.sync_all());
    }
}

#[cfg(test)]
mod tests {
    use super::super::MANIFEST;
    use super::*;

    const STEPS: [Step; 4] = [Step::Made, Step::Filled, Step::Carried, Step::Stored];

    fn cannot(_: &Path, _: &Path) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }

    fn fails(_: &Path, _: &Path) -> io::Result<()> {
        Err(io::ErrorKind::PermissionDenied.into())
    }

    /// A folder of somebody's who has notes in it, and room beside it.
    struct Place(tempfile::TempDir);

    impl Place {
        fn new() -> Self {
            let place = Self(tempfile::tempdir().unwrap());
            place.put("old", exchange::at_once, &|_| Ok(())).unwrap();
            fs::write(place.target().join("notes.txt"), "mine").unwrap();
            fs::write(place.target().join("graph.svg"), "stale").unwrap();
            place
        }

        fn target(&self) -> PathBuf {
            self.0.path().join("g")
        }

        fn put(
            &self,
            content: &str,
            exchange: Exchange,
            reached: &dyn Fn(Step) -> io::Result<()>,
        ) -> io::Result<()> {
            let (target, new, old) = (&self.target(), self.0.path().join(NEW), self.0.path().join(OLD));
            Replacing { target, new, old, exchange, reached }.run(|folder| {
                fs::write(folder.join(MANIFEST), content)?;
                fs::write(folder.join("graph.ttl"), content)
            })
        }

        fn files(&self) -> Vec<(String, String)> {
            let read = |path: PathBuf| {
                (path.file_name().unwrap().to_str().unwrap().to_owned(), fs::read_to_string(path).unwrap())
            };
            let mut files: Vec<_> =
                fs::read_dir(self.target()).unwrap().map(|entry| read(entry.unwrap().path())).collect();
            files.sort();
            files
        }

        fn is_tidy(&self) -> bool {
            fs::read_dir(self.0.path()).unwrap().count() == 1
        }
    }

    #[test]
    fn a_new_folder_drops_old_exports_and_keeps_the_users_files() {
        for exchange in [exchange::at_once, cannot] {
            let place = Place::new();
            place.put("new", exchange, &|_| Ok(())).unwrap();
            let files = [("graph.ttl", "new"), (MANIFEST, "new"), ("notes.txt", "mine")];
            assert_eq!(place.files(), files.map(|(name, text)| (name.to_owned(), text.to_owned())));
            assert!(place.is_tidy());
        }
    }

    #[test]
    fn a_failure_at_any_step_leaves_the_old_folder_and_nothing_else() {
        for exchange in [exchange::at_once, cannot] {
            for step in STEPS {
                let place = Place::new();
                let before = place.files();
                let full =
                    |reached| if reached == step { Err(io::ErrorKind::StorageFull.into()) } else { Ok(()) };
                let error = place.put("new", exchange, &full).unwrap_err();
                assert_eq!(error.kind(), io::ErrorKind::StorageFull);
                assert_eq!(place.files(), before, "{step:?}");
                assert!(place.is_tidy(), "{step:?}");
            }
        }
    }

    #[test]
    fn a_folder_that_cannot_be_exchanged_stays() {
        let place = Place::new();
        let before = place.files();
        assert!(place.put("new", fails, &|_| Ok(())).is_err());
        assert_eq!(place.files(), before);
        assert!(place.is_tidy());
    }

    #[test]
    fn a_new_folder_that_is_lost_between_two_renames_brings_the_old_one_back() {
        let place = Place::new();
        let before = place.files();
        let (new, old) = (place.0.path().join("lost"), place.0.path().join(OLD));
        assert!(exchange::in_two(&new, &place.target(), &old).is_err());
        assert_eq!(place.files(), before);
        assert!(place.is_tidy());
    }

    #[test]
    fn at_every_step_the_folder_is_whole() {
        let place = Place::new();
        let before = place.files();
        place
            .put("new", exchange::at_once, &|step| {
                assert_eq!(place.files(), before, "{step:?}");
                Ok(())
            })
            .unwrap();
        assert_ne!(place.files(), before);
    }
}
