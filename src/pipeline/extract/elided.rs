//! Roles that a coordinated verb leaves out because the verb before has told them: "mengecam **Kolombia** dan memutuskan hubungan
//! diplomatik", "ditangkap **polisi** dan dideportasi".

use super::bind::Bound;
use super::chunk::is_passive;
use super::clause::{Clause, Link};
use super::cue::CueMatch;
use super::draft::Draft;
use super::filler::Filler;
use super::hybrid;
use super::scene::Scene;

/// Certainty that whoever is not named again is meant.
const ELIDED: f64 = 0.85;

/// The drafts of cues that nothing else has filled, behind a verb that says who stands on the other side.
pub fn drafts(
    scene: &Scene<'_>,
    tree: Option<&Scene<'_>>,
    cues: &[CueMatch<'_>],
    found: &[Draft],
) -> Vec<Draft> {
    let told = hybrid::telling(scene, tree);
    let open = |cue: &&CueMatch<'_>| {
        let tells = |draft: &Draft| draft.head == Some(cue.head) && draft.relation == cue.relation.id;
        cue.frame.complement.is_empty() && !found.iter().any(tells)
    };
    let gapped = cues.iter().filter(open).filter_map(|cue| Some((cue, before(told, cue, found)?)));
    gapped
        .flat_map(|(cue, before)| {
            let passive = is_passive(told.token(cue.head));
            hybrid::drafts(scene, tree, cue, |bound| complete(bound, before, passive))
        })
        .collect()
}

/// What the verbs that a cue's verb is coordinated with say, if it takes the same side and nobody is named from the cue on.
fn before<'d>(scene: &Scene<'_>, cue: &CueMatch<'_>, found: &'d [Draft]) -> Option<&'d Draft> {
    let alone = scene.mentions.iter().all(|mention| mention.last <= cue.head);
    let one_way = !cue.relation.symmetric && cue.relation.sign != 0;
    let verb = scene.clause_of(cue.head).or_else(|| {
        let carrier = scene.clause_completed_by(scene.phrase_of(cue.head)?)?;
        scene.clause_of(carrier.verb)
    });
    let verb = verb.filter(|&verb| alone && one_way && !has_other_object(scene, cue, verb))?;
    let head = coordinated(scene, verb)?.verb;
    let sided = |draft: &&Draft| {
        let relation = scene.ontology.relation(&draft.relation);
        draft.head == Some(head) && relation.is_some_and(|other| other.sign == cue.relation.sign)
    };
    found.iter().find(sided)
}

/// "gagal membantu **mereka**": a pronoun that nobody has resolved leaves nothing out.
fn has_other_object(scene: &Scene<'_>, cue: &CueMatch<'_>, clause: usize) -> bool {
    scene.clause(clause).objects.iter().any(|&object| scene.phrase(object).first() >= cue.end)
}

/// The clause that a clause, or the one that it is the complement of, is coordinated with.
fn coordinated<'s>(scene: &'s Scene<'_>, mut clause: usize) -> Option<&'s Clause> {
    // Chunks and tree together could tie clauses in a ring.
    for _ in 0..scene.clauses.clauses.len() {
        let own = scene.clause(clause);
        clause = own.parent?;
        match own.link {
            Link::Coordinate => return Some(scene.clause(clause)),
            Link::Chain | Link::Complement => {}
            _ => return None,
        }
    }
    None
}

/// Fills the empty role where the other is filled by the same actor.
fn complete(bound: &mut Bound, before: &Draft, passive: bool) -> bool {
    let same = |fillers: &[Filler], other: &Filler| {
        fillers.iter().any(|own| own.argument.actor.id == other.argument.actor.id)
    };
    let elided = |filler: &Filler| vec![Filler { certainty: filler.certainty * ELIDED, ..filler.clone() }];
    if bound.each {
        return false;
    }
    if !passive && bound.objects.is_empty() && same(&bound.subjects, &before.subject) {
        bound.objects = elided(&before.object);
        return true;
    }
    if bound.subjects.is_empty() && same(&bound.objects, &before.object) {
        bound.subjects = elided(&before.subject);
        return true;
    }
    false
}
