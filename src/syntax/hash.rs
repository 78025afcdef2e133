//! Hashes and the checksum: the same on every machine, since models store them.

const ODD: u64 = 0x9e37_79b9_7f4a_7c15;

/// Spreads every bit of `x` over the whole of the result.
pub fn mix(x: u64) -> u64 {
    let x = (x ^ (x >> 33)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    let x = (x ^ (x >> 33)).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    x ^ (x >> 33)
}

/// The hash of some letters and one more.
pub fn extend(hash: u64, letter: char) -> u64 {
    (hash ^ u64::from(letter)).wrapping_mul(ODD).rotate_left(23)
}

/// Checksum of bytes, eight at a time.
pub fn checksum(bytes: &[u8]) -> u64 {
    let mut words = bytes.chunks_exact(8);
    let mut sum = bytes.len() as u64;
    for word in &mut words {
        let word = word.iter().rev().fold(0, |word, byte| word << 8 | u64::from(*byte));
        sum = (sum ^ word).wrapping_mul(ODD).rotate_left(29);
    }
    mix(words.remainder().iter().fold(sum, |sum, byte| (sum ^ u64::from(*byte)).wrapping_mul(ODD)))
}
