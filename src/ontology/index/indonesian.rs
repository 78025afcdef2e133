//! Indonesian verb forms, generated from the active dictionary form.
//!
//! A list of roots is never complete and a prefix is ambiguous ("mengirim" could come from *irim* or *kirim*),
//! so forms are generated rather than undone: a form of a stem that does not exist is merely never met.

use crate::model::Voice;

/// The forms of a verb with their voices, the active form first.
///
/// `mendukung` gives mendukung (active), didukung and terdukung (passive), dukung (bare).
/// A verb without meN- (ber- verbs, roots) has its one form.
pub fn verb_forms(active: &str) -> Vec<(String, Voice)> {
    let mut forms = vec![(active.to_owned(), Voice::Active)];
    for stem in stems(active) {
        forms.push((["di", &stem].concat(), Voice::Passive));
        forms.push((["ter", &stem].concat(), Voice::Passive));
        forms.push((stem, Voice::Bare));
    }
    forms
}

/// Whether a verb has the prefix of the active voice.
pub fn is_active(verb: &str) -> bool {
    verb.starts_with("me")
}

/// The stems that meN- could have been put before.
fn stems(active: &str) -> Vec<String> {
    let rest = |prefix: &str| active.strip_prefix(prefix).filter(|rest| rest.chars().count() > 2);
    if let Some(rest) = rest("menge").filter(|rest| rest.len() <= 4) {
        return vec![rest.to_owned(), ["e", rest].concat(), ["ke", rest].concat()];
    }
    if let Some(rest) = rest("meng") {
        return restored(rest, &["", "k"]);
    }
    if let Some(rest) = rest("meny") {
        return restored(rest, &["s", "ny"]);
    }
    if let Some(rest) = rest("men") {
        return restored(rest, &["t", "n"]);
    }
    if let Some(rest) = rest("mem") {
        return restored(rest, &["p", "m"]);
    }
    rest("me").map(|rest| vec![rest.to_owned()]).unwrap_or_default()
}

/// Before a vowel the first consonant of the stem may have been dropped; before a consonant nothing was.
fn restored(rest: &str, dropped: &[&str]) -> Vec<String> {
    if rest.starts_with(['a', 'i', 'u', 'e', 'o']) {
        dropped.iter().map(|consonant| [consonant, rest].concat()).collect()
    } else {
        vec![rest.to_owned()]
    }
}

/// What the prefixes of an unknown word say: the voice if it looks like a verb.
///
/// Only prefixes that nouns hardly share are taken; the lexicon's nouns are looked up before.
pub fn verb_by_prefix(form: &str) -> Option<Voice> {
    let long = |prefix: &str, least: usize| form.strip_prefix(prefix).is_some_and(|rest| rest.len() >= least);
    let nasal = ["meng", "meny", "mem", "men", "mel", "mer", "mew", "mey"];
    if nasal.iter().any(|prefix| long(prefix, 3)) || long("ber", 4) {
        return Some(Voice::Active);
    }
    if long("di", 4) || long("ter", 5) {
        return Some(Voice::Passive);
    }
    None
}

/// The base of a reduplicated word ("serangan-serangan" → "serangan").
pub fn singular(form: &str) -> Option<&str> {
    let (left, right) = form.split_once('-')?;
    (left == right).then_some(left)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forms(active: &str) -> Vec<String> {
        verb_forms(active).into_iter().map(|(form, _)| form).collect()
    }

    #[test]
    fn nasals_give_their_consonants_back() {
        for (active, passive) in [
            ("mendukung", "didukung"),
            ("menolak", "ditolak"),
            ("menyerang", "diserang"),
            ("mengirim", "dikirim"),
            ("mengancam", "diancam"),
            ("mengecam", "dikecam"),
            ("memukul", "dipukul"),
            ("memasok", "dipasok"),
            ("mempererat", "dipererat"),
            ("mengebom", "dibom"),
            ("melarang", "dilarang"),
            ("memengaruhi", "dipengaruhi"),
            ("menjatuhkan", "dijatuhkan"),
        ] {
            assert!(forms(active).contains(&passive.to_owned()), "{active}: {:?}", forms(active));
        }
    }

    #[test]
    fn headlines_use_bare_stems() {
        assert!(verb_forms("mengirim").contains(&("kirim".to_owned(), Voice::Bare)));
        assert_eq!(forms("bertemu"), ["bertemu"]);
    }

    #[test]
    fn reduplication_has_a_base() {
        assert_eq!(singular("serangan-serangan"), Some("serangan"));
        assert_eq!(singular("bahu-membahu"), None);
    }
}
