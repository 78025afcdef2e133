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

use petgraph::graph::DiGraph;

use crate::model::{Graph, Material, View};
use crate::ontology::Ontology;

/// Makes one node of every actor that a claim names in any role, and one edge of every
/// (subject, relation, object), with all its evidence.
///
/// Claims with one evidence id count once; of two documents with one id the first in the order of their
/// records is kept (`acquire` gives unique ids). An edge of a symmetric relation runs from the smaller
/// actor id to the greater. Scores are left at nothing until [`grade`](crate::pipeline::grade).
/// Takes O(n log n) comparisons for n claims, and copies only claims that a decision changes.
pub fn fuse(material: Material, view: &View, ontology: &Ontology) -> Graph {
    let mut documents = unique::documents(material.documents);
    let claims = unique::claims(material.claims);
    let decided = decide::decide(claims, &mut documents, &material.decisions, ontology);
    let (mut claims, mut originals) = (decided.claims, decided.originals);
    let officials = represent::officials(&claims, ontology);
    let undated = window::close(&mut claims, &mut originals, &view.window);
    unique::sort(&mut originals);
    let mut network = DiGraph::new();
    let ballots = actors::ballots(&claims);
    let represented = represent::represented(&ballots, &officials, view, ontology);
    let positions = actors::add(&mut network, &ballots, &represented, ontology);
    let internal = edges::add(&mut network, &claims, &positions, view.level, ontology);
    Graph {
        documents,
        claims,
        network,
        view: view.clone(),
        decisions: material.decisions,
        unmatched: decided.unmatched,
        originals,
        undated,
        represented,
        internal,
    }
}
