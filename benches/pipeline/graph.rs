//! Claims a second through the stages from claims to bytes.

use std::hint::black_box;

use aliansi::model::{Levels, View};
use aliansi::ontology::Ontology;
use aliansi::pipeline::publish::network::{Network, Standing};
use aliansi::pipeline::publish::{self, NetworkFormat, Options, RdfFormat};
use aliansi::pipeline::{self, fuse::fuse, grade::grade};
use criterion::measurement::WallTime;
use criterion::{BatchSize, BenchmarkGroup, Criterion, Throughput};

use crate::texts;

const RDF: [(&str, RdfFormat); 2] = [("turtle", RdfFormat::Turtle), ("nquads", RdfFormat::NQuads)];
const NETWORKS: [(&str, NetworkFormat); 3] =
    [("json", NetworkFormat::Json), ("graphml", NetworkFormat::GraphMl), ("dot", NetworkFormat::Dot)];

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
    writers(&mut group, &pipeline::graphs((documents, claims).into(), &View::default(), ontology));
    group.finish();
}

fn writers(group: &mut BenchmarkGroup<'_, WallTime>, levels: &Levels) {
    let (ontology, options, graph) = (Ontology::shipped(), Options::default(), &levels.actors);
    for (name, format) in RDF {
        let written = || written(|out| format.write(graph, ontology, &options, out));
        group.bench_function(format!("publish/{name}"), |bencher| bencher.iter(written));
    }
    let network = Network::whole(graph, &Standing::of(graph, &levels.states), &options);
    for (name, format) in NETWORKS {
        let written = || written(|out| format.write(&network, &options, out));
        group.bench_function(format!("publish/{name}"), |bencher| bencher.iter(written));
    }
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("graph");
    let publish = || publish::publish(levels, ontology, &options, &target).unwrap();
    group.bench_function("publish/folder", |bencher| bencher.iter(publish));
}

fn written(write: impl FnOnce(&mut Vec<u8>) -> std::io::Result<()>) -> Vec<u8> {
    let mut out = Vec::new();
    write(&mut out).unwrap();
    black_box(out)
}
