//! The line that a user edits.

use std::borrow::Cow;
use std::io::IsTerminal;
use std::path::PathBuf;

use anyhow::Context as _;
use rustyline::completion::{Completer, FilenameCompleter};
use rustyline::config::Behavior;
use rustyline::error::ReadlineError;
use rustyline::highlight::Highlighter;
use rustyline::hint::Hinter;
use rustyline::history::FileHistory;
use rustyline::validate::{ValidationContext, ValidationResult, Validator};
use rustyline::{CompletionType, Config, Context, Editor, Helper};

use super::Entered;
use super::complete::{Hint, Vocabulary};
use super::history;
use crate::cli::console::Console;
use crate::store::Store;
use crate::store::canned::Canned;

const PROMPT: &str = "aliansi> ";

/// The user's terminal, with what he entered before.
pub(super) struct Terminal<'s> {
    editor: Editor<Writing<'s>, FileHistory>,
    history: Option<PathBuf>,
}

impl<'s> Terminal<'s> {
    /// Opens it. Where the history cannot be kept it is noted, and the session goes on without.
    ///
    /// # Errors
    /// The terminal cannot be used.
    pub(super) fn open(store: &'s Store, queries: &'s [Canned], console: &Console) -> anyhow::Result<Self> {
        // Where answers go to a file or a program, what is edited must not.
        let behavior = if std::io::stdout().is_terminal() { Behavior::Stdio } else { Behavior::PreferTerm };
        let config = Config::builder()
            .completion_type(CompletionType::List)
            .history_ignore_space(true)
            .max_history_size(1000)
            .and_then(|config| config.history_ignore_dups(true))?
            .behavior(behavior);
        let mut editor = Editor::with_config(config.build())?;
        editor.set_helper(Some(Writing::new(Vocabulary { store, queries })));
        let mut terminal = Self { editor, history: history::file() };
        if let Err(error) = terminal.recall() {
            console.note(format_args!("{error:#}; this session is not remembered"));
            terminal.history = None;
        }
        Ok(terminal)
    }

    /// Reads what was entered in earlier sessions, and sees that it can be kept.
    fn recall(&mut self) -> anyhow::Result<()> {
        let Some(path) = &self.history else { return Ok(()) };
        let cannot = || format!("{}: cannot keep the history", path.display());
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder).with_context(cannot)?;
        }
        if path.exists() {
            self.editor.load_history(path).with_context(cannot)?;
        }
        self.editor.append_history(path).with_context(cannot)
    }

    /// The next command or query that the user enters.
    ///
    /// # Errors
    /// The terminal fails.
    pub(super) fn next(&mut self) -> anyhow::Result<Entered> {
        match self.editor.readline(PROMPT) {
            Ok(text) => {
                self.remember(&text)?;
                Ok(Entered::Text(text))
            }
            Err(ReadlineError::Interrupted | ReadlineError::Signal(_)) => Ok(Entered::Dropped),
            Err(ReadlineError::Eof) => Ok(Entered::End),
            Err(error) => Err(error).context("the terminal"),
        }
    }

    fn remember(&mut self, text: &str) -> anyhow::Result<()> {
        let is_new = self.editor.add_history_entry(text.trim_end())?;
        // One that has become full or read-only meanwhile is nothing to end a session for.
        if let Some(path) = self.history.as_ref().filter(|_| is_new) {
            let _ = self.editor.append_history(path);
        }
        Ok(())
    }
}

/// What helps while a line is written.
struct Writing<'s> {
    vocabulary: Vocabulary<'s>,
    files: FilenameCompleter,
    /// Without colours a hint would look as if it was written.
    has_hints: bool,
}

impl<'s> Writing<'s> {
    fn new(vocabulary: Vocabulary<'s>) -> Self {
        let has_hints = std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
        Self { vocabulary, files: FilenameCompleter::new(), has_hints }
    }
}

impl Helper for Writing<'_> {}

impl Completer for Writing<'_> {
    type Candidate = String;

    fn complete(&self, line: &str, at: usize, _: &Context) -> rustyline::Result<(usize, Vec<String>)> {
        if line.starts_with(".output ") {
            let (start, files) = self.files.complete_path(line, at)?;
            return Ok((start, files.into_iter().map(|file| file.replacement).collect()));
        }
        Ok(self.vocabulary.complete(&line[..at]))
    }
}

impl rustyline::hint::Hint for Hint {
    fn display(&self) -> &str {
        &self.text
    }

    fn completion(&self) -> Option<&str> {
        self.is_written.then_some(self.text.as_str())
    }
}

impl Hinter for Writing<'_> {
    type Hint = Hint;

    fn hint(&self, line: &str, at: usize, _: &Context) -> Option<Hint> {
        let is_wanted = self.has_hints && at == line.len();
        is_wanted.then(|| self.vocabulary.hint(line)).flatten()
    }
}

impl Highlighter for Writing<'_> {
    fn highlight_hint<'h>(&self, hint: &'h str) -> Cow<'h, str> {
        Cow::Owned(format!("\x1b[2m{hint}\x1b[0m"))
    }
}

impl Validator for Writing<'_> {
    /// A query goes on at the next line until it is whole, or a line stays empty.
    fn validate(&self, context: &mut ValidationContext) -> rustyline::Result<ValidationResult> {
        let text = context.input();
        let is_command = text.trim_start().starts_with('.');
        let goes_on = !is_command && !text.ends_with('\n') && self.vocabulary.store.wants_more(text);
        Ok(if goes_on { ValidationResult::Incomplete } else { ValidationResult::Valid(None) })
    }
}
