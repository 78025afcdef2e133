//! When a deed is done, and what it does then: it begins, holds, ends, or is history.
//!
//! | file | does |
//! |---|---|
//! | `reader` | words and numbers of time at a token |
//! | `expression` | times as the words say them: "sejak 2022", "akhir pekan lalu", "Kamis (5/6)" |
//! | `place` | which deed a time belongs to |
//! | `calendar` | times → days, counted from the publication |
//! | `phase` | "mulai", "masih", "dulu", "former" |

mod calendar;
mod expression;
mod phase;
mod place;
mod reader;

use calendar::{Now, Span};
use expression::{Expression, Named};
use place::Placed;

use super::reach::Reach;
use crate::model::{Phase, Precision, Status, TimeBasis, When};
use crate::ontology::{Bound, CueKind};
use crate::pipeline::extract::clause::Link;
use crate::pipeline::extract::draft::Draft;
use crate::pipeline::extract::scene::Scene;

/// The expressions of time of a sentence.
pub fn expressions(scene: &Scene<'_>) -> Vec<Expression> {
    expression::find(&reader::Reader::new(scene))
}

/// The times of a sentence.
#[derive(Debug)]
pub struct Times {
    placed: Vec<Placed>,
    phases: Vec<phase::Marked>,
    now: Option<Now>,
}

impl Times {
    /// Reads the times of a sentence.
    pub fn of(scene: &Scene<'_>, reach: &Reach, found: Vec<Expression>) -> Self {
        Self {
            placed: found.into_iter().map(|expression| place::place(scene, reach, expression)).collect(),
            phases: phase::find(scene),
            now: scene.document.published.as_ref().and_then(Now::of),
        }
    }

    /// When the deed of a draft is done; `None` where the text does not tell. Nothing tells the time of an office.
    pub fn when(&self, scene: &Scene<'_>, reach: &Reach, draft: &Draft) -> Option<When> {
        let told = phase::of(scene, reach, &self.phases, draft);
        self.dated(scene, draft, told).or_else(|| told.map(undated))
    }

    fn dated(&self, scene: &Scene<'_>, draft: &Draft, told: Option<Phase>) -> Option<When> {
        let (placed, bound) = self.nearest(scene, draft)?;
        let planned = draft.status == Status::Planned;
        let span = calendar::resolve(&placed.expression, planned, self.now)?;
        let bound = bound_of(&placed.expression, bound);
        let phase = match (told, bound) {
            (Some(Phase::Past), _) | (Some(_), Bound::At) => told?,
            _ => self.phase(scene, draft, &span, bound, placed.expression.until.is_some()),
        };
        let (from, to) = match bound {
            Bound::Since | Bound::From => (Some(span.first), None),
            Bound::After => (Some(span.last), None),
            Bound::Until | Bound::By => (None, Some(span.last)),
            Bound::Before => (None, Some(span.first)),
            Bound::At | Bound::Between | Bound::And => (Some(span.first), Some(span.last)),
        };
        let written = |day: Option<_>| day.and_then(|day| span.written(day));
        Some(When {
            from: written(from),
            to: written(to),
            precision: span.precision,
            basis: span.basis,
            phase,
        })
    }

    /// The expression nearest to the cue among those of its noun, else of its clause.
    fn nearest(&self, scene: &Scene<'_>, draft: &Draft) -> Option<(&Placed, Option<Bound>)> {
        let head = draft.head?;
        let near = |placed: &&Placed| placed.expression.first.abs_diff(head);
        let of_noun =
            self.placed.iter().filter(|placed| placed.noun.is_some_and(|noun| is_cue(scene, draft, noun)));
        if let Some(placed) = of_noun.min_by_key(near) {
            return Some((placed, placed.expression.bound));
        }
        let clause = carrier(scene, draft, head)?;
        let of_clause = self.placed.iter().filter(|placed| placed.shared && bears(scene, placed, clause));
        of_clause.min_by_key(near).map(|placed| (placed, placed.bound))
    }

    /// The phase of a dated deed that no word tells.
    fn phase(&self, scene: &Scene<'_>, draft: &Draft, span: &Span, bound: Bound, range: bool) -> Phase {
        let years = scene.ontology.scoring.history;
        let now = self.now.map(Now::year);
        let era = span.precision == Precision::Era;
        let history = now.map_or(era, |now| era && span.last.year() < now || span.last.year() + years < now);
        let over = now.is_some_and(|now| span.last.year() < now);
        match bound {
            Bound::From | Bound::By => Phase::Begins,
            Bound::Since | Bound::After => Phase::Holds,
            Bound::Until => Phase::Ends,
            Bound::Before => {
                if over {
                    Phase::Past
                } else {
                    Phase::Begins
                }
            }
            _ if history && lasts(scene, draft) => Phase::Begins,
            _ if history => Phase::Past,
            _ if range && over => Phase::Ends,
            _ => Phase::Holds,
        }
    }
}

/// A range is a time in which the deed is done, whatever opens it; so are the last two years, and they last until now.
fn bound_of(expression: &Expression, bound: Option<Bound>) -> Bound {
    let latest = matches!(expression.named, Named::Latest(..));
    if expression.until.is_some() || latest { Bound::At } else { bound.unwrap_or(Bound::At) }
}

/// What a verb says of belonging, as *bergabung*, lasts: it began then and is no history.
fn lasts(scene: &Scene<'_>, draft: &Draft) -> bool {
    let structural = scene.ontology.scoring.structural.contains(&draft.relation);
    structural && phase::kind(scene.ontology, draft) == Some(CueKind::Verb)
}

/// Words tell the phase, and no date is given.
fn undated(phase: Phase) -> When {
    When { from: None, to: None, precision: Precision::Era, basis: TimeBasis::Text, phase }
}

fn is_cue(scene: &Scene<'_>, draft: &Draft, noun: usize) -> bool {
    let token = scene.token(noun);
    draft.cue.start <= token.start && token.end <= draft.cue.end
}

/// The clause whose time is that of the cue: `Some(None)` for a cue without a verb in a sentence without any.
fn carrier(scene: &Scene<'_>, draft: &Draft, head: usize) -> Option<Option<usize>> {
    if scene.clauses.clauses.is_empty() {
        return Some(None);
    }
    let clause = scene.clause_of(head);
    if clause.is_some() {
        return Some(clause);
    }
    let phrase = scene.phrase_of(head).and_then(|phrase| scene.phrase(phrase).preposition);
    let aside = phrase.is_some_and(|at| place::bound_at(scene, at) != Some(Bound::At));
    draft.clause.filter(|_| !aside).map(Some)
}

/// Whether an expression tells the time of a clause: it stands there, or before the verb that the clause goes on from.
fn bears(scene: &Scene<'_>, placed: &Placed, clause: Option<usize>) -> bool {
    let mut here = clause;
    let mut fronted = false;
    loop {
        let before = here.is_some_and(|id| placed.expression.first < scene.clause(id).verb);
        if placed.clause == here && (!fronted || before) {
            return true;
        }
        let Some(clause) = here.map(|id| scene.clause(id)) else { return false };
        match clause.link {
            Link::Chain => {}
            Link::Coordinate => fronted = true,
            _ => return false,
        }
        let Some(parent) = clause.parent else { return false };
        here = Some(parent);
    }
}
