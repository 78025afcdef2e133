//! One way to write a space, a line's end, a letter.

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// NFC, `\n` at the end of lines, single spaces, none at a line's ends, no controls and no invisible marks.
/// Blank lines stay (one for many): they tell paragraphs.
pub(super) fn normalize(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match kind(c) {
            Kind::Line if c == '\r' && chars.peek() == Some(&'\n') => {}
            Kind::Line => end_line(&mut clean),
            Kind::Space if clean.ends_with([' ', '\n']) || clean.is_empty() => {}
            Kind::Space => clean.push(' '),
            Kind::Nothing => {}
            Kind::Text => clean.push(c),
        }
    }
    clean.truncate(clean.trim_end().len());
    compose(clean)
}

enum Kind {
    Line,
    Space,
    Nothing,
    Text,
}

fn kind(c: char) -> Kind {
    match c {
        '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Kind::Line,
        '\u{AD}'
        | '\u{200B}'
        | '\u{200E}'
        | '\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}'
        | '\u{FEFF}' => Kind::Nothing,
        c if c.is_whitespace() => Kind::Space,
        c if c.is_control() => Kind::Nothing,
        _ => Kind::Text,
    }
}

fn end_line(clean: &mut String) {
    if clean.ends_with(' ') {
        clean.pop();
    }
    if !clean.is_empty() && !clean.ends_with("\n\n") {
        clean.push('\n');
    }
}

fn compose(text: String) -> String {
    if is_nfc_quick(text.chars()) == IsNormalized::Yes { text } else { text.nfc().collect() }
}

/// The text's first bytes, cut between characters.
pub(super) fn prefix(text: &str, bytes: usize) -> &str {
    let end = (0..=bytes.min(text.len())).rev().find(|at| text.is_char_boundary(*at));
    &text[..end.unwrap_or(0)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spaces_lines_and_controls() {
        assert_eq!(
            normalize("\u{feff} a\t\u{a0} b \r\n\r\n \r\n\r\nc\0\u{7}d\re\u{ad}f\u{200b} \n"),
            "a b\n\ncd\nef"
        );
        assert_eq!(normalize("Jose\u{301}"), "José");
        assert_eq!(normalize(" \u{0} \n"), "");
    }
}
