//! The CSV folder, as the `csv` crate and others read it back.

use std::collections::BTreeSet;
use std::fs;

use aliansi::model::Graph;
use aliansi::pipeline::publish::Options;
use aliansi::pipeline::publish::csv::{Dialect, Table, is_free, write};
use aliansi::pipeline::publish::network::{Network, Standing};

use crate::fixture::{HOSTILE, graph, hostile, ontology, sample};
use crate::writers::levels;

type Rows = Vec<csv::StringRecord>;

fn text(graph: &Graph, table: Table, dialect: Dialect) -> String {
    let states = levels(graph.clone(), &ontology()).states;
    let network = Network::whole(graph, &Standing::of(graph, &states), &Options::default());
    let mut out = Vec::new();
    table.write(&network, dialect, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

fn rows(text: &str) -> (csv::StringRecord, Rows) {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let header = reader.headers().unwrap().clone();
    (header, reader.records().map(Result::unwrap).collect())
}

fn column(text: &str, name: &str) -> Vec<String> {
    let (header, rows) = rows(text);
    let at = header.iter().position(|other| other == name).unwrap();
    rows.iter().map(|row| row[at].to_owned()).collect()
}

fn sampled() -> Graph {
    let (documents, claims) = sample();
    graph(documents, claims)
}

#[test]
fn tables_are_as_their_goldens() {
    for table in Table::ALL {
        crate::bless::compare(
            &format!("publish/golden/{}", table.file()),
            &text(&sampled(), table, Dialect::Plain),
        );
        crate::bless::compare(
            &format!("publish/golden/neo4j.{}", table.file()),
            &text(&sampled(), table, Dialect::Neo4j),
        );
    }
}

#[test]
fn every_id_leads_to_a_row() {
    let all = |table, name| column(&text(&sampled(), table, Dialect::Plain), name);
    let nodes: BTreeSet<String> = all(Table::Nodes, "id").into_iter().collect();
    for end in ["source", "target"] {
        assert!(all(Table::Edges, end).iter().all(|id| nodes.contains(id)), "{end}");
    }
    let claims: BTreeSet<String> = all(Table::Edges, "claim").into_iter().collect();
    let cited: BTreeSet<String> = all(Table::Evidence, "claim").into_iter().collect();
    assert_eq!(claims, cited);
    let listed: Vec<String> =
        all(Table::Edges, "evidence").iter().flat_map(|ids| ids.split(';').map(str::to_owned)).collect();
    assert_eq!(listed, all(Table::Evidence, "evidence"));
    assert!(listed.len() > nodes.len());
}

/// What a spreadsheet would run, as the documentation says how to get it back.
fn armed(cell: &str) -> &str {
    let rest = cell.trim_start_matches('\'');
    let is_disarmed = rest.len() < cell.len() && rest.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']);
    if is_disarmed { &cell[1..] } else { cell }
}

#[test]
fn hostile_texts_come_back() {
    let cleaned = HOSTILE.replace(['\0', '\u{B}'], "");
    for dialect in [Dialect::Plain, Dialect::Excel, Dialect::Exact] {
        let evidence = text(&hostile(), Table::Evidence, dialect);
        assert_eq!(evidence.starts_with('\u{FEFF}'), dialect == Dialect::Excel);
        let (_, rows) = rows(&evidence);
        assert_eq!(rows.len(), 1);
        for name in ["document", "title", "publisher", "url", "text", "relation", "frame"] {
            assert_eq!(column(&evidence, name), [cleaned.as_str()], "{name}");
        }
        assert_eq!(column(&text(&hostile(), Table::Nodes, dialect), "label"), [cleaned.as_str(), "Iran"]);
    }
}

#[test]
fn no_cell_is_a_formula_but_the_text_is_there() {
    for formula in ["=cmd|' /C calc'!A0", "+1", "-1+1", "@SUM(A1)", "\t=1", "'=1"] {
        let mut graph = sampled();
        let claims = std::sync::Arc::make_mut(&mut graph.claims);
        claims.iter_mut().for_each(|claim| claim.text = formula.to_owned());
        let documents = std::sync::Arc::make_mut(&mut graph.documents);
        documents.iter_mut().for_each(|document| document.title = Some(formula.to_owned()));
        let plain = text(&graph, Table::Evidence, Dialect::Plain);
        for name in ["text", "title"] {
            for cell in column(&plain, name) {
                assert!(cell.starts_with('\'') && armed(&cell) == formula, "{cell}");
            }
        }
        let exact = text(&graph, Table::Evidence, Dialect::Exact);
        assert!(column(&exact, "text").iter().all(|cell| cell == formula));
    }
    assert!(column(&text(&sampled(), Table::Edges, Dialect::Plain), "sign").contains(&"0".to_owned()));
}

#[test]
fn neo4j_has_no_line_end_in_a_cell_and_knows_types() {
    let edges = text(&hostile(), Table::Edges, Dialect::Neo4j);
    let types = column(&edges, ":TYPE");
    assert!(types[0].chars().all(|c| c == '_' || c.is_alphanumeric()), "{types:?}");
    for table in Table::ALL {
        let text = text(&hostile(), table, Dialect::Neo4j);
        assert_eq!(text.lines().count(), rows(&text).1.len() + 1);
    }
    let labels = column(&text(&sampled(), Table::Nodes, Dialect::Neo4j), ":LABEL");
    assert!(labels.contains(&"Actor;State".to_owned()), "{labels:?}");
}

#[test]
fn only_a_folder_of_such_tables_is_written_over() {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("tables");
    let graph = sampled();
    let states = levels(graph.clone(), &ontology()).states;
    let network = Network::whole(&graph, &Standing::of(&graph, &states), &Options::default());
    assert!(is_free(&folder));
    for dialect in [Dialect::Neo4j, Dialect::Excel, Dialect::Plain] {
        write(&network, dialect, &folder).unwrap();
        assert!(is_free(&folder), "{dialect:?}");
    }
    assert_eq!(fs::read_dir(&folder).unwrap().count(), Table::ALL.len());
    fs::write(folder.join("nodes.csv"), "my,own\n").unwrap();
    assert!(!is_free(&folder));
    assert!(!is_free(&folder.join("nodes.csv")));
}
