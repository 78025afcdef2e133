//! What is wrong with an ontology file, and what to do about it.

use std::fmt;

/// A fault of an ontology file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// Path below the ontology folder, with `/` between its parts.
    pub file: String,
    /// Line, from 1; absent where the text is not at hand or the whole file is meant.
    pub line: Option<usize>,
    /// What is wrong.
    pub cause: String,
    /// What to do about it; may be empty.
    pub fix: String,
}

impl Problem {
    /// A problem from its parts.
    pub fn new(
        (file, line): (impl Into<String>, Option<usize>),
        cause: impl Into<String>,
        fix: impl Into<String>,
    ) -> Self {
        Self { file: file.into(), line, cause: cause.into(), fix: fix.into() }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        write!(f, ": {}", self.cause)?;
        if self.fix.is_empty() { Ok(()) } else { write!(f, " ({})", self.fix) }
    }
}
