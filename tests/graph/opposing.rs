//! Edges that contradict each other, and plans that came about.

use aliansi::model::*;

use crate::fixture::{claim, document, graph};

const TEXT: &str = "Russia backs Iran.\nRussia sanctioned Iran.\nRussia plans to visit Iran.";

fn dated(published: &str, sentence: usize, relation: &str, status: Status) -> (Document, Claim) {
    let document = document(published, published, "p", TEXT);
    let line = TEXT.lines().nth(sentence).unwrap();
    let claim = Claim { status, ..claim(&document, line, "russia", relation, "iran") };
    (document, claim)
}

fn of(parts: Vec<(Document, Claim)>) -> Graph {
    let (documents, claims) = parts.into_iter().unzip();
    graph(documents, claims)
}

#[test]
fn plain_edges_whose_relations_exclude_each_other_are_contested() {
    let support = || dated("2026-01-01", 0, "supports", Status::Asserted);
    let graph = of(vec![support(), dated("2026-02-01", 1, "sanctions", Status::Asserted)]);
    let [support_edge, sanction] =
        ["supports", "sanctions"].map(|id| graph.edge("russia", id, "iran").unwrap());
    assert_eq!(support_edge.contradicted_by, std::slice::from_ref(&sanction.claim));
    assert_eq!(sanction.contradicted_by, std::slice::from_ref(&support_edge.claim));
    assert!(support_edge.contested && sanction.contested);

    let alleged = of(vec![support(), dated("2026-02-01", 1, "sanctions", Status::Alleged)]);
    let edge = alleged.edge("russia", "supports", "iran").unwrap();
    assert!(edge.contradicted_by.is_empty() && !edge.contested, "an allegation contradicts nothing");
}

#[test]
fn a_plan_is_fulfilled_by_what_is_reported_later_and_by_nothing_earlier() {
    let plan = || dated("2026-01-01", 2, "visits", Status::Planned);
    let done = |day| dated(day, 0, "visits", Status::Asserted);
    let later = of(vec![plan(), done("2026-01-05")]);
    let edge = later.edge("russia", "visits", "iran").unwrap();
    assert_eq!(edge.fulfilled_by, std::slice::from_ref(&edge.claim));
    let earlier = of(vec![plan(), done("2025-12-30")]);
    assert!(earlier.edge("russia", "visits", "iran").unwrap().fulfilled_by.is_empty());
}

#[test]
fn a_threat_is_fulfilled_by_the_deed() {
    let threat = dated("2026-01-01", 1, "threatens-sanctions", Status::Asserted);
    let graph = of(vec![threat, dated("2026-02-01", 1, "sanctions", Status::Asserted)]);
    let [threat, deed] =
        ["threatens-sanctions", "sanctions"].map(|id| graph.edge("russia", id, "iran").unwrap());
    assert_eq!(threat.fulfilled_by, std::slice::from_ref(&deed.claim));
    assert!(deed.fulfilled_by.is_empty());
}
