//! Subjects and objects that clauses have in common.

use super::DEPTH;
use super::table::Tree;
use crate::pipeline::extract::chunk::is_passive;
use crate::pipeline::extract::clause::{Clause, Link};

impl Tree<'_> {
    /// Gives clauses what they share with the clause or the noun above.
    pub fn share(&self, clauses: &mut [Clause]) {
        (0..clauses.len()).for_each(|at| self.share_one(at, clauses, DEPTH));
    }

    /// The clause above comes first, as far as `depth` clauses up.
    fn share_one(&self, at: usize, clauses: &mut [Clause], depth: usize) {
        if clauses[at].link == Link::Relative {
            return self.relate(at, &mut clauses[at]);
        }
        let Some(above) = clauses[at].parent else { return };
        if clauses[at].subject.is_none() && depth > 0 {
            self.share_one(above, clauses, depth - 1);
            clauses[at].subject = self.shared_subject(&clauses[at], &clauses[above]);
        }
    }

    /// The subject of a clause that names none: whoever controls it in the clause above.
    ///
    /// "Rusia berjanji **menarik** pasukan": Russia; "Rusia mendesak Iran **menarik** pasukan": Iran.
    fn shared_subject(&self, clause: &Clause, above: &Clause) -> Option<usize> {
        let verb = &self.sentence.tokens[above.verb];
        let governor = self.index.cues.governing_verb(&verb.lemma);
        let by_object = governor.is_some_and(|governor| governor.control.as_deref() == Some("object"));
        let controls =
            by_object && clause.verb > above.verb && clause.link != Link::Coordinate && !is_passive(verb);
        above.objects.first().copied().filter(|_| controls).or(above.subject)
    }

    /// A relative clause: its noun is the subject, or the object where the clause has a subject of its own.
    ///
    /// "Iran yang **menyerang** Irak": Iran attacks; "Iran yang Irak **serang**": Iran is attacked.
    fn relate(&self, at: usize, clause: &mut Clause) {
        let predicate = self.predicates[at];
        let Some(noun) = self.arcs.head(predicate).and_then(|head| self.phrase_of(head)) else { return };
        if !self.arcs.is_relativized(predicate) && self.is("verbal_prepositions", clause.verb) {
            return;
        }
        match clause.subject {
            None => clause.subject = Some(noun),
            Some(subject) if subject != noun && clause.objects.is_empty() => clause.objects.push(noun),
            Some(_) => {}
        }
    }
}
