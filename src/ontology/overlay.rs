//! A user's folder over the shipped ontology: a known id replaces, a new one is added, words are added.

mod circumstance;

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::bundle::{self, File};
use super::load::{assemble, sort, whole_relation};
use super::parse::Format;
use super::{
    Boilerplate, Bylines, Dates, Governor, Heads, Language, Lexicon, Marker, Morphology, Ontology, Problem,
    Relation, Scoring,
};

/// The base with the files of a folder over it, and every file that could not be taken in.
pub(super) fn over(base: &Ontology, files: Vec<File>) -> (Ontology, Vec<Problem>) {
    let hash = if files.is_empty() { base.hash.clone() } else { hash(&base.hash, &files) };
    let read = |format: Format, file: &File| relation_over(base, format, file);
    let scoring = scoring_over(&base.scoring, &files);
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
    merged.codes.extend(top.codes);
    for (scale, weights) in top.weights {
        merged.weights.entry(scale).or_default().extend(weights);
    }
    circumstance::add_contexts(&mut merged.contexts, top.contexts);
    merged.reliability.add(top.reliability);
    sort(&mut merged);
    let fresh = Ontology { tables: OnceLock::new(), rates: OnceLock::new(), ..merged };
    (Ontology { hash, scoring, sources: top.sources, ..fresh }, problems)
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
    let lists: fn(&str) -> List = |key| match key {
        "frame" => Some(&["language", "name"]),
        "example" | "counterexample" => Some(&["language", "text"]),
        _ => None,
    };
    let merged = base.relation(id).and_then(|known| merged(known, file, lists));
    // What does not merge has a fault of its own, which reading it alone places on a line.
    merged.map_or_else(|| whole_relation(format, file), Ok)
}

/// The scoring with the keys of a scoring file, if there is one; its lists grow. What does not merge is reported by
/// reading the file alone.
fn scoring_over(base: &Scoring, files: &[File]) -> Scoring {
    let file = files.iter().find(|file| file.path == "scoring.toml");
    file.and_then(|file| merged(base, file, |_| Some(&[]))).unwrap_or_else(|| base.clone())
}

/// Keys by which entries of a list are known; none: the whole entry. `None` for a list that is replaced.
type List = Option<&'static [&'static str]>;

/// A value with the keys that a file gives; new entries of a list replace the known ones of the same identity.
fn merged<T: Serialize + DeserializeOwned>(known: &T, file: &File, lists: fn(&str) -> List) -> Option<T> {
    let Ok(Value::Object(mut known)) = serde_json::to_value(known) else { return None };
    let Ok(Value::Object(top)) = bundle::parse(file) else { return None };
    for (key, value) in top {
        match (lists(&key), known.get_mut(&key), value) {
            (Some([]), Some(Value::Array(old)), Value::Array(new)) => replace(old, new, Clone::clone),
            (Some(parts), Some(Value::Array(old)), Value::Array(new)) => {
                replace(old, new, |entry| parts.iter().map(|part| entry[*part].clone()).collect::<Vec<_>>());
            }
            (_, _, value) => drop(known.insert(key, value)),
        }
    }
    serde_json::from_value(Value::Object(known)).ok()
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
    add_boilerplate(&mut base.boilerplate, top.boilerplate);
    add_dates(&mut base.dates, top.dates);
    add_bylines(&mut base.bylines, top.bylines);
    circumstance::add_time(&mut base.time, top.time);
    circumstance::add_citing(&mut base.citing, top.citing);
    circumstance::take_over(&mut base.participants, top.participants, |entry| &mut entry.words);
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

fn add_boilerplate(base: &mut Boilerplate, top: Boilerplate) {
    add_words(&mut base.lines, top.lines);
    add_words(&mut base.starts, top.starts);
    add_words(&mut base.labels, top.labels);
    add_words(&mut base.bare_labels, top.bare_labels);
}

fn add_dates(base: &mut Dates, top: Dates) {
    add_each(&mut base.months, top.months);
    add_each(&mut base.weekdays, top.weekdays);
    add_words(&mut base.before_time, top.before_time);
    add_words(&mut base.published, top.published);
    base.zones.extend(top.zones);
    base.order = top.order.or(base.order);
}

fn add_bylines(base: &mut Bylines, top: Bylines) {
    add_words(&mut base.authors, top.authors);
    add_words(&mut base.agencies, top.agencies);
    add_words(&mut base.outlets, top.outlets);
    add_lists(&mut base.sections, top.sections);
}

/// The n-th list of the top goes to the n-th list of the base.
fn add_each(base: &mut Vec<Vec<String>>, top: Vec<Vec<String>>) {
    base.resize(base.len().max(top.len()), Vec::new());
    base.iter_mut().zip(top).for_each(|(base, top)| add_words(base, top));
}

fn add_lists<K: Ord>(base: &mut BTreeMap<K, Vec<String>>, top: BTreeMap<K, Vec<String>>) {
    for (key, words) in top {
        add_words(base.entry(key).or_default(), words);
    }
}

fn add_words(base: &mut Vec<String>, top: Vec<String>) {
    replace(base, top, Clone::clone);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Genre, Status};
    use crate::ontology::Order;
    use crate::ontology::samples::{SUPPORTS, files, ontology, overlaid};

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
    fn what_reading_goes_by_grows() {
        let base = [
            ("languages/id/boilerplate.toml", "lines = [\"iklan\"]\nlabels = [\"terkait\"]\n"),
            ("languages/id/dates.toml", "months = [[\"januari\"], [\"februari\"]]\norder = \"day-month\"\n"),
            ("languages/id/bylines.toml", "agencies = [\"Kabar\"]\n[sections]\nopinion = [\"opini\"]\n"),
        ];
        let top = [
            ("languages/id/boilerplate.toml", "lines = [\"promosi\"]\n"),
            ("languages/id/dates.toml", "months = [[], [\"peb\"]]\nzones = { WIB = \"+07:00\" }\n"),
            ("languages/id/bylines.toml", "[sections]\nopinion = [\"catatan\"]\n"),
            ("languages/codes.toml", "xyz = \"xy\"\n"),
        ];
        let overlaid = overlaid(&base, &top);
        let language = &overlaid.languages["id"];
        assert_eq!(language.boilerplate.lines, ["iklan", "promosi"]);
        assert_eq!(language.boilerplate.labels, ["terkait"]);
        assert_eq!(language.dates.months, [vec!["januari"], vec!["februari", "peb"]]);
        assert_eq!((language.dates.order, &*language.dates.zones["WIB"]), (Some(Order::DayMonth), "+07:00"));
        assert_eq!(language.bylines.agencies, ["Kabar"]);
        assert_eq!(language.bylines.sections[&Genre::Opinion], ["opini", "catatan"]);
        assert_eq!(overlaid.codes["xyz"], "xy");
    }

    #[test]
    fn scoring_is_changed_key_by_key() {
        let base = [("scoring.toml", "threshold = 0.4\napart = [\"OPP\"]\n")];
        let scoring = overlaid(&base, &[("scoring.toml", "third_parties = 3\napart = [\"REB\"]\n")]).scoring;
        assert!((scoring.threshold - 0.4).abs() < f64::EPSILON);
        assert_eq!((scoring.third_parties, scoring.apart), (3, vec!["OPP".to_owned(), "REB".to_owned()]));
    }

    #[test]
    fn the_hash_tells_the_overlay() {
        let file = "languages/id/bylines.toml";
        let base = ontology(&[(file, "agencies = [\"A\"]\n")]);
        let hash = |top: &[(&str, &str)]| over(&base, files(top)).0.hash;
        assert_eq!(hash(&[]), base.hash);
        assert_ne!(hash(&[(file, "agencies = [\"B\"]\n")]), base.hash);
        assert_ne!(hash(&[(file, "agencies = [\"B\"]\n")]), hash(&[(file, "agencies = [\"C\"]\n")]));
    }
}
