//! Loads, validates and indexes `ontology/`: every name, word, frame and weight that the program knows.
//!
//! The schema of the files is `ontology/README.md`. [`Ontology::shipped`] gives what was compiled into the
//! binary; [`Ontology::overlaid`] puts a user's folder over it.

mod actors;
mod languages;
mod relations;
mod scoring;

pub use actors::{ActorEntry, Ambiguous, Group, OfficeHeld, Role, RoleClass};
pub use languages::{Governor, Grammar, Language, Lexicon, Marker, Scope, Support};
pub use relations::{CueKind, Example, Frame, Relation};
pub use scoring::Scoring;

use std::collections::BTreeMap;

/// All that the stages know.
#[derive(Debug, Clone, Default)]
pub struct Ontology {
    /// Actors, sorted by id.
    pub actors: Vec<ActorEntry>,
    /// Roles, sorted by id.
    pub roles: Vec<Role>,
    /// Group words, sorted by id.
    pub groups: Vec<Group>,
    /// Ambiguous names.
    pub ambiguous: Vec<Ambiguous>,
    /// Relations, sorted by id.
    pub relations: Vec<Relation>,
    /// Languages by code.
    pub languages: BTreeMap<String, Language>,
    /// How evidence is weighed.
    pub scoring: Scoring,
    /// Hexadecimal hash of all files: the ontology's version.
    pub hash: String,
}

impl Ontology {
    /// The actor with an id. Binary search.
    pub fn actor(&self, id: &str) -> Option<&ActorEntry> {
        self.actors.binary_search_by(|actor| actor.id.as_str().cmp(id)).ok().map(|at| &self.actors[at])
    }

    /// The relation with an id. Binary search.
    pub fn relation(&self, id: &str) -> Option<&Relation> {
        self.relations
            .binary_search_by(|relation| relation.id.as_str().cmp(id))
            .ok()
            .map(|at| &self.relations[at])
    }
}
