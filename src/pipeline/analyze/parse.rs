//! Sentences with their mentions → dependency trees, by the models of the languages.
//!
//! Parsing costs more than all else, so a sentence that cannot hold a claim keeps its tokens without a tree.

use std::ops::Range;

use super::tag::{inflect, is_title_case};
use crate::model::{Document, Mention, MentionKind, Sentence, Token, Upos, split_unlisted};
use crate::ontology::index::LanguageIndex;
use crate::ontology::{Morphology, Ontology};
use crate::syntax::{Analyzer, Model, Word};

/// Gives every token its head and relation in the sentences that can hold a claim.
///
/// The mentions are those of the sentences, in order; names of several words are parsed as one. A word that the lists
/// leave open gets the model's part of speech. Without a model of the language nothing is done.
pub fn parse(document: &Document, sentences: &mut [Sentence], mentions: &[Mention], ontology: &Ontology) {
    let Some(code) = document.language.as_deref() else { return };
    let (Some(index), Some(model)) = (ontology.index().language(code), ontology.models.get(code)) else {
        return;
    };
    let mut parser = Parser { text: &document.text, index, model, analyzer: Analyzer::new(model) };
    let mut rest = mentions;
    for sentence in sentences {
        let (own, later) = rest.split_at(rest.partition_point(|mention| mention.sentence <= sentence.index));
        rest = later;
        if can_hold_claim(sentence, own, index) {
            parser.grow(sentence, own);
        }
    }
}

/// Whether a sentence has a word that begins a cue, and two actors, or one and a word that points back to another.
fn can_hold_claim(sentence: &Sentence, mentions: &[Mention], index: &LanguageIndex) -> bool {
    let known = split_unlisted(mentions).0;
    let actors: usize = mentions.iter().map(|mention| mention.actors.len()).sum();
    let begins_cue = |token: &Token| {
        !(index.cues.starting_with(&token.lemma).is_empty()
            && index.cues.starting_with(&token.form).is_empty())
    };
    let points_back = |token: &Token| {
        index.forms.is("demonstrative", &token.form) || index.forms.is("possessive", &token.form)
    };
    let others = || sentence.tokens.iter().any(points_back);
    !known.is_empty() && (actors > 1 || others()) && sentence.tokens.iter().any(begins_cue)
}

struct Parser<'a> {
    text: &'a str,
    index: &'a LanguageIndex,
    model: &'a Model,
    analyzer: Analyzer<'a>,
}

impl Parser<'_> {
    fn grow(&mut self, sentence: &mut Sentence, mentions: &[Mention]) {
        let named = named(sentence, mentions);
        let forms = forms(self.text, sentence, &named);
        let names: Vec<_> = mentions.iter().filter_map(|mention| name(sentence, mention)).collect();
        let words = self.analyzer.analyze(&forms, &names);
        let stated = states(self.model, words, &sentence.tokens);
        for ((token, word), named) in sentence.tokens.iter_mut().zip(words).zip(named) {
            token.head = word.head;
            self.model.label(word).clone_into(&mut token.relation);
            let upos = tag(self.model, word);
            let helps = token.upos == Upos::Verb && upos == Upos::Aux;
            let only = !stated && token.upos == Upos::Verb && token.spaced;
            let known = only || is_no_verb(token, upos, self.index);
            if !named
                && !known
                && (helps || is_open(token, self.index) || is_verb_after_all(token, upos, self.index))
            {
                token.upos = upos;
            }
        }
        receive_guests(&mut sentence.tokens, mentions, self.index);
        inflect(&mut sentence.tokens, sentence.kind, &self.index.forms);
    }
}

/// Whether the model finds a verb in a sentence; if not, a form that can be one is: "Iran heavily **bombarded** targets".
fn states(model: &Model, words: &[Word], tokens: &[Token]) -> bool {
    words.iter().any(|word| matches!(tag(model, word), Upos::Verb | Upos::Aux))
        || tokens.iter().all(|token| token.upos != Upos::Verb)
}

/// "met **visiting** President X": whoever comes as a guest is not what the verb before does.
fn receive_guests(tokens: &mut [Token], mentions: &[Mention], index: &LanguageIndex) {
    for mention in mentions {
        let titled = tokens[mention.first].start < mention.start;
        let before = mention.first.checked_sub(1).filter(|_| titled);
        let Some(at) = before.filter(|&at| index.forms.is("guest", &tokens[at].form)) else {
            continue;
        };
        let above = tokens[at].head;
        let is_object = |token: &Token| token.head == Some(at as u32) && token.relation == "obj";
        let Some(noun) = (mention.first..mention.last).find(|&own| is_object(&tokens[own])) else { continue };
        (tokens[noun].head, tokens[noun].relation) = (above, "obj".into());
        (tokens[at].head, tokens[at].relation) = (Some(noun as u32), "amod".into());
        tokens[at].upos = Upos::Adj;
    }
}

/// A word's part of speech. A participle before a noun states no clause: "Moscow-backed", "ruling".
fn tag(model: &Model, word: &Word) -> Upos {
    let upos = model.tag(word).upos;
    if upos == Upos::Verb && model.label(word) == "amod" { Upos::Adj } else { upos }
}

/// For each token whether a mention covers it.
fn named(sentence: &Sentence, mentions: &[Mention]) -> Vec<bool> {
    let mut named = vec![false; sentence.tokens.len()];
    mentions.iter().for_each(|mention| named[mention.first..mention.last].fill(true));
    named
}

/// Whether the model knows better what a word is than the lists do: a word that they do not know, and in a language whose
/// nouns and verbs look alike any noun, verb or adjective.
fn is_open(token: &Token, index: &LanguageIndex) -> bool {
    use Upos::{Adj, Adv, Noun, Verb};
    match index.forms.morphology() {
        Morphology::English => {
            matches!(token.upos, Adj | Adv | Noun) || token.upos == Verb && is_noun_too(token, index)
        }
        Morphology::Indonesian | Morphology::None => token.upos == Noun && !index.forms.knows(&token.form),
    }
}

/// The words as the model is to read them: as written, but in lower case what is no name in a line in title case, where a
/// capital letter tells names from words only to readers. Models learnt from running text.
///
/// “Presiden Rusia Kecam Serangan” → presiden Rusia kecam serangan
fn forms<'s>(text: &'s str, sentence: &'s Sentence, named: &[bool]) -> Vec<&'s str> {
    let title_case = is_title_case(&sentence.tokens);
    let form = |(token, named): (&'s Token, &bool)| {
        let lower = title_case && token.upos != Upos::Propn && !named;
        if lower { token.form.as_str() } else { &text[token.start..token.end] }
    };
    sentence.tokens.iter().zip(named).map(form).collect()
}

/// Whether a form that reads as a verb is also a listed noun or adjective: "strikes", not "relies".
fn is_noun_too(token: &Token, index: &LanguageIndex) -> bool {
    let forms = &index.forms;
    let singular = forms.singular(&token.form);
    forms.open(&token.form).is_some()
        || singular.is_some_and(|noun| forms.open(&noun).is_some())
        || token.form.ends_with("ing")
        || token.relation == "amod"
}

/// "from **neighbouring** Chad", "**watchdog** Amnesty": a word that the lists know and that is the form of no verb they know.
fn is_no_verb(token: &Token, upos: Upos, index: &LanguageIndex) -> bool {
    let english = index.forms.morphology() == Morphology::English;
    let listed = matches!(index.forms.open(&token.form), Some(Upos::Adj | Upos::Noun));
    english && upos == Upos::Verb && listed && index.forms.english_verbs(&token.form).is_empty()
}

/// "**provided** Ukraine with weapons": a conjunction of the lists that is the form of a verb.
fn is_verb_after_all(token: &Token, upos: Upos, index: &LanguageIndex) -> bool {
    let listed = token.upos == Upos::Sconj;
    upos == Upos::Verb && listed && !index.forms.english_verbs(&token.form).is_empty()
}

/// The tokens of a mention that are a name: without its title, and without brackets after it.
fn name(sentence: &Sentence, mention: &Mention) -> Option<Range<usize>> {
    let inside = |at: &usize| {
        let token = &sentence.tokens[*at];
        token.start >= mention.start && token.end <= mention.end
    };
    let first = (mention.first..mention.last).find(inside)?;
    let last = (mention.first..mention.last).rev().find(inside)?;
    let named = matches!(mention.kind, MentionKind::Name | MentionKind::Seat | MentionKind::Unlisted);
    (named && last > first).then_some(first..last + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pipeline::{analyze::analyze, detect::detect};

    fn forms_of(text: &str) -> Vec<String> {
        let (ontology, language) = (Ontology::shipped(), Some(String::from("id")));
        let document = Document { id: "d".into(), text: text.into(), language, ..Document::default() };
        let sentences = analyze(&document, ontology);
        let mentions = detect(&document, &sentences, ontology);
        forms(text, &sentences[0], &named(&sentences[0], &mentions)).into_iter().map(str::to_owned).collect()
    }

    #[test]
    fn words_of_a_headline_are_lowered_and_names_are_not() {
        assert_eq!(forms_of("Iran Kecam Serangan Rusia"), ["Iran", "kecam", "serangan", "Rusia"]);
    }

    #[test]
    fn running_text_is_read_as_written() {
        let forms = forms_of("Menurut Iran, serangan Rusia kejam.");
        assert_eq!(forms, ["Menurut", "Iran", ",", "serangan", "Rusia", "kejam", "."]);
    }
}
