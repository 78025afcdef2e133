//! Bytes a second of each RDF writer, on one core: `cargo bench --bench rdf`.
//!
//! `--against CLAIMS FILE` writes a graph as N-Quads into a file, for another program to read and write, and prints as JSON how
//! many bytes each syntax is and how many seconds it takes in memory (`benches/against_rdflib.py`).
#![allow(clippy::unwrap_used)] // a benchmark that panics fails

#[path = "../scale/generate.rs"]
mod generate;

use std::collections::BTreeMap;
use std::hint::black_box;
use std::time::{Duration, Instant};

use aliansi::model::{Graph, View};
use aliansi::ontology::Ontology;
use aliansi::pipeline::publish::{Options, RdfFormat};
use aliansi::pipeline::{fuse::fuse, grade::grade};
use criterion::{Criterion, Throughput};

/// The program's own allocator.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const CLAIMS: usize = 20_000;

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    match arguments.iter().position(|argument| argument == "--against") {
        Some(at) => against(&graph(arguments[at + 1].parse().unwrap()), &arguments[at + 2]),
        None => bench(&graph(CLAIMS)),
    }
}

/// A graph of so many claims by a seeded generator, ten an actor.
fn graph(claims: usize) -> Graph {
    let ontology = Ontology::shipped();
    let material = generate::material(claims, claims / 10, ontology);
    grade(fuse(material, &View::default(), ontology), ontology)
}

fn bench(graph: &Graph) {
    let mut criterion = Criterion::default()
        .sample_size(10)
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(3))
        .configure_from_args();
    let mut group = criterion.benchmark_group("rdf");
    for format in RdfFormat::ALL {
        group.throughput(Throughput::Bytes(written(graph, format).len() as u64));
        group.bench_function(format.extension(), |bencher| bencher.iter(|| written(graph, format)));
    }
    group.finish();
    criterion.final_summary();
}

fn against(graph: &Graph, file: &str) {
    std::fs::write(file, written(graph, RdfFormat::NQuads)).unwrap();
    let times: BTreeMap<&str, [f64; 2]> =
        RdfFormat::ALL.map(|format| (format.extension(), timed(graph, format))).into();
    println!("{}", serde_json::json!(times));
}

/// Bytes, and the least seconds of three runs.
fn timed(graph: &Graph, format: RdfFormat) -> [f64; 2] {
    let run = || {
        let start = Instant::now();
        let bytes = written(graph, format).len();
        (bytes, start.elapsed().as_secs_f64())
    };
    let runs = [run(), run(), run()];
    [runs[0].0 as f64, runs.iter().map(|run| run.1).fold(f64::INFINITY, f64::min)]
}

fn written(graph: &Graph, format: RdfFormat) -> Vec<u8> {
    let mut out = Vec::new();
    format.write(graph, Ontology::shipped(), &Options::default(), &mut out).unwrap();
    black_box(out)
}
