//! Loads, validates and indexes `ontology/`: every name, word, frame and weight that the program knows.
//!
//! The schema of the files is `ontology/README.md`. [`Ontology::shipped`] gives what was compiled into the
//! binary; [`Ontology::overlaid`] puts a user's folder over it.

mod actors;
pub mod index;
mod languages;
mod relations;

pub use actors::{ActorEntry, Ambiguous, Group, Names, OfficeHeld, Role, RoleClass};
pub use languages::{Governor, Grammar, Language, Lexicon, Marker, Scope, Support};
pub use relations::{CueKind, Example, Frame, Relation};

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

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
    /// Hexadecimal hash of all files: the ontology's version.
    pub hash: String,
    /// Look-up tables, built at first use.
    pub tables: OnceLock<Arc<index::Index>>,
}

impl Ontology {
    /// The look-up tables, built at first use.
    pub fn index(&self) -> &index::Index {
        self.tables.get_or_init(|| Arc::new(index::Index::build(self)))
    }

    /// The actor with an id. Binary search.
    pub fn actor(&self, id: &str) -> Option<&ActorEntry> {
        self.actors.binary_search_by(|actor| actor.id.as_str().cmp(id)).ok().map(|at| &self.actors[at])
    }

    /// The role with an id. Binary search.
    pub fn role(&self, id: &str) -> Option<&Role> {
        self.roles.binary_search_by(|role| role.id.as_str().cmp(id)).ok().map(|at| &self.roles[at])
    }

    /// The relation with an id. Binary search.
    pub fn relation(&self, id: &str) -> Option<&Relation> {
        self.relations
            .binary_search_by(|relation| relation.id.as_str().cmp(id))
            .ok()
            .map(|at| &self.relations[at])
    }
}
