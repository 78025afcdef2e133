//! What actors refer to exists, and their fixed fields hold what they say.

use super::add_or_write;
use crate::model::PartialDate;
use crate::ontology::{ActorEntry, OfficeHeld, Ontology, Problem};
use crate::spelling::nearest;

/// Relations that holding an office can be.
const OFFICE_RELATIONS: [&str; 3] = ["leads", "represents", "affiliated-with"];

pub(super) fn problems(ontology: &Ontology) -> Vec<Problem> {
    let of_actors = ontology.actors.iter().flat_map(|actor| actor_faults(ontology, actor));
    let of_roles = ontology.roles.iter().filter(|role| !OFFICE_RELATIONS.contains(&role.relation.as_str()));
    let of_roles = of_roles.map(|role| {
        let place = ontology.sources.entry("actors/roles.toml", "id", &role.id, 0);
        let cause = format!("role `{}`: holding an office is no `{}`", role.id, role.relation);
        Problem::new(place, cause, format!("write one of {}", super::one_of(OFFICE_RELATIONS)))
    });
    let of_names = ontology.ambiguous.iter().filter_map(|entry| {
        let (cause, fix) = unknown_actor(ontology, "stands for", entry.actor.as_deref()?)?;
        let place = ontology.sources.entry("actors/ambiguous.toml", "name", &entry.name, 0);
        Some(Problem::new(place, format!("`{}` {cause}", entry.name), fix))
    });
    of_actors.chain(of_roles).chain(of_names).collect()
}

/// What is wrong, and what to do about it.
type Fault = (String, String);

fn actor_faults(ontology: &Ontology, actor: &ActorEntry) -> Vec<Problem> {
    let mut faults = Vec::new();
    faults.extend(actor.country.iter().filter_map(|id| unknown_actor(ontology, "has the country", id)));
    faults.extend(actor.acts_for.iter().filter_map(|id| unknown_actor(ontology, "acts for", id)));
    faults.extend(actor.members.iter().filter_map(|id| unknown_actor(ontology, "has the member", id)));
    faults.extend(actor.offices.iter().flat_map(|office| office_faults(ontology, office)));
    faults.extend(field_faults(actor));
    let problem = |(cause, fix)| {
        let place = ontology.sources.entry("actors/", "id", &actor.id, 0);
        Problem::new(place, format!("`{}` {cause}", actor.id), fix)
    };
    faults.into_iter().map(problem).collect()
}

fn unknown_actor(ontology: &Ontology, what: &str, id: &str) -> Option<Fault> {
    if ontology.actor(id).is_some() {
        return None;
    }
    let near = nearest(id, ontology.actors.iter().map(|actor| actor.id.as_str()));
    Some((format!("{what} `{id}`, which is no actor"), add_or_write("the actor", near)))
}

fn office_faults(ontology: &Ontology, office: &OfficeHeld) -> Vec<Fault> {
    let mut faults: Vec<Fault> =
        unknown_actor(ontology, "holds an office for", &office.of).into_iter().collect();
    if ontology.roles.binary_search_by(|role| role.id.as_str().cmp(&office.role)).is_err() {
        let near = nearest(&office.role, ontology.roles.iter().map(|role| role.id.as_str()));
        let cause = format!("holds the office `{}`, which is no role", office.role);
        faults.push((cause, add_or_write("the role to actors/roles.toml", near)));
    }
    let dates = [&office.start, &office.end].into_iter().flatten();
    faults.extend(
        dates.filter_map(|date| Some((date.parse::<PartialDate>().err()?.to_string(), String::new()))),
    );
    if let (Some(start), Some(end)) = (&office.start, &office.end)
        && is_after(start, end)
    {
        faults.push((format!("leaves an office on {end}, before {start}"), String::from("swap the dates")));
    }
    faults
}

/// Later, as far as the less precise date tells.
fn is_after(start: &str, end: &str) -> bool {
    let shared = start.len().min(end.len());
    start.get(..shared) > end.get(..shared)
}

fn field_faults(actor: &ActorEntry) -> Vec<Fault> {
    let upper =
        |text: &str, length: usize| text.len() == length && text.bytes().all(|b| b.is_ascii_uppercase());
    let is_item = |text: &str| {
        text.strip_prefix('Q').is_some_and(|n| n.bytes().all(|b| b.is_ascii_digit()) && !n.is_empty())
    };
    let rules = [
        (!actor.label.contains_key("en"), "has no English label", "add `en` to `label`"),
        (
            actor.iso3.as_deref().is_some_and(|code| !upper(code, 3)),
            "has an `iso3` that is no country code",
            "write three capital letters",
        ),
        (
            actor.wikidata.as_deref().is_some_and(|item| !is_item(item)),
            "has a `wikidata` that is no item",
            "write it like `Q423`",
        ),
        (
            actor.all_names().any(|(_, name)| name.trim() != name || name.is_empty()),
            "has a name that is empty or has white space around it",
            "trim it",
        ),
    ];
    let broken = rules.into_iter().filter(|(broken, ..)| *broken);
    broken.map(|(_, cause, fix)| (cause.to_owned(), fix.to_owned())).collect()
}

#[cfg(test)]
mod tests {
    use crate::ontology::samples::messages;

    fn person(rest: &str) -> Vec<String> {
        let role =
            "[[role]]\nid = \"president\"\nclass = \"head-of-state\"\nrelation = \"leads\"\nnames = {}\n";
        let state = "[[actor]]\nid = \"russia\"\nkind = \"state\"\nlabel = { en = \"Russia\" }\n";
        let person = "[[actor]]\nid = \"p\"\nkind = \"person\"\nlabel = { en = \"P\" }\n".to_owned() + rest;
        messages(&[
            ("actors/people.toml", &person),
            ("actors/roles.toml", role),
            ("actors/states.toml", state),
        ])
    }

    #[test]
    fn what_an_actor_refers_to_exists() {
        for (line, what) in [
            ("country = \"rusia\"", "has the country"),
            ("acts_for = \"rusia\"", "acts for"),
            ("members = [\"russia\", \"rusia\"]", "has the member"),
            ("offices = [{ role = \"president\", of = \"rusia\" }]", "holds an office for"),
        ] {
            let cause = format!("`p` {what} `rusia`, which is no actor");
            let fix = "(add the actor, or write `russia`)";
            assert_eq!(person(line), [format!("actors/people.toml:2: {cause} {fix}")]);
        }
    }

    #[test]
    fn an_office_is_a_role() {
        assert_eq!(
            person("offices = [{ role = \"presiden\", of = \"russia\" }]"),
            ["actors/people.toml:2: `p` holds the office `presiden`, which is no role \
              (add the role to actors/roles.toml, or write `president`)"]
        );
    }

    #[test]
    fn tenures_are_dates_in_order() {
        let office = |start: &str, end: &str| {
            person(&format!(
                "offices = [{{ role = \"president\", of = \"russia\", start = \"{start}\", end = \"{end}\" }}]"
            ))
        };
        assert_eq!(office("2000-05-07", "2008"), Vec::<String>::new());
        assert_eq!(office("2025-01-20", "2025"), Vec::<String>::new());
        assert!(office("7 May 2000", "2008")[0].contains("`7 May 2000` is not a date"));
        let swapped = "actors/people.toml:2: `p` leaves an office on 2000, before 2008 (swap the dates)";
        assert_eq!(office("2008", "2000"), [swapped]);
    }

    #[test]
    fn codes_have_their_form() {
        assert!(person("iso3 = \"ru\"")[0].contains("no country code (write three capital letters)"));
        assert!(person("wikidata = \"159\"")[0].contains("no item (write it like `Q423`)"));
        assert!(person("names.en = [\" P\"]")[0].contains("white space around it"));
    }

    #[test]
    fn an_actor_has_an_english_label() {
        let state = "[[actor]]\nid = \"x\"\nkind = \"state\"\nlabel = { id = \"X\" }\n";
        let message = "actors/states.toml:2: `x` has no English label (add `en` to `label`)";
        assert_eq!(messages(&[("actors/states.toml", state)]), [message]);
    }

    #[test]
    fn an_office_is_one_of_three_relations() {
        let role = "[[role]]\nid = \"r\"\nclass = \"leader\"\nrelation = \"supports\"\nnames = {}\n";
        assert_eq!(
            messages(&[("actors/roles.toml", role)]),
            ["actors/roles.toml:2: role `r`: holding an office is no `supports` \
              (write one of `leads`, `represents`, `affiliated-with`)"]
        );
    }

    #[test]
    fn an_ambiguous_name_stands_for_an_actor() {
        let entry = "[[ambiguous]]\nname = \"AS\"\nactor = \"usa\"\n";
        assert_eq!(
            messages(&[("actors/ambiguous.toml", entry)]),
            ["actors/ambiguous.toml:2: `AS` stands for `usa`, which is no actor (add the actor)"]
        );
    }
}
