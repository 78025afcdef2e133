//! The data between stages as lines of text.

use std::fmt::Debug;

use aliansi::model::{Actor, Claim, Document, Graph, Mention, Office, Sentence, Token};
use serde::Serialize;

/// One line a token: form, lemma, part of speech, voice, offsets; a line before each sentence.
pub fn tokens(document: &Document, sentences: &[Sentence]) -> String {
    let sentence = |sentence: &Sentence| {
        let text = &document.text[sentence.start..sentence.end];
        let (kind, span) = (word(sentence.kind), span(sentence.start, sentence.end));
        let lines: String = sentence.tokens.iter().map(token).collect();
        format!("# {} {kind} paragraph {} {span} {text}\n{lines}", sentence.index, sentence.paragraph)
    };
    sentences.iter().map(sentence).collect()
}

fn token(token: &Token) -> String {
    let voice = token.voice.map_or("-".to_owned(), word);
    let span = span(token.start, token.end);
    format!("{}\t{}\t{}\t{voice}\t{span}\n", token.form, token.lemma, word(token.upos))
}

/// One line a mention: sentence, offsets, kind, words, actors, office.
pub fn mentions(document: &Document, mentions: &[Mention]) -> String {
    let mention = |mention: &Mention| {
        let place = if mention.place { "?" } else { "" };
        let words = &document.text[mention.start..mention.end];
        let office = |office: &Office| format!("{} of {}", office.role, ids(&office.of.actors));
        let offices: Vec<String> = mention.offices.iter().map(office).collect();
        let office = if offices.is_empty() { "-".to_owned() } else { offices.join(", ") };
        let (kind, span) = (word(mention.kind), span(mention.start, mention.end));
        format!("{}\t{span}\t{kind}{place}\t{words}\t{}\t{office}\n", mention.sentence, ids(&mention.actors))
    };
    mentions.iter().map(mention).collect()
}

/// `claims.jsonl`.
pub fn claims(claims: &[Claim]) -> String {
    claims.iter().map(|claim| serde_json::to_string(claim).unwrap() + "\n").collect()
}

/// One line an actor, then one line an edge.
pub fn graph(graph: &Graph) -> String {
    let nodes = graph.network.node_weights();
    let nodes = nodes
        .map(|node| format!("{} ({}): {}\n", node.actor.id, word(node.actor.kind), counts(&node.mentions)));
    let edges = graph.edges().map(|(subject, edge, object)| {
        let plain = if edge.plain { "plain" } else { "held back" };
        format!(
            "{} {} {}: {plain}, confidence {:.4}, origins {}, weight {:.4}, {}{}\n",
            subject.actor.id,
            edge.relation,
            object.actor.id,
            edge.confidence,
            edge.origins,
            edge.weight,
            counts(&edge.statuses),
            if edge.contested { ", contested" } else { "" },
        )
    });
    nodes.chain(["\n".to_owned()]).chain(edges).collect()
}

fn counts<'a, K: Debug + 'a>(counts: impl IntoIterator<Item = (&'a K, &'a usize)>) -> String {
    let counts: Vec<String> = counts.into_iter().map(|(key, count)| format!("{count}× {key:?}")).collect();
    counts.join(", ")
}

fn ids(actors: &[Actor]) -> String {
    actors.iter().map(|actor| actor.id.as_str()).collect::<Vec<_>>().join(" ")
}

fn span(start: usize, end: usize) -> String {
    format!("{start}..{end}")
}

/// A value of a plain enum as records write it.
fn word(value: impl Serialize) -> String {
    serde_json::to_value(value).unwrap().as_str().unwrap().to_owned()
}
