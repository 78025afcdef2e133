//! The prepositional phrases below a noun.

use super::climb::Above;
use super::table::Tree;

impl Tree<'_> {
    /// For each phrase the prepositional phrases below it, at any depth, with nothing but phrases in between.
    ///
    /// "kunjungan **ke Beijing** **dengan delegasi** **di Iran**": of the visit all three, of the delegation the last.
    pub fn modifiers(&self) -> Vec<Vec<usize>> {
        let phrases = &self.chunks.phrases;
        let mut modifiers: Vec<Vec<usize>> = vec![Vec::new(); phrases.len()];
        for below in (0..phrases.len()).filter(|&phrase| phrases[phrase].preposition.is_some()) {
            for (_, above) in self.climb(self.tops[below]) {
                let Above::Phrase(phrase) = above else { break };
                if phrase != below && modifiers[phrase].last() != Some(&below) {
                    modifiers[phrase].push(below);
                }
            }
        }
        modifiers
    }
}
