//! `ontology/scoring.toml`: how evidence is weighed.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Shrinkage;

/// What `grade` and `publish` need to know to weigh evidence.
///
/// The default holds the numbers of the shipped file and none of its lists.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Scoring {
    /// Confidence, 0 to 1, at or above which a claim may earn a plain edge.
    pub threshold: f64,
    /// How many independent third parties together speak as surely as an author.
    pub third_parties: usize,
    /// Days, more than 0, in which the weight of a tie halves, counted back from the last report in the
    /// graph; absent: ties do not age.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub half_life: Option<f64>,
    /// Years after which a dated deed is history, counted back from the publication.
    pub history: i16,
    /// PLOVER sectors that do not speak for the state they belong to.
    pub apart: Vec<String>,
    /// Relations that say who belongs to whom, which diagrams leave out.
    pub structural: Vec<String>,
    /// Share of word triples from which texts are copies of one another.
    pub copies: Copies,
    /// Medium (kebab-case) → how much what comes from it is worth, 0 to 1; others are worth 1.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub publishers: BTreeMap<String, f64>,
    /// Probability, 0 to 1, before anything is judged, that an office at a name is that person's.
    pub title: f64,
    /// How much must be judged before gold outweighs what is written of a frame.
    pub shrinkage: Shrinkage,
    /// The group of `groups.toml` that private persons appear as: `STATE/GROUP`.
    pub private: String,
}

/// Shares, more than 0 and up to 1, of word triples that two texts have in common, from which they count as one origin's.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Copies {
    /// Of two sentences.
    pub sentence: f64,
    /// Of two documents.
    pub document: f64,
    /// Texts of fewer words are copies only if all words are the same.
    pub words: usize,
}

impl Default for Copies {
    fn default() -> Self {
        Self { sentence: 0.5, document: 0.5, words: 8 }
    }
}

impl Default for Scoring {
    fn default() -> Self {
        Self {
            threshold: 0.5,
            third_parties: 2,
            half_life: None,
            history: 10,
            apart: Vec::new(),
            structural: Vec::new(),
            copies: Copies::default(),
            publishers: BTreeMap::new(),
            title: 0.95,
            shrinkage: Shrinkage::default(),
            private: "citizens".to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_default_has_the_numbers_of_the_shipped_file() {
        let shipped: Scoring = toml::from_str(include_str!("../../ontology/scoring.toml")).unwrap();
        assert!(!shipped.apart.is_empty() && !shipped.structural.is_empty());
        let numbers = Scoring { apart: Vec::new(), structural: Vec::new(), ..shipped };
        assert_eq!(numbers, Scoring::default());
    }
}
