//! Who did what a noun takes up: "X mengecam **serangan itu**" condemns the attacker, "**tuduhan** yang dibantah X" was the accuser's.

use super::bind::Bound;
use super::chunk::is_passive;
use super::clause::Link;
use super::cue::CueMatch;
use super::filler::Filler;
use super::recall::{Memory, points_back, recalled};
use super::scene::Scene;
use crate::ontology::CueKind;

/// A noun that stands in the place of a cue's object.
pub struct Taken<'s, 'a> {
    scene: &'s Scene<'a>,
    cue: &'s CueMatch<'a>,
    noun: Option<&'s CueMatch<'a>>,
}

/// What stands where the object of a cue should: a noun that points back, or nothing where an accusation is denied.
pub fn at<'s, 'a>(
    scene: &'s Scene<'a>,
    cues: &'s [CueMatch<'a>],
    cue: &'s CueMatch<'a>,
) -> Option<Taken<'s, 'a>> {
    let places = places(scene, cue);
    let holds = |noun: &&CueMatch<'_>| {
        let placed = places.iter().any(|&phrase| scene.phrase(phrase).holds(noun.head));
        let known = points_back(scene, noun) || is_apposed(scene, noun);
        noun.kind == CueKind::Noun && noun.head != cue.head && placed && known
    };
    let noun = cues.iter().find(holds);
    (noun.is_some() || rebuts_alone(scene, cue)).then_some(Taken { scene, cue, noun })
}

impl Taken<'_, '_> {
    /// Fills the empty object by whoever did what the noun says, and tells whether it could.
    pub fn complete(&self, memory: &Memory, bound: &mut Bound) -> bool {
        let Some(subject) = bound.subjects.first().filter(|_| bound.objects.is_empty() && !bound.each) else {
            return false;
        };
        let found = match self.noun {
            Some(noun) => self.doers(memory, noun, &bound.subjects),
            None => self.accuser(memory, subject).into_iter().collect(),
        };
        bound.objects = found;
        !bound.objects.is_empty()
    }

    /// Who did it; of what two did together, both, where the cue can be aimed at what stands between two.
    fn doers(&self, memory: &Memory, noun: &CueMatch<'_>, subjects: &[Filler]) -> Vec<Filler> {
        let Some(pairs) = memory.near(noun, self.scene.sentence.index) else { return Vec::new() };
        let mutual = noun.relation.symmetric;
        if mutual && !(self.cue.relation.sign < 0 || self.stands_between()) {
            return Vec::new();
        }
        let doers = pairs.iter().flat_map(|(doer, other)| [Some(doer), mutual.then_some(other)]).flatten();
        let mut found: Vec<Filler> = Vec::new();
        for doer in doers {
            let another = |known: &Filler| known.argument.actor.id != doer.argument.actor.id;
            if subjects.iter().chain(&found).all(another) {
                found.push(recalled(self.scene, noun, doer));
            }
        }
        found
    }

    /// "menengahi konflik **antara** A dan B"
    fn stands_between(&self) -> bool {
        self.cue.frame.object.iter().any(|place| self.scene.index.forms.is("between", place))
    }

    /// "…, Rusia **membantah**": whoever accused it before.
    fn accuser(&self, memory: &Memory, subject: &Filler) -> Option<Filler> {
        let accuser = memory.addressing(&subject.argument.actor.id, self.scene.sentence.index)?;
        Some(recalled(self.scene, self.cue, accuser))
    }
}

/// The phrases in which the object of a cue may stand.
fn places(scene: &Scene<'_>, cue: &CueMatch<'_>) -> Vec<usize> {
    let named = |&phrase: &usize| {
        let preposition = scene.preposition(phrase);
        preposition.is_some_and(|preposition| cue.frame.object.iter().any(|place| place == preposition))
    };
    if cue.kind != CueKind::Verb {
        let phrase = scene.phrase_of(cue.head);
        let behind = phrase.map(|phrase| scene.clauses.modifiers[phrase].as_slice()).unwrap_or_default();
        return behind.iter().copied().filter(named).collect();
    }
    let Some(clause) = scene.clause_of(cue.head).map(|clause| scene.clause(clause)) else {
        return Vec::new();
    };
    let direct = if is_passive(scene.token(clause.verb)) {
        clause.subject.into_iter().collect()
    } else {
        clause.objects.clone()
    };
    let direct = direct.into_iter().filter(|_| cue.frame.object.iter().any(|place| place == "object"));
    direct.chain(clause.obliques.iter().copied().filter(named)).collect()
}

/// "X menuduh Y …, **tuduhan yang** dibantah Y": what was just said, in a noun.
fn is_apposed(scene: &Scene<'_>, noun: &CueMatch<'_>) -> bool {
    let comma = noun.head > 0 && scene.is("apposition", noun.head - 1);
    let phrase = scene.phrase_of(noun.head);
    let relative =
        scene.clauses.clauses.iter().any(|clause| clause.link == Link::Relative && clause.subject == phrase);
    comma && relative
}

/// "…, tetapi Rusia **membantah**."
fn rebuts_alone(scene: &Scene<'_>, cue: &CueMatch<'_>) -> bool {
    let Some(id) = scene.clause_of(cue.head).filter(|_| cue.kind == CueKind::Verb) else { return false };
    let clause = scene.clause(id);
    let told = scene.clauses.clauses.iter().any(|below| below.parent == Some(id));
    let alone = clause.objects.is_empty() && clause.obliques.is_empty() && !told;
    alone && cue.relation.sign < 0 && scene.is_verb("rebut", clause)
}
