//! A word form → its part of speech, dictionary form and voice.

use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::english::{Inflector, Verb};
use super::indonesian;
use super::phrase::Phrases;
use crate::model::{Upos, Voice};
use crate::ontology::{CueKind, Heads, Language, Morphology, Ontology};
use crate::words::fold;

/// How many forms an Indonesian verb has, as a rule.
const FORMS_OF_A_VERB: usize = 4;

/// What is known of word forms of one language.
#[derive(Debug, Default)]
pub struct Forms {
    morphology: Morphology,
    heads: Heads,
    closed: FxHashMap<String, Upos>,
    open: FxHashMap<String, Upos>,
    verbs: FxHashMap<String, (Arc<str>, Voice)>,
    inflector: Inflector,
    clause_verbs: FxHashSet<String>,
    name_adjectives: FxHashSet<String>,
    lists: FxHashMap<String, List>,
    clitics: Vec<String>,
}

/// A list of `grammar.toml`: all entries, and those of several words for look-up at a position.
#[derive(Debug, Default)]
struct List {
    entries: FxHashSet<String>,
    phrases: Phrases<()>,
}

/// How a form reads as a part of speech.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// Dictionary form.
    pub lemma: String,
    /// Of verbs: the voice that the form alone says; whether an English participle is passive its neighbours say.
    pub voice: Option<Voice>,
}

impl Forms {
    /// Tables over the language's closed and open classes, and the verbs and nouns of its frames.
    pub fn build(ontology: &Ontology, language: &Language) -> Self {
        let morphology = language.lexicon.morphology;
        let clitics = language.grammar.lists.get("clitics").cloned().unwrap_or_default();
        let heads = language.grammar.heads;
        let mut forms = Self { morphology, heads, lists: lists(language), clitics, ..Self::default() };
        for (&upos, words) in &language.grammar.words {
            for word in words.iter().filter(|word| !word.contains(' ')) {
                forms.closed.entry(word.clone()).or_insert(upos);
            }
        }
        let speaking =
            language.governors.iter().filter(|governor| governor.control.as_deref() != Some("object"));
        forms.clause_verbs = speaking.flat_map(|governor| &governor.verbs).cloned().collect();
        forms.name_adjectives = name_adjectives(ontology, &language.code);
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
        match self.morphology {
            Morphology::English => {
                self.inflector =
                    Inflector::new(verbs.into_iter().map(Arc::from), &language.lexicon.irregular);
            }
            Morphology::Indonesian | Morphology::None => {
                let noun = |verb: &str| self.open(verb).is_none_or(|upos| upos == Upos::Noun);
                verbs.retain(|verb| indonesian::is_active(verb) || noun(verb));
                self.add_forms(verbs.into_iter().map(Arc::from).collect(), &language.lexicon.roots);
            }
        }
    }

    fn add_forms(&mut self, verbs: Vec<Arc<str>>, roots: &[String]) {
        self.verbs.reserve(verbs.len() * FORMS_OF_A_VERB + roots.len());
        // A dictionary form is its own verb even where another one derives it: "terdapat", "terlihat".
        for verb in &verbs {
            self.verbs.entry(verb.to_string()).or_insert_with(|| (Arc::clone(verb), Voice::Active));
        }
        for verb in verbs.iter().filter(|_| self.morphology == Morphology::Indonesian) {
            for (form, voice) in indonesian::verb_forms(verb) {
                self.verbs.entry(form).or_insert_with(|| (Arc::clone(verb), voice));
            }
        }
        for root in roots {
            self.verbs.entry(root.clone()).or_insert_with(|| (root.as_str().into(), Voice::Bare));
        }
    }

    /// Which rules make the language's forms.
    pub fn morphology(&self) -> Morphology {
        self.morphology
    }

    /// Whether adjectives and owners stand before their noun.
    pub fn heads_last(&self) -> bool {
        self.heads == Heads::Last
    }

    /// Part of speech of a closed-class word.
    pub fn closed(&self, form: &str) -> Option<Upos> {
        self.closed.get(form).copied()
    }

    /// Part of speech of a listed noun, adjective or adverb.
    pub fn open(&self, form: &str) -> Option<Upos> {
        self.open.get(form).copied()
    }

    /// Dictionary form and voice of a form of a known verb, where forms have one reading (not in English).
    pub fn verb(&self, form: &str) -> Option<(&str, Voice)> {
        self.verbs.get(form).map(|(lemma, voice)| (lemma.as_ref(), *voice))
    }

    /// Known verbs that an English form can belong to, the likeliest first.
    pub fn english_verbs(&self, form: &str) -> Vec<Verb> {
        self.inflector.verbs(form)
    }

    /// The verb that an English form belongs to if it is one, though no list knows it.
    pub fn guessed_verb(&self, form: &str) -> Verb {
        Inflector::guessed_verb(form)
    }

    /// The singular of a noun form: of a plural in -s, of an irregular or reduplicated one. `None` if it looks
    /// like no plural.
    pub fn singular(&self, form: &str) -> Option<String> {
        match self.morphology {
            Morphology::English => self.inflector.singular(form, |word| self.open.contains_key(word)),
            Morphology::Indonesian | Morphology::None => indonesian::singular(form).map(str::to_owned),
        }
    }

    /// How a form reads if it is of a part of speech; `None` if it can be no verb, or is no word with forms.
    pub fn reading(&self, form: &str, upos: Upos) -> Option<Reading> {
        match upos {
            Upos::Verb | Upos::Aux => self.verb_reading(form),
            Upos::Noun => Some(Reading { lemma: self.singular(form)?, voice: None }),
            _ => None,
        }
    }

    fn verb_reading(&self, form: &str) -> Option<Reading> {
        let (lemma, voice) = match self.morphology {
            Morphology::English => {
                let known = self.inflector.verbs(form).into_iter().next();
                let verb = known.unwrap_or_else(|| Inflector::guessed_verb(form));
                (verb.lemma.to_string(), Voice::Active)
            }
            Morphology::Indonesian | Morphology::None => {
                let known = self.verb(form).map(|(lemma, voice)| (lemma.to_owned(), voice));
                let guessed = || Some((form.to_owned(), indonesian::verb_by_prefix(form)?));
                known.or_else(guessed)?
            }
        };
        Some(Reading { lemma, voice: Some(voice) })
    }

    /// Whether a verb takes a clause without a person before it, by its dictionary form: "say", "want", not "accuse".
    pub fn takes_clause(&self, lemma: &str) -> bool {
        self.clause_verbs.contains(lemma)
    }

    /// Whether a form is the last word of an adjective made from an actor's name: "russian", "korean".
    pub fn is_name_adjective(&self, form: &str) -> bool {
        self.name_adjectives.contains(form)
    }

    /// Whether a form is a regular participle of a known English verb: "backed", "speaking".
    pub(super) fn is_regular_participle(&self, form: &str) -> bool {
        (form.ends_with("ed") || form.ends_with("ing")) && !self.inflector.verbs(form).is_empty()
    }

    /// Whether a closed class or a listed noun, adjective or adverb has exactly this form.
    pub fn is_listed(&self, form: &str) -> bool {
        self.open.contains_key(form) || self.closed.contains_key(form)
    }

    /// Whether any list or verb has exactly this form.
    pub fn knows(&self, form: &str) -> bool {
        self.is_listed(form) || self.verbs.contains_key(form) || !self.inflector.verbs(form).is_empty()
    }

    /// How many words an adverbial phrase takes at a position; 0 if none stands there.
    pub fn adverbial<'a>(&'a self, form: impl Fn(usize) -> Option<&'a str> + 'a) -> usize {
        self.phrase("adverbials", form)
    }

    /// How many words the longest entry of a list of `grammar.toml` takes at a position; 0 if none stands there.
    ///
    /// `form` gives the folded word at a distance from the position, or `None` past the end.
    pub fn phrase<'a>(&'a self, list: &str, form: impl Fn(usize) -> Option<&'a str> + 'a) -> usize {
        let Some(list) = self.lists.get(list) else { return 0 };
        let single = form(0).is_some_and(|word| list.entries.contains(word));
        list.phrases.at(form).next().map_or(usize::from(single), |phrase| phrase.folded.len())
    }

    /// Whether any list of `grammar.toml` holds the word.
    pub fn is_in_a_list(&self, form: &str) -> bool {
        self.lists.values().any(|list| list.entries.contains(form))
    }

    /// Whether a list of `grammar.toml` holds the word; an unknown list holds nothing.
    pub fn is(&self, list: &str, form: &str) -> bool {
        self.lists.get(list).is_some_and(|list| list.entries.contains(form))
    }

    /// The clitics that are tokens of their own, in the order of `grammar.toml`.
    pub(super) fn clitics(&self) -> impl Iterator<Item = &str> {
        self.clitics.iter().map(String::as_str)
    }
}

/// The last words of adjectives, without the people that stand among them ("Poles").
fn name_adjectives(ontology: &Ontology, language: &str) -> FxHashSet<String> {
    let listed = ontology.actors.iter().filter_map(|actor| actor.adjectives.get(language));
    let last_words = listed.flatten().filter_map(|adjective| adjective.split([' ', '-']).next_back());
    last_words.filter(|word| !word.ends_with('s') || word.ends_with("ss")).map(fold).collect()
}

fn lists(language: &Language) -> FxHashMap<String, List> {
    language.grammar.lists.iter().map(|(name, entries)| (name.clone(), List::new(entries))).collect()
}

impl List {
    fn new(entries: &[String]) -> Self {
        let mut list = Self { entries: entries.iter().cloned().collect(), ..Self::default() };
        entries.iter().filter(|entry| entry.contains(' ')).for_each(|entry| list.phrases.insert(entry, ()));
        list.phrases.sort();
        list
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    fn reading(language: &str, form: &str, upos: Upos) -> Option<(String, Option<Voice>)> {
        let index = Ontology::shipped().index();
        let reading = index.language(language)?.forms.reading(form, upos)?;
        Some((reading.lemma, reading.voice))
    }

    #[test]
    fn a_form_reads_by_its_part_of_speech() {
        let active = |lemma: &str| Some((lemma.to_owned(), Some(Voice::Active)));
        assert_eq!(reading("en", "strikes", Upos::Verb), active("strike"));
        assert_eq!(reading("en", "strikes", Upos::Noun), Some(("strike".to_owned(), None)));
        assert_eq!(reading("en", "weaponized", Upos::Verb), active("weaponize"));
        assert_eq!(reading("en", "were", Upos::Aux), active("be"));
        assert_eq!(
            reading("id", "didukung", Upos::Verb),
            Some(("mendukung".to_owned(), Some(Voice::Passive)))
        );
        assert_eq!(reading("id", "meja", Upos::Verb), None);
    }
}
