//! Reads a graph folder back.

use std::fs::{self, File};
use std::io::{self, BufRead, BufReader};
use std::path::Path;

use serde::de::DeserializeOwned;

use super::{CLAIMS, DECISIONS, DOCUMENTS, MANIFEST, Manifest, hold, place};
use crate::model::{ActorPool, Decision, Material};
use crate::pipeline::publish::PublishError;

/// What a graph folder is made from: `fuse` and `grade` make the graph of it again. All files are of one folder, also if
/// another process replaces it meanwhile.
pub fn read(directory: &Path) -> Result<(Manifest, Material), PublishError> {
    loop {
        hold::put_back(directory)?;
        // As long as it is open no other folder can pass for it. Some systems open no folders.
        let opened = File::open(directory);
        let read = files(directory);
        if opened.map_or(true, |opened| place::is_at(&opened, directory)) {
            return read;
        }
    }
}

fn files(directory: &Path) -> Result<(Manifest, Material), PublishError> {
    let manifest = manifest(directory)?;
    let documents = records(&directory.join(DOCUMENTS), |_| {})?;
    let mut actors = ActorPool::default();
    let claims = records(&directory.join(CLAIMS), |claim| actors.share(claim))?;
    let decisions = parse_decisions(&decisions(directory)?, directory)?;
    Ok((manifest, Material { documents, claims, decisions }))
}

/// The text of a folder's decisions; empty if nothing was decided or there is no such folder.
pub fn decisions(directory: &Path) -> Result<String, PublishError> {
    let path = directory.join(DECISIONS);
    match fs::read_to_string(&path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(String::new()),
        read => read.map_err(|cause| PublishError::Read { path, cause }),
    }
}

/// The decisions of a text that stands, or is to stand, in a folder.
pub fn parse_decisions(text: &str, directory: &Path) -> Result<Vec<Decision>, PublishError> {
    let parse = |(index, line)| {
        let path = directory.join(DECISIONS);
        serde_json::from_str(line).map_err(|cause| PublishError::Line { path, line: index + 1, cause })
    };
    text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()).map(parse).collect()
}

/// The manifest of a graph folder.
pub fn manifest(directory: &Path) -> Result<Manifest, PublishError> {
    let path = directory.join(MANIFEST);
    let text = fs::read_to_string(&path).map_err(|cause| PublishError::Read { path: path.clone(), cause })?;
    Manifest::parse(&text).map_err(|cause| PublishError::Manifest { path, cause })
}

/// The records of a JSON Lines file, each after `read`; empty lines are passed over.
fn records<T: DeserializeOwned>(path: &Path, mut read: impl FnMut(&mut T)) -> Result<Vec<T>, PublishError> {
    let unreadable = |cause| PublishError::Read { path: path.to_owned(), cause };
    let file = BufReader::new(File::open(path).map_err(unreadable)?);
    let mut records = Vec::new();
    for (index, line) in file.lines().enumerate() {
        let line = line.map_err(unreadable)?;
        if !line.trim().is_empty() {
            let record = serde_json::from_str(&line);
            let path = || path.to_owned();
            let mut record =
                record.map_err(|cause| PublishError::Line { path: path(), line: index + 1, cause })?;
            read(&mut record);
            records.push(record);
        }
    }
    Ok(records)
}
