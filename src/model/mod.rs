//! The plain data that passes between the stages of the [pipeline](crate::pipeline).
//!
//! Every type here is a value: it owns what it says, does nothing on its own, and serialises to the
//! records that the command line prints. One file holds one idea.

mod actor;
mod claim;
mod date;
mod decision;
mod document;
mod graph;
mod identifier;
mod mention;
mod sentence;
mod view;
mod warning;

pub use actor::{Actor, ActorKind, ActorPool, Argument};
pub use claim::{Agreement, Binder, Claim, Cue, Grounds, Other, Phase, Precision, Status, TimeBasis, When};
pub use date::{ParseDateError, PartialDate};
pub use decision::{Addition, Correction, Decision, Edit, EditKind, Quotation, Ruling, Target};
pub use document::{Document, Genre};
pub use graph::{Edge, Graph, Levels, Material, Node, Polarity, Score};
pub use identifier::{claim_id, document_key, evidence_id, forgotten_key, kebab};
pub use mention::{Mention, MentionKind, Office, split_unlisted};
pub use sentence::{Sentence, SentenceKind, Token, Upos, Voice};
pub use view::{Level, Standing, View, Window};
pub use warning::Warning;
