//! Words → frames, governors and markers.

use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::forms::Forms;
use super::phrase::Phrases;
use crate::model::Status;
use crate::ontology::{CueKind, Governor, Language, Ontology, Scope};

/// What is known of cue words of one language.
#[derive(Debug, Default)]
pub struct Cues {
    frames: FxHashMap<String, Vec<CuePattern>>,
    governing_verbs: FxHashMap<String, Arc<Governor>>,
    governing_nouns: FxHashMap<String, Arc<Governor>>,
    markers: Phrases<(Status, Scope)>,
    gives: FxHashSet<String>,
    receives: FxHashSet<String>,
}

/// A cue of a frame: the words after the first one, and where the frame stands.
#[derive(Debug, Clone)]
pub struct CuePattern {
    /// Words after the first; `None` is a gap of up to three words.
    pub rest: Vec<Option<String>>,
    /// Kind of cue.
    pub kind: CueKind,
    /// Index of the relation in [`Ontology::relations`].
    pub relation: usize,
    /// Index of the frame in the relation.
    pub frame: usize,
}

impl Cues {
    /// Tables over the frames of a language and its status words.
    pub fn build(ontology: &Ontology, language: &Language, forms: &Forms) -> Self {
        let mut cues = Self::default();
        cues.add_frames(ontology, &language.code);
        for governor in language.governors.iter().cloned().map(Arc::new) {
            let add = |table: &mut FxHashMap<String, Arc<Governor>>, words: &[String]| {
                for word in words {
                    table.entry(word.clone()).or_insert_with(|| Arc::clone(&governor));
                }
            };
            add(&mut cues.governing_verbs, &governor.verbs);
            add(&mut cues.governing_nouns, &governor.nouns);
        }
        for marker in &language.markers {
            for words in &marker.words {
                cues.markers.insert_words(&forms.words(words), (marker.status, marker.scope));
            }
        }
        cues.markers.sort();
        cues.gives = language.lexicon.support.gives.iter().cloned().collect();
        cues.receives = language.lexicon.support.receives.iter().cloned().collect();
        cues
    }

    fn add_frames(&mut self, ontology: &Ontology, language: &str) {
        for (relation, entry) in ontology.relations.iter().enumerate() {
            for (frame, _) in entry.frames.iter().enumerate().filter(|(_, frame)| frame.language == language)
            {
                let (kind, cues) = entry.frames[frame].cues();
                for cue in cues {
                    let mut words = cue.split(' ').map(|word| (word != "*").then(|| word.to_owned()));
                    let Some(Some(first)) = words.next() else { continue };
                    let pattern = CuePattern { rest: words.collect(), kind, relation, frame };
                    self.frames.entry(first).or_default().push(pattern);
                }
            }
        }
        for patterns in self.frames.values_mut() {
            patterns.sort_by_key(|pattern| std::cmp::Reverse(pattern.rest.len()));
        }
    }

    /// Cue patterns whose first word this is, longest first.
    pub fn starting_with(&self, word: &str) -> &[CuePattern] {
        self.frames.get(word).map_or(&[], Vec::as_slice)
    }

    /// The verb as a governor of clauses.
    pub fn governing_verb(&self, lemma: &str) -> Option<&Governor> {
        self.governing_verbs.get(lemma).map(Arc::as_ref)
    }

    /// The noun as a governor of clauses.
    pub fn governing_noun(&self, form: &str) -> Option<&Governor> {
        self.governing_nouns.get(form).map(Arc::as_ref)
    }

    /// Status markers.
    pub fn markers(&self) -> &Phrases<(Status, Scope)> {
        &self.markers
    }

    /// Whether the verb's subject does the deed of the event noun that is its object.
    pub fn gives(&self, lemma: &str) -> bool {
        self.gives.contains(lemma)
    }

    /// Whether the deed of the event noun is done to the verb's subject.
    pub fn receives(&self, lemma: &str) -> bool {
        self.receives.contains(lemma)
    }
}
