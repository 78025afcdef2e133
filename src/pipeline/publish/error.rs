//! Why a graph folder could not be written or read.

use std::io;
use std::path::PathBuf;

use thiserror::Error;

/// Why a graph folder could not be written or read: the path, the cause, what to do next.
#[derive(Debug, Error)]
pub enum PublishError {
    /// The base is no IRI that others can be made from.
    #[error("`{0}` cannot be the base of IRIs: give an absolute IRI that ends in `/` or `#`, such as {default}", default = super::DEFAULT_BASE)]
    Base(String),
    /// The output's name is taken by something that is no graph.
    #[error(
        "`{0}` is there already and is no graph folder (it holds no manifest of one), so it is left alone: \
         name a new folder, or move that one away"
    )]
    Taken(PathBuf),
    /// Nothing was written, and what was there before is as it was.
    #[error(
        "cannot write `{path}`: {cause}; nothing was changed: see that the folder above can be written to and \
         that the disk has room, or name another folder"
    )]
    Write {
        /// What was to be written.
        path: PathBuf,
        /// What the system said.
        cause: io::Error,
    },
    /// Another process changes the folder, and does not end.
    #[error("`{0}` is being changed by another process: wait until it has ended, and try again")]
    Busy(PathBuf),
    /// A file of a graph folder cannot be read.
    #[error("cannot read `{path}`: {cause}; name a folder that `aliansi build` has written")]
    Read {
        /// The file.
        path: PathBuf,
        /// What the system said.
        cause: io::Error,
    },
    /// The manifest is not one that this version reads.
    #[error("`{path}` is no manifest that this version reads: {cause}; build the graph anew")]
    Manifest {
        /// The manifest.
        path: PathBuf,
        /// What is wrong with it.
        cause: String,
    },
    /// A line is no record.
    #[error("`{path}`, line {line}: {cause}; mend or delete the line, or build the graph anew")]
    Line {
        /// The file.
        path: PathBuf,
        /// The line, from 1.
        line: usize,
        /// What is wrong with it.
        cause: serde_json::Error,
    },
}
