//! The line that tells what has become of a graph folder.

use std::path::Path;
use std::time::Instant;

use super::console::{Console, count};
use crate::model::Graph;

/// Says what was done to a folder, with warnings and time.
pub(super) fn tell(path: &Path, done: &[String], started: Instant, console: &Console) {
    let (folder, warnings) = (path.display(), count(console.warnings(), "warning"));
    let seconds = started.elapsed().as_secs_f64();
    console.note(format_args!("{folder}: {}; {warnings}; {seconds:.1} s", done.join(", ")));
}

/// How large a graph is.
pub(super) fn network(graph: &Graph) -> String {
    let plain = graph.edges().filter(|(_, edge, _)| edge.plain).count();
    let (actors, edges) = (graph.network.node_count(), graph.network.edge_count());
    format!("{}, {} ({plain} plain)", count(actors, "actor"), count(edges, "edge"))
}
