//! Why a model or a treebank could not be used.

use std::path::PathBuf;

/// Place, cause and next step.
#[derive(Debug, thiserror::Error)]
pub enum ModelError {
    /// The bytes are not those of a model.
    #[error("no model of aliansi: the file does not begin with its mark; make one: aliansi model train")]
    Foreign,
    /// The model has another format than this program reads.
    #[error(
        "model of format {found}, but this aliansi reads format {known}; train it anew: aliansi model train"
    )]
    Version {
        /// The format that the file names.
        found: u32,
        /// The format that is read.
        known: u32,
    },
    /// The model is cut short or its bytes were changed.
    #[error("damaged model: {0}; fetch or train it again")]
    Damaged(&'static str),
    /// The treebank cannot be read.
    #[error("{}: {source}", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// The cause.
        source: std::io::Error,
    },
    /// A line of the treebank is not CoNLL-U.
    #[error("{}:{line}: {cause}", path.display())]
    Treebank {
        /// The file.
        path: PathBuf,
        /// The line, from 1.
        line: usize,
        /// What is wrong and how to mend it.
        cause: String,
    },
    /// The treebank has nothing to learn from, or more than a model holds.
    #[error("{0}")]
    Unfit(String),
}
