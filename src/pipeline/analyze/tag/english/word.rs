//! What an English form can be, whatever stands around it.

use super::super::line::Line;
use super::super::no_word;
use crate::model::{Token, Upos};
use crate::ontology::index::english::{Inflections, Verb};
use crate::ontology::index::forms::Forms;

/// What a form can be.
#[derive(Debug)]
pub struct Word {
    /// The part of speech, where the form alone says it.
    pub fixed: Option<Upos>,
    /// The part of speech of the closed class that lists it, where it can be a verb too ("have", "back").
    pub closed: Option<Upos>,
    /// The verbs that it can belong to.
    pub verbs: Vec<Verb>,
    /// A listed noun or the plural of one.
    pub noun: bool,
    /// A listed adjective or adverb.
    pub listed: Option<Upos>,
    /// "Russian": a name, or an adjective before a noun.
    pub name_adjective: bool,
}

impl Word {
    /// The word at a position; the parts of speech before it are set where they are fixed.
    pub fn new(tokens: &[Token], at: usize, line: &Line<'_>, forms: &Forms) -> Self {
        let token = &tokens[at];
        let mut word = Self {
            fixed: None,
            closed: None,
            verbs: Vec::new(),
            noun: false,
            listed: None,
            name_adjective: false,
        };
        word.fixed = no_word(&token.form).map(|upos| mark(tokens, at).unwrap_or(upos));
        if token.capitalized && forms.is_name_adjective(&token.form) {
            word.name_adjective = true;
            return word;
        }
        if word.fixed.is_none()
            && (line.is_acronym(token) || token.capitalized && line.capital_tells(tokens, at))
        {
            word.fixed = Some(Upos::Propn);
        }
        if word.fixed.is_none() {
            word.look_up(tokens, at, forms);
        }
        word
    }

    fn look_up(&mut self, tokens: &[Token], at: usize, forms: &Forms) {
        let token = &tokens[at];
        let form = token.form.as_str();
        if is_contraction(tokens, at, forms) {
            self.fixed = Some(Upos::Aux);
            return;
        }
        self.closed = forms.closed(form);
        self.verbs = forms.english_verbs(form);
        if self.closed.is_some() && self.verbs.is_empty() {
            self.fixed = self.closed;
            return;
        }
        self.listed = forms.open(form).filter(|upos| *upos != Upos::Noun);
        let singular =
            || forms.singular(form).is_some_and(|singular| forms.open(&singular) == Some(Upos::Noun));
        self.noun = forms.open(form) == Some(Upos::Noun) || self.closed.is_none() && singular();
        let modal = at > 0 && forms.is("modal", &tokens[at - 1].form);
        if modal && self.noun && self.verbs.is_empty() {
            self.verbs = vec![forms.guessed_verb(form)];
        }
        // No sentence of news begins with an imperative.
        let name = token.capitalized && !self.noun && self.listed.is_none() && self.closed.is_none();
        if name && self.verbs.iter().all(|verb| verb.forms == Inflections::BASE) {
            self.fixed = Some(Upos::Propn);
            return;
        }
        let known = self.noun || self.listed.is_some() || self.closed.is_some() || !self.verbs.is_empty();
        if !known {
            self.guess(tokens, at, forms);
        }
    }

    /// A word that no list knows is a verb where only one can stand, and may be one by its ending.
    fn guess(&mut self, tokens: &[Token], at: usize, forms: &Forms) {
        let form = tokens[at].form.as_str();
        let left = at.checked_sub(1).map(|left| tokens[left].form.as_str());
        let guessed = guessed(&tokens[at]);
        let infinitive = left.is_some_and(|left| left == "to" || forms.is("modal", left));
        let participle = form.len() > 5 && (form.ends_with("ed") || form.ends_with("ing"));
        if guessed == Upos::Noun && (infinitive || participle) {
            self.verbs = vec![forms.guessed_verb(form)];
        } else {
            self.fixed = Some(guessed);
        }
    }

    /// Whether a form of some verb can be one of these.
    pub fn can_be(&self, inflections: Inflections) -> bool {
        self.verbs.iter().any(|verb| verb.forms.any(inflections))
    }

    /// Whether it is a name or an adjective made from one.
    pub fn is_name(&self) -> bool {
        self.name_adjective || self.fixed == Some(Upos::Propn)
    }

    /// Whether it can be nothing but a verb in a tense.
    pub fn is_surely_finite(&self) -> bool {
        let only = |verb: &Verb| {
            !verb.forms.any(Inflections::GERUND.or(Inflections::PARTICIPLE).or(Inflections::BASE))
        };
        !self.noun && self.listed.is_none() && !self.verbs.is_empty() && self.verbs.iter().all(only)
    }
}

/// "allies' support": an apostrophe that closes no quotation is a genitive.
fn mark(tokens: &[Token], at: usize) -> Option<Upos> {
    let token = &tokens[at];
    let apostrophe = matches!(token.form.as_str(), "'" | "’") && !token.spaced;
    let plural = at > 0 && tokens[at - 1].form.ends_with('s');
    let opened = tokens[..at]
        .iter()
        .any(|token| matches!(token.form.as_str(), "'" | "‘") && token.upos == Upos::Punct);
    let goes_on = tokens.get(at + 1).is_some_and(|next| next.spaced);
    (apostrophe && plural && !opened && goes_on).then_some(Upos::Part)
}

/// "it's", "that's": a clitic that is a verb.
fn is_contraction(tokens: &[Token], at: usize, forms: &Forms) -> bool {
    let clitic = tokens[at].form.starts_with(['\'', '’']) && !tokens[at].spaced;
    clitic && forms.is("genitive", &tokens[at].form) && at > 0 && forms.is("contracted", &tokens[at - 1].form)
}

/// The part of speech of a word that no list knows.
fn guessed(token: &Token) -> Upos {
    const ADJECTIVES: [&str; 9] = ["ous", "ful", "ive", "able", "ible", "ical", "less", "ary", "ish"];
    let form = token.form.as_str();
    if token.capitalized {
        Upos::Propn
    } else if form.len() > 4 && form.ends_with("ly") {
        Upos::Adv
    } else if form.len() > 5 && ADJECTIVES.iter().any(|ending| form.ends_with(ending))
        || form.contains('-') && form.ends_with("ed")
    {
        Upos::Adj
    } else {
        Upos::Noun
    }
}
