//! Which ids name the same actor, and which state an actor belongs to.

use std::collections::BTreeMap;

/// The tables that scoring compares actors by.
#[derive(Debug, Clone, Default)]
pub struct Names {
    same: BTreeMap<String, String>,
    states: BTreeMap<String, String>,
}

impl Names {
    /// From `same` (id → the id that it is the same as) and `rollup` (actor → its state).
    pub fn new(same: BTreeMap<String, String>, rollup: BTreeMap<String, String>) -> Self {
        let names = Self { same, states: BTreeMap::new() };
        let states = rollup.iter().map(|(actor, state)| (names.id(actor), names.id(state))).collect();
        Self { states, ..names }
    }

    /// The one spelling of an id: kebab-case, and of ids for the same actor the chosen one.
    pub fn id(&self, id: &str) -> String {
        let id = id.trim().to_lowercase().replace(['_', ' '], "-");
        if let Some(same) = self.same.get(&id) {
            return same.clone();
        }
        match id.split_once('/') {
            Some((base, group)) if !group.is_empty() => format!("{}/{group}", self.base(base)),
            Some((base, _)) => self.base(base).to_owned(),
            None => id,
        }
    }

    fn base<'a>(&'a self, base: &'a str) -> &'a str {
        self.same.get(base).map_or(base, String::as_str)
    }

    /// The state of an actor: by the table, else the actor that a group belongs to, else itself.
    pub fn state(&self, id: &str) -> String {
        let id = self.id(id);
        let base = id.split('/').next().unwrap_or_default();
        self.states.get(&id).or_else(|| self.states.get(base)).map_or(base, String::as_str).to_owned()
    }

    /// The state of a predicted actor, which may name its country itself.
    pub fn state_of(&self, party: &super::Party) -> String {
        match party.country.as_deref() {
            Some(country) if !country.is_empty() => self.state(country),
            _ => self.state(&party.id),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names() -> Names {
        let table = |pairs: &[(&str, &str)]| {
            pairs.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect::<BTreeMap<_, _>>()
        };
        Names::new(table(&[("borduria-land", "borduria")]), table(&[("Ottokar", "syldavia")]))
    }

    #[test]
    fn ids_of_the_same_actor_become_one() {
        assert_eq!(names().id(" Borduria_Land "), "borduria");
        assert_eq!(names().id("borduria-land/army"), "borduria/army");
        assert_eq!(names().id("syldavia"), "syldavia");
    }

    #[test]
    fn actors_roll_up_to_their_state() {
        assert_eq!(names().state("ottokar"), "syldavia");
        assert_eq!(names().state("ottokar/guards"), "syldavia");
        assert_eq!(names().state("borduria/army"), "borduria");
    }
}
