//! Graphs that go to extremes, as GraphML and GEXF.

use std::collections::BTreeSet;

use aliansi::model::{Actor, Graph};
use aliansi::pipeline::publish::Options;

use crate::fixture::{claim, document, graph, ontology};
use crate::readers::{Element, elements};
use crate::writers::text;

const FILES: [&str; 2] = ["graph.graphml", "graph.gexf"];

fn written(file: &str, graph: &Graph) -> Vec<Element> {
    elements(&text(file, graph, &ontology(), &Options::default()))
}

fn ids<'a>(elements: &'a [Element], name: &str) -> Vec<&'a str> {
    let of = elements.iter().filter(|element| element.name == name);
    of.map(|element| element.attribute("id").unwrap()).collect()
}

#[test]
fn an_empty_graph_has_a_graph_and_nothing_in_it() {
    for file in FILES {
        let elements = written(file, &Graph::default());
        assert_eq!(elements.iter().filter(|element| element.name == "graph").count(), 1);
        assert!(ids(&elements, "node").is_empty() && ids(&elements, "edge").is_empty(), "{file}");
    }
}

#[test]
fn loops_parallels_and_ids_that_differ_in_case_stay_apart() {
    let report = document("d", "2026-01-10", "p", "Somebody supports somebody.");
    let of = |subject, relation, object| claim(&report, &report.text, subject, relation, object);
    let mut long = of("iran", "supports", "IRAN");
    long.object.actor = Actor { label: "x".repeat(10_000), ..long.object.actor.as_ref().clone() }.into();
    let others = [("iran", "supports", "oman"), ("iran", "sanctions", "oman"), ("oman", "supports", "iran")];
    let claims =
        [vec![long], others.map(|(subject, relation, object)| of(subject, relation, object)).to_vec()]
            .concat();
    let graph = graph(vec![report.clone()], claims);
    let (nodes, edges) = (graph.network.node_count(), graph.network.edge_count());
    assert_eq!((nodes, edges), (3, 4));
    for file in FILES {
        let elements = written(file, &graph);
        let found = ids(&elements, "node");
        let lower: BTreeSet<String> = found.iter().map(|id| id.to_lowercase()).collect();
        assert_eq!((found.len(), lower.len()), (nodes, nodes), "{file}");
        assert_eq!(ids(&elements, "edge").into_iter().collect::<BTreeSet<_>>().len(), edges, "{file}");
        let whole =
            |element: &Element| element.text.len().max(element.attribute("label").map_or(0, str::len));
        assert!(elements.iter().any(|element| whole(element) == 10_000), "{file}: the long label is whole");
    }
}

#[test]
fn one_who_is_tied_to_itself_alone_has_a_place() {
    let report = document("d", "", "p", "Somebody supports somebody.");
    let graph = graph(vec![report.clone()], vec![claim(&report, &report.text, "iran", "supports", "iran")]);
    if graph.network.edge_count() == 0 {
        return; // such a claim makes no edge
    }
    for file in FILES {
        let elements = written(file, &graph);
        assert_eq!((ids(&elements, "node"), ids(&elements, "edge")), (vec!["n0"], vec!["e0"]), "{file}");
    }
}
