//! Bytes → text, whatever the encoding.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// Text, and what was lost on the way to it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Decoded {
    pub text: String,
    /// Why some characters may be wrong.
    pub doubt: Option<String>,
}

impl Decoded {
    fn sure(text: String) -> Self {
        Self { text, doubt: None }
    }
}

/// How much of a document the signs of an encoding are looked for in.
const PREFIX: usize = 4096;

/// Decodes a document: by its byte order mark, as UTF-16 without one, as UTF-8, as `declared` (HTML says its encoding), as
/// UTF-8 with a few bytes astray, and at last as what its letters look like.
pub(super) fn decode(bytes: &[u8], declared: Option<&'static Encoding>) -> Decoded {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return decode_as(encoding, &bytes[mark..]);
    }
    if let Some(encoding) = unmarked_utf16(bytes) {
        return decode_as(encoding, bytes);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Decoded::sure(text.to_owned());
    }
    declared
        .and_then(|encoding| as_declared(encoding, bytes))
        .or_else(|| mostly_utf8(bytes))
        .unwrap_or_else(|| guessed(bytes))
}

fn decode_as(encoding: &'static Encoding, bytes: &[u8]) -> Decoded {
    let (text, lossy) = encoding.decode_without_bom_handling(bytes);
    let doubt = lossy.then(|| format!("not all of it is valid {}", encoding.name()));
    Decoded { text: text.into_owned(), doubt }
}

fn as_declared(encoding: &'static Encoding, bytes: &[u8]) -> Option<Decoded> {
    let text = encoding.decode_without_bom_handling_and_without_replacement(bytes)?;
    Some(Decoded::sure(text.into_owned()))
}

/// Latin text in UTF-16 has a zero in every other byte.
pub(super) fn unmarked_utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let prefix = &bytes[..bytes.len().min(PREFIX)];
    let zeros = |parity: usize| prefix.iter().skip(parity).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let most = prefix.len() * 3 / 10;
    match (even > most, odd > most) {
        (true, false) => Some(UTF_16BE),
        (false, true) => Some(UTF_16LE),
        _ => None,
    }
}

/// UTF-8 in which some bytes are astray (a pasted quotation mark, a file cut off): those are read as windows-1252.
fn mostly_utf8(bytes: &[u8]) -> Option<Decoded> {
    let (mut text, mut sound, mut astray) = (String::with_capacity(bytes.len()), 0, 0);
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        sound += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        astray += usize::from(!chunk.invalid().is_empty());
        text.push_str(&WINDOWS_1252.decode_without_bom_handling(chunk.invalid()).0);
    }
    let doubt = Some(format!("not valid UTF-8 in {astray} places, read there as windows-1252"));
    (sound >= 2 * astray).then_some(Decoded { text, doubt })
}

fn guessed(bytes: &[u8]) -> Decoded {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    decode_as(detector.guess(None, Utf8Detection::Deny), bytes)
}

/// The encoding that an HTML page declares in its first bytes.
pub(super) fn declared_in_html(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(PREFIX)]).to_ascii_lowercase();
    let after = head.split("charset").skip(1).find_map(|rest| rest.trim_start().strip_prefix('='))?;
    let label = after.trim_start().trim_start_matches(['"', '\'']);
    let end = label.find(|c: char| !(c.is_ascii_alphanumeric() || "-_:.".contains(c))).unwrap_or(label.len());
    Encoding::for_label(&label.as_bytes()[..end])
}

#[cfg(test)]
mod tests {
    use super::*;
    use encoding_rs::*;

    fn utf16(text: &str, mark: bool, big: bool) -> Vec<u8> {
        let marked = format!("{}{text}", if mark { "\u{FEFF}" } else { "" });
        marked
            .encode_utf16()
            .flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() })
            .collect()
    }

    #[test]
    fn unicode_is_read_with_and_without_marks() {
        let text = "Menlu RI – “mitra” bertemu";
        for (mark, big) in [(true, true), (true, false), (false, true), (false, false)] {
            assert_eq!(decode(&utf16(text, mark, big), None), Decoded::sure(text.to_owned()));
        }
        assert_eq!(decode(format!("\u{FEFF}{text}").as_bytes(), None).text, text);
        assert_eq!(decode(text.as_bytes(), Some(WINDOWS_1252)).text, text);
    }

    #[test]
    fn legacy_encodings_are_detected() {
        for (text, encoding) in [
            ("“Kami siap bekerja sama,” ujar menteri itu – di Jakarta…", WINDOWS_1252),
            ("Президент России встретился с министром иностранных дел Китая в Москве", WINDOWS_1251),
            ("รัฐมนตรีต่างประเทศไทยพบกับรัฐมนตรีต่างประเทศกัมพูชาที่กรุงเทพ", WINDOWS_874),
            ("日本の外務大臣は東京で韓国の外務大臣と会談した。", SHIFT_JIS),
        ] {
            let (bytes, _, lossy) = encoding.encode(text);
            assert!(!lossy);
            assert_eq!(decode(&bytes, None), Decoded::sure(text.to_owned()), "{}", encoding.name());
        }
    }

    #[test]
    fn what_html_declares_is_read() {
        for head in [
            r#"<meta charset="windows-1254">"#,
            "<META http-equiv='Content-Type' content='text/html; charset = windows-1254'>",
        ] {
            assert_eq!(declared_in_html(head.as_bytes()), Some(WINDOWS_1254));
        }
        assert_eq!(declared_in_html(b"<p>charset is a word</p>"), None);
        let (bytes, ..) = WINDOWS_1254.encode("Erdoğan");
        assert_eq!(decode(&bytes, Some(WINDOWS_1254)).text, "Erdoğan");
    }

    #[test]
    fn a_byte_astray_does_not_change_the_rest() {
        let decoded = decode(b"\xE2\x80\x9Ckata\xE2\x80\x9D \xE2\x80\x93 it\x92s", None);
        assert_eq!(decoded.text, "“kata” – it’s");
        assert_eq!(decoded.doubt.as_deref(), Some("not valid UTF-8 in 1 places, read there as windows-1252"));
    }
}
