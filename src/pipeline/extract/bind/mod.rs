//! The places of a frame → the actors that stand there, in clauses read off chunks or off a tree.
//!
//! | file | looks at |
//! |---|---|
//! | `apposition` | names beside the groups that they belong to |
//! | `around` | every place beside a cue, for those that its frame does not name |
//! | `below` | the clause that a verb takes |
//! | `claimant` | who said what a denial is about |
//! | `encounter` | whom somebody met before they do something together |
//! | `implied` | objects that the clause around a hostile noun implies |
//! | `logophor` | pronouns that mean whoever says it |
//! | `noun` | possessors and bearers of a noun |
//! | `oblique` | prepositional phrases |
//! | `parties` | the two between whom something bilateral stands, or fighting ends |
//! | `support` | the clause around a noun, reciprocity |
//! | `user` | who has what a relative clause tells the origin of |

mod apposition;
mod around;
mod below;
mod claimant;
mod encounter;
mod implied;
mod logophor;
mod noun;
mod oblique;
mod parties;
mod support;
mod user;

pub use around::{Place, around};

use super::chunk::is_passive;
use super::clause::{Clause, Link};
use super::cue::{CueMatch, find_words};
use super::described::antecedent;
use super::filler::{Filler, of_phrase, of_range};
use super::scene::Scene;
use crate::model::Mention;
use crate::ontology::CueKind;

/// What the binder found for the two roles.
#[derive(Debug, Default)]
pub struct Bound {
    /// Who does it.
    pub subjects: Vec<Filler>,
    /// To whom.
    pub objects: Vec<Filler>,
    /// The relation holds between each two of `subjects`.
    pub each: bool,
    /// The clause whose verb carries the cue: the cue itself or its support verb.
    pub clause: Option<usize>,
}

/// Looks for the roles of a cue in the places that its frame names.
pub fn bind(scene: &Scene<'_>, cue: &CueMatch<'_>) -> Bound {
    let phrase = scene.phrase_of(cue.head).or_else(|| scene.phrase_behind(cue.head));
    let binder = Binder { scene, cue, phrase, clause: carrier(scene, cue) };
    let mut bound = Bound { clause: binder.clause, ..Bound::default() };
    bound.subjects = binder.first_of(&cue.frame.subject);
    bound.objects = binder.first_of(&cue.frame.object);
    parties::across(&binder, &mut bound);
    parties::between(&binder, &mut bound);
    binder.leave_nested(&mut bound);
    bound.objects.retain(|object| bound.subjects.iter().all(|subject| subject.argument != object.argument));
    support::complete(&binder, &mut bound);
    implied::react(&binder, &mut bound);
    support::reciprocate(&binder, &mut bound);
    bound
}

/// The clause whose verb is the cue, or carries it as an object or subject; a cue with its own preposition ("in talks") as an
/// oblique.
fn carrier(scene: &Scene<'_>, cue: &CueMatch<'_>) -> Option<usize> {
    if cue.kind == CueKind::Verb {
        return scene.clause_of(cue.head);
    }
    if let Some(phrase) = scene.phrase_behind(cue.head) {
        let beside = |clause: &Clause| clause.objects.contains(&phrase) || clause.obliques.contains(&phrase);
        return scene.clauses.clauses.iter().position(beside);
    }
    let phrase = scene.phrase_of(cue.head)?;
    let carries = |clause: &Clause| {
        clause.objects.contains(&phrase)
            || clause.subject == Some(phrase) && is_passive(scene.token(clause.verb))
    };
    scene.clauses.clauses.iter().position(carries)
}

/// A cue with the phrase and the clause that hold it.
pub struct Binder<'s, 'a> {
    /// The sentence.
    pub scene: &'s Scene<'a>,
    /// The cue.
    pub cue: &'s CueMatch<'a>,
    /// The phrase that holds the cue's head.
    pub phrase: Option<usize>,
    /// The clause that carries it.
    pub clause: Option<usize>,
}

impl Binder<'_, '_> {
    /// The actors of the first place that holds any.
    fn first_of(&self, places: &[String]) -> Vec<Filler> {
        places.iter().map(|place| self.place(place)).find(|fillers| !fillers.is_empty()).unwrap_or_default()
    }

    fn place(&self, place: &str) -> Vec<Filler> {
        match place {
            "subject" if self.cue.kind == CueKind::Verb => self.deep_subject(),
            "object" if self.cue.kind == CueKind::Verb => self.deep_object(),
            "subject" | "bearer" => self.bearer(),
            "possessor" => self.possessor(),
            "each" => Vec::new(),
            "doer" => self.doer(),
            "deed" => self.deed(),
            "condition" => self.condition(),
            "claimant" => self.claimant(),
            "user" => self.user(),
            "body" => self.body(),
            preposition => self.oblique(preposition),
        }
    }

    /// The clause that carries the cue.
    pub fn clause(&self) -> Option<&Clause> {
        self.clause.map(|clause| self.scene.clause(clause))
    }

    /// The actors of the grammatical subject.
    pub fn subject_of(&self, clause: &Clause) -> Vec<Filler> {
        let Some(subject) = clause.subject.or_else(|| self.cleft(clause)) else { return Vec::new() };
        if let Some(fillers) = self.speaking(subject, clause) {
            return fillers;
        }
        let subject = apposition::of_group(self.scene, subject).unwrap_or(subject);
        let mut fillers = if clause.link == Link::Relative {
            antecedent(self.scene, subject)
        } else {
            of_phrase(self.scene, subject)
        };
        fillers.extend(self.along_with(subject, clause));
        fillers.extend(self.in_company(clause));
        fillers
    }

    /// "supports **Japan** in opposing", "joined **Canada** in condemning": who is joined does it too.
    fn in_company(&self, clause: &Clause) -> Vec<Filler> {
        let before = clause.first.checked_sub(1);
        let joined = before.is_some_and(|before| self.scene.is("doing", before));
        let parent = clause.parent.map(|parent| self.scene.clause(parent));
        let parent = parent.filter(|parent| joined && self.scene.is_verb("joining", parent));
        parent.map(|parent| self.objects_of(parent)).unwrap_or_default()
    }

    /// The actors of the grammatical objects.
    pub fn objects_of(&self, clause: &Clause) -> Vec<Filler> {
        clause.objects.iter().flat_map(|&object| of_phrase(self.scene, object)).collect()
    }

    /// "Jepang **bersama Australia** mengecam": who stands with the subject before the verb.
    fn along_with(&self, subject: usize, clause: &Clause) -> Vec<Filler> {
        let next = self.scene.clauses.phrases.get(subject + 1).filter(|next| next.last() <= clause.first);
        let along = next
            .and_then(|next| next.preposition)
            .is_some_and(|at| at == self.scene.phrase(subject).last() && self.scene.is("along", at));
        if along { of_phrase(self.scene, subject + 1) } else { Vec::new() }
    }

    fn deep_subject(&self) -> Vec<Filler> {
        let Some(clause) = self.clause() else { return Vec::new() };
        if is_passive(self.scene.token(clause.verb)) {
            return self.agent(clause).map(|phrase| of_phrase(self.scene, phrase)).unwrap_or_default();
        }
        match clause.objects.first() {
            Some(&object) if self.is_nominalized(clause) => of_phrase(self.scene, object),
            _ => self.subject_of(clause),
        }
    }

    /// "bergabungnya X": with the clitic, what follows the verb is its subject.
    fn is_nominalized(&self, clause: &Clause) -> bool {
        self.scene
            .sentence
            .tokens
            .get(clause.verb + 1)
            .is_some_and(|_| self.scene.is("possessive", clause.verb + 1))
            && clause.subject.is_none()
    }

    /// The phrase of who does a passive verb: after "oleh", else directly after the verb.
    pub fn agent(&self, clause: &Clause) -> Option<usize> {
        let marked = |&&phrase: &&usize| self.scene.introduces("agent", phrase);
        clause.obliques.iter().find(marked).or(clause.objects.first()).copied()
    }

    fn deep_object(&self) -> Vec<Filler> {
        let Some(clause) = self.clause() else { return Vec::new() };
        let within = self.after_cue();
        if !within.is_empty() {
            return within;
        }
        if is_passive(self.scene.token(clause.verb)) {
            return self.owners(self.subject_of(clause));
        }
        let last = self.last_clause().filter(|_| clause.objects.is_empty()).unwrap_or(clause);
        let object =
            |&phrase: &usize| self.disjoint(phrase, last).unwrap_or_else(|| of_phrase(self.scene, phrase));
        let fillers = last.objects.iter().map(object);
        let direct = fillers.into_iter().find(|fillers| !fillers.is_empty());
        self.owners(direct.or_else(|| self.subject_below()).unwrap_or_default())
    }

    /// The clause of the last verb of a cue of several verbs ("bersiap menghadapi").
    fn last_clause(&self) -> Option<&Clause> {
        let clauses = &self.scene.clauses.clauses;
        clauses.iter().rev().find(|clause| (self.cue.head..self.cue.end).contains(&clause.verb))
    }

    /// Where the frame's thing is itself a group ("menarik **pasukan** X"), its owner is meant.
    fn owners(&self, fillers: Vec<Filler>) -> Vec<Filler> {
        let group = self.cue.item.as_ref().and_then(|item| self.scene.mention_at(item.start));
        if !group.is_some_and(|group| fillers.iter().any(|filler| filler.argument.start == group.start)) {
            return fillers;
        }
        let owners = fillers.into_iter().flat_map(|filler| self.owner_of_thing(filler));
        owners.collect()
    }

    /// The owner of a group that is one of the frame's things; any other actor is meant itself.
    fn owner_of_thing(&self, filler: Filler) -> Vec<Filler> {
        let own = |mention: &&Mention| mention.start == filler.argument.start;
        let mention = self.scene.mentions.iter().find(own);
        let is_thing = |mention: &Mention| {
            self.cue
                .frame
                .things
                .iter()
                .any(|words| find_words(self.scene, mention.first..mention.last, words).is_some())
        };
        match mention.filter(|mention| is_thing(mention)) {
            Some(mention) => self.owner_of_group(mention).into_iter().take(1).collect(),
            None => vec![filler],
        }
    }

    /// "menuduh bahwa **X** …": whom a governor of the object means stands in the clause below.
    fn subject_below(&self) -> Option<Vec<Filler>> {
        let own = self.clause?;
        let governor = super::status::governor(self.scene, own)?;
        let below = |clause: &&Clause| clause.parent == Some(own) && clause.link == Link::Complement;
        let clause = self.scene.clauses.clauses.iter().find(below)?;
        // "warned that X …" warns nobody named X.
        let told = self.scene.index.forms.heads_last() && governor.status.is_none();
        (governor.control.as_deref() == Some("object") && !told).then(|| self.subject_of(clause))
    }

    /// The actors right after a cue of several words, in the phrase in which it ends.
    fn after_cue(&self) -> Vec<Filler> {
        if self.cue.end == self.cue.head + 1 {
            return Vec::new();
        }
        let last = self.cue.end - 1;
        if let Some(mention) = self.scene.mention_at(last) {
            return self.owner_of_group(mention);
        }
        if let Some(phrase) = self.scene.phrase_behind(last) {
            return of_phrase(self.scene, phrase);
        }
        self.scene.phrase_of(last).map(|phrase| self.rest_of(phrase, self.cue.end)).unwrap_or_default()
    }

    /// The actors of a phrase from a token on.
    fn rest_of(&self, phrase: usize, from: usize) -> Vec<Filler> {
        let members = &self.scene.phrase(phrase).members;
        let rest = members.iter().filter(|member| member.end > from);
        rest.flat_map(|member| of_range(self.scene, member.start.max(from)..member.end)).collect()
    }
}
