//! Paths → files, folders in sorted order.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::model::Warning;

/// A file to read, or standard input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Input {
    /// `None` is standard input.
    pub path: Option<PathBuf>,
    /// Path below the given argument, with `/`; `-` for standard input.
    pub id: String,
    /// The user named it, so it is read whatever its extension.
    pub named: bool,
}

impl Input {
    /// How messages name it: as the user wrote it.
    pub fn place(&self) -> String {
        self.path.as_ref().map_or("standard input".to_owned(), |path| path.display().to_string())
    }
}

/// The files below the paths.
pub(super) fn walk(paths: &[PathBuf]) -> Walk {
    let pending = paths.iter().rev().map(|path| Input {
        path: (path.as_os_str() != "-").then(|| path.clone()),
        id: path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned()),
        named: true,
    });
    Walk { pending: pending.collect() }
}

/// Files and folders still to be visited, the next one last: only the folders on the way down are held.
pub(super) struct Walk {
    pending: Vec<Input>,
}

impl Iterator for Walk {
    type Item = Result<Input, Warning>;

    fn next(&mut self) -> Option<Self::Item> {
        while let Some(input) = self.pending.pop() {
            let Some(path) = &input.path else {
                return Some(Ok(Input { id: "-".to_owned(), ..input }));
            };
            match is_folder(path, input.named) {
                Ok(false) => return Some(Ok(input)),
                Ok(true) => match entries(path, &input) {
                    Ok(entries) => self.pending.extend(entries.into_iter().rev()),
                    Err(error) => return Some(Err(unreadable(&input, &error))),
                },
                Err(error) => return Some(Err(unreadable(&input, &error))),
            }
        }
        None
    }
}

/// A link to a folder is followed only when the user named it: links inside a folder may lead back up.
fn is_folder(path: &Path, named: bool) -> io::Result<bool> {
    let is_folder = fs::metadata(path)?.is_dir();
    if is_folder && !named && fs::symlink_metadata(path)?.is_symlink() {
        return Err(io::Error::other("a link to a folder is not followed"));
    }
    Ok(is_folder)
}

/// What a folder holds but hidden files, sorted by the bytes of the paths that lie below it.
fn entries(folder: &Path, parent: &Input) -> io::Result<Vec<Input>> {
    let mut entries = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        if name.as_encoded_bytes().starts_with(b".") {
            continue;
        }
        let mut key = name.as_encoded_bytes().to_vec();
        if entry.path().is_dir() {
            key.push(b'/');
        }
        entries.push((key, below(parent, &entry.path(), &name.to_string_lossy())));
    }
    entries.sort_by(|(a, _), (b, _)| a.cmp(b));
    Ok(entries.into_iter().map(|(_, input)| input).collect())
}

fn below(parent: &Input, path: &Path, name: &str) -> Input {
    let id = if parent.named { name.to_owned() } else { format!("{}/{name}", parent.id) };
    Input { path: Some(path.to_owned()), id, named: false }
}

fn unreadable(input: &Input, error: &io::Error) -> Warning {
    let hint = match error.kind() {
        io::ErrorKind::NotFound => "check the path",
        io::ErrorKind::PermissionDenied => "check its permissions",
        _ => "skipped",
    };
    Warning::new(input.place(), error.to_string(), hint)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(paths: &[PathBuf]) -> Vec<String> {
        walk(paths).map(|input| input.map_or_else(|warning| warning.cause, |input| input.id)).collect()
    }

    #[test]
    fn folders_are_walked_in_the_order_of_path_bytes() {
        let folder = tempfile::tempdir().unwrap();
        for file in ["a/z.txt", "a.txt", "a-b.txt", "b.txt", ".hidden.txt", ".git/x.txt", "a/b/c.txt"] {
            let path = folder.path().join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "x").unwrap();
        }
        let found = ids(&[folder.path().to_owned()]);
        assert_eq!(found, ["a-b.txt", "a.txt", "a/b/c.txt", "a/z.txt", "b.txt"]);
        assert_eq!(ids(&[folder.path().join("a/z.txt"), "-".into()]), ["z.txt", "-"]);
    }

    #[test]
    fn a_missing_path_is_named() {
        let warning = walk(&["no/such/file.txt".into()]).next().unwrap().unwrap_err();
        assert_eq!((warning.place.as_str(), warning.hint.as_str()), ("no/such/file.txt", "check the path"));
    }

    #[cfg(unix)]
    #[test]
    fn a_link_that_leads_back_up_is_not_followed() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("a.txt"), "x").unwrap();
        std::os::unix::fs::symlink(folder.path(), folder.path().join("up")).unwrap();
        assert_eq!(ids(&[folder.path().to_owned()]), ["a.txt", "a link to a folder is not followed"]);
    }
}
