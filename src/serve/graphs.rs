//! The graphs of a folder with what requests look up in them.

use crate::model::{Graph, Level, Levels, Window};
use crate::ontology::Ontology;
use crate::pipeline::publish::network::Standing;
use crate::pipeline::{fuse, grade};

use super::api::{Pieces, Tables};

/// The graphs of a folder, scored, with the standing of their actors and the tables that requests are answered from.
pub struct Graphs {
    /// At both levels.
    pub levels: Levels,
    of_actors: (Standing, Tables),
    of_states: (Standing, Tables),
    pieces: Pieces,
}

impl Graphs {
    /// The graphs of both levels with their tables. O(n log n) for n claims, and what blocs and PageRank cost.
    pub fn of(levels: Levels, ontology: &Ontology) -> Self {
        let [of_actors, of_states] = Standing::of_levels(&levels);
        let pieces = Pieces::of(&levels.actors.claims);
        let actors = Tables::of(&levels.actors, &levels.actors, &of_actors, ontology);
        let states = Tables::of(&levels.states, &levels.actors, &of_states, ontology);
        Self { levels, of_actors: (of_actors, actors), of_states: (of_states, states), pieces }
    }

    /// What a window holds of graphs that have none, scored anew.
    pub fn within(&self, window: &Window, ontology: &Ontology) -> Self {
        let levels = fuse::fuse_within(&self.levels, window, ontology);
        Self::of(grade::grade_levels(levels, ontology), ontology)
    }

    /// The graph of a level, and how its actors stand.
    pub fn at(&self, level: Level) -> (&Graph, &Standing) {
        match level {
            Level::Actor => (&self.levels.actors, &self.of_actors.0),
            Level::State => (&self.levels.states, &self.of_states.0),
        }
    }

    /// What is looked up in the graph of a level.
    pub(super) fn tables(&self, level: Level) -> &Tables {
        match level {
            Level::Actor => &self.of_actors.1,
            Level::State => &self.of_states.1,
        }
    }

    /// What is looked up of evidence, which is the same at both levels.
    pub(super) fn pieces(&self) -> &Pieces {
        &self.pieces
    }
}
