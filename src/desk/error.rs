//! Why nothing was decided.

use std::path::PathBuf;

use thiserror::Error;

use super::names::NameError;
use crate::pipeline::publish::PublishError;

/// Why nothing was decided.
#[derive(Debug, Error)]
pub enum DeskError {
    /// The folder cannot be read, taken or written.
    #[error(transparent)]
    Folder(#[from] PublishError),
    /// The folder was built with another ontology, so that its exports could not be written anew.
    #[error(
        "{0} was built with another ontology: give that one with --ontology, or build the graph anew, which keeps its decisions"
    )]
    Ontology(PathBuf),
    /// A text is no id of evidence.
    #[error(
        "`{0}` is no evidence id: give {digits} or more of its hexadecimal digits, as `aliansi explain` shows them",
        digits = super::SHORTEST_ID
    )]
    NoId(String),
    /// Too few digits.
    #[error("several pieces of evidence begin with `{0}`: give more digits")]
    Several(String),
    /// There is no such evidence.
    #[error("no evidence `{0}` in the graph: `aliansi explain --graph DIR S R O` shows the ids of an edge")]
    Unknown(String),
    /// An actor or a relation cannot be told.
    #[error(transparent)]
    Name(#[from] NameError),
    /// A field is none, or cannot have its value.
    #[error("{0}")]
    Field(String),
    /// A claim would be about one actor alone.
    #[error("both subject and object would be `{0}`: give another subject or object; nothing was written")]
    Loop(String),
    /// A decision is about nothing.
    #[error("nothing in {0} is as the decision says; nothing was written")]
    Unmatched(PathBuf),
    /// A decision is no record.
    #[error("cannot write the decision: {0}")]
    Record(serde_json::Error),
}
