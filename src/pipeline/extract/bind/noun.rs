//! Possessors and bearers: who stands behind a noun, and of whom it is said.

use std::ops::Range;

use super::{Binder, apposition};
use crate::model::{ActorKind, Mention};
use crate::ontology::CueKind;
use crate::pipeline::detect::known_actor;
use crate::pipeline::extract::chunk::is_passive;
use crate::pipeline::extract::clause::Clause;
use crate::pipeline::extract::filler::{Filler, of_mention, of_phrase, of_range};

impl Binder<'_, '_> {
    /// The actor that follows a noun directly, or its clitic.
    pub fn possessor(&self) -> Vec<Filler> {
        if let Some(mention) = self.scene.mention_at(self.cue.head) {
            return self.owner_of_group(mention);
        }
        let Some(phrase) = self.phrase else { return Vec::new() };
        if let Some(mention) = self.overlapping() {
            return self.owner_of_group(mention);
        }
        if self.scene.index.forms.heads_last() {
            if let Some(mention) = self.prefixed() {
                return of_mention(mention, self.scene, None);
            }
            return self.owners_before(phrase);
        }
        let own = self.owners(self.rest_of(phrase, self.cue.end));
        if own.is_empty() { self.possessive(phrase) } else { own }
    }

    /// "serangan **pesawat nirawak AS**": the group word that the cue ends with, and its owner behind.
    fn overlapping(&self) -> Option<&Mention> {
        let mention = self.scene.mention_at(self.cue.end - 1)?;
        (mention.first > self.cue.head && mention.last > self.cue.end).then_some(mention)
    }

    /// "Georgia's pro-**Russian** party": the name that a hyphen ties to the cue.
    fn prefixed(&self) -> Option<&Mention> {
        let hyphen = self.scene.sentence.tokens.get(self.cue.end).is_some_and(|token| token.form == "-");
        self.scene.mention_at(self.cue.end + 1).filter(|mention| hyphen && mention.first == self.cue.end + 1)
    }

    /// Where heads stand last: "**Russia's** invasion", "**US and EU** sanctions", "**its** support".
    fn owners_before(&self, phrase: usize) -> Vec<Filler> {
        let members = &self.scene.phrase(phrase).members;
        let Some(own) = members.iter().position(|member| member.contains(&self.cue.head)) else {
            return Vec::new();
        };
        let start = members[own].start;
        let mut fillers = self.before_in(start..self.cue.head);
        if fillers.len() == 1 {
            let bare = |member: &&Range<usize>| {
                self.scene
                    .mentions
                    .iter()
                    .any(|mention| member.contains(&mention.first) && mention.last == member.end)
            };
            let coordinated = members[..own].iter().rev().take_while(bare);
            let others: Vec<Filler> =
                coordinated.flat_map(|member| of_range(self.scene, member.clone())).collect();
            fillers.extend(others);
        }
        fillers
    }

    /// The actors that own what stands behind some tokens: the last name there, which is nearest.
    fn before_in(&self, range: Range<usize>) -> Vec<Filler> {
        let inside = |mention: &&Mention| range.contains(&mention.first) && mention.last <= range.end;
        let mention = self.scene.mentions.iter().rfind(inside);
        mention.map(|mention| of_mention(mention, self.scene, None)).unwrap_or_default()
    }

    /// A cue that is part of a group mention ("sekutu Jepang") has the group's actor as possessor, and those
    /// coordinated with it.
    pub fn owner_of_group(&self, mention: &Mention) -> Vec<Filler> {
        let owner = mention.actors.first().and_then(|actor| actor.id.split('/').next());
        let Some(entry) = owner.and_then(|owner| self.scene.ontology.actor(owner)) else { return Vec::new() };
        let mut fillers = of_mention(mention, self.scene, None);
        fillers.truncate(1);
        for filler in &mut fillers {
            filler.argument.actor = known_actor(entry, self.scene.document, self.scene.ontology).into();
        }
        let phrase = self.scene.phrase_of(mention.first);
        fillers.extend(phrase.map(|phrase| self.rest_of(phrase, mention.last)).unwrap_or_default());
        fillers
    }

    /// "dukungannya": the clitic means the subject of the clause.
    pub fn possessive(&self, phrase: usize) -> Vec<Filler> {
        let end = self.scene.phrase(phrase).last();
        let clitic = (self.cue.end..end).any(|at| self.scene.is("possessive", at));
        let around = || self.scene.clause_completed_by(phrase);
        let Some(clause) = self.clause().or_else(around).filter(|_| clitic) else { return Vec::new() };
        if clause.subject == Some(phrase) { Vec::new() } else { self.subject_of(clause) }
    }

    /// "Brics, named after members **Brazil and India**": the organisation named last before those who are told to be in one.
    pub fn body(&self) -> Vec<Filler> {
        let named = self
            .phrase
            .is_some_and(|phrase| !self.behind_cue(phrase).is_empty() || self.renamed(phrase).is_some());
        let organised = |mention: &&Mention| {
            mention.last <= self.cue.head
                && mention
                    .actors
                    .iter()
                    .all(|actor| matches!(actor.kind, ActorKind::Organization | ActorKind::Bloc))
        };
        let mention = self.scene.mentions.iter().rfind(organised).filter(|_| named);
        mention.map(|mention| of_mention(mention, self.scene, None)).unwrap_or_default()
    }

    /// What a noun or adjective is said of: the subject of a copula, the phrase before "sebagai" or a comma.
    pub fn bearer(&self) -> Vec<Filler> {
        let Some(phrase) = self.phrase.map(|phrase| self.one_of(phrase)) else { return Vec::new() };
        let beside = if self.scene.index.forms.heads_last() {
            self.behind_cue(phrase)
        } else {
            self.before_cue(phrase)
        };
        if !beside.is_empty() {
            return beside;
        }
        if let Some(renamed) =
            self.renamed(phrase).or_else(|| self.named_behind(phrase)).or_else(|| self.exemplified(phrase))
        {
            return of_phrase(self.scene, renamed);
        }
        let predicated = self.scene.clause_with_object(phrase).map(|clause| self.scene.clause(clause));
        let predicated = predicated.filter(|clause| self.scene.is("copula", clause.verb));
        if let Some(clause) = predicated {
            return self.subject_of(clause);
        }
        let predicate = self.predicate(phrase);
        if !predicate.is_empty() {
            return predicate;
        }
        let named = self.named_as(phrase).or_else(|| self.apposed(phrase));
        named
            .map(|subject| of_phrase(self.scene, subject))
            .or_else(|| self.of_modified(phrase))
            .unwrap_or_default()
    }

    /// "sekutu terdekat X adalah **Y**"
    fn predicate(&self, phrase: usize) -> Vec<Filler> {
        let says = |clause: &&Clause| clause.subject == Some(phrase) && self.scene.is("copula", clause.verb);
        let clause = self.scene.clauses.clauses.iter().find(says);
        clause.map(|clause| self.objects_of(clause)).unwrap_or_default()
    }

    /// "membentuk **koalisi** anti-X", "hubungan A dan B makin akrab": an adjective is said of whoever acts.
    pub fn of_modified(&self, phrase: usize) -> Option<Vec<Filler>> {
        let adjective = self.cue.kind == CueKind::Adjective;
        let clause = self.scene.clause_completed_by(phrase).filter(|_| adjective)?;
        // "menyuarakan dukungan Y": whoever gives what the word names is not what it is said of.
        let heads = self.scene.phrase(phrase).first() == self.cue.head;
        if heads && self.scene.index.cues.gives(&self.scene.token(clause.verb).lemma) {
            return None;
        }
        Some(self.subject_of(clause))
    }

    /// The actors of the cue's own phrase before it: "Kim dan Putin makin akrab".
    pub fn before_cue(&self, phrase: usize) -> Vec<Filler> {
        let members = self.scene.phrase(phrase).members.iter().filter(|member| member.start < self.cue.head);
        let ranges = members.map(|member| member.start..member.end.min(self.cue.head));
        ranges.flat_map(|range| of_range(self.scene, range)).collect()
    }

    /// "US allies **Japan and South Korea**", "Beijing's ally, **Pakistan**,": where heads stand last, the names behind a role.
    fn renamed(&self, phrase: usize) -> Option<usize> {
        let next = self.scene.clauses.phrases.get(phrase + 1).filter(|next| next.preposition.is_none())?;
        let gap = self.scene.phrase(phrase).last()..next.first();
        let comma = gap.len() == 1 && self.scene.is("apposition", gap.start);
        let apposed = (next.first()..next.last()).any(|at| self.scene.token(at).relation == "appos");
        let holder = self.cue.kind == CueKind::Holder && self.scene.index.forms.heads_last();
        (holder && (gap.is_empty() || comma && apposed)).then_some(phrase + 1)
    }

    fn named_behind(&self, phrase: usize) -> Option<usize> {
        let holder = self.cue.kind == CueKind::Holder;
        apposition::behind(self.scene, phrase).filter(|_| holder)
    }

    /// "sekutu AS **seperti Jepang**", "US allies **including Japan**": examples of those who hold a role.
    fn exemplified(&self, phrase: usize) -> Option<usize> {
        let next = self.scene.clauses.phrases.get(phrase + 1)?;
        let gap = self.scene.phrase(phrase).last()..next.preposition?;
        let beside = gap.is_empty() || gap.len() == 1 && self.scene.is("apposition", gap.start);
        let holder = self.cue.kind == CueKind::Holder && beside;
        (holder && self.scene.introduces("exemplar", phrase + 1)).then_some(phrase + 1)
    }

    /// "**one** of its critics": the phrase that stands for a part of another.
    fn one_of(&self, phrase: usize) -> usize {
        let partitive = |before: usize| {
            let range = self.scene.phrase(before).first()..self.scene.phrase(before).last();
            let adjacent = self.scene.phrase(phrase).preposition == Some(range.end);
            adjacent && range.clone().all(|at| self.scene.is("partitive", at))
        };
        phrase.checked_sub(1).filter(|&before| partitive(before)).unwrap_or(phrase)
    }

    /// Where heads stand last, the actors of the cue's own phrase behind it: "Moscow-backed **Hezbollah**", "allies **Iran and
    /// Syria**".
    fn behind_cue(&self, phrase: usize) -> Vec<Filler> {
        let members = &self.scene.phrase(phrase).members;
        let own = |member: &Range<usize>| member.end > self.cue.end && member.start <= self.cue.head;
        let Some(at) = members.iter().position(own) else { return Vec::new() };
        let mut fillers = of_range(self.scene, self.cue.end..members[at].end);
        if self.cue.kind == CueKind::Holder && !fillers.is_empty() {
            fillers.extend(members[at + 1..].iter().flat_map(|member| of_range(self.scene, member.clone())));
        }
        fillers
    }

    /// "menyebut **X** sebagai …", "**X** sebagai …"
    pub fn named_as(&self, phrase: usize) -> Option<usize> {
        if !self.scene.introduces("as", phrase) {
            return None;
        }
        let clause = self.scene.clause_with_oblique(phrase);
        let passive = clause.is_some_and(|clause| is_passive(self.scene.token(clause.verb)));
        let object = clause.and_then(|clause| {
            if passive { clause.subject } else { clause.objects.first().copied().or(clause.subject) }
        });
        object.or_else(|| phrase.checked_sub(1))
    }

    /// "**Jepang**, sekutu AS": the phrase that only a comma and adverbs part from the cue's.
    pub fn apposed(&self, phrase: usize) -> Option<usize> {
        use crate::model::Upos::{Adv, Aux};
        let before = phrase.checked_sub(1)?;
        let first = self.scene.phrase(phrase).preposition.unwrap_or(self.scene.phrase(phrase).first());
        let gap = self.scene.phrase(before).last()..first;
        let light =
            |at: usize| self.scene.is("apposition", at) || matches!(self.scene.token(at).upos, Aux | Adv);
        // "In Cuba, as **in China**, members … are": where something is, says nothing of who does it.
        let acts = || self.scene.clauses.clauses.iter().any(|clause| clause.subject == Some(phrase));
        let aside = self.scene.introduces("place", before) && acts();
        (!gap.is_empty() && gap.clone().all(light) && !aside).then_some(before)
    }
}
