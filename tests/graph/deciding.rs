//! What people decided, applied to claims.

use aliansi::model::*;

use crate::fixture::{actor, claim, document, viewed};

const TEXT: &str = "Russia backs Iran.\nKorut backs Iran.\nIran leads.";

fn report(id: &str) -> Document {
    document(id, "2026-02-01", "p", TEXT)
}

fn claims(document: &Document) -> Vec<Claim> {
    let lines: Vec<&str> = TEXT.lines().collect();
    let mut unknown = claim(document, lines[1], "korut", "supports", "iran");
    unknown.subject.actor = actor("korut", ActorKind::Unknown).into();
    unknown.subject.mention = "Korut".to_owned();
    vec![claim(document, lines[0], "russia", "supports", "iran"), unknown]
}

fn decided(document: &str, decisions: &[&str]) -> Graph {
    let report = report(document);
    let claims = claims(&report);
    let decisions = decisions.iter().map(|line| serde_json::from_str(line).unwrap()).collect();
    viewed(Material { documents: vec![report], claims, decisions }, &View::default())
}

/// A line of decisions.jsonl about the first claim as it stands in `d.txt`.
fn about(decision: &str, further: &str) -> String {
    let evidence = &claims(&report("d.txt"))[0].evidence;
    format!(
        r#"{{"decision":"{decision}","evidence":"{evidence}","quotation":{{"document":"d.txt","text":"Russia backs Iran.",
        "subject":"russia","relation":"supports","object":"iran"}}{further},"by":"Sri","at":"2026-03-01","why":"read it"}}"#
    )
}

fn edge(graph: &Graph) -> Option<&Edge> {
    graph.edge("russia", "supports", "iran")
}

#[test]
fn rejected_evidence_is_gone_and_kept_as_the_text_gave_it() {
    let graph = decided("d.txt", &[&about("reject", "")]);
    assert!(edge(&graph).is_none() && graph.unmatched.is_empty());
    assert_eq!(graph.originals[..], claims(&report("d.txt"))[..1]);
}

#[test]
fn a_decision_finds_its_sentence_in_a_moved_file() {
    let graph = decided("moved/e.txt", &[&about("reject", "")]);
    assert!(edge(&graph).is_none() && graph.unmatched.is_empty());
}

#[test]
fn what_is_confirmed_is_sure_and_marked() {
    let graph = decided("d.txt", &[&about("confirm", "")]);
    let claim = &graph.claims[edge(&graph).unwrap().evidence[0]];
    assert_eq!((claim.confidence, claim.edits[0].kind), (1.0, EditKind::Confirmed));
    assert_eq!(claim.edits[0].by.as_deref(), Some("Sri"));
}

#[test]
fn any_field_can_be_corrected() {
    let set = r#","set":{"object":"north-korea","status":"alleged","attributed_to":"iran","mode":"vote"}"#;
    let graph = decided("d.txt", &[&about("correct", set)]);
    let claim = &graph.claims[graph.edge("russia", "supports", "north-korea").unwrap().evidence[0]];
    assert_eq!((claim.status, claim.mode.as_deref()), (Status::Alleged, Some("vote")));
    assert_eq!(claim.attributed_to.as_ref().unwrap().label, "Iran");
    assert_eq!(claim.object.actor.kind, ActorKind::State, "as the ontology knows it");
}

#[test]
fn the_later_of_two_decisions_holds() {
    let (reject, confirm) = (about("reject", ""), about("confirm", ""));
    assert!(edge(&decided("d.txt", &[&reject, &confirm])).is_some());
    assert!(edge(&decided("d.txt", &[&confirm, &reject])).is_none());
}

#[test]
fn an_alias_names_an_unknown_actor_and_a_split_takes_a_name_away() {
    let alias = r#"{"decision":"alias","name":"KORUT","actor":"north-korea"}"#;
    let graph = decided("d.txt", &[alias]);
    let edge = graph.edge("north-korea", "supports", "iran").unwrap();
    assert_eq!(graph.claims[edge.evidence[0]].edits[0].kind, EditKind::Identified);
    assert!(graph.node("korut").is_none() && graph.unmatched.is_empty());

    let split = r#"{"decision":"split","actor":"korut","name":"Korut","into":"korut-2"}"#;
    assert!(decided("d.txt", &[split]).edge("korut-2", "supports", "iran").is_some());
}

#[test]
fn merges_go_on_and_end_in_rings() {
    let merge =
        |actor: &str, into: &str| format!(r#"{{"decision":"merge","actor":"{actor}","into":"{into}"}}"#);
    let chain = [merge("korut", "dprk"), merge("dprk", "north-korea")];
    let chain: Vec<&str> = chain.iter().map(String::as_str).collect();
    assert!(decided("d.txt", &chain).edge("north-korea", "supports", "iran").is_some());
    let ring = [merge("korut", "dprk"), merge("dprk", "korut")];
    let ring: Vec<&str> = ring.iter().map(String::as_str).collect();
    assert_eq!(decided("d.txt", &ring).claims.len(), 2);
}

#[test]
fn an_added_claim_brings_its_source() {
    let add = r#"{"decision":"add","subject":"iran","relation":"visits","object":"russia","quotation":"Iran's envoy flew to Moscow.",
        "source":{"id":"https://example.org/1","text":"","publisher":"Daily Example","published":"2026-02-05"},"by":"Sri"}"#;
    let graph = decided("d.txt", &[add]);
    let claim = &graph.claims[graph.edge("iran", "visits", "russia").unwrap().evidence[0]];
    assert_eq!((claim.binder, claim.edits[0].kind), (Binder::Person, EditKind::Added));
    let source = graph.document("https://example.org/1").unwrap();
    assert_eq!(&source.text[claim.start..claim.end], "Iran's envoy flew to Moscow.");
    assert!(graph.unmatched.is_empty());
}

#[test]
fn what_matches_nothing_is_listed_and_changes_nothing() {
    let quotation =
        r#"{"document":"x","text":"Nobody said it.","subject":"a","relation":"supports","object":"b"}"#;
    let reject = format!(r#"{{"decision":"reject","evidence":"00","quotation":{quotation}}}"#);
    let merge = r#"{"decision":"merge","actor":"nobody","into":"iran"}"#;
    let elsewhere = r#"{"decision":"add","subject":"iran","relation":"visits","object":"russia","quotation":"Not in it.","source":{"id":"d.txt","text":""}}"#;
    let graph = decided("d.txt", &[&reject, merge, elsewhere]);
    assert_eq!(graph.unmatched, [0, 1, 2]);
    assert_eq!(*graph.claims, claims(&report("d.txt")));
}
