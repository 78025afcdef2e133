//! What went wrong without stopping the work.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A recorded problem: where, why, and what to do next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Warning {
    /// File, file and line, or document id.
    pub place: String,
    /// What is wrong.
    pub cause: String,
    /// What the user can do about it.
    pub hint: String,
}

impl Warning {
    /// A warning from its three parts.
    pub fn new(place: impl Into<String>, cause: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { place: place.into(), cause: cause.into(), hint: hint.into() }
    }
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.cause)?;
        if self.hint.is_empty() { Ok(()) } else { write!(f, " ({})", self.hint) }
    }
}
