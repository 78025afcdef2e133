//! A user's folder over the shipped ontology: a known id replaces, a new one is added, words are added.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde_json::{Map, Value};

use super::bundle::{self, File};
use super::load::{assemble, sort, whole_relation};
use super::parse::Format;
use super::{Governor, Heads, Language, Lexicon, Marker, Morphology, Ontology, Problem, Relation};

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
    let mut all = vec![File { path: String::new(), text: base.to_owned().into() }];
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
    if top.grammar.heads != Heads::default() {
        base.grammar.heads = top.grammar.heads;
    }
    add_lists(&mut base.grammar.words, top.grammar.words);
    add_lists(&mut base.grammar.lists, top.grammar.lists);
    add_governors(&mut base.governors, top.governors);
    add_markers(&mut base.markers, top.markers);
    add_lexicon(&mut base.lexicon, top.lexicon);
}

/// A word belongs to one governor: the newer one takes it.
fn add_governors(base: &mut Vec<Governor>, top: Vec<Governor>) {
    for governor in &mut *base {
        governor.verbs.retain(|verb| !top.iter().any(|new| new.verbs.contains(verb)));
        governor.nouns.retain(|noun| !top.iter().any(|new| new.nouns.contains(noun)));
    }
    base.retain(|governor| !(governor.verbs.is_empty() && governor.nouns.is_empty()));
    base.extend(top);
}

fn add_markers(base: &mut Vec<Marker>, top: Vec<Marker>) {
    for marker in &mut *base {
        marker.words.retain(|word| !top.iter().any(|new| new.words.contains(word)));
    }
    base.retain(|marker| !marker.words.is_empty());
    base.extend(top);
}

fn add_lexicon(base: &mut Lexicon, top: Lexicon) {
    if top.morphology != Morphology::None {
        base.morphology = top.morphology;
    }
    add_words(&mut base.roots, top.roots);
    add_words(&mut base.verbs, top.verbs);
    add_words(&mut base.adjectives, top.adjectives);
    add_words(&mut base.nouns, top.nouns);
    add_words(&mut base.adverbs, top.adverbs);
    add_words(&mut base.support.gives, top.support.gives);
    add_words(&mut base.support.receives, top.support.receives);
    replace(&mut base.irregular.verbs, top.irregular.verbs, Clone::clone);
    replace(&mut base.irregular.present, top.irregular.present, Clone::clone);
    replace(&mut base.irregular.nouns, top.irregular.nouns, Clone::clone);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Status;
    use crate::ontology::validate::broken::{SUPPORTS, files, ontology};

    fn overlaid(base: &[(&str, &str)], top: &[(&str, &str)]) -> Ontology {
        let (overlaid, problems) = over(&ontology(base), files(top));
        assert!(problems.is_empty(), "{problems:#?}");
        overlaid
    }

    #[test]
    fn a_known_actor_is_replaced_and_a_new_one_added() {
        let actor = |id: &str, label: &str| {
            format!(
                "[[actor]]\nid = \"{id}\"\nkind = \"state\"\nlabel = {{ en = \"{label}\" }}\nmembers = [\"{label}\"]\n"
            )
        };
        let base = actor("b", "Old") + &actor("c", "C");
        let top = actor("b", "New") + &actor("a", "A");
        let overlaid = overlaid(&[("actors/states.toml", &base)], &[("actors/mine.toml", &top)]);
        let labels: Vec<&str> = overlaid.actors.iter().map(|actor| actor.label["en"].as_str()).collect();
        assert_eq!(labels, ["A", "New", "C"]);
        assert_eq!(overlaid.actor("b").unwrap().members, ["New"]);
    }

    #[test]
    fn a_relation_is_replaced_key_by_key_and_frame_by_frame() {
        let top = r#"weight = 6.0
            [[frame]]
            name = "back"
            language = "id"
            verbs = ["menyokong"]
            subject = ["subject"]
            object = ["object"]
            [[frame]]
            name = "stand-by"
            language = "id"
            verbs = ["mendampingi"]
            subject = ["subject"]
            object = ["object"]
            [[example]]
            language = "id"
            text = "Iran menyokong Suriah."
            claims = ["iran supports syria"]"#;
        let file = "relations/supports.toml";
        let overlaid = overlaid(&[(file, SUPPORTS)], &[(file, top)]);
        let relation = overlaid.relation("supports").unwrap();
        assert!((relation.weight - 6.0).abs() < f64::EPSILON);
        assert_eq!(relation.label["en"], "supports");
        let verbs: Vec<&str> = relation.frames.iter().map(|frame| frame.verbs[0].as_str()).collect();
        assert_eq!(verbs, ["menyokong", "mendampingi"]);
        assert_eq!((relation.examples.len(), relation.counterexamples.len()), (2, 1));
    }

    #[test]
    fn a_fault_of_a_partial_relation_has_its_line() {
        let file = "relations/supports.toml";
        let top = "weight = 6.0\n[[frame]]\nname = \"x\"\nverb = [\"y\"]\n";
        let (_, problems) = over(&ontology(&[(file, SUPPORTS)]), files(&[(file, top)]));
        assert_eq!(problems.len(), 1);
        let message = problems[0].to_string();
        assert!(message.starts_with("relations/supports.toml:4: unknown field `verb`"), "{message}");
    }

    #[test]
    fn words_are_added_and_status_words_decided_anew() {
        let grammar = |word: &str| format!("[words]\nADP = [\"{word}\"]\n[lists]\nagent = [\"{word}\"]\n");
        let status = |words: &str, status: &str| {
            format!("[[marker]]\nwords = [{words}]\nstatus = \"{status}\"\nscope = \"verb\"\n")
        };
        let overlaid = overlaid(
            &[
                ("languages/id/grammar.toml", &grammar("oleh")),
                ("languages/id/status.toml", &status("\"akan\", \"bakal\"", "planned")),
            ],
            &[
                ("languages/id/grammar.toml", &grammar("sama")),
                ("languages/id/status.toml", &status("\"akan\"", "possible")),
            ],
        );
        let language = &overlaid.languages["id"];
        assert_eq!(language.grammar.lists["agent"], ["oleh", "sama"]);
        let markers: Vec<(&str, Status)> =
            language.markers.iter().map(|marker| (marker.words[0].as_str(), marker.status)).collect();
        assert_eq!(markers, [("bakal", Status::Planned), ("akan", Status::Possible)]);
    }

    #[test]
    fn other_files_are_merged_deeply() {
        let base = "threshold = 0.5\n[reliability]\nnews = 0.9\nwords = [\"a\"]\n";
        let top = "[reliability]\nnews = 0.8\nwords = [\"b\"]\n";
        let overlaid = overlaid(&[("languages/id/dates.toml", base)], &[("languages/id/dates.toml", top)]);
        let merged = serde_json::json!({"threshold": 0.5, "reliability": {"news": 0.8, "words": ["a", "b"]}});
        assert_eq!(overlaid.extra["languages/id/dates.toml"], merged);
    }

    #[test]
    fn the_hash_tells_the_overlay() {
        let base = ontology(&[("languages/id/dates.toml", "a = 1\n")]);
        let hash = |top: &[(&str, &str)]| over(&base, files(top)).0.hash;
        assert_eq!(hash(&[]), base.hash);
        assert_ne!(hash(&[("languages/id/dates.toml", "a = 2\n")]), base.hash);
        assert_ne!(
            hash(&[("languages/id/dates.toml", "a = 2\n")]),
            hash(&[("languages/id/dates.toml", "a = 3\n")])
        );
    }
}
