//! What reading goes by: the user's options, and what the ontology knows of pages, made ready for look-up.

use std::collections::BTreeMap;

use super::Options;
use super::boilerplate::Furniture;
use super::dates::Calendar;
use super::labels::Labels;
use crate::ontology::{Bylines, Ontology};

/// The phrases of all languages together: every document is read by all of them.
pub(super) struct Rules<'a> {
    pub options: Options,
    /// ISO 639-3 → ISO 639-1.
    pub codes: &'a BTreeMap<String, String>,
    pub calendar: Calendar<'a>,
    pub furniture: Furniture<'a>,
    pub labels: Labels,
    bylines: Vec<&'a Bylines>,
}

impl<'a> Rules<'a> {
    /// The rules that an ontology's languages make.
    pub fn new(ontology: &'a Ontology, options: Options) -> Self {
        let languages = &ontology.languages;
        let boilerplate = || languages.values().map(|language| &language.boilerplate);
        Self {
            options,
            codes: &ontology.codes,
            calendar: Calendar::new(languages),
            furniture: Furniture::new(boilerplate()),
            labels: Labels::new(boilerplate()),
            bylines: languages.values().map(|language| &language.bylines).collect(),
        }
    }

    pub fn bylines(&self) -> impl Iterator<Item = &'a Bylines> {
        self.bylines.iter().copied()
    }
}

#[cfg(test)]
impl Rules<'static> {
    /// Those of the shipped ontology.
    pub fn shipped() -> Self {
        Self::new(Ontology::shipped(), Options::default())
    }
}
