//! Where characters of a text, as bytes of a code page, are UTF-8.

use super::codepage::CodePage;

/// Characters that are one character's UTF-8 in a code page.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sequence {
    /// First byte in the text.
    pub start: usize,
    /// Byte after it.
    pub end: usize,
    /// Its first character.
    pub lead: char,
    /// Its last character.
    pub last: char,
    /// What it was.
    pub decoded: char,
    /// Sequences in a row, with this one, that decode to letters of its script.
    pub chain: usize,
}

/// The sequences of a text, in order.
pub(super) fn sequences(page: &CodePage, text: &str) -> Vec<Sequence> {
    let mut found: Vec<Sequence> = Vec::new();
    let mut at = 0;
    while let Some(ascii) = text.as_bytes()[at..].iter().position(|byte| !byte.is_ascii()) {
        at += ascii;
        let Some(c) = text[at..].chars().next() else { break };
        match page.byte(c).and_then(|byte| sequence_at(page, text, at, byte)) {
            Some(sequence) => {
                at = sequence.end;
                found.push(sequence);
            }
            None => at += c.len_utf8(),
        }
    }
    count_chains(&mut found);
    found
}

fn sequence_at(page: &CodePage, text: &str, start: usize, byte: u8) -> Option<Sequence> {
    let length = match byte {
        0xC2..=0xDF => 2,
        0xE0..=0xEF => 3,
        0xF0..=0xF4 => 4,
        _ => return None,
    };
    let (mut bytes, mut chars) = (Vec::with_capacity(4), Vec::with_capacity(4));
    for c in text[start..].chars().take(length) {
        let Some(byte) = page.byte(c).or_else(|| lost_space(&bytes, c)) else { break };
        bytes.push(byte);
        chars.push(c);
    }
    let decoded = lost_quote(page, &bytes, text[start..].chars().nth(2))
        .or_else(|| std::str::from_utf8(&bytes).ok()?.chars().next())?;
    let end = start + chars.iter().map(|c| c.len_utf8()).sum::<usize>();
    Some(Sequence { start, end, lead: *chars.first()?, last: *chars.last()?, decoded, chain: 1 })
}

/// A no-break space (C2 A0) whose second half some editor made a plain one.
fn lost_space(bytes: &[u8], c: char) -> Option<u8> {
    (bytes == [0xC2] && c == ' ').then_some(0xA0)
}

/// A closing quotation mark (E2 80 9D) whose last byte, undefined in many code pages, was dropped.
fn lost_quote(page: &CodePage, bytes: &[u8], after: Option<char>) -> Option<char> {
    let dropped = page.loses_quote && bytes == [0xE2, 0x80] && after.is_none_or(|c| c.is_ascii());
    dropped.then_some('”')
}

fn count_chains(sequences: &mut [Sequence]) {
    let chained = |a: &Sequence, b: &Sequence| {
        a.end == b.start && script(a.decoded).is_some() && script(a.decoded) == script(b.decoded)
    };
    for run in sequences.chunk_by_mut(chained) {
        let length = run.len();
        run.iter_mut().for_each(|sequence| sequence.chain = length);
    }
}

/// A number for the script of a letter that is not Latin: the first code point of its blocks.
pub(super) fn script(c: char) -> Option<u32> {
    const BLOCKS: [(u32, u32); 9] = [
        (0x370, 0x3FF),
        (0x400, 0x52F),
        (0x530, 0x58F),
        (0x590, 0x5FF),
        (0x600, 0x77F),
        (0x900, 0xDFF),
        (0xE00, 0x10FF),
        (0x3000, 0x9FFF),
        (0xAC00, 0xD7AF),
    ];
    let block = BLOCKS.iter().find(|(first, last)| (*first..=*last).contains(&(c as u32)))?;
    Some(block.0)
}
