//! Words that say what a deed does at its time: "mulai", "masih", "dulu", "former".

use crate::model::{Phase, Upos};
use crate::ontology::{CueKind, Ontology, Reach as Place};
use crate::pipeline::detect::form_at;
use crate::pipeline::extract::circumstance::reach::Reach;
use crate::pipeline::extract::clause::Link;
use crate::pipeline::extract::draft::Draft;
use crate::pipeline::extract::scene::Scene;

/// Words that tell a phase.
#[derive(Debug, Clone, Copy)]
pub struct Marked {
    first: usize,
    last: usize,
    phase: Phase,
    place: Place,
}

/// The words of a sentence that tell a phase, from left to right, longest first, without overlaps.
pub fn find(scene: &Scene<'_>) -> Vec<Marked> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < scene.sentence.tokens.len() {
        let phrase = scene.index.circumstances.phases.at(form_at(scene.sentence, at)).next();
        let length = phrase.map_or(1, |phrase| phrase.folded.len());
        found.extend(phrase.and_then(|phrase| {
            let (phase, place) = phrase.value;
            Some(Marked { first: at, last: at + length, phase: phase?, place })
        }));
        at += length;
    }
    found
}

/// The phase that the words give to a draft: history before all else, then the nearest word.
pub fn of(scene: &Scene<'_>, reach: &Reach, marks: &[Marked], draft: &Draft) -> Option<Phase> {
    let head = draft.head?;
    let bears = |mark: &&Marked| match mark.place {
        Place::Cue => precedes(scene, mark.last, head),
        Place::Copula => is_copula(scene, mark, draft, head),
        Place::Clause => is_in_clause(scene, reach, mark, draft, head),
    };
    let bearing = || marks.iter().filter(bears);
    let past = bearing().find(|mark| mark.phase == Phase::Past);
    past.or_else(|| bearing().min_by_key(|mark| mark.first.abs_diff(head))).map(|mark| mark.phase)
}

/// "mantan **sekutu**", "former close **ally**"
fn precedes(scene: &Scene<'_>, last: usize, head: usize) -> bool {
    last <= head && (last..head).all(|at| scene.token(at).upos == Upos::Adj || scene.token(at).form == "-")
}

/// "Iran **was** an ally of Syria", but not where somebody reports it: there the tense is that of the report.
fn is_copula(scene: &Scene<'_>, mark: &Marked, draft: &Draft, head: usize) -> bool {
    let Some(clause) = draft.clause.map(|id| scene.clause(id)) else { return false };
    let own = (clause.first..=clause.verb).contains(&(mark.last - 1)) && clause.verb < head;
    let reported = draft.speaker.is_some() || clause.link == Link::Complement;
    own && !reported && kind(scene.ontology, draft) == Some(CueKind::Holder)
}

/// In the clause of the cue, or as the verb above it ("**began** to attack").
fn is_in_clause(scene: &Scene<'_>, reach: &Reach, mark: &Marked, draft: &Draft, head: usize) -> bool {
    let own = draft.clause.or_else(|| scene.clause_of(head));
    let owner = reach.owner(mark.first);
    let last = mark.last - 1;
    if owner == own {
        return own.is_none_or(|id| last <= scene.clause(id).verb || last < head);
    }
    let (Some(own), Some(owner)) = (own, owner) else { return false };
    let chained = matches!(scene.clause(own).link, Link::Chain | Link::Purpose);
    chained && scene.clause(own).parent == Some(owner) && scene.clause(owner).verb == last
}

/// The kind of a draft's cue.
pub fn kind(ontology: &Ontology, draft: &Draft) -> Option<CueKind> {
    let relation = draft.frame.split('/').next().and_then(|id| ontology.relation(id))?;
    let named = |frame: &&crate::ontology::Frame| {
        draft.frame == format!("{}/{}/{}", relation.id, frame.language, frame.name)
    };
    relation.frames.iter().find(named).map(|frame| frame.cues().0)
}
