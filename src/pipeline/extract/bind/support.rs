//! Roles that the frame's own places leave empty: support verbs, occasions, reciprocity.

use super::{Binder, Bound, encounter, implied, parties};
use crate::ontology::CueKind;
use crate::pipeline::extract::chunk::is_passive;
use crate::pipeline::extract::clause::{Clause, Link};
use crate::pipeline::extract::described::done_by;
use crate::pipeline::extract::filler::{Filler, of_phrase};
use crate::pipeline::extract::status::governor;

/// Fills the empty roles of a noun of action from the clause around it.
pub fn complete(binder: &Binder<'_, '_>, bound: &mut Bound) {
    if binder.cue.kind != CueKind::Noun {
        return;
    }
    carried(binder, bound);
    told(binder, bound);
    furnished(binder, bound);
    done(binder, bound);
    on_occasion(binder, bound);
    implied::complete(binder, bound);
}

/// "menyuarakan dukungan" gives the noun a subject, "mendapat dukungan" an object.
fn carried(binder: &Binder<'_, '_>, bound: &mut Bound) {
    let Some(clause) = binder.clause() else { return };
    let lemma = &binder.scene.token(clause.verb).lemma;
    // Who denies an accusation does not make it.
    let denies = binder.cue.relation.verbal && binder.scene.is_verb("rebut", clause);
    // "membahas perang di Y": whoever talks about a war does not wage it.
    let talks = binder.cue.relation.sign < 0 && binder.scene.is_verb("talk", clause);
    let gives = binder.scene.index.cues.gives(lemma) && !talks || plans(binder, lemma) && !denies;
    if gives && acts_as_object(binder) {
        if bound.objects.is_empty() {
            bound.objects = doer(binder, clause);
        }
    } else if gives && bound.subjects.is_empty() {
        bound.subjects = doer(binder, clause);
    } else if binder.scene.index.cues.receives(lemma) && (bound.objects.is_empty() || obtains(binder, clause))
    {
        bound.objects = doer(binder, clause);
    }
}

/// "**X** mendapat dukungan dari Y dalam rencana serangan ke Z": whoever obtains it is who it is for.
fn obtains(binder: &Binder<'_, '_>, clause: &Clause) -> bool {
    binder.scene.is_verb("obtaining", clause) && !doer(binder, clause).is_empty()
}

/// "**X** said there were accusations that …": what is said by saying it is the word of who tells of it.
fn told(binder: &Binder<'_, '_>, bound: &mut Bound) {
    let Some(phrase) = binder.phrase.filter(|_| binder.cue.relation.verbal && bound.subjects.is_empty())
    else {
        return;
    };
    let scene = binder.scene;
    let exists = |clause: &&Clause| {
        let there = clause.subject.is_none_or(|subject| {
            subject == phrase || scene.opens("existing", scene.phrase(subject).first())
        });
        scene.is("copula", clause.verb)
            && there
            && (clause.subject == Some(phrase) || clause.objects.contains(&phrase))
    };
    let clause = scene.clauses.clauses.iter().find(exists);
    let Some(above) = clause.and_then(|clause| clause.parent).filter(|_| !bound.objects.is_empty()) else {
        return;
    };
    if governor(scene, above).is_some_and(|governor| governor.speaker) {
        bound.subjects = binder.subject_of(scene.clause(above));
    }
}

/// "provided Syria **with support**", "hit Iran **with sanctions**": the verb's object is whom the noun is for.
fn furnished(binder: &Binder<'_, '_>, bound: &mut Bound) {
    let Some(phrase) = binder.phrase else { return };
    let with = binder.scene.introduces("comitative", phrase);
    let clause = binder.scene.clause_with_oblique(phrase);
    let Some(clause) = clause.filter(|clause| with && binder.scene.is_verb("furnish", clause)) else {
        return;
    };
    bound.clause = bound.clause.or(binder.scene.clause_of(clause.verb));
    let passive = is_passive(binder.scene.token(clause.verb));
    if bound.subjects.is_empty() {
        bound.subjects = doer(binder, clause);
    }
    if bound.objects.is_empty() {
        bound.objects = if passive { binder.subject_of(clause) } else { binder.objects_of(clause) };
    }
}

/// "pembelian", "impor": whoever does what the noun says is the object of the relation.
fn acts_as_object(binder: &Binder<'_, '_>) -> bool {
    let possesses = |places: &[String]| places.iter().any(|place| place == "possessor");
    possesses(&binder.cue.frame.object) && !possesses(&binder.cue.frame.subject)
}

/// "sanksi yang **dijatuhkan AS**": the agent of the passive clause that says more of the noun.
fn done(binder: &Binder<'_, '_>, bound: &mut Bound) {
    if bound.subjects.is_empty()
        && let Some(phrase) = binder.phrase
        && let Some(agent) = done_by(binder.scene, phrase)
    {
        bound.subjects = of_phrase(binder.scene, agent);
    }
}

/// "menunda pengiriman", "merencanakan serangan": a verb whose subject does what its object says.
fn plans(binder: &Binder<'_, '_>, lemma: &str) -> bool {
    let governor = binder.scene.index.cues.governing_verb(lemma);
    governor.is_some_and(|governor| governor.control.as_deref() == Some("subject") || governor.denies)
}

fn doer(binder: &Binder<'_, '_>, clause: &Clause) -> Vec<Filler> {
    if !is_passive(binder.scene.token(clause.verb)) {
        return binder.subject_of(clause);
    }
    let agent = binder.agent(clause).filter(|&agent| Some(agent) != binder.phrase);
    agent.map(|phrase| of_phrase(binder.scene, phrase)).unwrap_or_default()
}

/// "Dalam pertemuan dengan X, **Y** …": the clause's subject does it; "Dengan dukungan X, **Y** …": it is done to it.
fn on_occasion(binder: &Binder<'_, '_>, bound: &mut Bound) {
    let Some(phrase) = binder.phrase else { return };
    let Some(clause) = binder.scene.clause_with_oblique(phrase) else { return };
    // "dalam perang di Y" says nothing of the clause's subject, "setelah perang dengan Y" does.
    // "were **killed** in an attack" suffer it, "are **engaged** in an attack" do it.
    let acts = !is_passive(binder.scene.token(clause.verb)) || binder.scene.is_verb("engaged", clause);
    let wields = binder.scene.is_verb("wielding", clause) && acts;
    if binder.cue.relation.sign < 0 && !has_partner(binder) && !wields {
        return;
    }
    let introduced = |list| binder.scene.introduces(list, phrase);
    if introduced("occasion") && bound.subjects.is_empty() && !bound.objects.is_empty() {
        bound.subjects = binder.subject_of(clause);
    } else if introduced("benefit") && bound.objects.is_empty() && bound.subjects.len() == 1 {
        bound.objects = binder.subject_of(clause);
    }
}

/// "perang **dengan** Y"
fn has_partner(binder: &Binder<'_, '_>) -> bool {
    binder.chain().first().is_some_and(|&phrase| binder.scene.introduces("comitative", phrase))
}

/// Two coordinated actors of a symmetric relation, or "saling", stand for each other.
pub fn reciprocate(binder: &Binder<'_, '_>, bound: &mut Bound) {
    let before = |clause: &Clause| (clause.first..clause.verb).any(|at| binder.scene.is("reciprocal", at));
    let mutual = binder.clause().is_some_and(|clause| before(clause) || one_another(binder, clause));
    if !(binder.cue.relation.symmetric || mutual) || !bound.objects.is_empty() {
        return;
    }
    if !several(&bound.subjects) {
        bound.subjects = members(binder);
        if mutual && !several(&bound.subjects) {
            bound.subjects = acting_later(binder);
        }
        bound.clause = bound.clause.or_else(|| hosting(binder));
    }
    bound.each = several(&bound.subjects);
}

/// "Dengan saling dukung, **A dan B** …": the subjects of the clause that follows.
fn acting_later(binder: &Binder<'_, '_>) -> Vec<Filler> {
    let own = binder.clause().map_or(0, |clause| clause.verb);
    let mut later =
        binder.scene.clauses.clauses.iter().filter(|clause| clause.verb > own && clause.link == Link::Root);
    later.next().map(|clause| binder.subject_of(clause)).unwrap_or_default()
}

/// "accused **each other**", "fired at **one another**"
fn one_another(binder: &Binder<'_, '_>, clause: &Clause) -> bool {
    let mut phrases = clause.objects.iter().chain(&clause.obliques);
    let verbal = binder.cue.kind == CueKind::Verb && !is_passive(binder.scene.token(clause.verb));
    verbal && phrases.any(|&phrase| binder.scene.opens("reciprocal", binder.scene.phrase(phrase).first()))
}

/// The first place that holds two actors or more: possessors, "antara A dan B", the subject.
fn members(binder: &Binder<'_, '_>) -> Vec<Filler> {
    let own = binder.possessor();
    if several(&own) {
        return own;
    }
    let mutual = |&phrase: &usize| binder.scene.introduces("mutual", phrase);
    let chain = binder.chain().into_iter().filter(mutual);
    let chain = chain.map(|phrase| of_phrase(binder.scene, phrase)).find(|found| several(found));
    let found = chain.or_else(|| acting(binder).filter(|found| several(found)));
    let found = found.or_else(|| taking_part(binder).filter(|found| several(found)));
    let found = found.or_else(|| parties::ending(binder)).or_else(|| parties::two_sided(binder));
    let found = found.or_else(|| encounter::partners(binder).filter(|found| several(found)));
    found.unwrap_or_default()
}

/// "A dan B makin akrab **dalam pertemuan**", "**dengan kerja sama** itu, A dan B …": the clause's subjects take part.
fn taking_part(binder: &Binder<'_, '_>) -> Option<Vec<Filler>> {
    let phrase = binder.phrase?;
    let takes_part = binder.scene.introduces("occasion", phrase)
        || binder.scene.introduces("benefit", phrase)
        || convened(binder, phrase);
    let friendly = binder.cue.relation.sign >= 0 && binder.cue.kind == CueKind::Noun;
    let is_where = |at: usize| binder.scene.introduces("place", at);
    let named = binder.possessor().is_empty()
        && binder.chain().iter().all(|&at| is_where(at) || of_phrase(binder.scene, at).is_empty());
    let clause = binder.scene.clause_with_oblique(phrase)?;
    let told =
        governor(binder.scene, binder.scene.clause_of(clause.verb)?).is_some_and(|governor| governor.speaker);
    let hosted = hosting(binder).is_some();
    ((takes_part || hosted) && friendly && named).then(|| {
        let mut fillers = binder.subject_of(clause);
        if told || hosted {
            fillers.extend(binder.objects_of(clause));
        }
        fillers
    })
}

/// "X and Y arrived in Geneva **for talks**"
fn convened(binder: &Binder<'_, '_>, phrase: usize) -> bool {
    let clause =
        binder.scene.clause_with_oblique(phrase).filter(|_| binder.scene.introduces("attending", phrase));
    clause.is_some_and(|clause| binder.scene.is_verb("convening", clause))
}

/// The clause of a verb whose object its subject has as a guest: "hosted Y **for talks**".
fn hosting(binder: &Binder<'_, '_>) -> Option<usize> {
    let phrase = binder.phrase.filter(|&phrase| binder.scene.introduces("attending", phrase))?;
    let clause =
        binder.scene.clause_with_oblique(phrase).filter(|clause| binder.scene.is_verb("host", clause))?;
    binder.scene.clause_of(clause.verb)
}

/// The subject of the verb that is the cue or gives it, where nobody is named that it acts with.
fn acting(binder: &Binder<'_, '_>) -> Option<Vec<Filler>> {
    let clause = binder.clause()?;
    let gives = binder.scene.index.cues.gives(&binder.scene.token(clause.verb).lemma);
    let talks = binder.cue.relation.sign < 0 && binder.scene.is_verb("talk", clause);
    let gives = gives && !talks;
    let free = binder.cue.kind == CueKind::Verb || gives;
    let with = |&&phrase: &&usize| binder.scene.introduces("comitative", phrase);
    let accompanied =
        clause.obliques.iter().filter(with).any(|&phrase| !of_phrase(binder.scene, phrase).is_empty());
    let transitive = binder.cue.kind == CueKind::Verb && !binder.objects_of(clause).is_empty();
    (free && !accompanied && !transitive).then(|| binder.subject_of(clause))
}

pub fn several(fillers: &[Filler]) -> bool {
    fillers.iter().any(|filler| filler.argument.actor.id != fillers[0].argument.actor.id)
}
