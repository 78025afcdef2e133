//! Words → actors, groups and roles.

use rustc_hash::FxHashSet;

use super::forms::Forms;
use super::phrase::Phrases;
use crate::ontology::{ActorEntry, Ontology};

/// How a name names its actor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameKind {
    /// A label or alias.
    Name,
    /// An adjective ("North Korean").
    Adjective,
    /// A capital or building that stands for the actor.
    Seat,
    /// A name that counts only after a full name or a title.
    Weak,
    /// A name that `ambiguous.toml` decides.
    Ambiguous,
}

/// What a name stands for.
#[derive(Debug, Clone, Copy)]
pub struct NameSense {
    /// How it names.
    pub kind: NameKind,
    /// Index in [`Ontology::actors`], or in [`Ontology::ambiguous`] for [`NameKind::Ambiguous`].
    pub index: usize,
}

/// The names of one language.
#[derive(Debug, Default)]
pub struct Names {
    /// Names of actors.
    pub actors: Phrases<NameSense>,
    /// Group words → index in [`Ontology::groups`].
    pub groups: Phrases<usize>,
    /// Titles → index in [`Ontology::roles`].
    pub roles: Phrases<usize>,
}

impl Names {
    /// Tables over the actors, groups and roles, for one language.
    pub fn build(ontology: &Ontology, language: &str, forms: &Forms) -> Self {
        let mut names = Self::default();
        let mut decided = FxHashSet::default();
        for (index, rule) in ontology.ambiguous.iter().enumerate() {
            if rule.language.as_deref().is_none_or(|code| code == language) {
                names
                    .actors
                    .insert_words(&forms.words(&rule.name), NameSense { kind: NameKind::Ambiguous, index });
                decided.insert(rule.name.as_str());
            }
        }
        for (index, actor) in ontology.actors.iter().enumerate() {
            names.add_actor(actor, index, (language, forms), &decided);
        }
        for (index, group) in ontology.groups.iter().enumerate() {
            in_language(&group.names, language)
                .for_each(|name| names.groups.insert_words(&forms.words(name), index));
        }
        for (index, role) in ontology.roles.iter().enumerate() {
            in_language(&role.names, language).for_each(|name| names.add_role(name, index, forms));
        }
        names.actors.sort();
        names.groups.sort();
        names.roles.sort();
        names
    }

    /// Adds a title; one with a hyphen, whose capitals part it ("Secretary-General"), also in its parts.
    fn add_role(&mut self, name: &str, index: usize, forms: &Forms) {
        self.roles.insert_words(&forms.words(name), index);
        if name.contains('-') {
            self.roles.insert_words(&forms.words(&name.replace('-', " - ")), index);
        }
    }

    /// Adds the names of an actor that no rule decides.
    fn add_actor(
        &mut self,
        actor: &ActorEntry,
        index: usize,
        (language, forms): (&str, &Forms),
        decided: &FxHashSet<&str>,
    ) {
        let mut add = |name: &str, kind| {
            if !decided.contains(name) {
                self.actors.insert_words(&forms.words(name), NameSense { kind, index });
                if let Some(joined) = joined_initials(name) {
                    self.actors.insert_words(&forms.words(&joined), NameSense { kind, index });
                }
            }
        };
        let labels = ["en", language].into_iter().filter_map(|code| actor.label.get(code));
        labels.for_each(|label| add(label, NameKind::Name));
        in_language(&actor.names, language).for_each(|name| add(name, NameKind::Name));
        in_language(&actor.adjectives, language).for_each(|name| add(name, NameKind::Adjective));
        in_language(&actor.seats, language).for_each(|name| add(name, NameKind::Seat));
        actor.weak.iter().for_each(|name| add(name, NameKind::Weak));
    }
}

/// "J. D. Vance" is also written "J.D. Vance".
fn joined_initials(name: &str) -> Option<String> {
    let parts: Vec<&str> = name.split(' ').collect();
    let initial = |part: &str| part.len() == 2 && part.ends_with('.');
    let joined = parts.iter().enumerate().map(|(at, &part)| {
        let apart = at + 1 < parts.len() && !(initial(part) && initial(parts[at + 1]));
        [part, if apart { " " } else { "" }].concat()
    });
    parts.windows(2).any(|pair| pair.iter().all(|part| initial(part))).then(|| joined.collect())
}

fn in_language<'a>(names: &'a crate::ontology::Names, language: &'a str) -> impl Iterator<Item = &'a str> {
    let lists = [language, "any"].into_iter().filter_map(|code| names.get(code));
    lists.flatten().map(String::as_str)
}
