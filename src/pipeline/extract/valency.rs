//! Whether a verb has the subject and the objects that a frame asks for beyond its roles.

use super::chunk::Phrase;
use super::clause::Clause;
use super::cue::{CueMatch, find_words};
use super::scene::Scene;
use crate::ontology::Frame;

/// Whether the verb at a token has a subject of the frame's `doers`, and no object where it is `intransitive`.
pub fn fits(scene: &Scene<'_>, frame: &Frame, head: usize) -> bool {
    if frame.doers.is_empty() && !frame.intransitive {
        return true;
    }
    let Some(clause) = scene.clause_of(head).map(|clause| scene.clause(clause)) else { return false };
    let done = frame.doers.is_empty() || frame.doers.iter().any(|words| does(scene, clause, words));
    done && !(frame.intransitive && clause.objects.iter().any(|&object| !is_time(scene, object)))
}

/// "**troops** arrived in X" says something else than "X arrived": the frames that ask for the noun of the subject are meant.
pub fn keep_closest(found: &mut Vec<CueMatch<'_>>, head: usize) {
    let first = found.partition_point(|cue| cue.head < head);
    if found[first..].iter().any(|cue| !cue.frame.doers.is_empty()) {
        found.retain(|cue| cue.head < head || !cue.frame.doers.is_empty());
    }
}

/// Whether some words are the noun of a clause's subject: "**troops** from X", "a contingent of X's **troops**".
fn does(scene: &Scene<'_>, clause: &Clause, words: &str) -> bool {
    let Some(subject) = clause.subject else { return false };
    let next = scene.clauses.phrases.get(subject + 1);
    let parts = next.filter(|next| next.preposition.is_some_and(|at| scene.is("origin", at)));
    is_noun(scene, scene.phrase(subject), words) || parts.is_some_and(|whole| is_noun(scene, whole, words))
}

fn is_noun(scene: &Scene<'_>, phrase: &Phrase, words: &str) -> bool {
    let heads_last = scene.index.forms.heads_last();
    let noun = |member: &std::ops::Range<usize>| {
        let found = find_words(scene, member.clone(), words);
        found.is_some_and(
            |found| if heads_last { found.end == member.end } else { found.start == member.start },
        )
    };
    phrase.members.iter().any(noun)
}

/// "returned **this week**": what says when is no object.
fn is_time(scene: &Scene<'_>, phrase: usize) -> bool {
    let noun = scene.phrase(phrase).last() - 1;
    scene.is("day", noun) || scene.token(noun).relation == "obl:unmarked"
}
