//! Tokens → parts of speech, dictionary forms, voices, from lists and prefixes.

use crate::model::{SentenceKind, Token, Upos, Voice};
use crate::ontology::index::forms::Forms;
use crate::ontology::index::indonesian;

/// Sets part of speech, lemma and voice of every token.
///
/// Closed classes come first, then verbs whose forms are known, listed words, prefixes; what is left is a
/// proper noun when capitalised where that says something, else a noun.
pub fn tag(tokens: &mut [Token], text: &str, kind: SentenceKind, forms: &Forms) {
    let title_case = kind != SentenceKind::Body && is_title_case(tokens);
    let capitals = !tokens.iter().any(|token| text[token.start..token.end].contains(char::is_lowercase));
    for at in 0..tokens.len() {
        let open = opens(tokens, at);
        let bare = title_case || bare_verb_follows(tokens, at, forms);
        let named = at > 0 && tokens[at - 1].upos == Upos::Propn;
        let object = tokens.get(at + 1).is_some_and(|next| next.capitalized);
        let context = Context {
            capital_tells: !title_case && !open,
            bare,
            headline: title_case && named && object,
            capitals,
        };
        let token = &mut tokens[at];
        let (upos, verb) = classify(token, &text[token.start..token.end], context, forms);
        token.upos = upos;
        if let Some((lemma, voice)) = verb {
            token.lemma = lemma;
            token.voice = Some(voice);
        } else if let Some(base) = indonesian::singular(&token.form) {
            token.lemma = base.to_owned();
        }
    }
}

#[derive(Clone, Copy)]
struct Context {
    /// A capital letter here means a name.
    capital_tells: bool,
    /// A bare stem here is a verb.
    bare: bool,
    /// The whole line is in capitals.
    capitals: bool,
    /// In a headline between a name and another word in capitals, where even a noun may be a bare verb.
    headline: bool,
}

/// Most words of a headline in title case begin with a capital.
pub(in crate::pipeline) fn is_title_case(tokens: &[Token]) -> bool {
    let letters = |token: &&Token| token.form.chars().next().is_some_and(char::is_alphabetic);
    let words = tokens.iter().filter(letters).count();
    let capitals = tokens.iter().filter(letters).filter(|token| token.capitalized).count();
    words > 1 && capitals * 10 >= words * 7
}

/// The first word of a sentence or quotation is capitalised whatever it is.
fn opens(tokens: &[Token], at: usize) -> bool {
    tokens[..at].iter().rev().find(|token| token.upos != Upos::Punct).is_none()
        || matches!(tokens[at - 1].form.as_str(), "“" | "\"" | ":" | "‘")
}

/// Whether a bare stem may be a verb: after an agent pronoun, a negation or an auxiliary.
fn bare_verb_follows(tokens: &[Token], at: usize, forms: &Forms) -> bool {
    at > 0
        && (forms.is("pronominal_agent", &tokens[at - 1].form)
            || matches!(tokens[at - 1].upos, Upos::Part | Upos::Aux))
}

fn classify(token: &Token, text: &str, context: Context, forms: &Forms) -> (Upos, Option<(String, Voice)>) {
    let form = token.form.as_str();
    if !form.chars().any(char::is_alphanumeric) {
        return (Upos::Punct, None);
    }
    if form.starts_with(|c: char| c.is_ascii_digit()) {
        return (Upos::Num, None);
    }
    if token.capitalized && context.capital_tells {
        return (Upos::Propn, None);
    }
    let acronym =
        !context.capitals && text.len() > 1 && text.chars().all(|c| c.is_uppercase() || c.is_numeric());
    if let Some(upos) = forms.closed(form).filter(|_| !acronym) {
        return (upos, None);
    }
    open_class(token, context, acronym, forms)
}

fn open_class(
    token: &Token,
    context: Context,
    acronym: bool,
    forms: &Forms,
) -> (Upos, Option<(String, Voice)>) {
    let form = token.form.as_str();
    if acronym {
        return (Upos::Propn, None);
    }
    if let Some((lemma, voice)) = verb(form, context, forms) {
        return (Upos::Verb, Some((lemma, voice)));
    }
    if let Some(upos) = forms.open(indonesian::singular(form).unwrap_or(form)) {
        return (upos, None);
    }
    match indonesian::verb_by_prefix(form).filter(|_| forms.has_possessive() && !token.capitalized) {
        Some(voice) => (Upos::Verb, Some((form.to_owned(), voice))),
        None if token.capitalized => (Upos::Propn, None),
        None => (Upos::Noun, None),
    }
}

fn verb(form: &str, context: Context, forms: &Forms) -> Option<(String, Voice)> {
    let base = form.strip_suffix("lah").or_else(|| form.strip_suffix("kah")).unwrap_or(form);
    let (lemma, voice) = forms.verb(form).or_else(|| forms.verb(base))?;
    let noun = forms.open(form).is_some();
    match voice {
        Voice::Bare if context.headline => Some((lemma.to_owned(), voice)),
        Voice::Bare if noun || !context.bare => forms.is("speech", form).then(|| (lemma.to_owned(), voice)),
        Voice::Passive if noun => None,
        _ => Some((lemma.to_owned(), voice)),
    }
}
