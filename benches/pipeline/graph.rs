//! Claims a second through the stages from claims to bytes.

use std::hint::black_box;
use std::io::{self, Write};

use aliansi::model::{Graph, View};
use aliansi::ontology::Ontology;
use aliansi::pipeline::publish::{self, Options, dot, graphml, json, nquads, turtle};
use aliansi::pipeline::{fuse::fuse, grade::grade};
use criterion::measurement::WallTime;
use criterion::{BatchSize, BenchmarkGroup, Criterion, Throughput};

use crate::texts;

type Writer = fn(&Graph, &Ontology, &Options, &mut Vec<u8>) -> io::Result<()>;

const WRITERS: [(&str, Writer); 5] = [
    ("json", json::write),
    ("turtle", turtle::write),
    ("nquads", nquads::write),
    ("graphml", graphml::write),
    ("dot", dot::write),
];

/// Measures `fuse`, `grade` and each writer in memory, then the whole folder on the disk.
pub fn bench(criterion: &mut Criterion) {
    let ontology = Ontology::shipped();
    let documents = texts::documents("id");
    let claims = texts::claims(&documents);
    let fused = fuse((documents.clone(), claims.clone()).into(), &View::default(), ontology);
    let mut group = criterion.benchmark_group("graph");
    group.throughput(Throughput::Elements(claims.len() as u64));
    let copies = || (documents.clone(), claims.clone());
    let large = BatchSize::LargeInput;
    let fuse = |(documents, claims)| fuse((documents, claims).into(), &View::default(), ontology);
    group.bench_function("fuse", |bencher| bencher.iter_batched(copies, fuse, large));
    let grade = |graph| grade(graph, ontology);
    group.bench_function("grade", |bencher| bencher.iter_batched(|| fused.clone(), grade, large));
    writers(&mut group, &grade(fused.clone()));
    group.finish();
}

fn writers(group: &mut BenchmarkGroup<'_, WallTime>, graph: &Graph) {
    let (ontology, options) = (Ontology::shipped(), Options::default());
    for (name, write) in WRITERS {
        let written = || {
            let mut out = Vec::new();
            write(graph, ontology, &options, &mut out).unwrap();
            black_box(out).flush()
        };
        group.bench_function(format!("publish/{name}"), |bencher| bencher.iter(written));
    }
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("graph");
    let publish = || publish::publish(graph, ontology, &options, &target).unwrap();
    group.bench_function("publish/folder", |bencher| bencher.iter(publish));
}
