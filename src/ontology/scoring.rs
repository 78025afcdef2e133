//! `ontology/scoring.toml`: how evidence is weighed.

use serde::{Deserialize, Serialize};

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
    /// The group of `groups.toml` that private persons appear as: `STATE/GROUP`.
    pub private: String,
    /// What the agreement of the binders does to the confidence.
    pub binder: BinderTrust,
}

/// Factors, more than 0, of a claim's confidence by how the two binders stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct BinderTrust {
    /// Both found the same actors.
    pub agreed: f64,
    /// One of them left a role empty.
    pub alone: f64,
    /// They found different actors.
    pub differed: f64,
}

impl Default for BinderTrust {
    fn default() -> Self {
        Self { agreed: 1.03, alone: 0.8, differed: 0.5 }
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
            private: "citizens".to_owned(),
            binder: BinderTrust::default(),
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
