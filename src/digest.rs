//! A short hash of texts, the same on every machine.

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

fn written(hash: &[u8]) -> String {
    hash.iter().map(|byte| format!("{byte:02x}")).collect()
}
