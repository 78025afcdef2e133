//! Reads a graph folder back.

use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::path::Path;

use serde::de::DeserializeOwned;

use super::{CLAIMS, DOCUMENTS, MANIFEST, Manifest};
use crate::model::{Claim, Document};
use crate::pipeline::publish::PublishError;

/// What a graph folder is made from: `fuse` and `grade` make the graph of it again.
pub fn read(directory: &Path) -> Result<(Manifest, Vec<Document>, Vec<Claim>), PublishError> {
    Ok((manifest(directory)?, records(&directory.join(DOCUMENTS))?, records(&directory.join(CLAIMS))?))
}

/// The manifest of a graph folder.
pub fn manifest(directory: &Path) -> Result<Manifest, PublishError> {
    let path = directory.join(MANIFEST);
    let text = fs::read_to_string(&path).map_err(|cause| PublishError::Read { path: path.clone(), cause })?;
    Manifest::parse(&text).map_err(|cause| PublishError::Manifest { path, cause })
}

/// The records of a JSON Lines file; empty lines are passed over.
fn records<T: DeserializeOwned>(path: &Path) -> Result<Vec<T>, PublishError> {
    let unreadable = |cause| PublishError::Read { path: path.to_owned(), cause };
    let file = BufReader::new(File::open(path).map_err(unreadable)?);
    let mut records = Vec::new();
    for (index, line) in file.lines().enumerate() {
        let line = line.map_err(unreadable)?;
        if !line.trim().is_empty() {
            let record = serde_json::from_str(&line);
            records.push(record.map_err(|cause| PublishError::Line {
                path: path.to_owned(),
                line: index + 1,
                cause,
            })?);
        }
    }
    Ok(records)
}
