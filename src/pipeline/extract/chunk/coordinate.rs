//! Joins coordinated phrases.

use super::{Chunk, Mark, Phrase};
use crate::model::{Mention, Sentence, Upos};

/// Joins coordinated phrases: "A dan B", "A, B, dan C", "A–B".
pub fn coordinate(chunks: Vec<Chunk>, sentence: &Sentence, mentions: &[Mention]) -> Vec<Chunk> {
    let mut joined: Vec<Chunk> = Vec::with_capacity(chunks.len());
    for chunk in chunks {
        let Chunk::Phrase(phrase) = chunk else {
            joined.push(chunk);
            continue;
        };
        let mut phrase = phrase;
        if let Some((before, comma)) = conjunct(&mut joined, &phrase, sentence) {
            let tail = phrase.members.len();
            phrase = take_list(&mut joined, join(before, phrase, tail), comma, sentence, mentions);
        } else if let Some(before) = dashed(&mut joined, &phrase) {
            phrase = join(before, phrase, 0);
        }
        joined.push(Chunk::Phrase(phrase));
    }
    joined
}

fn join(mut left: Phrase, right: Phrase, tail: usize) -> Phrase {
    left.members.extend(right.members);
    left.tail = tail;
    left
}

/// Takes the phrase and the coordinator before, if the new phrase has no other preposition; and tells whether a comma
/// stood between.
fn conjunct(joined: &mut Vec<Chunk>, phrase: &Phrase, sentence: &Sentence) -> Option<(Phrase, bool)> {
    let coordinator = matches!(joined.last(), Some(Chunk::Mark(Mark::Coordinator, _)));
    if !coordinator {
        return None;
    }
    let comma = matches!(joined.get(joined.len().wrapping_sub(2)), Some(Chunk::Mark(Mark::Comma, _)));
    let marks = 1 + usize::from(comma);
    let Some(Chunk::Phrase(before)) = joined.get(joined.len().checked_sub(marks + 1)?) else { return None };
    let word = |at: usize| sentence.tokens[at].form.as_str();
    let fits = phrase.preposition.is_none() || phrase.preposition.map(word) == before.preposition.map(word);
    if !fits || phrase.preposition.is_some() && comma {
        return None;
    }
    let before = before.clone();
    joined.truncate(joined.len() - marks - 1);
    Some((before, comma))
}

/// "A, B" before "dan C": every phrase with a name that is set off by a comma, back to the first.
fn take_list(
    joined: &mut Vec<Chunk>,
    mut phrase: Phrase,
    comma: bool,
    sentence: &Sentence,
    mentions: &[Mention],
) -> Phrase {
    let tail = if comma { phrase.tail } else { phrase.members.len() };
    let named = |phrase: &Phrase| mentions.iter().any(|mention| phrase.holds(mention.first));
    while let [.., Chunk::Phrase(before), Chunk::Mark(Mark::Comma, _)] = joined.as_slice() {
        let opens_sentence = joined.len() == 2 && before.preposition.is_some();
        if phrase.preposition.is_some()
            || opens_sentence
            || !named(before)
            || !named(&phrase)
            || is_apposed(&phrase, before, sentence)
        {
            break;
        }
        let before = before.clone();
        joined.truncate(joined.len() - 2);
        phrase = join(before, phrase, tail);
    }
    phrase
}

/// "Niger, **a former French colony** and Western ally, …": says more of the phrase before, as its article and the tree tell.
fn is_apposed(phrase: &Phrase, before: &Phrase, sentence: &Sentence) -> bool {
    let described = phrase.members[0].clone();
    let apposed = |at: usize| {
        let token = &sentence.tokens[at];
        token.relation == "appos" && token.head.is_some_and(|head| before.holds(head as usize))
    };
    sentence.tokens[described.start].upos == Upos::Det && described.into_iter().any(apposed)
}

/// Takes the phrase before if only a dash stands between.
fn dashed(joined: &mut Vec<Chunk>, phrase: &Phrase) -> Option<Phrase> {
    let Some(Chunk::Phrase(before)) = joined.last() else { return None };
    if before.last() + 1 != phrase.first() || phrase.preposition.is_some() {
        return None;
    }
    let before = before.clone();
    joined.pop();
    Some(before)
}
