//! How deep a query nests.
//!
//! Parser and evaluator follow a query's structure by calling themselves, which needs stack for each level: a query that nests
//! without end would end the program.

use spargebra::Query;
use thiserror::Error;

use super::tokens::{Token, tokens};

/// Brackets within brackets.
const DEEPEST: usize = 128;

/// Parts that the evaluator may put one within the other: groups, operators, clauses.
const MOST: usize = 2000;

/// Patterns of triples. The optimizer puts each into the one before, and tries orders in a time that grows with the third power of
/// their number without looking whether to go on: so many take it about a second.
const PATTERNS: usize = 128;

/// Clauses that hold all that stands before them.
const CLAUSES: [&str; 8] = ["AS", "BIND", "EXISTS", "FILTER", "MINUS", "OPTIONAL", "UNION", "VALUES"];

/// Operators of expressions and paths, and the group.
const OPERATORS: [&str; 16] =
    ["{", "!", "|", "||", "&&", "=", "!=", "<", ">", "<=", ">=", "+", "-", "*", "/", "^"];

/// A query nests too deep.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error(
    "the query nests too deep: {DEEPEST} brackets within each other and {MOST} groups, operators and clauses are the most; \
     write several queries, or VALUES for a list"
)]
pub struct TooDeep;

/// A query has too many patterns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error(
    "the query has {0} patterns of triples, and {PATTERNS} are the most: write several queries, or VALUES for a list"
)]
pub struct TooManyPatterns(usize);

/// Whether a query can be followed. Most queries are seen to be short without a look at their tokens.
pub(super) fn check(sparql: &str) -> Result<(), TooDeep> {
    let is_short = sparql.len() < DEEPEST || sparql.bytes().filter(|&byte| !is_plain(byte)).count() < DEEPEST;
    if is_short || fits(&tokens(sparql)) { Ok(()) } else { Err(TooDeep) }
}

/// Whether a query that was parsed can be planned.
pub(super) fn check_patterns(query: &Query) -> Result<(), TooManyPatterns> {
    let written = query.to_sse();
    let count = written.matches("(triple ").count() + written.matches("(path ").count();
    if count > PATTERNS { Err(TooManyPatterns(count)) } else { Ok(()) }
}

/// A character of names and space, of which nothing nests that does not have a bracket too.
fn is_plain(byte: u8) -> bool {
    byte.is_ascii_alphanumeric()
        || byte.is_ascii_whitespace()
        || byte >= 0x80
        || b"?_:.;,\"'@#".contains(&byte)
}

fn fits(tokens: &[Token]) -> bool {
    let mut depth = 0_usize;
    let mut parts = 0;
    for token in tokens {
        match token.text {
            "(" | "{" | "[" | "<<" | "<<(" | "{|" => depth += 1,
            ")" | "}" | "]" | ">>" | ")>>" | "|}" => depth = depth.saturating_sub(1),
            _ => {}
        }
        parts += usize::from(nests(token));
        if depth > DEEPEST || parts > MOST {
            return false;
        }
    }
    true
}

fn nests(token: &Token) -> bool {
    OPERATORS.contains(&token.text) || CLAUSES.iter().any(|clause| token.is(clause))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn depth_and_chains_count_and_lists_do_not() {
        let nested = |depth: usize| {
            format!("SELECT * {{ ?a ?b ?c FILTER({}1{}) }}", "(".repeat(depth), ")".repeat(depth))
        };
        assert_eq!(check(&nested(100)), Ok(()));
        assert_eq!(check(&nested(200)), Err(TooDeep));
        let chain =
            |length: usize| format!("SELECT * {{ ?a ?b ?c {} }}", "OPTIONAL { ?a ?b ?c } ".repeat(length));
        assert_eq!(check(&chain(500)), Ok(()));
        assert_eq!(check(&chain(2000)), Err(TooDeep));
        assert_eq!(check(&format!("ASK {{ FILTER({}1) }}", "!".repeat(3000))), Err(TooDeep));
        let terms = format!("ASK {{ {} }}", "<< ?a ?b ".repeat(200));
        assert_eq!(check(&terms), Err(TooDeep));
        let list = format!("SELECT * {{ VALUES (?a ?b) {{ {} }} }}", "(1 \"/+-{{{\") ".repeat(5000));
        assert_eq!(check(&list), Ok(()));
    }

    #[test]
    fn patterns_are_counted_wherever_they_stand() {
        let check = |text: &str| {
            check_patterns(&spargebra::SparqlParser::new().parse_query(&format!("ASK {{ {text} }}")).unwrap())
        };
        assert_eq!(check(&"?a ?b ?c . ".repeat(128)), Ok(()));
        assert_eq!(check(&"?a ?b ?c . ".repeat(129)), Err(TooManyPatterns(129)));
        let list = "1 ".repeat(100);
        assert_eq!(check(&format!("?a ?b ({list})")), Err(TooManyPatterns(201)));
        assert_eq!(
            check(&format!("FILTER EXISTS {{ ?a <x:y>* {} }}", "?c , ".repeat(200) + "?d")),
            Err(TooManyPatterns(201))
        );
        let parts = format!("VALUES ?a {{ {list} }} FILTER(?a IN ({}1))", "1, ".repeat(200));
        assert_eq!(check(&parts), Ok(()));
    }
}
