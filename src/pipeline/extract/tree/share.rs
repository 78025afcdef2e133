//! Subjects and objects that clauses have in common.

use super::DEPTH;
use super::table::Tree;
use crate::model::Status;
use crate::ontology::Governor;
use crate::pipeline::extract::chunk::{Phrase, is_passive};
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
            let planner = self.planner(at, &clauses[at]);
            clauses[at].subject = planner.or_else(|| self.shared_subject(&clauses[at], &clauses[above]));
        }
    }

    /// The subject of a clause that names none: whoever controls it in the clause above.
    ///
    /// "Rusia berjanji **menarik** pasukan": Russia; "Rusia mendesak Iran **menarik** pasukan": Iran.
    fn shared_subject(&self, clause: &Clause, above: &Clause) -> Option<usize> {
        let verb = &self.sentence.tokens[above.verb];
        let governor = self.index.cues.governing_verb(&verb.lemma);
        let by_object = governor.is_some_and(|governor| governor.control.as_deref() == Some("object"));
        let by_object = by_object || self.is_told_of(clause, above, governor);
        let apart = clause.link == Link::Coordinate || self.is_aside(clause, governor);
        let controls = by_object && clause.verb > above.verb && !apart && !is_passive(verb);
        let addressed = above.objects.first().or_else(|| self.addressee(clause, above)).copied();
        addressed.filter(|_| controls).or(above.subject)
    }

    /// "said **Iran**, which …, had left": where heads stand last, a name behind a verb of saying is the subject of what is said.
    fn is_told_of(&self, clause: &Clause, above: &Clause, governor: Option<&Governor>) -> bool {
        let says = governor.is_some_and(|governor| governor.speaker && governor.status.is_none());
        let bare = clause.link == Link::Complement && clause.mark.is_none();
        let named = above.objects.first().is_some_and(|&object| self.named[object]);
        self.index.forms.heads_last() && says && bare && named
    }

    /// "punished Iran **after** attacking it", "punished Iran **to** deter it", "blocked roads **to** deter it", "helped Iran **by** attacking": no deed of
    /// Iran's, as that of "punished Iran for attacking" is.
    fn is_aside(&self, clause: &Clause, governor: Option<&Governor>) -> bool {
        let settled = |status| matches!(status, Some(Status::Asserted | Status::Negated));
        let reacts = governor.is_some_and(|governor| settled(governor.status));
        let aims = |at: usize| reacts && self.is("intent", at) || self.is("manner", at);
        let aside = clause.link == Link::Subordinate || clause.mark.is_some_and(aims);
        self.index.forms.heads_last() && aside
    }

    /// "called **on Iran** to withdraw": where heads stand last, the last name between the verbs stands for an object.
    fn addressee<'c>(&self, clause: &Clause, above: &'c Clause) -> Option<&'c usize> {
        let between = |&&phrase: &&usize| {
            let first = self.chunks.phrases[phrase].first();
            self.named[phrase] && above.verb < first && first < clause.first
        };
        let asked = || above.obliques.iter().rev().find(between);
        self.index.forms.heads_last().then(asked).flatten()
    }

    /// "**Trump's threat** to annex …", "**a plan by Iran** to …": whoever owns the noun that a purpose spells out.
    fn planner(&self, at: usize, clause: &Clause) -> Option<usize> {
        let noun = self.arcs.head(self.predicates[at]).filter(|_| clause.link == Link::Purpose)?;
        let phrase = self.phrase_of(noun).filter(|_| self.index.forms.heads_last())?;
        let next = self.chunks.phrases.get(phrase + 1);
        let own = |next: &Phrase| {
            let preposition = next.preposition.filter(|&at| at == self.chunks.phrases[phrase].last());
            self.named[phrase + 1] && preposition.is_some_and(|at| self.is("owner", at))
        };
        let governs = self.index.cues.governing_noun(&self.sentence.tokens[noun].form).is_some();
        (governs && (self.named[phrase] || next.is_some_and(own))).then_some(phrase)
    }

    /// A relative clause: its noun is the subject, or the object where the clause has a subject of its own.
    ///
    /// "Iran yang **menyerang** Irak": Iran attacks; "Iran yang Irak **serang**": Iran is attacked.
    fn relate(&self, at: usize, clause: &mut Clause) {
        let predicate = self.predicates[at];
        let Some(noun) = self.arcs.head(predicate).and_then(|head| self.phrase_of(head)) else { return };
        let noun = self.adjacent(at).filter(|_| !self.named[noun]).unwrap_or(noun);
        if !self.arcs.is_relativized(predicate) && self.is("verbal_prepositions", clause.verb) {
            return;
        }
        // "Iran, **whose** army attacked Iraq": neither does it nor undergoes it.
        if clause.mark.is_some_and(|mark| self.is("possessive_pronoun", mark)) {
            return;
        }
        match clause.subject {
            None => clause.subject = Some(noun),
            Some(subject) if subject != noun && clause.objects.is_empty() => clause.objects.push(noun),
            Some(_) => {}
        }
    }

    /// "talks with **Orban**, who …": where heads stand last, the name right before a pronoun of persons, or before a comma
    /// and the pronoun.
    fn adjacent(&self, at: usize) -> Option<usize> {
        let read = &self.chunks.clauses[at];
        let pronoun =
            read.mark.filter(|&mark| self.is("relativizer", mark) && self.index.forms.heads_last())?;
        let before = pronoun.checked_sub(1)?;
        let comma = self.is("apposition", before);
        let phrase = self.phrase_of(if comma { before.checked_sub(1)? } else { before })?;
        (self.named[phrase] && (comma || self.is("person_relativizer", pronoun))).then_some(phrase)
    }
}
