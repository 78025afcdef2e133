//! Opening a graph and asking it, the index against oxigraph's own store on the same statements: `cargo bench --bench opening`.
#![allow(clippy::unwrap_used)] // a benchmark that panics fails

#[path = "../scale/generate.rs"]
mod generate;

use std::fs::File;
use std::hint::black_box;
use std::io::{BufReader, BufWriter, Write};
use std::path::Path;

use aliansi::model::{Graph, View};
use aliansi::ontology::Ontology;
use aliansi::pipeline::publish::{DEFAULT_BASE, Options, Vocabulary, nquads};
use aliansi::pipeline::{fuse::fuse, grade::grade};
use aliansi::store::index::{Builder, FILE};
use aliansi::store::{self, Prefixes, Scope, Store};
use criterion::Criterion;
use oxigraph::io::RdfFormat;
use oxigraph::sparql::{QueryResults, SparqlEvaluator};
use oxigraph::store::Store as Oxigraph;

/// The program's own allocator.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const CLAIMS: usize = 20_000;

/// What people ask, by name.
const QUERIES: [(&str, &str); 9] = [
    ("point look-up", "ASK { actor:actor-0 rdf:type al:Actor }"),
    ("star of a claim", "SELECT * { VALUES ?c { CLAIM } ?c rdf:subject ?s ; rdf:predicate ?r ; rdf:object ?o ; al:confidence ?n .
        ?e al:evidenceFor ?c ; al:status ?status ; oa:exact ?text ; prov:wasDerivedFrom ?d . ?d dct:issued ?day }"),
    ("count by relation", "SELECT ?r (COUNT(*) AS ?n) { ?c a al:Claim ; rdf:predicate ?r } GROUP BY ?r"),
    ("path of two", "SELECT ?a ?b { actor:actor-1 rel:supports ?a . ?a rel:opposes ?b }"),
    ("path of any length", "SELECT ?a { actor:actor-1 rel:supports+ ?a }"),
    ("filter on a date", r#"SELECT ?c { ?c al:firstReported ?day FILTER(?day >= "2024-06-01"^^xsd:date) }"#),
    ("filter on a number", "SELECT ?c { ?c a al:Claim ; al:confidence ?n FILTER(?n > 0.99) }"),
    ("regex", r#"SELECT ?e { ?e oa:exact ?text FILTER(REGEX(?text, "report 1999[0-9]")) }"#),
    ("graph of a document", "SELECT * { VALUES ?d { DOCUMENT } GRAPH ?d { ?s ?p ?o } }"),
];

fn main() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path());
    let mut criterion = Criterion::default().configure_from_args().sample_size(20);
    opening(&mut criterion, folder.path());
    let (index, other) = (open(folder.path()), load(&folder.path().join("graph.nq")));
    for (name, query) in QUERIES {
        let query = named(query, &index);
        assert_eq!(of_index(&index, &query), of_oxigraph(&other, &query), "{name}");
        let mut group = criterion.benchmark_group(name);
        group.bench_function("index", |bencher| bencher.iter(|| of_index(&index, black_box(&query))));
        group.bench_function("oxigraph", |bencher| bencher.iter(|| of_oxigraph(&other, black_box(&query))));
        group.finish();
    }
    criterion.final_summary();
}

/// Writes the statements of a graph by a seeded generator, and their index.
fn write(folder: &Path) {
    let ontology = Ontology::shipped();
    let material = generate::material(CLAIMS, CLAIMS / 10, ontology);
    let graph: Graph = grade(fuse(material, &View::default(), ontology), ontology);
    let (statements, mut index) = (folder.join("graph.nq"), Builder::default());
    let mut out = BufWriter::new(File::create(&statements).unwrap());
    nquads::write_and(|quad| index.add(quad), &graph, ontology, &Options::default(), &mut out).unwrap();
    out.flush().unwrap();
    index.write(&statements, &mut BufWriter::new(File::create(folder.join(FILE)).unwrap())).unwrap();
}

/// The index, mapped and made anew, against oxigraph's store.
fn opening(criterion: &mut Criterion, folder: &Path) {
    let statements = folder.join("graph.nq");
    let mut group = criterion.benchmark_group("opening");
    group.sample_size(10);
    group.bench_function("index", |bencher| bencher.iter(|| open(folder)));
    group.bench_function("index made of N-Quads", |bencher| {
        bencher.iter(|| store::open_file(&statements, prefixes()).unwrap());
    });
    group.bench_function("oxigraph", |bencher| bencher.iter(|| load(&statements)));
    group.finish();
}

fn prefixes() -> Prefixes {
    Prefixes::new(Vocabulary::new(DEFAULT_BASE).unwrap().prefixes())
}

fn open(folder: &Path) -> Store {
    store::open(folder, prefixes()).unwrap()
}

fn load(statements: &Path) -> Oxigraph {
    let store = Oxigraph::new().unwrap();
    let mut loader = store.bulk_loader();
    loader.load_from_reader(RdfFormat::NQuads, BufReader::new(File::open(statements).unwrap())).unwrap();
    loader.commit().unwrap();
    store
}

/// A query about one claim or document that is there.
fn named(query: &str, store: &Store) -> String {
    let first = |class: &str| {
        let query = format!("SELECT ?s {{ ?s a al:{class} }} ORDER BY ?s LIMIT 1");
        let rows = store.evaluate(&query, &Scope::default()).unwrap();
        let QueryResults::Solutions(mut rows) = rows else { panic!("no rows") };
        rows.next().unwrap().unwrap()[0].to_string()
    };
    query.replace("CLAIM", &first("Claim")).replace("DOCUMENT", &first("Document"))
}

/// How many rows the index gives, all of which are read.
fn of_index(store: &Store, query: &str) -> usize {
    count(store.evaluate(query, &Scope::default()).unwrap())
}

/// How many rows oxigraph's store gives, parsing and all as for the index.
fn of_oxigraph(store: &Oxigraph, query: &str) -> usize {
    let parser = prefixes()
        .iter()
        .fold(SparqlEvaluator::new(), |parser, (name, iri)| parser.with_prefix(name, iri).unwrap());
    let mut prepared = parser.parse_query(query).unwrap();
    prepared.dataset_mut().set_default_graph_as_union();
    count(prepared.on_store(store).execute().unwrap())
}

fn count(results: QueryResults) -> usize {
    match results {
        QueryResults::Solutions(rows) => rows.inspect(|row| assert!(black_box(row).is_ok())).count(),
        QueryResults::Boolean(truth) => usize::from(truth),
        QueryResults::Graph(triples) => triples.inspect(|triple| assert!(black_box(triple).is_ok())).count(),
    }
}
