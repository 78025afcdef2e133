//! Who has what a relative clause tells the origin of: "**Rusia** memakai drone yang dipasok Iran".

use super::Binder;
use crate::pipeline::extract::filler::Filler;

impl Binder<'_, '_> {
    /// The subject of the verb of using or needing whose object the cue's clause says more of.
    pub fn user(&self) -> Vec<Filler> {
        let thing = self.clause().and_then(|clause| clause.subject);
        let using = thing.and_then(|thing| self.scene.clause_with_object(thing));
        let using = using.filter(|&clause| self.scene.is_verb("using", self.scene.clause(clause)));
        using.map(|clause| self.subject_of(self.scene.clause(clause))).unwrap_or_default()
    }
}
