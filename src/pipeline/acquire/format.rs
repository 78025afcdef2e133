//! Which format a file has, and its documents.

use std::fs::File;
use std::io::{self, BufReader, Cursor, Read};
use std::path::Path;
use std::sync::Arc;

use super::decode::unmarked_utf16;
use super::jsonl::JsonLines;
use super::limit::{failed, read_all};
use super::transcode::Utf8;
use super::walk::Input;
use super::{Documents, Rules, html, one, plain, table};
use crate::model::Warning;

/// What a file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    Text,
    Markdown,
    Html,
    Csv,
    Jsonl,
}

/// How much of a file is read to tell its format.
const PREFIX: u64 = 8192;

/// What files begin with that hold no text.
const MAGIC: [(&[u8], &str); 13] = [
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a zip file (or .docx, .odt, .epub)"),
    (b"\x89PNG", "a PNG image"),
    (b"\xFF\xD8\xFF", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "a RIFF file (image or sound)"),
    (b"\x1F\x8B", "a gzip file"),
    (b"\x28\xB5\x2F\xFD", "a zstd file"),
    (b"7z\xBC\xAF\x27\x1C", "a 7z file"),
    (b"\xD0\xCF\x11\xE0", "an old Office file (.doc, .xls)"),
    (b"{\\rtf", "an RTF file"),
    (b"\x7FELF", "a program"),
    (b"SQLite format 3\0", "an SQLite database"),
];

/// The documents of an input, and warnings for what cannot be read.
pub(super) fn documents<'a>(input: &Input, rules: &Arc<Rules<'a>>) -> Documents<'a> {
    let by_name = input.path.as_deref().and_then(by_extension);
    if by_name.is_none() && !input.named {
        return one(Err(Warning::new(
            input.place(),
            "unknown kind of file",
            "skipped; name the file itself to read it as text",
        )));
    }
    match open(input) {
        Ok((start, _)) if start.iter().all(u8::is_ascii_whitespace) && (start.len() as u64) < PREFIX => {
            one(Err(Warning::new(input.place(), "is empty", "skipped")))
        }
        Ok((start, rest)) => match binary(&start) {
            Some(kind) => one(Err(Warning::new(
                input.place(),
                format!("is {kind}, not text"),
                "convert it to text first",
            ))),
            None => read(by_name.unwrap_or_else(|| guess(&start)), start, rest, input, rules),
        },
        Err(error) => one(Err(failed(&input.place(), &error))),
    }
}

type Stream = Box<dyn Read + Send>;

/// The first bytes, and a reader of the others.
fn open(input: &Input) -> io::Result<(Vec<u8>, Stream)> {
    let mut stream: Stream = match &input.path {
        Some(path) => Box::new(File::open(path)?),
        None => Box::new(io::stdin()),
    };
    let mut start = Vec::new();
    stream.by_ref().take(PREFIX).read_to_end(&mut start)?;
    Ok((start, stream))
}

fn read<'a>(
    format: Format,
    start: Vec<u8>,
    rest: Stream,
    input: &Input,
    rules: &Arc<Rules<'a>>,
) -> Documents<'a> {
    let marked = Utf8::new(&start);
    let stream = Cursor::new(start).chain(rest);
    match format {
        Format::Csv => table::documents(BufReader::new(marked.over(stream)), input.clone(), rules),
        Format::Jsonl => {
            let reader = BufReader::new(marked.over(stream));
            Box::new(JsonLines::new(reader, input.clone(), Arc::clone(rules)).flatten())
        }
        Format::Text | Format::Markdown | Format::Html => match read_all(stream, &input.place()) {
            Ok(bytes) => Box::new(plain::document(&bytes, format, input, rules).into_iter()),
            Err(warning) => one(Err(warning)),
        },
    }
}

fn by_extension(path: &Path) -> Option<Format> {
    match path.extension()?.to_string_lossy().to_lowercase().as_str() {
        "txt" | "text" => Some(Format::Text),
        "md" | "markdown" => Some(Format::Markdown),
        "html" | "htm" | "xhtml" => Some(Format::Html),
        "csv" | "tsv" => Some(Format::Csv),
        "jsonl" | "ndjson" => Some(Format::Jsonl),
        _ => None,
    }
}

/// The format of what has no name: JSON Lines when it begins with `{`, HTML when it looks so, else text.
fn guess(start: &[u8]) -> Format {
    let text = super::decode::decode(start, None).text;
    let text = text.trim_start_matches('\u{FEFF}').trim_start();
    if text.starts_with('{') {
        Format::Jsonl
    } else if html::is_page(text) || html::is_fragment(text) {
        Format::Html
    } else {
        Format::Text
    }
}

/// What kind of binary file begins so, if one does.
fn binary(start: &[u8]) -> Option<&'static str> {
    if let Some((_, kind)) = MAGIC.iter().find(|(magic, _)| start.starts_with(magic)) {
        return Some(kind);
    }
    let is_utf16 =
        unmarked_utf16(start).is_some() || start.starts_with(b"\xFF\xFE") || start.starts_with(b"\xFE\xFF");
    let zeros = start.iter().filter(|byte| **byte == 0).count();
    (!is_utf16 && zeros * 100 > start.len()).then_some("a binary file")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_are_guessed_by_their_first_character() {
        assert_eq!(guess(b" \n{\"text\": 1}"), Format::Jsonl);
        assert_eq!(guess(b"\xEF\xBB\xBF<!doctype html><p>x"), Format::Html);
        assert_eq!(guess(b"Iran <b> Israel"), Format::Text);
        let utf16: Vec<u8> = "{\"text\": \"x\"}".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(guess(&utf16), Format::Jsonl);
    }

    #[test]
    fn binary_files_are_named() {
        assert_eq!(binary(b"%PDF-1.7 ..."), Some("a PDF file"));
        assert_eq!(binary(b"\x00\x01\x02abc\x00"), Some("a binary file"));
        assert_eq!(binary(&[b"satu \0 dua".as_slice(), &[b'x'; 200]].concat()), None);
        assert_eq!(binary(b"\xFF\xFEI\0r\0a\0n\0"), None);
    }
}
