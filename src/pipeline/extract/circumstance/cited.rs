//! The medium that a sentence cites: "dilansir AFP", "according to Reuters".

use crate::model::{Actor, ActorKind};
use crate::ontology::index::circumstance::Cites;
use crate::pipeline::detect::form_at;
use crate::pipeline::extract::scene::Scene;
use crate::words::fold;

/// A medium that a sentence cites.
#[derive(Debug, Clone)]
pub struct Cited {
    /// Token of the citing words.
    at: usize,
    /// The medium's label, or its name as it stands.
    pub label: String,
    /// The medium as an actor, if it is known.
    pub actor: Option<Actor>,
}

impl Cited {
    /// Whether an actor is this medium, which then hands on what others say.
    pub fn is(&self, actor: &Actor) -> bool {
        self.actor.as_ref().is_some_and(|own| own.id == actor.id)
    }
}

/// The media that a sentence cites, from left to right.
pub fn find(scene: &Scene<'_>) -> Vec<Cited> {
    (0..scene.sentence.tokens.len()).filter_map(|at| cited(scene, at)).collect()
}

/// The medium cited nearest to a cue.
pub fn nearest(cited: &[Cited], head: usize) -> Option<&Cited> {
    cited.iter().min_by_key(|cited| cited.at.abs_diff(head))
}

fn cited(scene: &Scene<'_>, at: usize) -> Option<Cited> {
    let phrases = scene.index.circumstances.citing.at(form_at(scene.sentence, at));
    let mut media = phrases.filter_map(|phrase| {
        let end = at + phrase.folded.len();
        match phrase.value {
            Cites::Any => medium(scene, at, between(scene, end), true),
            Cites::Known => medium(scene, at, between(scene, end), false),
            Cites::After => before(scene, at),
        }
    });
    media.next()
}

/// The token after words such as "kantor berita".
fn between(scene: &Scene<'_>, mut at: usize) -> usize {
    while let Some(phrase) = scene.index.circumstances.between.at(form_at(scene.sentence, at)).next() {
        if scene.mention_at(at).is_some() {
            break;
        }
        at += phrase.folded.len();
    }
    at
}

/// The medium that begins at a token: an actor that is one, or a name that nobody else has.
fn medium(scene: &Scene<'_>, at: usize, first: usize, any: bool) -> Option<Cited> {
    scene.sentence.tokens.get(first)?;
    if let Some(mention) = scene.mention_at(first) {
        let medium = mention.actors.iter().find(|actor| actor.kind == ActorKind::Media);
        return medium.map(|actor| Cited { at, label: actor.label.clone(), actor: Some(actor.clone()) });
    }
    let last = name_end(scene, first)?;
    let label = &scene.document.text[scene.token(first).start..scene.token(last - 1).end];
    (any || is_outlet(scene, label)).then(|| Cited { at, label: label.to_owned(), actor: None })
}

/// The token after the words in capitals that begin at a token.
fn name_end(scene: &Scene<'_>, first: usize) -> Option<usize> {
    let tokens = &scene.sentence.tokens;
    let named = |at: &usize| tokens[*at].capitalized && scene.mention_at(*at).is_none();
    // "Kompas.com" is three tokens.
    let joined = |at: usize| {
        at > first && !tokens[at].spaced && tokens[at - 1].form == "."
            || tokens[at].form == "."
                && tokens.get(at + 1).is_some_and(|next| {
                    !next.spaced && !next.form.starts_with(|c: char| !c.is_alphanumeric())
                })
    };
    let last = (first..tokens.len()).find(|at| !named(at) && !joined(*at)).unwrap_or(tokens.len());
    (last > first).then_some(last)
}

/// A known medium before its verb: "**Xinhua** melaporkan".
fn before(scene: &Scene<'_>, at: usize) -> Option<Cited> {
    let clause = scene.clauses.clauses.iter().find(|clause| (clause.first..=clause.verb).contains(&at))?;
    let mention = scene.mention_at(scene.phrase(clause.subject?).last() - 1)?;
    let medium = mention.actors.iter().find(|actor| actor.kind == ActorKind::Media)?;
    Some(Cited { at, label: medium.label.clone(), actor: Some(medium.clone()) })
}

/// Whether a name is that of an agency, or has a word that the names of media have.
fn is_outlet(scene: &Scene<'_>, name: &str) -> bool {
    let bylines = || scene.ontology.languages.values().map(|language| &language.bylines);
    let agency = || bylines().flat_map(|bylines| &bylines.agencies).any(|agency| agency == name);
    let words: Vec<String> = name.split(' ').map(fold).collect();
    let outlet = || bylines().flat_map(|bylines| &bylines.outlets).any(|word| words.contains(word));
    agency() || words.len() > 1 && outlet()
}
