//! The hash table of terms: open addressing, one place after another.

use std::hash::Hasher;

use siphasher::sip::SipHasher13;

/// Where the search for a term's bytes begins in a table of so many places, a power of two. SipHash-1-3 with no key, since
/// an index is read again by later versions.
pub fn place(bytes: &[u8], places: usize) -> usize {
    let mut hasher = SipHasher13::new();
    hasher.write(bytes);
    hasher.finish() as usize & (places - 1)
}

/// The place behind another.
pub fn next(at: usize, places: usize) -> usize {
    (at + 1) & (places - 1)
}
