//! "**Kami** mengecam …," kata X: the side that a quoted speaker speaks for.

use rustc_hash::FxHashMap;

use super::quotes::Quoted;
use super::reporting;
use super::scene::Scene;
use crate::model::{Actor, ActorKind, Mention, MentionKind, Office};
use crate::ontology::RoleClass;
use crate::pipeline::detect::known_actor;

/// Person → the side of the office that the text last gave them: "**juru bicara Hamas** Abu Ubaida".
type Held = FxHashMap<String, Actor>;

/// The mentions with those of speakers' sides among them; none where nobody speaks for a side.
pub fn mentions(scenes: &[&Scene<'_>], quoted: &[Quoted]) -> Option<Vec<Mention>> {
    let mut held = Held::default();
    let mut found = Vec::new();
    for (scene, quoted) in scenes.iter().zip(quoted) {
        note_offices(scene, &mut held);
        found.extend(in_sentence(scene, quoted, &held));
    }
    if found.is_empty() {
        return None;
    }
    let mut all: Vec<Mention> =
        scenes.iter().flat_map(|scene| scene.mentions.iter().cloned()).chain(found).collect();
    all.sort_by_key(|mention| (mention.sentence, mention.first));
    Some(all)
}

fn note_offices(scene: &Scene<'_>, held: &mut Held) {
    for mention in scene.mentions {
        let office = mention.offices.iter().rfind(|office| speaks_for(scene, office));
        let Some(side) = office.and_then(|office| side_of(scene, office.of.actors.first()?)) else {
            continue;
        };
        held.extend(mention.actors.iter().map(|actor| (actor.id.clone(), side.clone())));
    }
}

/// Whether the speaker's side stands in a sentence at all.
pub fn stands_in(scene: &Scene<'_>) -> bool {
    (0..scene.sentence.tokens.len()).any(|at| scene.is("speakers_side", at))
}

fn in_sentence(scene: &Scene<'_>, quoted: &Quoted, held: &Held) -> Vec<Mention> {
    let ours = |&at: &usize| {
        let free = quoted.holds(at) && scene.mention_at(at).is_none();
        // "Kami, rakyat Y, …" says itself who that is.
        let apposed = scene.sentence.tokens.get(at + 1).is_some_and(|next| next.form == ",");
        scene.is("speakers_side", at) && free && !apposed
    };
    let tokens = (0..scene.sentence.tokens.len()).filter(ours);
    tokens.filter_map(|at| Some(mention(scene, at, meant(scene, quoted, at, held)?))).collect()
}

/// The side of whoever says what stands at a token.
fn meant(scene: &Scene<'_>, quoted: &Quoted, at: usize, held: &Held) -> Option<Actor> {
    let speaker = quoted.speaker.clone().or_else(|| reporting::of_sentence(scene, at))?;
    side_of(scene, &speaker).or_else(|| held.get(&speaker.id).cloned()).or_else(|| served(scene, &speaker))
}

/// "**Juru bicara Hamas** mengatakan": whom somebody without a name holds an office for.
fn served(scene: &Scene<'_>, speaker: &Actor) -> Option<Actor> {
    let (of, _) = speaker.id.split_once('/').filter(|_| speaker.kind == ActorKind::Person)?;
    let entry = scene.ontology.actor(of)?;
    side_of(scene, &known_actor(entry, scene.document, scene.ontology))
}

/// The state that an actor acts for; an organisation itself.
fn side_of(scene: &Scene<'_>, actor: &Actor) -> Option<Actor> {
    use ActorKind::{ArmedGroup, Bloc, GovernmentBody, Organization};
    let state = actor.acts_for.as_deref().and_then(|id| scene.ontology.actor(id));
    let state = state.map(|state| known_actor(state, scene.document, scene.ontology));
    let itself = matches!(actor.kind, ArmedGroup | Bloc | GovernmentBody | Organization);
    state.or_else(|| itself.then(|| actor.clone()))
}

fn speaks_for(scene: &Scene<'_>, office: &Office) -> bool {
    let class = scene.ontology.role(&office.role).map(|role| role.class);
    class.is_some_and(|class| !matches!(class, RoleClass::Expert | RoleClass::Former))
}

fn mention(scene: &Scene<'_>, at: usize, actor: Actor) -> Mention {
    let token = scene.token(at);
    Mention {
        sentence: scene.sentence.index,
        first: at,
        last: at + 1,
        start: token.start,
        end: token.end,
        actors: vec![actor],
        kind: MentionKind::Pronoun,
        place: false,
        offices: Vec::new(),
    }
}
