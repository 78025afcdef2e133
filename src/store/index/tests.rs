//! An index against a plain list of statements, and against damage.

use oxigraph::model::{BlankNode, GraphName, Literal, NamedNode, Quad, Term};
use oxigraph::sparql::{QueryResults, SparqlEvaluator};
use proptest::prelude::*;

use super::layout::Layout;
use super::order::Pattern;
use super::{Builder, Bytes, Dataset, Index, IndexError, SEAL};

fn node(number: u8) -> NamedNode {
    NamedNode::new_unchecked(format!("https://example.org/{number}"))
}

fn object(number: u8) -> Term {
    match number {
        0..4 => node(number).into(),
        4 => BlankNode::new_unchecked("b").into(),
        5 => Literal::from(5).into(),
        6 => Literal::new_language_tagged_literal_unchecked("enam", "id").into(),
        _ => Literal::new_simple_literal("tujuh").into(),
    }
}

fn statement((subject, predicate, of, graph): (u8, u8, u8, u8)) -> Quad {
    let graph = if graph == 0 { GraphName::DefaultGraph } else { node(graph).into() };
    Quad::new(node(subject), node(predicate), object(of), graph)
}

fn statements() -> impl Strategy<Value = Vec<Quad>> {
    prop::collection::vec((0u8..5, 0u8..4, 0u8..8, 0u8..3).prop_map(statement), 0..60)
}

fn bytes(quads: &[Quad]) -> Vec<u8> {
    let mut builder = Builder::default();
    for quad in quads {
        builder.add(quad).unwrap();
    }
    builder.into_bytes(&[7; SEAL]).unwrap()
}

fn index(bytes: Vec<u8>) -> Result<Index, IndexError> {
    Index::of(Bytes::Owned(bytes)).map(|(index, _)| index)
}

/// The statements of a pattern, as text, sorted.
fn found(index: &Index, pattern: Pattern) -> Vec<String> {
    let text = |id| if id == 0 { String::new() } else { index.term(id).unwrap().to_string() };
    let mut found: Vec<String> = index.fitting(pattern).map(|ids| ids.map(text).join(" ")).collect();
    found.sort();
    found
}

/// The terms of a statement, the default graph being none.
fn terms(quad: &Quad) -> [Option<Term>; 4] {
    let graph = match &quad.graph_name {
        GraphName::NamedNode(node) => Some(node.clone().into()),
        _ => None,
    };
    [Some(quad.subject.clone().into()), Some(quad.predicate.clone().into()), Some(quad.object.clone()), graph]
}

proptest! {
    /// Whatever a pattern names, the index finds what a look at every statement finds, each once.
    #[test]
    fn every_pattern_finds_what_fits(quads in statements(), asked in (0u8..6, 0u8..5, 0u8..8, 0u8..4)) {
        let index = index(bytes(&quads)).unwrap();
        let asked = terms(&statement(asked));
        for named in 0..16 {
            let is_named = |place: usize| named >> place & 1 == 1;
            let id = |place: usize| asked[place].as_ref().map_or(Some(0), |term| index.id(term.as_ref()));
            let known = (0..4).all(|place| !is_named(place) || id(place).is_some());
            let pattern = [0, 1, 2, 3].map(|place| id(place).filter(|_| is_named(place)));
            let mut expected: Vec<String> = quads
                .iter()
                .map(terms)
                .filter(|terms| (0..4).all(|place| !is_named(place) || terms[place] == asked[place]))
                .map(|terms| terms.map(|term| term.map_or(String::new(), |term| term.to_string())).join(" "))
                .collect();
            expected.sort();
            expected.dedup();
            let found = if known { found(&index, pattern) } else { Vec::new() };
            prop_assert_eq!(found, expected, "{:?}", pattern);
        }
    }

    /// Queries have the answers that oxigraph's own store gives.
    #[test]
    fn queries_agree_with_another_store(quads in statements()) {
        let index = index(bytes(&quads)).unwrap();
        let store = oxigraph::store::Store::new().unwrap();
        store.extend(quads).unwrap();
        for query in QUERIES {
            let prepared = || {
                let mut prepared = SparqlEvaluator::new().parse_query(query).unwrap();
                prepared.dataset_mut().set_default_graph_as_union();
                prepared
            };
            let ours = rows(prepared().on_queryable_dataset(Dataset::of_all(&index)).execute().unwrap());
            let theirs = rows(prepared().on_store(&store).execute().unwrap());
            prop_assert_eq!(ours, theirs, "{}", query);
        }
    }

    /// A damaged index is refused or gives some answer; it ends no program.
    #[test]
    fn damage_ends_in_an_answer(quads in statements(), at in any::<prop::sample::Index>(), byte: u8, cut: bool) {
        let mut bytes = bytes(&quads);
        let at = at.index(bytes.len());
        if cut { bytes.truncate(at) } else { bytes[at] = byte }
        let Ok(index) = index(bytes) else { return Ok(()) };
        for query in QUERIES {
            let prepared = SparqlEvaluator::new().parse_query(query).unwrap();
            prop_assume!(prepared.on_queryable_dataset(Dataset::of_all(&index)).execute().map(rows).is_ok());
        }
        index.names("https://").for_each(drop);
    }
}

const QUERIES: [&str; 7] = [
    "SELECT * { ?s ?p ?o }",
    "SELECT * { GRAPH ?g { ?s ?p ?o } }",
    "SELECT * { GRAPH <https://example.org/1> { ?s ?p ?o } }",
    "SELECT ?a ?c { ?a <https://example.org/1> ?b . ?b ?p ?c FILTER(!isLiteral(?c)) }",
    "SELECT ?s (COUNT(*) AS ?n) (SUM(?o) AS ?sum) { ?s ?p ?o } GROUP BY ?s HAVING (COUNT(*) > 1)",
    "SELECT ?s { ?s ?p ?o FILTER(?o = 5 || ?o = 'enam'@id || CONTAINS(STR(?o), 'uju')) }",
    "SELECT ?a ?b { ?a <https://example.org/2>+ ?b }",
];

/// Rows as text, sorted; blank nodes keep their names.
fn rows(results: QueryResults) -> Vec<String> {
    let QueryResults::Solutions(solutions) = results else { return Vec::new() };
    let mut rows: Vec<String> = solutions
        .map(|row| row.map_or_else(|error| error.to_string(), |row| format!("{:?}", row.values())))
        .collect();
    rows.sort();
    rows
}

#[test]
fn the_same_statements_give_the_same_bytes() {
    let quads: Vec<Quad> = (0..40).map(|n| statement((n % 5, n % 3, n % 8, n % 2))).collect();
    assert_eq!(bytes(&quads), bytes(&quads));
}

#[test]
fn another_file_is_refused() {
    assert!(matches!(index(Vec::new()), Err(IndexError::Foreign)));
    assert!(matches!(index(b"<a> <b> <c> .".to_vec()), Err(IndexError::Foreign)));
    let mut cut = bytes(&[statement((1, 1, 1, 1))]);
    cut.pop();
    assert!(matches!(index(cut), Err(IndexError::Damaged)));
    assert_eq!(Layout::read(&bytes(&[])).unwrap().1, [7; SEAL]);
}

#[test]
fn names_are_found_by_their_beginning() {
    let quads = [statement((3, 1, 6, 0)), statement((2, 1, 0, 2))];
    let index = index(bytes(&quads)).unwrap();
    let names = |prefix: &str| index.names(prefix).map(str::to_owned).collect::<Vec<_>>();
    let all = ["0", "1", "2", "3"].map(|name| format!("https://example.org/{name}"));
    assert_eq!(names("https://example.org/"), all);
    assert_eq!(names("https://example.org/2"), all[2..3]);
    assert_eq!(names("https://example.org/4"), [""; 0]);
    assert_eq!(names("http:"), [""; 0]);
}
