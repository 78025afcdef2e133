//! A name stands for one entry in each language, unless `ambiguous.toml` decides.

use std::collections::{BTreeMap, BTreeSet};

use crate::ontology::actors::{Names, each_name};
use crate::ontology::{Ontology, Problem};

/// Code of the names that every language uses.
const ANY: &str = "any";

/// Ids of the entries that a name stands for, by language.
type Holders<'a> = BTreeMap<&'a str, BTreeSet<&'a str>>;

pub(super) fn problems(ontology: &Ontology) -> Vec<Problem> {
    let mut names: BTreeMap<String, Holders<'_>> = BTreeMap::new();
    for actor in &ontology.actors {
        for (language, name) in actor.all_names() {
            names.entry(name.to_owned()).or_default().entry(language).or_default().insert(&actor.id);
        }
    }
    let undecided = |name: &str, language: &str| !is_decided(ontology, name, language);
    let mut problems = shared(ontology, "actors/", &names, undecided);
    let roles = by_word(ontology.roles.iter().map(|role| (role.id.as_str(), &role.names)));
    let groups = by_word(ontology.groups.iter().map(|group| (group.id.as_str(), &group.names)));
    problems.extend(shared(ontology, "actors/roles.toml", &roles, |_, _| true));
    problems.extend(shared(ontology, "actors/groups.toml", &groups, |_, _| true));
    problems
}

/// Titles and group words are matched without regard to capitals.
fn by_word<'a>(entries: impl Iterator<Item = (&'a str, &'a Names)>) -> BTreeMap<String, Holders<'a>> {
    let mut words: BTreeMap<String, Holders<'_>> = BTreeMap::new();
    for (id, names) in entries {
        for (language, name) in each_name(names) {
            words.entry(name.to_lowercase()).or_default().entry(language).or_default().insert(id);
        }
    }
    words
}

/// Decided for every language, or for this one; a name of `any` language in each that there is.
fn is_decided(ontology: &Ontology, name: &str, language: &str) -> bool {
    let rules = || ontology.ambiguous.iter().filter(|rule| rule.name == name);
    let decided_for = |code: &str| rules().any(|rule| rule.language.as_deref() == Some(code));
    let mut codes = ontology.languages.keys();
    rules().any(|rule| rule.language.is_none())
        || decided_for(language)
        || (language == ANY && codes.len() > 0 && codes.all(|code| decided_for(code)))
}

fn shared(
    ontology: &Ontology,
    files: &str,
    names: &BTreeMap<String, Holders<'_>>,
    undecided: impl Fn(&str, &str) -> bool,
) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (name, holders) in names {
        for language in holders.keys() {
            let ids = in_language(holders, language);
            // Two of `any` are reported once, not again for each language that adds nothing.
            let new = *language == ANY || ids.len() > holders.get(ANY).map_or(1, BTreeSet::len);
            if ids.len() > 1 && new && undecided(name, language) {
                problems.push(problem(ontology, files, name, language, &ids));
            }
        }
    }
    problems
}

fn in_language<'a>(holders: &Holders<'a>, language: &str) -> BTreeSet<&'a str> {
    let own = holders.get(language).into_iter().flatten();
    own.chain(holders.get(ANY).into_iter().flatten()).copied().collect()
}

fn problem(ontology: &Ontology, files: &str, name: &str, language: &str, ids: &BTreeSet<&str>) -> Problem {
    let ids: Vec<&str> = ids.iter().copied().collect();
    let place = ontology.sources.entry(files, "id", ids[ids.len() - 1], 0);
    let cause = format!("the name `{name}` ({language}) stands for {}", ids.join(" and "));
    let fix = if files == "actors/" {
        "take it from all but one, or decide in actors/ambiguous.toml"
    } else {
        "take it from all but one"
    };
    Problem::new(place, cause, fix)
}

#[cfg(test)]
mod tests {
    use crate::ontology::samples::messages;

    const TWO: &str = r#"[[actor]]
id = "georgia"
kind = "state"
label = { en = "Georgia" }
[[actor]]
id = "georgia-us"
kind = "territory"
label = { en = "Georgia (US)" }
names = { any = ["Georgia"] }
"#;

    #[test]
    fn a_name_of_two_actors_is_reported() {
        let fix = "take it from all but one, or decide in actors/ambiguous.toml";
        let cause = "the name `Georgia` (any) stands for georgia and georgia-us";
        assert_eq!(
            messages(&[("actors/states.toml", TWO)]),
            [format!("actors/states.toml:6: {cause} ({fix})")]
        );
    }

    #[test]
    fn the_same_name_in_two_languages_is_no_conflict() {
        let apart = TWO.replace(
            "label = { en = \"Georgia\" }",
            "label = { en = \"G\" }\nnames = { en = [\"Georgia\"] }",
        );
        let apart = apart.replace("any = [", "id = [");
        assert_eq!(messages(&[("actors/states.toml", &apart)]), Vec::<String>::new());
    }

    #[test]
    fn ambiguous_names_can_be_decided() {
        let decision = "[[ambiguous]]\nname = \"Georgia\"\nactor = \"georgia\"\n";
        let files = [("actors/states.toml", TWO), ("actors/ambiguous.toml", decision)];
        assert_eq!(messages(&files), Vec::<String>::new());
        let elsewhere = decision.to_owned() + "language = \"id\"\n";
        let files = [("actors/states.toml", TWO), ("actors/ambiguous.toml", &elsewhere)];
        assert_eq!(messages(&files).len(), 1);
    }

    #[test]
    fn a_word_of_two_roles_is_reported() {
        let role = |id: &str, word: &str| {
            let fields = "class = \"leader\"\nrelation = \"leads\"";
            format!("[[role]]\nid = \"{id}\"\n{fields}\nnames.id = [\"{word}\"]\n")
        };
        assert_eq!(
            messages(&[("actors/roles.toml", &(role("chair", "ketua") + &role("speaker", "Ketua")))]),
            [
                "actors/roles.toml:7: the name `ketua` (id) stands for chair and speaker (take it from all but one)"
            ]
        );
    }
}
