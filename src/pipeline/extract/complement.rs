//! Frames whose object comes from a claim inside their complement: "mengancam akan menjatuhkan sanksi terhadap X".

use super::bind::{Bound, bind};
use super::clause::Link;
use super::cue::CueMatch;
use super::draft::{Draft, drafts};
use super::scene::Scene;
use crate::ontology::CueKind;

/// Replaces every draft inside the complement of such a cue by the draft that the cue makes of it.
///
/// Gives the positions of the cues that replaced something, so that a plainer frame of the same cue is left out.
pub fn raise(scene: &Scene<'_>, cues: &[CueMatch<'_>], found: &mut Vec<Draft>) -> Vec<usize> {
    let mut raised = Vec::new();
    for cue in cues.iter().filter(|cue| !cue.frame.complement.is_empty()) {
        let inner: Vec<Draft> = found.extract_if(.., |draft| is_complement(scene, cue, draft)).collect();
        if !inner.is_empty() {
            raised.push(cue.head);
        }
        for draft in inner {
            found.extend(outer(scene, cue, draft));
        }
    }
    raised
}

fn is_complement(scene: &Scene<'_>, cue: &CueMatch<'_>, draft: &Draft) -> bool {
    let Some(head) = draft.head.filter(|&head| head > cue.head) else { return false };
    if !cue.frame.complement.contains(&draft.relation) {
        return false;
    }
    if cue.kind != CueKind::Verb {
        return scene.phrase_of(head) == scene.phrase_of(cue.head) && scene.phrase_of(head).is_some();
    }
    let Some(governing) = scene.clause_of(cue.head) else { return false };
    let own = draft.clause == Some(governing);
    own || draft.clause.is_some_and(|clause| descends(scene, clause, governing))
}

fn descends(scene: &Scene<'_>, mut clause: usize, ancestor: usize) -> bool {
    while let Some(parent) = scene.clause(clause).parent {
        if matches!(scene.clause(clause).link, Link::Relative | Link::Subordinate | Link::Root) {
            return false;
        }
        if parent == ancestor {
            return true;
        }
        clause = parent;
    }
    false
}

/// The cue's own claim: its subject, the inner claim's object; the inner subject where the cue names none.
fn outer(scene: &Scene<'_>, cue: &CueMatch<'_>, inner: Draft) -> Vec<Draft> {
    let mut bound: Bound = bind(scene, cue);
    if bound.subjects.is_empty() {
        bound.subjects = vec![inner.subject];
    }
    bound.objects = vec![inner.object];
    bound.each = false;
    let end = inner.cue.end;
    let mut outer = drafts(scene, cue, &bound);
    for draft in &mut outer {
        draft.cue.end = end.max(draft.cue.end);
        draft.cue.text = scene.document.text[draft.cue.start..draft.cue.end].to_owned();
    }
    outer
}
