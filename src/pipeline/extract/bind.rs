//! The chunk binder: the places of a frame → the actors that stand there.

use super::chunk::is_passive;
use super::clause::Clause;
use super::cue::CueMatch;
use super::filler::{Filler, of_mention, of_phrase, of_range};
use super::scene::Scene;
use crate::ontology::CueKind;

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
    let each = cue.frame.subject.iter().any(|place| place == "each")
        || cue.frame.object.iter().any(|place| place == "each");
    let mut bound = Bound { clause: binder.clause, ..Bound::default() };
    bound.subjects = binder.first_of(&cue.frame.subject);
    bound.objects = binder.first_of(&cue.frame.object);
    binder.support(&mut bound);
    binder.reciprocate(&mut bound, each);
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

struct Binder<'s, 'a> {
    scene: &'s Scene<'a>,
    cue: &'s CueMatch<'a>,
    phrase: Option<usize>,
    clause: Option<usize>,
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

    fn clause(&self) -> Option<&Clause> {
        self.clause.map(|clause| self.scene.clause(clause))
    }

    fn deep_subject(&self) -> Vec<Filler> {
        let Some(clause) = self.clause() else { return Vec::new() };
        let phrase =
            if is_passive(self.scene.token(clause.verb)) { self.agent(clause) } else { clause.subject };
        phrase.map(|phrase| of_phrase(self.scene, phrase)).unwrap_or_default()
    }

    fn agent(&self, clause: &Clause) -> Option<usize> {
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
            return clause.subject.map(|phrase| of_phrase(self.scene, phrase)).unwrap_or_default();
        }
        let fillers = clause.objects.iter().map(|&phrase| of_phrase(self.scene, phrase));
        fillers.into_iter().find(|fillers| !fillers.is_empty()).unwrap_or_default()
    }

    /// The actors right after a cue of several words, in the phrase in which it ends.
    fn after_cue(&self) -> Vec<Filler> {
        if self.cue.end == self.cue.head + 1 {
            return Vec::new();
        }
        let last = self.cue.end - 1;
        let opens = |phrase: &super::chunk::Phrase| phrase.preposition == Some(last);
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

    fn possessor(&self) -> Vec<Filler> {
        if let Some(mention) = self.scene.mention_at(self.cue.head) {
            return self.owner_of_group(mention);
        }
        let Some(phrase) = self.phrase else { return Vec::new() };
        let own = self.rest_of(phrase, self.cue.end);
        if own.is_empty() { self.possessive() } else { own }
    }

    /// A cue that is part of a group mention ("sekutu Jepang") has the group's actor as possessor.
    fn owner_of_group(&self, mention: &crate::model::Mention) -> Vec<Filler> {
        let owner = mention.actors.first().and_then(|actor| actor.id.split('/').next());
        let Some(entry) = owner.and_then(|owner| self.scene.ontology.actor(owner)) else { return Vec::new() };
        let mut filler = of_mention(mention, self.scene, None);
        filler.truncate(1);
        for filler in &mut filler {
            filler.argument.actor =
                crate::pipeline::detect::known_actor(entry, self.scene.document, self.scene.ontology);
        }
        filler
    }

    /// "dukungannya": the clitic means the subject of the clause.
    fn possessive(&self) -> Vec<Filler> {
        let clitic = self
            .scene
            .sentence
            .tokens
            .get(self.cue.end)
            .is_some_and(|_| self.scene.is("possessive", self.cue.end));
        let subject =
            self.clause().and_then(|clause| clause.subject).filter(|&subject| Some(subject) != self.phrase);
        subject.filter(|_| clitic).map(|subject| of_phrase(self.scene, subject)).unwrap_or_default()
    }

    /// Phrases with a preposition: directly behind the noun, or anywhere below the clause.
    fn oblique(&self, preposition: &str) -> Vec<Filler> {
        let is = |&phrase: &usize| self.scene.preposition(phrase) == Some(preposition);
        let chain = self.chain();
        let below = self.clause().map(|clause| clause.obliques.clone()).unwrap_or_default();
        let phrases = chain.into_iter().chain(below).filter(is);
        let fillers = phrases.map(|phrase| of_phrase(self.scene, phrase));
        fillers.into_iter().find(|fillers| !fillers.is_empty()).unwrap_or_default()
    }

    /// The prepositional phrases that follow the cue's phrase one after another.
    fn chain(&self) -> Vec<usize> {
        let Some(first) = self.phrase.filter(|_| self.cue.kind != CueKind::Verb) else { return Vec::new() };
        let adjacent = |&phrase: &usize| {
            let before = self.scene.phrase(phrase - 1).last();
            self.scene.phrase(phrase).preposition.is_some_and(|at| at <= before + 2)
        };
        (first + 1..self.scene.clauses.phrases.len()).take_while(adjacent).collect()
    }

    /// What a noun or adjective is said of: the subject of a copula, the phrase before "sebagai" or a comma.
    fn bearer(&self) -> Vec<Filler> {
        let Some(phrase) = self.phrase else { return Vec::new() };
        let before = self.before_cue(phrase);
        if !before.is_empty() {
            return before;
        }
        let copula = self.scene.clause_with_object(phrase).map(|clause| self.scene.clause(clause));
        let subject = match copula {
            Some(clause) if self.scene.is("copula", clause.verb) || self.cue.kind == CueKind::Adjective => {
                clause.subject
            }
            _ => self.named_as(phrase).or_else(|| self.apposed(phrase)),
        };
        subject.map(|subject| of_phrase(self.scene, subject)).unwrap_or_default()
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

    /// "**Jepang**, sekutu AS": the phrase that only a comma parts from the cue's.
    fn apposed(&self, phrase: usize) -> Option<usize> {
        let before = phrase.checked_sub(1)?;
        let first = self.scene.phrase(phrase).preposition.unwrap_or(self.scene.phrase(phrase).first());
        let gap = self.scene.phrase(before).last()..first;
        (gap.len() == 1 && self.scene.token(gap.start).form == ",").then_some(before)
    }

    /// Support verbs: "menyuarakan dukungan" gives the noun a subject, "mendapat dukungan" an object.
    fn support(&self, bound: &mut Bound) {
        if self.cue.kind != CueKind::Noun {
            return;
        }
        let Some(clause) = self.clause() else { return };
        let lemma = &self.scene.token(clause.verb).lemma;
        let passive = is_passive(self.scene.token(clause.verb));
        let doer = if passive {
            self.agent(clause).filter(|&agent| Some(agent) != self.phrase)
        } else {
            clause.subject
        };
        let doer = doer.map(|phrase| of_phrase(self.scene, phrase)).unwrap_or_default();
        if self.scene.index.cues.gives(lemma) && bound.subjects.is_empty() {
            bound.subjects = doer;
        } else if self.scene.index.cues.receives(lemma) && bound.objects.is_empty() {
            bound.objects = doer;
        }
    }

    /// Two coordinated actors of a symmetric relation, or "saling", stand for each other.
    fn reciprocate(&self, bound: &mut Bound, each: bool) {
        let saling = self
            .clause()
            .is_some_and(|clause| (clause.first..clause.verb).any(|at| self.scene.is("reciprocal", at)));
        let symmetric = self.cue.relation.symmetric;
        if !(symmetric || saling || each) || !bound.objects.is_empty() {
            return;
        }
        if bound.subjects.len() < 2 {
            bound.subjects = self.members();
        }
        bound.each = bound.subjects.len() > 1;
    }

    /// The first place that holds two actors or more: possessors, "antara A dan B", the subject.
    fn members(&self) -> Vec<Filler> {
        let mut candidates = vec![self.possessor()];
        candidates.extend(self.chain().into_iter().map(|phrase| of_phrase(self.scene, phrase)));
        candidates.push(
            self.clause()
                .and_then(|clause| clause.subject)
                .map(|phrase| of_phrase(self.scene, phrase))
                .unwrap_or_default(),
        );
        let distinct = |fillers: &Vec<Filler>| {
            fillers.iter().any(|filler| filler.argument.actor.id != fillers[0].argument.actor.id)
        };
        candidates.into_iter().find(distinct).unwrap_or_default()
    }
}
