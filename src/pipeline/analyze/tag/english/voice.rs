//! Dictionary forms of English words, and which verbs are passive.

use crate::model::{SentenceKind, Token, Upos, Voice};
use crate::ontology::index::english::{Inflections, Verb};
use crate::ontology::index::forms::Forms;

/// Sets lemma and voice of every token from its part of speech and its neighbours; also where another analysis has
/// set the parts of speech anew.
pub fn inflect(tokens: &mut [Token], kind: SentenceKind, forms: &Forms) {
    for at in 0..tokens.len() {
        let form = tokens[at].form.as_str();
        let (lemma, voice) = match tokens[at].upos {
            Upos::Verb => {
                let verb = verb_here(tokens, at, forms);
                (Some(verb.lemma.to_string()), Some(voice(tokens, at, &verb, kind, forms)))
            }
            upos => (forms.reading(form, upos).map(|reading| reading.lemma), None),
        };
        let lemma = lemma.unwrap_or_else(|| form.to_owned());
        (tokens[at].lemma, tokens[at].voice) = (lemma, voice);
    }
}

/// The verb that a form belongs to here: behind "to" or "will" the one whose base it is.
fn verb_here(tokens: &[Token], at: usize, forms: &Forms) -> Verb {
    let mut verbs = forms.english_verbs(&tokens[at].form);
    let left = before(tokens, at, forms).map(|left| &tokens[left]);
    let base = left.is_some_and(|left| left.form == "to" || forms.is("modal", &left.form));
    let fits = verbs.iter().position(|verb| !base || verb.forms.any(Inflections::BASE)).unwrap_or(0);
    if verbs.is_empty() { forms.guessed_verb(&tokens[at].form) } else { verbs.swap_remove(fits) }
}

fn voice(tokens: &[Token], at: usize, verb: &Verb, kind: SentenceKind, forms: &Forms) -> Voice {
    let place = Place { tokens, at, verb, kind, forms };
    if verb.forms.any(Inflections::PARTICIPLE) && place.is_passive() { Voice::Passive } else { Voice::Active }
}

/// A participle in its sentence.
struct Place<'a> {
    tokens: &'a [Token],
    at: usize,
    verb: &'a Verb,
    kind: SentenceKind,
    forms: &'a Forms,
}

impl Place<'_> {
    fn is_passive(&self) -> bool {
        let left = before(self.tokens, self.at, self.forms);
        let infinitive = |left: usize| self.is("modal", left) || self.tokens[left].form == "to";
        match left {
            Some(left) if self.is_auxiliary("perfect_auxiliary", left) => false,
            Some(left) if self.is_auxiliary("passive_auxiliary", left) => true,
            Some(left) if infinitive(left) => false,
            left => self.agent_follows() || !self.object_follows() && self.stands_reduced(left),
        }
    }

    fn is_auxiliary(&self, list: &str, left: usize) -> bool {
        let token = &self.tokens[left];
        let verbal = matches!(token.upos, Upos::Aux | Upos::Verb);
        verbal && (self.forms.is(list, &token.lemma) || self.is(list, left))
    }

    /// "imposed by the US", not "grew by five percent".
    fn agent_follows(&self) -> bool {
        let next = |distance: usize| self.tokens.get(self.at + distance);
        let by = next(1).is_some_and(|next| self.forms.is("agent", &next.form));
        let measured = next(2).is_some_and(|next| next.upos == Upos::Num)
            && next(3).is_none_or(|next| next.upos == Upos::Punct || self.forms.is("measure", &next.form));
        by && !measured && next(2).is_some_and(|agent| agent.upos != Upos::Verb)
    }

    /// A participle without an object is a relative clause behind a noun where the clause has a verb of its own ("the
    /// sanctions imposed on Russia have failed", but "talks collapsed on Monday"); so is one in a headline, which
    /// leaves out the auxiliary, and one that opens the sentence ("Backed by") or stands between commas.
    fn stands_reduced(&self, left: Option<usize>) -> bool {
        if !self.verb.forms.any(Inflections::PAST) {
            return true;
        }
        // "a general **arrived** in X to inspect": what has no object in any clause has no passive either.
        if self.forms.is("intransitive", &self.verb.lemma) {
            return false;
        }
        let speaks = self.forms.is("speech", &self.tokens[self.at].form);
        if speaks || self.verb.forms.any(Inflections::BASE) || self.forms.takes_clause(&self.verb.lemma) {
            return false;
        }
        let preposition = self.tokens.get(self.at + 1).is_some_and(|next| next.upos == Upos::Adp);
        let Some(left) = left else { return preposition };
        match self.tokens[left].upos {
            Upos::Noun | Upos::Propn if self.kind == SentenceKind::Heading => {
                !has_verb(&self.tokens[..self.at])
            }
            Upos::Noun | Upos::Det | Upos::Num => has_other_verb(self.tokens, self.at, self.forms),
            Upos::Punct => preposition && self.tokens[left].form == "," && !has_verb(&self.tokens[..self.at]),
            _ => false,
        }
    }

    fn object_follows(&self) -> bool {
        let next = self.tokens.get(self.at + 1).filter(|next| !self.forms.is("day", &next.form));
        next.is_some_and(|next| match next.upos {
            Upos::Det | Upos::Propn | Upos::Noun | Upos::Num | Upos::Adj => true,
            Upos::Pron => !self.forms.is("relativizer", &next.form),
            _ => false,
        })
    }

    fn is(&self, list: &str, at: usize) -> bool {
        self.forms.is(list, &self.tokens[at].form)
    }
}

fn has_verb(tokens: &[Token]) -> bool {
    tokens.iter().any(|token| {
        token.upos == Upos::Aux || token.upos == Upos::Verb && token.voice != Some(Voice::Passive)
    })
}

/// Whether the clause has another finite verb, one that takes no clause of its own.
fn has_other_verb(tokens: &[Token], at: usize, forms: &Forms) -> bool {
    let ends = |token: &Token| {
        matches!(token.upos, Upos::Punct | Upos::Sconj | Upos::Cconj)
            || forms.is("relativizer", &token.form)
            || forms.is("subordinator", &token.form)
    };
    let finite = |at: usize| {
        let token = &tokens[at];
        let takes_clause = || forms.is("speech", &token.form) || forms.takes_clause(&token.lemma);
        token.upos == Upos::Aux
            || token.upos == Upos::Verb && token.voice != Some(Voice::Passive) && !takes_clause()
    };
    let in_clause = |at: &usize| !ends(&tokens[*at]);
    let before = (0..at).rev().take_while(in_clause);
    let mut after = (at + 1..tokens.len()).take_while(|at| in_clause(at) && tokens[*at].upos != Upos::Pron);
    before.into_iter().any(finite) || after.any(|at| matches!(tokens[at].upos, Upos::Aux | Upos::Verb))
}

/// The nearest word before that is no adverb or negation.
fn before(tokens: &[Token], at: usize, forms: &Forms) -> Option<usize> {
    let negates =
        |token: &Token| token.upos == Upos::Part && !forms.is("genitive", &token.form) && token.form != "to";
    (0..at).rev().find(|&left| tokens[left].upos != Upos::Adv && !negates(&tokens[left]))
}
