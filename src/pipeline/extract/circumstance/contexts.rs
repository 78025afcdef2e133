//! PLOVER contexts by words near a claim.

use super::reach::Reach;
use crate::model::MentionKind;
use crate::pipeline::detect::form_at;
use crate::pipeline::extract::draft::Draft;
use crate::pipeline::extract::scene::Scene;

/// Words that tell a context: the token, and the context's index in the ontology.
#[derive(Debug)]
pub struct Hits(Vec<(usize, usize)>);

impl Hits {
    /// The words of a sentence, from left to right, longest first; names tell nothing.
    pub fn of(scene: &Scene<'_>) -> Self {
        let table = &scene.index.circumstances.contexts;
        let mut found = Vec::new();
        let mut at = 0;
        while at < scene.sentence.tokens.len() {
            let phrases = || table.at(form_at(scene.sentence, at)).filter(|_| !is_named(scene, at));
            let length = phrases().next().map_or(1, |phrase| phrase.folded.len());
            let longest = phrases().filter(|phrase| phrase.folded.len() == length);
            found.extend(longest.map(|phrase| (at, phrase.value)));
            at += length;
        }
        Self(found)
    }

    /// The contexts of a draft, in the order of the ontology: of the words in the clause of its cue, and in its phrase.
    pub fn contexts(&self, scene: &Scene<'_>, reach: &Reach, draft: &Draft) -> Vec<String> {
        let Some(head) = draft.head else { return Vec::new() };
        let clause = scene.clause_of(head).or(reach.owner(head));
        let phrase = scene.phrase_of(head).map(|phrase| scene.phrase(phrase));
        let near = |at: usize| reach.owner(at) == clause || phrase.is_some_and(|phrase| phrase.holds(at));
        let mut contexts: Vec<usize> =
            self.0.iter().filter(|(at, _)| near(*at)).map(|&(_, context)| context).collect();
        contexts.sort_unstable();
        contexts.dedup();
        contexts.into_iter().map(|context| scene.ontology.contexts[context].id.clone()).collect()
    }
}

/// A group ("tentara Rusia") is words; a name is none.
fn is_named(scene: &Scene<'_>, at: usize) -> bool {
    scene.mention_at(at).is_some_and(|mention| mention.kind != MentionKind::Group)
}
