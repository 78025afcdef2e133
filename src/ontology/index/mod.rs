//! Look-up tables over the ontology, built once a language at first use.
//!
//! | file | looks up |
//! |---|---|
//! | [`forms`] | a word form → its part of speech, dictionary form, voice |
//! | [`names`] | words → actors, groups, roles |
//! | [`cues`] | words → frames, governors, markers |

pub mod cues;
pub mod forms;
pub mod indonesian;
pub mod names;
pub mod phrase;

use std::collections::BTreeMap;

use super::Ontology;

/// The tables of every language.
#[derive(Debug, Default)]
pub struct Index {
    languages: BTreeMap<String, LanguageIndex>,
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
}

impl Index {
    /// Builds the tables of every language that the ontology holds.
    pub fn build(ontology: &Ontology) -> Self {
        let build = |(code, language): (&String, &super::Language)| {
            let forms = forms::Forms::build(ontology, language);
            let names = names::Names::build(ontology, code);
            let cues = cues::Cues::build(ontology, language);
            (code.clone(), LanguageIndex { forms, names, cues })
        };
        Self { languages: ontology.languages.iter().map(build).collect() }
    }

    /// The tables of a language; `None` if the ontology does not hold it.
    pub fn language(&self, code: &str) -> Option<&LanguageIndex> {
        self.languages.get(code)
    }
}
