//! A short hash of texts, the same on every machine.

use std::io::{self, Read};

use sha2::{Digest, Sha256};

/// The first 16 bytes of a hash of the parts, in which each part's length counts: `["ab", "c"]` is not `["a", "bc"]`.
pub(crate) fn digest<'a>(parts: impl IntoIterator<Item = &'a str>) -> [u8; 16] {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update((part.len() as u64).to_le_bytes());
        hasher.update(part.as_bytes());
    }
    let mut first = [0; 16];
    first.copy_from_slice(&hasher.finalize()[..16]);
    first
}

/// The same as 32 hexadecimal digits.
pub(crate) fn hex<'a>(parts: impl IntoIterator<Item = &'a str>) -> String {
    written(&digest(parts))
}

/// The whole hash of bytes as 64 hexadecimal digits, as `sha256sum` prints it.
pub(crate) fn hex_of_bytes(bytes: &[u8]) -> String {
    written(&Sha256::digest(bytes))
}

/// The same of all that a reader gives, of which a piece at a time is held.
///
/// # Errors
/// Those of the reader.
pub(crate) fn hex_of_reader(mut reader: impl Read) -> io::Result<String> {
    let mut hasher = Sha256::new();
    let mut piece = vec![0; 1 << 16];
    loop {
        match reader.read(&mut piece)? {
            0 => return Ok(written(&hasher.finalize())),
            length => hasher.update(&piece[..length]),
        }
    }
}

fn written(hash: &[u8]) -> String {
    hash.iter().map(|byte| format!("{byte:02x}")).collect()
}
