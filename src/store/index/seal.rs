//! What an index was made of.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;

use sha2::{Digest, Sha256};

use super::layout::{SEAL, Seal};

/// How much of either end of a file is looked at, in bytes.
const END: u64 = 64 * 1024;

/// What tells a file of statements from another: its length, and a hash of both its ends, since to read all of a large one would
/// take longer than any query. Its statements end with their number, and begin with the day and the texts that they come from.
pub fn of_file(path: &Path) -> io::Result<Seal> {
    let mut file = File::open(path)?;
    let length = file.metadata()?.len();
    let mut ends = Vec::new();
    file.by_ref().take(END).read_to_end(&mut ends)?;
    file.seek(SeekFrom::Start(length.saturating_sub(END)))?;
    file.take(END).read_to_end(&mut ends)?;
    let mut seal = [0; SEAL];
    seal[..8].copy_from_slice(&length.to_le_bytes());
    seal[8..].copy_from_slice(&Sha256::digest(&ends));
    Ok(seal)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_file_has_another_seal() {
        let folder = tempfile::tempdir().unwrap();
        let seal = |text: &[u8]| {
            let path = folder.path().join("graph.nq");
            std::fs::write(&path, text).unwrap();
            of_file(&path).unwrap()
        };
        let long = vec![b'a'; 200_000];
        let mut other = long.clone();
        other[199_999] = b'b';
        assert_eq!(seal(&long), seal(&long));
        assert_ne!(seal(&long), seal(&other));
        assert_ne!(seal(b""), seal(b"a"));
    }
}
