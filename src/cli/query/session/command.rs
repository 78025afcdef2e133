//! What a line that begins with a dot asks for.

use std::path::PathBuf;
use std::time::Duration;

use anyhow::{anyhow, bail};
use clap::ValueEnum;

use super::super::pair;
use super::super::print::Format;
use crate::spelling;

/// A line that is no query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Command {
    Help,
    /// Show the queries that come with the program.
    List,
    /// Run one of them.
    Name {
        name: String,
        arguments: Vec<(String, String)>,
    },
    /// Show the prefixes.
    Prefixes,
    /// Print answers so from now on; none shows how they are printed.
    Format(Option<Format>),
    /// Print at most so many rows of a table on a terminal.
    Rows(Option<usize>),
    /// Stop queries after so long.
    Timeout(Option<Duration>),
    /// Write answers to a file from now on; none: to the screen.
    Output(Option<PathBuf>),
    Quit,
}

/// Name, what may follow, what it does.
pub(super) const COMMANDS: [(&str, &str, &str); 9] = [
    (".help", "", "this list"),
    (".list", "", "the queries that come with the program"),
    (".name", "NAME [PARAMETER=VALUE …]", "run one of them"),
    (".prefixes", "", "the prefixes that are declared"),
    (".format", "[FORMAT]", "table, json, xml, csv or tsv for rows; ttl, nt or jsonld for triples"),
    (".rows", "[NUMBER]", "how many rows of a table are shown at most; without a number all"),
    (".timeout", "[SECONDS]", "stop a query after so long; without a number never"),
    (".output", "[FILE]", "write answers to a file; without a file to the screen again"),
    (".quit", "", "end; Ctrl-D does so too"),
];

/// Understands a line that begins with a dot.
///
/// # Errors
/// Nothing is called so, or is used so; with what would be right.
pub(super) fn parse(line: &str) -> anyhow::Result<Command> {
    let (name, rest) = line.trim().split_once(char::is_whitespace).unwrap_or((line.trim(), ""));
    let rest = rest.trim();
    let Some((_, usage, _)) = COMMANDS.iter().find(|(command, ..)| *command == name) else {
        bail!("no command `{name}`{}; .help shows all", near(name));
    };
    if usage.is_empty() && !rest.is_empty() {
        bail!("{name} takes nothing after it");
    }
    let rest = Some(rest).filter(|rest| !rest.is_empty());
    Ok(match name {
        ".help" => Command::Help,
        ".list" => Command::List,
        ".name" => canned(rest)?,
        ".prefixes" => Command::Prefixes,
        ".format" => Command::Format(rest.map(format).transpose()?),
        ".rows" => Command::Rows(rest.map(number).transpose()?),
        ".timeout" => Command::Timeout(rest.map(seconds).transpose()?),
        ".output" => Command::Output(rest.map(PathBuf::from)),
        _ => Command::Quit,
    })
}

fn near(name: &str) -> String {
    let near = spelling::nearest(name, COMMANDS.iter().map(|(name, ..)| *name));
    near.map_or(String::new(), |near| format!(" (did you mean {near}?)"))
}

fn canned(rest: Option<&str>) -> anyhow::Result<Command> {
    let words = shlex::split(rest.unwrap_or_default())
        .ok_or_else(|| anyhow!("a quotation mark is not closed: .name words text=\"two words\""))?;
    let Some((name, arguments)) = words.split_first() else {
        bail!(".name needs the name of a query; .list shows them");
    };
    let pairs = arguments
        .iter()
        .map(|argument| pair(argument).map_err(|hint| anyhow!("`{argument}` is no PARAMETER=VALUE: {hint}")));
    Ok(Command::Name { name: name.clone(), arguments: pairs.collect::<Result<_, _>>()? })
}

/// Names of the formats, as they are written.
pub(super) fn formats() -> impl Iterator<Item = String> {
    Format::value_variants().iter().map(|format| format.name())
}

fn format(text: &str) -> anyhow::Result<Format> {
    Format::from_str(text, true).map_err(|_| {
        let formats: Vec<String> = formats().collect();
        let near = spelling::nearest(text, formats.iter().map(String::as_str));
        let near = near.map_or(String::new(), |near| format!(" (did you mean {near}?)"));
        anyhow!("no format `{text}`{near}; there are {}", formats.join(", "))
    })
}

fn number(text: &str) -> anyhow::Result<usize> {
    let number = text.parse().ok().filter(|number| *number > 0);
    number.ok_or_else(|| anyhow!("`{text}` is no number of rows: write one such as 100"))
}

fn seconds(text: &str) -> anyhow::Result<Duration> {
    let seconds = text.parse().ok().and_then(|seconds| Duration::try_from_secs_f64(seconds).ok());
    let seconds = seconds.filter(|seconds| !seconds.is_zero());
    seconds.ok_or_else(|| anyhow!("`{text}` is no number of seconds: write one such as 30"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_command_is_understood_with_what_follows() {
        let parsed = |line: &str| parse(line).unwrap();
        assert_eq!(parsed(".help"), Command::Help);
        assert_eq!(parsed("  .quit "), Command::Quit);
        assert_eq!(parsed(".format CSV"), Command::Format(Some(Format::Csv)));
        assert_eq!(parsed(".format"), Command::Format(None));
        assert_eq!(parsed(".timeout 1.5"), Command::Timeout(Some(Duration::from_millis(1500))));
        assert_eq!(parsed(".rows"), Command::Rows(None));
        assert_eq!(parsed(r".output C:\my files\a.csv"), Command::Output(Some(r"C:\my files\a.csv".into())));
        let name = Command::Name {
            name: "words".to_owned(),
            arguments: vec![
                ("text".to_owned(), "two words".to_owned()),
                ("confidence".to_owned(), "0.3".to_owned()),
            ],
        };
        assert_eq!(parsed(".name words text='two words' confidence=0.3"), name);
    }

    #[test]
    fn what_is_wrong_is_told_with_what_would_be_right() {
        for (line, part) in [
            (".hepl", "no command `.hepl` (did you mean .help?); .help shows all"),
            (".", ".help shows all"),
            (".quit now", ".quit takes nothing"),
            (".format cvs", "no format `cvs` (did you mean csv?); there are table, json"),
            (".format docx", "no format `docx`; there are"),
            (".name", ".list shows them"),
            (".name words text='a", "not closed"),
            (".name words nuclear", "`nuclear` is no PARAMETER=VALUE"),
            (".rows 0", "no number of rows"),
            (".timeout soon", "no number of seconds"),
            (".timeout inf", "no number of seconds"),
            (".timeout -1", "no number of seconds"),
        ] {
            let error = parse(line).unwrap_err().to_string();
            assert!(error.contains(part), "{line}: {error}");
        }
    }
}
