//! Ties a verb to the verb above it and gives it its subject.

use super::reader::{Last, Reader, State};
use super::{Clause, Link};
use crate::model::Status;
use crate::pipeline::extract::chunk::{Mark, Phrase, is_passive};

/// How a verb hangs on what was read before it.
#[derive(Debug, Clone, Copy)]
pub struct Tie {
    /// How it hangs on `parent`.
    pub link: Link,
    /// The clause above.
    pub parent: Option<usize>,
    /// Phrase of its subject.
    pub subject: Option<usize>,
    /// Phrase of its object, where that stands before it ("senjata yang Rusia kirim").
    pub object: Option<usize>,
}

impl Default for Tie {
    fn default() -> Self {
        Self::new(Link::Root, None, None)
    }
}

impl Tie {
    fn new(link: Link, parent: Option<usize>, subject: Option<usize>) -> Self {
        Self { link, parent, subject, object: None }
    }
}

impl Reader<'_> {
    /// How a verb that is read now hangs on what was read before.
    pub fn attach(&mut self, token: usize) -> Tie {
        let free = self.state.free;
        let above = self.state.verb;
        match self.state.intro.map(|(mark, _)| mark) {
            Some(Mark::Relative) => self.relative(free),
            Some(Mark::Complement) => Tie::new(Link::Complement, above, free),
            Some(Mark::Purpose) => {
                let subject = self.state.purposeful.take().or_else(|| self.controlled(above));
                Tie::new(Link::Purpose, above, subject)
            }
            Some(Mark::Subordinate) => {
                Tie::new(Link::Subordinate, above, free.or_else(|| self.subject_of(above)))
            }
            Some(Mark::Coordinator | Mark::Contrast) => self.coordinated(free, above),
            Some(Mark::Comma | Mark::Quote | Mark::Break) if free.is_some_and(|free| self.can_act(free)) => {
                Tie::new(Link::Root, None, free)
            }
            Some(Mark::Comma | Mark::Quote | Mark::Break) => self.resumed(above),
            None => self.plain(free, above, token),
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
        let addressed = clause.objects.first().or_else(|| self.addressee(clause)).copied();
        let blocks = self.governor(above).is_some_and(|governor| governor.status == Some(Status::Negated));
        let aims = |at: usize| blocks && self.index.forms.heads_last() && self.introduces("intent", at);
        let aside = self.state.intro.is_some_and(|(_, at)| self.introduces("manner", at) || aims(at));
        addressed.filter(|_| by_object && !passive && !aside).or(clause.subject)
    }

    fn introduces(&self, list: &str, mark: usize) -> bool {
        self.index.forms.is(list, &self.sentence.tokens[mark].form)
    }

    /// "called **on Iran** to withdraw": where heads stand last, the last name after the verb stands for an object.
    fn addressee<'c>(&self, clause: &'c Clause) -> Option<&'c usize> {
        let after =
            |&&phrase: &&usize| self.is_named(phrase) && self.out.phrases[phrase].first() > clause.verb;
        let asked = || clause.obliques.iter().rev().find(after);
        self.index.forms.heads_last().then(asked).flatten()
    }

    /// "Iran, **which** Iraq attacked": the object; "Iran, **whose** army attacked Iraq": neither that nor the subject.
    fn relative(&mut self, free: Option<usize>) -> Tie {
        let antecedent = self.state.antecedent;
        let above = self.saved.last().and_then(|state| state.verb);
        match free {
            Some(agent) => {
                let owns = self.state.intro.is_some_and(|(_, at)| self.introduces("possessive_pronoun", at));
                let object = antecedent.filter(|_| !owns);
                Tie { object, ..Tie::new(Link::Relative, above, Some(agent)) }
            }
            None => Tie::new(Link::Relative, above, antecedent),
        }
    }

    fn coordinated(&mut self, free: Option<usize>, above: Option<usize>) -> Tie {
        match (free, above) {
            (Some(subject), Some(above)) => {
                let link = if self.out.clauses[above].link == Link::Complement {
                    Link::Complement
                } else {
                    Link::Root
                };
                let parent = self.out.clauses[above].parent.filter(|_| link == Link::Complement);
                Tie::new(link, parent, Some(subject))
            }
            (free, above) => Tie::new(Link::Coordinate, above, free.or_else(|| self.subject_of(above))),
        }
    }

    /// A phrase without a name after a relative clause ("…, yang terbang **semalam**, memuji") is no subject.
    fn can_act(&self, free: usize) -> bool {
        let relative = self.state.verb.is_some_and(|verb| self.out.clauses[verb].link == Link::Relative);
        self.is_named(free) || !relative || self.saved.is_empty()
    }

    /// A verb after a comma: the interrupted clause goes on, or the last subject goes on acting.
    fn resumed(&mut self, above: Option<usize>) -> Tie {
        let relative = above.is_some_and(|above| self.out.clauses[above].link == Link::Relative);
        if relative && let Some(found) = self.restore() {
            return found;
        }
        Tie::new(Link::Coordinate, above, self.subject_of(above))
    }

    /// The clause that a relative clause interrupted, if its subject still waits for a verb.
    fn restore(&mut self) -> Option<Tie> {
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
        Some(Tie::new(link, parent, Some(subject)))
    }

    /// "menuduh **warga Y** yang … mencuri": the object with its relative clause does the governor's clause.
    fn complement_of_governor(&self, state: &State) -> Option<Tie> {
        let (above, object) = (state.verb?, state.antecedent?);
        let governor = self.governor(above)?;
        let told_of = governor.speaker && governor.status.is_none() && self.index.forms.heads_last();
        let governs = governor.control.as_deref() == Some("object") || told_of;
        let own = self.out.clauses[above].objects.contains(&object);
        (governs && own).then_some(Tie::new(Link::Complement, Some(above), Some(object)))
    }

    /// A verb without any mark before it.
    fn plain(&mut self, free: Option<usize>, above: Option<usize>, token: usize) -> Tie {
        if let Some(subject) = free {
            return Tie::new(Link::Root, None, Some(subject));
        }
        let Some(above) = above else { return Tie::new(Link::Root, None, None) };
        match self.last {
            Last::Verb(_) => Tie::new(Link::Chain, Some(above), self.controlled(Some(above))),
            Last::Object(object) => self.after_object(above, object),
            Last::Oblique(oblique) if self.judged(above, oblique).is_some() => {
                self.after_object(above, oblique - 1)
            }
            Last::Oblique(oblique) if self.is_finite(token) && self.is_list(oblique) => {
                let subject = self.detach(oblique);
                Tie::new(Link::Root, None, subject)
            }
            Last::Oblique(oblique) if self.is_reduced(above, token) => {
                Tie::new(Link::Relative, Some(above), Some(oblique))
            }
            _ if self.out.clauses[above].link == Link::Relative => {
                self.restore().unwrap_or(Tie::new(Link::Chain, Some(above), self.subject_of(Some(above))))
            }
            _ => Tie::new(Link::Chain, Some(above), self.subject_of(Some(above))),
        }
    }

    /// "menilai **kerja sama** antara X dan Y menguat": the object before a prepositional phrase, of a verb of saying.
    fn judged(&self, above: usize, oblique: usize) -> Option<usize> {
        let object = self.out.clauses[above].objects.last().copied()?;
        let says = self.governor(above).is_some_and(|governor| governor.speaker);
        let unmarked = self.out.clauses[above].objects.len() == 1 && object + 1 == oblique;
        (says && unmarked).then_some(object)
    }

    /// "mendesak **Israel** menyerang": the object of a governor is the subject of the next verb.
    fn after_object(&mut self, above: usize, object: usize) -> Tie {
        let governor = self.governor(above);
        let clausal = governor.is_some_and(|governor| {
            let takes = governor.speaker || governor.status.is_some_and(|status| status != Status::Asserted);
            // "said **Israel** attacked": where heads stand last, a verb without a mark after an object is finite.
            let finite =
                governor.speaker && (self.index.forms.heads_last() || self.names_subject(above, object));
            governor.denies || takes && (governor.control.is_none() || finite)
        });
        if clausal {
            self.out.clauses[above].objects.retain(|&other| other != object);
        }
        if clausal || governor.is_some_and(|governor| governor.control.as_deref() == Some("object")) {
            return Tie::new(Link::Complement, Some(above), Some(object));
        }
        // "perjanjian yang diteken A dan B **berlaku**": whoever the relative clause is about still waits for a verb.
        if self.out.clauses[above].link == Link::Relative
            && let Some(found) = self.restore()
        {
            return found;
        }
        if let Some(subject) = self.detach(object) {
            return Tie::new(Link::Root, None, Some(subject));
        }
        Tie::new(Link::Chain, Some(above), self.subject_of(Some(above)))
    }

    /// "menyebut **Israel** menyerang": a name after an active verb; after a passive one it is the agent.
    fn names_subject(&self, above: usize, object: usize) -> bool {
        let passive = is_passive(&self.sentence.tokens[self.out.clauses[above].verb]);
        self.is_named(object) && !passive
    }

    /// "held drills around A and **B** collided": where heads stand last, an active verb that is no gerund has a subject of its own.
    fn is_finite(&self, token: usize) -> bool {
        let token = &self.sentence.tokens[token];
        self.index.forms.heads_last() && !is_passive(token) && !token.form.ends_with("ing")
    }

    /// "died in an attack **blamed** on X": where heads stand last, a participle without a mark behind a prepositional phrase
    /// of a finite clause says more of that phrase, as the tree tells.
    fn is_reduced(&self, above: usize, token: usize) -> bool {
        let participle = self.sentence.tokens[token].relation.starts_with("acl");
        let finite = self.out.clauses[above].subject.is_some();
        self.index.forms.heads_last()
            && participle
            && finite
            && !self.sentence.tokens[token].form.ends_with("ing")
    }

    /// Whether a phrase has a tail that can be its own.
    fn is_list(&self, phrase: usize) -> bool {
        let phrase = &self.out.phrases[phrase];
        phrase.tail > 0 && phrase.members.len() > phrase.tail
    }

    /// "mengecam A dan **B** mendukung": the tail of the object is the next subject.
    fn detach(&mut self, object: usize) -> Option<usize> {
        let phrase = &mut self.out.phrases[object];
        if phrase.tail == 0 || phrase.members.len() <= phrase.tail {
            return None;
        }
        let members = phrase.members.split_off(phrase.members.len() - phrase.tail);
        phrase.tail = 0;
        self.out.phrases.push(Phrase { members, preposition: None, tail: 0 });
        Some(self.out.phrases.len() - 1)
    }
}
