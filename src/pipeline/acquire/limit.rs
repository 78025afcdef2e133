//! How much one document may hold.

use std::io::{self, BufRead, Read};

use crate::model::Warning;

/// The most bytes that one document, one line of .jsonl or one row of .csv may hold: several hundred articles, and
/// little enough that a document is analysed in bounded memory.
pub const MAX_BYTES: u64 = 4 << 20;

/// All of a stream that holds one document.
pub(super) fn read_all(mut reader: impl Read, place: &str) -> Result<Vec<u8>, Warning> {
    let mut bytes = Vec::new();
    reader.by_ref().take(MAX_BYTES + 1).read_to_end(&mut bytes).map_err(|error| failed(place, &error))?;
    if bytes.len() as u64 > MAX_BYTES { Err(too_large(place)) } else { Ok(bytes) }
}

/// Reads the next line, without its end, into `line`. `Ok(None)` at the end of the stream; `Ok(Some(false))` for a line
/// over the limit, which is passed over and leaves `line` empty.
pub(super) fn read_line(reader: &mut impl BufRead, line: &mut Vec<u8>) -> io::Result<Option<bool>> {
    line.clear();
    reader.take(MAX_BYTES + 1).read_until(b'\n', line)?;
    if line.is_empty() {
        return Ok(None);
    }
    if line.len() as u64 > MAX_BYTES && line.last() != Some(&b'\n') {
        *line = Vec::new();
        reader.skip_until(b'\n')?;
        return Ok(Some(false));
    }
    while matches!(line.last(), Some(b'\n' | b'\r')) {
        line.pop();
    }
    Ok(Some(true))
}

/// The warning for what is over the limit.
pub(super) fn too_large(place: &str) -> Warning {
    Warning::new(place, format!("larger than {} MiB", MAX_BYTES >> 20), "split it into documents")
}

/// The warning for a stream that broke off.
pub(super) fn failed(place: &str, error: &io::Error) -> Warning {
    let hint = match error.kind() {
        io::ErrorKind::PermissionDenied => "check its permissions",
        io::ErrorKind::NotFound => "check the path",
        _ => "what follows in it was not read",
    };
    Warning::new(place, format!("cannot be read: {error}"), hint)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_over_the_limit_is_passed_over() {
        let long = io::repeat(b'x').take(MAX_BYTES + 10);
        let mut reader = io::BufReader::new(long.chain(&b"\nshort\r\nlast"[..]));
        let mut line = Vec::new();
        assert_eq!(read_line(&mut reader, &mut line).unwrap(), Some(false));
        assert_eq!(read_line(&mut reader, &mut line).unwrap(), Some(true));
        assert_eq!(line, b"short");
        assert_eq!(read_line(&mut reader, &mut line).unwrap(), Some(true));
        assert_eq!(line, b"last");
        assert_eq!(read_line(&mut reader, &mut line).unwrap(), None);
    }

    #[test]
    fn a_document_over_the_limit_is_refused() {
        let warning = read_all(io::repeat(b'x').take(MAX_BYTES + 1), "big.txt").unwrap_err();
        assert_eq!(warning.to_string(), "big.txt: larger than 4 MiB (split it into documents)");
    }
}
