//! Pronouns whose place in the sentence tells whom they mean: "Iran said **it** would leave".

use super::Binder;
use crate::model::{ActorKind, Argument};
use crate::pipeline::detect::known_actor;
use crate::pipeline::extract::clause::{Clause, Link};
use crate::pipeline::extract::filler::{Filler, of_phrase};
use crate::pipeline::extract::status::governor;

/// Certainty that such a pronoun means the speaker.
const SPEAKER: f64 = 0.9;

impl Binder<'_, '_> {
    /// Where heads stand last: whoever says a clause whose subject is a pronoun that agrees with the speaker.
    pub fn speaking(&self, subject: usize, clause: &Clause) -> Option<Vec<Filler>> {
        let scene = self.scene;
        let complement = self.complement_of(subject, clause).filter(|_| scene.index.forms.heads_last())?;
        let parent = complement.parent?;
        let says = governor(scene, parent).is_some_and(|governor| governor.speaker);
        let saying = scene.clause(parent).subject.filter(|&saying| says && saying != subject)?;
        let pronoun = scene.phrase(subject).first();
        let alone = scene.phrase(subject).last() == pronoun + 1;
        let fillers = of_phrase(scene, saying);
        if self.is_home(subject) {
            let states: Vec<Filler> =
                fillers.iter().cloned().filter_map(|filler| self.home_of(filler)).collect();
            return Some(states).filter(|states| !states.is_empty());
        }
        let agree = alone && !fillers.is_empty() && self.agrees(pronoun, &fillers);
        let less = |filler: Filler| Filler { certainty: filler.certainty * SPEAKER, ..filler };
        agree.then(|| fillers.into_iter().map(less).collect())
    }

    /// The clause that is said, of those above that share a subject: "said it **was** ready to leave".
    fn complement_of<'c>(&'c self, subject: usize, clause: &'c Clause) -> Option<&'c Clause> {
        let above = |clause: &&'c Clause| {
            let parent = self.scene.clause(clause.parent?);
            (clause.link != Link::Complement && parent.subject == Some(subject)).then_some(parent)
        };
        let clauses = std::iter::successors(Some(clause), above).take(self.scene.clauses.clauses.len());
        clauses.last().filter(|clause| clause.link == Link::Complement)
    }

    /// "said **the government** would leave"
    fn is_home(&self, phrase: usize) -> bool {
        let range = self.scene.phrase(phrase).first()..self.scene.phrase(phrase).last();
        let words: Vec<&str> = range.map(|at| self.scene.token(at).form.as_str()).collect();
        self.scene.index.forms.is("home", &words.join(" "))
    }

    /// The state that somebody speaks for.
    fn home_of(&self, filler: Filler) -> Option<Filler> {
        let actor = &filler.argument.actor;
        let home = actor.acts_for.as_deref().or(actor.country.as_deref())?;
        let entry = self.scene.ontology.actor(home)?;
        let actor = known_actor(entry, self.scene.document, self.scene.ontology).into();
        let argument = Argument { actor, ..filler.argument };
        Some(Filler { argument, certainty: filler.certainty * SPEAKER, ..filler })
    }

    /// "after accusing **it**": nobody does something to it, so it is whom the clause above does something to.
    pub fn disjoint(&self, object: usize, clause: &Clause) -> Option<Vec<Filler>> {
        let scene = self.scene;
        let pronoun = scene.phrase(object).first();
        let alone = scene.phrase(object).last() == pronoun + 1;
        let parent = scene.clause(clause.parent.filter(|_| alone && scene.index.forms.heads_last())?);
        let (own, found) = (self.subject_of(clause), of_phrase(scene, object));
        let same = |filler: &Filler| own.iter().any(|own| own.argument.actor.id == filler.argument.actor.id);
        let shared = clause.subject.is_some() && clause.subject == parent.subject;
        let other = self.objects_of(parent);
        let meant = shared && !found.is_empty() && found.iter().all(same) && !other.iter().any(same);
        (meant && !other.is_empty() && self.agrees(pronoun, &other)).then_some(other)
    }

    /// "It was **Egypt** that mediated": what the copula says of a pronoun is the subject of the clause behind it.
    pub fn cleft(&self, clause: &Clause) -> Option<usize> {
        let scene = self.scene;
        let copular = |parent: &&Clause| scene.is("copula", parent.verb);
        let parent = clause.parent.map(|parent| scene.clause(parent)).filter(copular)?;
        let pronoun = scene.phrase(parent.subject?).first();
        let marked = (parent.verb..clause.verb).any(|at| scene.is("relativizer", at));
        let object = parent.objects.first().copied().filter(|_| marked && scene.index.forms.heads_last());
        object.filter(|_| scene.is("thing", pronoun) && scene.mention_at(pronoun).is_none())
    }

    /// "he" and one person, "it" and one state or organisation, "they" and several, or a group.
    fn agrees(&self, pronoun: usize, fillers: &[Filler]) -> bool {
        let one = fillers.len() == 1;
        let actor = &fillers[0].argument.actor;
        if self.scene.is("person", pronoun) {
            one && actor.kind == ActorKind::Person
        } else if self.scene.is("plural", pronoun) {
            !one || actor.kind == ActorKind::Group
        } else {
            one && self.scene.is("thing", pronoun)
                && !matches!(actor.kind, ActorKind::Person | ActorKind::Group)
        }
    }
}
