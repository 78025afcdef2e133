//! Hands phrases to the clauses whose arguments they are.

use super::climb::Above;
use super::table::Tree;
use crate::pipeline::extract::chunk::Phrase;
use crate::pipeline::extract::clause::Clause;

impl Tree<'_> {
    /// Gives every phrase that hangs on a verb to its clause, in the order of the text.
    pub fn place(&self, clauses: &mut [Clause]) {
        (0..self.chunks.phrases.len()).for_each(|phrase| self.place_one(phrase, clauses));
    }

    fn place_one(&self, phrase: usize, clauses: &mut [Clause]) {
        let top = self.tops[phrase];
        if let Some(predicated) = self.clause_of(top).filter(|&clause| clauses[clause].verb != top) {
            clauses[predicated].objects.push(phrase);
            return;
        }
        let Above::Clause(clause) = self.above(top) else {
            return self.place_below(phrase, clauses);
        };
        if self.governed[phrase] && !self.chunks.clauses[clause].objects.contains(&phrase) {
            return;
        }
        self.place_argument(phrase, clause, clauses);
    }

    fn place_argument(&self, phrase: usize, clause: usize, clauses: &mut [Clause]) {
        match self.arcs.relation(self.tops[phrase]) {
            "nsubj" | "csubj" => self.place_subject(phrase, clause, clauses),
            _ if self.chunks.phrases[phrase].preposition.is_some() => clauses[clause].obliques.push(phrase),
            "obj" | "iobj" | "xcomp" | "ccomp" => clauses[clause].objects.push(phrase),
            "obl" if self.is_agent(phrase, &clauses[clause]) => clauses[clause].objects.push(phrase),
            _ if self.is_shifted(phrase, clause) => clauses[clause].objects.push(phrase),
            _ => {}
        }
    }

    /// "released on Friday **two citizens**": parsers put the object into the phrase before it.
    fn is_shifted(&self, phrase: usize, clause: usize) -> bool {
        let heads_last = self.index.forms.heads_last();
        heads_last && self.chunks.clauses[clause].objects.contains(&phrase)
    }

    /// Of several subjects the last before the verb is the verb's own. One behind its verb is that of the next verb, which
    /// parsers give to the first ("Setelah tentara diusir, **Mali** mempererat").
    fn place_subject(&self, phrase: usize, clause: usize, clauses: &mut [Clause]) {
        let first = self.chunks.phrases[phrase].first();
        // "that" before a noun is none.
        if self.is("relativizer", first) && self.tops[phrase] == first {
            return;
        }
        let (verb, subject) = (clauses[clause].verb, clauses[clause].subject);
        if first < verb {
            let weaker = !self.named[phrase] || self.chunks.phrases[phrase].preposition.is_some();
            clauses[clause].subject = subject.filter(|_| weaker).or(Some(phrase));
            return;
        }
        let next = clauses.partition_point(|next| next.verb <= first);
        let own = if subject.is_some() && next < clauses.len() { next } else { clause };
        clauses[own].subject.get_or_insert(phrase);
    }

    /// Which noun or verb a prepositional phrase belongs to is what a parser gets wrong most: below an object it counts as
    /// the verb's too.
    fn place_below(&self, phrase: usize, clauses: &mut [Clause]) {
        let top = self.tops[phrase];
        let below_object = || self.arcs.relation(self.uppermost(top)) == "obj";
        if self.chunks.phrases[phrase].preposition.is_some()
            && let Some(clause) = self.governing(top)
            && below_object()
        {
            clauses[clause].obliques.push(phrase);
        }
    }

    /// A noun without a preposition right behind a verb: a passive verb's agent without "oleh", else its object.
    fn is_agent(&self, phrase: usize, clause: &Clause) -> bool {
        let before = self.chunks.phrases[..phrase].last().map_or(0, Phrase::last);
        before <= clause.verb && clause.verb < self.chunks.phrases[phrase].first()
    }
}
