//! Reads the files of an ontology folder. `build.rs` packs them into the binary with this same code, so that
//! a folder and the binary made from it have the same hash.

use std::borrow::Cow;
use std::path::Path;
use std::{fs, io};

use crate::digest::{hex, hex_of_bytes};

/// A file of an ontology folder: TOML, or a language model.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Path below the folder, with `/` between its parts.
    pub path: String,
    /// The whole text, borrowed from the binary where that holds it; of a model its digest alone.
    pub text: Cow<'static, str>,
}

/// Every TOML file and model below a folder, sorted by path; hidden entries are passed over.
///
/// # Errors
/// The folder or a file in it cannot be read, or a file is not UTF-8; the message names it.
pub fn read(folder: &Path) -> io::Result<Vec<File>> {
    let mut files = Vec::new();
    walk(folder, "", &mut files)?;
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(files)
}

fn walk(folder: &Path, prefix: &str, files: &mut Vec<File>) -> io::Result<()> {
    for entry in fs::read_dir(folder).map_err(|error| naming(folder, &error))? {
        let path = entry?.path();
        let Some(name) = path.file_name().and_then(|name| name.to_str()) else { continue };
        if name.starts_with('.') {
            continue;
        }
        let below = format!("{prefix}{name}");
        if path.is_dir() {
            walk(&path, &format!("{below}/"), files)?;
        } else if name.ends_with(".toml") {
            let text = fs::read_to_string(&path).map_err(|error| naming(&path, &error))?;
            files.push(File { path: below, text: text.into() });
        } else if is_model(name) {
            let bytes = fs::read(&path).map_err(|error| naming(&path, &error))?;
            files.push(File { path: below, text: hex_of_bytes(&bytes).into() });
        }
    }
    Ok(())
}

fn naming(path: &Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
}

/// The content of a file, whatever its schema.
///
/// # Errors
/// The text is not TOML.
pub fn parse(file: &File) -> Result<serde_json::Value, toml::de::Error> {
    toml::from_str(&file.text)
}

/// Version of an ontology: 32 hexadecimal digits of a hash of its files' paths and texts.
pub fn hash(files: &[File]) -> String {
    hex(files.iter().flat_map(|file| [file.path.as_str(), &file.text]))
}

/// Whether a path is that of a language model.
pub fn is_model(path: &str) -> bool {
    path.ends_with(".model")
}
