//! Words that name or describe actors.

use serde::{Deserialize, Serialize};

use super::Actor;

/// How a mention names its actors.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MentionKind {
    /// A name or alias of the ontology, or a person's name first met in the document.
    Name,
    /// An adjective ("North Korean").
    Adjective,
    /// A capital or seat that stands for its state.
    Seat,
    /// A group described through an actor ("entitas Korea Utara").
    Group,
    /// An office without a name ("presiden Kolombia").
    Office,
    /// A pronoun ("mereka").
    Pronoun,
    /// A description resolved in the document ("kedua negara").
    Description,
    /// A name that no data holds. Its actor fills a role only where a frame needs one and the other role's is known.
    Unlisted,
}

/// A span of a sentence that stands for one or more actors.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mention {
    /// Index of the sentence in the document.
    pub sentence: usize,
    /// Index of the first token.
    pub first: usize,
    /// Index after the last token.
    pub last: usize,
    /// First byte in the document's text.
    pub start: usize,
    /// Byte after the mention in the document's text.
    pub end: usize,
    /// The actors: one for a name, several for "kedua negara".
    pub actors: Vec<Actor>,
    /// How the actors are named.
    pub kind: MentionKind,
    /// A capital, city or country word that could be meant as a place alone.
    pub place: bool,
    /// The offices that titles before and after the name state.
    pub offices: Vec<Office>,
}

/// The mentions of one sentence, apart: those that data or document explain, and the unlisted names, which stand last.
pub fn split_unlisted(mentions: &[Mention]) -> (&[Mention], &[Mention]) {
    mentions.split_at(mentions.partition_point(|mention| mention.kind != MentionKind::Unlisted))
}

/// An office that the words of a mention state.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Office {
    /// Role id of `ontology/actors/roles.toml`.
    pub role: String,
    /// The relation that holding the office is: `leads`, `represents`, `affiliated-with`.
    pub relation: String,
    /// For whom it is held.
    pub of: Box<Mention>,
    /// First byte of the title in the document's text.
    pub start: usize,
    /// Byte after the title.
    pub end: usize,
}
