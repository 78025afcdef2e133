//! Text as exports can hold it.

use std::borrow::Cow;
use std::fmt::Write;

use oxigraph::model::NamedNode;

/// The text without the characters that XML 1.0 and `xsd:string` forbid: control characters other than tab
/// and line ends, and the two non-characters at the end of the first plane.
pub fn clean(text: &str) -> Cow<'_, str> {
    if text.chars().all(is_allowed) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.chars().filter(|c| is_allowed(*c)).collect())
    }
}

/// Whether XML 1.0 and `xsd:string` can hold a character.
pub fn is_allowed(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{FFFD}' | '\u{10000}'..)
}

/// Whether a text is an address that a page may link to: `http` or `https`, without blanks and control characters.
pub fn is_of_the_web(url: &str) -> bool {
    let scheme = url.split_once("://").map(|(scheme, _)| scheme.to_ascii_lowercase());
    let is_whole = !url.chars().any(|c| c.is_control() || c.is_whitespace());
    is_whole && scheme.is_some_and(|scheme| scheme == "http" || scheme == "https")
}

/// A number with at most four decimals and at least one: `0.83`, `1.0`.
pub fn decimal(value: f64) -> String {
    let mut digits = String::new();
    add_decimal(value, 4, &mut digits);
    digits
}

/// Adds a number with so many decimals at most and at least one.
pub fn add_decimal(value: f64, decimals: usize, out: &mut String) {
    // Writing to a string never fails.
    let _ = write!(out, "{value:.decimals$}");
    let zeros = out.bytes().rev().take_while(|&digit| digit == b'0').count();
    out.truncate(out.len() - zeros);
    if out.ends_with('.') {
        out.push('0');
    }
}

/// An address of the web, and nothing that could run or that is no IRI.
pub fn web_address(url: &str) -> Option<NamedNode> {
    let is_of_the_web = ["https://", "http://"].iter().any(|scheme| url.starts_with(scheme));
    is_of_the_web.then(|| NamedNode::new(url).ok()).flatten()
}

/// The name of a value as its record has it: `Status::Asserted` is `asserted`.
pub fn name(value: impl serde::Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(name)) => name,
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_characters_are_dropped() {
        assert_eq!(clean("a\0b\u{B}\tc\u{FFFE}😀"), "ab\tc😀");
    }

    #[test]
    fn decimals_are_short() {
        assert_eq!([0.83, 1.0, 0.12345, -3.5, 10.0].map(decimal), ["0.83", "1.0", "0.1235", "-3.5", "10.0"]);
    }

    #[test]
    fn only_addresses_of_the_web_are_some() {
        let is_web = |url| web_address(url).is_some();
        assert!(is_web("https://example.org/a?b=1&c=2"));
        assert!(!is_web("javascript:alert(1)") && !is_web("https://exa mple.org") && !is_web("/etc/passwd"));
    }
}
