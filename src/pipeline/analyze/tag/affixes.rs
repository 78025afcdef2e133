//! Languages whose verbs are told by their forms and prefixes.

use super::line::Line;
use super::no_word;
use crate::model::{Token, Upos, Voice};
use crate::ontology::Morphology;
use crate::ontology::index::forms::Forms;
use crate::ontology::index::indonesian;

/// Sets part of speech, lemma and voice of every token.
pub fn tag(tokens: &mut [Token], line: &Line<'_>, forms: &Forms) {
    for at in 0..tokens.len() {
        let named = at > 0 && tokens[at - 1].upos == Upos::Propn;
        let object = tokens.get(at + 1).is_some_and(|next| next.capitalized);
        let context = Context {
            capital_tells: line.capital_tells(tokens, at),
            bare: line.title_case || bare_verb_follows(tokens, at, forms),
            headline: line.title_case && named && object,
            acronym: line.is_acronym(&tokens[at]),
            governed: at > 0 && matches!(tokens[at - 1].upos, Upos::Adp | Upos::Verb),
        };
        let token = &mut tokens[at];
        let (upos, verb) = classify(token, context, forms);
        token.upos = upos;
        if let Some((lemma, voice)) = verb {
            token.lemma = lemma;
            token.voice = Some(voice);
        } else if let Some(base) = indonesian::singular(&token.form) {
            token.lemma = base.to_owned();
        }
    }
    for at in 1..tokens.len() {
        if is_attribute(tokens, at, forms) {
            tokens[at].upos = Upos::Adj;
            tokens[at].lemma = tokens[at].form.clone();
            tokens[at].voice = None;
        }
    }
}

/// "serangan **mematikan** Israel": a verb between its noun and whose the noun is says of what sort it is.
fn is_attribute(tokens: &[Token], at: usize, forms: &Forms) -> bool {
    let owned = tokens.get(at + 1).is_some_and(|next| {
        next.upos == Upos::Propn || next.upos == Upos::Adp || forms.is("demonstrative", &next.form)
    });
    tokens[at].upos == Upos::Verb
        && owned
        && tokens[at - 1].upos == Upos::Noun
        && forms.is("attribute", &tokens[at].form)
}

#[derive(Clone, Copy)]
struct Context {
    /// A capital letter here means a name.
    capital_tells: bool,
    /// A bare stem here is a verb.
    bare: bool,
    /// In a headline between a name and another word in capitals, where even a noun may be a bare verb.
    headline: bool,
    /// The word is in capitals alone.
    acronym: bool,
    /// Behind a verb or a preposition: "menolak **klaim** X" tells of a claim, "klaim X" alone of who makes it.
    governed: bool,
}

/// Whether a bare stem may be a verb: after an agent pronoun, a negation or an auxiliary.
fn bare_verb_follows(tokens: &[Token], at: usize, forms: &Forms) -> bool {
    at > 0
        && (forms.is("pronominal_agent", &tokens[at - 1].form)
            || matches!(tokens[at - 1].upos, Upos::Part | Upos::Aux))
}

fn classify(token: &Token, context: Context, forms: &Forms) -> (Upos, Option<(String, Voice)>) {
    let form = token.form.as_str();
    if let Some(upos) = no_word(form) {
        return (upos, None);
    }
    // "Anda" has its capital letter from politeness.
    let pronoun = !context.acronym && forms.is("pronominal_agent", form);
    if token.capitalized && context.capital_tells && !pronoun {
        return (Upos::Propn, None);
    }
    if let Some(upos) = forms.closed(form).filter(|_| !context.acronym) {
        return (upos, None);
    }
    open_class(token, context, forms)
}

fn open_class(token: &Token, context: Context, forms: &Forms) -> (Upos, Option<(String, Voice)>) {
    let form = token.form.as_str();
    if context.acronym {
        return (Upos::Propn, None);
    }
    if let Some((lemma, voice)) = verb(form, context, forms) {
        return (Upos::Verb, Some((lemma, voice)));
    }
    if let Some(upos) = forms.open(indonesian::singular(form).unwrap_or(form)) {
        return (upos, None);
    }
    let prefixed = forms.morphology() == Morphology::Indonesian && !token.capitalized;
    match indonesian::verb_by_prefix(form).filter(|_| prefixed) {
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
        Voice::Bare if noun && context.governed => None,
        Voice::Bare if noun || !context.bare => forms.is("speech", form).then(|| (lemma.to_owned(), voice)),
        Voice::Passive if noun => None,
        _ => Some((lemma.to_owned(), voice)),
    }
}
