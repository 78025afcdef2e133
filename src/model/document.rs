//! A text with what is known of where it comes from.

use serde::{Deserialize, Serialize};

use super::PartialDate;

/// What kind of text a document is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Genre {
    /// Reporting.
    News,
    /// A column, an editorial, an essay.
    Opinion,
    /// A statement by a government or an organisation.
    Official,
    /// A post.
    Social,
}

/// A document: a line of `documents.jsonl`, and what a line of `.jsonl` input may hold.
///
/// `text` is decoded, repaired and freed of boilerplate; every offset of the pipeline counts its bytes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// Unique in a graph; for a file its path below the given argument.
    pub id: String,
    /// The text. A line is a paragraph, a heading or a list item.
    pub text: String,
    /// Headline.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// When it was published, as precise as the source says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<PartialDate>,
    /// Who published it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub publisher: Option<String>,
    /// Who wrote it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub author: Option<String>,
    /// What kind of text it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub genre: Option<Genre>,
    /// Where it stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Where a copy is archived.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub archive_url: Option<String>,
    /// When it was fetched.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retrieved: Option<PartialDate>,
    /// The agency or medium that it was taken over from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub via: Option<String>,
    /// ISO 639-1 code of its language.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
}
