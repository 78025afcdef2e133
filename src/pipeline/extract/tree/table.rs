//! Tokens → the clauses and phrases that they stand for, each look-up one step.

use super::DEPTH;
use super::arcs::Arcs;
use crate::model::{Mention, Sentence};
use crate::ontology::index::LanguageIndex;
use crate::pipeline::extract::chunk::Phrase;
use crate::pipeline::extract::clause::{Clause, Clauses, Link};

/// A sentence's tree beside what its chunks tell.
pub struct Tree<'a> {
    /// Phrases and clauses as the chunks tell them.
    pub chunks: &'a Clauses,
    /// The sentence.
    pub sentence: &'a Sentence,
    /// The tables of its language.
    pub index: &'a LanguageIndex,
    /// Its arcs.
    pub arcs: Arcs<'a>,
    /// For each clause the token that governs its arguments.
    pub predicates: Vec<usize>,
    /// For each phrase its token that hangs on something outside.
    pub tops: Vec<usize>,
    /// For each phrase whether it holds a mention.
    pub named: Vec<bool>,
    /// For each phrase whether a clause below a governor has it as its subject.
    pub governed: Vec<bool>,
    phrase_of: Vec<Option<usize>>,
    clause_of: Vec<Option<usize>>,
}

impl<'a> Tree<'a> {
    /// The tables of a sentence with its own mentions.
    pub fn new(
        chunks: &'a Clauses,
        sentence: &'a Sentence,
        mentions: &[Mention],
        index: &'a LanguageIndex,
    ) -> Self {
        let arcs = Arcs::new(sentence, index);
        let phrase_of = phrases_by_token(chunks, sentence.tokens.len());
        let verbs = clauses_by_verb(chunks, sentence.tokens.len());
        let predicates = predicates(chunks, &arcs, &verbs);
        let clause_of = with_predicates(verbs, &predicates);
        let tops = chunks.phrases.iter().map(|phrase| top(phrase, &arcs)).collect();
        let mut named = vec![false; chunks.phrases.len()];
        let first_tokens = mentions.iter().filter_map(|mention| *phrase_of.get(mention.first)?);
        first_tokens.for_each(|phrase| named[phrase] = true);
        let mut governed = vec![false; chunks.phrases.len()];
        let subjects = chunks.clauses.iter().filter(|clause| is_governed(clause, index));
        subjects.filter_map(|clause| clause.subject).for_each(|phrase| governed[phrase] = true);
        Self { chunks, sentence, index, arcs, predicates, tops, named, governed, phrase_of, clause_of }
    }

    /// The phrase that holds a token.
    pub fn phrase_of(&self, token: usize) -> Option<usize> {
        self.phrase_of[token]
    }

    /// The clause whose verb a token is, else the one whose predicate it is.
    pub fn clause_of(&self, token: usize) -> Option<usize> {
        self.clause_of[token]
    }

    /// "membantah **X** menjadi Y": that X belongs to the second verb is known of the first one, not read off the tree.
    pub fn governs(&self, read: &Clause) -> bool {
        is_governed(read, self.index)
    }

    /// Whether a list of the grammar holds the token.
    pub fn is(&self, list: &str, at: usize) -> bool {
        self.index.forms.is(list, &self.sentence.tokens[at].form)
    }
}

fn is_governed(read: &Clause, index: &LanguageIndex) -> bool {
    read.link == Link::Complement && read.mark.is_none() && !index.forms.heads_last()
}

fn phrases_by_token(chunks: &Clauses, length: usize) -> Vec<Option<usize>> {
    let mut table = vec![None; length];
    for (id, phrase) in chunks.phrases.iter().enumerate() {
        for at in phrase.members.iter().cloned().flatten() {
            table[at].get_or_insert(id);
        }
    }
    table
}

fn clauses_by_verb(chunks: &Clauses, length: usize) -> Vec<Option<usize>> {
    let mut table = vec![None; length];
    for (id, clause) in chunks.clauses.iter().enumerate() {
        table[clause.verb].get_or_insert(id);
    }
    table
}

/// The first of several clauses with one predicate holds it, unless it is a verb with a clause of its own.
fn with_predicates(mut verbs: Vec<Option<usize>>, predicates: &[usize]) -> Vec<Option<usize>> {
    for (id, &predicate) in predicates.iter().enumerate() {
        verbs[predicate].get_or_insert(id);
    }
    verbs
}

/// For each clause the token that governs its arguments: the verb itself, the predicate of a copula, the adjective or
/// auxiliary that the verb completes ("tampak enggan **terlibat**").
fn predicates(chunks: &Clauses, arcs: &Arcs<'_>, verbs: &[Option<usize>]) -> Vec<usize> {
    let completed = |&at: &usize| {
        let head = arcs.head(at)?;
        let completes = match arcs.relation(at) {
            "cop" => true,
            "xcomp" | "ccomp" => verbs[head].is_none(),
            _ => false,
        };
        completes.then_some(head)
    };
    let last = |verb: usize| std::iter::successors(Some(verb), completed).take(DEPTH + 1).last();
    chunks.clauses.iter().map(|clause| last(clause.verb).unwrap_or(clause.verb)).collect()
}

/// The token of a phrase that hangs on something outside: an argument if there is one, else no function word.
fn top(phrase: &Phrase, arcs: &Arcs<'_>) -> usize {
    let span = phrase.first()..phrase.last();
    let outside = |&at: &usize| arcs.head(at).is_none_or(|head| !span.contains(&head));
    let inside = || span.clone().filter(outside);
    let argues =
        |&at: &usize| matches!(arcs.relation(at), "nsubj" | "obj" | "iobj" | "obl" | "nmod" | "csubj");
    let means = |&at: &usize| !matches!(arcs.relation(at), "punct" | "case" | "cc" | "mark" | "advmod");
    let found = inside().find(argues).or_else(|| inside().find(means)).or_else(|| inside().next());
    found.unwrap_or(span.start)
}
