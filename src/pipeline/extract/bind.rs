//! The chunk binder: the places of a frame → the actors that stand there.

use super::chunk::{Phrase, is_passive};
use super::clause::{Clause, Link};
use super::cue::CueMatch;
use super::described::antecedent;
use super::filler::{Filler, of_mention, of_phrase, of_range};
use super::scene::Scene;
use crate::model::Mention;
use crate::ontology::CueKind;
use crate::pipeline::detect::known_actor;

/// What the binder found for the two roles.
#[derive(Debug, Default)]
pub struct Bound {
    /// Who does it.
    pub subjects: Vec<Filler>,
    /// To whom.
    pub objects: Vec<Filler>,
    /// The relation holds between each two of `subjects`.
    pub each: bool,
    /// The clause whose verb carries the cue: the cue itself or its support verb.
    pub clause: Option<usize>,
}

/// Looks for the roles of a cue in the places that its frame names.
pub fn bind(scene: &Scene<'_>, cue: &CueMatch<'_>) -> Bound {
    let binder = Binder { scene, cue, phrase: scene.phrase_of(cue.head), clause: carrier(scene, cue) };
    let mut bound = Bound { clause: binder.clause, ..Bound::default() };
    bound.subjects = binder.first_of(&cue.frame.subject);
    bound.objects = binder.first_of(&cue.frame.object);
    bound.objects.retain(|object| bound.subjects.iter().all(|subject| subject.argument != object.argument));
    super::support::complete(&binder, &mut bound);
    super::support::reciprocate(&binder, &mut bound);
    bound
}

/// The clause whose verb is the cue, or carries it as an object or subject.
fn carrier(scene: &Scene<'_>, cue: &CueMatch<'_>) -> Option<usize> {
    if cue.kind == CueKind::Verb {
        return scene.clause_of(cue.head);
    }
    let phrase = scene.phrase_of(cue.head)?;
    let carries = |clause: &Clause| {
        clause.objects.contains(&phrase)
            || clause.subject == Some(phrase) && is_passive(scene.token(clause.verb))
    };
    scene.clauses.clauses.iter().position(carries)
}

/// A cue with the phrase and the clause that hold it.
pub struct Binder<'s, 'a> {
    /// The sentence.
    pub scene: &'s Scene<'a>,
    /// The cue.
    pub cue: &'s CueMatch<'a>,
    /// The phrase that holds the cue's head.
    pub phrase: Option<usize>,
    /// The clause that carries it.
    pub clause: Option<usize>,
}

impl Binder<'_, '_> {
    /// The actors of the first place that holds any.
    fn first_of(&self, places: &[String]) -> Vec<Filler> {
        places.iter().map(|place| self.place(place)).find(|fillers| !fillers.is_empty()).unwrap_or_default()
    }

    fn place(&self, place: &str) -> Vec<Filler> {
        match place {
            "subject" if self.cue.kind == CueKind::Verb => self.deep_subject(),
            "object" if self.cue.kind == CueKind::Verb => self.deep_object(),
            "subject" | "bearer" => self.bearer(),
            "possessor" => self.possessor(),
            "each" => Vec::new(),
            preposition => self.oblique(preposition),
        }
    }

    /// The clause that carries the cue.
    pub fn clause(&self) -> Option<&Clause> {
        self.clause.map(|clause| self.scene.clause(clause))
    }

    /// The actors of the grammatical subject.
    pub fn subject_of(&self, clause: &Clause) -> Vec<Filler> {
        let Some(subject) = clause.subject else { return Vec::new() };
        if clause.link == Link::Relative {
            antecedent(self.scene, subject)
        } else {
            of_phrase(self.scene, subject)
        }
    }

    fn deep_subject(&self) -> Vec<Filler> {
        let Some(clause) = self.clause() else { return Vec::new() };
        if is_passive(self.scene.token(clause.verb)) {
            return self.agent(clause).map(|phrase| of_phrase(self.scene, phrase)).unwrap_or_default();
        }
        match clause.objects.first() {
            Some(&object) if self.is_nominalized(clause) => of_phrase(self.scene, object),
            _ => self.subject_of(clause),
        }
    }

    /// "bergabungnya X": with the clitic, what follows the verb is its subject.
    fn is_nominalized(&self, clause: &Clause) -> bool {
        self.scene
            .sentence
            .tokens
            .get(clause.verb + 1)
            .is_some_and(|_| self.scene.is("possessive", clause.verb + 1))
            && clause.subject.is_none()
    }

    /// The phrase of who does a passive verb: after "oleh", else directly after the verb.
    pub fn agent(&self, clause: &Clause) -> Option<usize> {
        let marked = |&&phrase: &&usize| {
            self.scene.phrase(phrase).preposition.is_some_and(|at| self.scene.is("agent", at))
        };
        clause.obliques.iter().find(marked).or(clause.objects.first()).copied()
    }

    fn deep_object(&self) -> Vec<Filler> {
        let Some(clause) = self.clause() else { return Vec::new() };
        let within = self.after_cue();
        if !within.is_empty() {
            return within;
        }
        if is_passive(self.scene.token(clause.verb)) {
            return self.owners(self.subject_of(clause));
        }
        let last = self.last_clause().filter(|_| clause.objects.is_empty()).unwrap_or(clause);
        let fillers = last.objects.iter().map(|&phrase| of_phrase(self.scene, phrase));
        let direct = fillers.into_iter().find(|fillers| !fillers.is_empty());
        self.owners(direct.or_else(|| self.subject_below()).unwrap_or_default())
    }

    /// The clause of the last verb of a cue of several verbs ("bersiap menghadapi").
    fn last_clause(&self) -> Option<&Clause> {
        let clauses = &self.scene.clauses.clauses;
        clauses.iter().rev().find(|clause| (self.cue.head..self.cue.end).contains(&clause.verb))
    }

    /// Where the frame's thing is itself a group ("menarik **pasukan** X"), its owner is meant.
    fn owners(&self, fillers: Vec<Filler>) -> Vec<Filler> {
        let group = self.cue.item.as_ref().and_then(|item| self.scene.mention_at(item.start));
        match group.filter(|group| fillers.iter().any(|filler| filler.argument.start == group.start)) {
            Some(group) => self.owner_of_group(group),
            None => fillers,
        }
    }

    /// "menuduh bahwa **X** …": whom a governor of the object means stands in the clause below.
    fn subject_below(&self) -> Option<Vec<Filler>> {
        let own = self.clause?;
        let governor = super::status::governor(self.scene, own)?;
        let below = |clause: &&Clause| clause.parent == Some(own) && clause.link == Link::Complement;
        let clause = self.scene.clauses.clauses.iter().find(below)?;
        (governor.control.as_deref() == Some("object")).then(|| self.subject_of(clause))
    }

    /// The actors right after a cue of several words, in the phrase in which it ends.
    fn after_cue(&self) -> Vec<Filler> {
        if self.cue.end == self.cue.head + 1 {
            return Vec::new();
        }
        let last = self.cue.end - 1;
        if let Some(mention) = self.scene.mention_at(last) {
            return self.owner_of_group(mention);
        }
        let opens = |phrase: &Phrase| phrase.preposition == Some(last);
        if let Some(phrase) = self.scene.clauses.phrases.iter().position(opens) {
            return of_phrase(self.scene, phrase);
        }
        self.scene.phrase_of(last).map(|phrase| self.rest_of(phrase, self.cue.end)).unwrap_or_default()
    }

    /// The actors of a phrase from a token on.
    fn rest_of(&self, phrase: usize, from: usize) -> Vec<Filler> {
        let members = &self.scene.phrase(phrase).members;
        let rest = members.iter().filter(|member| member.end > from);
        rest.flat_map(|member| of_range(self.scene, member.start.max(from)..member.end)).collect()
    }

    /// The actor that follows a noun directly, or its clitic.
    pub fn possessor(&self) -> Vec<Filler> {
        if let Some(mention) = self.scene.mention_at(self.cue.head) {
            return self.owner_of_group(mention);
        }
        let Some(phrase) = self.phrase else { return Vec::new() };
        let own = self.owners(self.rest_of(phrase, self.cue.end));
        if own.is_empty() { self.possessive(phrase) } else { own }
    }

    /// A cue that is part of a group mention ("sekutu Jepang") has the group's actor as possessor, and those
    /// coordinated with it.
    fn owner_of_group(&self, mention: &Mention) -> Vec<Filler> {
        let owner = mention.actors.first().and_then(|actor| actor.id.split('/').next());
        let Some(entry) = owner.and_then(|owner| self.scene.ontology.actor(owner)) else { return Vec::new() };
        let mut fillers = of_mention(mention, self.scene, None);
        fillers.truncate(1);
        for filler in &mut fillers {
            filler.argument.actor = known_actor(entry, self.scene.document, self.scene.ontology);
        }
        let phrase = self.scene.phrase_of(mention.first);
        fillers.extend(phrase.map(|phrase| self.rest_of(phrase, mention.last)).unwrap_or_default());
        fillers
    }

    /// "dukungannya": the clitic means the subject of the clause.
    fn possessive(&self, phrase: usize) -> Vec<Filler> {
        let end = self.scene.phrase(phrase).last();
        let clitic = (self.cue.end..end).any(|at| self.scene.is("possessive", at));
        let Some(clause) = self.clause().filter(|_| clitic) else { return Vec::new() };
        if clause.subject == Some(phrase) { Vec::new() } else { self.subject_of(clause) }
    }

    /// Phrases with a preposition: directly behind the noun, anywhere below the clause, or opening the sentence.
    fn oblique(&self, preposition: &str) -> Vec<Filler> {
        let is = |&phrase: &usize| self.begins_with(phrase, preposition);
        let chain = self.chain();
        let below = self.clause().map(|clause| clause.obliques.clone()).unwrap_or_default();
        let opening = (!self.scene.clauses.phrases.is_empty()).then_some(0);
        let phrases = chain.into_iter().chain(below).chain(opening).filter(is);
        let fillers = phrases.map(|phrase| of_phrase(self.scene, phrase));
        let found = fillers.into_iter().find(|fillers| !fillers.is_empty());
        found.or_else(|| self.object_of_verb(preposition)).unwrap_or_default()
    }

    /// Whether a phrase has the preposition; of one of several words ("di bawah"), the first before it and the
    /// others at its beginning.
    fn begins_with(&self, phrase: usize, preposition: &str) -> bool {
        let mut words = preposition.split(' ');
        let first = self.scene.phrase(phrase).first();
        self.scene.preposition(phrase) == words.next()
            && words.enumerate().all(|(at, word)| self.scene.sentence.tokens[first + at].form == word)
    }

    /// "perang X **melawan** Y", "latihan **untuk menghadapi** Y": a verb that a frame names as a preposition.
    fn object_of_verb(&self, place: &str) -> Option<Vec<Filler>> {
        let verb = place.rsplit(' ').next()?;
        let several = place.len() > verb.len();
        let after =
            |clause: &&Clause| clause.verb > self.cue.head && self.scene.token(clause.verb).form == verb;
        let clause = self.scene.clauses.clauses.iter().find(after)?;
        let meant =
            several && clause.link == Link::Purpose || self.scene.is("verbal_prepositions", clause.verb);
        clause.objects.first().filter(|_| meant).map(|&object| of_phrase(self.scene, object))
    }

    /// The prepositional phrases that follow the noun, or the thing that the verb is done with, one after another.
    pub fn chain(&self) -> Vec<usize> {
        let thing = self.cue.item.as_ref().and_then(|item| self.scene.phrase_of(item.start));
        let Some(first) = (if self.cue.kind == CueKind::Verb { thing } else { self.phrase }) else {
            return Vec::new();
        };
        let adjacent = |&phrase: &usize| {
            let before = self.scene.phrase(phrase - 1).last();
            let verb = |clause: &Clause| (before..before + 2).contains(&clause.verb);
            let near = self.scene.phrase(phrase).preposition.filter(|&at| at <= before + 2);
            near.is_some_and(|at| at == before || !self.scene.clauses.clauses.iter().any(verb))
        };
        let behind = (first + 1..self.scene.clauses.phrases.len()).take_while(adjacent);
        behind.chain(self.in_relative_clause(first)).collect()
    }

    /// "kesepakatan yang ditandatangani **antara A dan B**": the phrases of the passive clause that says more of a noun.
    fn in_relative_clause(&self, phrase: usize) -> Vec<usize> {
        let says_more = |clause: &&Clause| clause.link == Link::Relative && clause.subject == Some(phrase);
        let clause = self.scene.clauses.clauses.iter().find(says_more);
        let passive = clause.filter(|clause| is_passive(self.scene.token(clause.verb)));
        passive.map(|clause| clause.obliques.clone()).unwrap_or_default()
    }

    /// What a noun or adjective is said of: the subject of a copula, the phrase before "sebagai" or a comma.
    fn bearer(&self) -> Vec<Filler> {
        let Some(phrase) = self.phrase else { return Vec::new() };
        let before = self.before_cue(phrase);
        if !before.is_empty() {
            return before;
        }
        let predicated = self.scene.clause_with_object(phrase).map(|clause| self.scene.clause(clause));
        let predicated = predicated.filter(|clause| self.scene.is("copula", clause.verb));
        if let Some(clause) = predicated {
            return self.subject_of(clause);
        }
        let named = self.named_as(phrase).or_else(|| self.apposed(phrase));
        named
            .map(|subject| of_phrase(self.scene, subject))
            .or_else(|| self.of_modified(phrase))
            .unwrap_or_default()
    }

    /// "membentuk **koalisi** anti-X", "hubungan A dan B makin akrab": an adjective is said of whoever acts.
    fn of_modified(&self, phrase: usize) -> Option<Vec<Filler>> {
        let holds = |clause: &&Clause| clause.objects.contains(&phrase) || clause.obliques.contains(&phrase);
        let clause =
            self.scene.clauses.clauses.iter().find(holds).filter(|_| self.cue.kind == CueKind::Adjective)?;
        Some(self.subject_of(clause))
    }

    /// The actors of the cue's own phrase before it: "Kim dan Putin makin akrab".
    fn before_cue(&self, phrase: usize) -> Vec<Filler> {
        let members = self.scene.phrase(phrase).members.iter().filter(|member| member.start < self.cue.head);
        let ranges = members.map(|member| member.start..member.end.min(self.cue.head));
        ranges.flat_map(|range| of_range(self.scene, range)).collect()
    }

    /// "menyebut **X** sebagai …", "**X** sebagai …"
    fn named_as(&self, phrase: usize) -> Option<usize> {
        let preposition = self.scene.phrase(phrase).preposition?;
        if !self.scene.is("as", preposition) {
            return None;
        }
        let clause = self.scene.clauses.clauses.iter().find(|clause| clause.obliques.contains(&phrase));
        let passive = clause.is_some_and(|clause| is_passive(self.scene.token(clause.verb)));
        let object = clause.and_then(|clause| {
            if passive { clause.subject } else { clause.objects.first().copied().or(clause.subject) }
        });
        object.or_else(|| phrase.checked_sub(1))
    }

    /// "**Jepang**, sekutu AS": the phrase that only a comma and adverbs part from the cue's.
    fn apposed(&self, phrase: usize) -> Option<usize> {
        use crate::model::Upos::{Adv, Aux};
        let before = phrase.checked_sub(1)?;
        let first = self.scene.phrase(phrase).preposition.unwrap_or(self.scene.phrase(phrase).first());
        let gap = self.scene.phrase(before).last()..first;
        let light =
            |at: usize| self.scene.token(at).form == "," || matches!(self.scene.token(at).upos, Aux | Adv);
        (!gap.is_empty() && gap.clone().all(light)).then_some(before)
    }
}
