//! Nouns that take up what was said before: "**aliansi ini**", "**tuduhan tersebut**", "menunjukkan **keberpihakannya**".

use rustc_hash::FxHashMap;

use super::bind::Bound;
use super::cue::CueMatch;
use super::draft::Draft;
use super::filler::Filler;
use super::scene::Scene;
use crate::model::Status;
use crate::ontology::CueKind;

/// Certainty that a noun means what was said before.
const RECALLED: f64 = 0.75;

/// The last claims of a document, by what a noun may leave open.
#[derive(Debug, Default)]
pub struct Memory {
    /// Relation → the last two actors, and those that the text has named most often.
    pairs: FxHashMap<String, Pairs>,
    /// Relation and subject → the last object.
    objects: FxHashMap<(String, String), Filler>,
    /// Relation and object → the last subject.
    subjects: FxHashMap<(String, String), Filler>,
}

/// What a relation was said of.
#[derive(Debug, Default)]
struct Pairs {
    /// The last two actors, and the sentence.
    last: Option<(Filler, Filler, usize)>,
    /// Those named most often, the later of equals, and how often.
    usual: Option<(Filler, Filler, usize)>,
    times: FxHashMap<(String, String), usize>,
}

/// How many sentences back the last pair is meant rather than the usual one.
const NEAR: usize = 2;

impl Pairs {
    fn learn(&mut self, subject: &Filler, object: &Filler, sentence: usize) {
        let id = |filler: &Filler| filler.argument.actor.id.clone();
        let times = self.times.entry((id(subject), id(object))).and_modify(|times| *times += 1).or_insert(1);
        if self.usual.as_ref().is_none_or(|(.., most)| *times >= *most) {
            self.usual = Some((subject.clone(), object.clone(), *times));
        }
        self.last = Some((subject.clone(), object.clone(), sentence));
    }

    fn meant(&self, sentence: usize) -> Option<(&Filler, &Filler)> {
        let near = self.last.as_ref().filter(|(.., said)| sentence <= said + NEAR);
        near.or(self.usual.as_ref()).map(|(subject, object, _)| (subject, object))
    }
}

impl Memory {
    /// Takes in what a sentence says; what it says is not so is left out.
    pub fn learn(&mut self, sentence: usize, drafts: &[Draft]) {
        for draft in drafts.iter().filter(|draft| draft.status != Status::Negated) {
            let (subject, object) = (&draft.subject, &draft.object);
            let key = |filler: &Filler| (draft.relation.clone(), filler.argument.actor.id.clone());
            self.objects.insert(key(subject), object.clone());
            self.subjects.insert(key(object), subject.clone());
            self.pairs.entry(draft.relation.clone()).or_default().learn(subject, object, sentence);
        }
    }

    /// Fills the roles of a noun that the sentence leaves open, and tells whether any was filled.
    pub fn complete(&self, scene: &Scene<'_>, cue: &CueMatch<'_>, bound: &mut Bound) -> bool {
        if cue.kind != CueKind::Noun || bound.each {
            return false;
        }
        let relation = || cue.relation.id.clone();
        let key = |filler: &Filler| (relation(), filler.argument.actor.id.clone());
        let recalled = |filler: &Filler| recalled(scene, cue, filler);
        match (&bound.subjects[..], &bound.objects[..]) {
            ([], []) if points_back(scene, cue) => {
                let pairs = self.pairs.get(&cue.relation.id);
                let Some((subject, object)) = pairs.and_then(|pairs| pairs.meant(scene.sentence.index))
                else {
                    return false;
                };
                bound.subjects = vec![recalled(subject)];
                bound.objects = vec![recalled(object)];
            }
            ([subject], []) => {
                let Some(object) = self.objects.get(&key(subject)) else { return false };
                bound.objects = vec![recalled(object)];
            }
            ([], [object]) => {
                let Some(subject) = self.subjects.get(&key(object)) else { return false };
                bound.subjects = vec![recalled(subject)];
            }
            _ => return false,
        }
        true
    }
}

/// "aliansi **ini**"
fn points_back(scene: &Scene<'_>, cue: &CueMatch<'_>) -> bool {
    let Some(phrase) = scene.phrase_of(cue.head) else { return false };
    (cue.end..scene.phrase(phrase).last()).any(|at| scene.is("demonstrative", at))
}

/// The actor, for which the noun stands here.
fn recalled(scene: &Scene<'_>, cue: &CueMatch<'_>, filler: &Filler) -> Filler {
    let mut filler = filler.clone();
    let (start, end) = (scene.token(cue.head).start, scene.token(cue.end - 1).end);
    let words = scene.document.text[start..end].to_owned();
    (filler.argument.mention, filler.argument.start, filler.argument.end) = (words, start, end);
    filler.certainty *= RECALLED;
    filler
}
