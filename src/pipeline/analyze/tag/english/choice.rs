//! Which of the things that an English form can be it is here: a verb, or what else its lists say.

use super::word::Word;
use crate::model::{Token, Upos};
use crate::ontology::index::english::Inflections;
use crate::ontology::index::forms::Forms;

const FINITE: Inflections = Inflections::BASE.or(Inflections::PRESENT).or(Inflections::PAST);
const PARTICIPLES: Inflections = Inflections::PARTICIPLE.or(Inflections::GERUND);

/// A sentence whose parts of speech are known up to a position.
#[derive(Clone, Copy)]
pub struct Choice<'a> {
    pub tokens: &'a [Token],
    pub words: &'a [Word],
    pub forms: &'a Forms,
}

impl Choice<'_> {
    /// The part of speech of the word at a position.
    pub fn upos(&self, at: usize) -> Upos {
        let word = &self.words[at];
        if let Some(closed) = word.closed {
            return if self.is_verb_of_closed_class(at, closed) { Upos::Verb } else { closed };
        }
        if word.name_adjective {
            return if self.noun_follows(at) { Upos::Adj } else { Upos::Propn };
        }
        if word.verbs.is_empty() {
            return if self.heads_phrase(at) { Upos::Noun } else { word.listed.unwrap_or(Upos::Noun) };
        }
        if self.is_adjective(at) {
            Upos::Adj
        } else if self.is_verb(at) {
            Upos::Verb
        } else if word.noun && !(word.can_be(PARTICIPLES) && self.noun_follows(at)) {
            Upos::Noun
        } else if word.can_be(PARTICIPLES) && self.noun_follows(at) {
            Upos::Adj
        } else {
            word.listed.unwrap_or(Upos::Noun)
        }
    }

    /// "the **military** said": an adjective without a noun behind an article or an owner is one itself.
    fn heads_phrase(&self, at: usize) -> bool {
        let left = at.checked_sub(1);
        let opened = left.is_some_and(|left| {
            self.is("article", left)
                || self.tokens[left].upos == Upos::Adj && self.words[left].is_name()
                || self.owns(at)
        });
        let next = self.words.get(at + 1);
        let verb_follows =
            next.is_some_and(|next| next.fixed == Some(Upos::Aux) || next.can_be(FINITE) && !next.noun);
        let compound = verb_follows
            && left.is_some_and(|left| matches!(self.tokens[left].upos, Upos::Propn | Upos::Noun));
        self.words[at].listed == Some(Upos::Adj) && (opened || compound) && !self.noun_follows(at)
    }

    /// "has weapons", "will back Syria": words of closed classes that are verbs here.
    fn is_verb_of_closed_class(&self, at: usize, closed: Upos) -> bool {
        let word = &self.words[at];
        let left = self.left(at);
        if closed == Upos::Aux {
            let next = self.next(at).map(|next| &self.words[next]);
            let verb_follows = next.is_some_and(|next| {
                !next.verbs.is_empty() && (next.closed.is_none() || next.closed == Some(Upos::Aux))
            });
            let be = word.verbs.iter().any(|verb| self.forms.is("passive_auxiliary", &verb.lemma));
            let to = self.next(at).is_some_and(|next| self.tokens[next].form == "to");
            return !be && !verb_follows && !to;
        }
        let base = word.can_be(Inflections::BASE) && self.object_follows(at);
        let infinitive = left.is_some_and(|left| self.is_to(left) || self.is("modal", left));
        let subject = left.is_some_and(|left| self.tokens[left].upos == Upos::Propn);
        let name_follows = self.tokens.get(at + 1).is_some_and(|next| next.upos == Upos::Propn);
        base && (infinitive || subject && name_follows && !self.finite_elsewhere(at))
    }

    /// Listed adjectives that look like verbs: "alleged", "open".
    fn is_adjective(&self, at: usize) -> bool {
        let word = &self.words[at];
        if word.listed != Some(Upos::Adj) {
            return false;
        }
        let by = self.next_is(at, "agent");
        let Some(left) = self.left(at) else { return !by };
        let participle = word.can_be(Inflections::PARTICIPLE);
        match self.tokens[left].upos {
            Upos::Aux
                if self.is("modal", left) || participle && self.is_auxiliary("perfect_auxiliary", left) =>
            {
                false
            }
            Upos::Aux => !(by || participle && self.next_is(at, "owner")),
            _ if self.is_to(left) => !word.can_be(Inflections::BASE),
            Upos::Noun | Upos::Propn | Upos::Pron if !self.owns(at) => {
                !(participle || by || self.object_follows(at) || self.noun_follows(at))
            }
            _ => !by,
        }
    }

    fn is_verb(&self, at: usize) -> bool {
        let word = &self.words[at];
        let Some(left) = self.left(at) else { return self.opens_clause(at) };
        match self.tokens[left].upos {
            _ if self.is_to(left) => {
                word.can_be(Inflections::BASE) && !(word.noun && self.next_is(at, "owner"))
            }
            Upos::Aux => self.follows_auxiliary(at, left),
            Upos::Pron if !self.owns(at) => word.can_be(FINITE) || !word.noun,
            Upos::Sconj if self.is("relativizer", left) => self.follows_relativizer(at),
            Upos::Det | Upos::Num | Upos::Adj | Upos::Part | Upos::Pron => self.follows_determiner(at, left),
            Upos::Propn | Upos::Noun => self.follows_noun(at, left),
            Upos::Adp => self.follows_preposition(at),
            Upos::Verb => self.follows_verb(at, left),
            Upos::Cconj => self.follows_conjunction(at, left),
            _ => self.opens_clause(at),
        }
    }

    fn follows_auxiliary(&self, at: usize, left: usize) -> bool {
        let word = &self.words[at];
        if self.is("modal", left) {
            return word.can_be(Inflections::BASE) || !word.noun;
        }
        word.can_be(PARTICIPLES)
            && !(word.noun && word.can_be(Inflections::GERUND) && self.next_is(at, "owner"))
            || !word.noun
    }

    fn follows_relativizer(&self, at: usize) -> bool {
        let word = &self.words[at];
        let noun = word.noun
            && self.next(at).is_some_and(|next| {
                self.words[next].fixed == Some(Upos::Aux) || self.words[next].is_surely_finite()
            });
        !noun && (word.can_be(FINITE) || !self.noun_follows(at))
    }

    /// Behind "the", "these", "its", "Russia's", "two", "nuclear".
    fn follows_determiner(&self, at: usize, left: usize) -> bool {
        let word = &self.words[at];
        let adjective = self.tokens[left].upos == Upos::Adj;
        let closes = self.is("article", left) || self.owns(at);
        if word.can_be(PARTICIPLES) {
            let past = word.can_be(Inflections::PAST);
            let predicate = (!closes || past && adjective) && !self.noun_follows(at) && !word.noun;
            return predicate || past && self.object_follows(at);
        }
        let closes = closes || adjective;
        let plural = !matches!(self.tokens[left].form.as_str(), "this" | "that");
        let agrees = word.can_be(if plural { Inflections::BASE } else { Inflections::PRESENT });
        !closes && agrees && (!word.noun || self.object_follows(at))
    }

    /// Behind a name or a noun: a past tense is a verb; a present that could be a noun is one where an object follows
    /// and the clause has no other verb.
    fn follows_noun(&self, at: usize, left: usize) -> bool {
        let word = &self.words[at];
        if word.can_be(Inflections::GERUND) {
            return !word.noun || self.object_follows(at);
        }
        if !word.noun || word.can_be(Inflections::PAST.or(Inflections::PARTICIPLE)) {
            return true;
        }
        if left > 0 && self.tokens[left - 1].form == "-" {
            return false;
        }
        let clause = word.verbs.iter().any(|verb| self.forms.takes_clause(&verb.lemma))
            && self.next(at).is_some_and(|next| self.is_to(next) || self.is("complementizer", next));
        let object = self.object_follows(at) || self.agrees(at, left) && self.noun_follows(at);
        let alone = self.next(at).is_none_or(|next| self.words[next].fixed == Some(Upos::Punct));
        self.agrees(at, left)
            && (clause
                || (object || !alone && self.tokens[left].upos == Upos::Propn) && !self.finite_elsewhere(at))
    }

    /// Whether a present form fits the number of the noun before: "officials say", "Iran says", "China and Iran say".
    fn agrees(&self, at: usize, left: usize) -> bool {
        let word = &self.words[at];
        let noun = &self.tokens[left];
        let plural = noun.upos == Upos::Noun && self.forms.singular(&noun.form).is_some();
        let joined = noun.upos == Upos::Propn
            && (1..=3.min(left))
                .any(|back| self.is("coordinator", left - back) || self.tokens[left - back].form == ",");
        word.can_be(Inflections::PRESENT) && !plural || word.can_be(Inflections::BASE) && (plural || joined)
    }

    fn follows_preposition(&self, at: usize) -> bool {
        let word = &self.words[at];
        if word.can_be(Inflections::GERUND) {
            return self.object_follows(at) || !word.noun || self.plural_follows(at);
        }
        !word.noun && !self.noun_follows(at)
    }

    fn follows_verb(&self, at: usize, left: usize) -> bool {
        let word = &self.words[at];
        if word.can_be(Inflections::GERUND) {
            return self.object_follows(at) || !word.noun;
        }
        if word.can_be(Inflections::BASE) {
            let verbs = &self.words[left].verbs;
            let bare = verbs.iter().any(|verb| self.forms.is("bare_infinitive", &verb.lemma));
            return bare && (!word.noun || self.object_follows(at));
        }
        if !word.can_be(PARTICIPLES) {
            return false;
        }
        !(word.noun || self.noun_follows(at))
    }

    /// "and", "or": like the word before, else a new clause.
    fn follows_conjunction(&self, at: usize, left: usize) -> bool {
        let word = &self.words[at];
        let before = left.checked_sub(1).map(|before| self.tokens[before].upos);
        if before == Some(Upos::Adj)
            && word.can_be(PARTICIPLES)
            && self.noun_follows(at)
            && !self.object_follows(at)
        {
            return false;
        }
        let alike = || {
            let last =
                (0..left).rev().find(|&at| self.tokens[at].upos == Upos::Verb).map(|at| &self.words[at]);
            last.is_some_and(|last| word.verbs.iter().any(|verb| last.can_be(verb.forms)))
        };
        if word.noun && word.can_be(Inflections::BASE.or(Inflections::PRESENT).or(Inflections::GERUND)) {
            return alike() && (self.object_follows(at) || before == Some(Upos::Verb));
        }
        true
    }

    /// At the beginning of a sentence, or behind a comma or a conjunction.
    fn opens_clause(&self, at: usize) -> bool {
        let word = &self.words[at];
        if word.can_be(Inflections::GERUND) {
            return !word.noun || self.object_follows(at) || self.plural_follows(at);
        }
        if word.can_be(Inflections::PARTICIPLE) && !word.can_be(Inflections::BASE) {
            return !self.noun_follows(at) || self.object_follows(at);
        }
        !word.noun
    }
}
