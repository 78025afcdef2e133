//! English verb and noun forms, undone by rule.
//!
//! Endings are few and spelling hardly hides the base, so a form is undone into every base that it could have
//! ("planned": *plann*, *plan*, *planne*), and a list of bases picks the right one. What no rule gives is data:
//! `[irregular]` of `lexicon.toml`.

use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::ontology::Irregular;

/// What an inflected form of a verb can be: a set, since "attacked" is past tense and participle, "put" all three.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Inflections(u8);

impl Inflections {
    /// The base form, also the present of all persons but the third singular.
    pub const BASE: Self = Self(1);
    /// The present ("attacks", "is").
    pub const PRESENT: Self = Self(2);
    /// The past tense.
    pub const PAST: Self = Self(4);
    /// The past participle.
    pub const PARTICIPLE: Self = Self(8);
    /// The form in -ing.
    pub const GERUND: Self = Self(16);

    /// Whether the sets share a member.
    pub fn any(self, of: Self) -> bool {
        self.0 & of.0 != 0
    }

    /// What either holds.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// A verb that a form can belong to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verb {
    /// The base form.
    pub lemma: Arc<str>,
    /// What the form can be.
    pub forms: Inflections,
}

/// The verbs and irregular forms that are known.
#[derive(Debug, Default)]
pub struct Inflector {
    bases: FxHashSet<Arc<str>>,
    irregular: FxHashMap<String, Vec<Verb>>,
    singulars: FxHashMap<String, String>,
}

impl Inflector {
    /// Over base forms of verbs, and forms that no rule gives.
    pub fn new(bases: impl Iterator<Item = Arc<str>>, irregular: &Irregular) -> Self {
        let mut inflector = Self { bases: bases.collect(), ..Self::default() };
        for [base, past, participle] in &irregular.verbs {
            inflector.add(base, base, Inflections::BASE);
            inflector.add(base, past, Inflections::PAST);
            inflector.add(base, participle, Inflections::PARTICIPLE);
        }
        for [base, present] in &irregular.present {
            inflector.add(base, present, Inflections::PRESENT);
        }
        let plurals = irregular.nouns.iter();
        inflector.singulars = plurals.map(|[singular, plural]| (plural.clone(), singular.clone())).collect();
        inflector
    }

    fn add(&mut self, base: &str, form: &str, inflections: Inflections) {
        let lemma: Arc<str> = base.into();
        self.bases.insert(Arc::clone(&lemma));
        let verbs = self.irregular.entry(form.to_owned()).or_default();
        match verbs.iter_mut().find(|verb| verb.lemma == lemma) {
            Some(verb) => verb.forms = verb.forms.or(inflections),
            None => verbs.push(Verb { lemma, forms: inflections }),
        }
    }

    /// The known verbs that a form can belong to; of several, those whose inflected form it is come first.
    pub fn verbs(&self, form: &str) -> Vec<Verb> {
        let mut verbs = self.irregular.get(form).cloned().unwrap_or_default();
        if let Some(base) = self.bases.get(form).filter(|_| !verbs.iter().any(|verb| &*verb.lemma == form)) {
            verbs.push(Verb { lemma: Arc::clone(base), forms: Inflections::BASE });
        }
        for (base, forms) in undone(form) {
            let known =
                self.bases.get(base.as_str()).or_else(|| self.bases.get(other_spelling(&base)?.as_str()));
            if let Some(lemma) = known.filter(|known| verbs.iter().all(|verb| verb.lemma != **known)) {
                verbs.push(Verb { lemma: Arc::clone(lemma), forms });
            }
        }
        verbs.sort_by_key(|verb| verb.forms == Inflections::BASE);
        verbs
    }

    /// The verb that a form belongs to if it is one, though no list knows it.
    pub fn guessed_verb(form: &str) -> Verb {
        let mut candidates = undone(form);
        let likely = candidates.iter().position(|(base, _)| is_likely_base(base)).unwrap_or(0);
        let (base, forms) = if candidates.is_empty() {
            (form.to_owned(), Inflections::BASE)
        } else {
            candidates.swap_remove(likely)
        };
        Verb { lemma: base.into(), forms }
    }

    /// The singular of a plural noun: the one that is `listed`, else what the rules give; `None` if the form
    /// looks like no plural.
    pub fn singular(&self, form: &str, listed: impl Fn(&str) -> bool) -> Option<String> {
        if let Some(singular) = self.singulars.get(form) {
            return Some(singular.clone());
        }
        let mut candidates = singulars(form);
        let known = candidates.iter().position(|candidate| listed(candidate));
        match known {
            Some(known) => Some(candidates.swap_remove(known)),
            None if listed(form) => None,
            None => candidates.into_iter().next(),
        }
    }
}

/// The bases that a regular form could have, the plainest first.
fn undone(form: &str) -> Vec<(String, Inflections)> {
    let finite = Inflections::PAST.or(Inflections::PARTICIPLE);
    let endings = [("ing", "ying", "ie", Inflections::GERUND), ("ed", "ied", "y", finite)];
    for (ending, after_vowel, vowel, forms) in endings {
        let Some(stem) = form.strip_suffix(ending).filter(|stem| has_vowel(stem)) else { continue };
        let mut bases = vec![stem.to_owned()];
        bases.extend(undoubled(stem).map(str::to_owned));
        bases.push([stem, "e"].concat());
        bases.extend(form.strip_suffix(after_vowel).map(|stem| [stem, vowel].concat()));
        return bases.into_iter().map(|base| (base, forms)).collect();
    }
    let singulars = singulars(form).into_iter();
    singulars.map(|base| (base, Inflections::PRESENT)).collect()
}

/// "planned": plan, "panicking": panic.
fn undoubled(stem: &str) -> Option<&str> {
    let mut letters = stem.bytes().rev();
    let (last, before) = (letters.next()?, letters.next()?);
    let doubled = last == before && last.is_ascii_alphabetic() && !b"aeiou".contains(&last);
    (doubled || (last, before) == (b'k', b'c')).then(|| &stem[..stem.len() - 1])
}

/// What a form in -s can be made from, the likeliest first.
fn singulars(form: &str) -> Vec<String> {
    let Some(stem) = form.strip_suffix('s').filter(|stem| stem.len() > 1 && !stem.ends_with(['s', 'u', 'i']))
    else {
        return Vec::new();
    };
    let hissing = ["se", "xe", "ze", "che", "she", "oe"].iter().any(|ending| stem.ends_with(ending));
    let mut bases = vec![stem.to_owned()];
    if let Some(stem) = stem.strip_suffix("ie") {
        bases.insert(0, [stem, "y"].concat());
    } else if hissing {
        bases.insert(0, stem[..stem.len() - 1].to_owned());
    }
    bases
}

fn has_vowel(stem: &str) -> bool {
    stem.len() > 1 && stem.contains(['a', 'e', 'i', 'o', 'u', 'y'])
}

/// Whether a base that no list knows is spelt as one: neither a doubled consonant nor a lost -e at its end.
fn is_likely_base(base: &str) -> bool {
    let lost = ["at", "iz", "is", "v", "c", "dg", "rg", "u", "bl", "dl", "pl", "tl", "gl"]
        .iter()
        .any(|ending| base.ends_with(ending));
    let doubled = undoubled(base).is_some() && !base.ends_with(['l', 's', 'f', 'z', 'k']);
    !lost && !doubled && !base.ends_with("ie") && !base.ends_with('i')
}

/// The other of two spellings: "-ise" for "-ize", "-our" for "-or", and so on.
fn other_spelling(base: &str) -> Option<String> {
    let pairs = [("ise", "ize"), ("yse", "yze"), ("our", "or"), ("ence", "ense")];
    pairs.iter().flat_map(|&(a, b)| [(a, b), (b, a)]).find_map(|(here, there)| {
        let stem = base.strip_suffix(here).filter(|stem| stem.len() > 2)?;
        Some([stem, there].concat())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inflector() -> Inflector {
        let verbs = [
            "attack", "condemn", "impose", "plan", "control", "travel", "die", "supply", "agree", "push",
            "veto", "panic", "realize", "see", "saw", "free", "tie", "back", "refer", "focus", "bus",
        ];
        let irregular = Irregular {
            verbs: [
                ["strike", "struck", "struck"],
                ["put", "put", "put"],
                ["find", "found", "found"],
                ["see", "saw", "seen"],
            ]
            .map(|forms| forms.map(str::to_owned))
            .to_vec(),
            present: vec![["be".to_owned(), "is".to_owned()]],
            nouns: [["man", "men"], ["crisis", "crises"], ["series", "series"]]
                .map(|forms| forms.map(str::to_owned))
                .to_vec(),
        };
        Inflector::new(verbs.into_iter().map(Arc::from), &irregular)
    }

    fn lemmas(form: &str) -> Vec<String> {
        inflector().verbs(form).into_iter().map(|verb| verb.lemma.to_string()).collect()
    }

    #[test]
    fn regular_forms_are_undone() {
        for (form, lemma) in [
            ("attacked", "attack"),
            ("attacks", "attack"),
            ("imposing", "impose"),
            ("imposed", "impose"),
            ("planned", "plan"),
            ("controlling", "control"),
            ("travelled", "travel"),
            ("traveled", "travel"),
            ("dying", "die"),
            ("tied", "tie"),
            ("tying", "tie"),
            ("supplied", "supply"),
            ("supplies", "supply"),
            ("supplying", "supply"),
            ("agreed", "agree"),
            ("agreeing", "agree"),
            ("pushes", "push"),
            ("vetoes", "veto"),
            ("panicked", "panic"),
            ("freed", "free"),
            ("referred", "refer"),
            ("focussed", "focus"),
            ("realised", "realize"),
            ("is", "be"),
        ] {
            assert_eq!(lemmas(form), [lemma], "{form}");
        }
        assert!(lemmas("sanction").is_empty() && lemmas("red").is_empty() && lemmas("king").is_empty());
    }

    #[test]
    fn a_form_says_what_it_can_be() {
        let forms = |form: &str| inflector().verbs(form)[0].forms;
        assert_eq!(forms("attacked"), Inflections::PAST.or(Inflections::PARTICIPLE));
        assert_eq!(forms("attacking"), Inflections::GERUND);
        assert_eq!(forms("attacks"), Inflections::PRESENT);
        assert!(forms("put").any(Inflections::BASE) && forms("put").any(Inflections::PARTICIPLE));
        assert!(!forms("seen").any(Inflections::PAST));
    }

    #[test]
    fn the_inflected_reading_comes_before_the_base() {
        assert_eq!(lemmas("saw"), ["see", "saw"]);
    }

    #[test]
    fn unknown_verbs_are_guessed() {
        for (form, lemma) in [
            ("deconflicted", "deconflict"),
            ("weaponized", "weaponize"),
            ("rebutted", "rebut"),
            ("decoupling", "decouple"),
            ("greenlights", "greenlight"),
        ] {
            assert_eq!(&*Inflector::guessed_verb(form).lemma, lemma);
        }
    }

    #[test]
    fn plurals_have_singulars() {
        let listed = |word: &str| ["gas", "ally", "missile", "base", "hostage", "virus"].contains(&word);
        let singular = |form: &str| inflector().singular(form, listed);
        for (form, base) in [
            ("men", "man"),
            ("crises", "crisis"),
            ("series", "series"),
            ("allies", "ally"),
            ("missiles", "missile"),
            ("bases", "base"),
            ("hostages", "hostage"),
            ("speeches", "speech"),
            ("viruses", "virus"),
            ("drones", "drone"),
        ] {
            assert_eq!(singular(form).as_deref(), Some(base), "{form}");
        }
        for form in ["gas", "press", "virus", "crisis", "troop"] {
            assert_eq!(singular(form), None, "{form}");
        }
    }
}
