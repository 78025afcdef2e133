//! A name for all that a graph folder says.

use std::fs;
use std::io;
use std::path::Path;

use super::{CLAIMS, DECISIONS, DOCUMENTS, MANIFEST};
use crate::digest::{hex, hex_of_bytes, hex_of_reader};
use crate::pipeline::publish::PublishError;

/// Hash of a graph folder, 32 hexadecimal digits: of its manifest, documents, claims and decisions as they stand on the
/// disk, of which all the rest is made. Two folders with one hash hold the same graph.
pub fn hash(directory: &Path) -> Result<String, PublishError> {
    let files = [MANIFEST, DOCUMENTS, CLAIMS, DECISIONS].map(|name| file(directory, name));
    let hashes = files.into_iter().collect::<Result<Vec<String>, _>>()?;
    Ok(hex(hashes.iter().map(String::as_str)))
}

/// Where nothing was decided there is no file, which is as good as an empty one.
fn file(directory: &Path, name: &str) -> Result<String, PublishError> {
    let path = directory.join(name);
    match fs::File::open(&path).and_then(hex_of_reader) {
        Ok(hash) => Ok(hash),
        Err(error) if error.kind() == io::ErrorKind::NotFound && name == DECISIONS => Ok(hex_of_bytes(&[])),
        Err(cause) => Err(PublishError::Read { path, cause }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_of_the_truth_counts_and_no_other() {
        let folder = tempfile::tempdir().unwrap();
        let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
        assert!(hash(folder.path()).is_err());
        for name in [MANIFEST, DOCUMENTS, CLAIMS] {
            write(name, "{}\n");
        }
        let bare = hash(folder.path()).unwrap();
        write("graph.ttl", "made of the rest");
        write(DECISIONS, "");
        assert_eq!(hash(folder.path()).unwrap(), bare);
        for name in [MANIFEST, DOCUMENTS, CLAIMS, DECISIONS] {
            let before = hash(folder.path()).unwrap();
            write(name, "{ }\n");
            assert_ne!(hash(folder.path()).unwrap(), before, "{name}");
        }
    }
}
