//! Pronouns whose place in the sentence tells whom they mean: "Iran said **it** would leave".

use super::Binder;
use crate::model::ActorKind;
use crate::pipeline::extract::clause::{Clause, Link};
use crate::pipeline::extract::filler::{Filler, of_phrase};
use crate::pipeline::extract::status::governor;

/// Certainty that such a pronoun means the speaker.
const SPEAKER: f64 = 0.9;

impl Binder<'_, '_> {
    /// Where heads stand last: whoever says a clause whose subject is a pronoun that agrees with the speaker.
    pub fn speaking(&self, subject: usize, clause: &Clause) -> Option<Vec<Filler>> {
        let scene = self.scene;
        let parent =
            clause.parent.filter(|_| clause.link == Link::Complement && scene.index.forms.heads_last())?;
        let says = governor(scene, parent).is_some_and(|governor| governor.speaker);
        let saying = scene.clause(parent).subject.filter(|&saying| says && saying != subject)?;
        let pronoun = scene.phrase(subject).first();
        let alone = scene.phrase(subject).last() == pronoun + 1;
        let fillers = of_phrase(scene, saying);
        let agree = alone && !fillers.is_empty() && self.agrees(pronoun, &fillers);
        let less = |filler: Filler| Filler { certainty: filler.certainty * SPEAKER, ..filler };
        agree.then(|| fillers.into_iter().map(less).collect())
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
