//! Names that the document itself abbreviates and no data holds: "Free People's Front (FPF)", "FRM (Front Rakyat Merdeka)".

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::context::{Context, covering, form_at};
use crate::model::{Mention, Sentence, Upos};

/// Longest name, in tokens.
const LONGEST: usize = 12;

/// The long and short forms that a document explains.
#[derive(Debug, Default)]
pub struct Definitions {
    names: Vec<Name>,
    /// Index of the names by their first word, long and short.
    first: FxHashMap<String, Vec<usize>>,
}

#[derive(Debug)]
struct Name {
    label: String,
    long: Vec<String>,
    short: String,
}

impl Definitions {
    /// Reads the brackets of all sentences; `mentions` are the actors that the data knows in one.
    pub fn new<'m>(
        context: Context<'_>,
        sentences: &[Sentence],
        mentions: impl Fn(&Sentence) -> &'m [Mention],
    ) -> Self {
        let mut definitions = Self::default();
        for sentence in sentences {
            for open in (1..sentence.tokens.len()).filter(|&at| sentence.tokens[at].form == "(") {
                let inner = covering(mentions(sentence), open);
                let known = |long: &Range<usize>| inner.is_some_and(|mention| mention.first <= long.start);
                if let Some((long, short)) =
                    explained(context, sentence, open).filter(|(long, _)| !known(long))
                {
                    definitions.add(context, sentence, long, short);
                }
            }
        }
        definitions
    }

    fn add(&mut self, context: Context<'_>, sentence: &Sentence, long: Range<usize>, short: usize) {
        let label = context.span(sentence, long.start, long.end).to_owned();
        let long: Vec<String> = sentence.tokens[long].iter().map(|token| token.form.clone()).collect();
        let short = sentence.tokens[short].form.clone();
        for word in [&long[0], &short] {
            self.first.entry(word.clone()).or_default().push(self.names.len());
        }
        self.names.push(Name { label, long, short });
    }

    /// The name that begins at a token: what it is called, the tokens it takes, and the index after its other form in
    /// brackets behind it.
    pub fn at(
        &self,
        context: Context<'_>,
        sentence: &Sentence,
        at: usize,
    ) -> Option<(&str, Range<usize>, usize)> {
        let token = sentence.tokens.get(at).filter(|token| token.capitalized)?;
        let names = self.first.get(&token.form)?.iter().map(|&name| &self.names[name]);
        let mut found = names.filter_map(|name| Some((name, at + name.length(context, sentence, at)?)));
        let (name, end) = found.next()?;
        Some((&name.label, at..end, name.bracket_end(sentence, end).unwrap_or(end)))
    }

    /// Takes away the mentions of other actors inside such names: the "Libyan People's Front (LPF)" is not Libya.
    pub fn clear(&self, context: Context<'_>, sentence: &Sentence, mentions: &mut Vec<Mention>) {
        for at in 0..sentence.tokens.len() {
            if let Some((_, range, end)) = self.at(context, sentence, at) {
                mentions.retain(|mention| !(range.start..end).contains(&mention.first));
            }
        }
    }
}

impl Name {
    /// How many tokens the long or the short form takes at a position.
    fn length(&self, context: Context<'_>, sentence: &Sentence, at: usize) -> Option<usize> {
        let form = form_at(sentence, at);
        let long = self.long.iter().enumerate().all(|(offset, word)| form(offset) == Some(word));
        let capitals = || context.text(&sentence.tokens[at]).chars().all(char::is_uppercase);
        let short = || form(0) == Some(&self.short) && capitals();
        if long { Some(self.long.len()) } else { short().then_some(1) }
    }

    /// Index after the brackets behind one form that hold the other one.
    fn bracket_end(&self, sentence: &Sentence, open: usize) -> Option<usize> {
        let form = form_at(sentence, open);
        let (short, long) = (form(1) == Some(&self.short), form(1) == self.long.first().map(String::as_str));
        let close = open + 1 + if short { 1 } else { self.long.len() };
        let closed = sentence.tokens.get(close).is_some_and(|token| token.form == ")");
        (form(0) == Some("(") && (short || long) && closed).then_some(close + 1)
    }
}

/// The long form and the place of the short one that stand around and in the brackets that open at a token.
fn explained(context: Context<'_>, sentence: &Sentence, open: usize) -> Option<(Range<usize>, usize)> {
    let close = (open + 2..(open + 2 + LONGEST).min(sentence.tokens.len()))
        .find(|&at| sentence.tokens[at].form == ")")?;
    if close == open + 2 && is_short(context, sentence, open + 1) {
        let long = (open.saturating_sub(LONGEST)..open).rev();
        let long = long.take_while(|&at| is_part(context, sentence, at)).find(|&start| {
            stands_for(context, sentence, start..open, open + 1) && sentence.tokens[start].capitalized
        })?;
        return Some((long..open, open + 1));
    }
    let inside = (open + 1..close).all(|at| is_part(context, sentence, at));
    let short = is_short(context, sentence, open - 1) && inside;
    (short && stands_for(context, sentence, open + 1..close, open - 1)).then_some((open + 1..close, open - 1))
}

fn is_short(context: Context<'_>, sentence: &Sentence, at: usize) -> bool {
    let text = context.text(&sentence.tokens[at]);
    text.chars().count() > 1 && text.chars().all(char::is_uppercase)
}

/// Whether a token can stand in such a name: a capitalised word, or a small one that joins two.
fn is_part(context: Context<'_>, sentence: &Sentence, at: usize) -> bool {
    let token = &sentence.tokens[at];
    let joins = ["joiner", "coordinator", "genitive", "article", "intent"];
    token.capitalized && token.upos != Upos::Punct
        || token.form == "-"
        || joins.iter().any(|list| context.is(list, token))
}

/// Whether the capitals of several words are the letters of the short form.
fn stands_for(context: Context<'_>, sentence: &Sentence, long: Range<usize>, short: usize) -> bool {
    let capital = |at: usize| {
        let token = &sentence.tokens[at];
        context.text(token).chars().next().filter(|_| token.capitalized)
    };
    let initials: String = long.clone().filter_map(capital).collect();
    let short = context.text(&sentence.tokens[short]);
    initials.chars().count() > 1 && initials.to_uppercase() == short
}
