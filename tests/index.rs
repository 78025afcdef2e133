//! The index behind a store: the same answers as oxigraph's own store, and what happens to one that is damaged or stale.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::{Path, PathBuf};

use aliansi::store::index::{Builder, FILE, Index, IndexError};
use aliansi::store::{Answer, Prefixes, Scope, Store, of, open};
use oxigraph::io::{RdfFormat, RdfSerializer};
use oxigraph::model::vocab::xsd;
use oxigraph::model::{BlankNode, GraphName, Literal, NamedNode, NamedOrBlankNode, Quad, Term, Triple};
use oxigraph::sparql::{QueryResults, SparqlEvaluator};
use proptest::prelude::*;

const BASE: &str = "https://example.org/";

fn node(name: &str) -> NamedNode {
    NamedNode::new_unchecked(format!("{BASE}{name}"))
}

fn nodes() -> impl Strategy<Value = NamedNode> {
    prop::sample::select(vec!["syldavia", "borduria", "nuevo-rico", "opposes"]).prop_map(node)
}

fn subjects() -> impl Strategy<Value = NamedOrBlankNode> {
    prop_oneof![
        4 => nodes().prop_map(NamedOrBlankNode::from),
        1 => Just(BlankNode::new_unchecked("b1").into()),
    ]
}

fn literals() -> impl Strategy<Value = Literal> {
    prop_oneof![
        prop::sample::select(vec!["", "a", "it's \"so\"\n"]).prop_map(Literal::new_simple_literal),
        Just(Literal::new_language_tagged_literal_unchecked("a", "id")),
        (0..3).prop_map(Literal::from),
        Just(Literal::new_typed_literal("2025-01-02", xsd::DATE)),
    ]
}

fn objects() -> impl Strategy<Value = Term> {
    let triple = (subjects(), nodes(), literals());
    prop_oneof![
        3 => subjects().prop_map(Term::from),
        3 => literals().prop_map(Term::from),
        1 => triple.prop_map(|(s, p, o)| Triple::new(s, p, o).into()),
    ]
}

fn graphs() -> impl Strategy<Value = GraphName> {
    prop_oneof![
        2 => Just(GraphName::DefaultGraph),
        4 => prop::sample::select(vec!["g1", "g2", "g3"]).prop_map(|name| node(name).into()),
    ]
}

fn quads() -> impl Strategy<Value = Vec<Quad>> {
    let quad = (subjects(), nodes(), objects(), graphs());
    prop::collection::vec(quad.prop_map(|(s, p, o, g)| Quad::new(s, p, o, g)), 0..40)
}

/// All ways to name or leave open the parts of a quad, as queries. No query can name a blank node.
fn patterns(quad: &Quad) -> Vec<String> {
    let part = |is_named: bool, term: Term, variable: &str| {
        let named = is_named && !term.to_string().contains("_:");
        if named { term.to_string() } else { variable.to_owned() }
    };
    let mut queries = Vec::new();
    for named in 0..16 {
        let is_named = |nth: usize| named & (1 << nth) != 0;
        let s = part(is_named(0), quad.subject.clone().into(), "?s");
        let p = part(is_named(1), quad.predicate.clone().into(), "?p");
        let o = part(is_named(2), quad.object.clone(), "?o");
        let triple = format!("{s} {p} {o}");
        let graph = match &quad.graph_name {
            GraphName::NamedNode(node) if is_named(3) => node.to_string(),
            _ => "?g".to_owned(),
        };
        let (from, to) = (format!("FROM <{BASE}g1> FROM <{BASE}g2>"), format!("FROM <{BASE}g3>"));
        queries.extend([
            format!("SELECT DISTINCT * {{ {triple} }}"),
            format!("SELECT * {{ GRAPH {graph} {{ {triple} }} }}"),
            format!("SELECT DISTINCT * {from} {{ {triple} }}"),
            format!(
                "SELECT * {to} FROM NAMED <{BASE}g1> {{ {triple} OPTIONAL {{ GRAPH ?h {{ ?s ?q ?t }} }} }}"
            ),
            format!("SELECT (COUNT(*) AS ?n) {{ GRAPH ?g {{ {triple} }} }} GROUP BY ?g"),
        ]);
    }
    queries
}

fn sorted(results: QueryResults) -> Vec<String> {
    let QueryResults::Solutions(solutions) = results else { panic!("no rows") };
    let mut rows: Vec<_> = solutions.map(|row| format!("{:?}", row.unwrap().values())).collect();
    rows.sort();
    rows
}

fn of_oxigraph(store: &oxigraph::store::Store, sparql: &str) -> Vec<String> {
    let mut query = SparqlEvaluator::new().parse_query(sparql).unwrap();
    if query.dataset().is_default_dataset() {
        query.dataset_mut().set_default_graph_as_union();
    }
    sorted(query.on_store(store).execute().unwrap())
}

fn of_index(store: &Store, sparql: &str) -> Vec<String> {
    sorted(store.evaluate(sparql, &Scope::default()).unwrap())
}

fn no_prefixes() -> Prefixes {
    Prefixes::new(Vec::new())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_pattern_finds_what_it_finds_in_oxigraphs_store(quads in quads(), absent in objects()) {
        let store = of(quads.iter().cloned(), no_prefixes()).unwrap();
        let other = oxigraph::store::Store::new().unwrap();
        other.extend(quads.iter().cloned()).unwrap();
        let missing = Quad::new(node("syldavia"), node("nowhere"), absent, node("g9"));
        for query in quads.iter().take(6).chain([&missing]).flat_map(patterns) {
            prop_assert_eq!(of_index(&store, &query), of_oxigraph(&other, &query), "{}", query);
        }
    }

    #[test]
    fn an_index_depends_on_the_statements_alone(quads in quads()) {
        let twice: Vec<_> = quads.iter().chain(&quads).cloned().collect();
        let folder = tempfile::tempdir().unwrap();
        let bytes = |quads: &[Quad]| fs::read(write(folder.path(), quads)).unwrap();
        prop_assert_eq!(bytes(&quads), bytes(&quads));
        let rows = |quads: &[Quad]| {
            write(folder.path(), quads);
            of_index(&open(folder.path(), no_prefixes()).unwrap(), "SELECT * { ?s ?p ?o }")
        };
        prop_assert_eq!(rows(&quads), rows(&twice));
    }

    #[test]
    fn what_is_damaged_is_an_error_or_an_answer_and_no_crash(
        quads in quads(),
        damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..20),
    ) {
        let folder = tempfile::tempdir().unwrap();
        let path = write(folder.path(), &quads);
        let mut bytes = fs::read(&path).unwrap();
        for (at, byte) in damage {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        fs::write(&path, bytes).unwrap();
        let Ok(store) = open(folder.path(), no_prefixes()) else { return Ok(()) };
        let asked = quads.first().map(patterns).unwrap_or_default();
        for query in asked {
            let Ok(QueryResults::Solutions(rows)) = store.evaluate(&query, &Scope::default()) else { continue };
            // A damaged triple may lead back to where it came from, but rows end.
            prop_assert!(rows.count() < 100_000);
        }
    }
}

/// Writes a folder of statements with their index, and gives the path of the index.
fn write(folder: &Path, quads: &[Quad]) -> PathBuf {
    let (statements, path) = (folder.join("graph.nq"), folder.join(FILE));
    let mut serializer =
        RdfSerializer::from_format(RdfFormat::NQuads).for_writer(fs::File::create(&statements).unwrap());
    let mut builder = Builder::default();
    for quad in quads {
        serializer.serialize_quad(quad).unwrap();
        builder.add(quad).unwrap();
    }
    serializer.finish().unwrap();
    builder.write(&statements, &mut fs::File::create(&path).unwrap()).unwrap();
    path
}

fn a_folder() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let quad = |s: &str, g: &str| Quad::new(node(s), node("opposes"), node("borduria"), node(g));
    let path =
        write(folder.path(), &[quad("syldavia", "g1"), quad("syldavia", "g2"), quad("nuevo-rico", "g1")]);
    (folder, path)
}

fn opened(path: &Path) -> Result<Index, IndexError> {
    Index::open(path, &path.with_file_name("graph.nq"))
}

fn count(store: &Store, from: &str) -> usize {
    let query = format!("SELECT ?s {from} {{ ?s <{BASE}opposes> ?o }}");
    let Answer::Rows { rows, .. } = store.query(&query).unwrap() else { panic!() };
    rows.len()
}

#[test]
fn a_triple_of_several_graphs_stands_once_in_their_union() {
    let (folder, _) = a_folder();
    let store = open(folder.path(), no_prefixes()).unwrap();
    assert_eq!(count(&store, ""), 2);
    assert_eq!(count(&store, &format!("FROM <{BASE}g1> FROM <{BASE}g2>")), 2);
    assert_eq!(count(&store, &format!("FROM <{BASE}g2> FROM <{BASE}g9>")), 1);
    assert_eq!(count(&store, &format!("FROM NAMED <{BASE}g1>")), 0);
    let scope = Scope { default_graphs: vec![node("g2"), node("g1"), node("g2")], ..Scope::default() };
    let rows = store.evaluate(&format!("SELECT ?s {{ ?s <{BASE}opposes> ?o }}"), &scope).unwrap();
    assert_eq!(sorted(rows).len(), 2);
}

#[test]
fn an_index_that_is_cut_off_is_damaged_wherever_it_is_cut() {
    let (_folder, path) = a_folder();
    let bytes = fs::read(&path).unwrap();
    for length in 0..bytes.len() {
        fs::write(&path, &bytes[..length]).unwrap();
        let error = opened(&path).err().unwrap();
        assert!(matches!(error, IndexError::Foreign | IndexError::Damaged), "{length}: {error}");
    }
}

#[test]
fn lengths_that_no_file_has_are_damage() {
    let (_folder, path) = a_folder();
    let bytes = fs::read(&path).unwrap();
    // The lengths stand behind 8 bytes of name and version.
    for at in (8..56).step_by(8) {
        for length in [0, 1, 1 << 31, u64::MAX / 4, u64::MAX] {
            let mut bytes = bytes.clone();
            if bytes[at..at + 8] != length.to_le_bytes() {
                bytes[at..at + 8].copy_from_slice(&length.to_le_bytes());
                fs::write(&path, bytes).unwrap();
                assert!(matches!(opened(&path), Err(IndexError::Damaged)), "{length} at {at}");
            }
        }
    }
}

#[test]
fn another_version_is_told_from_damage() {
    let (_folder, path) = a_folder();
    let mut bytes = fs::read(&path).unwrap();
    bytes[7] += 1;
    fs::write(&path, bytes).unwrap();
    assert!(matches!(opened(&path), Err(IndexError::Foreign)));
}

#[test]
fn text_that_is_no_term_ends_the_query_with_advice() {
    let (folder, path) = a_folder();
    let mut bytes = fs::read(&path).unwrap();
    let text = b"https://example.org/syldavia";
    let at = bytes.windows(text.len()).position(|window| window == text).unwrap();
    bytes[at..at + 4].fill(0xff);
    fs::write(&path, bytes).unwrap();
    let error = open(folder.path(), no_prefixes()).unwrap().query("SELECT ?s { ?s ?p ?o }").unwrap_err();
    assert!(error.to_string().contains("graph.index is damaged; build the graph again"), "{error}");
}

#[test]
fn a_folder_whose_index_is_of_no_use_is_read_anew_and_says_so() {
    let (folder, path) = a_folder();
    assert!(open(folder.path(), no_prefixes()).unwrap().unindexed().is_none());
    let sound = fs::read(&path).unwrap();
    let says = |cause: &str| {
        let store = open(folder.path(), no_prefixes()).unwrap();
        let why = store.unindexed().unwrap().to_string();
        assert!(why.contains(cause) && why.contains("aliansi build"), "{why}");
        assert_eq!(count(&store, ""), 2);
    };
    fs::write(&path, &sound[..100]).unwrap();
    says("graph.index: it is damaged; the statements are read from");
    fs::write(&path, "").unwrap();
    says("it is no index, or one of another version");
    fs::remove_file(&path).unwrap();
    says("os error 2");
    fs::write(&path, &sound).unwrap();
    let edited =
        fs::read_to_string(folder.path().join("graph.nq")).unwrap().replace("nuevo-rico", "nuevo-ricO");
    fs::write(folder.path().join("graph.nq"), edited).unwrap();
    says("it was made of other statements");
}

#[test]
fn many_threads_ask_one_store() {
    let (folder, _) = a_folder();
    let store = open(folder.path(), no_prefixes()).unwrap();
    std::thread::scope(|scope| {
        let threads: Vec<_> = (0..8).map(|_| scope.spawn(|| count(&store, ""))).collect();
        assert!(threads.into_iter().all(|thread| thread.join().unwrap() == 2));
    });
}
