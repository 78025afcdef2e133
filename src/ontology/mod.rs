//! Loads, validates and indexes `ontology/`: every name, word, frame and weight that the program knows.
//!
//! The schema of the files is `ontology/README.md`. [`Ontology::shipped`] gives what was compiled into the
//! binary; [`Ontology::overlaid`] puts a user's folder over it.

mod actors;
mod bundle;
pub mod check;
mod circumstance;
mod expectation;
pub mod index;
mod languages;
mod load;
mod models;
mod overlay;
mod parse;
mod problem;
mod reading;
mod relations;
pub mod reliability;
#[cfg(test)]
mod samples;
mod scoring;
mod sources;
mod validate;

pub use actors::{ActorEntry, Ambiguous, Group, Names, OfficeHeld, Role, RoleClass};
pub use circumstance::{
    Bound, BoundWords, Citing, Context, Era, ParticipantRole, ParticipantWords, PhaseWords, Reach,
    RelativeWords, Time, Unit,
};
pub use languages::{
    Governor, Grammar, Heads, Irregular, Language, Lexicon, Marker, Morphology, Scope, Support,
};
pub use models::Models;
pub use problem::Problem;
pub use reading::{Boilerplate, Bylines, Dates, Order};
pub use relations::{CueKind, Example, Frame, Relation};
pub use reliability::{Judged, Rates, Reliability, Shrinkage, Term, Terms};
pub use scoring::{Copies, Scoring};
pub use sources::Sources;
pub use validate::validate;

use std::collections::BTreeMap;
use std::path::Path;
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
    /// ISO 639-3 code → ISO 639-1 code: `languages/codes.toml`.
    pub codes: BTreeMap<String, String>,
    /// PLOVER contexts with their words, the most specific first.
    pub contexts: Vec<Context>,
    /// How evidence is weighed.
    pub scoring: Scoring,
    /// How often what each frame finds was right.
    pub reliability: Reliability,
    /// Scales beside PLOVER's by name, each with the weight, −10 to 10, of the relations that it knows: `weights/`.
    pub weights: BTreeMap<String, BTreeMap<String, f64>>,
    /// Models that grow dependency trees; without any, roles are bound over chunks alone.
    pub models: Models,
    /// Hexadecimal hash of all files: the ontology's version.
    pub hash: String,
    /// Look-up tables, built a language at first use.
    pub tables: OnceLock<Arc<index::Tables>>,
    /// Rates of [`Ontology::reliability`], summed up at first use.
    pub rates: OnceLock<Arc<Rates>>,
    /// The texts that it was read from, where it was read from a folder.
    pub sources: Sources,
}

impl Ontology {
    /// What was compiled into the binary; loaded once, at the first call.
    pub fn shipped() -> &'static Self {
        static SHIPPED: OnceLock<Ontology> = OnceLock::new();
        SHIPPED.get_or_init(load::shipped)
    }

    /// The ontology of a folder alone.
    ///
    /// # Errors
    /// Every fault of its files.
    pub fn from_dir(folder: &Path) -> Result<Self, Vec<Problem>> {
        let files = load::files(folder)?;
        let (models, mut problems) = Models::of_folder(folder, &files);
        let (ontology, more) = load::assemble(parse::Format::Toml, files, &load::whole_relation);
        problems.extend(more);
        Self { models, ..ontology }.if_sound(problems)
    }

    /// The shipped ontology with a user's folder over it: an entry with a known id replaces the shipped one, a
    /// new id is added, words are added to their lists.
    ///
    /// # Errors
    /// Every fault of the folder's files, and every contradiction with the shipped ones.
    pub fn overlaid(folder: &Path) -> Result<Self, Vec<Problem>> {
        let files = load::files(folder)?;
        let (models, mut problems) = Models::of_folder(folder, &files);
        let (ontology, more) = overlay::over(Self::shipped(), files);
        problems.extend(more);
        Self { models: ontology.models.clone().with(models), ..ontology }.if_sound(problems)
    }

    /// The same without models, so that roles are bound over chunks alone; it has a version of its own.
    pub fn without_models(self) -> Self {
        let version = bundle::File { path: String::from("without models"), text: self.hash.clone().into() };
        Self { models: Models::default(), hash: bundle::hash(&[version]), ..self }
    }

    fn if_sound(self, mut problems: Vec<Problem>) -> Result<Self, Vec<Problem>> {
        if problems.is_empty() {
            problems = validate(&self);
        }
        if problems.is_empty() { Ok(self) } else { Err(problems) }
    }

    /// The look-up tables, built a language at first use.
    pub fn index(&self) -> index::Index<'_> {
        index::Index::new(self, self.tables.get_or_init(|| Arc::new(index::Tables::unbuilt(self))))
    }

    /// The reliability of a frame, 0 to 1: what is written of it, corrected by what was judged.
    pub fn reliability_of(&self, frame: &str, written: f64) -> f64 {
        let rates = || Arc::new(Rates::of(&self.reliability, self.scoring.shrinkage));
        self.rates.get_or_init(rates).reliability(frame, written)
    }

    /// What is written of a frame's reliability, 0 to 1; of one that no relation has, what is written of titles.
    pub fn written_reliability(&self, frame: &str) -> f64 {
        let known = || {
            let (relation, name) = frame.split_once('/')?;
            let (language, name) = name.split_once('/')?;
            let mut frames = self.relation(relation)?.frames.iter();
            frames.find(|frame| frame.language == language && frame.name == name)
        };
        known().map_or(self.scoring.title, Frame::written_reliability)
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
