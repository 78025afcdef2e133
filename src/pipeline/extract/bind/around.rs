//! Every place beside a cue where actors stand, whether or not its frame names it.

use super::{Binder, carrier};
use crate::ontology::CueKind;
use crate::pipeline::extract::chunk::is_passive;
use crate::pipeline::extract::cue::CueMatch;
use crate::pipeline::extract::filler::{Filler, of_phrase};
use crate::pipeline::extract::scene::Scene;

/// A place beside a cue, by the name that a frame would give it.
pub struct Place {
    /// `subject`, `object`, `possessor`, `bearer`, or a preposition.
    pub name: String,
    /// The preposition's token.
    pub preposition: Option<usize>,
    /// Who stands there: at least one.
    pub fillers: Vec<Filler>,
}

/// The grammatical places of a cue, then its prepositional phrases in order; only those that hold actors.
///
/// Left out is what the grammar reads for every frame: where something is, examples, the agent of a passive verb.
pub fn around(scene: &Scene<'_>, cue: &CueMatch<'_>) -> Vec<Place> {
    let binder = Binder { scene, cue, phrase: scene.phrase_of(cue.head), clause: carrier(scene, cue) };
    let named = if cue.kind == CueKind::Verb { ["subject", "object"] } else { ["possessor", "bearer"] };
    let grammatical = named.into_iter().map(|name| Place {
        name: name.to_owned(),
        preposition: None,
        fillers: binder.place(name),
    });
    let below = binder.clause().map(|clause| clause.obliques.clone()).unwrap_or_default();
    let mut phrases: Vec<usize> = binder.chain().into_iter().chain(below).collect();
    phrases.sort_unstable();
    phrases.dedup();
    phrases.retain(|&phrase| Some(phrase) != binder.phrase);
    let oblique = phrases.into_iter().filter_map(|phrase| oblique(&binder, phrase));
    grammatical.chain(oblique).filter(|place| !place.fillers.is_empty()).collect()
}

fn oblique(binder: &Binder<'_, '_>, phrase: usize) -> Option<Place> {
    let scene = binder.scene;
    let preposition = scene.phrase(phrase).preposition?;
    let passive = binder.clause().is_some_and(|clause| is_passive(scene.token(clause.verb)));
    let general = ["place", "exemplar", "according"].iter().any(|list| scene.is(list, preposition));
    let agent = passive && scene.is("agent", preposition);
    (!general && !agent).then(|| Place {
        name: scene.token(preposition).form.clone(),
        preposition: Some(preposition),
        fillers: of_phrase(scene, phrase),
    })
}
