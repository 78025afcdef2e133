//! Where something is done to somebody else: "serangan terhadap **PKK** di Irak", "perang terhadap Maroko di Sahara Barat".

use super::cue::CueMatch;
use super::draft::{Draft, frame_id};
use super::scene::Scene;

/// Leaves out what a noun of action is said to be done to only because it is done there, where the same noun names a target.
pub fn drop_settings(scene: &Scene<'_>, cues: &[CueMatch<'_>], found: &mut Vec<Draft>) {
    let located: Vec<bool> = found.iter().map(|draft| is_located(scene, cues, draft)).collect();
    let same = |a: &Draft, b: &Draft| {
        let subject = a.subject.argument.actor.id == b.subject.argument.actor.id;
        a.head.is_some() && a.head == b.head && a.relation == b.relation && subject
    };
    let targeted: Vec<bool> = found
        .iter()
        .map(|draft| found.iter().zip(&located).any(|(other, located)| !located && same(draft, other)))
        .collect();
    let mut setting = located.into_iter().zip(targeted).map(|(located, targeted)| located && targeted);
    found.retain(|_| !setting.next().unwrap_or_default());
}

/// Whether the frame of a draft takes its object from nothing but prepositions of place.
fn is_located(scene: &Scene<'_>, cues: &[CueMatch<'_>], draft: &Draft) -> bool {
    let own = |cue: &&CueMatch<'_>| draft.head == Some(cue.head) && frame_id(cue) == draft.frame;
    let places =
        |cue: &CueMatch<'_>| cue.frame.object.iter().all(|place| scene.index.forms.is("place", place));
    cues.iter().find(own).is_some_and(places)
}
