//! Who acts: states, organisations, people, groups.

use std::sync::Arc;

use rustc_hash::FxHashSet;
use serde::{Deserialize, Serialize};

use super::{Binder, Claim, MentionKind};

/// What sort of actor an [`Actor`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ActorKind {
    /// A state in the sense of the list of states in `ontology/actors`.
    State,
    /// A dependent, disputed or sub-state territory that acts or is acted on.
    Territory,
    /// An intergovernmental or other organisation.
    Organization,
    /// A set of states spoken of as one ("the West").
    Bloc,
    /// A named organ of a state (a ministry, a palace that stands for a presidency, a parliament).
    GovernmentBody,
    /// An armed group that is not the army of a state.
    ArmedGroup,
    /// A business.
    Company,
    /// A newspaper, an agency, a broadcaster.
    Media,
    /// A human being with a name.
    Person,
    /// People or bodies described through an actor: `north-korea/entities`.
    Group,
    /// A place that is no actor by itself.
    Place,
    /// A name of which nothing is known.
    Unknown,
}

/// An actor as a claim names it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Actor {
    /// ASCII kebab-case identifier; groups of an actor carry a `/` (`north-korea/entities`).
    pub id: String,
    /// English label for people.
    pub label: String,
    /// What sort of actor this is.
    pub kind: ActorKind,
    /// PLOVER sector code (`GOV`, `MIL`, `BUS` …), if known.
    pub sector: Option<String>,
    /// Id of the state that the actor belongs to; a state's own id for a state.
    pub country: Option<String>,
    /// Id of the state on whose behalf the actor acts: officials, organs, armies, the state itself.
    pub acts_for: Option<String>,
}

/// An actor in a role of a claim, with the words that name it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Argument {
    /// The actor that the words resolve to.
    #[serde(flatten)]
    pub actor: Arc<Actor>,
    /// The words in the document.
    pub mention: String,
    /// First byte of the mention in the document's text.
    pub start: usize,
    /// Byte after the mention in the document's text.
    pub end: usize,
    /// Which analysis bound it.
    pub binder: Binder,
    /// By which rule the words mean the actor: as a name that the ontology has, as a pronoun, and so on; `None` where a person
    /// said so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub named_by: Option<MentionKind>,
}

impl Argument {
    /// The actor, apart from the words.
    pub fn actor(self) -> Actor {
        Arc::unwrap_or_clone(self.actor)
    }
}

/// Actors that claims share: an actor is one record in memory however many claims name it, which halves what a large graph
/// takes and makes telling two actors apart a comparison of addresses.
#[derive(Debug, Default)]
pub struct ActorPool(FxHashSet<Arc<Actor>>);

impl ActorPool {
    /// Puts the pool's record in the place of every equal actor of a claim.
    pub fn share(&mut self, claim: &mut Claim) {
        let others = claim.others.iter_mut().map(|other| &mut other.actor);
        let arguments = [&mut claim.subject.actor, &mut claim.object.actor];
        for actor in
            arguments.into_iter().chain(&mut claim.attributed_to).chain(&mut claim.denied_by).chain(others)
        {
            match self.0.get(&**actor) {
                Some(known) => actor.clone_from(known),
                None => {
                    self.0.insert(actor.clone());
                }
            }
        }
    }
}
