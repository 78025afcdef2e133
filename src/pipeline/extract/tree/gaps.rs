//! What the tree does not tell, as the chunks tell it.

use super::climb::Above;
use super::table::Tree;
use crate::pipeline::extract::clause::{Clause, Link};

impl Tree<'_> {
    /// Phrases that the tree gives to no verb stay where the chunks put them.
    pub fn complete(&self, clauses: &mut [Clause]) {
        let mut free = self.free(clauses);
        for (clause, read) in clauses.iter_mut().zip(&self.chunks.clauses) {
            let object = read.objects.iter().find(|&&phrase| free[phrase]);
            if let Some(&object) = object.filter(|_| clause.objects.is_empty()) {
                clause.objects.push(object);
                free[object] = false;
            }
            for &phrase in &read.obliques {
                if free[phrase] && self.above(self.tops[phrase]) == Above::Nothing {
                    clause.obliques.push(phrase);
                    free[phrase] = false;
                }
            }
        }
    }

    /// For each phrase whether no clause has it.
    fn free(&self, clauses: &[Clause]) -> Vec<bool> {
        let mut free = vec![true; self.chunks.phrases.len()];
        for clause in clauses {
            let had = clause.subject.iter().chain(&clause.objects).chain(&clause.obliques);
            had.for_each(|&phrase| free[phrase] = false);
        }
        free
    }

    /// A clause whose subject the tree does not tell has the one that the chunks tell.
    pub fn inherit(&self, clauses: &mut [Clause]) {
        for (clause, read) in clauses.iter_mut().zip(&self.chunks.clauses) {
            if clause.link == Link::Relative && self.is("verbal_prepositions", clause.verb) {
                continue;
            }
            let told = read.subject.filter(|subject| !clause.objects.contains(subject));
            clause.subject = clause.subject.or(told);
        }
    }
}
