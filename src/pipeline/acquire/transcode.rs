//! A stream of UTF-16 as a stream of UTF-8. Any other stream passes as it is, without its byte order mark.

use std::io::{self, Read};

use encoding_rs::{CoderResult, Decoder, Encoding, UTF_8};

use super::decode::unmarked_utf16;

/// What the first bytes of a stream tell.
pub(super) struct Utf8 {
    decoder: Option<Decoder>,
    mark: usize,
}

impl Utf8 {
    pub fn new(start: &[u8]) -> Self {
        let (encoding, mark) =
            Encoding::for_bom(start).or_else(|| Some((unmarked_utf16(start)?, 0))).unwrap_or((UTF_8, 0));
        let decoder = (encoding != UTF_8).then(|| encoding.new_decoder_without_bom_handling());
        Self { decoder, mark }
    }

    /// The stream that begins with those bytes.
    pub fn over<R: Read>(self, mut stream: R) -> Transcoded<R> {
        let mut mark = [0; 3];
        // The mark was seen, so it can be read; if not, the next read fails the same way.
        let _ = stream.read_exact(&mut mark[..self.mark]);
        Transcoded { stream, decoder: self.decoder, decoded: Vec::new(), given: 0, ended: false }
    }
}

/// See [`Utf8::over`].
pub(super) struct Transcoded<R> {
    stream: R,
    decoder: Option<Decoder>,
    decoded: Vec<u8>,
    given: usize,
    ended: bool,
}

impl<R: Read> Read for Transcoded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.decoder.is_none() {
            return self.stream.read(buffer);
        }
        while self.given == self.decoded.len() && !self.ended {
            self.decode_some()?;
        }
        let count = (&self.decoded[self.given..]).read(buffer)?;
        self.given += count;
        Ok(count)
    }
}

impl<R: Read> Transcoded<R> {
    fn decode_some(&mut self) -> io::Result<()> {
        let Some(decoder) = &mut self.decoder else { return Ok(()) };
        let mut raw = [0; 4096];
        let count = self.stream.read(&mut raw)?;
        self.ended = count == 0;
        self.decoded.resize(decoder.max_utf8_buffer_length(count).unwrap_or(4 * raw.len()), 0);
        let (result, _, written, _) = decoder.decode_to_utf8(&raw[..count], &mut self.decoded, self.ended);
        debug_assert_eq!(result, CoderResult::InputEmpty);
        self.decoded.truncate(written);
        self.given = 0;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> String {
        let mut text = String::new();
        Utf8::new(&bytes[..bytes.len().min(64)]).over(bytes).read_to_string(&mut text).unwrap();
        text
    }

    #[test]
    fn utf16_streams_become_utf8() {
        let text = "{\"text\": \"Iran – “mitra” 🙂\"}\n".repeat(1000);
        let marked = format!("\u{FEFF}{text}");
        let little: Vec<u8> = marked.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(read(&little), text);
        assert_eq!(read(&big), text);
        assert_eq!(read(marked.as_bytes()), text);
    }
}
