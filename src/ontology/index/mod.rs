//! Look-up tables over the ontology, built once a language at first use.
//!
//! | file | looks up |
//! |---|---|
//! | [`forms`] | a word form → its part of speech, dictionary form, voice |
//! | [`names`] | words → actors, groups, roles |
//! | [`cues`] | words → frames, governors, markers |
//! | [`circumstance`] | words → times, contexts, cited media, further roles |

pub mod circumstance;
pub mod cues;
pub mod english;
pub mod forms;
pub mod indonesian;
pub mod names;
pub mod phrase;
mod pieces;

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::{Language, Ontology};

/// The tables of the languages that were asked for.
#[derive(Debug)]
pub struct Tables(BTreeMap<String, OnceLock<LanguageIndex>>);

impl Tables {
    /// Room for the tables of every language that the ontology holds.
    pub(super) fn unbuilt(ontology: &Ontology) -> Self {
        Self(ontology.languages.keys().map(|code| (code.clone(), OnceLock::new())).collect())
    }
}

/// The tables of every language, each built when it is first asked for.
#[derive(Debug, Clone, Copy)]
pub struct Index<'a> {
    ontology: &'a Ontology,
    tables: &'a Tables,
}

impl<'a> Index<'a> {
    /// The tables of an ontology.
    pub(super) fn new(ontology: &'a Ontology, tables: &'a Tables) -> Self {
        Self { ontology, tables }
    }

    /// The tables of a language; `None` if the ontology does not hold it.
    pub fn language(self, code: &str) -> Option<&'a LanguageIndex> {
        let (table, language) = (self.tables.0.get(code)?, self.ontology.languages.get(code)?);
        Some(table.get_or_init(|| LanguageIndex::build(self.ontology, language)))
    }
}

/// The tables of one language.
#[derive(Debug, Default)]
pub struct LanguageIndex {
    /// Word forms.
    pub forms: forms::Forms,
    /// Names of actors, groups and roles.
    pub names: names::Names,
    /// Cues of frames, governors and markers.
    pub cues: cues::Cues,
    /// Times, contexts, cited media, further roles.
    pub circumstances: circumstance::Circumstances,
}

impl LanguageIndex {
    /// Builds the tables of a language of the ontology.
    pub fn build(ontology: &Ontology, language: &Language) -> Self {
        let forms = forms::Forms::build(ontology, language);
        Self {
            names: names::Names::build(ontology, &language.code, &forms),
            cues: cues::Cues::build(ontology, language, &forms),
            circumstances: circumstance::Circumstances::build(ontology, language),
            forms,
        }
    }
}
