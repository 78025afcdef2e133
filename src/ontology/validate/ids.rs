//! Ids are kebab-case and stand for one entry.

use crate::ontology::expectation::is_kebab;
use crate::ontology::{Ontology, Problem};

pub(super) fn problems(ontology: &Ontology) -> Vec<Problem> {
    let mut problems = Vec::new();
    family(ontology, "actors/", ontology.actors.iter().map(|entry| &entry.id), &mut problems);
    family(ontology, "actors/roles.toml", ontology.roles.iter().map(|entry| &entry.id), &mut problems);
    family(ontology, "actors/groups.toml", ontology.groups.iter().map(|entry| &entry.id), &mut problems);
    for relation in &ontology.relations {
        family(ontology, &relation.file(), std::iter::once(&relation.id), &mut problems);
    }
    problems
}

/// The ids of one family, which come sorted.
fn family<'a>(
    ontology: &Ontology,
    files: &str,
    ids: impl Iterator<Item = &'a String>,
    problems: &mut Vec<Problem>,
) {
    let mut previous: Option<&String> = None;
    for id in ids {
        if !is_kebab(id) {
            let place = ontology.sources.entry(files, "id", id, 0);
            let fix = format!("write `{}`", crate::model::kebab(id));
            problems.push(Problem::new(place, format!("the id `{id}` is not ASCII kebab-case"), fix));
        }
        if previous == Some(id) {
            let place = ontology.sources.entry(files, "id", id, 1);
            let fix = "merge the two entries, or give one another id";
            problems.push(Problem::new(place, format!("the id `{id}` is given twice"), fix));
        }
        previous = Some(id);
    }
}

#[cfg(test)]
mod tests {
    use crate::ontology::samples::messages;

    #[test]
    fn an_id_given_twice_names_the_second_place() {
        let actor = "[[actor]]\nid = \"x\"\nkind = \"state\"\nlabel = { en = \"X\" }\n";
        let twice = actor.to_owned() + actor;
        assert_eq!(
            messages(&[("actors/states.toml", &twice)]),
            [
                "actors/states.toml:6: the id `x` is given twice (merge the two entries, or give one another id)"
            ]
        );
    }

    #[test]
    fn an_id_is_kebab_case() {
        let actor = "[[actor]]\nid = \"Côte_dIvoire\"\nkind = \"state\"\nlabel = { en = \"X\" }\n";
        assert_eq!(
            messages(&[("actors/states.toml", actor)]),
            ["actors/states.toml:2: the id `Côte_dIvoire` is not ASCII kebab-case (write `cote-divoire`)"]
        );
    }
}
