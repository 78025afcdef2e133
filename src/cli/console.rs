//! Standard error: warnings, notes, the progress bar.

use std::cell::Cell;
use std::fmt::Display;
use std::io::Write;

use anyhow::bail;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::model::Warning;

/// Where a command speaks to its user, and how many warnings it has given.
pub(super) struct Console {
    quiet: bool,
    strict: bool,
    warnings: Cell<usize>,
    /// Hidden unless [`Console::progress`] has shown it.
    bar: ProgressBar,
}

impl Console {
    pub(super) fn new(quiet: bool, strict: bool) -> Self {
        Self { quiet, strict, warnings: Cell::new(0), bar: ProgressBar::hidden() }
    }

    /// Counts a warning and prints it, unless quiet.
    pub(super) fn warn(&self, warning: &Warning) {
        self.warnings.set(self.warnings.get() + 1);
        self.note(format_args!("warning: {warning}"));
    }

    /// Prints a line, unless quiet.
    pub(super) fn note(&self, line: impl Display) {
        if !self.quiet {
            self.bar.suspend(|| print(line));
        }
    }

    /// Prints what ended the command.
    pub(super) fn error(&self, error: &anyhow::Error) {
        self.bar.finish_and_clear();
        print(format_args!("error: {error:#}"));
    }

    /// Errors alone are wanted.
    pub(super) fn is_quiet(&self) -> bool {
        self.quiet
    }

    /// How many warnings there were.
    pub(super) fn warnings(&self) -> usize {
        self.warnings.get()
    }

    /// Fails if there were warnings and the user wants none.
    pub(super) fn check_strict(&self) -> anyhow::Result<()> {
        match self.warnings.get() {
            0 => Ok(()),
            _ if !self.strict => Ok(()),
            warnings => bail!("{} and --strict{}", count(warnings, "warning"), self.where_to_see_them()),
        }
    }

    fn where_to_see_them(&self) -> &'static str {
        if self.quiet { "; leave out --quiet to see them" } else { "" }
    }

    /// Shows a bar of `steps` on a terminal; without a number of steps, a count of what was done so far.
    pub(super) fn progress(&self, what: &'static str, steps: Option<usize>) -> &ProgressBar {
        let template = match steps {
            Some(_) => "{msg:<20} {wide_bar} {human_pos}/{human_len} {eta}",
            None => "{msg:<20} {human_pos}",
        };
        self.bar.reset();
        self.bar.set_length(steps.unwrap_or_default() as u64);
        self.bar.set_style(ProgressStyle::with_template(template).unwrap_or(ProgressStyle::default_bar()));
        self.bar.set_message(what);
        if !self.quiet {
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
        &self.bar
    }

    /// Takes the bar away.
    pub(super) fn progress_done(&self) {
        self.bar.finish_and_clear();
        self.bar.set_draw_target(ProgressDrawTarget::hidden());
    }
}

/// `3 warnings`, `1 warning`.
pub(super) fn count(number: usize, thing: &str) -> String {
    if number == 1 { format!("1 {thing}") } else { format!("{number} {thing}s") }
}

/// A closed standard error is nothing to stop for.
pub(super) fn print(line: impl Display) {
    let _ = writeln!(std::io::stderr(), "{line}");
}
