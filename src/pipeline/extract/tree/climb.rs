//! From a token up through phrases to a verb.

use super::DEPTH;
use super::table::Tree;

/// What a token hangs on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Above {
    /// A verb or its predicate.
    Clause(usize),
    /// A noun.
    Phrase(usize),
    /// The root, or a word that is neither.
    Nothing,
}

impl Tree<'_> {
    /// What a token hangs on. A noun may be a predicate as well: arguments of verbs then hang on the clause, all else on
    /// the noun.
    pub fn above(&self, token: usize) -> Above {
        let Some(head) = self.arcs.head(token) else { return Above::Nothing };
        let argues = matches!(self.arcs.relation(token), "nsubj" | "csubj" | "obl" | "advcl" | "ccomp");
        let clause = self.clause_of(head).map(Above::Clause);
        let phrase = self.phrase_of(head).map(Above::Phrase);
        let found = if argues { clause.or(phrase) } else { phrase.or(clause) };
        found.unwrap_or(Above::Nothing)
    }

    /// A token, its head and so on, as long as they hang on phrases; each with what it hangs on.
    pub fn climb(&self, token: usize) -> impl Iterator<Item = (usize, Above)> {
        let step = |at: usize| (at, self.above(at));
        let next = move |&(at, above): &(usize, Above)| match above {
            Above::Phrase(_) => self.arcs.head(at).map(step),
            Above::Clause(_) | Above::Nothing => None,
        };
        std::iter::successors(Some(step(token)), next).take(DEPTH)
    }

    /// The clause above a token, through the phrases in between.
    pub fn governing(&self, token: usize) -> Option<usize> {
        self.climb(token).find_map(|(_, above)| match above {
            Above::Clause(clause) => Some(clause),
            Above::Phrase(_) | Above::Nothing => None,
        })
    }

    /// The token of the uppermost phrase that a token hangs on.
    pub fn uppermost(&self, token: usize) -> usize {
        self.climb(token).last().map_or(token, |(at, _)| at)
    }
}
