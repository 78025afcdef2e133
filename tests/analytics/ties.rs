//! Graph → ties: what is summed, which way, and when.

use aliansi::analytics::{SignedNetwork, Tie, Weights, is_state, ties};
use aliansi::model::{ActorKind, Claim, Document, Graph, Status, View};
use aliansi::ontology::Ontology;
use aliansi::pipeline::{fuse::fuse, grade::grade};

use crate::fixture::{actor, claim, document};

/// A graph of the shipped ontology: (day, subject, relation, object), each said with a confidence of 0.8 by a paper of its own.
fn graph(said: &[(&str, &str, &str, &str)], change: impl Fn(usize, &mut Claim)) -> Graph {
    let made = said.iter().enumerate().map(|(at, (day, subject, relation, object))| {
        let text = format!("{subject} {relation} {object}, says paper {at}.");
        let document = document(&at.to_string(), day, &format!("Paper {at}"), &text);
        let mut claim = claim(&document, &text, subject, relation, object);
        change(at, &mut claim);
        (document, claim)
    });
    let material: (Vec<Document>, Vec<Claim>) = made.unzip();
    grade(fuse(material.into(), &View::default(), Ontology::shipped()), Ontology::shipped())
}

fn as_said(said: &[(&str, &str, &str, &str)]) -> Vec<Tie> {
    ties(&graph(said, |_, _| {}), &Weights::plover(), |_| true)
}

fn size(relation: &str) -> f64 {
    Ontology::shipped().relation(relation).unwrap().weight.abs()
}

fn near(found: f64, expected: f64) {
    assert!((found - expected).abs() < 1e-3, "{found} and not {expected}");
}

#[test]
fn friendship_and_enmity_are_summed_apart_and_by_direction() {
    let found = as_said(&[
        ("2026-01-01", "russia", "supports", "iran"),
        ("2026-01-01", "iran", "supplies", "russia"),
        ("2026-01-01", "russia", "sanctions", "iran"),
        ("2026-01-01", "iran", "meets", "russia"),
        ("2026-01-01", "iran", "requests", "russia"),
    ]);
    let [tie] = &found[..] else { panic!("{found:?}") };
    let (supports, supplies, meets) = (0.8 * size("supports"), 0.8 * size("supplies"), 0.8 * size("meets"));
    assert_eq!((tie.a.as_str(), tie.b.as_str(), tie.claims, tie.edges.len()), ("iran", "russia", 4, 4));
    near(tie.plus_ab, supplies + meets / 2.0);
    near(tie.plus_ba, supports + meets / 2.0);
    near(tie.minus_ab, 0.0);
    near(tie.minus_ba, 0.8 * size("sanctions"));
    near(tie.net, tie.plus - tie.minus);
    near(tie.volume, supports + supplies + meets + tie.minus);
    near(tie.reciprocity, 2.0 * (supports + meets / 2.0) / tie.volume);
}

#[test]
fn only_plain_edges_count() {
    let said = [("2026-01-01", "russia", "supports", "iran"), ("2026-01-01", "china", "sanctions", "iran")];
    let planned = graph(&said, |at, claim| {
        if at == 1 {
            claim.status = Status::Planned;
        }
    });
    let found = ties(&planned, &Weights::plover(), |_| true);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].b, "russia");
}

#[test]
fn ties_are_between_those_who_are_asked_for() {
    let said = [
        ("2026-01-01", "russia", "supports", "iran"),
        ("2026-01-01", "russia", "supports", "kelompok-contoh"),
    ];
    let graph = graph(&said, |at, claim| {
        if at == 1 {
            claim.object.actor = actor("kelompok-contoh", ActorKind::ArmedGroup).into();
        }
    });
    assert_eq!(ties(&graph, &Weights::plover(), |_| true).len(), 2);
    let states = ties(&graph, &Weights::plover(), is_state);
    assert_eq!(states.iter().map(|tie| tie.a.as_str()).collect::<Vec<_>>(), ["iran"]);
}

#[test]
fn the_trend_is_the_later_half_less_the_earlier() {
    let found = as_said(&[
        ("2026-01-01", "russia", "supports", "iran"),
        ("2026-01-10", "russia", "sanctions", "iran"),
        ("2026-01-20", "russia", "supports", "iran"),
        ("2026-01-31", "russia", "supports", "iran"),
        ("2026-01-31", "china", "supports", "iran"),
        ("", "china", "supports", "russia"),
    ]);
    let trend = |a: &str, b: &str| found.iter().find(|tie| (&tie.a[..], &tie.b[..]) == (a, b)).unwrap().trend;
    // Three reports together are surer than one: 1 − 0.2³. Two of them are late and one is early.
    near(trend("iran", "russia").unwrap(), size("supports") * 0.992 / 3.0 + 0.8 * size("sanctions"));
    near(trend("china", "iran").unwrap(), 0.8 * size("supports"));
    assert_eq!(trend("china", "russia"), None, "no date");
    let one_day = as_said(&[("2026-01-01", "russia", "supports", "iran")]);
    assert_eq!(one_day[0].trend, None);
}

#[test]
fn goldsteins_scale_changes_sizes_and_no_sign() {
    let said = [("2026-01-01", "russia", "supports", "iran"), ("2026-01-01", "russia", "sanctions", "china")];
    let graph = graph(&said, |_, _| {});
    let weights = Weights::named("goldstein", Ontology::shipped()).unwrap();
    let found = ties(&graph, &weights, |_| true);
    let table = &Ontology::shipped().weights["goldstein"];
    near(found[0].net, 0.8 * table["sanctions"]);
    near(found[1].net, 0.8 * table["supports"]);
    assert!(Weights::named("nobody", Ontology::shipped()).is_none());
}

#[test]
fn strong_ties_make_a_network() {
    let found = as_said(&[
        ("2026-01-01", "russia", "supports", "iran"),
        ("2026-01-01", "china", "meets", "iran"),
        ("2026-01-01", "china", "attacks", "russia"),
    ]);
    let network = SignedNetwork::of_ties(&found, 3.0);
    assert_eq!(network.actors, ["china", "iran", "russia"]);
    let signs: Vec<_> = network.edges.iter().map(|edge| (edge.0, edge.1, edge.2.signum())).collect();
    assert_eq!(signs, [(0, 2, -1.0), (1, 2, 1.0)]);
    assert_eq!(SignedNetwork::of_ties(&found, 0.0).edges.len(), 3);
}

#[test]
fn a_network_is_put_in_order() {
    let names = || ["x", "y", "z"].map(String::from).to_vec();
    let network = SignedNetwork::new(
        names(),
        [(2, 1, 1.0), (0, 0, 4.0), (1, 2, 2.0), (0, 1, 3.0), (1, 0, -3.0), (0, 2, f64::NAN)],
    );
    assert_eq!(network.edges, [(1, 2, 3.0)]);
    let read: SignedNetwork = "# who,whom,how\n y, z ,3\n\nz,x,-1\n".parse().unwrap();
    assert_eq!((read.actors, read.edges), (names(), vec![(0, 2, -1.0), (1, 2, 3.0)]));
    let error = "x,y,1\nx,y".parse::<SignedNetwork>().unwrap_err();
    assert_eq!(
        error.to_string(),
        "line 2: `x,y` is no edge: write ACTOR,ACTOR,WEIGHT with a finite number as weight"
    );
    assert!("x,y,inf".parse::<SignedNetwork>().is_err());
}
