//! Cuts a SPARQL text into tokens, so that a message can point at one.

use std::sync::LazyLock;

use regex::Regex;

/// A piece of a query that a space may stand before and after.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Token<'a> {
    /// First byte in the query.
    pub(super) start: usize,
    pub(super) text: &'a str,
}

impl Token<'_> {
    /// The token is this keyword, in whatever case.
    pub(super) fn is(&self, keyword: &str) -> bool {
        self.text.eq_ignore_ascii_case(keyword)
    }

    /// A text in single quotation marks that its line does not close, which no further line could.
    pub(super) fn is_unclosed(&self) -> bool {
        ["\"", "'"].iter().any(|mark| {
            let inside = self.text.strip_prefix(mark);
            inside.is_some_and(|inside| !inside.ends_with(mark) && !inside.starts_with(&mark.repeat(2)))
        })
    }
}

/// One alternative for each sort of token; an unclosed string reaches to the end.
static TOKEN: LazyLock<Regex> = LazyLock::new(|| {
    let sorts = [
        r"(?P<comment>\#[^\n]*)",
        r#"<[^<>"{}|^`\\\s]*>"#,
        r#""""(?s:.*?)(?:"""|$)|'''(?s:.*?)(?:'''|$)"#,
        r#""(?:[^"\\\n]|\\.)*(?:"|$|\n)|'(?:[^'\\\n]|\\.)*(?:'|$|\n)"#,
        r"[?$]\w+",
        r"@[A-Za-z]+(?:-[A-Za-z0-9-]+)*",
        r"(?:\p{L}[\w.-]*|_)?:(?:(?:[\w:.-]|%[0-9A-Fa-f]{2}|\\[^\w\s])*(?:[\w:-]|%[0-9A-Fa-f]{2}|\\[^\w\s]))?",
        r"\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|\w+",
        r"\^\^|&&|\|\||[!<>]=|<<\(?|\)?>>|\{\||\|\}",
        r"\S",
    ];
    #[allow(clippy::unwrap_used)] // a constant, and every test of this module compiles it
    Regex::new(&sorts.join("|")).unwrap()
});

pub(super) fn tokens(query: &str) -> Vec<Token<'_>> {
    TOKEN
        .captures_iter(query)
        .filter(|found| found.name("comment").is_none())
        .filter_map(|found| found.get(0))
        .map(|found| Token { start: found.start(), text: found.as_str() })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(query: &str) -> Vec<&str> {
        tokens(query).into_iter().map(|token| token.text).collect()
    }

    #[test]
    fn names_strings_and_operators_stay_whole() {
        assert_eq!(
            texts(r#"SELECT ?a{?a rel:supports/rel:aids actor:x\/y .FILTER(?b<=1.5 && ?c="SERVICE"@en)}"#),
            [
                "SELECT",
                "?a",
                "{",
                "?a",
                "rel:supports",
                "/",
                "rel:aids",
                r"actor:x\/y",
                ".",
                "FILTER",
                "(",
                "?b",
                "<=",
                "1.5",
                "&&",
                "?c",
                "=",
                "\"SERVICE\"",
                "@en",
                ")",
                "}"
            ]
        );
    }

    #[test]
    fn comments_are_none_and_an_iri_is_one() {
        assert_eq!(
            texts("ASK # SERVICE\n{ <http://a/#b> a ?b }"),
            ["ASK", "{", "<http://a/#b>", "a", "?b", "}"]
        );
        assert_eq!(texts("?a < ?b"), ["?a", "<", "?b"]);
    }
}
