//! Which words a tree puts into one noun phrase, for languages whose heads stand last.

use crate::model::{Sentence, Token, Upos};

/// For each token the head of its noun phrase; `None` for a sentence without a tree.
pub fn heads(sentence: &Sentence) -> Option<Vec<usize>> {
    let tokens = &sentence.tokens;
    sentence.is_parsed().then(|| joined(tokens, (0..tokens.len()).map(|at| head(tokens, at)).collect()))
}

/// "economic **and** trade cooperation": what joins two modifiers of a noun stands inside its phrase.
fn joined(tokens: &[Token], mut heads: Vec<usize>) -> Vec<usize> {
    for at in 1..tokens.len().saturating_sub(1) {
        let joins = matches!(tokens[at].relation.as_str(), "cc" | "punct");
        if joins && heads[at - 1] == heads[at + 1] && heads[at - 1] > at + 1 {
            heads[at] = heads[at + 1];
        }
    }
    heads
}

fn head(tokens: &[Token], token: usize) -> usize {
    let mut at = token;
    // A tree has no cycle, so the way up ends.
    while let Some(above) = tokens[at].head.filter(|_| is_inside(tokens, at)) {
        at = above as usize;
    }
    at
}

/// Whether a token belongs to the phrase of its head.
fn is_inside(tokens: &[Token], at: usize) -> bool {
    let above = tokens[at].head.map(|head| &tokens[head as usize]);
    let nominal = above.is_some_and(|head| !matches!(head.upos, Upos::Verb | Upos::Aux));
    match tokens[at].relation.as_str() {
        "nmod:poss" | "nmod:desc" | "nmod:unmarked" | "nmod:npmod" | "det:predet" | "flat" | "flat:name" => {
            true
        }
        "case" => tokens[at].upos == Upos::Part,
        "punct" => matches!(tokens[at].form.as_str(), "-" | "–"),
        "compound" | "amod" | "det" | "nummod" | "goeswith" | "advmod" | "obl:unmarked" | "obl:npmod" => {
            nominal
        }
        "conj" => {
            above.is_some_and(|first| is_modifier(first) && first.head.is_some_and(|noun| noun as usize > at))
        }
        _ => false,
    }
}

fn is_modifier(token: &Token) -> bool {
    matches!(token.relation.as_str(), "amod" | "compound")
}
