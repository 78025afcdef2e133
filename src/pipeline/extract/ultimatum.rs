//! "Russia will attack Ukraine **unless** Kyiv pays": a deed that is announced with a way out is a threat of it.

use super::draft::Draft;
use super::scene::Scene;
use crate::model::Status;
use crate::pipeline::detect::form_at;

/// Makes threats of the announced deeds of a sentence that somebody could avert.
pub fn raise(scene: &Scene<'_>, found: &mut [Draft]) {
    for draft in found {
        let threat =
            scene.ontology.relation(&draft.relation).and_then(|relation| relation.threatened_as.as_ref());
        if let Some(threat) = threat.filter(|_| is_announced(scene, draft)) {
            draft.relation.clone_from(threat);
            draft.mode = None;
            draft.status = Status::Asserted;
        }
    }
}

/// Whether the one who is to do it says so himself, for a fact but for the way out; what others foresee is no threat of his.
fn is_announced(scene: &Scene<'_>, draft: &Draft) -> bool {
    let own = |id: &str| id == draft.subject.argument.actor.id;
    let Some(head) = draft.head.filter(|_| draft.deed) else { return false };
    let said = draft.speaker.as_ref().is_none_or(|speaker| own(&speaker.id));
    said && matches!(draft.status, Status::Planned | Status::Possible)
        && marked(scene, draft, head, Status::Planned)
        && !marked(scene, draft, head, Status::Possible)
        && escape(scene, head)
}

/// Whether a word between the subject and the verb says that it is planned, or possible.
fn marked(scene: &Scene<'_>, draft: &Draft, head: usize, status: Status) -> bool {
    let markers = scene.index.cues.markers();
    let first = draft.clause.map_or(head, |clause| scene.clause(clause).first.min(head));
    (first..head).any(|at| markers.at(form_at(scene.sentence, at)).any(|mark| mark.value.0 == status))
}

/// Whether a word behind the verb, in the same part of the sentence, opens the way out.
fn escape(scene: &Scene<'_>, head: usize) -> bool {
    let part = |at: &usize| !matches!(&*scene.token(*at).form, ";" | ":") && !scene.is("contrast", *at);
    (head + 1..scene.sentence.tokens.len()).take_while(part).any(|at| scene.is("ultimatum", at))
}
