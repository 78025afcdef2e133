//! Words that state a relation: cues of frames found in a sentence.

use std::ops::Range;

use super::scene::Scene;
use super::valency;
use crate::model::{Mention, MentionKind, Upos, Voice};
use crate::ontology::index::cues::CuePattern;
use crate::ontology::{CueKind, Frame, Relation};

/// A cue of a frame in a sentence.
#[derive(Debug, Clone)]
pub struct CueMatch<'a> {
    /// The relation.
    pub relation: &'a Relation,
    /// The frame.
    pub frame: &'a Frame,
    /// Kind of cue.
    pub kind: CueKind,
    /// First token, which decides where the roles stand.
    pub head: usize,
    /// Token after the last one.
    pub end: usize,
    /// What the frame's `things` found: the item.
    pub item: Option<Range<usize>>,
}

/// Longest gap that `*` stands for, in words.
const GAP: usize = 3;
/// How far after a verb the words of `with` may stand, in tokens.
const WITH_REACH: usize = 14;

/// All cues of a sentence, by position, longest first.
///
/// A shorter cue that begins where a longer one was found is left out, unless it is of the same length, or one of the two waits
/// for a claim in its complement.
pub fn find<'a>(scene: &Scene<'a>) -> Vec<CueMatch<'a>> {
    let mut found = Vec::new();
    for head in (0..scene.sentence.tokens.len()).filter(|&at| !scene.in_name(at)) {
        let token = scene.token(head);
        let mut longest = 0;
        for pattern in patterns(scene, head) {
            let Some(end) = matches(scene, head, pattern) else { continue };
            let frame = &scene.ontology.relations[pattern.relation].frames[pattern.frame];
            let shorter = pattern.rest.len() < longest && frame.complement.is_empty();
            if shorter || token.upos == Upos::Punct {
                continue;
            }
            if let Some(cue) = accept(scene, head, end, pattern) {
                let waits = !frame.complement.is_empty();
                longest = if waits { longest } else { longest.max(pattern.rest.len()) };
                found.push(cue);
            }
        }
        valency::keep_closest(&mut found, head);
    }
    found
}

fn patterns<'s>(scene: &'s Scene<'_>, head: usize) -> impl Iterator<Item = &'s CuePattern> {
    let token = scene.token(head);
    let by_form = (token.lemma != token.form).then(|| scene.index.cues.starting_with(&token.form));
    scene.index.cues.starting_with(&token.lemma).iter().chain(by_form.into_iter().flatten())
}

/// The token after the cue, if the words of the pattern follow its head.
fn matches(scene: &Scene<'_>, head: usize, pattern: &CuePattern) -> Option<usize> {
    let mut at = head + 1;
    let mut gap = 0;
    let inflects = pattern.kind != CueKind::Verb && scene.index.forms.heads_last();
    for word in &pattern.rest {
        match word {
            None => gap = GAP,
            Some(word) => {
                let reach = at..=reach(scene, at, gap).min(scene.sentence.tokens.len().saturating_sub(1));
                at = reach
                    .into_iter()
                    .take_while(|&at| gap == 0 || can_fill(scene, at, word))
                    .find(|&at| is_word(scene, at, word) || inflects && is_noun_of(scene, at, word))?
                    + 1;
                gap = 0;
            }
        }
    }
    Some(at)
}

/// The last token that a gap may reach: a name counts as one word.
fn reach(scene: &Scene<'_>, mut at: usize, gap: usize) -> usize {
    for _ in 0..gap {
        at = scene.mention_at(at).map_or(at + 1, |mention| mention.last.max(at + 1));
    }
    at
}

fn is_word(scene: &Scene<'_>, at: usize, word: &str) -> bool {
    scene.sentence.tokens.get(at).is_some_and(|token| token.form == word)
}

/// "joint **efforts**": where heads stand last, the noun of a cue need not be its first word.
fn is_noun_of(scene: &Scene<'_>, at: usize, word: &str) -> bool {
    let token = scene.sentence.tokens.get(at).filter(|token| token.upos == Upos::Noun);
    token.is_some_and(|token| token.lemma == word)
}

/// A gap holds no verb and no punctuation, unless that is the word looked for.
fn can_fill(scene: &Scene<'_>, at: usize, word: &str) -> bool {
    let token = scene.token(at);
    token.form == word || !matches!(token.upos, Upos::Verb | Upos::Punct)
}

fn accept<'a>(scene: &Scene<'a>, head: usize, end: usize, pattern: &CuePattern) -> Option<CueMatch<'a>> {
    let relation = &scene.ontology.relations[pattern.relation];
    let frame = &relation.frames[pattern.frame];
    let token = scene.token(head);
    let verbal = token.upos == Upos::Verb;
    let kind_fits = if pattern.kind == CueKind::Verb { scene.clause_of(head).is_some() } else { !verbal };
    let voice_fits = match frame.voice.as_deref() {
        Some("passive") => token.voice == Some(Voice::Passive),
        Some("active") => token.voice != Some(Voice::Passive),
        _ => true,
    };
    if shares_owner(scene, head) || !valency::fits(scene, frame, head) {
        return None;
    }
    let context = context(scene, pattern.kind, head, end);
    let with = frame.with.is_empty()
        || frame.looks_below()
        || frame.with.iter().any(|words| find_words(scene, context.clone(), words).is_some());
    let near = end..(end + 3).min(scene.sentence.tokens.len());
    let before = premodifiers(scene, pattern.kind, head);
    let without = frame.without.iter().any(|words| {
        find_words(scene, near.clone(), words).or_else(|| find_words(scene, before.clone(), words)).is_some()
    });
    let items = frame.things.iter().filter_map(|words| find_words(scene, context.clone(), words));
    let items = items.filter(|item| !is_undone(scene, item.start, end) && !is_named(scene, item));
    // "**food** aid" is aid and no goods.
    let items =
        items.filter(|item| !(item.end < scene.sentence.tokens.len() && scene.is("helping", item.end)));
    let item = items.min_by_key(|item| (item.start, std::cmp::Reverse(item.end)));
    let things = frame.things.is_empty() || item.is_some();
    (kind_fits && voice_fits && with && !without && things).then_some(CueMatch {
        relation,
        frame,
        kind: pattern.kind,
        head,
        end,
        item,
    })
}

/// "the UN **Security** Council": a word of a longer name is no thing.
fn is_named(scene: &Scene<'_>, item: &Range<usize>) -> bool {
    let named = |mention: &&Mention| mention.kind == MentionKind::Name;
    let name = scene.mention_at(item.start).filter(named);
    name.is_some_and(|name| name.last - name.first > item.len())
}

/// "called for **the lifting of** sanctions": a thing that another noun between it and the cue undoes.
fn is_undone(scene: &Scene<'_>, item: usize, from: usize) -> bool {
    let undoes = |at: usize| scene.is("undoing", at) && scene.is("owner", at + 1);
    (from..item.saturating_sub(1)).any(undoes)
}

/// What says which kind a noun is of, before it: "**trade** war"; where heads stand first, the noun that it
/// belongs to: "**latihan** perang".
fn premodifiers(scene: &Scene<'_>, kind: CueKind, head: usize) -> Range<usize> {
    let phrase =
        scene.phrase_of(head).filter(|_| kind != CueKind::Verb).map(|phrase| &scene.phrase(phrase).members);
    let Some(member) = phrase.and_then(|members| members.iter().find(|member| member.contains(&head))) else {
        return head..head;
    };
    if scene.index.forms.heads_last() {
        return member.start..head;
    }
    let noun = (member.start..head).next_back().filter(|&at| scene.token(at).upos == Upos::Noun);
    noun.unwrap_or(head)..head
}

/// "AS dan **sekutunya**": a group that is coordinated with its owner states nothing.
fn shares_owner(scene: &Scene<'_>, head: usize) -> bool {
    let Some(group) = scene.mention_at(head) else { return false };
    let before = group.first.checked_sub(1);
    scene.is("possessive", group.last - 1)
        || before.is_some_and(|at| scene.is("coordinator", at)) && group.last == head + 1
}

/// The tokens in which the words of `with` and `things` are looked for.
fn context(scene: &Scene<'_>, kind: CueKind, head: usize, end: usize) -> Range<usize> {
    let limit = scene.sentence.tokens.len();
    if kind == CueKind::Verb {
        let passive = scene.clause_of(head).map(|clause| scene.clause(clause));
        // "menyebut langkah itu **berbahaya**": what is said of the object may be a verb itself.
        let next = scene.clauses.clauses.iter().find(|clause| clause.verb >= end);
        let next = next.map_or(limit, |next| next.verb + usize::from(scene.is_verb("stative", next)));
        let subject = passive
            .filter(|clause| super::chunk::is_passive(scene.token(clause.verb)))
            .and_then(|clause| clause.subject);
        let first = subject.map_or(end, |subject| scene.phrase(subject).first().min(end));
        return first..next.min(end + WITH_REACH).max(end.min(limit));
    }
    match scene.phrase_of(head) {
        Some(phrase) => scene.phrase(phrase).first()..(scene.phrase(phrase).last() + 5).min(limit),
        None => head..(end + 5).min(limit),
    }
}

/// Where some words stand that begin in a range, in the form given or as dictionary forms.
pub fn find_words(scene: &Scene<'_>, range: Range<usize>, words: &str) -> Option<Range<usize>> {
    let words: Vec<&str> = words.split(' ').collect();
    let stands = |at: usize| {
        words.iter().enumerate().all(|(offset, word)| {
            scene
                .sentence
                .tokens
                .get(at + offset)
                .is_some_and(|token| token.form == *word || token.lemma == *word)
        })
    };
    range.into_iter().find(|&at| stands(at)).map(|at| at..at + words.len())
}
