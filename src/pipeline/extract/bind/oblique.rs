//! Prepositional phrases.

use super::{Binder, Bound};
use crate::ontology::CueKind;
use crate::pipeline::extract::chunk::{Phrase, is_passive};
use crate::pipeline::extract::clause::{Clause, Link};
use crate::pipeline::extract::filler::{Filler, of_phrase};
use crate::pipeline::extract::status::governor;

impl Binder<'_, '_> {
    /// Phrases with a preposition: directly behind the noun, anywhere below the clause, or opening the sentence.
    pub fn oblique(&self, preposition: &str) -> Vec<Filler> {
        let is = |&phrase: &usize| {
            let setting = phrase == 0 && self.is_setting();
            !setting && self.begins_with(phrase, preposition) && self.may_be_asked(phrase)
        };
        let chain = self.chain();
        let below = self.clause().filter(|clause| !self.is_agent_of_verb(clause, preposition));
        let below = below.map(|clause| clause.obliques.clone()).unwrap_or_default();
        let opening = (!self.scene.clauses.phrases.is_empty()).then_some(0);
        let phrases = chain.into_iter().chain(below).chain(opening).filter(is);
        let mut fillers = phrases.map(|phrase| (phrase, of_phrase(self.scene, phrase)));
        let found = fillers.find(|(_, fillers)| !fillers.is_empty());
        let found = found.map(|(phrase, fillers)| [fillers, self.repeated(phrase, preposition)].concat());
        found.or_else(|| self.object_of_verb(preposition)).unwrap_or_default()
    }

    /// "terima kasih kepada A **dan kepada B**": the next phrase behind a coordinator and the same preposition.
    fn repeated(&self, phrase: usize, preposition: &str) -> Vec<Filler> {
        let joined = |at: &usize| {
            let before = self.scene.phrase(*at).preposition.and_then(|at| at.checked_sub(1));
            self.begins_with(*at, preposition) && before.is_some_and(|at| self.scene.is("coordinator", at))
        };
        let verb = self.scene.clauses.clauses.iter().map(|clause| clause.verb);
        let end = verb.filter(|&verb| verb > self.scene.phrase(phrase).first()).min();
        let near = |at: &usize| end.is_none_or(|end| self.scene.phrase(*at).first() < end);
        let next = (phrase + 1..self.scene.clauses.phrases.len()).take_while(near).find(joined);
        next.map(|at| of_phrase(self.scene, at)).unwrap_or_default()
    }

    /// "meminta **agar X** membuka jalan": who is to do it is asked; "agar sanksi atas X dicabut", "agar X ditekan" ask others.
    fn may_be_asked(&self, phrase: usize) -> bool {
        if !self.scene.introduces("wished", phrase) {
            return true;
        }
        let does = |clause: &&Clause| clause.verb >= self.scene.phrase(phrase).last();
        let clause = self.scene.clauses.clauses.iter().find(does);
        let first = self.scene.mention_at(self.scene.phrase(phrase).first()).is_some();
        first && clause.is_none_or(|clause| !is_passive(self.scene.token(clause.verb)))
    }

    /// "protest against the abuses **by X**": who is the object through a thing is not the subject of the noun as well.
    pub fn leave_nested(&self, bound: &mut Bound) {
        let named = |preposition: &str| self.cue.frame.object.iter().any(|place| place == preposition);
        let nested = |subject: &Filler| {
            let token =
                self.scene.sentence.tokens.partition_point(|token| token.end <= subject.argument.start);
            let phrase = self.scene.phrase_of(token).and_then(|phrase| self.scene.preposition(phrase));
            let same = |object: &Filler| object.argument == subject.argument;
            phrase.is_some_and(|preposition| !named(preposition)) && bound.objects.iter().any(same)
        };
        if self.cue.kind == CueKind::Noun && bound.subjects.iter().any(nested) {
            bound.subjects.clear();
        }
    }

    /// "the invasion was condemned **by X**": who does a passive verb does not do the noun that is its subject, unless the verb
    /// says no more than that ("an attack was carried out by X").
    fn is_agent_of_verb(&self, clause: &Clause, preposition: &str) -> bool {
        let verb = self.scene.token(clause.verb);
        let says_more = !self.scene.index.cues.gives(&verb.lemma);
        self.cue.kind != CueKind::Verb
            && self.phrase == clause.subject
            && is_passive(verb)
            && says_more
            && self.scene.index.forms.is("agent", preposition)
    }

    /// "**Dari** X **hingga** Y, …" names where, not whose; "**Dari Doha**, X …" does where X acts.
    fn is_setting(&self) -> bool {
        let scene = self.scene;
        let next = scene.clauses.phrases.get(1);
        let range = next.and_then(|next| next.preposition).is_some_and(|at| scene.is("until", at));
        let acts =
            |next: &Phrase| next.preposition.is_none() && scene.token(scene.phrase(0).last()).form == ",";
        range || scene.introduces("origin", 0) && next.is_some_and(acts)
    }

    /// Whether a phrase has the preposition; of one of several words ("di bawah"), the first before it and the
    /// others at its beginning.
    pub fn begins_with(&self, phrase: usize, preposition: &str) -> bool {
        let mut words = preposition.split(' ');
        let first = self.scene.phrase(phrase).first();
        self.scene.preposition(phrase) == words.next()
            && words.enumerate().all(|(at, word)| {
                // The sentence may end within the preposition.
                self.scene.sentence.tokens.get(first + at).is_some_and(|token| token.form == word)
            })
    }

    /// "perang X **melawan** Y", "latihan **untuk menghadapi** Y": a verb that a frame names as a preposition.
    pub fn object_of_verb(&self, place: &str) -> Option<Vec<Filler>> {
        let verb = place.rsplit(' ').next()?;
        let several = place.len() > verb.len();
        let after =
            |clause: &&Clause| clause.verb > self.cue.head && self.scene.token(clause.verb).form == verb;
        let clause = self.scene.clauses.clauses.iter().find(after)?;
        let meant =
            several && clause.link == Link::Purpose || self.scene.is("verbal_prepositions", clause.verb);
        clause.objects.first().filter(|_| meant).map(|&object| of_phrase(self.scene, object))
    }

    /// The prepositional phrases that follow the noun, or the thing that the verb is done with or to, one after another.
    pub fn chain(&self) -> Vec<usize> {
        let thing = self.cue.item.as_ref().and_then(|item| self.scene.phrase_of(item.start));
        let verbal = thing.or_else(|| self.done_to());
        let Some(first) = (if self.cue.kind == CueKind::Verb { verbal } else { self.phrase }) else {
            return Vec::new();
        };
        let behind = self.scene.clauses.modifiers[first].iter().copied();
        behind.chain(self.in_relative_clause(first)).collect()
    }

    /// "**a hospital** in Gaza was bombed": the subject of a passive verb, whose phrases stand before the verb.
    fn done_to(&self) -> Option<usize> {
        let clause = self.clause().filter(|clause| clause.link != Link::Relative)?;
        clause.subject.filter(|_| is_passive(self.scene.token(clause.verb)))
    }

    /// "kesepakatan yang ditandatangani **antara A dan B**": the phrases of the passive clause that says more of a noun.
    pub fn in_relative_clause(&self, phrase: usize) -> Vec<usize> {
        let says_more = |clause: &&Clause| clause.link == Link::Relative && clause.subject == Some(phrase);
        let clause = self.scene.clauses.clauses.iter().find(says_more);
        // "an attack **blamed** on X": what a verb of saying takes is not the noun's.
        let told = |clause: &&Clause| {
            let own = self.scene.clause_of(clause.verb);
            own.and_then(|own| governor(self.scene, own)).is_some_and(|governor| governor.speaker)
        };
        let passive = clause.filter(|clause| is_passive(self.scene.token(clause.verb)) && !told(clause));
        passive.map(|clause| clause.obliques.clone()).unwrap_or_default()
    }
}
