//! A dependency tree → clauses: who is subject, object and oblique of every verb, by the parser's arcs.
//!
//! The phrases and verbs are those that `clause` reads off the chunks, so both readings speak of the same things and can be
//! compared role by role. Relations are those of UD v2. Nothing depends on the difference of compound and nmod, on which
//! treebanks disagree, nor on which of two conjuncts is the head.

use super::chunk::{Phrase, is_passive};
use super::clause::{Clause, Clauses, Link};
use crate::model::{Mention, Sentence, Token};
use crate::ontology::index::LanguageIndex;

/// The clauses of a sentence by its tree; `None` if it has none.
pub fn clauses(
    chunks: &Clauses,
    sentence: &Sentence,
    mentions: &[Mention],
    index: &LanguageIndex,
) -> Option<Clauses> {
    sentence.tokens.iter().any(|token| token.head.is_some()).then(|| {
        let tree = Tree { chunks, sentence, mentions, index };
        let mut clauses: Vec<Clause> = (0..chunks.clauses.len()).map(|at| tree.clause(at)).collect();
        (0..chunks.phrases.len()).for_each(|phrase| tree.place(phrase, &mut clauses));
        tree.complete(&mut clauses);
        tree.share(&mut clauses);
        tree.inherit(&mut clauses);
        let modifiers = (0..chunks.phrases.len()).map(|phrase| tree.modifiers(phrase)).collect();
        Clauses { phrases: chunks.phrases.clone(), clauses, modifiers }
    })
}

struct Tree<'a> {
    chunks: &'a Clauses,
    sentence: &'a Sentence,
    mentions: &'a [Mention],
    index: &'a LanguageIndex,
}

/// What a token hangs on.
#[derive(Debug, Clone, Copy)]
enum Above {
    Clause(usize),
    Phrase(usize),
    Nothing,
}

/// The longest way up a tree that is followed.
const DEPTH: usize = 64;

impl<'a> Tree<'a> {
    fn token(&self, at: usize) -> &'a Token {
        &self.sentence.tokens[at]
    }

    /// The relation of a token, without its subtype.
    fn relation(&self, at: usize) -> &'a str {
        self.token(at).relation.split(':').next().unwrap_or_default()
    }

    fn head(&self, at: usize) -> Option<usize> {
        self.token(at).head.map(|head| head as usize)
    }

    fn children(&self, at: usize) -> impl Iterator<Item = usize> + '_ {
        (0..self.sentence.tokens.len()).filter(move |&child| self.head(child) == Some(at))
    }

    fn is(&self, list: &str, at: usize) -> bool {
        self.index.forms.is(list, &self.token(at).form)
    }

    fn phrase_with(&self, token: usize) -> Option<usize> {
        self.chunks.phrases.iter().position(|phrase| phrase.holds(token))
    }

    /// The token that governs a clause's arguments: the verb itself, the predicate of a copula, the adjective or auxiliary
    /// that the verb completes ("tampak enggan **terlibat**").
    fn predicate(&self, clause: usize) -> usize {
        let is_verb = |at: usize| self.chunks.clauses.iter().any(|clause| clause.verb == at);
        let mut at = self.chunks.clauses[clause].verb;
        for _ in 0..DEPTH {
            let completes = match self.relation(at) {
                "cop" => true,
                "xcomp" | "ccomp" => self.head(at).is_some_and(|head| !is_verb(head)),
                _ => false,
            };
            match self.head(at).filter(|_| completes) {
                Some(head) => at = head,
                None => break,
            }
        }
        at
    }

    fn clause_with(&self, token: usize) -> Option<usize> {
        let clauses = || 0..self.chunks.clauses.len();
        let own = clauses().find(|&clause| self.chunks.clauses[clause].verb == token);
        own.or_else(|| clauses().find(|&clause| self.predicate(clause) == token))
    }

    fn above(&self, token: usize) -> Above {
        let Some(head) = self.head(token) else { return Above::Nothing };
        let argues = matches!(self.relation(token), "nsubj" | "csubj" | "obl" | "advcl" | "ccomp");
        let clause = self.clause_with(head).map(Above::Clause);
        let phrase = self.phrase_with(head).map(Above::Phrase);
        let found = if argues { clause.or(phrase) } else { phrase.or(clause) };
        found.unwrap_or(Above::Nothing)
    }

    /// The token of a phrase that hangs on something outside.
    fn phrase_head(&self, phrase: &Phrase) -> usize {
        let outside =
            |&at: &usize| self.head(at).is_none_or(|head| !(phrase.first()..phrase.last()).contains(&head));
        let inside = || (phrase.first()..phrase.last()).filter(outside);
        let argues =
            |at: &usize| matches!(self.relation(*at), "nsubj" | "obj" | "iobj" | "obl" | "nmod" | "csubj");
        let named = |at: &usize| !matches!(self.relation(*at), "punct" | "case" | "cc" | "mark" | "advmod");
        let found = inside().find(argues).or_else(|| inside().find(named)).or_else(|| inside().next());
        found.unwrap_or(phrase.first())
    }

    fn clause(&self, at: usize) -> Clause {
        let read = &self.chunks.clauses[at];
        if self.is_governed(read) {
            return Clause { objects: Vec::new(), obliques: Vec::new(), ..read.clone() };
        }
        let predicate = self.predicate(at);
        let mark = self.children(predicate).find(|&child| matches!(self.relation(child), "mark" | "cc"));
        let (link, parent) = self.link(at, predicate, mark);
        let (objects, obliques) = Default::default();
        Clause { first: read.first, verb: read.verb, link, parent, subject: None, objects, obliques, mark }
    }

    /// "membantah **X** menjadi Y": that X belongs to the second verb is known of the first one, not read off the tree.
    fn is_governed(&self, read: &Clause) -> bool {
        read.link == Link::Complement && read.mark.is_none()
    }

    fn link(&self, at: usize, predicate: usize, mark: Option<usize>) -> (Link, Option<usize>) {
        let parent = self.governing(predicate).filter(|&parent| parent != at);
        let link = match self.relation(predicate) {
            "acl" | "advcl" if mark.is_some_and(|at| self.is("purpose", at)) => Link::Purpose,
            "acl" => Link::Relative,
            "ccomp" => Link::Complement,
            "csubj" => Link::Coordinate,
            "xcomp" => Link::Chain,
            "advcl" => Link::Subordinate,
            "conj" => Link::Coordinate,
            "root" | "parataxis" | "list" | "dep" | "appos" | "nsubj" => Link::Root,
            _ => Link::Chain,
        };
        match parent {
            Some(_) if link != Link::Root => (link, parent),
            _ if link == Link::Relative => (link, None),
            _ => (Link::Root, None),
        }
    }

    /// The clause above a token, through the phrases in between.
    fn governing(&self, token: usize) -> Option<usize> {
        let mut at = token;
        for _ in 0..DEPTH {
            match self.above(at) {
                Above::Clause(clause) => return Some(clause),
                Above::Phrase(_) => at = self.head(at)?,
                Above::Nothing => return None,
            }
        }
        None
    }

    /// Hands a phrase to the clause that it is an argument of.
    fn place(&self, phrase: usize, clauses: &mut [Clause]) {
        let head = self.phrase_head(&self.chunks.phrases[phrase]);
        if let Some(clause) = self.clause_with(head).filter(|&clause| clauses[clause].verb != head) {
            clauses[clause].objects.push(phrase);
            return;
        }
        let Above::Clause(clause) = self.above(head) else {
            return self.place_below(phrase, head, clauses);
        };
        let preposition = self.chunks.phrases[phrase].preposition.is_some();
        let governed = |clause: &Clause| self.is_governed(clause) && clause.subject == Some(phrase);
        if self.chunks.clauses.iter().any(governed) && !self.chunks.clauses[clause].objects.contains(&phrase)
        {
            return;
        }
        match self.relation(head) {
            "nsubj" | "csubj" => self.place_subject(phrase, clause, clauses),
            _ if preposition => clauses[clause].obliques.push(phrase),
            "obj" | "iobj" | "xcomp" | "ccomp" => clauses[clause].objects.push(phrase),
            "obl" if self.is_agent(phrase, &clauses[clause]) => clauses[clause].objects.push(phrase),
            _ => {}
        }
    }

    /// Of several subjects the last before the verb is the verb's own. One behind its verb is that of the next verb, which
    /// parsers give to the first ("Setelah tentara diusir, **Mali** mempererat").
    fn place_subject(&self, phrase: usize, clause: usize, clauses: &mut [Clause]) {
        let first = self.chunks.phrases[phrase].first();
        if self.is("relativizer", first) {
            return;
        }
        let before = first < clauses[clause].verb;
        if before && (clauses[clause].subject.is_none() || self.is_named(phrase)) {
            clauses[clause].subject = Some(phrase);
        } else if !before {
            let next = clauses.iter().position(|next| next.verb > first);
            let next = next.filter(|_| clauses[clause].subject.is_some());
            let subject = &mut clauses[next.unwrap_or(clause)].subject;
            *subject = subject.or(Some(phrase));
        }
    }

    fn is_named(&self, phrase: usize) -> bool {
        let phrase = &self.chunks.phrases[phrase];
        self.mentions.iter().any(|mention| phrase.holds(mention.first))
    }

    /// Which noun or verb a prepositional phrase belongs to is what a parser gets wrong most: below an object it counts as
    /// the verb's too.
    fn place_below(&self, phrase: usize, head: usize, clauses: &mut [Clause]) {
        if self.chunks.phrases[phrase].preposition.is_none() {
            return;
        }
        let top = self.top(head);
        if let Some(clause) = self.governing(head).filter(|_| self.relation(top) == "obj") {
            clauses[clause].obliques.push(phrase);
        }
    }

    /// The token of the uppermost phrase that a token hangs on.
    fn top(&self, token: usize) -> usize {
        let mut at = token;
        for _ in 0..DEPTH {
            match (self.above(at), self.head(at)) {
                (Above::Phrase(_), Some(head)) => at = head,
                _ => break,
            }
        }
        at
    }

    /// A noun without a preposition right behind a verb: a passive verb's agent without "oleh", else its object.
    fn is_agent(&self, phrase: usize, clause: &Clause) -> bool {
        let before = self.chunks.phrases[..phrase].last().map_or(0, Phrase::last);
        before <= clause.verb && clause.verb < self.chunks.phrases[phrase].first()
    }

    /// Phrases that the tree gives to no verb stay where the chunks put them.
    fn complete(&self, clauses: &mut [Clause]) {
        for (at, read) in self.chunks.clauses.iter().enumerate() {
            for &phrase in &read.objects {
                if clauses[at].objects.is_empty() && is_free(phrase, clauses) {
                    clauses[at].objects.push(phrase);
                }
            }
            for &phrase in &read.obliques {
                if is_free(phrase, clauses)
                    && matches!(self.above(self.phrase_head(&self.chunks.phrases[phrase])), Above::Nothing)
                {
                    clauses[at].obliques.push(phrase);
                }
            }
        }
    }

    /// A clause whose subject the tree does not tell has the one that the chunks tell.
    fn inherit(&self, clauses: &mut [Clause]) {
        for (clause, read) in clauses.iter_mut().zip(&self.chunks.clauses) {
            let own = |phrase: &usize| !clause.objects.contains(phrase);
            if clause.link == Link::Relative && self.is("verbal_prepositions", clause.verb) {
                continue;
            }
            clause.subject = clause.subject.or(read.subject.filter(own));
        }
    }

    /// Gives clauses the subjects and objects that they share with others.
    fn share(&self, clauses: &mut [Clause]) {
        for at in 0..clauses.len() {
            self.share_one(at, clauses, DEPTH);
        }
    }

    fn share_one(&self, at: usize, clauses: &mut [Clause], depth: usize) {
        if clauses[at].link == Link::Relative {
            return self.relate(at, clauses);
        }
        let Some(above) = clauses[at].parent else { return };
        if clauses[at].subject.is_none() && depth > 0 {
            self.share_one(above, clauses, depth - 1);
            clauses[at].subject = self.shared_subject(&clauses[at], &clauses[above]);
        }
    }

    /// The subject of a clause that names none: the controller in the clause above.
    fn shared_subject(&self, clause: &Clause, above: &Clause) -> Option<usize> {
        let governor = self.index.cues.governing_verb(&self.token(above.verb).lemma);
        let by_object = governor.is_some_and(|governor| governor.control.as_deref() == Some("object"));
        let controls = by_object
            && clause.verb > above.verb
            && clause.link != Link::Coordinate
            && !is_passive(self.token(above.verb));
        above.objects.first().copied().filter(|_| controls).or(above.subject)
    }

    /// A relative clause: its noun is the subject, or the object where the clause has a subject of its own.
    fn relate(&self, at: usize, clauses: &mut [Clause]) {
        let predicate = self.predicate(at);
        let Some(antecedent) = self.head(predicate).and_then(|head| self.phrase_with(head)) else { return };
        let clause = &mut clauses[at];
        let marked = self.children(predicate).any(|child| self.is("relativizer", child));
        if !marked && self.is("verbal_prepositions", clause.verb) {
            return;
        }
        match clause.subject {
            None => clause.subject = Some(antecedent),
            Some(subject) if subject != antecedent && clause.objects.is_empty() => {
                clause.objects.push(antecedent);
            }
            Some(_) => {}
        }
    }

    /// The prepositional phrases below a phrase, at any depth.
    fn modifiers(&self, phrase: usize) -> Vec<usize> {
        let below = |&other: &usize| {
            other != phrase
                && self.chunks.phrases[other].preposition.is_some()
                && self.hangs_on(self.phrase_head(&self.chunks.phrases[other]), phrase)
        };
        (0..self.chunks.phrases.len()).filter(below).collect()
    }

    /// Whether a token hangs on a phrase, with nothing but phrases in between.
    fn hangs_on(&self, token: usize, phrase: usize) -> bool {
        let mut at = token;
        for _ in 0..DEPTH {
            match self.above(at) {
                Above::Phrase(found) if found == phrase => return true,
                Above::Phrase(_) => match self.head(at) {
                    Some(head) => at = head,
                    None => return false,
                },
                _ => return false,
            }
        }
        false
    }
}

/// Whether no clause has the phrase.
fn is_free(phrase: usize, clauses: &[Clause]) -> bool {
    let has = |clause: &Clause| {
        clause.subject == Some(phrase)
            || clause.objects.contains(&phrase)
            || clause.obliques.contains(&phrase)
    };
    !clauses.iter().any(has)
}
