//! What part of the material a graph shows, and how finely.

use serde::{Deserialize, Serialize};

use super::{Claim, PartialDate};

/// Whom the nodes of a graph stand for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// Every actor is a node of its own.
    #[default]
    Actor,
    /// Persons, organs and groups that act for a state are that state.
    State,
}

/// What part of the material a graph shows, and how finely.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct View {
    /// Whom the nodes stand for.
    pub level: Level,
    /// Which evidence counts.
    pub window: Window,
    /// Persons without an office whom the ontology does not know appear by name, not as citizens of their state.
    pub private_persons: bool,
}

/// A span of time; open where it has no end.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Window {
    /// First day.
    pub from: Option<PartialDate>,
    /// Last day.
    pub to: Option<PartialDate>,
    /// Evidence that has no date is inside.
    pub undated: bool,
}

/// How a piece of evidence stands to a window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Inside, or there is no window.
    Inside,
    /// Before or after it.
    Outside,
    /// Nobody knows when: neither the text nor the document has a date.
    Undated,
}

impl Window {
    /// Whether it lets everything through.
    pub fn is_open(&self) -> bool {
        self.from.is_none() && self.to.is_none()
    }

    /// How a claim stands to it, by the time of the deed where the text gives one, else by the report's date. A span or a
    /// month is inside if any day of it is.
    pub fn standing(&self, claim: &Claim) -> Standing {
        if self.is_open() {
            return Standing::Inside;
        }
        let (Some(first), Some(last)) = span(claim) else { return Standing::Undated };
        let begins_late = self.to.as_ref().is_some_and(|to| first.first_day() > to.last_day());
        let ends_early = self.from.as_ref().is_some_and(|from| last.last_day() < from.first_day());
        if begins_late || ends_early { Standing::Outside } else { Standing::Inside }
    }

    /// Whether a claim counts.
    pub fn holds(&self, claim: &Claim) -> bool {
        match self.standing(claim) {
            Standing::Inside => true,
            Standing::Outside => false,
            Standing::Undated => self.undated,
        }
    }
}

/// First and last date of the deed; a side that the text leaves open is that of the other, or of the report.
fn span(claim: &Claim) -> (Option<&PartialDate>, Option<&PartialDate>) {
    let published = claim.published.as_ref();
    let Some(when) = &claim.when else { return (published, published) };
    let (from, to) = (when.from.as_ref(), when.to.as_ref());
    (from.or(to).or(published), to.or(published.max(from)))
}
