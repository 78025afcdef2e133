//! A word of a language is in no two closed classes, or lists, that contradict each other.

use std::collections::BTreeMap;

use crate::model::Upos;
use crate::ontology::{Language, Ontology, Problem};

/// Parts of speech that one word can have because its neighbours tell them apart.
const TOLD_APART: [(Upos, Upos); 5] = [
    (Upos::Adp, Upos::Sconj),
    (Upos::Adv, Upos::Aux),
    (Upos::Cconj, Upos::Sconj),
    (Upos::Det, Upos::Num),
    (Upos::Det, Upos::Pron),
];

pub(super) fn problems(ontology: &Ontology) -> Vec<Problem> {
    let languages = ontology.languages.values();
    languages
        .flat_map(|language| [classes(ontology, language), status_words(ontology, language)].concat())
        .collect()
}

fn classes(ontology: &Ontology, language: &Language) -> Vec<Problem> {
    let mut found: BTreeMap<&str, Vec<Upos>> = BTreeMap::new();
    for (upos, words) in &language.grammar.words {
        words.iter().for_each(|word| found.entry(word).or_default().push(*upos));
    }
    let support = &language.lexicon.support;
    let both = support.gives.iter().filter(|verb| support.receives.contains(verb));
    let both = both.map(|verb| (verb.as_str(), String::from("`gives` and `receives`"), "lexicon.toml"));
    let two = found.iter().filter_map(|(word, upos)| {
        let (a, b) = contradiction(upos)?;
        Some((*word, format!("{} and {}", tag(a), tag(b)), "grammar.toml"))
    });
    both.chain(two).map(|(word, classes, file)| problem(ontology, language, file, word, &classes)).collect()
}

fn contradiction(classes: &[Upos]) -> Option<(Upos, Upos)> {
    let pairs =
        classes.iter().enumerate().flat_map(|(at, a)| classes[at + 1..].iter().map(move |b| (*a, *b)));
    pairs.map(|(a, b)| (a.min(b), a.max(b))).find(|pair| pair.0 != pair.1 && !TOLD_APART.contains(pair))
}

fn tag(upos: Upos) -> String {
    format!("{upos:?}").to_uppercase()
}

fn problem(ontology: &Ontology, language: &Language, file: &str, word: &str, classes: &str) -> Problem {
    let place =
        ontology.sources.words(&format!("languages/{}/{file}", language.code), &format!("\"{word}\""));
    Problem::new(
        place,
        format!("`{word}` is listed as {classes}"),
        "keep it in the class that it has most often",
    )
}

/// Governors and markers decide each word once.
fn status_words(ontology: &Ontology, language: &Language) -> Vec<Problem> {
    let verbs = twice(language.governors.iter().map(|governor| &governor.verbs));
    let nouns = twice(language.governors.iter().map(|governor| &governor.nouns));
    let markers = twice(language.markers.iter().map(|marker| &marker.words));
    let kinds = [("verbs", "governors", verbs), ("nouns", "governors", nouns), ("words", "markers", markers)];
    let mut problems = Vec::new();
    for (key, what, words) in kinds {
        for word in words {
            let file = format!("languages/{}/status.toml", language.code);
            let place = ontology.sources.words(&file, &format!("\"{word}\""));
            let cause = format!("`{word}` is in the `{key}` of two {what}");
            problems.push(Problem::new(place, cause, "keep it in one of them"));
        }
    }
    problems
}

/// Words that stand in two of the lists.
fn twice<'a>(lists: impl Iterator<Item = &'a Vec<String>>) -> Vec<&'a str> {
    let mut first: BTreeMap<&str, usize> = BTreeMap::new();
    let mut twice = Vec::new();
    for (at, words) in lists.enumerate() {
        let again = words.iter().filter(|word| *first.entry(word).or_insert(at) != at);
        twice.extend(again.map(String::as_str));
    }
    twice
}

#[cfg(test)]
mod tests {
    use crate::ontology::samples::messages;

    #[test]
    fn a_word_has_no_two_contradictory_classes() {
        let grammar =
            "[words]\nADP = [\"untuk\", \"secara\"]\nAUX = [\"secara\"]\nSCONJ = [\"untuk\"]\n[lists]\n";
        assert_eq!(
            messages(&[("languages/id/grammar.toml", grammar)]),
            ["languages/id/grammar.toml:2: `secara` is listed as ADP and AUX \
              (keep it in the class that it has most often)"]
        );
    }

    #[test]
    fn a_support_verb_gives_or_receives() {
        let lexicon = "[support]\ngives = [\"mendapat\"]\nreceives = [\"mendapat\"]\n";
        let messages = messages(&[("languages/id/lexicon.toml", lexicon)]);
        assert_eq!(messages.len(), 1);
        assert!(
            messages[0]
                .starts_with("languages/id/lexicon.toml:2: `mendapat` is listed as `gives` and `receives`")
        );
    }

    #[test]
    fn a_status_word_is_decided_once() {
        let status = "[[governor]]\nverbs = [\"menuduh\"]\n[[governor]]\nverbs = [\"menuduh\"]\n\
            [[marker]]\nwords = [\"akan\"]\nstatus = \"planned\"\nscope = \"verb\"\n\
            [[marker]]\nwords = [\"akan\"]\nstatus = \"possible\"\nscope = \"verb\"\n";
        assert_eq!(
            messages(&[("languages/id/status.toml", status)]),
            [
                "languages/id/status.toml:2: `menuduh` is in the `verbs` of two governors (keep it in one of them)",
                "languages/id/status.toml:6: `akan` is in the `words` of two markers (keep it in one of them)",
            ]
        );
    }
}
