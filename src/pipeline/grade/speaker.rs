//! Who speaks, as seen from the two actors of a claim.

use crate::model::{Actor, Claim, Genre, Graph, kebab};
use crate::ontology::Scoring;

/// Who answers for what a piece of evidence says.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Speaker {
    /// The author of a news or official text, who states it as a fact.
    Author,
    /// The side that does the deed says so itself.
    OwnSide,
    /// Somebody else, named by the side that they speak for: two officials of one state are one voice.
    ThirdParty(String),
}

/// The speaker of one piece of evidence about `actors`, those who do the deed.
///
/// Without `attributed_to` it is the author. News and official texts report (a text of unknown genre counts
/// as news); the author of an opinion or of a post is one voice among others. With `attributed_to` it is the
/// one quoted, in whatever genre.
pub fn speaker(graph: &Graph, claim: &Claim, actors: &[&Actor], scoring: &Scoring) -> Speaker {
    let Some(quoted) = &claim.attributed_to else { return author(graph, claim) };
    // Citizens are on their state's side, a private person need not be.
    let known = graph.node(&quoted.id).filter(|_| !graph.is_private(&quoted.id));
    let quoted = known.map_or(&**quoted, |node| &node.actor);
    if actors.iter().any(|actor| same_side(quoted, actor, scoring)) {
        Speaker::OwnSide
    } else {
        Speaker::ThirdParty(quoted.acts_for.clone().unwrap_or_else(|| quoted.id.clone()))
    }
}

fn author(graph: &Graph, claim: &Claim) -> Speaker {
    let document = graph.document(&claim.document);
    match claim.genre.or_else(|| document?.genre) {
        None | Some(Genre::News | Genre::Official) => Speaker::Author,
        Some(Genre::Opinion | Genre::Social) => {
            let name = document.and_then(|document| document.author.as_ref().or(document.publisher.as_ref()));
            Speaker::ThirdParty(name.map_or_else(|| claim.document.clone(), |name| kebab(name)))
        }
    }
}

/// Whether the speaker is the actor, or belongs to or acts for the actor or the actor's state. Sectors that
/// stand apart (opposition, rebels) are on no side but their own.
fn same_side(speaker: &Actor, actor: &Actor, scoring: &Scoring) -> bool {
    let apart = |actor: &Actor| actor.sector.as_ref().is_some_and(|sector| scoring.apart.contains(sector));
    speaker.id == actor.id || (!apart(speaker) && !apart(actor) && share_a_state(speaker, actor))
}

fn share_a_state(speaker: &Actor, actor: &Actor) -> bool {
    let of_actor = [Some(&actor.id), actor.country.as_ref(), actor.acts_for.as_ref()];
    [&speaker.country, &speaker.acts_for].into_iter().flatten().any(|state| of_actor.contains(&Some(state)))
}
