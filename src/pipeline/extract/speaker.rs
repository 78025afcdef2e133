//! Who says a claim, as the clauses above it tell.

use super::chunk::is_passive;
use super::clause::{Clause, Link};
use super::condition;
use super::filler::of_phrase;
use super::nouns::over_clause;
use super::scene::Scene;
use super::sources;
use super::status::governor;
use crate::model::{Actor, ActorKind, Mention, MentionKind, Status};
use crate::ontology::Governor;

/// Who says what a clause states: the subject of the verb of saying, hoping or expecting above it, or the owner of the
/// statement that it spells out ("pernyataan **X** bahwa …").
pub fn of_clause(scene: &Scene<'_>, clause: Option<usize>) -> Option<Actor> {
    let mut at = clause?;
    let mut wishing = None;
    // Chunks and tree together could tie clauses in a ring.
    for _ in 0..scene.clauses.clauses.len() {
        let here = scene.clause(at);
        if let Some(owner) = spelled_out(scene, here) {
            return Some(owner);
        }
        let aside = matches!(here.link, Link::Relative | Link::Subordinate);
        if let Some(around) = around_antecedent(scene, at) {
            at = around;
            continue;
        }
        if let Some(judge) = judging(scene, here) {
            return Some(judge);
        }
        let Some(parent) = here.parent.filter(|_| !aside || scene.clauses.parsed) else { return wishing };
        if here.link != Link::Coordinate && !aside && speaks(scene, here, parent) {
            let speaker = doer(scene, parent);
            // "A said that B **hopes** that …": the words are A's.
            if !wishes(scene, parent) {
                return speaker.or(wishing);
            }
            wishing = wishing.or(speaker);
        }
        at = parent;
    }
    wishing
}

/// Whether the verb of a clause hopes, fears or wishes, and says nothing.
fn wishes(scene: &Scene<'_>, clause: usize) -> bool {
    let open = |governor: &Governor| matches!(governor.status, Some(Status::Possible | Status::Planned));
    governor(scene, clause).is_some_and(open) && !scene.is_verb("requesting", scene.clause(clause))
}

/// "**X** condemned Y for arming Z", "**X** mengecam Y karena membantu Z": who blames or praises somebody for a deed says so.
fn judging(scene: &Scene<'_>, here: &Clause) -> Option<Actor> {
    let parent = here.parent.filter(|_| here.mark.is_some_and(|mark| scene.is("grounds", mark)))?;
    doer(scene, parent).filter(|_| scene.is_verb("judging", scene.clause(parent)))
}

/// What a tree tells of a relative clause: "X said Iran, **which supports Y**, attacked Z" has it in what X says.
fn around_antecedent(scene: &Scene<'_>, relative: usize) -> Option<usize> {
    let clause = scene.clause(relative);
    let subject = clause.subject.filter(|_| scene.clauses.parsed && clause.link == Link::Relative)?;
    let around = |other: &Clause| {
        let argues = other.objects.contains(&subject) || other.obliques.contains(&subject);
        other.link != Link::Relative && (argues || other.subject == Some(subject))
    };
    scene.clauses.clauses.iter().position(around)
}

/// Whether the subject of the clause above says, hopes or wishes what a clause states.
fn speaks(scene: &Scene<'_>, here: &Clause, parent: usize) -> bool {
    !condition::is_moved(scene, parent)
        && governor(scene, parent).is_some_and(|governor| {
            let another = here.subject.is_some_and(|subject| Some(subject) != scene.clause(parent).subject);
            let hopes = governor.control.as_deref() == Some("subject") && here.link == Link::Complement;
            let wishes = scene.clauses.parsed && governor.status == Some(Status::Planned);
            (governor.speaker || another && (hopes || wishes)) && !governor.denies
        })
}

/// "pernyataan **X** bahwa …", "**X's** claim that …"
fn spelled_out(scene: &Scene<'_>, clause: &Clause) -> Option<Actor> {
    if scene.index.forms.heads_last() {
        let noun = over_clause(scene, clause).filter(|noun| noun.governor.speaker)?;
        return first_of(scene, noun.phrase).or_else(|| voiced(scene, noun.phrase));
    }
    let mark = clause.mark.filter(|_| clause.link == Link::Complement)?;
    let phrase = scene.phrase_of(mark.checked_sub(1)?)?;
    let (first, last) = (scene.phrase(phrase).first(), scene.phrase(phrase).last());
    let states = |at: usize| {
        scene.index.cues.governing_noun(&scene.token(at).form).is_some_and(|governor| governor.speaker)
    };
    if (first..last).any(states) { first_of(scene, phrase) } else { None }
}

/// "**X** expressed hope that …": whoever gives the noun.
fn voiced(scene: &Scene<'_>, phrase: usize) -> Option<Actor> {
    let clause = scene.clause_with_object(phrase)?;
    let gives = scene.index.cues.gives(&scene.token(scene.clause(clause).verb).lemma);
    doer(scene, clause).filter(|_| gives)
}

/// Who asks for, fears or reports what a noun names: "**X** called for sanctions", "**X** confirmed the attack".
pub fn of_noun(scene: &Scene<'_>, noun: usize) -> Option<Actor> {
    let clause = about(scene, noun)?;
    let says = governor(scene, clause).is_some_and(|governor| governor.speaker && !governor.denies);
    doer(scene, clause).filter(|_| says)
}

/// The clause of a governing verb whose content a noun is, its object or what stands behind "for", "of" or "about", where heads
/// stand last.
pub fn asking(scene: &Scene<'_>, noun: usize) -> Option<usize> {
    about(scene, noun).filter(|_| scene.index.forms.heads_last())
}

fn about(scene: &Scene<'_>, noun: usize) -> Option<usize> {
    let phrase = scene.phrase_of(noun)?;
    let content = scene.introduces("content", phrase);
    let asks =
        |clause: &Clause| clause.objects.contains(&phrase) || content && clause.obliques.contains(&phrase);
    scene.clauses.clauses.iter().position(asks).filter(|&clause| governor(scene, clause).is_some())
}

/// Who does what a clause states: its subject, or the agent of a passive.
pub fn doer(scene: &Scene<'_>, clause: usize) -> Option<Actor> {
    let clause = scene.clause(clause);
    let marked = |phrase: &&usize| scene.introduces("agent", **phrase);
    // "disampaikan **Menteri X**": where heads stand first, the agent may do without its preposition.
    let bare = || clause.objects.first().copied().filter(|_| !scene.index.forms.heads_last());
    let passive = is_passive(scene.token(clause.verb));
    let agent = || clause.obliques.iter().find(marked).copied().or_else(bare);
    let phrase = if passive { agent() } else { clause.subject };
    // "quoted X as **saying**"
    let above = || clause.parent.filter(|_| clause.mark.is_none_or(|mark| scene.is("as", mark)));
    let handed_on = || above().and_then(|above| quoted(scene, scene.clause(above)));
    quoted(scene, clause).or_else(handed_on).or_else(|| first_of(scene, phrase?))
}

/// "state media quoted **X** as saying": whose words somebody hands on.
fn quoted(scene: &Scene<'_>, clause: &Clause) -> Option<Actor> {
    let quotes = scene.is_verb("quoting", clause);
    clause.objects.first().filter(|_| quotes).and_then(|&object| first_of(scene, object))
}

/// The first actor of a phrase, or the unnamed people that it tells of.
pub fn first_of(scene: &Scene<'_>, phrase: usize) -> Option<Actor> {
    let known = of_phrase(scene, phrase).into_iter().next().map(|filler| filler.argument.actor());
    titled(scene, phrase).or(known).or_else(|| sources::of_phrase(scene, phrase))
}

/// "Wakil Ketua DPR sekaligus Ketua Partai Gerindra **X**": the person behind offices.
fn titled(scene: &Scene<'_>, phrase: usize) -> Option<Actor> {
    let phrase = scene.phrase(phrase);
    let inside = |mention: &&Mention| (phrase.first()..phrase.last()).contains(&mention.first);
    let mut mentions = scene.mentions.iter().filter(inside).filter(|_| !scene.index.forms.heads_last());
    let office = mentions.next()?.kind == MentionKind::Office;
    let person = mentions.next_back().filter(|last| office && last.last == phrase.last())?;
    person.actors.first().filter(|_| is_person(person)).cloned()
}

fn is_person(mention: &Mention) -> bool {
    mention.kind == MentionKind::Name && mention.actors.iter().all(|actor| actor.kind == ActorKind::Person)
}
