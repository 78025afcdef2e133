//! Frames whose object comes from a claim inside their complement: "mengancam akan menjatuhkan sanksi terhadap X".

use super::bind::{Bound, bind};
use super::clause::Link;
use super::cue::CueMatch;
use super::draft::{Draft, drafts, frame_id};
use super::filler::Filler;
use super::nouns::{over_clause, over_noun};
use super::scene::Scene;
use crate::model::Status;
use crate::ontology::CueKind;
use crate::pipeline::detect::form_at;

/// Replaces every draft inside the complement of such a cue by the draft that the cue makes of it, and leaves out what a plainer
/// frame makes of the same words.
pub fn raise(scene: &Scene<'_>, cues: &[CueMatch<'_>], found: &mut Vec<Draft>) {
    let mut raised = Vec::new();
    for cue in cues.iter().filter(|cue| !cue.frame.complement.is_empty()) {
        let threatening = bind(scene, cue).subjects;
        let inner = |draft: &mut Draft| {
            !is_forgone(scene, cue, draft)
                && is_complement(scene, cue, draft)
                && is_own(scene, &threatening, &draft.subject)
        };
        let inner: Vec<Draft> = found.extract_if(.., inner).collect();
        if !inner.is_empty() {
            raised.push(cue.head);
        }
        for draft in inner {
            found.extend(outer(scene, cue, draft));
        }
    }
    found.retain(|draft| !is_plainer(cues, &raised, draft));
}

/// "berjanji **tidak** akan menyerang": what is not to be done is no threat.
fn is_forgone(scene: &Scene<'_>, cue: &CueMatch<'_>, inner: &Draft) -> bool {
    let markers = scene.index.cues.markers();
    let negates = |at: usize| {
        markers.at(form_at(scene.sentence, at)).next().is_some_and(|mark| mark.value.0 == Status::Negated)
    };
    inner.status == Status::Negated && inner.head.is_some_and(|head| (cue.head + 1..head).any(negates))
}

/// Whether a draft comes from a frame without a complement, of a cue whose other frame has replaced something.
fn is_plainer(cues: &[CueMatch<'_>], raised: &[usize], draft: &Draft) -> bool {
    let raising = |cue: &&CueMatch<'_>| !cue.frame.complement.is_empty();
    let own = |cue: &CueMatch<'_>| frame_id(cue) == draft.frame;
    draft.head.is_some_and(|head| raised.contains(&head)) && !cues.iter().filter(raising).any(own)
}

/// "warned that **Russia** could attack": where heads stand last, what another would do is no threat.
fn is_own(scene: &Scene<'_>, threatening: &[Filler], inner: &Filler) -> bool {
    let same = |filler: &Filler| filler.argument.actor.id == inner.argument.actor.id;
    !scene.index.forms.heads_last() || threatening.is_empty() || threatening.iter().any(same)
}

fn is_complement(scene: &Scene<'_>, cue: &CueMatch<'_>, draft: &Draft) -> bool {
    let Some(head) = draft.head.filter(|_| cue.frame.complement.contains(&draft.relation)) else {
        return false;
    };
    if cue.kind != CueKind::Verb && scene.index.forms.heads_last() {
        let over = over_noun(scene, head);
        let spelled = || over_clause(scene, scene.clause(draft.clause?));
        return over.or_else(spelled).is_some_and(|noun| noun.token == cue.head);
    }
    if head < cue.head {
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
    // Chunks and tree together could tie clauses in a ring.
    for _ in 0..scene.clauses.clauses.len() {
        let Some(parent) = scene.clause(clause).parent else { return false };
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
    let (end, agreement) = (inner.cue.end, inner.agreement);
    let mut outer = drafts(scene, cue, &bound);
    for draft in &mut outer {
        draft.agreement = agreement;
        draft.cue.end = end.max(draft.cue.end);
        draft.cue.text = scene.document.text[draft.cue.start..draft.cue.end].to_owned();
    }
    outer
}
