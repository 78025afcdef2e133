//! A claim as a case writes it: `SUBJECT RELATION OBJECT [STATUS] by SPEAKER denied-by ACTOR`.

use std::fmt;
use std::str::FromStr;

use aliansi::model::{self, Status};
use aliansi::ontology::Ontology;

/// What a case says of a claim, in the order in which it says it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Claim {
    pub subject: String,
    pub relation: String,
    pub object: String,
    pub status: Status,
    pub speaker: Option<String>,
    pub denied_by: Vec<String>,
}

impl Claim {
    /// What a case would say of a claim that came out.
    pub fn of(claim: &model::Claim) -> Self {
        Self {
            subject: claim.subject.actor.id.clone(),
            relation: claim.relation.clone(),
            object: claim.object.actor.id.clone(),
            status: claim.status,
            speaker: claim.attributed_to.as_ref().map(|actor| actor.id.clone()),
            denied_by: claim.denied_by.iter().map(|actor| actor.id.clone()).collect(),
        }
    }

    /// The same claim with the actors of a symmetric relation in one order.
    pub fn ordered(mut self, ontology: &Ontology) -> Self {
        let symmetric = ontology.relation(&self.relation).is_some_and(|relation| relation.symmetric);
        if symmetric && self.subject > self.object {
            std::mem::swap(&mut self.subject, &mut self.object);
        }
        self.denied_by.sort();
        self
    }

    /// Every actor that it names.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        let roles = [&self.subject, &self.object];
        roles.into_iter().chain(&self.speaker).chain(&self.denied_by).map(String::as_str)
    }
}

impl FromStr for Claim {
    type Err = String;

    fn from_str(line: &str) -> Result<Self, String> {
        let mut words = line.split_whitespace().peekable();
        let mut part = |what: &str| words.next().map(str::to_owned).ok_or(format!("the {what} is missing"));
        let (subject, relation, object) = (part("subject")?, part("relation")?, part("object")?);
        let status = words.next_if(|word| word.starts_with('['));
        let status = status.map_or(Ok(Status::Asserted), status_of)?;
        let mut claim = Self { subject, relation, object, status, speaker: None, denied_by: Vec::new() };
        while let Some(word) = words.next() {
            let name = words.next().ok_or(format!("a name is missing after `{word}`"))?.to_owned();
            match word {
                "by" if claim.speaker.is_none() => claim.speaker = Some(name),
                "denied-by" => claim.denied_by.push(name),
                _ => return Err(format!("`{word} {name}` is not understood here")),
            }
        }
        Ok(claim)
    }
}

fn status_of(word: &str) -> Result<Status, String> {
    let name = word.strip_prefix('[').and_then(|word| word.strip_suffix(']')).unwrap_or(word);
    serde_json::from_value(name.into()).map_err(|error| error.to_string())
}

fn status_name(status: Status) -> String {
    format!("{status:?}").to_lowercase()
}

impl fmt::Display for Claim {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {}", self.subject, self.relation, self.object)?;
        if self.status != Status::Asserted {
            write!(f, " [{}]", status_name(self.status))?;
        }
        if let Some(speaker) = &self.speaker {
            write!(f, " by {speaker}")?;
        }
        self.denied_by.iter().try_for_each(|actor| write!(f, " denied-by {actor}"))
    }
}

#[test]
fn claims_are_read_and_shown_alike() {
    for line in [
        "syria supports iran",
        "syria supports iran [planned]",
        "iran/military attacks iraq [denied] by the-west/intelligence denied-by iran denied-by russia",
    ] {
        assert_eq!(line.parse::<Claim>().unwrap().to_string(), line);
    }
}

#[test]
fn what_is_no_claim_says_why() {
    let error = |line: &str| line.parse::<Claim>().unwrap_err();
    assert_eq!(error("syria supports"), "the object is missing");
    assert_eq!(error("syria supports iran by"), "a name is missing after `by`");
    assert_eq!(error("syria supports iran via iraq"), "`via iraq` is not understood here");
    assert!(error("syria supports iran [certain]").starts_with("unknown variant `certain`"));
}
