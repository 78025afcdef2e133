//! Chunks → clauses: who is subject, object and oblique of every verb, and which verb governs which.

use super::chunk::{Chunk, Mark, Phrase, is_passive};
use crate::model::{Mention, Sentence, Voice};
use crate::ontology::Governor;
use crate::ontology::index::LanguageIndex;

/// How a clause hangs on the verb above it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Link {
    /// On none.
    Root,
    /// "yang V"
    Relative,
    /// "bahwa …", or the clause of a verb that takes one.
    Complement,
    /// "untuk V"
    Purpose,
    /// "setelah …", "jika …"
    Subordinate,
    /// "dan V"
    Coordinate,
    /// A verb directly after another.
    Chain,
}

/// A verb with its arguments, as indices into [`Clauses::phrases`].
#[derive(Debug, Clone)]
pub struct Clause {
    /// First token of the modifiers.
    pub first: usize,
    /// The verb's token.
    pub verb: usize,
    /// How it hangs on `parent`.
    pub link: Link,
    /// Index of the governing clause.
    pub parent: Option<usize>,
    /// Phrase of the grammatical subject.
    pub subject: Option<usize>,
    /// Noun phrases directly after the verb.
    pub objects: Vec<usize>,
    /// Phrases with prepositions.
    pub obliques: Vec<usize>,
    /// The token of the mark that introduces it.
    pub mark: Option<usize>,
}

/// The clauses of a sentence.
#[derive(Debug, Default)]
pub struct Clauses {
    /// All phrases, in order.
    pub phrases: Vec<Phrase>,
    /// All clauses, in the order of their verbs.
    pub clauses: Vec<Clause>,
}

/// Reads the clauses off the chunks, from left to right.
pub fn clauses(
    chunks: Vec<Chunk>,
    sentence: &Sentence,
    mentions: &[Mention],
    index: &LanguageIndex,
) -> Clauses {
    let mut reader = Reader {
        sentence,
        index,
        out: Clauses::default(),
        state: State::default(),
        saved: Vec::new(),
        last: Last::Start,
        fronted: Vec::new(),
        mentions,
    };
    for chunk in chunks {
        match chunk {
            Chunk::Phrase(phrase) => reader.phrase(phrase),
            Chunk::Verb(range) => reader.verb(range.start, range.end - 1),
            Chunk::Mark(mark, at) => reader.mark(mark, at),
        }
    }
    reader.give_cataphoric_subjects();
    reader.out
}

/// What has been read of the clause that is open.
#[derive(Debug, Clone, Default)]
struct State {
    /// A noun phrase that waits for its verb.
    free: Option<usize>,
    /// What introduces the next verb.
    intro: Option<(Mark, usize)>,
    /// The phrase before "yang".
    antecedent: Option<usize>,
    /// The last verb.
    verb: Option<usize>,
    /// The name that a phrase after a comma may only say more of: "**China**, mitra dagang Iran, …".
    apposed: Option<usize>,
}

/// The chunk read last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Last {
    Start,
    Free(usize),
    Object(usize),
    Oblique(usize),
    Verb(usize),
    Mark(Mark),
}

struct Reader<'a> {
    sentence: &'a Sentence,
    index: &'a LanguageIndex,
    out: Clauses,
    state: State,
    /// States of the clauses that a relative clause interrupts.
    saved: Vec<State>,
    last: Last,
    fronted: Vec<usize>,
    mentions: &'a [Mention],
}

impl<'a> Reader<'a> {
    fn mark(&mut self, mark: Mark, at: usize) {
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
            _ => {
                self.state.intro = Some((mark, at));
                self.state.free =
                    self.state.free.filter(|_| self.state.verb.is_none() && mark == Mark::Coordinator);
            }
        }
        self.last = Last::Mark(mark);
    }

    fn phrase(&mut self, phrase: Phrase) {
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
    fn is_named(&self, phrase: usize) -> bool {
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
        let clause = &mut self.out.clauses[verb];
        let token = &self.sentence.tokens[clause.verb];
        let inverted = self.index.forms.is("speech", &token.form) && token.voice != Some(Voice::Active);
        if oblique || !inverted || clause.subject.is_some() {
            return false;
        }
        clause.subject = Some(id);
        self.last = Last::Object(id);
        true
    }

    /// The verb whose object a phrase here is: the one directly before, or before its first object.
    fn takes_object(&self) -> Option<usize> {
        match self.last {
            Last::Verb(verb) => Some(verb),
            Last::Object(_) => self.state.verb.filter(|&verb| self.out.clauses[verb].objects.len() == 1),
            _ => None,
        }
    }

    fn governor(&self, clause: usize) -> Option<&'a Governor> {
        self.index.cues.governing_verb(&self.sentence.tokens[self.out.clauses[clause].verb].lemma)
    }

    fn verb(&mut self, first: usize, token: usize) {
        let (link, parent, subject, object) =
            if self.is_inverted(token) { (Link::Root, None, None, None) } else { self.attach() };
        let mark = self.state.intro.map(|(_, at)| at);
        let clause = Clause {
            first,
            verb: token,
            link,
            parent,
            subject,
            objects: object.into_iter().collect(),
            obliques: Vec::new(),
            mark,
        };
        let id = self.out.clauses.len();
        self.out.clauses.push(clause);
        self.take_fronted(id, link);
        self.state.verb = Some(id);
        self.state.free = None;
        self.state.apposed = None;
        self.state.intro = None;
        self.last = Last::Verb(id);
    }

    /// "…," **ujar** X: a bare verb of saying after a comma or quotation mark, whose subject follows.
    fn is_inverted(&self, token: usize) -> bool {
        let token = &self.sentence.tokens[token];
        let bare = self.index.forms.is("speech", &token.form) && token.voice != Some(Voice::Active);
        bare && matches!(self.last, Last::Mark(Mark::Comma | Mark::Quote))
    }

    /// Prepositional phrases before the first verb belong to it.
    fn take_fronted(&mut self, clause: usize, link: Link) {
        if link != Link::Relative {
            self.out.clauses[clause].obliques.append(&mut self.fronted);
        }
    }

    /// Link, parent, subject and (for object relatives) object of a verb read now.
    fn attach(&mut self) -> (Link, Option<usize>, Option<usize>, Option<usize>) {
        let free = self.state.free;
        let above = self.state.verb;
        match self.state.intro.map(|(mark, _)| mark) {
            Some(Mark::Relative) => self.relative(free),
            Some(Mark::Complement) => (Link::Complement, above, free, None),
            Some(Mark::Purpose) => (Link::Purpose, above, self.controlled(above), None),
            Some(Mark::Subordinate) => {
                (Link::Subordinate, above, free.or_else(|| self.subject_of(above)), None)
            }
            Some(Mark::Coordinator | Mark::Contrast) => self.coordinated(free, above),
            Some(Mark::Comma | Mark::Quote | Mark::Break) if free.is_some_and(|free| self.can_act(free)) => {
                (Link::Root, None, free, None)
            }
            Some(Mark::Comma | Mark::Quote | Mark::Break) => self.resumed(above),
            None => self.plain(free, above),
        }
    }

    fn subject_of(&self, clause: Option<usize>) -> Option<usize> {
        clause.and_then(|clause| self.out.clauses[clause].subject)
    }

    /// Who does the deed of a clause without a subject: the object or the subject of the verb above.
    fn controlled(&self, above: Option<usize>) -> Option<usize> {
        let above = above?;
        let clause = &self.out.clauses[above];
        let by_object =
            self.governor(above).is_some_and(|governor| governor.control.as_deref() == Some("object"));
        let passive = is_passive(&self.sentence.tokens[clause.verb]);
        let object = clause.objects.first().copied().filter(|_| by_object && !passive);
        object.or(clause.subject)
    }

    fn relative(&mut self, free: Option<usize>) -> (Link, Option<usize>, Option<usize>, Option<usize>) {
        let antecedent = self.state.antecedent;
        let above = self.saved.last().and_then(|state| state.verb);
        match free {
            Some(agent) => (Link::Relative, above, Some(agent), antecedent),
            None => (Link::Relative, above, antecedent, None),
        }
    }

    fn coordinated(
        &mut self,
        free: Option<usize>,
        above: Option<usize>,
    ) -> (Link, Option<usize>, Option<usize>, Option<usize>) {
        match (free, above) {
            (Some(subject), Some(above)) => {
                let link = if self.out.clauses[above].link == Link::Complement {
                    Link::Complement
                } else {
                    Link::Root
                };
                let parent = self.out.clauses[above].parent.filter(|_| link == Link::Complement);
                (link, parent, Some(subject), None)
            }
            (free, above) => (Link::Coordinate, above, free.or_else(|| self.subject_of(above)), None),
        }
    }

    /// A phrase without a name after a relative clause ("…, yang terbang **semalam**, memuji") is no subject.
    fn can_act(&self, free: usize) -> bool {
        let relative = self.state.verb.is_some_and(|verb| self.out.clauses[verb].link == Link::Relative);
        self.is_named(free) || !relative || self.saved.is_empty()
    }

    /// A verb after a comma: the interrupted clause goes on, or the last subject goes on acting.
    fn resumed(&mut self, above: Option<usize>) -> (Link, Option<usize>, Option<usize>, Option<usize>) {
        let relative = above.is_some_and(|above| self.out.clauses[above].link == Link::Relative);
        if relative && let Some(found) = self.restore() {
            return found;
        }
        (Link::Coordinate, above, self.subject_of(above), None)
    }

    /// The clause that a relative clause interrupted, if its subject still waits for a verb.
    fn restore(&mut self) -> Option<(Link, Option<usize>, Option<usize>, Option<usize>)> {
        let state = self.saved.pop()?;
        if let Some(found) = self.complement_of_governor(&state) {
            return Some(found);
        }
        let subject = state.free.or(state.antecedent.filter(|_| state.verb.is_none()))?;
        let (mark, verb) = (state.intro.map(|(mark, _)| mark), state.verb);
        let link = match mark {
            Some(Mark::Complement) => Link::Complement,
            Some(Mark::Subordinate) => Link::Subordinate,
            _ => Link::Root,
        };
        let parent = verb.filter(|_| link != Link::Root);
        Some((link, parent, Some(subject), None))
    }

    /// "menuduh **warga Y** yang … mencuri": the object with its relative clause does the governor's clause.
    fn complement_of_governor(
        &self,
        state: &State,
    ) -> Option<(Link, Option<usize>, Option<usize>, Option<usize>)> {
        let (above, object) = (state.verb?, state.antecedent?);
        let governs =
            self.governor(above).is_some_and(|governor| governor.control.as_deref() == Some("object"));
        let own = self.out.clauses[above].objects.contains(&object);
        (governs && own).then_some((Link::Complement, Some(above), Some(object), None))
    }

    /// A verb without any mark before it.
    fn plain(
        &mut self,
        free: Option<usize>,
        above: Option<usize>,
    ) -> (Link, Option<usize>, Option<usize>, Option<usize>) {
        if let Some(subject) = free {
            return (Link::Root, None, Some(subject), None);
        }
        let Some(above) = above else { return (Link::Root, None, None, None) };
        match self.last {
            Last::Verb(_) => (Link::Chain, Some(above), self.controlled(Some(above)), None),
            Last::Object(object) => self.after_object(above, object),
            _ if self.out.clauses[above].link == Link::Relative => {
                self.restore().unwrap_or((Link::Chain, Some(above), self.subject_of(Some(above)), None))
            }
            _ => (Link::Chain, Some(above), self.subject_of(Some(above)), None),
        }
    }

    /// "mendesak **Israel** menyerang": the object of a governor is the subject of the next verb.
    fn after_object(
        &mut self,
        above: usize,
        object: usize,
    ) -> (Link, Option<usize>, Option<usize>, Option<usize>) {
        let governor = self.governor(above);
        let clausal = governor.is_some_and(|governor| {
            governor.denies || governor.control.is_none() && (governor.speaker || governor.status.is_some())
        });
        if clausal {
            self.out.clauses[above].objects.retain(|&other| other != object);
        }
        if clausal || governor.is_some_and(|governor| governor.control.as_deref() == Some("object")) {
            return (Link::Complement, Some(above), Some(object), None);
        }
        if let Some(subject) = self.detach(object) {
            return (Link::Root, None, Some(subject), None);
        }
        if self.out.clauses[above].link == Link::Relative
            && let Some(found) = self.restore()
        {
            return found;
        }
        (Link::Chain, Some(above), self.subject_of(Some(above)), None)
    }

    /// "mengecam A dan **B** mendukung": the last member of the object is the next subject.
    fn detach(&mut self, object: usize) -> Option<usize> {
        let phrase = &mut self.out.phrases[object];
        if !phrase.coordinated || phrase.members.len() < 2 {
            return None;
        }
        let member = phrase.members.pop()?;
        phrase.coordinated = phrase.members.len() > 1;
        self.out.phrases.push(Phrase { members: vec![member], preposition: None, coordinated: false });
        Some(self.out.phrases.len() - 1)
    }

    /// "Setelah menandatangani …, **Indonesia** menyepakati": an opening clause shares the next subject.
    fn give_cataphoric_subjects(&mut self) {
        let clauses = &mut self.out.clauses;
        for at in 0..clauses.len() {
            let opening = clauses[at].parent.is_none();
            if opening && clauses[at].subject.is_none() {
                let next =
                    clauses[at + 1..].iter().find(|next| next.link == Link::Root && next.subject.is_some());
                clauses[at].subject = next.and_then(|next| next.subject);
            }
        }
    }
}
