//! Small pieces that stand in a line.

use std::borrow::Cow;

use maud::{Markup, html};

use crate::pipeline::publish::text::{clean, is_of_the_web};

/// A text from outside: escaped, without control characters, and in a direction of its own.
pub fn text(text: &str) -> Markup {
    html! { bdi { (clean(text)) } }
}

/// A name for a place in the page, made of an id; different ids give different names.
pub fn anchor(kind: &str, id: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '/' | '.');
    let part = |c: char| if plain(c) { c.to_string() } else { format!("_{:x}_", u32::from(c)) };
    std::iter::once(format!("{kind}-")).chain(id.chars().map(part)).collect()
}

/// A relation in words.
pub fn relation(id: &str) -> Cow<'_, str> {
    clean(id).replace('-', " ").into()
}

/// An address as a link if it leads to the Web, else as text.
pub fn address(url: &str, words: &str) -> Markup {
    html! {
        @if is_of_the_web(url) {
            a href=(url) rel="noopener noreferrer nofollow" { (words) }
        } @else {
            (text(url))
        }
    }
}

/// A language code that a browser can use.
pub fn language(code: Option<&str>) -> Option<&str> {
    code.filter(|code| matches!(code.len(), 2 | 3) && code.bytes().all(|byte| byte.is_ascii_lowercase()))
}

/// With a sign; minus is the character for it.
pub fn signed(value: f64) -> String {
    match (value * 10.0).round() / 10.0 {
        0.0 => "0.0".to_owned(),
        value if value > 0.0 => format!("+{value:.1}"),
        value => format!("−{:.1}", -value),
    }
}

/// `1 tie`, `2 ties`.
pub fn count(number: usize, what: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {what}{plural}")
}

/// The day, month or year of a date.
pub fn day(date: &str) -> &str {
    date.get(..10).unwrap_or(date)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_of_the_web_are_links() {
        for url in [
            "javascript:alert(1)",
            "javascript://a",
            "data:text/html,a",
            "https://a b",
            "http",
            "ftp://a",
            "//a",
        ] {
            assert!(!address(url, "link").into_string().contains("href"), "{url}");
        }
        assert!(address("https://example.org/?a=\"b\"", "link").into_string().contains("&quot;b&quot;"));
        assert!(address("HTTP://example.org", "link").into_string().contains("href"));
    }

    #[test]
    fn anchors_tell_ids_apart() {
        let ids = ["a/b", "a_b", "A/b", "a b", "a_20_b"];
        let anchors: std::collections::BTreeSet<String> = ids.iter().map(|id| anchor("actor", id)).collect();
        assert_eq!(anchors.len(), ids.len());
        assert!(anchors.contains("actor-a/b") && anchors.iter().all(|anchor| !anchor.contains(' ')));
    }

    #[test]
    fn numbers_have_their_sign() {
        assert_eq!([1.26, -0.04, -2.0].map(signed), ["+1.3", "0.0", "−2.0"]);
    }
}
