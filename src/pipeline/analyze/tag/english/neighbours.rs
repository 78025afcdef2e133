//! What stands around an English word.

use super::choice::Choice;
use super::word::Word;
use crate::model::{Token, Upos};
use crate::ontology::index::english::Inflections;

impl Choice<'_> {
    /// The nearest word before that is no adverb or negation.
    pub fn left(&self, at: usize) -> Option<usize> {
        (0..at).rev().find(|&left| {
            let token = &self.tokens[left];
            let negation = token.upos == Upos::Part && !self.is("genitive", left) && token.form != "to";
            token.upos != Upos::Adv && !negation && !self.opens_adverbial(left)
        })
    }

    /// "**no** longer"
    fn opens_adverbial(&self, at: usize) -> bool {
        self.forms.adverbial(|distance| self.tokens.get(at + distance).map(|token| token.form.as_str())) > 1
    }

    /// The next word that is no adverb.
    pub fn next(&self, at: usize) -> Option<usize> {
        let adverb = |next: &Word| {
            matches!(next.fixed.or(next.listed), Some(Upos::Adv)) || next.fixed == Some(Upos::Part)
        };
        (at + 1..self.tokens.len()).find(|&next| !adverb(&self.words[next]))
    }

    pub fn next_is(&self, at: usize, list: &str) -> bool {
        self.tokens.get(at + 1).is_some_and(|next| self.forms.is(list, &next.form))
    }

    /// Whether a noun phrase begins right behind: an article, a name, a pronoun, a number.
    pub fn object_follows(&self, at: usize) -> bool {
        let Some(next) = self.tokens.get(at + 1) else { return false };
        match self.words[at + 1].fixed {
            _ if self.forms.is("day", &next.form) => false,
            None if self.words[at + 1].name_adjective => true,
            Some(Upos::Det | Upos::Num | Upos::Propn) => true,
            Some(Upos::Pron) => !self.forms.is("relativizer", &next.form),
            _ => matches!(next.form.as_str(), "“" | "\"") && self.words[at].can_be(Inflections::PAST),
        }
    }

    /// Whether a noun or its adjective stands right behind.
    pub fn noun_follows(&self, at: usize) -> bool {
        let Some(next) = self.words.get(at + 1) else { return false };
        match next.fixed {
            Some(upos) => matches!(upos, Upos::Noun | Upos::Adj | Upos::Propn),
            None => {
                next.closed.is_none() && (next.noun || next.name_adjective || next.listed == Some(Upos::Adj))
            }
        }
    }

    /// Whether a plural noun stands right behind, which nothing but a verb can have for its object.
    pub fn plural_follows(&self, at: usize) -> bool {
        let next = self.words.get(at + 1).filter(|next| next.noun);
        next.is_some() && self.forms.singular(&self.tokens[at + 1].form).is_some()
    }

    /// Whether the clause around has another verb that can be nothing else.
    pub fn finite_elsewhere(&self, at: usize) -> bool {
        let ends = |token: &Token| {
            matches!(token.upos, Upos::Sconj | Upos::Cconj | Upos::Punct)
                || self.forms.is("relativizer", &token.form)
        };
        let finite = |&at: &usize| {
            self.tokens[at].upos == Upos::Aux
                || self.words[at].is_surely_finite()
                || self.words[at].fixed.is_none()
                    && !self.words[at].noun
                    && self.words[at].can_be(Inflections::PAST)
                    && !self.object_is_passive(at)
        };
        let before = (0..at).rev().take_while(|&at| !ends(&self.tokens[at]));
        let after = (at + 1..self.tokens.len()).take_while(|&at| !ends(&self.tokens[at]));
        before.chain(after).any(|at| self.tokens[at].upos == Upos::Verb || finite(&at))
    }

    /// "imposed by", which needs no subject of its own.
    pub fn object_is_passive(&self, at: usize) -> bool {
        self.next_is(at, "agent")
    }

    /// Whether an owner stands right before: "its", "Russia's".
    pub fn owns(&self, at: usize) -> bool {
        self.left(at).is_some_and(|left| self.is("possessive_pronoun", left) || self.is("genitive", left))
    }

    /// Whether a list holds the form or the dictionary form of an auxiliary.
    pub fn is_auxiliary(&self, list: &str, at: usize) -> bool {
        self.is(list, at) || self.words[at].verbs.iter().any(|verb| self.forms.is(list, &verb.lemma))
    }

    pub fn is_to(&self, at: usize) -> bool {
        self.tokens[at].form == "to"
    }

    pub fn is(&self, list: &str, at: usize) -> bool {
        self.forms.is(list, &self.tokens[at].form)
    }
}
