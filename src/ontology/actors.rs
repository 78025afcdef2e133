//! Entries of `ontology/actors`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::model::ActorKind;

/// Names by language code; `any` holds names that every language uses.
pub type Names = BTreeMap<String, Vec<String>>;

/// An actor: an entry of `states.toml`, `organizations.toml`, `people.toml` or `others.toml`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActorEntry {
    /// ASCII kebab-case id.
    pub id: String,
    /// What sort of actor it is.
    pub kind: ActorKind,
    /// Label by language code; `en` is required.
    pub label: BTreeMap<String, String>,
    /// Further names by language code.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub names: Names,
    /// Adjectives by language code ("North Korean").
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub adjectives: Names,
    /// Capitals and buildings that stand for the actor when they act.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub seats: Names,
    /// State that it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// State on whose behalf it acts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub acts_for: Option<String>,
    /// PLOVER sector code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sector: Option<String>,
    /// ISO 3166-1 alpha-3 code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub iso3: Option<String>,
    /// Wikidata item.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wikidata: Option<String>,
    /// Ids of member actors.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub members: Vec<String>,
    /// Names that count only after a full name or with a title.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub weak: Vec<String>,
    /// Offices that a person holds or held.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub offices: Vec<OfficeHeld>,
}

impl ActorEntry {
    /// Every name that stands for the actor without help, with its language code: labels, names, adjectives
    /// and seats, but not the weak ones. The English label counts in `any` language.
    pub fn all_names(&self) -> impl Iterator<Item = (&str, &str)> {
        let everywhere = |language| if language == "en" { "any" } else { language };
        let labels = self.label.iter().map(move |(language, label)| (everywhere(language), label.as_str()));
        labels.chain([&self.names, &self.adjectives, &self.seats].into_iter().flat_map(each_name))
    }
}

/// The names one by one, each with its language code.
pub(super) fn each_name(names: &Names) -> impl Iterator<Item = (&str, &str)> {
    names.iter().flat_map(|(language, names)| names.iter().map(|name| (language.as_str(), name.as_str())))
}

/// An office of a person, with its dates.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfficeHeld {
    /// Role id of `roles.toml`.
    pub role: String,
    /// Actor that it is held for.
    pub of: String,
    /// Title as the source gives it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// First day, month or year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<String>,
    /// Last day, month or year; absent while held or where the source gives none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<String>,
}

/// What class of office a role is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)] // the names say it
pub enum RoleClass {
    HeadOfState,
    HeadOfGovernment,
    Minister,
    Deputy,
    Legislator,
    Diplomat,
    Spokesperson,
    Military,
    Official,
    Leader,
    Expert,
    Former,
}

/// An office: an entry of `roles.toml`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Role {
    /// Id, the part after the `/` of a person without a name ("russia/foreign-minister").
    pub id: String,
    /// Class of the office.
    pub class: RoleClass,
    /// Relation that holding it is: `leads`, `represents` or `affiliated-with`.
    pub relation: String,
    /// PLOVER sector code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sector: Option<String>,
    /// Words by language code.
    pub names: Names,
}

/// A word for a group of an actor: an entry of `groups.toml`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// English plural or collective noun.
    pub id: String,
    /// Words by language code.
    pub names: Names,
    /// Kind of the actor that it makes.
    pub kind: ActorKind,
    /// PLOVER sector code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sector: Option<String>,
    /// Acts for the state.
    #[serde(default)]
    pub acts_for: bool,
    /// The words are the actor itself ("pemerintah").
    #[serde(default)]
    pub itself: bool,
    /// Without an owner it is of the state that it is in ("rebels in Chad").
    #[serde(default)]
    pub resident: bool,
}

/// A name that is not always the actor: an entry of `ambiguous.toml`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ambiguous {
    /// The name, matched with its capitals.
    pub name: String,
    /// Language code; every language if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// What it means unless a rule says otherwise; nothing if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actor: Option<String>,
    /// Words directly after it that rule it out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub not_before: Vec<String>,
    /// Words directly before it that rule it out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub not_after: Vec<String>,
    /// Words of which one must stand directly before it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub only_after: Vec<String>,
    /// Words of which one must stand in the document.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub only_with: Vec<String>,
    /// Never an actor, only a place.
    #[serde(default)]
    pub place_only: bool,
}
