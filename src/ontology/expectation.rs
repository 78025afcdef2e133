//! A claim as an example writes it: `SUBJECT RELATION OBJECT`, optionally `[STATUS]`.

use std::fmt;
use std::str::FromStr;

use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::Error as ValueError;

use crate::model::Status;

/// A claim that an example must, or must not, give.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Expectation {
    /// Actor id of the subject.
    pub subject: String,
    /// Relation id.
    pub relation: String,
    /// Actor id of the object.
    pub object: String,
    /// Status, if it matters.
    pub status: Option<Status>,
}

impl FromStr for Expectation {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (claim, status) = match text.split_once('[') {
            Some((claim, rest)) => (claim, Some(parse_status(rest)?)),
            None => (text, None),
        };
        match claim.split_whitespace().collect::<Vec<_>>()[..] {
            [subject, relation, object] if is_actor_id(subject) && is_actor_id(object) => Ok(Self {
                subject: subject.to_owned(),
                relation: relation.to_owned(),
                object: object.to_owned(),
                status,
            }),
            [subject, _, object] => {
                let wrong = if is_actor_id(subject) { object } else { subject };
                Err(format!("`{wrong}` is no actor id"))
            }
            _ => Err(String::from("a claim has three parts")),
        }
    }
}

fn parse_status(rest: &str) -> Result<Status, String> {
    let name = rest.trim_end().strip_suffix(']').ok_or("the `[` has no `]`")?;
    let deserializer = IntoDeserializer::<ValueError>::into_deserializer(name.trim());
    Status::deserialize(deserializer).map_err(|error| error.to_string())
}

/// ASCII kebab-case, with `/` before the group or office that an actor describes.
pub(super) fn is_actor_id(text: &str) -> bool {
    text.split('/').all(is_kebab)
}

/// Lower-case ASCII letters and digits, in parts joined by single hyphens.
pub(super) fn is_kebab(text: &str) -> bool {
    let plain = |part: &str| {
        !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    };
    text.split('-').all(plain)
}

impl fmt::Display for Expectation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {}", self.subject, self.relation, self.object)?;
        match self.status {
            Some(status) => write!(f, " [{}]", format!("{status:?}").to_lowercase()),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_and_shown_alike() {
        for text in ["syria supports iran", "the-west/analysts accuses north-korea/people [alleged]"] {
            assert_eq!(text.parse::<Expectation>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn what_is_no_claim_says_why() {
        let error = |text: &str| text.parse::<Expectation>().unwrap_err();
        assert_eq!(error("syria supports"), "a claim has three parts");
        assert_eq!(error("Syria supports iran"), "`Syria` is no actor id");
        assert_eq!(error("syria supports iran--"), "`iran--` is no actor id");
        assert_eq!(error("syria supports iran [planned"), "the `[` has no `]`");
        assert!(error("syria supports iran [certain]").starts_with("unknown variant `certain`"));
    }
}
