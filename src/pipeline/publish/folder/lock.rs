//! A file that one process at a time has.

use std::fs::{self, File, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::place;

/// The name of the file in the folder that is locked.
pub const NAME: &str = "lock";

/// Whoever does not wait for ever looks so often.
const STEP: Duration = Duration::from_millis(20);

/// A folder for which this process has the lock. Letting go of it removes the file, and the folder if that is empty.
#[derive(Debug)]
pub struct Lock {
    folder: PathBuf,
    /// Locked as long as it is open.
    _file: File,
}

impl Lock {
    /// Makes the folder and takes its lock. If another process has it, `on_wait` is called with its id, where that can be
    /// read, and then this waits.
    /// After `patience`, if there is one, waiting is an error of the kind `TimedOut`.
    pub fn take(
        folder: &Path,
        patience: Option<Duration>,
        on_wait: impl FnOnce(Option<u32>),
    ) -> io::Result<Self> {
        let (path, mut on_wait) = (folder.join(NAME), Some(on_wait));
        let last = patience.map(|patience| Instant::now() + patience);
        loop {
            make(folder)?;
            let Some(mut file) = open(&path)? else { continue };
            match file.try_lock() {
                Ok(()) => {}
                Err(TryLockError::Error(cause)) => return Err(cause),
                Err(TryLockError::WouldBlock) => {
                    if let Some(tell) = on_wait.take() {
                        tell(fs::read_to_string(&path).ok().and_then(|id| id.trim().parse().ok()));
                    }
                    wait(&file, last)?;
                }
            }
            // Whoever had the lock before may have removed the file.
            if place::is_at(&file, &path) {
                file.set_len(0)?;
                writeln!(file, "{}", std::process::id())?;
                return Ok(Self { folder: folder.to_owned(), _file: file });
            }
        }
    }
}

/// Waits for the lock of a file, until a moment if one is given.
fn wait(file: &File, last: Option<Instant>) -> io::Result<()> {
    let Some(last) = last else { return file.lock() };
    loop {
        match file.try_lock() {
            Ok(()) => return Ok(()),
            Err(TryLockError::Error(cause)) => return Err(cause),
            Err(TryLockError::WouldBlock) if Instant::now() >= last => {
                return Err(io::ErrorKind::TimedOut.into());
            }
            Err(TryLockError::WouldBlock) => std::thread::sleep(STEP),
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // While something else lies in the folder, the file says whose it is.
        let is_alone = fs::read_dir(&self.folder).is_ok_and(|entries| entries.count() == 1);
        if is_alone && CAN_BE_REMOVED {
            let _ = fs::remove_file(self.folder.join(NAME));
            let _ = fs::remove_dir(&self.folder);
        }
    }
}

/// Makes a folder, unless it is there. One that holds things and no lock file is somebody else's.
fn make(folder: &Path) -> io::Result<()> {
    match fs::create_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
        made => return made,
    }
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        read => read?,
    };
    let names = entries.map(|entry| Ok(entry?.file_name())).collect::<io::Result<Vec<_>>>()?;
    if names.is_empty() || names.iter().any(|name| name == NAME) {
        return Ok(());
    }
    Err(io::Error::new(io::ErrorKind::AlreadyExists, format!("`{}` is in the way", folder.display())))
}

/// Opens the file, or makes it. Nothing if its folder was removed meanwhile.
fn open(path: &Path) -> io::Result<Option<File>> {
    match File::options().create(true).truncate(false).write(true).open(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        opened => opened.map(Some),
    }
}

/// Where files cannot be told apart, the file stays: one that is removed may be locked by two processes.
const CAN_BE_REMOVED: bool = cfg!(unix);

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::thread;

    #[test]
    fn one_at_a_time_has_it_however_often_it_is_removed() {
        let place = tempfile::tempdir().unwrap();
        let folder = place.path().join("work");
        let (inside, rounds) = (AtomicUsize::new(0), AtomicUsize::new(0));
        thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| {
                    for _ in 0..50 {
                        let _lock = Lock::take(&folder, None, |_| {}).unwrap();
                        assert_eq!(inside.fetch_add(1, Ordering::SeqCst), 0);
                        rounds.fetch_add(1, Ordering::SeqCst);
                        thread::yield_now();
                        inside.fetch_sub(1, Ordering::SeqCst);
                    }
                });
            }
        });
        assert_eq!(rounds.into_inner(), 400);
        assert_eq!(folder.exists(), !CAN_BE_REMOVED);
    }

    #[test]
    fn whoever_waits_no_longer_is_told() {
        let place = tempfile::tempdir().unwrap();
        let folder = place.path().join("work");
        let held = Lock::take(&folder, None, |_| {}).unwrap();
        let patience = Some(Duration::from_millis(50));
        let late = Lock::take(&folder, patience, |_| {}).unwrap_err();
        assert_eq!(late.kind(), io::ErrorKind::TimedOut);
        drop(held);
        assert!(Lock::take(&folder, patience, |_| {}).is_ok());
    }

    #[test]
    fn somebody_elses_folder_is_left_alone() {
        let place = tempfile::tempdir().unwrap();
        fs::write(place.path().join("letter"), "dear").unwrap();
        let refused = Lock::take(place.path(), None, |_| {}).unwrap_err();
        assert!(refused.to_string().contains("in the way"), "{refused}");
        assert_eq!(fs::read_dir(place.path()).unwrap().count(), 1);
    }
}
