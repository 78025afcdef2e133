//! A session: a graph is asked at a prompt, several times.

mod command;
mod complete;
mod history;
mod running;
mod terminal;
#[cfg(test)]
mod tests;

use std::fs::File;
use std::io::{BufWriter, ErrorKind, Write};
use std::path::PathBuf;
use std::time::Duration;

use anyhow::{Context, anyhow};

use super::canned::{self, SESSION};
use super::print::{self, Format, Manner};
use super::tell_unknown;
use crate::cli::console::Console;
use crate::store::canned::Canned;
use crate::store::{Answer, Store};
use command::{COMMANDS, Command};
use running::{Stop, Stoppable};

/// A table on a terminal shows so many rows, unless the user wants another number.
const MOST_ROWS: usize = 100;

/// What a line source gives.
enum Entered {
    /// A command or a whole query.
    Text(String),
    /// What was begun is dropped.
    Dropped,
    /// There is no more.
    End,
}

/// Whether a session goes on.
#[derive(Debug, PartialEq, Eq)]
enum Next {
    On,
    End,
}

struct Session<'s> {
    store: &'s Store,
    queries: &'s [Canned],
    console: &'s Console,
    stop: Stop,
    manner: Manner,
    limit: Option<Duration>,
    output: Option<(PathBuf, File)>,
}

/// Talks with the user at his terminal until he ends it.
///
/// # Errors
/// The terminal or the output fails; a query that fails does not end a session.
pub(super) fn run(
    store: &Store,
    queries: &[Canned],
    format: Option<Format>,
    console: &Console,
) -> anyhow::Result<()> {
    let mut session = Session::new(store, queries, format, console);
    session.stop = Stop::on_interrupt();
    let mut terminal = terminal::Terminal::open(store, queries, console)?;
    console.note(".help shows the commands, Tab completes, Ctrl-C stops, Ctrl-D ends");
    session.talk(|| terminal.next(), &mut std::io::stdout())
}

impl<'s> Session<'s> {
    fn new(store: &'s Store, queries: &'s [Canned], format: Option<Format>, console: &'s Console) -> Self {
        let manner = Manner { most_rows: Some(MOST_ROWS), ..Manner::of(None) };
        let mut session =
            Self { store, queries, console, stop: Stop::default(), manner, limit: None, output: None };
        format.into_iter().for_each(|format| session.print_as(format));
        session
    }

    /// Does what lines ask for, to the last.
    fn talk(
        &mut self,
        mut next: impl FnMut() -> anyhow::Result<Entered>,
        out: &mut impl Write,
    ) -> anyhow::Result<()> {
        loop {
            match next()? {
                Entered::End => return Ok(()),
                Entered::Dropped => {}
                Entered::Text(text) => match self.enter(&text, out) {
                    Ok(Next::On) => {}
                    Ok(Next::End) => return Ok(()),
                    Err(error) if crate::cli::is_closed_pipe(&error) => return Err(error),
                    Err(error) => self.console.error(&error),
                },
            }
        }
    }

    fn enter(&mut self, text: &str, out: &mut impl Write) -> anyhow::Result<Next> {
        if text.trim().is_empty() {
            return Ok(Next::On);
        }
        if !text.trim_start().starts_with('.') {
            let answer = self.ask(text, out)?;
            tell_unknown(&answer, text, self.store, self.console);
            return Ok(Next::On);
        }
        self.obey(command::parse(text)?, out)
    }

    fn obey(&mut self, command: Command, out: &mut impl Write) -> anyhow::Result<Next> {
        match command {
            Command::Help => help(out)?,
            Command::List => canned::list(self.queries, &SESSION, out)?,
            Command::Name { name, arguments } => {
                let query = canned::named(self.queries, &name, &SESSION)?;
                let values = canned::values(query, &arguments, self.store, &SESSION)?;
                self.ask(&query.with(&values), out)?;
            }
            Command::Prefixes => self.prefixes(out)?,
            Command::Format(Some(format)) => self.print_as(format),
            Command::Format(None) => {
                writeln!(
                    out,
                    "{} for rows, {} for triples",
                    self.manner.rows.name(),
                    self.manner.triples.name()
                )?;
            }
            Command::Rows(most) => self.manner.most_rows = most,
            Command::Timeout(limit) => self.limit = limit,
            Command::Output(path) => self.write_to(path)?,
            Command::Quit => return Ok(Next::End),
        }
        Ok(Next::On)
    }

    fn ask(&mut self, sparql: &str, out: &mut impl Write) -> anyhow::Result<Answer> {
        let (answer, token) = self.stop.answer(self.store, sparql, self.limit)?;
        let Some((path, file)) = &mut self.output else {
            let mut out = BufWriter::new(Stoppable { out, token });
            print::answer(&answer, &self.manner, self.store, self.console, &mut out)?;
            return Ok(answer);
        };
        let mut out = BufWriter::new(Stoppable { out: file, token });
        let manner = Manner { most_rows: None, is_file: true, ..self.manner };
        print::answer(&answer, &manner, self.store, self.console, &mut out)
            .with_context(|| path.display().to_string())?;
        Ok(answer)
    }

    /// A format of triples is kept for triples, another for rows.
    fn print_as(&mut self, format: Format) {
        match format.rdf() {
            Some(_) => self.manner.triples = format,
            None => self.manner.rows = format,
        }
    }

    fn prefixes(&self, out: &mut impl Write) -> std::io::Result<()> {
        self.store.prefixes().iter().try_for_each(|(name, iri)| writeln!(out, "{name}: <{iri}>"))
    }

    /// Writes what comes to a new file. One that is there is not written over: a slip would cost a graph.
    fn write_to(&mut self, path: Option<PathBuf>) -> anyhow::Result<()> {
        self.output = None;
        let Some(path) = path else { return Ok(()) };
        let file = File::create_new(&path).map_err(|error| match error.kind() {
            ErrorKind::AlreadyExists => anyhow!("{}: is there already; name a new file", path.display()),
            _ => anyhow!("{}: cannot write there: {error}", path.display()),
        })?;
        self.output = Some((path, file));
        Ok(())
    }
}

fn help(out: &mut impl Write) -> std::io::Result<()> {
    writeln!(out, "A query of one or several lines; it runs when it is whole, or after an empty line.")?;
    for (name, usage, about) in COMMANDS {
        writeln!(out, "{:<38}{about}", format!("{name} {usage}"))?;
    }
    Ok(())
}
