//! Text in XML.

use super::text::is_allowed;

/// Adds text as an attribute in double quotes or an element can hold it, so that a reader gets it back: line ends and tabs, which
/// attributes would turn into spaces, as references; without the characters that XML 1.0 forbids.
pub fn escape(text: &str, out: &mut String) {
    let mut copied = 0;
    for (at, c) in text.char_indices() {
        let reference = match c {
            '&' => "&amp;",
            '<' => "&lt;",
            '>' => "&gt;",
            '"' => "&quot;",
            '\t' => "&#9;",
            '\n' => "&#10;",
            '\r' => "&#13;",
            c if is_allowed(c) => continue,
            _ => "",
        };
        out.push_str(&text[copied..at]);
        out.push_str(reference);
        copied = at + c.len_utf8();
    }
    out.push_str(&text[copied..]);
}

/// The same as a text of its own.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    escape(text, &mut out);
    out
}

/// Adds ` name="text"`.
pub fn attribute(name: &str, text: &str, out: &mut String) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    escape(text, out);
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reader_gets_the_text_back_without_what_is_forbidden() {
        let mut out = String::new();
        attribute("a", "\"<é&\r\n\t\0\u{B}\u{FFFE}]]>😀", &mut out);
        assert_eq!(out, " a=\"&quot;&lt;é&amp;&#13;&#10;&#9;]]&gt;😀\"");
    }
}
