//! Where a query stops being SPARQL, and what could stand there.
//!
//! The parser reports the furthest character that any of its rules looked at, which lies up to a keyword's
//! length behind the mistake, and of what it expected only the longest. So the query is parsed again with
//! room between its tokens, which makes the position exact, and possible next tokens are tried.

use std::fmt;

use spargebra::{SparqlParser, SparqlSyntaxError};
use thiserror::Error;

use super::prefixes::Prefixes;
use super::tokens::{Token, tokens};
use crate::spelling;

/// A query that is no SPARQL: where, and what could stand there.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub struct SyntaxError {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// The line itself.
    pub source_line: String,
    /// What is wrong there, and what would be right.
    pub cause: String,
}

impl fmt::Display for SyntaxError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SPARQL syntax error at {}:{}: {}", self.line, self.column, self.cause)?;
        if self.column > self.source_line.chars().count() + 1 {
            return Ok(());
        }
        writeln!(f, "\n  | {}", self.source_line)?;
        write!(f, "  | {}^", " ".repeat(self.column - 1))
    }
}

/// Longest line, in bytes, that a message of [`as_parsed`] shows.
const SHOWN: usize = 200;

/// Space between tokens: more than the longest keyword.
const ROOM: usize = 40;

/// How a message calls a prefixed name.
const NAME: &str = "a name such as actor:x or rel:x";

/// Tokens to try at the place of a mistake, with how a message calls them.
const CANDIDATES: [(&str, &str); 44] = [
    ("SELECT", "SELECT"),
    ("ASK", "ASK"),
    ("CONSTRUCT", "CONSTRUCT"),
    ("DESCRIBE", "DESCRIBE"),
    ("PREFIX", "PREFIX"),
    ("DISTINCT", "DISTINCT"),
    ("WHERE", "WHERE"),
    ("FROM", "FROM"),
    ("AS", "AS"),
    ("?x", "a ?variable"),
    ("<x:x>", "an <IRI>"),
    ("rdf:type", NAME),
    ("\"x\"", "a \"text\""),
    ("1", "a number"),
    ("STR", "a function"),
    ("COUNT", "an aggregate such as COUNT(…)"),
    ("*", "*"),
    ("{", "{"),
    ("}", "}"),
    ("(", "("),
    (")", ")"),
    (".", "."),
    (";", ";"),
    (",", ","),
    ("/", "/"),
    ("|", "|"),
    ("=", "="),
    (">", ">"),
    ("<", "<"),
    ("&&", "&&"),
    ("||", "||"),
    ("+", "+"),
    ("FILTER", "FILTER"),
    ("OPTIONAL", "OPTIONAL"),
    ("UNION", "UNION"),
    ("GRAPH", "GRAPH"),
    ("BIND", "BIND"),
    ("VALUES", "VALUES"),
    ("GROUP", "GROUP BY"),
    ("HAVING", "HAVING"),
    ("ORDER", "ORDER BY"),
    ("BY", "BY"),
    ("LIMIT", "LIMIT"),
    ("OFFSET", "OFFSET"),
];

/// Of a text that begins and does not end.
const UNCLOSED: &str = "the text that begins here is not closed in its line: a quotation mark is missing";

/// A message names no more possibilities than this.
const MOST_NAMED: usize = 12;

/// The index of the token at which a query fails (their number: at the end), if it does.
pub(super) fn failing_token(parser: &SparqlParser, tokens: &[Token]) -> Option<usize> {
    let texts: Vec<&str> = tokens.iter().map(|token| token.text).collect();
    failure(parser, &texts).map(|(index, _)| index)
}

/// Describes the mistake in a query that does not parse.
pub(super) fn describe(parser: &SparqlParser, query: &str, prefixes: &Prefixes) -> SyntaxError {
    let tokens = tokens(query);
    if let Some(text) = tokens.iter().find(|token| token.is_unclosed()) {
        return at(query, text.start, UNCLOSED.to_owned());
    }
    let texts: Vec<&str> = tokens.iter().map(|token| token.text).collect();
    let (index, message) = failure(parser, &texts).unwrap_or((texts.len(), String::new()));
    let found = texts.get(index).map_or("the end of the query".to_owned(), |text| format!("`{text}`"));
    let cause = if message.contains("Prefix not found") {
        undeclared(&found, texts.get(index).copied().unwrap_or_default(), prefixes)
    } else if let Some(reason) = reason(&message) {
        reason.to_owned()
    } else {
        let expected = expected(parser, &texts[..index]);
        let hint = hint(&texts, index, &expected);
        format!("found {found}, expected {expected}{hint}")
    };
    at(query, tokens.get(index).map_or(query.trim_end().len(), |token| token.start), cause)
}

/// The mistake in a long query that does not parse, as the parser tells it: near the place, and not all that could stand there.
pub(super) fn as_parsed(query: &str, error: &SparqlSyntaxError) -> SyntaxError {
    let message = error.to_string();
    let mut parts = message.strip_prefix("error at ").unwrap_or(&message).splitn(3, ':');
    let mut number = || parts.next().and_then(|part| part.trim().parse::<usize>().ok());
    let (line, column) = (number().unwrap_or(1).max(1), number().unwrap_or(1).max(1));
    let cause = parts.next().unwrap_or(&message).trim().to_owned();
    // A line that is too long to be shown is left out.
    let source = query.lines().nth(line - 1).filter(|line| line.len() <= SHOWN).unwrap_or_default();
    SyntaxError { line, column, source_line: source.replace('\t', " "), cause }
}

fn undeclared(found: &str, name: &str, prefixes: &Prefixes) -> String {
    let prefix = name.split(':').next().unwrap_or_default();
    let near = spelling::nearest(prefix, prefixes.iter().map(|(name, _)| name));
    let near = near.map_or(String::new(), |near| format!(" (did you mean {near}:?)"));
    format!("{found} has a prefix that is not declared{near}; declared are {}", prefixes.names())
}

/// Parses the tokens with room between them: the token at which that fails, and the parser's message.
fn failure(parser: &SparqlParser, texts: &[&str]) -> Option<(usize, String)> {
    let room = "\u{20}".repeat(ROOM);
    let query =
        texts.iter().map(|text| format!("{}{room}", text.replace(['\n', '\r'], " "))).collect::<String>();
    let message = parser.clone().parse_query(&query).err()?.to_string();
    let column = message.strip_prefix("error at 1:")?.split(':').next()?.parse::<usize>().ok()?;
    let mut end = 0;
    let index = texts.iter().position(|text| {
        end += text.chars().count() + ROOM;
        column <= end
    });
    Some((index.unwrap_or(texts.len()), message))
}

/// A rule of the language that the query breaks, where the parser names one in words.
fn reason(message: &str) -> Option<&str> {
    let expected = message.split_once("expected ")?.1;
    let expected = expected.strip_prefix("one of ").unwrap_or(expected);
    expected
        .split(", ")
        .find(|part| part.contains(' ') && part.chars().all(|c| c.is_alphanumeric() || " ?'".contains(c)))
}

/// What can follow the tokens: each candidate with which the parser gets beyond them.
fn expected(parser: &SparqlParser, before: &[&str]) -> String {
    let fits = |candidate: &str| {
        let texts: Vec<&str> = before.iter().copied().chain([candidate]).collect();
        failure(parser, &texts).is_none_or(|(index, _)| index > before.len())
    };
    let mut names: Vec<_> = CANDIDATES.iter().filter(|(text, _)| fits(text)).map(|(_, name)| *name).collect();
    let more = names.len() > MOST_NAMED;
    names.truncate(MOST_NAMED);
    match names.split_last() {
        None if before.last().is_some_and(|last| last.eq_ignore_ascii_case("PREFIX")) => {
            "a prefix such as ex:".to_owned()
        }
        None => "the query to end here".to_owned(),
        Some((last, [])) => (*last).to_owned(),
        Some(_) if more => format!("one of {}, …", names.join(", ")),
        Some((last, rest)) => format!("{} or {last}", rest.join(", ")),
    }
}

/// Advice for mistakes that ids of this graph invite.
fn hint(texts: &[&str], index: usize, expected: &str) -> &'static str {
    let is_slash = |at: usize| texts.get(at).is_some_and(|text| *text == "/");
    let is_word = |text: &&str| text.chars().all(|c| c.is_alphanumeric() || c == '-');
    if is_slash(index) || index > 0 && is_slash(index - 1) {
        r" (write a / that belongs to an id as \/, as in actor:north-korea\/entities)"
    } else if expected.contains(NAME) && texts.get(index).is_some_and(is_word) {
        " (a word alone is no name: actors are actor:ID, relations rel:ID)"
    } else {
        ""
    }
}

fn at(query: &str, byte: usize, cause: String) -> SyntaxError {
    let before = &query[..byte];
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    SyntaxError {
        line: before.matches('\n').count() + 1,
        column: before[line_start..].chars().count() + 1,
        source_line: query[line_start..].lines().next().unwrap_or_default().replace('\t', " "),
        cause,
    }
}
