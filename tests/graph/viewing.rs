//! Levels, windows, private persons.

use aliansi::model::*;
use aliansi::pipeline::fuse::{fuse_levels, fuse_within};
use aliansi::pipeline::grade::grade_levels;

use crate::fixture::{actor, claim, document, official, ontology, past, viewed};

const TEXT: &str =
    "Russia backs Iran.\nThe envoy praised Iran.\nThe envoy met the minister.\nIvan A. backs Iran.";

/// Russia supports Iran; its envoy does; the envoy visits Russia's minister; a private person and a rebel support Iran.
fn material() -> Material {
    let document = document("d", "2026-02", "p", TEXT);
    let lines: Vec<&str> = TEXT.lines().collect();
    let by = |line: usize, who: Actor| {
        let mut claim = claim(&document, lines[line], &who.id, "supports", "iran");
        claim.subject.actor = who.into();
        claim
    };
    let mut meeting = claim(&document, lines[2], "russia/envoy", "visits", "russia/minister");
    meeting.subject.actor = official("russia/envoy", "russia").into();
    meeting.object.actor = official("russia/minister", "russia").into();
    let person = |id: &str| Actor { country: Some("russia".to_owned()), ..actor(id, ActorKind::Person) };
    let rebel = Actor { sector: Some("REB".to_owned()), ..actor("rebels", ActorKind::ArmedGroup) };
    let claims = vec![
        claim(&document, lines[0], "russia", "supports", "iran"),
        by(1, official("russia/envoy", "russia")),
        meeting,
        by(3, person("ivan-a")),
        by(0, rebel),
    ];
    (vec![document], claims).into()
}

fn at(level: Level) -> Graph {
    viewed(material(), &View { level, ..View::default() })
}

fn windowed(claims: Vec<Claim>, document: Document, from: Option<&str>, to: Option<&str>) -> Graph {
    let date = |text: Option<&str>| text.map(|text| text.parse().unwrap());
    let window = Window { from: date(from), to: date(to), undated: false };
    viewed((vec![document], claims).into(), &View { window, ..View::default() })
}

#[test]
fn at_the_level_of_states_officials_are_their_state_and_others_are_not() {
    let graph = at(Level::State);
    let edge = graph.edge("russia", "supports", "iran").unwrap();
    let doers: Vec<&str> =
        edge.evidence.iter().map(|&at| graph.claims[at].subject.actor.id.as_str()).collect();
    assert_eq!(doers, ["russia", "russia/envoy"], "the edge leads back to who did it");
    assert_eq!(graph.node("russia").unwrap().members, ["russia/envoy", "russia/minister"]);
    assert_eq!(graph.node("russia/envoy").unwrap().actor.id, "russia");
    assert!(graph.edge("rebels", "supports", "iran").is_some());
    assert!(graph.edge("russia/citizens", "supports", "iran").is_some(), "a citizen is not the state");
}

#[test]
fn a_roll_up_conserves_evidence() {
    for level in [Level::Actor, Level::State] {
        let graph = at(level);
        let mut all: Vec<usize> = graph.edges().flat_map(|(_, edge, _)| edge.evidence.clone()).collect();
        all.extend(&graph.internal);
        all.sort_unstable();
        assert!(all.into_iter().eq(0..5), "{level:?}");
    }
    assert_eq!(at(Level::Actor).internal, [0_usize; 0]);
    let states = at(Level::State);
    assert_eq!(states.claims[states.internal[0]].relation, "visits", "within Russia");
}

#[test]
fn private_persons_are_citizens_unless_asked_for() {
    let graph = at(Level::Actor);
    let citizens = graph.node("russia/citizens").unwrap();
    assert_eq!(
        (citizens.actor.label.as_str(), citizens.actor.kind),
        ("citizens of Russia", ActorKind::Group)
    );
    assert!(citizens.mentions.is_empty() && citizens.members.is_empty(), "nothing names the person");
    assert!(graph.is_private("ivan-a") && !graph.is_private("russia"));
    let named = viewed(material(), &View { private_persons: true, ..View::default() });
    assert!(named.edge("ivan-a", "supports", "iran").is_some() && !named.is_private("ivan-a"));
}

#[test]
fn whoever_holds_an_office_is_not_private() {
    let mut material = material();
    let mut office = claim(&material.documents[0], TEXT.lines().next().unwrap(), "ivan-a", "leads", "rebels");
    office.subject.actor = actor("ivan-a", ActorKind::Person).into();
    material.claims.push(office);
    assert!(!viewed(material, &View::default()).is_private("ivan-a"));
}

#[test]
fn a_window_goes_by_the_deed_and_else_by_the_report() {
    let report = document("d", "2026-02", "p", TEXT);
    let lines: Vec<&str> = TEXT.lines().collect();
    let told = claim(&report, lines[0], "russia", "supports", "iran");
    let old = Claim { when: Some(past("1950")), ..claim(&report, lines[1], "russia", "visits", "iran") };
    let cases = [
        (None, Some("1950-06"), ["visits"].as_slice()),
        (Some("1951"), None, &["supports"]),
        (Some("2026-02-28"), Some("2026-03"), &["supports"]),
        (Some("2026-03"), None, &[]),
        (None, None, &["supports", "visits"]),
    ];
    for (from, to, expected) in cases {
        let graph = windowed(vec![told.clone(), old.clone()], report.clone(), from, to);
        let found: Vec<&str> = graph.edges().map(|(_, edge, _)| edge.relation.as_str()).collect();
        assert_eq!(found, expected, "{from:?} to {to:?}");
        assert_eq!(graph.claims.len() + graph.originals.len(), 2, "nothing is lost");
    }
}

#[test]
fn what_has_no_date_is_left_out_of_a_window_and_counted() {
    let report = document("d", "", "p", TEXT);
    let claim = claim(&report, TEXT.lines().next().unwrap(), "russia", "supports", "iran");
    let graph = windowed(vec![claim.clone()], report.clone(), Some("2020"), None);
    assert_eq!((graph.claims.len(), graph.undated), (0, 1));
    let window = Window { from: Some("2020".parse().unwrap()), to: None, undated: true };
    let kept = viewed((vec![report], vec![claim]).into(), &View { window, ..View::default() });
    assert_eq!((kept.claims.len(), kept.undated), (1, 0));
}

#[test]
fn a_window_over_made_graphs_shows_what_one_over_the_material_does() {
    let early = document("a", "2024-05", "p", TEXT);
    let late = document("b", "2025-02", "q", TEXT);
    let undated = document("c", "", "r", TEXT);
    let lines: Vec<&str> = TEXT.lines().collect();
    let documents = vec![early.clone(), late.clone(), undated.clone()];
    let claims = vec![
        claim(&early, lines[0], "russia", "supports", "iran"),
        claim(&late, lines[0], "russia", "supports", "iran"),
        claim(&late, lines[1], "iran", "visits", "russia"),
        claim(&undated, lines[2], "iran", "accuses", "russia"),
    ];
    let material: Material = (documents, claims).into();
    let ontology = ontology();
    let whole = fuse_levels(material.clone(), &View::default(), &ontology);
    for undated in [false, true] {
        let window = Window { from: Some("2025".parse().unwrap()), to: None, undated };
        let view = View { window: window.clone(), ..View::default() };
        let anew = grade_levels(fuse_levels(material.clone(), &view, &ontology), &ontology);
        let within = grade_levels(fuse_within(&whole, &window, &ontology), &ontology);
        for (anew, within) in [(&anew.actors, &within.actors), (&anew.states, &within.states)] {
            let shown = |graph: &Graph| {
                let edges: Vec<_> =
                    graph.edges().map(|(a, edge, b)| (a.clone(), edge.clone(), b.clone())).collect();
                (edges, graph.claims.clone(), graph.undated, graph.view.clone())
            };
            assert_eq!(shown(anew), shown(within), "undated: {undated}");
            assert!(anew.claims.len() == if undated { 3 } else { 2 });
        }
    }
}
