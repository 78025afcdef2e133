//! Whom a denial contradicts: "**X** accused Y of Z, which Y denied".

use super::Binder;
use crate::pipeline::extract::clause::Clause;
use crate::pipeline::extract::denial::takes_up;
use crate::pipeline::extract::filler::Filler;
use crate::pipeline::extract::status::governor;

impl Binder<'_, '_> {
    /// Who says what stands right before the cue's verb, if that is what the verb is about.
    pub fn claimant(&self) -> Vec<Filler> {
        let said = self.clause().and_then(|own| self.said_before(own));
        let says = said.and_then(|said| self.saying(said));
        says.map(|clause| self.subject_of(clause)).unwrap_or_default()
    }

    /// The clause before, which a denial takes up.
    fn said_before(&self, own: &Clause) -> Option<usize> {
        let before = |clause: &Clause| clause.verb < own.verb;
        let said = self.scene.clauses.clauses.iter().rposition(before)?;
        takes_up(self.scene, self.scene.clause(said).verb, own.verb).then_some(said)
    }

    /// The clause of the verb of saying that a clause belongs to, or is.
    fn saying(&self, said: usize) -> Option<&Clause> {
        let mut at = said;
        // Chunks and tree together could tie clauses in a ring.
        for _ in 0..self.scene.clauses.clauses.len() {
            let says = governor(self.scene, at).is_some_and(|governor| governor.speaker && !governor.denies);
            if says {
                return Some(self.scene.clause(at));
            }
            at = self.scene.clause(at).parent?;
        }
        None
    }
}
