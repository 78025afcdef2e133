//! What holds for any text, however little sense it makes.
#![allow(clippy::unwrap_used)] // a test that panics fails

#[path = "properties/text.rs"]
mod text;

use std::collections::BTreeSet;

use aliansi::model::{Claim, Document, Mention, MentionKind, Sentence, claim_id};
use aliansi::ontology::Ontology;
use aliansi::pipeline::analyze::{analyze, parse};
use aliansi::pipeline::{self, detect::detect, extract::extract};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use text::documents;

fn sentences(document: &Document) -> Vec<Sentence> {
    analyze(document, Ontology::shipped())
}

fn mentions(document: &Document) -> Vec<Mention> {
    detect(document, &sentences(document), Ontology::shipped())
}

fn trees(document: &Document) -> Vec<Sentence> {
    let mut sentences = sentences(document);
    parse(document, &mut sentences, &mentions(document), Ontology::shipped());
    sentences
}

fn claims(document: &Document) -> Vec<Claim> {
    pipeline::claims(document, Ontology::shipped())
}

/// The words at a span, if it lies on the borders of characters.
fn words(document: &Document, start: usize, end: usize) -> Option<&str> {
    document.text.get(start..end)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn sentences_and_tokens_are_in_order_and_apart(document in documents()) {
        let mut before = 0;
        for (index, sentence) in sentences(&document).iter().enumerate() {
            prop_assert_eq!(sentence.index, index);
            prop_assert!(sentence.start >= before && sentence.start < sentence.end);
            let text = words(&document, sentence.start, sentence.end);
            prop_assert!(text.is_some_and(|text| text.trim() == text && !text.contains('\n')));
            before = sentence.start;
            for token in &sentence.tokens {
                prop_assert!(token.start >= before && token.start < token.end && token.end <= sentence.end);
                let gap = words(&document, before, token.start);
                prop_assert!(gap.is_some_and(|gap| gap.trim().is_empty()), "skipped {gap:?}");
                prop_assert!(words(&document, token.start, token.end).is_some());
                before = token.end;
            }
            prop_assert_eq!(before, sentence.end);
        }
    }

    #[test]
    fn a_sentence_has_one_whole_tree_or_none(document in documents()) {
        for tokens in trees(&document).iter().map(|sentence| &sentence.tokens) {
            let roots = tokens.iter().filter(|token| token.head.is_none()).count();
            prop_assert!(roots == 1 || roots == tokens.len());
            let up = |at: &usize| tokens[*at].head.map(|head| head as usize);
            for start in 0..tokens.len() {
                let way = std::iter::successors(Some(start), up).take(tokens.len() + 1);
                prop_assert!(way.count() <= tokens.len(), "a circle above {start}");
            }
        }
    }

    #[test]
    fn mentions_cover_tokens_of_their_sentence(document in documents()) {
        let sentences = sentences(&document);
        for mention in mentions(&document) {
            let tokens = &sentences[mention.sentence].tokens;
            prop_assert!(mention.first < mention.last && mention.last <= tokens.len());
            prop_assert!(mention.start >= tokens[mention.first].start && mention.start < mention.end);
            prop_assert!(mention.end <= tokens[mention.last - 1].end);
            prop_assert!(words(&document, mention.start, mention.end).is_some());
            prop_assert!(!mention.actors.is_empty());
            prop_assert!(mention.actors.iter().all(|actor| !actor.id.is_empty() && actor.id.is_ascii()));
        }
    }

    #[test]
    fn mentions_are_in_order_and_apart(document in documents()) {
        for pair in mentions(&document).windows(2) {
            let unlisted = |mention: &Mention| mention.kind == MentionKind::Unlisted;
            let place = |mention: &Mention| (mention.sentence, unlisted(mention));
            let apart = place(&pair[0]) < place(&pair[1]) || pair[0].last <= pair[1].first;
            prop_assert!(place(&pair[0]) <= place(&pair[1]) && apart, "{pair:?}");
        }
    }

    #[test]
    fn claims_say_what_the_text_says(document in documents()) {
        let sentences = sentences(&document);
        for claim in claims(&document) {
            let sentence = &sentences[claim.sentence];
            prop_assert_eq!((claim.start, claim.end), (sentence.start, sentence.end));
            prop_assert_eq!(words(&document, claim.start, claim.end), Some(&*claim.text));
            prop_assert_eq!(words(&document, claim.cue.start, claim.cue.end), Some(&*claim.cue.text));
            prop_assert!(claim.start <= claim.cue.start && claim.cue.end <= claim.end);
            for argument in [&claim.subject, &claim.object] {
                prop_assert_eq!(words(&document, argument.start, argument.end), Some(&*argument.mention));
                prop_assert!(!argument.mention.is_empty());
            }
        }
    }

    #[test]
    fn claims_are_sound(document in documents()) {
        let claims = claims(&document);
        for claim in &claims {
            let (subject, object) = (&claim.subject.actor.id, &claim.object.actor.id);
            prop_assert!((0.0..=1.0).contains(&claim.confidence));
            prop_assert_ne!(subject, object);
            prop_assert_eq!(&claim.claim, &claim_id(subject, &claim.relation, object));
            let speaker = claim.attributed_to.as_ref().map(|speaker| &speaker.id);
            prop_assert_ne!(speaker, Some(subject), "who does it needs no speaker");
            let relation = Ontology::shipped().relation(&claim.relation);
            let known = |mode: &String| relation.is_some_and(|relation| relation.modes.contains(mode));
            prop_assert!(relation.is_some() && claim.mode.as_ref().is_none_or(known));
        }
        let evidence: BTreeSet<&String> = claims.iter().map(|claim| &claim.evidence).collect();
        prop_assert_eq!(evidence.len(), claims.len(), "evidence ids are unique in a document");
        prop_assert!(claims.is_sorted_by_key(|claim| claim.sentence));
    }

    #[test]
    fn a_document_is_read_alike_whatever_was_read_before(one in documents(), other in documents()) {
        let alone = claims(&one);
        prop_assert_eq!(&alone, &claims(&one));
        let (beside, _) = rayon::join(|| claims(&one), || claims(&other));
        prop_assert_eq!(&alone, &beside);
        prop_assert_eq!(&alone, &extract(&one, &trees(&one), &mentions(&one), Ontology::shipped()));
    }

    #[test]
    fn the_id_of_a_document_changes_only_its_evidence(document in documents()) {
        let renamed = Document { id: "other".to_owned(), ..document.clone() };
        let named = |claim: Claim| Claim { document: String::new(), evidence: String::new(), ..claim };
        let (first, second) = (claims(&document), claims(&renamed));
        prop_assert!(first.iter().zip(&second).all(|(a, b)| a.evidence != b.evidence));
        let (first, second): (Vec<_>, Vec<_>) =
            (first.into_iter().map(named).collect(), second.into_iter().map(named).collect());
        prop_assert_eq!(first, second);
    }
}

/// The properties say nothing of claims if no generated text holds any.
#[test]
fn generated_texts_hold_claims() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let texts = (0..600).map(|_| documents().new_tree(&mut runner).unwrap().current());
    let found: usize = texts.map(|document| claims(&document).len()).sum();
    assert!(found > 100, "only {found} claims in 600 texts");
}
