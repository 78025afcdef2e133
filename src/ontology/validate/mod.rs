//! What must hold of an ontology beyond its schema. One rule family a file.

mod actors;
mod circumstance;
mod examples;
mod frames;
mod ids;
mod names;
mod reading;
mod relations;
mod reliability;
mod scoring;
mod weights;
mod words;

use super::{Ontology, Problem};

/// Every broken rule, sorted by file and line. An ontology without problems can be worked with.
///
/// Lines are known where the ontology was read from a folder.
pub fn validate(ontology: &Ontology) -> Vec<Problem> {
    let rules = [
        ids::problems,
        names::problems,
        actors::problems,
        relations::problems,
        frames::problems,
        examples::problems,
        words::problems,
        reading::problems,
        circumstance::problems,
        scoring::problems,
        reliability::problems,
        weights::problems,
    ];
    let mut problems: Vec<Problem> = rules.iter().flat_map(|rule| rule(ontology)).collect();
    problems.sort();
    problems.dedup();
    problems
}

/// `a`, `b` or `c`, for the fix of a problem.
fn one_of<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    words.into_iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}

/// The fix for a reference to nothing, which may be a slip of the pen.
fn add_or_write(what: &str, near: Option<&str>) -> String {
    near.map_or_else(|| format!("add {what}"), |near| format!("add {what}, or write `{near}`"))
}
