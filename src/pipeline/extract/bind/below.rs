//! The clause that a verb takes: who is to do what it says, on whom that bears, and who could avert it.

use super::Binder;
use crate::ontology::CueKind;
use crate::pipeline::extract::chunk::is_passive;
use crate::pipeline::extract::clause::{Clause, Link};
use crate::pipeline::extract::cue::find_words;
use crate::pipeline::extract::filler::{Filler, of_phrase};
use crate::pipeline::extract::nouns::over_clause;

impl Binder<'_, '_> {
    /// "said that **Y** must leave": the subject of the clause that the cue takes. Who only suffers what it says is not meant.
    pub fn doer(&self) -> Vec<Filler> {
        let clauses = &self.scene.clauses.clauses;
        let taken = |clause: &&Clause| self.takes(clause) && self.has_words(clause);
        let clause = clauses.iter().find(taken);
        let active = clause.filter(|clause| !is_passive(self.scene.token(clause.verb)));
        active.map(|clause| self.others(self.subject_of(clause))).unwrap_or_default()
    }

    /// Whether a clause is what the cue says: the complement of a verb, what a noun spells out.
    fn takes(&self, clause: &Clause) -> bool {
        if self.cue.kind != CueKind::Verb {
            return over_clause(self.scene, clause).is_some_and(|over| over.token == self.cue.head);
        }
        clause.parent == self.clause && clause.parent.is_some() && clause.link == Link::Complement
    }

    /// "threatened to cut off the gas of **Y**": the first on whom a deed bears that the verb speaks of.
    pub fn deed(&self) -> Vec<Filler> {
        let deeds = self.deeds();
        let phrases = |placed: bool| {
            let bearing = deeds.iter().flat_map(|&deed| self.bearing(deed));
            bearing.filter(move |&phrase| self.scene.introduces("place", phrase) == placed)
        };
        let found =
            phrases(false).chain(phrases(true)).map(|phrase| self.others(of_phrase(self.scene, phrase)));
        found.into_iter().find(|fillers| !fillers.is_empty()).unwrap_or_default()
    }

    /// "…, unless **Y** withdraws": who could avert a deed.
    pub fn condition(&self) -> Vec<Filler> {
        let conditional = |mark: usize| self.scene.is("conditional", mark);
        let clauses = self.scene.clauses.clauses.iter().filter(|clause| clause.verb > self.cue.head);
        let clauses = clauses.filter(|clause| clause.mark.is_some_and(conditional));
        let active = clauses.filter(|clause| !is_passive(self.scene.token(clause.verb)));
        let found = active.map(|clause| self.others(self.subject_of(clause)));
        found.into_iter().find(|fillers| !fillers.is_empty()).unwrap_or_default()
    }

    /// The clauses of the deeds of the verb's own subject, from the first that holds the frame's words on.
    fn deeds(&self) -> Vec<&Clause> {
        let Some(own) = self.clause else { return Vec::new() };
        let clauses = &self.scene.clauses.clauses;
        let mut below = vec![false; clauses.len()];
        let mut deeds: Vec<&Clause> = Vec::new();
        for (at, clause) in clauses.iter().enumerate().filter(|(_, clause)| clause.verb > self.cue.head) {
            let parent = clause.parent.filter(|_| self.is_done(clause, own));
            let first = parent == Some(own) && self.has_words(clause);
            below[at] = first || parent.is_some_and(|parent| below[parent]);
            deeds.extend(below[at].then_some(clause));
        }
        deeds
    }

    /// Whether the subject of the verb is to do what a clause says: "to V", "V-ing", "that it would V".
    fn is_done(&self, clause: &Clause, own: usize) -> bool {
        let own = self.scene.clause(own).subject;
        match clause.link {
            Link::Chain | Link::Purpose => true,
            Link::Complement => {
                let subject = self.subject_of(clause);
                clause.subject == own || !subject.is_empty() && self.others(subject).is_empty()
            }
            Link::Subordinate => clause.mark.is_none() && clause.subject == own,
            Link::Root | Link::Relative | Link::Coordinate => false,
        }
    }

    /// Whether the frame asks for no words, or one of them stands in the verb group of a clause.
    fn has_words(&self, clause: &Clause) -> bool {
        let with = &self.cue.frame.with;
        let behind_subject = clause.subject.map(|subject| self.scene.phrase(subject).last());
        let first = behind_subject.filter(|&last| last > self.cue.head || clause.verb < self.cue.head);
        let group = first.unwrap_or(clause.first).min(clause.first)..self.end_of_group(clause);
        with.is_empty() || with.iter().any(|words| find_words(self.scene, group.clone(), words).is_some())
    }

    /// Where the verb group of a clause ends; what somebody has, or is, belongs to it: "has **an obligation** to".
    fn end_of_group(&self, clause: &Clause) -> usize {
        let light = self.scene.is("copula", clause.verb) || self.scene.is_verb("have", clause);
        let last = clause.objects.first().filter(|_| light).map(|&object| self.scene.phrase(object).last());
        last.unwrap_or_default().max(clause.verb + 1)
    }

    /// What stands behind the verb of a deed and tells on whom it bears: its objects, and prepositional phrases that do.
    fn bearing(&self, deed: &Clause) -> Vec<usize> {
        let modifiers = deed.objects.iter().flat_map(|&object| &self.scene.clauses.modifiers[object]);
        let bears = |phrase: &&usize| self.scene.introduces("bearing", **phrase);
        let oblique = deed.obliques.iter().chain(modifiers).filter(bears);
        let mut phrases: Vec<usize> = deed.objects.iter().chain(oblique).copied().collect();
        phrases.retain(|&phrase| self.scene.phrase(phrase).first() > deed.verb);
        phrases.sort_unstable();
        phrases.dedup();
        phrases
    }

    /// Those of some actors who are not the frame's subject, nor a group of it.
    fn others(&self, fillers: Vec<Filler>) -> Vec<Filler> {
        let own = self.first_of(&self.cue.frame.subject);
        let same =
            |filler: &Filler| own.iter().any(|own| is_of(&filler.argument.actor.id, &own.argument.actor.id));
        fillers.into_iter().filter(|filler| !same(filler)).collect()
    }
}

/// Whether an actor is another, or a group of it: "russia/troops" of "russia".
fn is_of(actor: &str, owner: &str) -> bool {
    actor.strip_prefix(owner).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}
