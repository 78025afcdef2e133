//! The user's own files, put into the folder that comes next.

use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::Path;

use super::{CLAIMS, CSV, DOCUMENTS, MANIFEST};

/// Puts the files of the old folder that are not ours into the new one, without taking them away: as links to the same
/// file, else as copies. What the new folder has stays.
pub fn over(old: &Path, new: &Path) -> io::Result<()> {
    for entry in fs::read_dir(old)? {
        let name = entry?.file_name();
        if !is_ours(&name) {
            item(&old.join(&name), &new.join(&name))?;
        }
    }
    Ok(())
}

/// The names that this or another version writes.
fn is_ours(name: &OsStr) -> bool {
    let name = name.to_string_lossy();
    [MANIFEST, DOCUMENTS, CLAIMS, CSV].contains(&name.as_ref()) || name.starts_with("graph.")
}

fn item(from: &Path, to: &Path) -> io::Result<()> {
    let carried = from.symlink_metadata().and_then(|metadata| match to.symlink_metadata() {
        Ok(there) if !there.is_dir() => Ok(()),
        _ if metadata.is_dir() => folder(from, to, &metadata),
        _ => file(from, to, metadata.file_type()),
    });
    carried.map_err(|cause| named(from, cause))
}

fn folder(from: &Path, to: &Path, metadata: &fs::Metadata) -> io::Result<()> {
    if !to.is_dir() {
        fs::create_dir(to)?;
    }
    for entry in fs::read_dir(from)? {
        let name = entry?.file_name();
        item(&from.join(&name), &to.join(&name))?;
    }
    fs::set_permissions(to, metadata.permissions())
}

fn file(from: &Path, to: &Path, kind: fs::FileType) -> io::Result<()> {
    match fs::hard_link(from, to) {
        Ok(()) => Ok(()),
        // Some file systems have no hard links.
        Err(_) if kind.is_file() => fs::copy(from, to).map(drop),
        Err(_) if kind.is_symlink() => link(&fs::read_link(from)?, to),
        Err(cause) => Err(cause),
    }
}

#[cfg(unix)]
fn link(meant: &Path, to: &Path) -> io::Result<()> {
    std::os::unix::fs::symlink(meant, to)
}

#[cfg(not(unix))]
fn link(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// The error with the file that it is about, once.
fn named(path: &Path, cause: io::Error) -> io::Error {
    let text = cause.to_string();
    if text.starts_with(CARRYING) {
        cause
    } else {
        io::Error::new(cause.kind(), format!("{CARRYING}{}`: {text}", path.display()))
    }
}

const CARRYING: &str = "carrying over `";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_and_folders_of_the_user_go_along_and_nothing_is_written_over() {
        let place = tempfile::tempdir().unwrap();
        let (old, new) = (place.path().join("old"), place.path().join("new"));
        fs::create_dir_all(old.join("notes/deep")).unwrap();
        fs::create_dir(&new).unwrap();
        for name in ["graph.svg", "manifest.json", "decisions.jsonl", "mine.txt", "notes/deep/a.md"] {
            fs::write(old.join(name), "old").unwrap();
        }
        fs::write(new.join("decisions.jsonl"), "new").unwrap();
        over(&old, &new).unwrap();
        let read = |name: &str| fs::read_to_string(new.join(name)).ok();
        assert_eq!(read("decisions.jsonl").as_deref(), Some("new"));
        assert_eq!(read("mine.txt").as_deref(), Some("old"));
        assert_eq!(read("notes/deep/a.md").as_deref(), Some("old"));
        assert_eq!((read("graph.svg"), read("manifest.json")), (None, None));
        assert!(old.join("notes/deep/a.md").exists());
    }

    #[cfg(unix)]
    #[test]
    fn links_stay_links_also_where_they_lead_nowhere() {
        let place = tempfile::tempdir().unwrap();
        let (old, new) = (place.path().join("old"), place.path().join("new"));
        fs::create_dir_all(&old).unwrap();
        fs::create_dir(&new).unwrap();
        link(Path::new("/nowhere/at/all"), &old.join("sources")).unwrap();
        over(&old, &new).unwrap();
        assert_eq!(fs::read_link(new.join("sources")).unwrap(), Path::new("/nowhere/at/all"));
    }
}
