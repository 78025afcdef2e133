//! GEXF: what Gephi demands, and when things are there.

use std::collections::BTreeMap;

use aliansi::model::Status;
use aliansi::pipeline::publish::Options;

use crate::fixture::{HOSTILE, claim, document, graph, hostile, ontology, sample};
use crate::readers::{Element, elements};
use crate::writers::text;

fn gexf(graph: &aliansi::model::Graph) -> Vec<Element> {
    let options = Options { statuses: vec![Status::Denied, Status::Planned], ..Options::default() };
    elements(&text("graph.gexf", graph, &ontology(), &options))
}

fn of<'a>(elements: &'a [Element], name: &'a str) -> impl Iterator<Item = &'a Element> {
    elements.iter().filter(move |element| element.name == name)
}

/// The spells of each node and edge, by id.
fn spells(elements: &[Element]) -> BTreeMap<String, Vec<(String, String)>> {
    let (mut spells, mut last): (BTreeMap<String, Vec<_>>, _) = (BTreeMap::new(), String::new());
    for element in elements {
        let attribute = |name: &str| element.attribute(name).unwrap().to_owned();
        match element.name.as_str() {
            "node" | "edge" => {
                last = attribute("id");
                spells.insert(last.clone(), Vec::new());
            }
            "spell" => spells.get_mut(&last).unwrap().push((attribute("start"), attribute("end"))),
            _ => {}
        }
    }
    spells
}

#[test]
fn it_keeps_what_gephi_demands() {
    let (documents, claims) = sample();
    let elements = gexf(&graph(documents, claims));
    let graph = of(&elements, "graph").next().unwrap();
    let wanted = [("mode", "dynamic"), ("timeformat", "date"), ("timerepresentation", "interval")];
    for (name, value) in wanted.into_iter().chain([("defaultedgetype", "directed"), ("idtype", "string")]) {
        assert_eq!(graph.attribute(name), Some(value));
    }
    let ids: Vec<&str> = of(&elements, "node").map(|node| node.attribute("id").unwrap()).collect();
    for edge in of(&elements, "edge") {
        assert!(["source", "target"].iter().all(|end| ids.contains(&edge.attribute(end).unwrap())));
        assert_eq!(edge.attribute("kind"), edge.attribute("label"));
        assert!(edge.attribute("weight").unwrap().parse::<f64>().unwrap() > 0.0);
    }
    let columns: Vec<&str> =
        of(&elements, "attribute").map(|column| column.attribute("id").unwrap()).collect();
    assert!(of(&elements, "attvalue").all(|value| columns.contains(&value.attribute("for").unwrap())));
    assert!(of(&elements, "attvalue").all(|value| !value.attribute("value").unwrap().is_empty()));
    let places: std::collections::BTreeSet<_> =
        of(&elements, "viz:position").map(|at| (at.attribute("x"), at.attribute("y"))).collect();
    assert_eq!(places.len(), ids.len());
    assert_eq!(of(&elements, "viz:color").count(), ids.len() + of(&elements, "edge").count());
    let meta = of(&elements, "meta").next().unwrap();
    assert_eq!(meta.attribute("lastmodifieddate"), Some("2026-02-01"), "the newest document says 2026-02");
}

#[test]
fn ties_are_there_when_they_were_reported() {
    let dated = |id: &str, date: &str| document(id, date, id, "Iran supports Oman. Oman supports Iran.");
    let documents =
        [dated("a", "2026-01-10"), dated("b", "2026-01-11T08:00:00Z"), dated("c", "2025"), dated("d", "")];
    let mut claims: Vec<_> = documents[..3]
        .iter()
        .map(|document| claim(document, "Iran supports Oman.", "iran", "supports", "oman"))
        .collect();
    claims.push(claim(&documents[3], "Oman supports Iran.", "oman", "supports", "mali"));
    let spells = spells(&gexf(&graph(documents.to_vec(), claims)));
    let pair = |start: &str, end: &str| (start.to_owned(), end.to_owned());
    let reported = vec![pair("2025-01-01", "2025-12-31"), pair("2026-01-10", "2026-01-11")];
    assert_eq!(spells["e0"], reported, "the days touch, the year before does not");
    assert_eq!(spells["n0"], reported, "Iran is there with its tie");
    assert!(spells["e1"].is_empty(), "nobody knows when");
    assert!(spells["n1"].is_empty() && spells["n2"].is_empty(), "who has an undated tie is always there");
}

#[test]
fn it_gives_the_text_back() {
    let elements = gexf(&hostile());
    let cleaned = HOSTILE.replace(['\0', '\u{B}'], "");
    let labels: Vec<&str> = of(&elements, "node").map(|node| node.attribute("label").unwrap()).collect();
    assert_eq!(labels, [cleaned.as_str(), "Iran"]);
    assert_eq!(of(&elements, "edge").next().unwrap().attribute("kind"), Some(cleaned.as_str()));
}

#[test]
fn an_empty_graph_is_a_file() {
    let elements = gexf(&graph(Vec::new(), Vec::new()));
    assert_eq!(of(&elements, "node").count() + of(&elements, "edge").count(), 0);
    assert_eq!(of(&elements, "meta").next().unwrap().attribute("lastmodifieddate"), None);
}
