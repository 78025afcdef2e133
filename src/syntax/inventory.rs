//! The tags and relations that a model knows.

use std::fmt;

use crate::model::Upos;

/// A part of speech with the features that tell clauses apart: mood, polarity, type of pronoun, tense, form of
/// the verb, voice.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tag {
    /// Part of speech.
    pub upos: Upos,
    /// `Name=Value` of UD, by name.
    pub features: Vec<String>,
}

impl Tag {
    /// The value of a feature, such as `Pass` of `Voice`.
    pub fn feature(&self, name: &str) -> Option<&str> {
        self.features.iter().find_map(|feature| feature.strip_prefix(name)?.strip_prefix('='))
    }
}

impl fmt::Display for Tag {
    /// `VERB|Voice=Pass`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(name(self.upos))?;
        self.features.iter().try_for_each(|feature| write!(f, "|{feature}"))
    }
}

/// Numbered tags and relations.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inventory {
    /// In order, so that they can be searched.
    pub tags: Vec<Tag>,
    /// The root's relation first.
    pub labels: Vec<String>,
}

/// Number of the root's relation.
pub const ROOT: u8 = 0;

impl Inventory {
    /// The number of the first of these relations that is known, else the root's.
    pub fn first_label(&self, names: &[&str]) -> u8 {
        let number = |name: &&str| self.labels.iter().position(|label| label == name);
        names.iter().find_map(number).unwrap_or(usize::from(ROOT)) as u8
    }
}

/// The name of a part of speech in UD.
pub fn name(upos: Upos) -> &'static str {
    match upos {
        Upos::Adj => "ADJ",
        Upos::Adp => "ADP",
        Upos::Adv => "ADV",
        Upos::Aux => "AUX",
        Upos::Cconj => "CCONJ",
        Upos::Det => "DET",
        Upos::Intj => "INTJ",
        Upos::Noun => "NOUN",
        Upos::Num => "NUM",
        Upos::Part => "PART",
        Upos::Pron => "PRON",
        Upos::Propn => "PROPN",
        Upos::Punct => "PUNCT",
        Upos::Sconj => "SCONJ",
        Upos::Sym => "SYM",
        Upos::Verb => "VERB",
        Upos::X => "X",
    }
}

const ALL: [Upos; 17] = [
    Upos::Adj,
    Upos::Adp,
    Upos::Adv,
    Upos::Aux,
    Upos::Cconj,
    Upos::Det,
    Upos::Intj,
    Upos::Noun,
    Upos::Num,
    Upos::Part,
    Upos::Pron,
    Upos::Propn,
    Upos::Punct,
    Upos::Sconj,
    Upos::Sym,
    Upos::Verb,
    Upos::X,
];

/// The part of speech of that name.
pub fn named(text: &str) -> Option<Upos> {
    ALL.into_iter().find(|upos| name(*upos) == text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lead_back() {
        assert!(ALL.into_iter().all(|upos| named(name(upos)) == Some(upos)));
        assert_eq!(named("verb"), None);
    }

    #[test]
    fn features_have_values() {
        let tag = Tag { upos: Upos::Verb, features: vec!["VerbForm=Fin".into(), "Voice=Pass".into()] };
        assert_eq!(tag.feature("Voice"), Some("Pass"));
        assert_eq!(tag.feature("Verb"), None);
        assert_eq!(tag.to_string(), "VERB|VerbForm=Fin|Voice=Pass");
    }
}
