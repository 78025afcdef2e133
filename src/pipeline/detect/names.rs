//! Names of actors: longest match, ambiguous names by their neighbours.

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use super::context::{Context, covering, ending_at, form_at};
use super::{actors, groups, replace};
use crate::model::{Actor, ActorKind, Mention, MentionKind, Sentence, SentenceKind, Token, Upos};
use crate::ontology::index::names::{NameKind, NameSense};
use crate::ontology::index::phrase::Phrase;
use crate::ontology::{ActorEntry, Ambiguous};
use crate::words::fold;

/// The names of every sentence, from left to right, without overlaps.
///
/// Short names ("Kim") count for persons whose full name the document holds, or after a title.
pub fn find(context: Context<'_>, sentences: &[Sentence]) -> Vec<Vec<Mention>> {
    let none = FxHashSet::default();
    let mut found: Vec<Found> =
        sentences.iter().map(|sentence| in_sentence(context, sentence, &none)).collect();
    let actors = found.iter().flat_map(|found| &found.mentions).flat_map(|mention| &mention.actors);
    let full: FxHashSet<String> = actors.map(|actor| actor.id.clone()).collect();
    for (sentence, found) in sentences.iter().zip(&mut found).filter(|(_, found)| found.short) {
        *found = in_sentence(context, sentence, &full);
    }
    let mut mentions: Vec<Vec<Mention>> = found.into_iter().map(|found| found.mentions).collect();
    let initials = initials(context, sentences, &mentions);
    for (sentence, mentions) in sentences.iter().zip(&mut mentions) {
        add_initials(context, sentence, &initials, mentions);
    }
    mentions
}

/// What the document itself abbreviates: "Front Pembebasan Oromo (**FPO**)", with whom that names.
fn initials<'a>(
    context: Context<'a>,
    sentences: &[Sentence],
    mentions: &[Vec<Mention>],
) -> FxHashMap<&'a str, Vec<Actor>> {
    let brackets = sentences.iter().zip(mentions).flat_map(|(sentence, mentions)| {
        mentions.iter().map(move |mention| (mention, &sentence.tokens[mention.first..mention.last]))
    });
    let short = |(mention, tokens): (&Mention, &[Token])| match tokens {
        [_, .., open, short, close] if open.form == "(" && close.form == ")" => {
            let text = context.text(short);
            let letters = text.chars().count() > 1 && text.chars().all(char::is_uppercase);
            letters.then(|| (text, mention.actors.clone()))
        }
        _ => None,
    };
    brackets.filter_map(short).collect()
}

/// Mentions of the abbreviations that the document has explained, where no other name stands.
fn add_initials(
    context: Context<'_>,
    sentence: &Sentence,
    initials: &FxHashMap<&str, Vec<Actor>>,
    mentions: &mut Vec<Mention>,
) {
    for (at, token) in sentence.tokens.iter().enumerate() {
        let actors = initials.get(context.text(token)).filter(|_| covering(mentions, at).is_none());
        if let Some(actors) = actors {
            replace(mentions, context.mention(sentence, at..at + 1, actors.clone(), MentionKind::Name));
        }
    }
}

/// The names of a sentence, and whether it holds a short name that others of the document may decide.
struct Found {
    mentions: Vec<Mention>,
    short: bool,
}

/// `full`: ids of the actors whose full name stands in the document.
fn in_sentence(context: Context<'_>, sentence: &Sentence, full: &FxHashSet<String>) -> Found {
    let mut found = Found { mentions: Vec::new(), short: false };
    let mut at = 0;
    while at < sentence.tokens.len() {
        at += match longest(context, sentence, at, full, &mut found) {
            Some((mention, length)) => {
                found.mentions.extend(mention);
                length
            }
            None => 1,
        }
    }
    join_brackets(sentence, &mut found.mentions);
    found
}

fn follows_title(context: Context<'_>, sentence: &Sentence, first: usize) -> bool {
    let roles = &context.index.names.roles;
    (first.saturating_sub(4)..first)
        .any(|at| roles.at(form_at(sentence, at)).any(|role| at + role.folded.len() == first))
}

/// A one-word name of a person with the words around that are parts of the same person's names ("**John** Mahama").
/// `None` if it goes on in words that are not: "Ibrahim **Traoré**" is no Anwar Ibrahim.
fn whole(
    context: Context<'_>,
    sentence: &Sentence,
    range: Range<usize>,
    person: &ActorEntry,
    met: &[Mention],
) -> Option<Range<usize>> {
    if person.kind != ActorKind::Person || range.len() > 1 {
        return Some(range);
    }
    let own = |token: &Token| is_part_of_name(person, &token.form);
    let after = (range.end..sentence.tokens.len()).take_while(|&at| goes_on(context, sentence, at));
    let before = (0..range.start).rev().take_while(|&at| {
        covering(met, at).is_none() && goes_on(context, sentence, at) && is_unknown(context, sentence, at)
    });
    let (after, before): (Vec<usize>, Vec<usize>) = (after.collect(), before.collect());
    let same = after.iter().chain(&before).all(|&at| own(&sentence.tokens[at]));
    if !same && sentence.kind == SentenceKind::Heading {
        return Some(range);
    }
    same.then(|| range.start - before.len()..range.end + after.len())
}

/// Whether a token can belong to the name beside it: a proper noun that begins no name of its own.
fn goes_on(context: Context<'_>, sentence: &Sentence, at: usize) -> bool {
    let token = &sentence.tokens[at];
    let named = context
        .index
        .names
        .actors
        .at(form_at(sentence, at))
        .any(|phrase| phrase.value.kind != NameKind::Weak);
    let role = context.index.names.roles.contains_word(&token.form) || context.is("honorific", token);
    token.upos == Upos::Propn && token.capitalized && !named && !role && !context.is("day", token)
}

/// Whether no list holds a word: "Menteri **Pertahanan** Katz" names a portfolio.
fn is_unknown(context: Context<'_>, sentence: &Sentence, at: usize) -> bool {
    let form = &sentence.tokens[at].form;
    context.index.forms.open(form).is_none() && !context.index.names.groups.contains_word(form)
}

fn is_part_of_name(person: &ActorEntry, form: &str) -> bool {
    let labels = person.label.values().chain(person.names.values().flatten());
    labels.flat_map(|name| name.split([' ', '-'])).any(|word| fold(word).trim_end_matches('.') == form)
}

/// The longest name at a token, with its length; a name ruled out is stepped over whole.
fn longest(
    context: Context<'_>,
    sentence: &Sentence,
    at: usize,
    full: &FxHashSet<String>,
    found: &mut Found,
) -> Option<(Option<Mention>, usize)> {
    let phrases = context.index.names.actors.at(form_at(sentence, at));
    let mut length = 0;
    for phrase in phrases.filter(|phrase| context.written_as(sentence, at, phrase)) {
        if phrase.folded.len() < length {
            break;
        }
        if let Some(mention) = resolve(context, sentence, at, phrase, full, &found.mentions) {
            let end = mention.last;
            return Some((Some(mention), end - at));
        }
        if phrase.value.kind == NameKind::Weak {
            found.short = true;
        } else {
            length = phrase.folded.len();
        }
    }
    (length > 0).then_some((None, length))
}

fn resolve(
    context: Context<'_>,
    sentence: &Sentence,
    at: usize,
    phrase: &Phrase<NameSense>,
    full: &FxHashSet<String>,
    met: &[Mention],
) -> Option<Mention> {
    let range = at..at + phrase.folded.len();
    if inside_another_name(context, sentence, at) {
        return None;
    }
    let sense = phrase.value;
    let index = match sense.kind {
        NameKind::Ambiguous => decided(context, sentence, &range, &context.ontology.ambiguous[sense.index])?,
        _ => sense.index,
    };
    let entry = &context.ontology.actors[index];
    let range = whole(context, sentence, range, entry, met)?;
    if range.len() == 1 && of_another(context, sentence, at, entry, met) {
        return None;
    }
    let actor = actors::known(entry, context.document, context.ontology);
    if actor.kind == ActorKind::Place && names_another(context, sentence, &range) {
        return None;
    }
    let day = range.len() == 1 && context.is("day", &sentence.tokens[at]);
    let counts = sense.kind != NameKind::Weak && !day
        || full.contains(&actor.id)
        || follows_title(context, sentence, range.start)
        || !day && is_only_head(context, &phrase.folded, index);
    let kind = match sense.kind {
        NameKind::Seat => MentionKind::Seat,
        NameKind::Adjective => MentionKind::Adjective,
        NameKind::Ambiguous if is_adjective(context, &context.ontology.actors[index], phrase) => {
            MentionKind::Adjective
        }
        _ => MentionKind::Name,
    };
    counts.then(|| context.mention(sentence, range, vec![actor], kind))
}

/// "South Korea's **Kim**": a person whose name a state owns is no one of another state.
fn of_another(
    context: Context<'_>,
    sentence: &Sentence,
    at: usize,
    person: &ActorEntry,
    met: &[Mention],
) -> bool {
    let genitive = at.checked_sub(1).filter(|&at| context.is("genitive", &sentence.tokens[at]));
    let owner = genitive.and_then(|genitive| ending_at(met, genitive)).map(|owner| &owner.actors[0]);
    let state = owner.filter(|owner| owner.kind == ActorKind::State && person.kind == ActorKind::Person);
    state.is_some_and(|state| {
        let own = |id: &Option<String>| id.as_ref() == Some(&state.id);
        let held = person.offices.iter().any(|office| office.of == state.id);
        let told = person.country.is_some() || person.acts_for.is_some() || !person.offices.is_empty();
        told && !own(&person.country) && !own(&person.acts_for) && !held
    })
}

/// "**Rotterdam** Gulf Forum", "Universitas Negeri **Makassar**": a place that a name of something else holds.
fn names_another(context: Context<'_>, sentence: &Sentence, range: &std::ops::Range<usize>) -> bool {
    let beside = if context.heads_last() { Some(range.end) } else { range.start.checked_sub(1) };
    let word = |token: &&Token| token.upos == Upos::Propn && token.capitalized;
    let plain = |token: &Token| context.is("location", token) || context.is("day", token);
    beside.and_then(|at| sentence.tokens.get(at)).filter(word).is_some_and(|token| !plain(token))
}

/// Whether an ambiguous name is one of the actor's adjectives.
fn is_adjective(context: Context<'_>, actor: &ActorEntry, phrase: &Phrase<NameSense>) -> bool {
    let code = context.document.language.as_deref().unwrap_or_default();
    let written = phrase.written.join(" ");
    actor.adjectives.get(code).is_some_and(|adjectives| adjectives.contains(&written))
}

/// Whether a short name is that of one known person alone, who heads a state or government at the document's date.
fn is_only_head(context: Context<'_>, name: &[String], index: usize) -> bool {
    let senses = context.index.names.actors.at(|at| name.get(at).map(String::as_str));
    let single = senses.filter(|phrase| phrase.folded.len() == name.len()).count() == 1;
    single && actors::is_head(&context.ontology.actors[index], context.document, context.ontology)
}

fn inside_another_name(context: Context<'_>, sentence: &Sentence, at: usize) -> bool {
    let before = |distance: usize| at.checked_sub(distance).map(|at| &sentence.tokens[at]);
    let contains = |token: &Token| context.is("container", token);
    let between = |token: &Token| token.form.contains(|c: char| c.is_ascii_digit());
    // "angkatan **laut** Rusia": the last word of a group word is no sea.
    let in_group = (at.saturating_sub(3)..at.saturating_sub(1))
        .any(|start| groups::phrase_end(context, sentence, start) == Some(at));
    !in_group && before(1).is_some_and(contains)
        || before(1).is_some_and(between) && before(2).is_some_and(contains)
}

/// The actor that an ambiguous name means here.
fn decided(
    context: Context<'_>,
    sentence: &Sentence,
    range: &Range<usize>,
    rule: &Ambiguous,
) -> Option<usize> {
    let before = |words: &[String]| words.iter().any(|word| stands_before(sentence, range.start, word));
    let after = |words: &[String]| words.iter().any(|word| stands_at(sentence, range.end, word));
    let ruled_out = rule.place_only
        || after(&rule.not_before)
        || before(&rule.not_after)
        || (!rule.only_after.is_empty() && !before(&rule.only_after))
        || (!rule.only_with.is_empty()
            && !rule.only_with.iter().any(|word| context.document.text.contains(word)));
    let id = rule.actor.as_deref().filter(|_| !ruled_out)?;
    context.ontology.actors.binary_search_by(|actor| actor.id.as_str().cmp(id)).ok()
}

fn stands_at(sentence: &Sentence, at: usize, phrase: &str) -> bool {
    let words = phrase.split(' ').map(fold);
    words
        .enumerate()
        .all(|(offset, word)| sentence.tokens.get(at + offset).is_some_and(|token| token.form == word))
}

fn stands_before(sentence: &Sentence, at: usize, phrase: &str) -> bool {
    let length = phrase.split(' ').count();
    at >= length && stands_at(sentence, at - length, phrase)
}

/// Stretches a name over the same actor in brackets after it: "Korea Utara (Korut)".
///
/// Offsets stay those of the first name; only the range of tokens grows.
fn join_brackets(sentence: &Sentence, mentions: &mut Vec<Mention>) {
    let mut at = 0;
    while at < mentions.len() {
        if let Some(close) = bracket_end(sentence, mentions, at) {
            mentions[at].last = close + 1;
            let first = mentions[at].first;
            mentions.retain(|other| other.first <= first || other.first > close);
        }
        at += 1;
    }
}

/// The closing bracket of a short form after a mention: an abbreviation, or the same actor again.
fn bracket_end(sentence: &Sentence, mentions: &[Mention], at: usize) -> Option<usize> {
    let open = mentions[at].last;
    let tokens = &sentence.tokens;
    if tokens.get(open)?.form != "(" {
        return None;
    }
    let close = (open + 1..(open + 8).min(tokens.len())).find(|&token| tokens[token].form == ")")?;
    let same = covering(mentions, open + 1).is_some_and(|inner| inner.actors == mentions[at].actors);
    let short = close == open + 2 && tokens[open + 1].upos == Upos::Propn;
    (same || short).then_some(close)
}
