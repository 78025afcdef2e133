//! A case against what the program makes of its text.

use std::fmt;

use aliansi::model::{self, Document};
use aliansi::ontology::Ontology;
use aliansi::pipeline;

use crate::claim::Claim;
use crate::file::Case;

/// What came of a case.
#[derive(Debug)]
pub struct Outcome {
    pub case: Case,
    /// Claims of the case that did not come out.
    missing: Vec<Claim>,
    /// Claims that came out and are not in the case, each with its frame and cue.
    unexpected: Vec<(Claim, String)>,
}

/// Runs a case.
pub fn of(case: Case, ontology: &Ontology) -> Outcome {
    let document = Document {
        id: case.file.clone(),
        text: case.text.clone(),
        language: Some(case.language.clone()),
        ..Document::default()
    };
    let mut missing: Vec<Claim> = case.claims.iter().map(|claim| claim.clone().ordered(ontology)).collect();
    let mut unexpected = Vec::new();
    for found in pipeline::claims(&document, ontology) {
        let claim = Claim::of(&found).ordered(ontology);
        match missing.iter().position(|expected| *expected == claim) {
            Some(at) => drop(missing.remove(at)),
            None => unexpected.push((claim, origin(&found))),
        }
    }
    Outcome { case, missing, unexpected }
}

fn origin(claim: &model::Claim) -> String {
    format!("{}, “{}”", claim.frame, claim.cue.text)
}

impl Outcome {
    pub fn passes(&self) -> bool {
        self.missing.is_empty() && self.unexpected.is_empty()
    }
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.case)?;
        self.case.text.lines().try_for_each(|line| writeln!(f, "    {line}"))?;
        self.missing.iter().try_for_each(|claim| writeln!(f, "  - {claim}"))?;
        self.unexpected.iter().try_for_each(|(claim, origin)| writeln!(f, "  + {claim}    ({origin})"))
    }
}
