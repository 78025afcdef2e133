//! Whom a noun means that takes up what was said: "X mengecam **serangan itu**" condemns the attacker, "**tuduhan** yang dibantah X"
//! was the accuser's, "**langkah itu** dikecam X" condemns whoever took it, "**poros ini** menantang X" has its members do so.

use super::bind::Bound;
use super::chunk::is_passive;
use super::clause::{Clause, Link};
use super::cue::CueMatch;
use super::filler::Filler;
use super::recall::{Memory, points_back, recalled};
use super::scene::Scene;
use crate::ontology::CueKind;

/// Something that stands in the place of a cue's role.
pub struct Taken<'s, 'a> {
    scene: &'s Scene<'a>,
    cue: &'s CueMatch<'a>,
    what: What<'s, 'a>,
}

/// What stands there.
enum What<'s, 'a> {
    /// A cue that points back, where the object should stand.
    Object(&'s CueMatch<'a>),
    /// A bond that points back, where the subject should stand.
    Subject(&'s CueMatch<'a>),
    /// A phrase for any deed ("langkah itu"), where the object should stand.
    Deed(usize),
    /// Nothing: an accusation is denied.
    Nothing,
}

/// What stands where a role of a cue should: a noun that points back, or nothing where an accusation is denied.
pub fn at<'s, 'a>(
    scene: &'s Scene<'a>,
    cues: &'s [CueMatch<'a>],
    cue: &'s CueMatch<'a>,
) -> Option<Taken<'s, 'a>> {
    let (objects, subjects) = (places(scene, cue, &cue.frame.object), places(scene, cue, &cue.frame.subject));
    let object = noun(scene, cues, cue, &objects, |_| true).map(What::Object);
    let bond = |noun: &CueMatch<'_>| noun.relation.symmetric && noun.relation.sign > 0;
    let subject = || noun(scene, cues, cue, &subjects, bond).map(What::Subject);
    let deed = || objects.iter().copied().find(|&phrase| is_deed(scene, phrase)).map(What::Deed);
    let nothing = || rebuts_alone(scene, cue).then_some(What::Nothing);
    let what = object.or_else(subject).or_else(deed).or_else(nothing)?;
    Some(Taken { scene, cue, what })
}

/// The first other cue in some phrases that points back and fits.
fn noun<'s, 'a>(
    scene: &Scene<'a>,
    cues: &'s [CueMatch<'a>],
    cue: &CueMatch<'a>,
    places: &[usize],
    fits: impl Fn(&CueMatch<'_>) -> bool,
) -> Option<&'s CueMatch<'a>> {
    let holds = |noun: &&CueMatch<'_>| {
        let placed = places.iter().any(|&phrase| scene.phrase(phrase).holds(noun.head));
        let known = points_back(scene, noun) || is_apposed(scene, noun);
        noun.kind == CueKind::Noun && noun.head != cue.head && placed && known
    };
    cues.iter().filter(holds).find(|noun| fits(noun))
}

impl Taken<'_, '_> {
    /// Fills the empty role by whoever did what the noun says, and tells whether it could.
    pub fn complete(&self, memory: &Memory, bound: &mut Bound) -> bool {
        if bound.each {
            return false;
        }
        if let What::Subject(noun) = self.what {
            let open = bound.subjects.is_empty() && !bound.objects.is_empty();
            bound
                .subjects
                .extend(open.then(|| self.doers(memory, noun, &bound.objects)).into_iter().flatten());
            return open && !bound.subjects.is_empty();
        }
        let Some(subject) = bound.subjects.first().filter(|_| bound.objects.is_empty()) else {
            return false;
        };
        bound.objects = match self.what {
            What::Object(noun) if self.is_aimed_at(noun) => self.doers(memory, noun, &bound.subjects),
            What::Deed(phrase) => self.actors_of(memory, phrase, &bound.subjects),
            What::Nothing => self.accuser(memory, subject).into_iter().collect(),
            _ => Vec::new(),
        };
        !bound.objects.is_empty()
    }

    /// Whether the cue can be aimed at those who did what a noun says; of what two did together, at what stands between two.
    fn is_aimed_at(&self, noun: &CueMatch<'_>) -> bool {
        !noun.relation.symmetric || self.cue.relation.sign < 0 || self.stands_between()
    }

    /// Who did it; of what two did together, both.
    fn doers(&self, memory: &Memory, noun: &CueMatch<'_>, others: &[Filler]) -> Vec<Filler> {
        let Some(pairs) = memory.near(noun, self.scene.sentence.index) else { return Vec::new() };
        let mutual = noun.relation.symmetric;
        let doers = pairs.iter().flat_map(|(doer, other)| [Some(doer), mutual.then_some(other)]).flatten();
        distinct(doers.map(|doer| recalled(self.scene, noun.head..noun.end, doer)), others)
    }

    /// Who did what the sentence before says.
    fn actors_of(&self, memory: &Memory, phrase: usize, others: &[Filler]) -> Vec<Filler> {
        let range = self.scene.phrase(phrase).first()..self.scene.phrase(phrase).last();
        let doers = memory.deeds.before(self.scene.sentence.index);
        distinct(doers.iter().map(|doer| recalled(self.scene, range.clone(), doer)), others)
    }

    /// "menengahi konflik **antara** A dan B"
    fn stands_between(&self) -> bool {
        self.cue.frame.object.iter().any(|place| self.scene.index.forms.is("between", place))
    }

    /// "…, Rusia **membantah**": whoever accused it before.
    fn accuser(&self, memory: &Memory, subject: &Filler) -> Option<Filler> {
        let accuser = memory.addressing(&subject.argument.actor.id, self.scene.sentence.index)?;
        Some(recalled(self.scene, self.cue.head..self.cue.end, accuser))
    }
}

/// Each actor once, without those who fill the other role.
fn distinct(fillers: impl Iterator<Item = Filler>, others: &[Filler]) -> Vec<Filler> {
    let mut found: Vec<Filler> = Vec::new();
    for filler in fillers {
        let another = |known: &Filler| known.argument.actor.id != filler.argument.actor.id;
        if others.iter().chain(&found).all(another) {
            found.push(filler);
        }
    }
    found
}

/// "langkah itu", "keputusan tersebut"
fn is_deed(scene: &Scene<'_>, phrase: usize) -> bool {
    let range = scene.phrase(phrase).first()..scene.phrase(phrase).last();
    let unnamed = !range.clone().any(|at| scene.mention_at(at).is_some());
    let back = range.clone().skip(1).any(|at| scene.is("demonstrative", at));
    unnamed && back && scene.is("deed", range.start)
}

/// "**serangan itu** menuai kecaman": the subject of a verb that has the cue's deed done to it; "**aliansi ini** menguat meski
/// tekanan Barat meningkat": who stands in spite of it.
fn receiver(scene: &Scene<'_>, cue: &CueMatch<'_>) -> Option<usize> {
    let phrase = scene.phrase_of(cue.head)?;
    let Some(clause) = scene.clause_with_object(phrase).map(|clause| scene.clause(clause)) else {
        return faced(scene, cue, phrase);
    };
    clause.subject.filter(|_| scene.index.cues.receives(&scene.token(clause.verb).lemma))
}

/// The subject of the clause above one that says no more than that a hostile deed comes or grows.
fn faced(scene: &Scene<'_>, cue: &CueMatch<'_>, phrase: usize) -> Option<usize> {
    let comes = |clause: &&Clause| {
        clause.link == Link::Subordinate && clause.subject == Some(phrase) && clause.objects.is_empty()
    };
    let clause = scene.clauses.clauses.iter().find(comes).filter(|_| cue.relation.sign < 0)?;
    scene.clause(clause.parent?).subject
}

/// The phrases in which a role of a cue may stand.
fn places(scene: &Scene<'_>, cue: &CueMatch<'_>, names: &[String]) -> Vec<usize> {
    let has = |wanted: &str| names.iter().any(|name| name == wanted);
    let named = |&phrase: &usize| scene.preposition(phrase).is_some_and(has);
    if cue.kind != CueKind::Verb {
        let behind = scene.phrase_of(cue.head).map(|phrase| scene.clauses.modifiers[phrase].as_slice());
        let behind = behind.unwrap_or_default().iter().copied().filter(named);
        return behind.chain(receiver(scene, cue)).collect();
    }
    let Some(clause) = scene.clause_of(cue.head).map(|clause| scene.clause(clause)) else {
        return Vec::new();
    };
    let passive = is_passive(scene.token(clause.verb));
    let subject = clause.subject.filter(|_| has(if passive { "object" } else { "subject" }));
    let objects = clause.objects.iter().copied().filter(|_| has("object") && !passive);
    subject.into_iter().chain(objects).chain(clause.obliques.iter().copied().filter(named)).collect()
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
