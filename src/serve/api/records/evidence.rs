//! A piece of evidence: one sentence that states a claim.

use serde::Serialize;

use super::Named;
use crate::model::{Binder, Claim, Document, PartialDate, Ruling, Status, When};
use crate::pipeline::publish::is_of_the_web;
use crate::pipeline::publish::quotation::{Role, marks, pieces};
use crate::serve::api::sight::Sight;

/// A sentence that states a claim, with its source and who says so.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(in crate::serve::api) struct Evidence<'s> {
    pub evidence: &'s str,
    /// Of the edge at the level that is looked at.
    pub claim: &'s str,
    pub subject: Named<'s>,
    pub relation: &'s str,
    pub object: Named<'s>,
    pub status: Status,
    pub confidence: f64,
    pub frame: &'s str,
    pub binder: Binder,
    pub language: Option<&'s str>,
    /// The sentence, cut where a marking begins or ends.
    pub segments: Vec<Segment<'s>>,
    /// None: the author of the document.
    pub speaker: Option<Named<'s>>,
    pub denied_by: Vec<Named<'s>>,
    pub via: Option<&'s str>,
    pub when: Option<&'s When>,
    pub mode: Option<&'s str>,
    pub item: Option<&'s str>,
    pub about: Option<&'s str>,
    pub contexts: &'s [String],
    pub document: Source<'s>,
    /// What people decided about it, in order.
    pub edits: Vec<Verdict<'s>>,
}

/// Words of a sentence, and what they are to the claim.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(in crate::serve::api) struct Segment<'s> {
    pub text: &'s str,
    pub roles: Vec<Role>,
}

/// Where a sentence stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(in crate::serve::api) struct Source<'s> {
    pub id: &'s str,
    pub title: Option<&'s str>,
    pub publisher: Option<&'s str>,
    pub published: Option<&'s str>,
    /// An address of the Web.
    pub url: Option<&'s str>,
}

/// What a person decided, and who.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(in crate::serve::api) struct Verdict<'s> {
    pub kind: String,
    pub by: Option<&'s str>,
    pub at: Option<&'s str>,
    pub why: Option<&'s str>,
}

impl<'s> Evidence<'s> {
    /// The record of a claim; `edge` is the claim id of its edge, where it has one.
    pub fn of(sight: &'s Sight, claim: &'s Claim, edge: Option<&'s str>) -> Self {
        Self {
            evidence: &claim.evidence,
            claim: edge.unwrap_or(&claim.claim),
            subject: sight.actor(&claim.subject.actor),
            relation: &claim.relation,
            object: sight.actor(&claim.object.actor),
            status: claim.status,
            confidence: claim.confidence,
            frame: &claim.frame,
            binder: claim.binder,
            language: claim.language.as_deref(),
            segments: segments(claim),
            speaker: claim.attributed_to.as_ref().map(|actor| sight.actor(actor)),
            denied_by: claim.denied_by.iter().map(|actor| sight.actor(actor)).collect(),
            via: claim.via.as_deref(),
            when: claim.when.as_ref(),
            mode: claim.mode.as_deref(),
            item: claim.item.as_deref(),
            about: claim.about.as_deref(),
            contexts: &claim.contexts,
            document: Source::of(&claim.document, sight.graph().document(&claim.document)),
            edits: claim.edits.iter().map(Verdict::of).collect(),
        }
    }

    /// The record of a claim that a person rejected, as the text gave it.
    pub fn rejected(sight: &'s Sight, claim: &'s Claim) -> Self {
        let is_it =
            |ruling: &Ruling| matches!(ruling, Ruling::Reject(target) if target.evidence == claim.evidence);
        let last = sight.graph().decisions.iter().rfind(|decision| is_it(&decision.ruling));
        let verdict = last.map(|decision| Verdict {
            kind: "rejected".to_owned(),
            by: decision.by.as_deref(),
            at: decision.at.as_ref().map(PartialDate::as_str),
            why: decision.why.as_deref(),
        });
        Self { edits: verdict.into_iter().collect(), ..Self::of(sight, claim, None) }
    }
}

impl<'s> Source<'s> {
    fn of(id: &'s str, document: Option<&'s Document>) -> Self {
        let url = document.and_then(|it| it.url.as_deref());
        Self {
            id,
            title: document.and_then(|it| it.title.as_deref()),
            publisher: document.and_then(|it| it.publisher.as_deref()),
            published: document.and_then(|it| it.published.as_ref()).map(PartialDate::as_str),
            url: url.filter(|url| is_of_the_web(url)),
        }
    }
}

impl<'s> Verdict<'s> {
    fn of(edit: &'s crate::model::Edit) -> Self {
        Self {
            kind: crate::pipeline::publish::name(edit.kind),
            by: edit.by.as_deref(),
            at: edit.at.as_ref().map(PartialDate::as_str),
            why: edit.why.as_deref(),
        }
    }
}

fn segments(claim: &Claim) -> Vec<Segment<'_>> {
    let pieces = pieces(&(0..claim.text.len()), &marks(claim));
    pieces.into_iter().map(|(range, roles)| Segment { text: &claim.text[range], roles }).collect()
}
