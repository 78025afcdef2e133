//! Documents, claims and decisions → graph.
//!
//! | file | does |
//! |---|---|
//! | `unique` | sorts, and drops what is there twice |
//! | `decide` | applies what people decided about names and evidence |
//! | `window` | leaves out what the view's span of time does not hold |
//! | `represent` | tells which actors another node stands for: states for their officials, citizens for private persons |
//! | `actors`, `edges` | makes nodes and edges of what is left |
//! | `alike` | proposes unknown actors that may be one |
//!
//! The graph depends on the set of documents and claims alone, not on their order, so that adding and
//! removing documents gives what a new build would give. Only of decisions the order counts.

mod actors;
mod alike;
mod decide;
mod edges;
mod represent;
mod unique;
mod window;

pub use alike::{Lookalikes, lookalikes};

use std::collections::BTreeSet;
use std::sync::Arc;

use petgraph::graph::DiGraph;

use self::actors::Ballots;
use crate::model::{Claim, Decision, Document, Graph, Level, Levels, Material, Standing, View, Window};
use crate::ontology::Ontology;

/// Makes one node of every actor that a claim names in any role, and one edge of every
/// (subject, relation, object), with all its evidence.
///
/// Claims with one evidence id count once; of two documents with one id the first in the order of their
/// records is kept (`acquire` gives unique ids). An edge of a symmetric relation runs from the smaller
/// actor id to the greater. Scores are left at nothing until [`grade`](crate::pipeline::grade).
/// Takes O(n log n) comparisons for n claims, and copies only claims that a decision changes.
pub fn fuse(material: Material, view: &View, ontology: &Ontology) -> Graph {
    let decided = Decided::of(material, view, ontology);
    decided.graph(view.level, &actors::ballots(&decided.claims), ontology)
}

/// The graphs of both levels, whatever the level of the view. They share documents and claims.
pub fn fuse_levels(material: Material, view: &View, ontology: &Ontology) -> Levels {
    Decided::of(material, view, ontology).levels(ontology)
}

/// The graphs of both levels of what a window holds of graphs that have none, as [`fuse_levels`] would make them of the same
/// material, but that [`Graph::originals`] are those of the whole. Copies the claims that the window holds.
pub fn fuse_within(levels: &Levels, window: &Window, ontology: &Ontology) -> Levels {
    Decided::within(&levels.actors, window, ontology).levels(ontology)
}

/// What is the same at every level: claims as decided, within the view's span of time.
struct Decided {
    documents: Arc<Vec<Document>>,
    claims: Arc<Vec<Claim>>,
    originals: Arc<Vec<Claim>>,
    decisions: Vec<Decision>,
    unmatched: Vec<usize>,
    officials: BTreeSet<String>,
    undated: usize,
    view: View,
}

impl Decided {
    fn of(material: Material, view: &View, ontology: &Ontology) -> Self {
        let mut documents = unique::documents(material.documents);
        let claims = unique::claims(material.claims);
        let decided = decide::decide(claims, &mut documents, &material.decisions, ontology);
        let (mut claims, mut originals) = (decided.claims, decided.originals);
        let officials = represent::officials(&claims, ontology);
        let undated = window::close(&mut claims, &mut originals, &view.window);
        unique::sort(&mut originals);
        Self {
            documents: documents.into(),
            claims: claims.into(),
            originals: originals.into(),
            decisions: material.decisions,
            unmatched: decided.unmatched,
            officials,
            undated,
            view: view.clone(),
        }
    }

    fn within(whole: &Graph, window: &Window, ontology: &Ontology) -> Self {
        let claims: Vec<Claim> = whole.claims.iter().filter(|claim| window.holds(claim)).cloned().collect();
        let is_undated = |claim: &&Claim| window.standing(claim) == Standing::Undated;
        let undated = whole.claims.iter().filter(is_undated).count();
        Self {
            documents: whole.documents.clone(),
            claims: claims.into(),
            originals: whole.originals.clone(),
            decisions: whole.decisions.clone(),
            unmatched: whole.unmatched.clone(),
            officials: represent::officials(&whole.claims, ontology),
            undated: if window.undated { 0 } else { undated },
            view: View { window: window.clone(), ..whole.view.clone() },
        }
    }

    fn levels(&self, ontology: &Ontology) -> Levels {
        let ballots = actors::ballots(&self.claims);
        let [actors, states] =
            [Level::Actor, Level::State].map(|level| self.graph(level, &ballots, ontology));
        Levels { actors, states }
    }

    fn graph(&self, level: Level, ballots: &Ballots, ontology: &Ontology) -> Graph {
        let view = View { level, ..self.view.clone() };
        let mut network = DiGraph::new();
        let represented = represent::represented(ballots, &self.officials, &view, ontology);
        let positions = actors::add(&mut network, ballots, &represented, ontology);
        let internal = edges::add(&mut network, &self.claims, &positions, level, ontology);
        Graph {
            documents: self.documents.clone(),
            claims: self.claims.clone(),
            network,
            view,
            decisions: self.decisions.clone(),
            unmatched: self.unmatched.clone(),
            originals: self.originals.clone(),
            undated: self.undated,
            represented,
            internal,
        }
    }
}
