//! Who takes part in a deed otherwise: mediators, hosts, those on whose behalf it is done.

use std::sync::Arc;

use super::reach::Reach;
use crate::model::{Actor, Other};
use crate::ontology::ParticipantRole;
use crate::pipeline::detect::form_at;
use crate::pipeline::extract::draft::Draft;
use crate::pipeline::extract::filler::named;
use crate::pipeline::extract::scene::Scene;

/// Actors with a role, and the token of the words that give it.
#[derive(Debug)]
pub struct Participants {
    at: usize,
    last: usize,
    role: ParticipantRole,
    actors: Vec<Arc<Actor>>,
}

/// How far behind its words an actor may stand, in tokens ("the").
const GAP: usize = 2;

/// The participants of a sentence, from left to right.
pub fn find(scene: &Scene<'_>) -> Vec<Participants> {
    (0..scene.sentence.tokens.len()).filter_map(|at| participants(scene, at)).collect()
}

fn participants(scene: &Scene<'_>, at: usize) -> Option<Participants> {
    let words = scene.index.circumstances.participants.at(form_at(scene.sentence, at)).next()?;
    let end = at + words.folded.len();
    let phrases = 0..scene.clauses.phrases.len();
    let mut near = phrases.filter(|&phrase| (end..end + GAP).contains(&scene.phrase(phrase).first()));
    // "tuan rumah Qatar" is one phrase.
    let phrase = near.next().or_else(|| scene.phrase_of(end));
    let fillers =
        named(scene, phrase?).into_iter().filter(|filler| filler.argument.start >= scene.token(at).start);
    let actors: Vec<Arc<Actor>> = fillers.map(|filler| filler.argument.actor).collect();
    (!actors.is_empty()).then_some(Participants { at, last: end, role: words.value, actors })
}

/// The other actors of a draft: those in its clause, and those in a clause that says more of a phrase there.
pub fn of(scene: &Scene<'_>, reach: &Reach, found: &[Participants], draft: &Draft) -> Vec<Other> {
    let Some(head) = draft.head else { return Vec::new() };
    let ends = [&draft.subject.argument.actor.id, &draft.object.argument.actor.id];
    let bearing = found.iter().filter(|participants| bears(scene, reach, participants, head));
    let others = bearing.flat_map(|found| found.actors.iter().map(|actor| (found.role, actor)));
    let others = others.filter(|(_, actor)| !ends.contains(&&actor.id));
    let mut others: Vec<Other> =
        others.map(|(role, actor)| Other { role: role.as_str().to_owned(), actor: actor.clone() }).collect();
    others.sort_by(|a, b| (&a.role, &a.actor.id).cmp(&(&b.role, &b.actor.id)));
    others.dedup();
    others
}

/// The words stand in the clause of the cue, or open one that hangs on it: "kesepakatan **yang ditengahi Qatar**", "a deal
/// **brokered by Qatar**".
fn bears(scene: &Scene<'_>, reach: &Reach, found: &Participants, head: usize) -> bool {
    let own = scene.clause_of(head).or(reach.owner(head));
    let owner = reach.owner(found.at);
    if owner == own {
        return true;
    }
    let Some(clause) = owner.map(|id| scene.clause(id)) else { return false };
    let opens = (found.at..found.last).contains(&clause.verb);
    let before = (0..found.at).rev().map(|at| reach.owner(at)).find(|&before| before != owner);
    opens && before == Some(own)
}
