//! Drafts → claims as they are written: the surest of equals, with speaker, status and ids.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::circumstance::Circumstances;
use super::draft::Draft;
use super::quotes::Quoted;
use super::scene::Scene;
use super::{filler, reporting, sources};
use crate::model::{Actor, Claim, Grounds, Status, claim_id, evidence_id};
use crate::ontology::Ontology;

/// One draft for each (subject, relation, object): the surest, the first of equals.
pub fn best(drafts: Vec<Draft>, ontology: &Ontology) -> Vec<Draft> {
    let mut best: BTreeMap<(String, String, String), Draft> = BTreeMap::new();
    for draft in drafts {
        let key = (
            draft.subject.argument.actor.id.clone(),
            draft.relation.clone(),
            draft.object.argument.actor.id.clone(),
        );
        match best.get(&key) {
            Some(known) if confidence(known, ontology) >= confidence(&draft, ontology) => {}
            _ => {
                best.insert(key, draft);
            }
        }
    }
    best.into_values().collect()
}

fn confidence(draft: &Draft, ontology: &Ontology) -> f64 {
    ontology.reliability.terms().confidence(&grounds(draft), draft.status)
}

fn grounds(draft: &Draft) -> Grounds {
    Grounds {
        reliability: rounded(draft.reliability),
        agreement: draft.agreement,
        subject: draft.subject.certainty,
        object: draft.object.certainty,
    }
}

/// Four decimals.
fn rounded(value: f64) -> f64 {
    (value * 10_000.0).round() / 10_000.0
}

/// Who says a draft: the grammar tells, else the quotation, else the sentence; nobody for titles.
pub fn said_by(draft: &Draft, quoted: &Quoted, scene: &Scene<'_>) -> Option<Actor> {
    let head = draft.head?;
    let said = quoted.speaker.clone().filter(|_| quoted.holds(head));
    let own = |speaker: &Actor| speaks_for_itself(draft, speaker, scene);
    let another = |speaker: Option<Actor>| speaker.filter(|speaker| !own(speaker));
    another(draft.speaker.clone())
        // "X menyatakan siap untuk “menyerang Y”": the words in quotation marks are X's own.
        .or_else(|| another(said).filter(|_| draft.speaker.is_none()))
        .or_else(|| another(reporting::of_sentence(scene, head)))
        .or_else(|| another(quoted.turn.clone()))
}

/// Whether a speaker does the deed, alone or with others: "**A dan B** menyatakan …".
fn speaks_for_itself(draft: &Draft, speaker: &Actor, scene: &Scene<'_>) -> bool {
    let doer = &draft.subject.argument.actor.id;
    // What two do to each other is the deed of both.
    let mutual = scene.ontology.relation(&draft.relation).is_some_and(|relation| relation.symmetric);
    if mutual && draft.object.argument.actor.id == speaker.id {
        return true;
    }
    let phrases = 0..scene.clauses.phrases.len();
    let holds = |fillers: &[filler::Filler], id: &str| fillers.iter().any(|own| own.argument.actor.id == id);
    let mut together = phrases.map(|phrase| filler::of_phrase(scene, phrase));
    speaker.id == *doer || together.any(|fillers| holds(&fillers, &speaker.id) && holds(&fillers, doer))
}

/// What people without a name say of a deed is hearsay.
fn hearsay(draft: &Draft, speaker: Option<&Actor>, scene: &Scene<'_>) -> Status {
    let unnamed = speaker.is_some_and(|speaker| sources::is_unnamed(speaker, scene));
    if draft.deed && unnamed { draft.status.max(Status::Alleged) } else { draft.status }
}

/// The claim that a draft makes.
pub fn claim(
    circumstances: &Circumstances<'_>,
    text: &str,
    occurrence: usize,
    draft: Draft,
    speaker: Option<Actor>,
) -> Claim {
    let scene = circumstances.scene;
    let document = scene.document;
    let circumstance = circumstances.of_draft(&draft);
    let (subject, object) = in_order(&draft, scene.ontology);
    let grounds = Grounds { subject: subject.certainty, object: object.certainty, ..grounds(&draft) };
    let ids = (subject.argument.actor.id.clone(), object.argument.actor.id.clone());
    let status = hearsay(&draft, speaker.as_ref(), scene);
    let status = if draft.denied_by.is_some() { status.max(Status::Denied) } else { status };
    let confidence = scene.ontology.reliability.terms().confidence(&grounds, status);
    Claim {
        claim: claim_id(&ids.0, &draft.relation, &ids.1),
        evidence: evidence_id(&document.id, text, occurrence, &ids.0, &draft.relation, &ids.1),
        document: document.id.clone(),
        published: document.published.clone(),
        language: document.language.clone(),
        genre: document.genre,
        sentence: scene.sentence.index,
        text: text.to_owned(),
        start: scene.sentence.start,
        end: scene.sentence.end,
        about: object.about.clone().or_else(|| subject.about.clone()),
        subject: subject.argument,
        relation: draft.relation,
        mode: draft.mode,
        object: object.argument,
        status,
        attributed_to: speaker.map(Arc::new),
        denied_by: draft.denied_by.into_iter().map(Arc::new).collect(),
        via: circumstance.via,
        when: circumstance.when,
        contexts: circumstance.contexts,
        item: draft.item,
        others: circumstance.others,
        cue: draft.cue,
        frame: draft.frame,
        binder: draft.binder,
        confidence: rounded(confidence),
        grounds: Some(grounds),
        edits: Vec::new(),
    }
}

/// Subject and object; those of a symmetric relation in the order of their ids, so that they are one claim.
fn in_order(draft: &Draft, ontology: &Ontology) -> (filler::Filler, filler::Filler) {
    let symmetric = ontology.relation(&draft.relation).is_some_and(|relation| relation.symmetric);
    let (subject, object) = (draft.subject.clone(), draft.object.clone());
    if symmetric && subject.argument.actor.id > object.argument.actor.id {
        (object, subject)
    } else {
        (subject, object)
    }
}
