//! Lines between actors, each for several ties.

use std::collections::BTreeSet;

use super::{bundle, words};
use crate::model::Status;
use crate::pipeline::publish::network::{Network, Tie};
use crate::pipeline::publish::rdf::Vocabulary;
use crate::pipeline::publish::text::name;

/// So many relations are named on a line; the others are counted.
pub const NAMED: usize = 2;
/// Names of relations are cut after so many characters.
const LONGEST_RELATION: usize = 32;

/// All ties of two actors with the same [`Look`].
#[derive(Debug, Clone)]
pub struct Line {
    /// How it is drawn.
    pub look: Look,
    /// Its relations, the strongest first.
    pub relations: Vec<Relation>,
    /// Sum of the scores of its ties.
    pub score: f64,
    /// 0.5 to 5, by the logarithm of the score.
    pub width: f64,
    /// What is said when it is pointed at.
    pub tooltip: String,
    /// Where the strongest sentence stands: the text's URL, else the claim's IRI.
    pub link: String,
}

/// Between whom a line runs, and how it is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Look {
    /// Index of the source into [`Picture::spots`](super::Picture::spots).
    pub from: usize,
    /// Index of the target.
    pub to: usize,
    /// Each stands so to the other: the relations read the same both ways, or there is a tie either way.
    pub both_ways: bool,
    /// −1 hostile, 0 neither, 1 friendly.
    pub sign: i8,
    /// For ties that have not earned a plain edge: as what they are shown.
    pub doubtful: Option<Status>,
    /// Some evidence affirms and some denies them.
    pub contested: bool,
}

/// A relation on a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relation {
    /// Its id, cut if it is very long.
    pub name: String,
    /// A person decided something about its evidence.
    pub edited: bool,
}

impl Look {
    /// The look of a tie.
    pub fn of(tie: &Tie, both_ways: bool) -> Self {
        // One order for the two of a tie that has no direction, so that all such ties share a line.
        let (from, to) = if both_ways && tie.to < tie.from { (tie.to, tie.from) } else { (tie.from, tie.to) };
        let doubtful = (!tie.edge.plain).then_some(tie.status);
        Self { from, to, both_ways, sign: tie.sign(), doubtful, contested: tie.edge.contested }
    }
}

impl Line {
    /// The label, row by row: so many of the strongest relations, how many more there are, and what is doubtful about them. An asterisk
    /// marks edited evidence.
    pub fn rows(&self, named: usize) -> Vec<String> {
        let more = self.relations.len().saturating_sub(named);
        let named = self.relations.iter().take(named);
        let mut rows: Vec<String> = named
            .map(|relation| format!("{}{}", relation.name, if relation.edited { "*" } else { "" }))
            .collect();
        if let (1.., Some(last)) = (more, rows.last_mut()) {
            last.push_str(&format!(" +{more}"));
        }
        rows.extend(self.doubt().map(|doubt| format!("({doubt})")));
        rows
    }

    /// What is doubtful about its ties.
    pub fn doubt(&self) -> Option<String> {
        let status = self.look.doubtful.map(|status| match status {
            Status::Asserted => "asserted, not plain".to_owned(),
            status => name(status),
        });
        let contested = self.look.contested.then(|| "contested".to_owned());
        let doubts: Vec<String> = status.into_iter().chain(contested).collect();
        (!doubts.is_empty()).then(|| doubts.join(", "))
    }
}

/// The lines of a network, the strongest first; equal ones in the order of their looks.
pub fn lines(network: &Network, vocabulary: &Vocabulary) -> Vec<Line> {
    let bundles = bundle::bundles(&network.ties);
    let mut lines: Vec<Line> =
        bundles.into_iter().map(|(look, ties)| line(look, ties, network, vocabulary)).collect();
    let highest = lines.iter().map(|line| line.score).fold(0.0, f64::max);
    for line in &mut lines {
        line.width = width(line.score, highest);
    }
    lines.sort_by(|a, b| b.score.total_cmp(&a.score));
    lines
}

fn line(look: Look, mut ties: Vec<&Tie>, network: &Network, vocabulary: &Vocabulary) -> Line {
    ties.sort_by(|a, b| b.score().total_cmp(&a.score()));
    Line {
        look,
        relations: relations(&ties),
        score: ties.iter().map(|tie| tie.score()).sum(),
        width: 0.0,
        tooltip: words::tooltip(&ties, network),
        link: words::link(&ties, network, vocabulary),
    }
}

/// Each once: a relation that reads both ways may stand in the graph in both orders.
fn relations(ties: &[&Tie]) -> Vec<Relation> {
    let edited: BTreeSet<&str> =
        ties.iter().filter(|tie| tie.edited).map(|tie| tie.edge.relation.as_str()).collect();
    let mut seen = BTreeSet::new();
    let ids = ties.iter().map(|tie| tie.edge.relation.as_str()).filter(|&id| seen.insert(id));
    ids.map(|id| Relation {
        name: words::clip(&words::one_line(id), LONGEST_RELATION),
        edited: edited.contains(id),
    })
    .collect()
}

/// 0.5 to 5 points, by the logarithm of the score.
fn width(score: f64, highest: f64) -> f64 {
    let share = if highest > 0.0 { score.ln_1p() / highest.ln_1p() } else { 0.0 };
    0.5 + 4.5 * share
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_strongest_line_is_the_widest() {
        assert_eq!(width(9.0, 9.0), 5.0);
        assert_eq!(width(0.0, 9.0), 0.5);
        assert!(width(3.0, 9.0) > 2.0 && width(3.0, 9.0) < 5.0);
        assert_eq!(width(0.0, 0.0), 0.5);
    }
}
