//! Nodes and edges.

use aliansi::model::*;

use crate::fixture::{actor, claim, document, graph, official, sample, state};

const TEXT: &str = "Russia and Iran are allies.\nSo are Iran and Russia.\nSomebody acts.";

#[test]
fn nodes_and_edges_stand_in_the_order_of_their_ids() {
    let (documents, claims) = sample();
    let graph = graph(documents, claims);
    let ids: Vec<&str> = graph.network.node_weights().map(|node| node.actor.id.as_str()).collect();
    assert!(ids.is_sorted() && ids.contains(&"analysts"), "who only speaks is an actor too: {ids:?}");
    let keys: Vec<_> = graph.edges().map(|(s, edge, t)| (&s.actor.id, &edge.relation, &t.actor.id)).collect();
    assert!(keys.is_sorted(), "{keys:?}");
    assert_eq!(graph.edge("north-korea", "supports", "russia").unwrap().evidence.len(), 2);
}

#[test]
fn a_symmetric_relation_is_one_edge_from_the_smaller_id() {
    let document = document("d", "2026", "p", TEXT);
    let lines: Vec<&str> = TEXT.lines().collect();
    let claims = vec![
        claim(&document, lines[0], "russia", "allied-with", "iran"),
        claim(&document, lines[1], "iran", "allied-with", "russia"),
        claim(&document, lines[2], "russia", "supports", "iran"),
        claim(&document, lines[2], "iran", "supports", "russia"),
    ];
    let graph = graph(vec![document], claims);
    let ends: Vec<_> = graph.edges().map(|(s, _, t)| (s.actor.id.as_str(), t.actor.id.as_str())).collect();
    assert_eq!(ends, [("iran", "russia"), ("iran", "russia"), ("russia", "iran")]);
    let alliance = graph.edge("russia", "allied-with", "iran").unwrap();
    assert_eq!(alliance.evidence.len(), 2);
    assert_eq!(alliance.claim, claim_id("iran", "allied-with", "russia"));
}

#[test]
fn evidence_counts_once_with_the_greater_status() {
    let document = document("d", "2026", "p", TEXT);
    let asserted = claim(&document, TEXT.lines().next().unwrap(), "russia", "supports", "iran");
    let negated = Claim { status: Status::Negated, confidence: 0.1, ..asserted.clone() };
    for claims in [vec![asserted.clone(), negated.clone()], vec![negated.clone(), asserted.clone()]] {
        let graph = graph(vec![document.clone()], claims);
        assert_eq!(*graph.claims, std::slice::from_ref(&negated));
    }
}

#[test]
fn the_ontology_names_the_actors_that_it_knows_and_claims_the_others() {
    let document = document("d", "2026", "p", TEXT);
    let mut claims = Vec::new();
    let named = [("Kim A.", None), ("Kim Abadi", Some("GOV")), ("Kim Abadi", None), ("K. A.", Some("MIL"))];
    for (sentence, (label, sector)) in TEXT.lines().cycle().zip(named) {
        let mut claim = claim(&document, sentence, "kim-abadi", "supports", "russia");
        claim.evidence = format!("{label}{sector:?}");
        let sector = sector.map(str::to_owned);
        let kim = Actor { label: label.to_owned(), sector, ..official("kim-abadi", "iran") };
        claim.subject.actor = kim.into();
        claim.object.actor = Actor { label: "Rus".to_owned(), ..actor("russia", ActorKind::Unknown) }.into();
        claim.object.mention = "Kremlin".to_owned();
        claims.push(claim);
    }
    let graph = graph(vec![document], claims);
    let [person, russia] = ["kim-abadi", "russia"].map(|id| graph.node(id).unwrap());
    assert_eq!((person.actor.label.as_str(), person.actor.sector.as_deref()), ("Kim Abadi", Some("GOV")));
    assert_eq!(russia.actor, Actor { label: "Russia".to_owned(), ..state("russia") });
    assert_eq!(russia.wikidata.as_deref(), Some("Q159"));
    assert_eq!(russia.mentions["Kremlin"], 4);
}
