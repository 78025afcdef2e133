//! A word form → its part of speech, dictionary form and voice.

use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::indonesian;
use super::phrase::Phrases;
use crate::model::{Upos, Voice};
use crate::ontology::{CueKind, Language, Ontology};

/// How many forms a verb has, as a rule.
const FORMS_OF_A_VERB: usize = 4;

/// What is known of word forms of one language.
#[derive(Debug, Default)]
pub struct Forms {
    closed: FxHashMap<String, Upos>,
    open: FxHashMap<String, Upos>,
    verbs: FxHashMap<String, (Arc<str>, Voice)>,
    lists: FxHashMap<String, FxHashSet<String>>,
    adverbials: Phrases<()>,
}

impl Forms {
    /// Tables over the language's closed and open classes, and the verbs and nouns of its frames.
    pub fn build(ontology: &Ontology, language: &Language) -> Self {
        let mut forms = Self { lists: lists(language), adverbials: adverbials(language), ..Self::default() };
        for (&upos, words) in &language.grammar.words {
            for word in words.iter().filter(|word| !word.contains(' ')) {
                forms.closed.entry(word.clone()).or_insert(upos);
            }
        }
        forms.add_open(ontology, language);
        forms.add_verbs(ontology, language);
        forms
    }

    fn add_open(&mut self, ontology: &Ontology, language: &Language) {
        for noun in first_words(ontology, &language.code, &[CueKind::Noun, CueKind::Holder]) {
            self.open.insert(noun, Upos::Noun);
        }
        let lexicon = &language.lexicon;
        for (words, upos) in
            [(&lexicon.nouns, Upos::Noun), (&lexicon.adjectives, Upos::Adj), (&lexicon.adverbs, Upos::Adv)]
        {
            for word in words {
                self.open.entry(word.clone()).or_insert(upos);
            }
        }
    }

    fn add_verbs(&mut self, ontology: &Ontology, language: &Language) {
        let mut verbs = first_words(ontology, &language.code, &[CueKind::Verb]);
        let governors = language.governors.iter().flat_map(|governor| &governor.verbs);
        let support = &language.lexicon.support;
        let listed = language.lexicon.verbs.iter().chain(&support.gives).chain(&support.receives);
        verbs.extend(governors.chain(listed).filter_map(|verb| verb.split(' ').next()).map(str::to_owned));
        verbs.retain(|verb| verb.starts_with("me") || self.open(verb).is_none_or(|upos| upos == Upos::Noun));
        self.add_forms(verbs.into_iter().map(Arc::from).collect(), &language.lexicon.roots);
    }

    fn add_forms(&mut self, verbs: Vec<Arc<str>>, roots: &[String]) {
        self.verbs.reserve(verbs.len() * FORMS_OF_A_VERB + roots.len());
        // A dictionary form is its own verb even where another one derives it: "terdapat", "terlihat".
        for verb in &verbs {
            self.verbs.entry(verb.to_string()).or_insert_with(|| (Arc::clone(verb), Voice::Active));
        }
        for verb in &verbs {
            for (form, voice) in indonesian::verb_forms(verb) {
                self.verbs.entry(form).or_insert_with(|| (Arc::clone(verb), voice));
            }
        }
        for root in roots {
            self.verbs.entry(root.clone()).or_insert_with(|| (root.as_str().into(), Voice::Bare));
        }
    }

    /// Part of speech of a closed-class word.
    pub fn closed(&self, form: &str) -> Option<Upos> {
        self.closed.get(form).copied()
    }

    /// Part of speech of a listed noun, adjective or adverb.
    pub fn open(&self, form: &str) -> Option<Upos> {
        self.open.get(form).copied()
    }

    /// Dictionary form and voice of a form of a known verb.
    pub fn verb(&self, form: &str) -> Option<(&str, Voice)> {
        self.verbs.get(form).map(|(lemma, voice)| (lemma.as_ref(), *voice))
    }

    /// Whether a listed open-class word or verb has exactly this form.
    pub fn is_listed(&self, form: &str) -> bool {
        self.open.contains_key(form) || self.closed.contains_key(form)
    }

    /// Whether any list or verb has exactly this form.
    pub fn knows(&self, form: &str) -> bool {
        self.is_listed(form) || self.verbs.contains_key(form)
    }

    /// Whether possessors are clitics ("dukungannya").
    pub fn has_possessive(&self) -> bool {
        self.lists.get("possessive").is_some_and(|words| !words.is_empty())
    }

    /// How many words an adverbial phrase takes at a position; 0 if none stands there.
    pub fn adverbial<'a>(&'a self, form: impl Fn(usize) -> Option<&'a str> + 'a) -> usize {
        self.adverbials.at(form).next().map_or(0, |phrase| phrase.folded.len())
    }

    /// Whether any list of `grammar.toml` holds the word.
    pub fn is_in_a_list(&self, form: &str) -> bool {
        self.lists.values().any(|words| words.contains(form))
    }

    /// Whether a list of `grammar.toml` holds the word; an unknown list holds nothing.
    pub fn is(&self, list: &str, form: &str) -> bool {
        self.lists.get(list).is_some_and(|words| words.contains(form))
    }
}

fn adverbials(language: &Language) -> Phrases<()> {
    let mut phrases = Phrases::default();
    let listed = language.grammar.lists.get("adverbials");
    listed.into_iter().flatten().for_each(|phrase| phrases.insert(phrase, ()));
    phrases.sort();
    phrases
}

fn lists(language: &Language) -> FxHashMap<String, FxHashSet<String>> {
    let set = |words: &Vec<String>| words.iter().cloned().collect();
    language.grammar.lists.iter().map(|(name, words)| (name.clone(), set(words))).collect()
}

/// The first words of all cues of some kinds, sorted by relation and frame.
fn first_words(ontology: &Ontology, language: &str, kinds: &[CueKind]) -> Vec<String> {
    let frames = ontology.relations.iter().flat_map(|relation| &relation.frames);
    frames
        .filter(|frame| frame.language == language)
        .map(|frame| frame.cues())
        .filter(|(kind, _)| kinds.contains(kind))
        .flat_map(|(_, cues)| cues.iter().filter_map(|cue| cue.split(' ').next()).map(str::to_owned))
        .collect()
}
