//! Nouns that take up what was said before: "**aliansi ini**", "**tuduhan tersebut**", "menunjukkan **keberpihakannya**".

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::bind::Bound;
use super::cue::CueMatch;
use super::deeds::Deeds;
use super::draft::Draft;
use super::filler::Filler;
use super::scene::Scene;
use crate::model::{ActorKind, Status, Upos};
use crate::ontology::CueKind;

/// Certainty that a noun means what was said before.
const RECALLED: f64 = 0.95;

/// The last claims of a document, by what a noun may leave open.
#[derive(Debug, Default)]
pub struct Memory {
    /// Relation → the last that was said of it, and whom the text has named in it most often.
    said: FxHashMap<String, Said>,
    /// The last two who were said to stand together, and those whom the text puts together most often.
    bond: Said,
    /// Relation and subject → the last object.
    objects: FxHashMap<(String, String), Filler>,
    /// Relation and object → the last subject.
    subjects: FxHashMap<(String, String), Filler>,
    /// Who was accused, warned or condemned → by whom last, and in which sentence.
    addressed: FxHashMap<String, (Filler, usize)>,
    /// Who did what the last sentence says.
    pub deeds: Deeds,
}

/// Who does something to whom.
type Pair = (Filler, Filler);

/// What a relation was said of.
#[derive(Debug, Default)]
struct Said {
    /// The pairs of the last cue.
    last: Vec<Pair>,
    /// Its sentence and its first token.
    place: Option<(usize, Option<usize>)>,
    /// Those named most often, the later of equals, and how often.
    usual: Option<(Pair, usize)>,
    times: FxHashMap<(String, String), usize>,
}

/// How many sentences back the last pair is meant rather than the usual one.
const NEAR: usize = 2;

impl Said {
    fn learn(&mut self, pair: Pair, sentence: usize, head: Option<usize>) {
        let key = (id(&pair.0).to_owned(), id(&pair.1).to_owned());
        let times = self.times.entry(key).and_modify(|times| *times += 1).or_insert(1);
        if self.usual.as_ref().is_none_or(|(_, most)| *times >= *most) {
            self.usual = Some((pair.clone(), *times));
        }
        if self.place != Some((sentence, head)) {
            self.last.clear();
        }
        self.place = Some((sentence, head));
        self.last.push(pair);
    }

    /// The pairs of the last cue, if it stands near.
    fn near(&self, sentence: usize) -> Option<&[Pair]> {
        let (said, _) = self.place?;
        (sentence <= said + NEAR).then_some(&self.last)
    }

    fn meant(&self, sentence: usize) -> Option<&[Pair]> {
        self.near(sentence).or_else(|| self.usual.as_ref().map(|(pair, _)| std::slice::from_ref(pair)))
    }
}

fn id(filler: &Filler) -> &str {
    &filler.argument.actor.id
}

impl Memory {
    /// Takes in what a sentence says; what it says is not so is left out.
    pub fn learn(&mut self, scene: &Scene<'_>, drafts: &[Draft]) {
        let sentence = scene.sentence.index;
        for draft in drafts.iter().filter(|draft| draft.status != Status::Negated) {
            let (subject, object) = (&draft.subject, &draft.object);
            let key = |filler: &Filler| (draft.relation.clone(), id(filler).to_owned());
            self.objects.insert(key(subject), object.clone());
            self.subjects.insert(key(object), subject.clone());
            let said = self.said.entry(draft.relation.clone()).or_default();
            said.learn((subject.clone(), object.clone()), sentence, draft.head);
            let Some(relation) = scene.ontology.relation(&draft.relation) else { continue };
            if relation.verbal && relation.sign < 0 {
                self.addressed.insert(id(object).to_owned(), (subject.clone(), sentence));
            }
            if relation.sign > 0 && is_of_powers(draft) {
                self.bond.learn(in_order(subject, object), sentence, draft.head);
            }
        }
    }

    /// Fills the roles of a noun that the sentence leaves open, and tells whether any was filled.
    pub fn complete(&self, scene: &Scene<'_>, cue: &CueMatch<'_>, bound: &mut Bound) -> bool {
        if cue.kind != CueKind::Noun || bound.each {
            return false;
        }
        let relation = || cue.relation.id.clone();
        let key = |filler: &Filler| (relation(), filler.argument.actor.id.clone());
        let recalled = |filler: &Filler| recalled(scene, cue.head..cue.end, filler);
        match (&bound.subjects[..], &bound.objects[..]) {
            ([], []) if points_back(scene, cue) => {
                let Some(pairs) = self.meant(scene, cue) else { return false };
                *bound = taken_up(pairs, cue.relation.symmetric, recalled, bound.clause);
            }
            ([subject], []) => {
                let Some(object) = self.objects.get(&key(subject)) else { return false };
                bound.objects = vec![recalled(object)];
            }
            ([], [object]) => {
                let known = self.subjects.get(&key(object));
                let near = || self.near(cue, scene.sentence.index).filter(|_| points_back(scene, cue));
                match (known, near()) {
                    (Some(subject), _) => bound.subjects = vec![recalled(subject)],
                    // "Rusia membantah tuduhan itu": it may be aimed at another.
                    (None, Some(pairs)) => *bound = taken_up(pairs, false, recalled, bound.clause),
                    (None, None) => return false,
                }
            }
            _ => return false,
        }
        true
    }

    /// What was said last of a cue's relation, if that stands near.
    pub fn near(&self, cue: &CueMatch<'_>, sentence: usize) -> Option<&[Pair]> {
        self.said.get(&cue.relation.id)?.near(sentence)
    }

    /// Who last accused, warned or condemned an actor, in the sentence or the one before it.
    pub fn addressing(&self, actor: &str, sentence: usize) -> Option<&Filler> {
        let (subject, said) = self.addressed.get(actor)?;
        (sentence <= said + 1).then_some(subject)
    }

    /// Whom a noun means that points back: those of whom the same was said near; for a bond ("poros ini"), those who were
    /// said near to stand together, or whom the text puts together most often.
    fn meant(&self, scene: &Scene<'_>, cue: &CueMatch<'_>) -> Option<&[Pair]> {
        let sentence = scene.sentence.index;
        let bond = scene.opens("bond", cue.head);
        let friendly = cue.relation.sign > 0 && cue.relation.symmetric;
        let said = self.said.get(&cue.relation.id).filter(|_| friendly || !bond);
        let near = said.and_then(|said| said.near(sentence));
        let pairs = near
            .or_else(|| self.bond.meant(sentence).filter(|_| bond && friendly))
            .or_else(|| said.and_then(|said| said.meant(sentence)).filter(|_| !bond))?;
        // What one does to several is taken up as what was done last.
        Some(if cue.relation.symmetric { pairs } else { &pairs[pairs.len().saturating_sub(1)..] })
    }
}

/// Whether a claim is of states and organisations, not of people, who stand in no lasting bond.
fn is_of_powers(draft: &Draft) -> bool {
    use ActorKind::{ArmedGroup, Bloc, Organization, State};
    let power =
        |filler: &Filler| matches!(filler.argument.actor.kind, ArmedGroup | Bloc | Organization | State);
    power(&draft.subject) && power(&draft.object)
}

fn in_order(subject: &Filler, object: &Filler) -> Pair {
    let (subject, object) = (subject.clone(), object.clone());
    if id(&subject) < id(&object) { (subject, object) } else { (object, subject) }
}

/// The roles as they were said: each two of a symmetric relation, or every subject with every object.
fn taken_up(
    pairs: &[Pair],
    symmetric: bool,
    recalled: impl Fn(&Filler) -> Filler,
    clause: Option<usize>,
) -> Bound {
    let all = |fillers: &mut dyn Iterator<Item = &Filler>| {
        let mut distinct: Vec<Filler> = Vec::new();
        for filler in fillers {
            if distinct.iter().all(|known| id(known) != id(filler)) {
                distinct.push(recalled(filler));
            }
        }
        distinct
    };
    let members = all(&mut pairs.iter().flat_map(|(subject, object)| [subject, object]));
    let each = symmetric && pairs.len() == members.len() * (members.len() - 1) / 2;
    if each {
        return Bound { subjects: members, objects: Vec::new(), each, clause };
    }
    let subjects = all(&mut pairs.iter().map(|(subject, _)| subject));
    let objects = all(&mut pairs.iter().map(|(_, object)| object));
    Bound { subjects, objects, each, clause }
}

/// "aliansi **ini**", "dukungan tanpa syarat **ini**", "persahabatan yang semakin erat **ini**"
pub fn points_back(scene: &Scene<'_>, cue: &CueMatch<'_>) -> bool {
    let Some(phrase) = scene.phrase_of(cue.head) else { return false };
    if is_born(scene, cue) {
        return true;
    }
    let (last, end) = (scene.phrase(phrase).last(), scene.sentence.tokens.len());
    let says_more = |at: usize| {
        let light = matches!(scene.token(at).upos, Upos::Aux | Upos::Adv | Upos::Adj);
        let quotes = scene.token(at).upos == Upos::Punct && scene.token(at).form != ",";
        let without = scene.is("without", at) || scene.is("without", at - 1);
        light || quotes || without || scene.is("relativizer", at)
    };
    let reached =
        (cue.end..end).take_while(|&at| at < last || scene.is("demonstrative", at) || says_more(at));
    let mut reached = reached.filter(|&at| scene.is("demonstrative", at));
    reached.next().is_some()
}

/// "**terbentuknya** sebuah blok baru": a bond whose members are not told is born of what was said.
fn is_born(scene: &Scene<'_>, cue: &CueMatch<'_>) -> bool {
    let first = (0..cue.head).rev().find(|&at| scene.token(at).upos != Upos::Det).map_or(0, |at| at + 1);
    let born = first
        .checked_sub(2)
        .is_some_and(|verb| scene.is("arising", verb) && scene.is("possessive", verb + 1));
    born && scene.opens("bond", cue.head)
}

/// The actor, for which some words stand here.
pub fn recalled(scene: &Scene<'_>, words: Range<usize>, filler: &Filler) -> Filler {
    let mut filler = filler.clone();
    let (start, end) = (scene.token(words.start).start, scene.token(words.end - 1).end);
    let words = scene.document.text[start..end].to_owned();
    (filler.argument.mention, filler.argument.start, filler.argument.end) = (words, start, end);
    filler.certainty *= RECALLED;
    filler
}
