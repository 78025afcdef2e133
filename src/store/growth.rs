//! How long a text a query can make of others within one expression.
//!
//! The gauge looks at a query between its rows. Within one expression nothing looks, and `CONCAT(?x, ?x, …)` in itself three times
//! over makes gigabytes of a short text: so what an expression could make is worked out before it runs.

use thiserror::Error;

use super::tokens::{Token, tokens};

/// Bytes that a text of the graph has at most, as a rule.
const TEXT: u64 = 4 << 10;

/// Bytes that a query may make of one text.
const MOST: u64 = 256 << 20;

/// How much longer than one row's a text of all rows is taken to be.
const ROWS: u64 = 1 << 12;

/// A query could make texts without end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error(
    "the query could make a text of more than {} MiB: put fewer CONCAT, REPLACE and GROUP_CONCAT into each other, and shorter texts",
    MOST >> 20
)]
pub struct TooLong;

/// Whether no text can grow beyond all bounds. Most queries join no texts.
pub(super) fn check(sparql: &str) -> Result<(), TooLong> {
    let upper = sparql.to_ascii_uppercase();
    let grows = ["CONCAT", "REPLACE", "ENCODE_FOR_URI"].iter().any(|function| upper.contains(function));
    if !grows || longest(&tokens(sparql)) <= MOST { Ok(()) } else { Err(TooLong) }
}

/// Bytes of the longest text that the calls could make, each of the result of those before.
fn longest(tokens: &[Token]) -> u64 {
    let given = tokens.iter().map(|token| length(token)).max().unwrap_or_default();
    let calls = (0..tokens.len()).map(|at| growth(&tokens[at..]));
    calls.fold(given.max(TEXT), u64::saturating_mul)
}

/// Bytes of a text that stands in the query.
fn length(token: &Token) -> u64 {
    if token.text.starts_with(['"', '\'']) { token.text.len().saturating_sub(2) as u64 } else { 0 }
}

/// How much longer a call that begins here makes a text.
fn growth(tokens: &[Token]) -> u64 {
    let Some((name, rest)) = tokens.split_first() else { return 1 };
    if name.is("CONCAT") {
        arguments(rest).len() as u64
    } else if name.is("REPLACE") {
        // Each character may be replaced by the third argument.
        arguments(rest).get(2).map_or(1, |with| match with {
            [text] => length(text).max(1),
            _ => TEXT,
        })
    } else if name.is("GROUP_CONCAT") {
        ROWS
    } else if name.is("ENCODE_FOR_URI") {
        3
    } else {
        1
    }
}

/// The arguments of a call, from the bracket on that begins them.
fn arguments<'t, 'q>(tokens: &'t [Token<'q>]) -> Vec<&'t [Token<'q>]> {
    let mut depth = 0_usize;
    let mut commas = vec![0];
    for (at, token) in tokens.iter().enumerate() {
        match token.text {
            "(" => depth += 1,
            ")" => depth = depth.saturating_sub(1),
            "," if depth == 1 => commas.push(at),
            _ => {}
        }
        if depth == 0 {
            commas.push(at);
            break;
        }
    }
    commas.windows(2).map(|pair| &tokens[pair[0] + 1..pair[1]]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_may_be_joined_and_not_without_end() {
        let check = |expression: &str| check(&format!("SELECT ({expression} AS ?x) {{ ?a ?b ?c }}"));
        let join = |count: usize, part: &str| format!("CONCAT({})", vec![part; count].join(", "));
        assert_eq!(check("CONCAT(STR(?a), \" \", REPLACE(STR(?b), \"^.*/\", \"\"), \" \", ?c)"), Ok(()));
        assert_eq!(check("GROUP_CONCAT(CONCAT(?a, \": \", ?c); SEPARATOR=\"; \")"), Ok(()));
        assert_eq!(check(&join(1000, "?a")), Ok(()));
        assert_eq!(check(&join(1000, "\"CONCAT(\"")), Ok(()));
        assert_eq!(check(&join(1000, &join(10, &join(10, "?a")))), Err(TooLong));
        let long = |letter: &str| format!("\"{}\"", letter.repeat(30_000));
        assert_eq!(check(&format!("REPLACE({}, \"a\", {})", long("a"), long("b"))), Err(TooLong));
    }

    #[test]
    fn calls_one_after_the_other_count_as_if_within() {
        let bind = |nth: usize| format!("BIND(CONCAT(?x{nth}, ?x{nth}) AS ?x{})", nth + 1);
        let chain =
            |length: usize| format!("SELECT * {{ ?x0 ?y ?z {} }}", (0..length).map(bind).collect::<String>());
        assert_eq!(check(&chain(10)), Ok(()));
        assert_eq!(check(&chain(40)), Err(TooLong));
    }
}
