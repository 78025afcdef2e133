//! Names that no data holds, and what the text shows of what they name.

use std::ops::Range;

use rustc_hash::FxHashSet;
use serde::Serialize;

use super::actors;
use super::context::{Context, covering, form_at};
use super::definitions::Definitions;
use super::persons::{is_person, name_end};
use crate::model::{
    ActorKind, Document, Mention, MentionKind, Sentence, SentenceKind, Token, Upos, split_unlisted,
};
use crate::ontology::Ontology;
use crate::pipeline::analyze::is_title_case;
use crate::words::fold;

/// What a name names, as far as the text shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sort {
    /// A title, an honorific or a verb of saying stands beside it.
    Person,
    /// A group word stands before it, or its initials in brackets behind it.
    Organization,
    /// A word of place stands before it.
    Place,
    /// The text does not show it.
    Unknown,
}

/// A name that the ontology does not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unlisted {
    /// The name: of a person the longest form met so far in the document.
    pub name: String,
    /// What it names.
    pub sort: Sort,
    /// Index of the sentence in the document.
    pub sentence: usize,
    /// First byte in the document's text.
    pub start: usize,
    /// Byte after the name.
    pub end: usize,
}

/// The names of a document that the ontology does not hold, in the order of the text.
///
/// Left out are words of lines whose capitals say nothing (title case, lines in capitals), words of other headlines that
/// the text does not write with a capital, words that only begin a sentence, days, months, and names that the data holds
/// and rules out where they stand ("dolar AS").
pub fn unlisted(
    document: &Document,
    sentences: &[Sentence],
    mentions: &[Mention],
    ontology: &Ontology,
) -> Vec<Unlisted> {
    let Some(index) = document.language.as_deref().and_then(|code| ontology.index().language(code)) else {
        return Vec::new();
    };
    let context = Context { document, ontology, index };
    let survey = Survey::new(context, sentences, |sentence| of(mentions, sentence));
    sentences.iter().flat_map(|sentence| survey.sentence(sentence, of(mentions, sentence))).collect()
}

/// The mentions of a sentence whose actors are known.
fn of<'a>(mentions: &'a [Mention], sentence: &Sentence) -> &'a [Mention] {
    let first = mentions.partition_point(|mention| mention.sentence < sentence.index);
    let last = mentions.partition_point(|mention| mention.sentence <= sentence.index);
    split_unlisted(&mentions[first..last]).0
}

/// Days and months of all languages, in lower case.
fn calendar(ontology: &Ontology) -> FxHashSet<&str> {
    let dates = ontology.languages.values().map(|language| &language.dates);
    let words = dates.flat_map(|dates| dates.months.iter().chain(&dates.weekdays).flatten());
    words.map(String::as_str).collect()
}

/// The words that stand with a capital letter where that says something.
fn capitals_inside<'a>(document: &Document, sentences: &'a [Sentence]) -> FxHashSet<&'a str> {
    let telling =
        |sentence: &&Sentence| sentence.kind != SentenceKind::Heading && !is_title_case(&sentence.tokens);
    let inside = sentences.iter().filter(telling).flat_map(|sentence| {
        let tokens = sentence.tokens.iter().enumerate();
        tokens.filter(|(at, token)| token.capitalized && !opens(document, sentence, *at))
    });
    inside.map(|(_, token)| token.form.as_str()).collect()
}

/// Whether a word begins a sentence, a quotation, or what follows a colon or dash, where every word has a capital.
fn opens(document: &Document, sentence: &Sentence, at: usize) -> bool {
    let before = sentence.tokens[..at].iter().rev().find(|token| token.upos != Upos::Punct);
    let mark = sentence.tokens[..at].last().map_or("", |token| &document.text[token.start..token.end]);
    let dash = matches!(mark, "–" | "—" | "-") && sentence.tokens[at].spaced;
    before.is_none() || dash || matches!(mark, "“" | "\"" | ":" | "‘")
}

/// Looks for the names of a document that the ontology does not hold.
pub(super) struct Survey<'a> {
    context: Context<'a>,
    inside: FxHashSet<&'a str>,
    calendar: FxHashSet<&'a str>,
    /// The names that the document abbreviates.
    pub(super) definitions: Definitions,
}

impl<'a> Survey<'a> {
    /// A survey of a document, whose sentences show which words are written with a capital letter; `mentions` are the actors
    /// that the data knows in one.
    pub(super) fn new<'m>(
        context: Context<'a>,
        sentences: &'a [Sentence],
        mentions: impl Fn(&Sentence) -> &'m [Mention],
    ) -> Self {
        let inside = capitals_inside(context.document, sentences);
        let definitions = Definitions::new(context, sentences, mentions);
        Self { context, inside, calendar: calendar(context.ontology), definitions }
    }

    /// Mentions of the names in a sentence that can be actors; `mentions` are the others.
    pub(super) fn mentions(&self, sentence: &Sentence, mentions: &[Mention]) -> Vec<Mention> {
        let names = self.names(sentence, mentions).into_iter();
        let stranger = |name: Range<usize>| {
            let defined = self.definitions.at(self.context, sentence, name.start);
            if let Some((label, ..)) = defined {
                let actor = actors::stranger(label, ActorKind::Organization);
                return Some(self.context.mention(sentence, name, vec![actor], MentionKind::Unlisted));
            }
            let kind = match self.sort(sentence, &name, mentions) {
                Sort::Person => ActorKind::Person,
                Sort::Organization => ActorKind::Organization,
                Sort::Unknown => ActorKind::Unknown,
                Sort::Place => return None,
            };
            let actor = actors::stranger(self.context.span(sentence, name.start, name.end), kind);
            Some(self.context.mention(sentence, name, vec![actor], MentionKind::Unlisted))
        };
        names.filter_map(stranger).collect()
    }

    fn sentence(&self, sentence: &Sentence, mentions: &[Mention]) -> Vec<Unlisted> {
        let mut found: Vec<Unlisted> = mentions.iter().filter_map(|mention| self.person(mention)).collect();
        let names = self.names(sentence, mentions).into_iter();
        found.extend(names.map(|name| self.unlisted(sentence, name, mentions)));
        found.sort_by_key(|name| name.start);
        found
    }

    /// The names in a sentence, in order; none where nearly every word has a capital: only the grammar shows one there.
    fn names(&self, sentence: &Sentence, mentions: &[Mention]) -> Vec<Range<usize>> {
        let (mut found, mut at) = (Vec::new(), 0);
        let telling = !is_title_case(&sentence.tokens);
        while at < sentence.tokens.len() {
            if let Some((name, end)) = self.defined(sentence, at, mentions) {
                found.push(name);
                at = end;
                continue;
            }
            let name = self.name(sentence, at, mentions).filter(|_| telling);
            at = name.as_ref().map_or(at + 1, |name| name.end);
            found.extend(name.filter(|name| self.counts(sentence, name)));
        }
        found
    }

    /// The name at a token that the document abbreviates, and the index after its brackets.
    fn defined(&self, sentence: &Sentence, at: usize, mentions: &[Mention]) -> Option<(Range<usize>, usize)> {
        let (_, name, end) = self.definitions.at(self.context, sentence, at)?;
        name.clone().all(|at| covering(mentions, at).is_none()).then_some((name, end))
    }

    /// A person whom only the document knows.
    fn person(&self, mention: &Mention) -> Option<Unlisted> {
        let [actor] = &mention.actors[..] else { return None };
        let named = mention.kind == MentionKind::Name && is_person(mention);
        let honorific = self.context.index.forms.is("honorific", &fold(&actor.label));
        (named && !honorific && self.context.ontology.actor(&actor.id).is_none()).then(|| Unlisted {
            name: actor.label.clone(),
            sort: Sort::Person,
            sentence: mention.sentence,
            start: mention.start,
            end: mention.end,
        })
    }

    /// The name that begins at a token: a run of capitalised words that no mention holds, with the word before it that
    /// makes one name of both ("**Laut** China Selatan").
    fn name(&self, sentence: &Sentence, at: usize, mentions: &[Mention]) -> Option<Range<usize>> {
        let token = &sentence.tokens[at];
        let container = token.capitalized && self.context.is("container", token);
        let first = at + usize::from(container);
        if covering(mentions, at).is_some() || !self.starts(sentence, first, mentions) {
            return None;
        }
        let end = self.end(sentence, first, mentions)?;
        let cut = (first..end).find(|&at| self.is_calendar(&sentence.tokens[at])).unwrap_or(end);
        let last = (first..cut).rev().find(|&at| sentence.tokens[at].capitalized)?;
        Some(if self.only_begins(sentence, at) { first..last + 1 } else { at..last + 1 })
    }

    /// The token after the capitalised words from `first` on, common ones ("**Liberation** Tigers") and those behind "of"
    /// included. `None` if the name runs on into one that is known: both together name something else.
    fn end(&self, sentence: &Sentence, first: usize, mentions: &[Mention]) -> Option<usize> {
        let common = (first..sentence.tokens.len()).take_while(|&at| self.is_common(sentence, at, mentions));
        let head = first + common.count();
        let mut end =
            name_end(self.context, sentence, head, mentions).or((head > first + 1).then_some(head))?;
        while let Some(next) = self.joined(sentence, end) {
            end = name_end(self.context, sentence, next, mentions)
                .filter(|_| covering(mentions, next).is_none())?;
        }
        Some(end)
    }

    /// A word of the lexicon that is written as a part of a name, where every noun of a name has a capital letter.
    fn is_common(&self, sentence: &Sentence, at: usize, mentions: &[Mention]) -> bool {
        let token = &sentence.tokens[at];
        let role = self.context.index.names.roles.contains_word(&token.form);
        let word = self.context.index.forms.open(&token.form).is_some() && !role;
        let free = covering(mentions, at).is_none() && !self.is_calendar(token);
        self.context.heads_last() && word && free && token.capitalized && token.upos == Upos::Propn
    }

    /// The capitalised word behind "of" or "for" and an article, if a name can go on with it.
    fn joined(&self, sentence: &Sentence, at: usize) -> Option<usize> {
        let tokens = &sentence.tokens;
        let joiner = tokens.get(at).is_some_and(|token| self.context.is("joiner", token));
        let article = tokens.get(at + 1).is_some_and(|token| token.upos == Upos::Det);
        let next = at + 1 + usize::from(article);
        let capital = tokens.get(next).is_some_and(|token| token.capitalized && token.upos == Upos::Propn);
        (joiner && capital).then_some(next)
    }

    fn starts(&self, sentence: &Sentence, at: usize, mentions: &[Mention]) -> bool {
        let Some(token) = sentence.tokens.get(at) else { return false };
        let name = token.upos == Upos::Propn && token.capitalized && covering(mentions, at).is_none();
        let compound = !token.spaced && at > 0 && sentence.tokens[at - 1].form == "-";
        name && !compound && !self.is_calendar(token) && !self.only_begins(sentence, at)
    }

    /// More than initials, none that the data rules out here, and in a headline one that the text holds.
    fn counts(&self, sentence: &Sentence, name: &Range<usize>) -> bool {
        let tokens = &sentence.tokens[name.clone()];
        let mut senses = self.context.index.names.actors.at(form_at(sentence, name.start));
        let listed = senses.any(|phrase| phrase.folded.len() == name.len());
        let told = |token: &Token| !token.capitalized || self.inside.contains(token.form.as_str());
        let heading = sentence.kind == SentenceKind::Heading;
        let letters = tokens.iter().any(|token| token.form.chars().count() > 1);
        letters && !listed && (!heading || tokens.iter().all(told))
    }

    fn is_calendar(&self, token: &Token) -> bool {
        self.calendar.contains(token.form.as_str())
    }

    /// A word that has its capital letter from its place alone.
    fn only_begins(&self, sentence: &Sentence, at: usize) -> bool {
        opens(self.context.document, sentence, at)
            && !self.inside.contains(sentence.tokens[at].form.as_str())
            && !self.begins_name(sentence, at)
    }

    /// A word that no list holds, with a capitalised one behind it: "**Karim** Ouattara said".
    fn begins_name(&self, sentence: &Sentence, at: usize) -> bool {
        let proper = |at: usize| {
            let token = sentence.tokens.get(at);
            token.is_some_and(|token| token.capitalized && token.upos == Upos::Propn)
        };
        let unknown = self.context.index.forms.open(&sentence.tokens[at].form).is_none();
        unknown && proper(at) && proper(at + 1)
    }

    fn unlisted(&self, sentence: &Sentence, name: Range<usize>, mentions: &[Mention]) -> Unlisted {
        Unlisted {
            name: self.context.span(sentence, name.start, name.end).to_owned(),
            sort: self.sort(sentence, &name, mentions),
            sentence: sentence.index,
            start: sentence.tokens[name.start].start,
            end: sentence.tokens[name.end - 1].end,
        }
    }

    fn sort(&self, sentence: &Sentence, name: &Range<usize>, mentions: &[Mention]) -> Sort {
        let before = name.start.checked_sub(1).map(|at| &sentence.tokens[at]);
        let is = |list: &str| before.is_some_and(|token| self.context.is(list, token));
        let groups = &self.context.index.names.groups;
        let of_group = before.is_some_and(|token| groups.contains_word(&token.form));
        if is("honorific") {
            Sort::Person
        } else if of_group || self.has_initials(sentence, name, mentions) {
            Sort::Organization
        } else if is("place") || is("location") {
            Sort::Place
        } else {
            Sort::Unknown
        }
    }

    /// "Dewan Kerja Sama Teluk (**DKST**)"
    fn has_initials(&self, sentence: &Sentence, name: &Range<usize>, mentions: &[Mention]) -> bool {
        let form = form_at(sentence, name.end);
        let (Some("("), Some(short), Some(")")) = (form(0), form(1), form(2)) else { return false };
        let words = sentence.tokens[name.clone()].iter().filter(|token| token.capitalized);
        let initials: String = words.filter_map(|token| token.form.chars().next()).collect();
        name.len() > 1 && short == initials && covering(mentions, name.end + 1).is_none()
    }
}
