//! Answers in XML that are read as they were written.

use std::io::{self, Write};

/// Writes a reference where a text has a carriage return, which readers of XML would take for the end of a line (XML 1.0, 2.11), and
/// U+FFFD for the characters that XML forbids. The serializers write both as they are.
pub(crate) struct XmlText<W> {
    out: W,
    is_xml: bool,
}

impl<W: Write> XmlText<W> {
    /// Changes nothing in other formats.
    pub(crate) fn new(out: W, is_xml: bool) -> Self {
        Self { out, is_xml }
    }
}

impl<W: Write> Write for XmlText<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut rest = bytes;
        while let Some(at) = rest.iter().position(|&byte| self.is_xml && is_lost(byte)) {
            self.out.write_all(&rest[..at])?;
            self.out.write_all(if rest[at] == b'\r' { b"&#13;" } else { "\u{FFFD}".as_bytes() })?;
            rest = &rest[at + 1..];
        }
        self.out.write_all(rest)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// Bytes below the space are characters of their own in UTF-8.
fn is_lost(byte: u8) -> bool {
    byte < b' ' && byte != b'\t' && byte != b'\n'
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str, is_xml: bool) -> String {
        let mut out = Vec::new();
        XmlText::new(&mut out, is_xml).write_all(text.as_bytes()).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn what_readers_of_xml_would_change_is_a_reference() {
        assert_eq!(written("é\r\n\u{1}\t<", true), "é&#13;\n\u{FFFD}\t<");
        assert_eq!(written("a\r\n\u{1}", false), "a\r\n\u{1}");
    }
}
