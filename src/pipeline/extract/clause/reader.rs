//! Reads chunk by chunk: phrases go to their verbs, verbs open clauses.

use super::attach::Tie;
use super::{Clause, Clauses, Link};
use crate::model::{Mention, Sentence, Token, Voice};
use crate::ontology::Governor;
use crate::ontology::index::LanguageIndex;
use crate::pipeline::extract::chunk::{Mark, Phrase, is_passive, parts};

/// What has been read of the clause that is open.
#[derive(Debug, Clone, Default)]
pub struct State {
    /// A noun phrase that waits for its verb.
    pub free: Option<usize>,
    /// What introduces the next verb.
    pub intro: Option<(Mark, usize)>,
    /// The phrase before "yang".
    pub antecedent: Option<usize>,
    /// The last verb.
    pub verb: Option<usize>,
    /// Whose purpose the next verb is.
    pub purposeful: Option<usize>,
    /// The name that a phrase after a comma may only say more of: "**China**, mitra dagang Iran, …".
    pub apposed: Option<usize>,
}

/// The chunk read last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Last {
    Start,
    Free(usize),
    Object(usize),
    Oblique(usize),
    Verb(usize),
    Mark(Mark),
}

/// Reads chunks from left to right.
pub struct Reader<'a> {
    pub sentence: &'a Sentence,
    pub index: &'a LanguageIndex,
    pub out: Clauses,
    pub state: State,
    /// States of the clauses that a relative clause interrupts.
    pub saved: Vec<State>,
    pub last: Last,
    pub fronted: Vec<usize>,
    pub mentions: &'a [Mention],
}

impl<'a> Reader<'a> {
    /// A reader at the beginning of a sentence.
    pub fn new(sentence: &'a Sentence, mentions: &'a [Mention], index: &'a LanguageIndex) -> Self {
        let (state, last) = (State::default(), Last::Start);
        Self {
            sentence,
            index,
            mentions,
            out: Clauses::default(),
            state,
            saved: Vec::new(),
            last,
            fronted: Vec::new(),
        }
    }

    /// A mark says what introduces the next verb.
    pub fn mark(&mut self, mark: Mark, at: usize) {
        match mark {
            Mark::Relative => {
                self.state.antecedent = self.out.phrases.len().checked_sub(1);
                self.saved.push(self.state.clone());
                self.state.free = None;
                self.state.intro = Some((mark, at));
            }
            Mark::Comma if matches!(self.state.intro, Some((Mark::Relative, _))) => {}
            Mark::Comma if self.state.apposed.is_some() => {
                self.state.free = self.state.apposed.take();
                self.state.intro = Some((mark, at));
            }
            Mark::Quote if self.state.intro.is_some() => {}
            Mark::Comma | Mark::Quote => {
                let keeps = self.state.intro.is_some_and(|(mark, _)| mark != Mark::Comma)
                    && self.state.free.is_none();
                if !keeps {
                    self.state.intro = Some((mark, at));
                }
            }
            Mark::Break => {
                self.state = State { intro: None, ..State::default() };
                self.saved.clear();
            }
            Mark::Purpose => {
                self.state.intro = Some((mark, at));
                self.state.purposeful = self.purposeful();
                self.state.free = None;
            }
            _ => {
                self.state.intro = Some((mark, at));
                self.state.free =
                    self.state.free.filter(|_| self.state.verb.is_none() && mark == Mark::Coordinator);
            }
        }
        self.last = Last::Mark(mark);
    }

    /// Whose purpose it is: "komitmen **X** untuk V", "**X** siap untuk V", "tiket bagi **X** untuk V".
    fn purposeful(&self) -> Option<usize> {
        match self.last {
            Last::Free(_) => self.state.free.filter(|&free| self.is_named(free)),
            Last::Object(id) if self.index.forms.heads_last() => Some(id).filter(|&id| self.plans(id)),
            Last::Oblique(id) => {
                let preposition = self.out.phrases[id].preposition;
                let benefits = preposition
                    .is_some_and(|at| self.index.forms.is("beneficiary", &self.sentence.tokens[at].form));
                let waiting =
                    self.state.free.filter(|&free| self.state.verb.is_none() && self.is_named(free));
                Some(id).filter(|&id| benefits && self.is_named(id)).or(waiting)
            }
            _ => None,
        }
    }

    /// "criticised **Trump's threat** to …": a name's phrase that a governing noun ends.
    fn plans(&self, phrase: usize) -> bool {
        let last = &self.sentence.tokens[self.out.phrases[phrase].last() - 1];
        self.is_named(phrase) && self.index.cues.governing_noun(&last.form).is_some()
    }

    /// A phrase is an object, an oblique, or waits for its verb.
    pub fn phrase(&mut self, phrase: Phrase) {
        let oblique = phrase.preposition.is_some();
        let id = self.out.phrases.len();
        self.out.phrases.push(phrase);
        if self.takes_speaker(id, oblique) {
            return;
        }
        if oblique {
            match self.state.verb {
                Some(verb) => self.out.clauses[verb].obliques.push(id),
                None if !self.continues_chain(id) => self.fronted.push(id),
                None => {}
            }
            self.last = Last::Oblique(id);
        } else if let Some(verb) = self.takes_object() {
            self.out.clauses[verb].objects.push(id);
            self.last = Last::Object(id);
        } else {
            let idle = matches!(self.last, Last::Free(free) if self.is_named(free) && !self.is_named(id));
            if self.last == Last::Mark(Mark::Comma) {
                self.state.apposed = self.state.free.filter(|&free| self.is_named(free));
            }
            self.state.free = if idle { self.state.free } else { Some(id) };
            self.last = Last::Free(id);
        }
    }

    /// "Rusia beberapa kali …": a phrase that names nobody does not push a name from its place.
    pub fn is_named(&self, phrase: usize) -> bool {
        let phrase = &self.out.phrases[phrase];
        self.mentions.iter().any(|mention| phrase.holds(mention.first))
    }

    /// Whether the phrase belongs to the prepositional phrase directly before it.
    fn continues_chain(&self, id: usize) -> bool {
        let before = id.checked_sub(1).map(|before| self.out.phrases[before].last());
        before.is_some() && self.out.phrases[id].preposition == before
    }

    /// "…," ujar **Kim**: a verb of saying without a subject takes the phrase after it.
    fn takes_speaker(&mut self, id: usize, oblique: bool) -> bool {
        let Last::Verb(verb) = self.last else { return false };
        let token = self.out.clauses[verb].verb;
        if oblique || !self.is_bare(token) || self.out.clauses[verb].subject.is_some() {
            return false;
        }
        self.out.clauses[verb].subject = Some(id);
        self.last = Last::Object(id);
        true
    }

    /// The verb whose object a phrase here is: the one directly before, or before its first object.
    fn takes_object(&self) -> Option<usize> {
        match self.last {
            Last::Verb(verb) => Some(verb),
            Last::Object(_) => self.state.verb.filter(|&verb| self.out.clauses[verb].objects.len() == 1),
            Last::Oblique(between) => self.state.verb.filter(|&verb| self.is_shifted(verb, between)),
            _ => None,
        }
    }

    /// "released on Friday **two citizens**": where heads stand last, a day may part a verb from its object.
    fn is_shifted(&self, verb: usize, between: usize) -> bool {
        let clause = &self.out.clauses[verb];
        let first = clause.objects.is_empty() && clause.obliques.iter().all(|&other| other == between);
        let active = !is_passive(&self.sentence.tokens[clause.verb]);
        first
            && active
            && self.index.forms.heads_last()
            && parts(self.sentence, self.index, &self.out.phrases[between])
    }

    /// The governor that a clause's verb is.
    pub fn governor(&self, clause: usize) -> Option<&'a Governor> {
        self.index.cues.governing_verb(&self.sentence.tokens[self.out.clauses[clause].verb].lemma)
    }

    /// A verb opens a clause.
    pub fn verb(&mut self, first: usize, token: usize) {
        let tie = if self.is_inverted(token) { Tie::default() } else { self.attach(token) };
        let mark = self.state.intro.map(|(_, at)| at);
        let clause = Clause {
            first,
            verb: token,
            link: tie.link,
            parent: tie.parent,
            subject: tie.subject,
            objects: tie.object.into_iter().collect(),
            obliques: Vec::new(),
            mark,
        };
        let id = self.out.clauses.len();
        self.out.clauses.push(clause);
        self.take_fronted(id, tie.link);
        self.state.verb = Some(id);
        self.state.free = None;
        self.state.apposed = None;
        self.state.intro = None;
        self.last = Last::Verb(id);
    }

    /// "…," **ujar** X: a bare verb of saying after a comma or quotation mark, whose subject follows.
    fn is_inverted(&self, token: usize) -> bool {
        self.is_bare(token) && matches!(self.last, Last::Mark(Mark::Comma | Mark::Quote))
    }

    /// A verb of saying in the form that it has before its subject; where heads stand last, the tree tells.
    fn is_bare(&self, token: usize) -> bool {
        let tokens = &self.sentence.tokens;
        let after = |other: &Token| other.head == Some(token as u32) && other.relation.starts_with("nsubj");
        let bare = if self.index.forms.heads_last() {
            tokens[token + 1..].iter().any(after)
        } else {
            tokens[token].voice != Some(Voice::Active)
        };
        bare && self.index.forms.is("speech", &tokens[token].form)
    }

    /// Prepositional phrases before the first verb belong to it.
    fn take_fronted(&mut self, clause: usize, link: Link) {
        if link != Link::Relative {
            self.out.clauses[clause].obliques.append(&mut self.fronted);
        }
    }
}
