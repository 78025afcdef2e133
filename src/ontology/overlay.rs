//! A user's folder over the shipped ontology: a known id replaces, a new one is added, words are added.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde_json::{Map, Value};

use super::bundle::{self, File};
use super::load::{assemble, sort, whole_relation};
use super::parse::Format;
use super::{Language, Ontology, Problem, Relation};

/// The base with the files of a folder over it, and every file that could not be taken in.
pub(super) fn over(base: &Ontology, files: Vec<File>) -> (Ontology, Vec<Problem>) {
    let hash = if files.is_empty() { base.hash.clone() } else { hash(&base.hash, &files) };
    let read = |format: Format, file: &File| relation_over(base, format, file);
    let (top, problems) = assemble(Format::Toml, files, &read);
    let mut merged = base.clone();
    replace(&mut merged.actors, top.actors, |entry| entry.id.clone());
    replace(&mut merged.roles, top.roles, |entry| entry.id.clone());
    replace(&mut merged.groups, top.groups, |entry| entry.id.clone());
    replace(&mut merged.ambiguous, top.ambiguous, |entry| (entry.name.clone(), entry.language.clone()));
    replace(&mut merged.relations, top.relations, |entry| entry.id.clone());
    for (code, language) in top.languages {
        add_language(merged.languages.entry(code).or_default(), language);
    }
    for (path, value) in top.extra {
        add_value(merged.extra.entry(path).or_insert(Value::Null), value);
    }
    sort(&mut merged);
    (Ontology { hash, sources: top.sources, tables: OnceLock::new(), ..merged }, problems)
}

fn hash(base: &str, files: &[File]) -> String {
    let mut all = vec![File { path: String::new(), text: base.to_owned() }];
    all.extend_from_slice(files);
    bundle::hash(&all)
}

/// Entries of the top take out the base's entries with their keys and follow the rest.
fn replace<T, K: PartialEq>(base: &mut Vec<T>, top: Vec<T>, key: impl Fn(&T) -> K) {
    base.retain(|old| !top.iter().any(|new| key(new) == key(old)));
    base.extend(top);
}

/// A relation file, whose keys replace those of the known relation; frames go by name, examples by text.
fn relation_over(base: &Ontology, format: Format, file: &File) -> Result<Relation, Problem> {
    let id = file.path.trim_start_matches("relations/").trim_end_matches(".toml");
    let merged = base.relation(id).and_then(|known| {
        let Ok(Value::Object(known)) = serde_json::to_value(known) else { return None };
        let Ok(Value::Object(top)) = bundle::parse(file) else { return None };
        serde_json::from_value(merge_relation(known, top)).ok()
    });
    // What does not merge has a fault of its own, which reading it alone places on a line.
    merged.map_or_else(|| whole_relation(format, file), Ok)
}

fn merge_relation(mut known: Map<String, Value>, top: Map<String, Value>) -> Value {
    for (key, value) in top {
        let identity: &[&str] = match key.as_str() {
            "frame" => &["language", "name"],
            "example" | "counterexample" => &["language", "text"],
            _ => &[],
        };
        match (known.get_mut(&key), value) {
            (Some(Value::Array(old)), Value::Array(new)) if !identity.is_empty() => {
                replace(old, new, |entry| {
                    identity.iter().map(|part| entry[*part].clone()).collect::<Vec<_>>()
                });
            }
            (_, value) => drop(known.insert(key, value)),
        }
    }
    Value::Object(known)
}

fn add_language(base: &mut Language, top: Language) {
    base.code = top.code;
    add_lists(&mut base.grammar.words, top.grammar.words);
    add_lists(&mut base.grammar.lists, top.grammar.lists);
    for governor in &mut base.governors {
        let newer = |word: &String| {
            top.governors.iter().any(|new| new.verbs.contains(word) || new.nouns.contains(word))
        };
        governor.verbs.retain(|word| !newer(word));
        governor.nouns.retain(|word| !newer(word));
    }
    base.governors.retain(|governor| !(governor.verbs.is_empty() && governor.nouns.is_empty()));
    base.governors.extend(top.governors);
    for marker in &mut base.markers {
        marker.words.retain(|word| !top.markers.iter().any(|new| new.words.contains(word)));
    }
    base.markers.retain(|marker| !marker.words.is_empty());
    base.markers.extend(top.markers);
    let (old, new) = (&mut base.lexicon, top.lexicon);
    add_words(&mut old.roots, new.roots);
    add_words(&mut old.verbs, new.verbs);
    add_words(&mut old.adjectives, new.adjectives);
    add_words(&mut old.nouns, new.nouns);
    add_words(&mut old.adverbs, new.adverbs);
    add_words(&mut old.support.gives, new.support.gives);
    add_words(&mut old.support.receives, new.support.receives);
}

fn add_lists<K: Ord>(base: &mut BTreeMap<K, Vec<String>>, top: BTreeMap<K, Vec<String>>) {
    for (key, words) in top {
        add_words(base.entry(key).or_default(), words);
    }
}

fn add_words(base: &mut Vec<String>, top: Vec<String>) {
    replace(base, top, Clone::clone);
}

/// Tables merge key by key, lists grow, everything else is replaced.
fn add_value(base: &mut Value, top: Value) {
    match (base, top) {
        (Value::Object(base), Value::Object(top)) => {
            for (key, value) in top {
                add_value(base.entry(key).or_insert(Value::Null), value);
            }
        }
        (Value::Array(base), Value::Array(top)) => replace(base, top, Clone::clone),
        (base, top) => *base = top,
    }
}
