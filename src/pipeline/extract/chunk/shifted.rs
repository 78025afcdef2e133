//! Long objects that where heads stand last come after what is said of them: "released on Friday **two French citizens**",
//! "denounced as a provocation **Turkey's drilling**". No word marks where they begin, and parsers take them into the phrase
//! before.

use super::Phrase;
use crate::model::{Mention, Sentence, Upos};
use crate::ontology::index::LanguageIndex;

/// Whether at a token begins an object that the phrase before it only parts from its verb.
pub fn begins(
    sentence: &Sentence,
    mentions: &[Mention],
    index: &LanguageIndex,
    phrase: &Phrase,
    at: usize,
) -> bool {
    parts(sentence, index, phrase)
        && if is_day(sentence, index, phrase) {
            counts(sentence, index, at) || mentions.iter().any(|mention| mention.first == at)
        } else {
            is_complete(sentence, phrase)
                && (is_owner(sentence, mentions, index, at) || is_definite(sentence, at))
        }
}

/// Whether a phrase may stand between a verb and its object: a day, or what the object is called.
pub fn parts(sentence: &Sentence, index: &LanguageIndex, phrase: &Phrase) -> bool {
    let preposition = phrase.preposition.map(|at| &*sentence.tokens[at].form);
    preposition.is_some_and(|form| index.forms.is("as", form)) || is_day(sentence, index, phrase)
}

/// "on **Friday**"
fn is_day(sentence: &Sentence, index: &LanguageIndex, phrase: &Phrase) -> bool {
    let alone = phrase.first() + 1 == phrase.last();
    alone && phrase.preposition.is_some() && index.forms.is("day", &sentence.tokens[phrase.first()].form)
}

/// "two", "an", "hundreds", "French": "Friday **night**" goes on.
fn counts(sentence: &Sentence, index: &LanguageIndex, at: usize) -> bool {
    let token = &sentence.tokens[at];
    matches!(token.upos, Upos::Adj | Upos::Det | Upos::Num) || index.forms.is("multitude", &token.form)
}

/// "as **a provocation**", "as **illegal**": nothing is missing behind its last word.
fn is_complete(sentence: &Sentence, phrase: &Phrase) -> bool {
    let tokens = &sentence.tokens[phrase.first()..phrase.last()];
    let article = tokens[0].upos == Upos::Det && tokens.len() > 1;
    article || tokens.iter().all(|token| token.upos == Upos::Adj)
}

/// "**Turkey's** drilling"
fn is_owner(sentence: &Sentence, mentions: &[Mention], index: &LanguageIndex, at: usize) -> bool {
    let owner = mentions.iter().find(|mention| mention.first == at);
    let genitive = owner.and_then(|owner| sentence.tokens.get(owner.last));
    genitive.is_some_and(|token| index.forms.is("genitive", &token.form))
}

/// "**the** sanctions"
fn is_definite(sentence: &Sentence, at: usize) -> bool {
    sentence.tokens[at].upos == Upos::Det
}
