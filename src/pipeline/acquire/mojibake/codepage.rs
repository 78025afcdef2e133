//! The 8-bit encodings that UTF-8 is commonly misread as.

use std::sync::LazyLock;

use encoding_rs::{self as enc, Encoding};

/// One past the highest code point that a table holds: no letter or sign of these encodings that matters lies above.
const END: usize = 0x2600;

/// The upper half of an 8-bit encoding, from character to byte.
pub(super) struct CodePage {
    bytes: Vec<u8>,
    /// Its letters are Latin.
    pub latin: bool,
    /// Byte 0x9D, the last of a closing quotation mark, is undefined in it.
    pub loses_quote: bool,
}

/// The candidates, the most common first.
pub(super) static CODE_PAGES: LazyLock<Vec<CodePage>> = LazyLock::new(|| {
    let latin = [
        enc::WINDOWS_1252,
        enc::WINDOWS_1254,
        enc::WINDOWS_1250,
        enc::WINDOWS_1257,
        enc::WINDOWS_1258,
        enc::MACINTOSH,
    ];
    let other = [
        enc::WINDOWS_874,
        enc::WINDOWS_1251,
        enc::WINDOWS_1253,
        enc::KOI8_R,
        enc::WINDOWS_1255,
        enc::WINDOWS_1256,
    ];
    let pages =
        latin.map(|encoding| (encoding, true)).into_iter().chain(other.map(|encoding| (encoding, false)));
    pages.map(|(encoding, latin)| CodePage::new(encoding, latin)).collect()
});

impl CodePage {
    /// Bytes that an encoding leaves undefined pass as the C1 controls of the same number, as many decoders let them;
    /// with the first candidate that covers Latin-1 too.
    fn new(encoding: &'static Encoding, latin: bool) -> Self {
        let mut bytes = vec![0; END];
        for byte in 0x80..=0x9F_u8 {
            bytes[usize::from(byte)] = byte;
        }
        let decoded = (0x80..=0xFF_u8).map(|byte| (byte, decode(encoding, byte)));
        for (byte, c) in decoded {
            if let Some(slot) = c.and_then(|c| bytes.get_mut(c as usize)) {
                *slot = byte;
            }
        }
        let loses_quote = decode(encoding, 0x9D).is_none_or(char::is_control);
        Self { bytes, latin, loses_quote }
    }

    /// The byte, 0x80 or above, that was read as this character.
    pub fn byte(&self, c: char) -> Option<u8> {
        self.bytes.get(c as usize).copied().filter(|byte| *byte != 0)
    }
}

fn decode(encoding: &'static Encoding, byte: u8) -> Option<char> {
    let bytes = [byte];
    encoding.decode_without_bom_handling_and_without_replacement(&bytes)?.chars().next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_go_back_to_their_bytes() {
        let [western, .., thai] = &CODE_PAGES[..=6] else { panic!() };
        assert_eq!(
            ["€", "é", "\u{81}", "a"].map(|c| western.byte(c.chars().next().unwrap())),
            [Some(0x80), Some(0xE9), Some(0x81), None]
        );
        assert_eq!(
            ['โ', '€', '“', 'ย'].map(|c| thai.byte(c)),
            [Some(0xE2), Some(0x80), Some(0x93), Some(0xC2)]
        );
    }
}
