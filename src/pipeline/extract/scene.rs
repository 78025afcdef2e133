//! One sentence with all that has been read of it.

use super::chunk::Phrase;
use super::clause::{Clause, Clauses};
use crate::model::{Document, Mention, MentionKind, Sentence, Token, Upos};
use crate::ontology::Ontology;
use crate::ontology::index::LanguageIndex;
use crate::pipeline::detect::form_at;

/// A sentence, its mentions, its clauses.
pub struct Scene<'a> {
    /// The document.
    pub document: &'a Document,
    /// The sentence.
    pub sentence: &'a Sentence,
    /// The mentions of the sentence, in order.
    pub mentions: &'a [Mention],
    /// Its names that no data holds, in order.
    pub unlisted: &'a [Mention],
    /// All that is known.
    pub ontology: &'a Ontology,
    /// The tables of the document's language.
    pub index: &'a LanguageIndex,
    /// Phrases and clauses.
    pub clauses: Clauses,
}

impl Scene<'_> {
    /// The token at an index.
    pub fn token(&self, at: usize) -> &Token {
        &self.sentence.tokens[at]
    }

    /// The phrase with an index.
    pub fn phrase(&self, id: usize) -> &Phrase {
        &self.clauses.phrases[id]
    }

    /// Whether a list of the grammar holds the token.
    pub fn is(&self, list: &str, at: usize) -> bool {
        self.index.forms.is(list, &self.sentence.tokens[at].form)
    }

    /// Whether an entry of a list of the grammar, of one word or several, begins at the token.
    pub fn opens(&self, list: &str, at: usize) -> bool {
        self.index.forms.phrase(list, form_at(self.sentence, at)) > 0
    }

    /// Whether a list of the grammar holds the dictionary form of a clause's verb.
    pub fn is_verb(&self, list: &str, clause: &Clause) -> bool {
        self.index.forms.is(list, &self.token(clause.verb).lemma)
    }

    /// The form of a phrase's preposition.
    pub fn preposition(&self, phrase: usize) -> Option<&str> {
        self.phrase(phrase).preposition.map(|at| self.token(at).form.as_str())
    }

    /// Whether a list of the grammar holds a phrase's preposition.
    pub fn introduces(&self, list: &str, phrase: usize) -> bool {
        self.phrase(phrase).preposition.is_some_and(|at| self.is(list, at))
    }

    /// The phrase that holds a token.
    pub fn phrase_of(&self, token: usize) -> Option<usize> {
        self.clauses.phrases.iter().position(|phrase| phrase.holds(token))
    }

    /// The phrase that a preposition introduces.
    pub fn phrase_behind(&self, preposition: usize) -> Option<usize> {
        self.clauses.phrases.iter().position(|phrase| phrase.preposition == Some(preposition))
    }

    /// The clause whose verb a token is.
    pub fn clause_of(&self, verb: usize) -> Option<usize> {
        self.clauses.clauses.binary_search_by_key(&verb, |clause| clause.verb).ok()
    }

    /// The clause with an index.
    pub fn clause(&self, id: usize) -> &Clause {
        &self.clauses.clauses[id]
    }

    /// The clauses that have the phrase as an object.
    pub fn clause_with_object(&self, phrase: usize) -> Option<usize> {
        self.clauses.clauses.iter().position(|clause| clause.objects.contains(&phrase))
    }

    /// The clause that has a phrase as an oblique.
    pub fn clause_with_oblique(&self, phrase: usize) -> Option<&Clause> {
        self.clauses.clauses.iter().find(|clause| clause.obliques.contains(&phrase))
    }

    /// The clause that has a phrase as an object or an oblique.
    pub fn clause_completed_by(&self, phrase: usize) -> Option<&Clause> {
        let completed =
            |clause: &&Clause| clause.objects.contains(&phrase) || clause.obliques.contains(&phrase);
        self.clauses.clauses.iter().find(completed)
    }

    /// The clause in which a noun stands in any role.
    pub fn clause_around(&self, token: usize) -> Option<usize> {
        let phrase = self.phrase_of(token)?;
        let holds = |clause: &Clause| {
            clause.subject == Some(phrase)
                || clause.objects.contains(&phrase)
                || clause.obliques.contains(&phrase)
        };
        self.clauses.clauses.iter().position(holds)
    }

    /// The same, or the clause of the noun that the noun says more of, where a tree tells that.
    pub fn clause_over(&self, token: usize) -> Option<usize> {
        self.clause_around(token).or_else(|| {
            let phrase = self.phrase_of(token).filter(|_| self.clauses.parsed)?;
            let over = |&at: &usize| self.clauses.modifiers[at].contains(&phrase);
            (0..self.clauses.phrases.len())
                .filter(over)
                .find_map(|at| self.clause_around(self.phrase(at).first()))
        })
    }

    /// The mention that covers a token.
    pub fn mention_at(&self, token: usize) -> Option<&Mention> {
        self.mentions.iter().find(|mention| (mention.first..mention.last).contains(&token))
    }

    /// Whether the token belongs to a name, where no cue may stand; in a group or an office the common nouns do not.
    pub fn in_name(&self, token: usize) -> bool {
        let covers = |name: &Mention| (name.first..name.last).contains(&token);
        let common = |mention: &Mention| {
            let described = matches!(mention.kind, MentionKind::Group | MentionKind::Office);
            described && self.token(token).upos != Upos::Propn
        };
        self.unlisted.iter().any(covers) || self.mention_at(token).is_some_and(|mention| !common(mention))
    }
}
