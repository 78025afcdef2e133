//! Nouns that govern a clause or another noun: "a **plan** to attack", "the **threat** of sanctions", "**kabar** tentang
//! pengiriman senjata".

use super::clause::{Clause, Link};
use super::scene::Scene;
use crate::model::Upos;
use crate::ontology::Governor;

/// Most phrases that may stand between a noun and what it governs: "a **plan** by Russia to attack".
const REACH: usize = 3;

/// A noun that governs something.
#[derive(Debug, Clone, Copy)]
pub struct Governing<'s> {
    /// Its token.
    pub token: usize,
    /// The phrase that it heads.
    pub phrase: usize,
    /// What it makes of what it governs.
    pub governor: &'s Governor,
}

/// The noun that a clause spells out: "India's **claim** that …", "a **plan** by Russia to …", "the **possibility** of …ing".
pub fn over_clause<'s>(scene: &'s Scene<'_>, clause: &Clause) -> Option<Governing<'s>> {
    if !scene.index.forms.heads_last() {
        return over_bare(scene, clause);
    }
    if !matches!(clause.link, Link::Purpose | Link::Complement | Link::Root | Link::Chain) {
        return None;
    }
    let mark = clause.mark.filter(|&at| at < clause.verb && !scene.is("coordinator", at))?;
    let adverbial = scene.token(clause.verb).relation.starts_with("advcl");
    behind(scene, before_mark(scene, mark)?).filter(|_| !adverbial)
}

/// The phrase before the mark of a clause; a day parts nothing: "its demand **on Friday** that …".
fn before_mark(scene: &Scene<'_>, mark: usize) -> Option<usize> {
    let before = |at: usize| scene.phrase_of(at.checked_sub(1)?);
    let mut at = mark.checked_sub(1)?;
    if scene.is("day", at) {
        at = scene
            .phrase_of(at)
            .filter(|&day| scene.phrase(day).first() == at)
            .map_or(at, |day| scene.phrase(day).preposition.unwrap_or(at));
        return before(at);
    }
    scene.phrase_of(at)
}

/// "**kesiapan** untuk menyerang", "ada **kemungkinan** X menyerang": where heads stand first, a noun that says how it stands with
/// the deed, right before the clause or its subject.
fn over_bare<'s>(scene: &'s Scene<'_>, clause: &Clause) -> Option<Governing<'s>> {
    let marked = || {
        let linked = matches!(clause.link, Link::Purpose | Link::Complement);
        let mark = clause.mark.filter(|&at| linked && at < clause.verb)?;
        behind(scene, scene.phrase_of(mark.checked_sub(1)?)?)
    };
    let owned = || {
        let phrase = clause.subject?;
        let before = scene.phrase(phrase).first().checked_sub(1)?;
        let carried =
            matches!(scene.token(before).upos, Upos::Verb) && scene.phrase(phrase).last() <= clause.verb;
        governing(scene, scene.phrase(phrase).first(), phrase).filter(|_| carried)
    };
    let chained = || {
        let parent = scene.clause(clause.parent.filter(|_| clause.link == Link::Chain)?);
        let phrase = *parent.objects.last()?;
        let beside = scene.phrase(phrase).last() == clause.first;
        governing(scene, scene.phrase(phrase).first(), phrase).filter(|_| beside)
    };
    marked().or_else(owned).or_else(chained).filter(|noun| noun.governor.status.is_some())
}

/// The noun that says of what sort another is: "the **threat** of sanctions", "**calls** by France for sanctions", "an attack
/// **plan**".
pub fn over_noun<'s>(scene: &'s Scene<'_>, noun: usize) -> Option<Governing<'s>> {
    let phrase = scene.phrase_of(noun)?;
    let member = scene.phrase(phrase).members.iter().find(|member| member.contains(&noun))?;
    let behind_it = noun + 1..if scene.index.forms.heads_last() { member.end } else { noun + 1 };
    let within = behind_it.rev().find_map(|token| governing(scene, token, phrase));
    let spelled = |&preposition: &usize| scene.is("content", preposition);
    let over = || {
        let preposition = scene.phrase(phrase).preposition.filter(spelled)?;
        behind(scene, scene.phrase_of(preposition.checked_sub(1)?)?)
    };
    within.or_else(over)
}

/// The governing noun that ends a phrase, or one of those that it says more of.
fn behind<'s>(scene: &'s Scene<'_>, phrase: usize) -> Option<Governing<'s>> {
    let above = |&phrase: &usize| {
        let preposition = scene.phrase(phrase).preposition?;
        phrase.checked_sub(1).filter(|&before| scene.phrase(before).last() == preposition)
    };
    let mut chain = std::iter::successors(Some(phrase), above).take(REACH);
    let last = scene.index.forms.heads_last();
    let head =
        |phrase: usize| if last { scene.phrase(phrase).last() - 1 } else { scene.phrase(phrase).first() };
    chain.find_map(|phrase| governing(scene, head(phrase), phrase))
}

fn governing<'s>(scene: &'s Scene<'_>, token: usize, phrase: usize) -> Option<Governing<'s>> {
    let governor = scene.index.cues.governing_noun(&scene.token(token).form)?;
    (!scene.in_name(token)).then_some(Governing { token, phrase, governor })
}
