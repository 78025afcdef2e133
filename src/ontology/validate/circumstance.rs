//! Circumstances are PLOVER's, are told by one word each, and eras end after they begin.

use std::collections::BTreeSet;

use crate::ontology::{Language, Ontology, Problem};

/// PLOVER's contexts (openeventdata/PLOVER, manual of 2023).
const CONTEXTS: [&str; 37] = [
    "asylum",
    "cbrn",
    "corruption",
    "crime",
    "cyber",
    "diplomatic",
    "disasters",
    "economic",
    "election",
    "environment",
    "executive",
    "gender",
    "health",
    "human_rights",
    "human_security",
    "illegal_drugs",
    "inequality",
    "intelligence",
    "legal",
    "legislative",
    "lgbt",
    "migration",
    "military",
    "misinformation",
    "natural_resource",
    "peacekeeping",
    "political_institutions",
    "pro_autocracy",
    "pro_democracy",
    "religion_ethnicity",
    "reparations",
    "repression",
    "rights_freedoms",
    "technology",
    "territory",
    "terrorism",
    "trafficking",
];

pub(super) fn problems(ontology: &Ontology) -> Vec<Problem> {
    let of_languages = ontology
        .languages
        .values()
        .flat_map(|language| [eras(ontology, language), twice(ontology, language)]);
    contexts(ontology).into_iter().chain(of_languages.flatten()).collect()
}

fn contexts(ontology: &Ontology) -> Vec<Problem> {
    let unknown =
        ontology.contexts.iter().filter(|context| CONTEXTS.binary_search(&context.id.as_str()).is_err());
    let problem = |id: &String| {
        let place = ontology.sources.entry("contexts.toml", "id", id, 0);
        let fix = format!("write one of {}", super::one_of(CONTEXTS));
        Problem::new(place, format!("PLOVER has no context `{id}`"), fix)
    };
    unknown.map(|context| problem(&context.id)).collect()
}

fn eras(ontology: &Ontology, language: &Language) -> Vec<Problem> {
    let wrong = language.time.era.iter().filter(|era| era.from > era.to);
    let problem = |(from, to, name): (i16, i16, &str)| {
        let place = ontology.sources.words(&file(language, "time.toml"), name);
        Problem::new(
            place,
            format!("`{name}` ends in {to}, before {from}"),
            "put the earlier year into `from`",
        )
    };
    wrong.map(|era| problem((era.from, era.to, era.words.first().map_or("", String::as_str)))).collect()
}

/// Of words that would say two things, only one would ever be heard.
fn twice(ontology: &Ontology, language: &Language) -> Vec<Problem> {
    let time = &language.time;
    let bound = repeated(time.bound.iter().map(|entry| &entry.words));
    let relative = repeated(time.relative.iter().map(|entry| &entry.words));
    let phase = repeated(time.phase.iter().map(|entry| &entry.words));
    let role = repeated(language.participants.iter().map(|entry| &entry.words));
    let kinds = [
        ("time.toml", "bound", bound),
        ("time.toml", "relative", relative),
        ("time.toml", "phase", phase),
        ("participants.toml", "participant", role),
    ];
    let problem = |name: &str, key: &str, word: &str| {
        let place = ontology.sources.words(&file(language, name), &format!("\"{word}\""));
        Problem::new(place, format!("`{word}` stands in two [[{key}]]"), "keep it in one of them")
    };
    kinds
        .iter()
        .flat_map(|(name, key, words)| words.iter().map(|word| problem(name, key, word)).collect::<Vec<_>>())
        .collect()
}

fn file(language: &Language, name: &str) -> String {
    format!("languages/{}/{name}", language.code)
}

fn repeated<'a>(lists: impl Iterator<Item = &'a Vec<String>>) -> Vec<&'a str> {
    let mut met = BTreeSet::new();
    lists.flatten().filter(|word| !met.insert(word.as_str())).map(String::as_str).collect()
}

#[cfg(test)]
mod tests {
    use crate::ontology::samples::messages;

    #[test]
    fn contexts_are_those_of_plover() {
        let contexts = "[[context]]\nid = \"weather\"\nwords = { en = [\"rain\"] }\n";
        let messages = messages(&[("contexts.toml", contexts)]);
        assert_eq!(messages.len(), 1);
        assert!(
            messages[0]
                .starts_with("contexts.toml:2: PLOVER has no context `weather` (write one of `asylum`, ")
        );
    }

    #[test]
    fn an_era_ends_after_it_begins() {
        let time = "[[era]]\nwords = [\"Perang Lama\"]\nfrom = 1950\nto = 1940\n";
        assert_eq!(
            messages(&[("languages/id/time.toml", time)]),
            [
                "languages/id/time.toml:2: `Perang Lama` ends in 1940, before 1950 (put the earlier year into `from`)"
            ]
        );
    }

    #[test]
    fn a_word_says_one_thing() {
        let time = "[[bound]]\nwords = [\"sejak\"]\nbound = \"since\"\n[[bound]]\nwords = [\"sejak\"]\nbound = \"at\"\n";
        assert_eq!(
            messages(&[("languages/id/time.toml", time)]),
            ["languages/id/time.toml:2: `sejak` stands in two [[bound]] (keep it in one of them)"]
        );
    }
}
