//! What the user may choose about exports.

use serde::{Deserialize, Serialize};

use crate::model::{Status, View};

/// Where IRIs start unless the user says otherwise.
pub const DEFAULT_BASE: &str = "https://w3id.org/aliansi/";

/// What the user may choose about exports. A graph folder's manifest records it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Options {
    /// `--base`: the IRI, ending in `/` or `#`, that every IRI of the graph starts with.
    pub base: String,
    /// `--status`: network files also show edges that are not plain but have evidence of these statuses.
    pub statuses: Vec<Status>,
    /// Diagrams show at most so many actors.
    pub nodes: usize,
    /// Diagrams show at most so many edges.
    pub edges: usize,
    /// Diagrams also show who belongs to whom (`structural` in `ontology/scoring.toml`).
    pub structural: bool,
    /// `--private-persons`: persons without an office whom the ontology does not know appear by name.
    pub private_persons: bool,
    /// `--title`: what stands above a diagram instead of the usual title. It belongs to one picture, so no manifest records it.
    #[serde(skip)]
    pub title: Option<String>,
    /// `--rdf12`: RDF files also say of each claim which triple it reifies (RDF 1.2, which few programs read).
    pub rdf12: bool,
}

impl Options {
    /// What of the material a folder with these options shows.
    pub fn view(&self) -> View {
        View { private_persons: self.private_persons, ..View::default() }
    }
}

impl Default for Options {
    fn default() -> Self {
        Self {
            base: DEFAULT_BASE.to_owned(),
            statuses: Vec::new(),
            nodes: 60,
            edges: 150,
            structural: false,
            private_persons: false,
            title: None,
            rdf12: false,
        }
    }
}
