//! Sentences with their mentions → dependency trees, by the models of the languages.
//!
//! Parsing costs more than all else, so a sentence that cannot hold a claim keeps its tokens without a tree.

use std::ops::Range;

use super::tag::{inflect, is_title_case};
use crate::model::{Document, Mention, MentionKind, Sentence, Token, Upos};
use crate::ontology::index::LanguageIndex;
use crate::ontology::{Morphology, Ontology};
use crate::syntax::{Analyzer, Model};

/// Gives every token its head and relation in the sentences that can hold a claim.
///
/// The mentions are those of the sentences, in order; names of several words are parsed as one. A word that the lists do not
/// know gets the model's part of speech. Without a model of the language nothing is done.
pub fn parse(document: &Document, sentences: &mut [Sentence], mentions: &[Mention], ontology: &Ontology) {
    let Some(code) = document.language.as_deref() else { return };
    let (Some(index), Some(model)) = (ontology.index().language(code), ontology.models.get(code)) else {
        return;
    };
    let mut analyzer = Analyzer::new(model);
    let mut rest = mentions;
    for sentence in sentences {
        let (own, later) = rest.split_at(rest.partition_point(|mention| mention.sentence <= sentence.index));
        rest = later;
        if can_hold_claim(sentence, own, index) {
            grow(document, sentence, own, index, (model, &mut analyzer));
        }
    }
}

/// Whether a sentence has a word that begins a cue, and two actors, or one and a word that points back to another.
fn can_hold_claim(sentence: &Sentence, mentions: &[Mention], index: &LanguageIndex) -> bool {
    let actors: usize = mentions.iter().map(|mention| mention.actors.len()).sum();
    let begins_cue = |token: &Token| {
        !(index.cues.starting_with(&token.lemma).is_empty()
            && index.cues.starting_with(&token.form).is_empty())
    };
    let points_back = |token: &Token| {
        index.forms.is("demonstrative", &token.form) || index.forms.is("possessive", &token.form)
    };
    let others = || sentence.tokens.iter().any(points_back);
    (actors > 1 || actors == 1 && others()) && sentence.tokens.iter().any(begins_cue)
}

fn grow(
    document: &Document,
    sentence: &mut Sentence,
    mentions: &[Mention],
    index: &LanguageIndex,
    (model, analyzer): (&Model, &mut Analyzer<'_>),
) {
    // In title case a capital letter tells names from words only to readers: the models learnt from running text.
    let title_case = is_title_case(&sentence.tokens);
    let named = |at: usize| mentions.iter().any(|mention| (mention.first..mention.last).contains(&at));
    let form = |(at, token): (usize, &'_ Token)| {
        let lower = title_case && token.upos != Upos::Propn && !named(at);
        if lower { token.form.clone() } else { document.text[token.start..token.end].to_owned() }
    };
    let forms: Vec<String> = sentence.tokens.iter().enumerate().map(form).collect();
    let names: Vec<Range<usize>> = mentions.iter().filter_map(|mention| name(sentence, mention)).collect();
    let words = analyzer.analyze(&forms, &names);
    for (at, (token, word)) in sentence.tokens.iter_mut().zip(words).enumerate() {
        token.head = word.head;
        model.label(word).clone_into(&mut token.relation);
        if !named(at) && is_open(token, index) {
            let modifies = token.relation == "amod";
            let upos = model.tag(word).upos;
            // A participle before a noun states no clause: "Moscow-backed", "ruling".
            token.upos = if modifies && upos == Upos::Verb { Upos::Adj } else { upos };
        }
    }
    inflect(&mut sentence.tokens, sentence.kind, &index.forms);
}

/// Whether the model knows better what a word is than the lists do: a word that they do not know, and in a language whose
/// nouns and verbs look alike any noun, verb or adjective.
fn is_open(token: &Token, index: &LanguageIndex) -> bool {
    use Upos::{Adj, Adv, Noun, Verb};
    match index.forms.morphology() {
        Morphology::English => matches!(token.upos, Adj | Adv | Noun | Verb),
        Morphology::Indonesian | Morphology::None => token.upos == Noun && !index.forms.knows(&token.form),
    }
}

/// The tokens of a mention that are a name: without its title, and without brackets after it.
fn name(sentence: &Sentence, mention: &Mention) -> Option<Range<usize>> {
    let inside = |at: &usize| {
        let token = &sentence.tokens[*at];
        token.start >= mention.start && token.end <= mention.end
    };
    let first = (mention.first..mention.last).find(inside)?;
    let last = (mention.first..mention.last).rev().find(inside)?;
    let named = matches!(mention.kind, MentionKind::Name | MentionKind::Seat);
    (named && last > first).then_some(first..last + 1)
}
