//! Texts of the words that the ontology knows, in any order, with whatever else may stand in a text.

use std::sync::LazyLock;

use aliansi::model::Document;
use aliansi::ontology::{Language, Ontology};
use proptest::prelude::*;
use proptest::sample::select;

/// Marks, clitics, blanks and letters that some step gives a meaning to.
const MARKS: [&str; 42] = [
    ".",
    ",",
    "!",
    "?",
    "…",
    ":",
    ";",
    "-",
    "–",
    "—",
    "(",
    ")",
    "\"",
    "“",
    "”",
    "'",
    "’",
    "‘",
    "«",
    "»",
    "nya",
    "-nya",
    "'s",
    "n't",
    "\u{a0}",
    "\u{200b}",
    "\u{202e}",
    "\u{feff}",
    "\t",
    "1.",
    "•",
    "2025",
    "10.30",
    "%",
    "é",
    "e\u{301}",
    "ﬁ",
    "İ",
    "ß",
    "🔥",
    "🇮🇩",
    "ไทย",
];

static ACTORS: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let actors = Ontology::shipped().actors.iter();
    actors.flat_map(|actor| actor.all_names().map(|(_, name)| name)).collect()
});

static CUES: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let frames = Ontology::shipped().relations.iter().flat_map(|relation| &relation.frames);
    frames.flat_map(|frame| frame.cues().1.iter().chain(&frame.things)).map(String::as_str).collect()
});

static OTHERS: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let ontology = Ontology::shipped();
    let roles = ontology.roles.iter().flat_map(|role| role.names.values().flatten());
    let groups = ontology.groups.iter().flat_map(|group| group.names.values().flatten());
    let words = ontology.languages.values().flat_map(closed_words);
    roles.chain(groups).chain(words).map(String::as_str).collect()
});

fn closed_words(language: &Language) -> impl Iterator<Item = &String> {
    let governors =
        language.governors.iter().flat_map(|governor| governor.verbs.iter().chain(&governor.nouns));
    let markers = language.markers.iter().flat_map(|marker| &marker.words);
    let grammar = language.grammar.words.values().chain(language.grammar.lists.values()).flatten();
    governors.chain(markers).chain(grammar)
}

fn piece() -> impl Strategy<Value = String> {
    let known = |words: &'static [&'static str]| select(words).prop_map(str::to_owned);
    prop_oneof![
        5 => known(&ACTORS),
        5 => known(&CUES),
        5 => known(&OTHERS),
        3 => known(&MARKS),
        1 => "\\PC{0,6}",
        1 => "[a-z]{1,12}",
    ]
}

/// A short sentence that a person could write.
fn sentence() -> impl Strategy<Value = String> {
    let actor = || select(&**ACTORS);
    (actor(), select(&**CUES), actor(), select(&**OTHERS), actor())
        .prop_map(|(one, cue, two, word, three)| format!("{one} {cue} {two} {word} {three}. "))
}

fn text() -> impl Strategy<Value = String> {
    let space = select(&[" ", " ", " ", " ", "", "\n", ". ", ", "][..]);
    let joined = (piece(), space).prop_map(|(piece, space)| piece + space);
    let part = prop_oneof![6 => joined, 1 => sentence()];
    prop::collection::vec(part, 0..40).prop_map(|parts| parts.concat())
}

/// Documents in a language that the ontology holds, in another, in none.
pub fn documents() -> impl Strategy<Value = Document> {
    let language =
        prop_oneof![6 => Just(Some("id")), 3 => Just(Some("en")), 1 => Just(Some("xx")), 1 => Just(None)];
    (text(), language).prop_map(|(text, language)| Document {
        id: "document".to_owned(),
        text,
        language: language.map(str::to_owned),
        ..Document::default()
    })
}
