//! How the text puts a claim: negation, modality, what the verbs above make of it.

use super::chunk::is_passive;
use super::clause::{Clause, Link};
use super::condition;
use super::cue::CueMatch;
use super::filler::named;
use super::nouns::{Governing, over_clause, over_noun};
use super::scene::Scene;
use super::speaker::asking;
use crate::model::Status;
use crate::ontology::{CueKind, Governor, Scope};
use crate::pipeline::detect::form_at;

/// A status word of the sentence.
struct Marked {
    first: usize,
    last: usize,
    status: Status,
    scope: Scope,
}

/// The status of a cue that a clause carries: the strongest of all that bears on it.
pub fn status(scene: &Scene<'_>, cue: &CueMatch<'_>, carrier: Option<usize>) -> Status {
    let marks = markers(scene);
    let mut status = cue.frame.status.unwrap_or(Status::Asserted);
    status = status.max(in_phrase(scene, cue, &marks));
    if cue.kind != CueKind::Verb && condition::stands(scene, cue.head) {
        return status;
    }
    for mark in &marks {
        let reaches = match mark.scope {
            Scope::Verb => false,
            Scope::Clause => mark.first < cue.head && cue.head < clause_end(scene, mark.last),
            Scope::Sentence => true,
            Scope::Subject => predicates(scene, mark, cue.head),
        };
        status = if reaches { status.max(mark.status) } else { status };
    }
    match carrier.or_else(|| asking(scene, cue.head).filter(|_| cue.kind != CueKind::Verb)) {
        Some(clause) if is_rebutted(scene, cue, clause) => status,
        // What contradicts somebody is outside of what he says.
        Some(clause) if cue.frame.contradicts() => status.max(modifiers(scene, scene.clause(clause), &marks)),
        Some(clause) if cue.kind != CueKind::Verb => {
            let carried = condition::presumed(scene, cue.head, clause, of_carried(scene, clause, &marks));
            condition::conditional(scene, clause, status.max(carried))
        }
        Some(clause) => {
            let asked =
                if condition::is_asked(scene, cue.head) { Status::Possible } else { Status::Asserted };
            condition::conditional(scene, clause, status.max(of_clause(scene, clause, &marks))).max(asked)
        }
        None if cue.kind != CueKind::Verb => {
            let clause = condition::taking_place(scene, cue.head).or_else(|| said_of_subject(scene, cue));
            clause.map_or(status, |clause| status.max(of_clause(scene, clause, &marks)))
        }
        None => status,
    }
}

/// "mungkin bergabung ke blok **anti-X**": the clause whose subject is what an adjective in its object says it is.
fn said_of_subject(scene: &Scene<'_>, cue: &CueMatch<'_>) -> Option<usize> {
    let phrase = scene.phrase_of(cue.head).filter(|_| cue.kind == CueKind::Adjective)?;
    let clause = scene.clause_around(cue.head)?;
    (scene.clause(clause).subject != Some(phrase) && named(scene, phrase).is_empty()).then_some(clause)
}

/// "membantah tuduhan", "menolak tuduhan": what is denied is the deed, the accusation was made; "akan membalas serangan": the
/// attack happened.
pub fn is_rebutted(scene: &Scene<'_>, cue: &CueMatch<'_>, carrier: usize) -> bool {
    let governor = governor(scene, carrier);
    let refuses = governor.is_some_and(|over| over.denies || over.status == Some(Status::Negated));
    let rebuts = scene.is_verb("rebut", scene.clause(carrier));
    cue.kind != CueKind::Verb && if refuses { cue.relation.verbal } else { rebuts }
}

/// Status words from left to right, longest first, without overlaps.
fn markers(scene: &Scene<'_>) -> Vec<Marked> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < scene.sentence.tokens.len() {
        let form = form_at(scene.sentence, at);
        let phrase = scene.index.cues.markers().at(form).next();
        let length = phrase.map_or(1, |phrase| phrase.folded.len());
        found.extend(phrase.map(|phrase| Marked {
            first: at,
            last: at + length,
            status: phrase.value.0,
            scope: phrase.value.1,
        }));
        at += length;
    }
    found
}

/// "**lifting** sanctions is **out of the question**": whether a mark says something of what stands at a token before it.
fn predicates(scene: &Scene<'_>, mark: &Marked, head: usize) -> bool {
    use crate::model::Upos::{Cconj, Punct, Sconj};
    let parts =
        |at: usize| matches!(scene.token(at).upos, Cconj | Punct | Sconj) || scene.is("relativizer", at);
    head < mark.first && !(head..mark.first).any(parts)
}

/// The next comma, conjunction before a fact ("diduga marah **karena** …"), or the end of the sentence.
fn clause_end(scene: &Scene<'_>, from: usize) -> usize {
    let tokens = &scene.sentence.tokens;
    (from..tokens.len()).find(|&at| tokens[at].form == "," || scene.is("factual", at)).unwrap_or(tokens.len())
}

/// Words in front of a noun cue: "kemungkinan dukungan", "tanpa dukungan", "bukan sekutu".
fn in_phrase(scene: &Scene<'_>, cue: &CueMatch<'_>, marks: &[Marked]) -> Status {
    let phrase = scene.phrase_of(cue.head).or_else(|| scene.phrase_behind(cue.head));
    let Some(phrase) = phrase else { return Status::Asserted };
    let first = scene.phrase(phrase).preposition.unwrap_or(scene.phrase(phrase).first());
    let member = scene.phrase(phrase).members.iter().find(|member| member.contains(&cue.head));
    let nouns = member.map_or(cue.head..cue.head, |member| member.start..cue.head);
    let noun = nouns
        .filter_map(|at| scene.index.cues.governing_noun(&scene.token(at).form))
        .filter_map(|governor| governor.status);
    // "a mediation **effort**" is not planned where the cue holds both words.
    let last = Some(cue.end - 1).filter(|&last| scene.phrase(phrase).holds(last)).unwrap_or(cue.head);
    let over = over_noun(scene, last).and_then(|over| over.governor.status);
    let near = marks.iter().filter(|mark| mark.scope == Scope::Verb && !precedes_verbs(scene, mark));
    // "akan **membalas** serangan": a verb in between takes the word for itself.
    let reaches =
        |mark: &&Marked| mark.last >= first || mark.last + 1 == first && scene.clause_of(mark.last).is_none();
    let near = near.filter(|mark| mark.last <= cue.head && reaches(mark));
    noun.chain(over).chain(near.map(|mark| mark.status)).max().unwrap_or(Status::Asserted)
}

/// "due **to**" means the future before a verb alone.
fn precedes_verbs(scene: &Scene<'_>, mark: &Marked) -> bool {
    scene.index.forms.heads_last() && mark.last > mark.first + 1 && scene.is("intent", mark.last - 1)
}

/// What the verb that carries a noun makes of it: "menunda pengiriman" negates it; whoever is asked to
/// stop an attack has attacked.
fn of_carried(scene: &Scene<'_>, clause: usize, marks: &[Marked]) -> Status {
    match governor(scene, clause).and_then(|governor| governor.status) {
        Some(Status::Asserted) => Status::Asserted,
        Some(status) => status.max(of_clause(scene, clause, marks)),
        None => of_clause(scene, clause, marks),
    }
}

/// What the clause's own modifiers and the verbs above it say.
fn of_clause(scene: &Scene<'_>, clause: usize, marks: &[Marked]) -> Status {
    // Chunks and tree together could tie clauses in a ring.
    of_clauses(scene, clause, marks, scene.clauses.clauses.len())
}

fn of_clauses(scene: &Scene<'_>, id: usize, marks: &[Marked], depth: usize) -> Status {
    let clause = scene.clause(id);
    let mut status = modifiers(scene, clause, marks);
    if let Some(noun) = over_clause(scene, clause) {
        return status.max(spelled_out(scene, noun, marks));
    }
    let hangs = |&parent: &usize| inherits(clause.link) || is_taken(scene, clause, parent);
    let Some(parent) = clause.parent.filter(|parent| depth > 0 && hangs(parent)) else {
        return status.max(announced(scene, clause));
    };
    let governor = governor(scene, parent);
    if scene.index.forms.heads_last() && presupposed(clause, governor) {
        return status;
    }
    let marked = scene.index.forms.heads_last() && is_marked(scene, parent, marks);
    status = status.max(governed(scene, clause, parent, governor.filter(|_| !marked)));
    if governor.is_none_or(|governor| !governor.speaker || marked) {
        let above = of_clauses(scene, parent, marks, depth - 1);
        // "tidak mengecam, tetapi mendukung": what is denied of one verb is not denied of the next.
        let passes = clause.link != Link::Coordinate || above < Status::Denied;
        status = if passes { status.max(above) } else { status };
    }
    status
}

/// What a noun makes of the clause that it governs: "**no** evidence that …", "**denied** plans to …".
fn spelled_out(scene: &Scene<'_>, noun: Governing<'_>, marks: &[Marked]) -> Status {
    let first = scene.phrase(noun.phrase).first();
    let near = marks.iter().filter(|mark| mark.scope == Scope::Verb && mark.last <= noun.token);
    let near = near.filter(|mark| mark.first >= first || mark.last == first).map(|mark| mark.status);
    let carrier = scene.clause_with_object(noun.phrase);
    let carried = carrier.map(|clause| {
        let denies = governor(scene, clause).is_some_and(|governor| governor.denies);
        if denies { Status::Denied } else { modifiers(scene, scene.clause(clause), marks) }
    });
    near.chain(carried).chain(noun.governor.status).max().unwrap_or(Status::Asserted)
}

/// "Israel **to** attack Iran": a headline's future.
fn announced(scene: &Scene<'_>, clause: &Clause) -> Status {
    let to = clause.mark.is_some_and(|at| at < clause.verb && scene.is("intent", at));
    let future = to && clause.parent.is_none() && scene.index.forms.heads_last();
    if future { Status::Planned } else { Status::Asserted }
}

/// "urged Iran to **stop** attacking": a fact, whatever stands above.
fn presupposed(clause: &Clause, governor: Option<&Governor>) -> bool {
    let fact = governor.is_some_and(|governor| governor.status == Some(Status::Asserted));
    fact && clause.link == Link::Chain && clause.mark.is_none()
}

/// "is **expected** to": a marker holds the verb, and says more than the verb does.
fn is_marked(scene: &Scene<'_>, clause: usize, marks: &[Marked]) -> bool {
    let verb = scene.clause(clause).verb;
    marks.iter().any(|mark| (mark.first..mark.last).contains(&verb) && mark.last > mark.first + 1)
}

/// "denied **attacking**": a bare verb right behind a governor is what that takes, whatever the tree makes of it.
pub fn is_taken(scene: &Scene<'_>, clause: &Clause, parent: usize) -> bool {
    let beside = scene.clause(parent).verb + 1 == clause.verb && clause.mark.is_none();
    beside && governor(scene, parent).is_some()
}

fn inherits(link: Link) -> bool {
    matches!(link, Link::Chain | Link::Complement | Link::Purpose | Link::Coordinate)
}

fn modifiers(scene: &Scene<'_>, clause: &Clause, marks: &[Marked]) -> Status {
    // "X **tidak akan ragu** untuk mendukung": an adjective carries the words, and the subject's phrase holds it.
    let bare = clause.link == Link::Purpose && !scene.index.forms.heads_last();
    let carries = |&subject: &usize| bare && clause.mark == Some(scene.phrase(subject).last());
    let first = clause.subject.filter(carries).map_or(clause.first, |subject| scene.phrase(subject).first());
    let inside = |mark: &&Marked| mark.first >= first && mark.first < clause.verb;
    let beside = |mark: &&Marked| scene.index.forms.heads_last() && is_beside(scene, clause, mark);
    let bearing = marks.iter().filter(|mark| inside(mark) || beside(mark));
    bearing.map(|mark| mark.status).max().unwrap_or(Status::Asserted)
}

/// "is **ready to** attack", "**neither** France nor Spain attacked".
fn is_beside(scene: &Scene<'_>, clause: &Clause, mark: &Marked) -> bool {
    let subject = clause.subject.map(|subject| scene.phrase(subject).first());
    let opens = |first: usize| first < clause.verb && (mark.first == first || mark.last == first);
    let negates = mark.status == Status::Negated && mark.scope == Scope::Verb;
    mark.last == clause.first || negates && subject.is_some_and(opens)
}

/// What the verb above makes of a clause.
fn governed(scene: &Scene<'_>, clause: &Clause, parent: usize, governor: Option<&Governor>) -> Status {
    let above = scene.clause(parent);
    let takes =
        |governor: &&Governor| clause.link != Link::Coordinate && !is_aim(scene, clause, above, governor);
    let Some(governor) = governor.filter(takes) else { return aim(scene, clause, above) };
    let agent = above.obliques.iter().any(|&phrase| scene.introduces("agent", phrase));
    let hearsay = governor.speaker && is_passive(scene.token(above.verb)) && !agent;
    let said = if hearsay { Status::Alleged } else { Status::Asserted };
    if condition::is_moved(scene, parent) {
        return Status::Asserted;
    }
    let status = governor.status.unwrap_or(Status::Asserted);
    let aims = status == Status::Planned && condition::obtains(scene, clause);
    let status = if aims { Status::Possible } else { status };
    let status = if scene.index.forms.heads_last() {
        averted(scene, clause, above, governor).unwrap_or(status)
    } else {
        status
    };
    status.max(said)
}

/// What a purpose is: a plan, but for what a crowd is there to say ("rallied **to** protest", "blocked roads **to** demand").
fn aim(scene: &Scene<'_>, clause: &Clause, above: &Clause) -> Status {
    let intent = clause.link == Link::Purpose && clause.mark.is_some_and(|at| scene.is("intent", at));
    let voiced = scene.is_verb("demonstrating", above) && scene.is_verb("voicing", clause);
    match intent && !voiced {
        true if condition::obtains(scene, clause) => Status::Possible,
        true => Status::Planned,
        false => Status::Asserted,
    }
}

/// "blocked roads **to** punish Iran": where heads stand last, what the subject of a verb of preventing is itself to do is why
/// it does so.
fn is_aim(scene: &Scene<'_>, clause: &Clause, above: &Clause, governor: &Governor) -> bool {
    let prevents = governor.status == Some(Status::Negated) && governor.control.as_deref() == Some("object");
    let own =
        clause.subject.is_some() && clause.subject == above.subject && !is_passive(scene.token(above.verb));
    let to = clause.mark.is_some_and(|at| scene.is("intent", at));
    scene.index.forms.heads_last() && prevents && own && to
}

/// What another is to do is open ("told Iran **to** leave", "wants Iran **to** leave") or does not happen ("stopped Iran
/// **from** leaving").
fn averted(scene: &Scene<'_>, clause: &Clause, above: &Clause, governor: &Governor) -> Option<Status> {
    let mark = clause.mark.filter(|_| governor.control.as_deref() == Some("object"))?;
    if scene.is("averting", mark) {
        return Some(Status::Negated);
    }
    let another = clause.subject.is_some_and(|subject| above.subject != Some(subject));
    let tells = governor.status.is_none() && governor.speaker;
    let wishes = governor.status == Some(Status::Planned);
    let open = scene.is("intent", mark) && another && (tells || wishes) || scene.is("warding", mark) && tells;
    open.then_some(Status::Possible)
}

/// The governor that a clause's verb is.
pub fn governor<'s>(scene: &'s Scene<'_>, clause: usize) -> Option<&'s Governor> {
    scene.index.cues.governing_verb(&scene.token(scene.clause(clause).verb).lemma)
}
