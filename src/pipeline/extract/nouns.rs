//! Nouns that govern a clause or another noun, where heads stand last: "a **plan** to attack", "the **threat** of sanctions".

use super::clause::{Clause, Link};
use super::scene::Scene;
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
    if !scene.index.forms.heads_last()
        || !matches!(clause.link, Link::Purpose | Link::Complement | Link::Root)
    {
        return None;
    }
    let mark = clause.mark.filter(|&at| at < clause.verb && !scene.is("coordinator", at))?;
    let adverbial = scene.token(clause.verb).relation.starts_with("advcl");
    behind(scene, scene.phrase_of(mark.checked_sub(1)?)?).filter(|_| !adverbial)
}

/// The noun that says of what sort another is: "the **threat** of sanctions", "**calls** by France for sanctions", "an attack
/// **plan**".
pub fn over_noun<'s>(scene: &'s Scene<'_>, noun: usize) -> Option<Governing<'s>> {
    let phrase = scene.phrase_of(noun).filter(|_| scene.index.forms.heads_last())?;
    let member = scene.phrase(phrase).members.iter().find(|member| member.contains(&noun))?;
    let within = (noun + 1..member.end).rev().find_map(|token| governing(scene, token, phrase));
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
    chain.find_map(|phrase| governing(scene, scene.phrase(phrase).last() - 1, phrase))
}

fn governing<'s>(scene: &'s Scene<'_>, token: usize, phrase: usize) -> Option<Governing<'s>> {
    let governor = scene.index.cues.governing_noun(&scene.token(token).form)?;
    (!scene.in_name(token)).then_some(Governing { token, phrase, governor })
}
