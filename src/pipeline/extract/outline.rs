//! What was read of a sentence, for people who look for the reason of a claim.

use std::ops::Range;

use super::bind::bind;
use super::filler::Filler;
use super::scene::Scene;
use super::{chunk, clause, cue, tree};
use crate::model::{Document, Mention, Sentence, split_unlisted};
use crate::ontology::Ontology;

/// The phrases and clauses of a sentence, one a line: `P` a phrase with its preposition and members, `V` a verb with
/// its link, the clause above, and the phrases of its subject, objects and obliques.
///
/// Of a sentence with a tree, below the line `tree`, the clauses once more as the tree gives them, and the phrases that have
/// prepositional phrases below them. Last the cues with their frames and the actors that the chunks, and the tree, bind to them:
/// `?` where a role stays empty.
pub fn outline(
    document: &Document,
    sentence: &Sentence,
    mentions: &[Mention],
    ontology: &Ontology,
) -> String {
    let Some(index) = document.language.as_deref().and_then(|code| ontology.index().language(code)) else {
        return String::new();
    };
    let of_sentence: Vec<Mention> =
        mentions.iter().filter(|mention| mention.sentence == sentence.index).cloned().collect();
    let (own, unlisted) = split_unlisted(&of_sentence);
    let clauses = clause::clauses(chunk::chunks(sentence, own, index), sentence, own, index);
    let phrases = clauses.phrases.iter().enumerate().map(|(id, phrase)| of_phrase(sentence, id, phrase));
    let mut out: String = phrases.chain(verbs(sentence, &clauses)).collect();
    let tree = tree::clauses(&clauses, sentence, own, index);
    if let Some(tree) = &tree {
        out += "tree\n";
        out.extend(verbs(sentence, tree));
        out.extend(tree.modifiers.iter().enumerate().map(|(id, below)| modified(id, below)));
    }
    let chunks = Scene { document, sentence, mentions: own, unlisted, ontology, index, clauses };
    let tree = tree.map(|clauses| Scene { clauses, ..chunks });
    out.extend(cue::find(&chunks).iter().map(|cue| of_cue(&chunks, tree.as_ref(), cue)));
    out
}

/// A cue with what each reading binds to it.
fn of_cue(chunks: &Scene<'_>, tree: Option<&Scene<'_>>, cue: &cue::CueMatch<'_>) -> String {
    let read = |scene: &Scene<'_>| {
        let bound = bind(scene, cue);
        let each = if bound.each { "each two of " } else { "" };
        format!("{each}{} → {}", ids(&bound.subjects), ids(&bound.objects))
    };
    let by_tree = tree.map_or(String::new(), |tree| format!(" | {}", read(tree)));
    let cue_words = words(chunks.sentence, cue.head..cue.end);
    format!("C [{cue_words}] {}/{}: {}{by_tree}\n", cue.relation.id, cue.frame.name, read(chunks))
}

fn ids(fillers: &[Filler]) -> String {
    let ids: Vec<&str> = fillers.iter().map(|filler| filler.argument.actor.id.as_str()).collect();
    if ids.is_empty() { "?".to_owned() } else { ids.join("+") }
}

fn verbs(sentence: &Sentence, clauses: &clause::Clauses) -> impl Iterator<Item = String> {
    clauses.clauses.iter().enumerate().map(move |(id, clause)| of_clause(sentence, id, clause))
}

/// A phrase with those below it; nothing if there are none.
fn modified(id: usize, below: &[usize]) -> String {
    let listed: Vec<String> = below.iter().map(|phrase| format!(" P{phrase}")).collect();
    if listed.is_empty() { String::new() } else { format!("P{id} with{}\n", listed.concat()) }
}

fn words(sentence: &Sentence, range: Range<usize>) -> String {
    let forms: Vec<&str> = sentence.tokens[range].iter().map(|token| token.form.as_str()).collect();
    forms.join(" ")
}

fn of_phrase(sentence: &Sentence, id: usize, phrase: &chunk::Phrase) -> String {
    let preposition = phrase.preposition.map_or(String::new(), |at| format!(" {}", sentence.tokens[at].form));
    let members: Vec<String> =
        phrase.members.iter().map(|member| format!(" [{}]", words(sentence, member.clone()))).collect();
    format!("P{id}{preposition}{}\n", members.concat())
}

fn of_clause(sentence: &Sentence, id: usize, clause: &clause::Clause) -> String {
    let phrases = |name: &str, phrases: &[usize]| {
        let listed: Vec<String> = phrases.iter().map(|phrase| format!(" P{phrase}")).collect();
        if listed.is_empty() { String::new() } else { format!("; {name}{}", listed.concat()) }
    };
    let parent = clause.parent.map_or(String::new(), |parent| format!(" of V{parent}"));
    let subject: Vec<usize> = clause.subject.into_iter().collect();
    format!(
        "V{id} {}, {:?}{parent}{}{}{}\n",
        words(sentence, clause.first..clause.verb + 1),
        clause.link,
        phrases("subject", &subject),
        phrases("object", &clause.objects),
        phrases("oblique", &clause.obliques),
    )
}
