//! How much a plain edge weighs in a tie, by one scale of conflict and cooperation or another.

use std::collections::BTreeMap;

use crate::model::{Edge, Polarity};
use crate::ontology::Ontology;

/// A scale of conflict and cooperation.
///
/// A graded graph's edges weigh by PLOVER's scores, which stand in the relation files; another scale is a table of
/// `ontology/weights`, such as Goldstein's (1992), “A conflict-cooperation scale for WEIS events data”, Journal of Conflict
/// Resolution 36. A scale changes how much a relation weighs and never its sign.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Weights {
    /// By relation, the factor from PLOVER's weight to the scale's.
    factors: BTreeMap<String, f64>,
}

impl Weights {
    /// The scale of the relation files: the weights that graded edges have.
    pub fn plover() -> Self {
        Self::default()
    }

    /// The scale of the table `ontology/weights/NAME.toml`, if there is one.
    pub fn named(name: &str, ontology: &Ontology) -> Option<Self> {
        let table = ontology.weights.get(name)?;
        let factor = |relation: &str, weight: f64| {
            let plover = ontology.relation(relation)?.weight.abs();
            (plover > 0.0).then(|| (relation.to_owned(), weight.abs() / plover))
        };
        let factors = table.iter().filter_map(|(relation, weight)| factor(relation, *weight)).collect();
        Some(Self { factors })
    }

    /// What an edge of a graded graph adds to the tie of its two actors: plus or minus, by the relation's sign, its weight on
    /// this scale times the confidence that earned the plain edge times its decay. 0 if the edge is not plain or its relation
    /// neutral or structural. A relation that the scale does not name keeps PLOVER's weight.
    pub fn of(&self, edge: &Edge) -> f64 {
        let sign = match edge.polarity {
            Polarity::Positive => 1.0,
            Polarity::Neutral => 0.0,
            Polarity::Negative => -1.0,
        };
        let counts = if edge.plain { sign } else { 0.0 };
        counts * edge.weight * self.factors.get(&edge.relation).copied().unwrap_or(1.0)
    }
}
